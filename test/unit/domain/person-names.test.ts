import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MATCH_THRESHOLD } from '../../../src/domain/names/name-similarity.ts';
import { normalizeText } from '../../../src/domain/names/normalize-text.ts';
import { personSimilarity } from '../../../src/domain/names/person-similarity.ts';
import { romanize } from '../../../src/domain/names/romanize.ts';
import { soundsOf } from '../../../src/domain/names/sound.ts';
import { plainSpelling, spellingSimilarity } from '../../../src/domain/names/spelling.ts';

describe('names of one person', () => {
  test.each([
    // initials, order, titles, short forms
    ['V. Zelenskyy', 'Volodymyr Zelenskyy'],
    ['JD Vance', 'James David Vance'],
    ['V. O. Zelenskyy', 'Volodymyr Zelenskyy'],
    ['Zelenskyy V', 'Volodymyr Zelenskyy'],
    ['CQ Brown', 'Charles Q. Brown Jr.'],
    ['Tony Blinken', 'Antony Blinken'],
    ['Ben Wallace', 'Benjamin Wallace'],
    ['Lloyd J. Austin III', 'Lloyd Austin'],
    ['George Bush', 'George H. W. Bush'],
    ['AUSTIN, Lloyd J.', 'Lloyd Austin'],
    ['Gen. Dr. Carsten Breuer', 'Carsten Breuer'],
    // what is a title elsewhere
    ['Gen Nakatani', 'Nakatani Gen'],
    ['Gen. Gen Nakatani', 'Gen Nakatani'],
    ['Gen. Milley', 'Mark Milley'],
    ['Pan Jianwei', 'Jianwei Pan'],
    ['He Lifeng', '何立峰'],
    // short forms
    ['H.E. Mr Rustem Umerov', 'Rustem Umerov'],
    ['Sir John Healey MP', 'John Healey'],
    ['Bob Menendez', 'Robert Menendez'],
    // particles, written apart, joined or left out
    ['Bashar Alassad', 'Bashar al-Assad'],
    ['Bashar el Assad', 'Bashar al-Assad'],
    ['Jan-Pieter Vanderberghe', 'Jan-Pieter van der Berghe'],
    ['Mohamed ben Zayed', 'Mohammed bin Zayed'],
    ['Hugode Jonge', 'Hugo de Jonge'],
    // spellings and scripts
    ['Wolodymyr Selenskyj', 'Volodymyr Zelenskyy'],
    ['Сергій Шойгу', 'Sergei Shoigu'],
    ['Джо Байден', 'Joe Biden'],
    ['Пит Хегсет', 'Pete Hegseth'],
    ['رجب طيب أردوغان', 'Recep Tayyip Erdoğan'],
    ['Κυριάκος Μητσοτάκης', 'Kyriakos Mitsotakis'],
    ['조태열', '조태열'],
    ['キシダ・フミオ', 'Kishida Fumio'],
    ['يائير لابيد', 'Yair Lapid'],
    ['كريم يوسفي', 'کریم یوسفی'],
    ['محمـــد العلي', 'محمد العلي'],
    ['王毅', 'Wang Yi'],
    ['解振華', 'Xie Zhenhua'],
    ['习近平主席', '習近平'],
    ['贝拉克·奥巴马', 'Barack Obama'],
    // patronymics, slips
    ['Sergey Lavrov', 'Sergey Viktorovich Lavrov'],
    ['Antony Blinken', 'Anthony Blinken'],
    ['Lloyd Autsin', 'Lloyd Austin'],
    ["Mykola O'Shchadnyi", 'Mykola Oshchadnyi'],
  ])('%s and %s', (a, b) => {
    expect(personSimilarity(a, b)).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
  });
});

describe('names of two persons', () => {
  test.each([
    // a name that is a title elsewhere
    ['Gen Nakatani', 'Akira Nakatani'],
    ['He Lifeng', 'Li Lifeng'],
    ['何立峰', 'Li Lifeng'],
    ['Min Zhao', 'Wei Zhao'],
    ['O. Zelenskyy', 'Volodymyr Zelenskyy'],
    ['Oleksandr Zelenskyy', 'Volodymyr Oleksandrovych Zelenskyy'],
    ['A. Blinken', 'Evan Blinken'],
    ['V. Z.', 'Volodymyr Zelenskyy'],
    ['Christopher C. Miller', 'Christopher Cavoli'],
    // what looks like a particle, but is a name
    ['Ben Wallace', 'Hans Wallace'],
    ['Al Gore', 'Karenna Gore'],
    ['Le Van Hung', 'Tran Van Hung'],
    ['An Gyu-baek', 'Na Gyu-baek'],
    // generations
    ['Charles II', 'Charles III'],
    ['John Paul I', 'John Paul II'],
    ['Ferdinand Marcos Sr.', 'Ferdinand Marcos Jr.'],
    ['George H. W. Bush', 'George W. Bush'],
    ['Stéphane Séjourné', '苏林'],
    ['Kim Jong-un', 'Kim Yo-jong'],
    ['John Kerry', 'John Kelly'],
    ['Bashar al-Assad', 'Hafez al-Assad'],
    ['Abdul Latif Noori', 'Abdul Latif Mansur'],
    ['Ivan Petrovych Koval', 'Ivan Stepanovych Koval'],
    ['조태열', '조태용'],
    ['王毅', '王義'],
    ['曾毅', '曾一'],
    ['Marco Rubio', 'Sergey Lavrov'],
    ['President', 'Volodymyr Zelenskyy'],
  ])('%s and %s', (a, b) => {
    expect(personSimilarity(a, b)).toBeLessThan(MATCH_THRESHOLD);
  });

  test('what is left out or read alike is less than the same', () => {
    expect(personSimilarity('Donald Trump Jr.', 'Donald Trump')).toBeLessThan(1);
    expect(personSimilarity('Li Wei', '李伟')).toBeLessThan(1);
  });

  test('a title is no name, unless there is no other', () => {
    expect(personSimilarity('Wang', 'Wang Yi')).toBeLessThan(MATCH_THRESHOLD);

    expect(personSimilarity('King', 'King')).toBe(1);
  });
});

test('characters are read as names of persons', () => {
  const read = {
    曾毅: 'zeng yi',
    解振华: 'xie zhenhua',
    单霁翔: 'shan jixiang',
    查培新: 'zha peixin',
    区家麟: 'ou jialin',
    欧阳修: 'ouyang xiu',
  };
  for (const [characters, latin] of Object.entries(read)) expect(romanize(characters).join(' ')).toBe(latin);
});

test('nothing of another script is left in Latin letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of normalizeText(text).split(' '))
        for (const latin of romanize(word)) expect(latin).toMatch(/^[a-z0-9]*$/);
    }),
  );
  expect(romanize(normalizeText('Щербаківський'))).toEqual(['shcherbakivskii']);
});

describe('spellings', () => {
  const words = fc.stringMatching(/^[a-z]{1,12}$/);

  test('of one name are plainly one, or near', () => {
    for (const [a, b] of [
      ['zelenskyy', 'selenskyj'],
      ['mohammed', 'muhammad'],
      ['tschernyschenko', 'chernyshenko'],
      ['hrushevskyi', 'grushevsky'],
      ['youssef', 'yusuf'],
    ])
      expect([a, b, spellingSimilarity(plainSpelling(a!), plainSpelling(b!)) > 0]).toEqual([a, b, true]);
  });

  test('are as near from either side, and nearest to themselves', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [plainSpelling(a), plainSpelling(b)];
        const similarity = spellingSimilarity(one, other);
        expect(similarity).toBeCloseTo(spellingSimilarity(other, one), 9);
        expect(similarity === 1).toBe(one === other);
        expect(similarity === 0 || (similarity >= 0.7 - 1e-9 && similarity <= 1)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('sound alike however often a letter is doubled and whatever vowels stand between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('p', 't', 'k', 'r', 'm', 'n'), { minLength: 3, maxLength: 6 }),
        (consonants) => {
          const [plain, spelled] = [consonants.join('a'), consonants.map((each) => each + each).join('e')];
          expect(soundsOf(plainSpelling(spelled))).toEqual(soundsOf(plainSpelling(plain)));
        },
      ),
    );
  });
});

test('a person is like himself however the name is written', () => {
  const given = fc.constantFrom('Volodymyr', 'Rustem', 'Kaja', 'Boris', 'Annalena');
  const family = fc.constantFrom('Zelenskyy', 'Umerov', 'Kallas', 'Pistorius', 'Baerbock');
  const write = fc.constantFrom(
    (g: string, f: string) => `${g} ${f}`,
    (g: string, f: string) => `${f}, ${g}`,
    (g: string, f: string) => `${f.toUpperCase()} ${g}`,
    (g: string, f: string) => `Dr. ${g} ${f}`,
    (g: string, f: string) => `${g[0]}. ${f}`,
    (g: string, f: string) => `${g}${f}`,
    (g: string, f: string) => `${g} M. ${f}`,
  );
  fc.assert(
    fc.property(given, family, write, (g, f, written) => {
      const score = personSimilarity(written(g, f), `${g} ${f}`);
      expect(score).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
      expect(personSimilarity(`${g} ${f}`, written(g, f))).toBeCloseTo(score, 9);
    }),
  );
});
