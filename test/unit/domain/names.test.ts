import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bestName,
  normalizeText,
  rankNames,
  searchQuery,
  textTokens,
  type Name,
} from '../../../src/domain/names/names.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { type NameKind } from '../../../src/domain/vocabulary.generated.ts';
import { sortName } from '../../../src/storage/order-keys.ts';

/** `en COMMON John Healey` as a name. */
function name(text: string): Name {
  const [lang = '', kind = '', ...value] = text.split(' ');
  return { lang, kind: kind as NameKind, value: value.join(' ') };
}

describe('the name a reader sees', () => {
  const zelenskyy = [
    'zh-Hant-TW TRANSLITERATION 澤倫斯基',
    'zh-Hans-CN TRANSLITERATION 泽连斯基',
    'en ALIAS VolodymyrZelenskyy',
    'en COMMON Volodymyr Zelenskyy',
    'uk OFFICIAL Володимир Зеленський',
  ].map(name);

  test.each([
    [undefined, 'Volodymyr Zelenskyy'],
    [[], 'Volodymyr Zelenskyy'],
    [['zh-Hant'], '澤倫斯基'],
    [['zh-Hant-TW'], '澤倫斯基'],
    [['zh-hant-hk'], '澤倫斯基'],
    [['zh-TW'], '澤倫斯基'],
    [['zh-Hans'], '泽连斯基'],
    [['zh-SG'], '泽连斯基'],
    [['zh'], '澤倫斯基'],
    [['en-GB'], 'Volodymyr Zelenskyy'],
    [['uk'], 'Володимир Зеленський'],
    [['fr', 'uk', 'en'], 'Володимир Зеленський'],
    [['fr'], 'Volodymyr Zelenskyy'],
    [['e'], 'Volodymyr Zelenskyy'],
    [['not a tag', ''], 'Volodymyr Zelenskyy'],
  ])('to a reader of %j: %s', (langs, shown) => {
    expect(bestName(zelenskyy, langs)).toBe(shown);
  });

  test('is never a demonym, which searches find', () => {
    const names = ['en DEMONYM British', 'de ALIAS Großbritannien'].map(name);
    expect(bestName(names, ['en'])).toBe('Großbritannien');
    expect(bestName([names[0]!], ['en'])).toBe('');
    expect(rankNames('British')({ names })).toEqual({ score: 1, matched: 'British' });
  });

  test('Hant is not Hans: without it, the reader gets English', () => {
    expect(bestName(['zh-Hans OFFICIAL 泽连斯基', 'en COMMON Zelenskyy'].map(name), ['zh-Hant'])).toBe('Zelenskyy');
    expect(bestName(['zh COMMON 范斯', 'zh-Hant ALIAS 萬斯'].map(name), ['zh-Hant'])).toBe('萬斯');
  });

  test.each([
    [['ar COMMON عزيز أخنوش', 'mul COMMON Aziz Akhannouch'], ['fr'], 'Aziz Akhannouch'],
    [['ar COMMON عزيز أخنوش', 'mul COMMON Aziz Akhannouch'], ['en'], 'Aziz Akhannouch'],
    [['ar COMMON عزيز أخنوش', 'und COMMON Aziz Akhannouch'], [], 'Aziz Akhannouch'],
    [['ar COMMON عزيز أخنوش', 'und COMMON Aziz Akhannouch'], ['fr'], 'Aziz Akhannouch'],
    [['ar COMMON عزيز أخنوش', 'mul COMMON Aziz Akhannouch'], ['ar'], 'عزيز أخنوش'],
    [['ar COMMON عزيز أخنوش', 'mul COMMON Aziz Akhannouch'], ['arz'], 'عزيز أخنوش'],
    [['en COMMON Munich', 'mul COMMON München'], ['fr'], 'München'],
    [['en COMMON Munich', 'mul COMMON München'], [], 'Munich'],
    // Nobody told the language, and in another script than the reader knows.
    [['und COMMON Київ', 'en COMMON Kyiv'], ['fr'], 'Kyiv'],
    [['und COMMON Київ', 'ar COMMON كييف'], ['fr'], 'Київ'],
    // Neither: one in a script that the reader knows.
    [['ar COMMON كييف', 'uk COMMON Київ', 'de COMMON Kiew'], ['fr'], 'Kiew'],
    [['ar COMMON كييف', 'de COMMON Kiew', 'uk COMMON Київ'], ['ru'], 'Київ'],
    [['de COMMON Peking', 'zh COMMON 北京'], ['ja'], '北京'],
    [['ar COMMON كييف', 'uk COMMON Київ'], ['fr'], 'كييف'],
    [['ar COMMON كييف', 'pl COMMON Kijów'], [], 'Kijów'],
    // A macrolanguage and its languages.
    [['en COMMON Norway', 'no COMMON Norge'], ['nb'], 'Norge'],
    [['en COMMON Norway', 'nn COMMON Noreg', 'no COMMON Norge'], ['no'], 'Norge'],
    [['en COMMON Beijing', 'zh-Hant COMMON 北京市'], ['cmn-TW'], '北京市'],
    [['en COMMON Beijing', 'zh-Hans COMMON 北京'], ['cmn-TW'], 'Beijing'],
    [['en COMMON Zagreb', 'sr COMMON Загреб'], ['hr'], 'Zagreb'],
  ])('of %j to a reader of %j: %s', (names, langs, shown) => {
    expect(bestName(names.map(name), langs)).toBe(shown);
  });

  test('one that is no longer in use is shown only where there is no other, misprints apart', () => {
    const used = (text: string, edtf: string): Name => ({ ...name(text), time: parseTime({ edtf }) });
    const turkey = used('en OFFICIAL Turkey', '../2022-06');
    const now = used('en COMMON Türkiye', '2022-06/..');
    expect(bestName([turkey, now])).toBe('Türkiye');
    expect(bestName([turkey, name('en ABBREVIATION TR')])).toBe('TR');
    expect(bestName([name('en AS_PRINTED Turky'), turkey])).toBe('Turkey');
    expect(bestName([name('tr COMMON Türkiye'), turkey])).toBe('Turkey');
    expect(bestName([name('en COMMON Contact Group'), used('en OFFICIAL UDCG', '2022-04/..')])).toBe('Contact Group');
    expect(sortName([turkey, now], 'country:TR')).toMatch(/^turkiye /);
  });

  test('a misprint is shown only where there is nothing better', () => {
    const misprint = name('en AS_PRINTED JohnHealey');
    expect(bestName([misprint, name('en ABBREVIATION JH')])).toBe('JH');
    expect(bestName([misprint, name('zh-Hant COMMON 希利')])).toBe('希利');
    expect(bestName([misprint])).toBe('JohnHealey');
  });

  test('official and common names come before others, and the one recorded first before the next', () => {
    expect(bestName(['en ABBREVIATION NATO', 'en OFFICIAL North Atlantic Treaty Organization'].map(name))).toMatch(
      'North',
    );
    expect(bestName(['en COMMON United Kingdom', 'en OFFICIAL UK of GB and NI'].map(name))).toBe('United Kingdom');
    expect(bestName([])).toBe('');
  });
});

describe('folding', () => {
  test.each([
    ['Jean-Claude  MÜLLER', 'jean claude muller'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Đặng Ærø Œuvre Þór', 'dang aero oeuvre thor'],
    ['İstanbul ISTANBUL', 'istanbul istanbul'],
    ["O’Neil, O‘Neil, O'Neil", 'oneil oneil oneil'],
    ['Kyiv´s, Aʹ, A\u0374', 'kyivs a a'],
    ['ＮＡＴＯ　２０２５', 'nato 2025'],
    ['ﬁne ²', 'fine 2'],
    ['Володимир Зеленський', 'володимир зеленськии'],
    ['澤倫斯基・范斯', '泽伦斯基 范斯'],
    ['ガザ', 'ガザ'],
    ['ｶﾞｻﾞ', 'ガザ'],
    ['दिल्ली', 'दिल्ली'],
    ['서울', '서울'],
    ['Σόφιας', 'σοφιασ'],
    ['«G7»: 2025/02!', 'g7 2025 02'],
    ['🙂 ***', ''],
  ])('%s is %s', (text, folded) => expect(normalizeText(text)).toBe(folded));

  test('is stable, keeps scripts apart, and leaves single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = normalizeText(text);
        expect(normalizeText(folded)).toBe(folded);
        expect(folded).not.toMatch(/^ | $| {2}|[^\p{L}\p{N}\p{M} ]/u);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the order of names', () => {
  test('by the folded best English name, numbers by value, then by key', () => {
    const things: [string, Name[]][] = [
      ['m:10', [name('en COMMON 10th meeting')]],
      ['m:9', [name('en COMMON 9th meeting')]],
      ['p:2', [name('zh-Hant COMMON 希利'), name('en COMMON Ångström Street')]],
      ['p:1', [name('en COMMON Angstrom')]],
      ['p:3', [name('en COMMON angstrom')]],
      ['x', []],
    ];
    const sorted = things.toSorted(([a, namesA], [b, namesB]) => (sortName(namesA, a) < sortName(namesB, b) ? -1 : 1));
    expect(sorted.map(([key]) => key)).toEqual(['x', 'm:9', 'm:10', 'p:1', 'p:3', 'p:2']);
  });

  test('a name of any length stays within what an index holds', () => {
    expect(sortName([name(`en COMMON ${'ﷺ'.repeat(10_000)}`)], 'k').length).toBeLessThan(3_000);
  });
});

describe('tokens', () => {
  test.each([
    ['Volodymyr Zelenskyy', 'volodymyr zelenskyy volodymyrzelenskyy'],
    ['范斯', '范斯 范 斯'],
    ['澤倫斯基', '泽伦斯基 泽 伦 斯 基 泽伦 伦斯 斯基'],
    ['G7峰會', 'g7 峰会 峰 会 g7峰会'],
    ['IT', 'it'],
    ['—', ''],
  ])('of %s: %s', (text, tokens) => expect(textTokens([text])).toBe(tokens));

  test('of several names, each once', () => {
    expect(textTokens(['NATO', 'nato', 'NATO HQ'])).toBe('nato hq natohq');
  });

  test('a hostile text stays cheap', () => {
    const hostile = ['范'.repeat(100_000), 'a '.repeat(50_000), 'ﷺ'.repeat(100_000)];
    const many = Array.from({ length: 2_000 }, (_, n) => Array.from({ length: 100 }, (_, m) => `w${n}x${m}`).join(' '));
    expect(textTokens(hostile).length).toBeLessThan(200_000);
    expect(textTokens(many).split(' ')).toHaveLength(10_000);
    for (const text of hostile) expect(searchQuery(text)?.length ?? 0).toBeLessThan(2_000);
  });

  test('a token is never longer than Lucene takes, nor half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 95, maxLength: 5_000 }), (text) => {
        const tokens = [...textTokens([text]).split(' '), ...(searchQuery(text) ?? '').split(/[ ()*^~]+/)];
        for (const token of tokens) expect([token.length <= 100, token.isWellFormed()]).toEqual([true, true]);
      }),
    );
  });
});

describe('the query for what a person typed', () => {
  test('a word exactly, as a beginning, with a slip', () => {
    expect(searchQuery('Zelensky')).toBe(
      '((zelensky^8 OR zelensky*^4 OR zelensky~1 OR s_srnsk)) OR w_zelensky^16 OR h_srnsk^4',
    );
    expect(searchQuery('IT')).toBe('((it^8 OR it*^4)) OR w_it^16');
    expect(searchQuery('X')).toBe('((x^8)) OR w_x^16');
    expect(searchQuery('2025')).toBe('((2025^8 OR 2025*^4)) OR w_2025^16');
  });

  test('Han by its characters and pairs', () => {
    expect(searchQuery('范')).toBe('((范^8 OR 范*^4)) OR w_范^16');
    expect(searchQuery('北約')).toBe('((北约^8 OR 北约*^4 OR beiyue^6)) OR w_北约^16');
    expect(searchQuery('澤倫斯基')).toBe(
      '((泽伦斯基^8 OR 泽伦斯基*^4 OR 泽伦 OR 伦斯 OR 斯基 OR zelunsiji^6 OR s_srns)) OR w_泽伦斯基^16 OR h_srns^4',
    );
  });

  test('several words, any of them or every one, and all squashed into one', () => {
    expect(searchQuery('Joe B')).toBe('+(((joe^8 OR joe*^4) (b^8)) OR w_joeb^16 OR joeb*^4) i_j f_b');
    expect(searchQuery('Joe B', 'EVERY')).toBe(
      '((joe^8 OR joe*^4 OR joeb^6 OR i_j) AND (b^8 OR joeb^6 OR f_b) AND (joe^8 OR joe*^4 OR joeb^6)) OR joeb^8 OR joeb*^4',
    );
  });

  test.each(['', '   ', '*', '*:*', '"', '🙂', '()', '~', '\\', '—'])(
    '%j finds nothing, rather than everything',
    (text) => {
      expect(searchQuery(text)).toBeNull();
    },
  );

  test('nothing typed acts as syntax', () => {
    expect(searchQuery('AND OR NOT')).toBe(
      '+(((and^8 OR and*^4 OR s_ant) (or^8 OR or*^4) (not^8 OR not*^4)) ' +
        'OR w_andornot^16 OR h_antrnt^4 OR andornot*^4 OR andor^6 OR ornot^6) i_a i_o i_n',
    );
    expect(searchQuery('name:* OR [a TO z] "q" x~9 y^99 \\')).not.toMatch(/[:"[\]\\]|~9|\^99|TO/);
    const clause = /[\p{L}\p{N}\p{M}_]+(\*|~1)?(\^[3468]|\^16)?/gu;
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z*:"~^ ANDORT&|!+-]{0,20}$/)),
        (text) => {
          const rest = searchQuery(text)?.replaceAll(clause, 'w') ?? 'w';
          expect(
            rest
              .replace(/^\+/, '')
              .replaceAll('w OR ', '')
              .replaceAll(/[()w ]/g, ''),
          ).toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('ranking', () => {
  const things: Record<string, Name[]> = {
    zelenskyy: [
      'zh-Hant-TW TRANSLITERATION 澤倫斯基',
      'en ALIAS VolodymyrZelenskyy',
      'en COMMON Volodymyr Zelenskyy',
    ].map(name),
    volodymyr: [name('en COMMON Volodymyr the Great')],
    vance: ['zh-Hant-TW TRANSLITERATION 范斯', 'en COMMON JD Vance'].map(name),
    healey: ['zh-Hant-TW TRANSLITERATION 希利', 'en COMMON John Healey'].map(name),
    nato: ['zh-Hant-TW ABBREVIATION 北約', 'en ABBREVIATION NATO'].map(name),
    'nato-hq': ['zh-Hant-TW COMMON 北約總部', 'en COMMON NATO Headquarters'].map(name),
    ramstein: ['zh-Hant-TW COMMON 拉姆施坦美國空軍基地', 'en COMMON Ramstein Air Base'].map(name),
    'it-coalition': [name('en COMMON IT Coalition')],
    italy: [name('en COMMON Italy')],
    'us-dod': ['zh-Hant-TW COMMON 美國國防部', 'en OFFICIAL US Department of Defense'].map(name),
    'us-secretary': ['zh-Hant-TW COMMON 美國國防部長', 'en OFFICIAL US Secretary of Defense'].map(name),
    'gb-secretary': ['zh-Hant-TW COMMON 英國國防大臣', 'en OFFICIAL UK Secretary of State for Defence'].map(name),
  };
  const ranked = (text: string) =>
    Object.entries(things)
      .map(([key, names]) => ({ key, ...rankNames(text)({ names, isPerson: true }) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);

  test.each([
    ['澤倫斯基', 'zelenskyy', '澤倫斯基'],
    ['Zelenskyy', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['zelensky', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['Zelensyky', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['VolodymyrZelenskyy', 'zelenskyy', 'VolodymyrZelenskyy'],
    ['VolodymyrZel', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['volodymyr zel', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['President Zelenskyy', 'zelenskyy', 'Volodymyr Zelenskyy'],
    ['范', 'vance', '范斯'],
    ['范斯', 'vance', '范斯'],
    ['希利', 'healey', '希利'],
    ['北約', 'nato', '北約'],
    ['Ramstein', 'ramstein', 'Ramstein Air Base'],
    ['IT', 'it-coalition', 'IT Coalition'],
    ['美國國防部', 'us-dod', '美國國防部'],
    ['國防大臣', 'gb-secretary', '英國國防大臣'],
    ['us defense', 'us-secretary', 'US Secretary of Defense'],
  ])('%s leads to %s by %s', (text, key, matched) => {
    expect(ranked(text)[0]).toMatchObject({ key, matched });
  });

  test('a whole name is 1, then all words, beginnings, slips, and some words only', () => {
    const names = [name('en COMMON John Healey')];
    const scores = ['JOHN HEALEY', 'healey', 'heal', 'haeley', 'healey lammy', 'lammy'].map(
      (text) => rankNames(text)({ names, isPerson: true }).score,
    );
    expect(scores[0]).toBe(1);
    expect(scores.at(-1)).toBe(0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  test('of equally good names, the one in a language of the reader', () => {
    const names = ['en COMMON AUKUS', 'zh-Hant COMMON AUKUS', 'zh-Hant ALIAS Aukus'].map(name);
    expect(rankNames('aukus', ['zh'])({ names })).toEqual({ score: 1, matched: 'AUKUS' });
    const ukraine = ['zh-Hant COMMON 烏克蘭', 'zh-Hans COMMON 乌克兰'].map(name);
    expect(rankNames('乌克兰')({ names: ukraine })).toEqual({ score: 1, matched: '乌克兰' });
    expect(rankNames(' 烏克蘭', ['zh-Hans'])({ names: ukraine })).toEqual({ score: 1, matched: '烏克蘭' });
    expect(rankNames('aukus', ['uk'])({ names: ['en COMMON AUKUS', 'uk COMMON Aukus'].map(name) }).matched).toBe(
      'Aukus',
    );
  });

  test('a score is from 0 to 1, and 1 is the whole name only', () => {
    const texts = fc.stringMatching(/^[a-c范斯 ]{0,8}$/);
    fc.assert(
      fc.property(texts, texts, (text, value) => {
        const { score } = rankNames(text)({ names: [{ value, lang: 'en', kind: 'COMMON' }] });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const squashed = (each: string) => normalizeText(each).replaceAll(' ', '');
        expect(score === 1).toBe(squashed(text) !== '' && squashed(text) === squashed(value));
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is typed in full is found among the tokens of what it ranks', () => {
    const texts = fc.stringMatching(/^[a-c范斯 -]{1,8}$/).filter((text) => normalizeText(text) !== '');
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = textTokens([text]).split(' ');
        const exact = [...(searchQuery(text)?.matchAll(/([^\s()]+)\^8/g) ?? [])].map(([, token]) => token);
        expect(exact.every((token) => tokens.includes(token ?? ''))).toBe(true);
      }),
    );
  });
});
