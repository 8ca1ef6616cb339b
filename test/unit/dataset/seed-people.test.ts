import { describe, expect, test } from '@jest/globals';
import { capacityOf, daysOf, kindOfTitle, termsOf } from '../../../seed/generate/capacity.ts';
import { readTable } from '../../../seed/generate/csv.ts';
import { indexNames, officialNamed, officialNames } from '../../../seed/generate/people.ts';

/** How the seed finds out whom a page means, and in which post. */
describe('the official whom a page names', () => {
  const index = indexNames([
    { key: 'official:ingrida-simonyte', name_en: 'Ingrida Šimonytė', alias: '' },
    { key: 'official:rustem-umerov', name_en: 'Rustem Umerov', alias: 'Rustem Umierov;Umerov' },
    { key: 'official:jonas-gahr-store', name_en: 'Jonas Gahr Støre', alias: '' },
  ]);

  test.each([
    ['Ingrida Simonyte', 'official:ingrida-simonyte'],
    ['INGRIDA ŠIMONYTĖ', 'official:ingrida-simonyte'],
    ['Rustem Umierov', 'official:rustem-umerov'],
    ['Jonas Gahr-Store', 'official:jonas-gahr-store'],
  ])('%s is %s', (name, key) => expect(officialNamed(name, index)).toBe(key));

  test('is never guessed: who is like nobody else by one letter is somebody else', () => {
    expect(() => officialNamed('Ingrida Simonyta', index)).toThrow('no official is called Ingrida Simonyta');
  });

  test('is one: two officials may not share a name', () => {
    const two = [
      { key: 'official:a', name_en: 'Dan Caine', alias: '' },
      { key: 'official:b', name_en: 'John Caine', alias: 'Dan Caine' },
    ];
    expect(() => indexNames(two)).toThrow('official:b and official:a are both called Dan Caine');
  });

  test('stands in the tables for every row of the meetings', () => {
    const rows = [...readTable('attendance'), ...readTable('meeting-participants')];
    const names = rows.map(({ actor }) => actor!).filter((actor) => !actor.includes(':'));
    expect(new Set(names.map((name) => officialNamed(name, officialNames))).size).toBeGreaterThan(250);
  });
});

describe('the kind of post that a printed title names', () => {
  test.each([
    ['US Secretary of Defense', 'DEFENCE'],
    ['UK Secretary of State for Defence', 'DEFENCE'],
    ["Ukraine's new Minister of Defense", 'DEFENCE'],
    ['Deputy Prime Minister, Minister of Defence', 'DEFENCE'],
    ['interim Minister of National Defence of Romania', 'DEFENCE'],
    ['head of the Pentagon', 'DEFENCE'],
    ['French Minister of the Armed Forces', 'DEFENCE'],
    ['Minister of Defence (called Mark Blair)', 'DEFENCE'],
    ['US Secretary of State', 'FOREIGN_AFFAIRS'],
    ['Deputy Prime Minister, Foreign Minister', 'FOREIGN_AFFAIRS'],
  ])('%s: a minister of %s', (title, portfolio) =>
    expect(kindOfTitle(title)).toEqual({ levels: ['MINISTER'], portfolio }),
  );

  test.each([
    ['Chief of the Hellenic National Defence General Staff', 'MILITARY_CHIEF'],
    ['Joint Chiefs Chairman', 'MILITARY_CHIEF'],
    ['Supreme Allied Commander Europe', 'MILITARY_CHIEF'],
    ['NATO chief', 'HEAD_OF_ORGANIZATION'],
    ['President of the European Council', 'HEAD_OF_ORGANIZATION'],
    ['ambassador to NATO', 'AMBASSADOR'],
    ['Prime Minister of Italy', 'HEAD_OF_GOVERNMENT'],
    ['chancellor', 'HEAD_OF_GOVERNMENT'],
    ['president', 'HEAD_OF_STATE'],
  ])('%s: %s', (title, level) => expect(kindOfTitle(title)?.levels[0]).toBe(level));

  test.each([
    'Vice Minister of National Defense',
    'Deputy Defence Minister of Ukraine',
    'Assistant Secretary of Defense',
    'Parliamentary State Secretary',
    'State Secretary of the Ministry of Defence',
    'Chief of cabinet, Ministry of Defence',
    'British shadow foreign secretary',
    'former President of Estonia',
    'president-elect',
    'designated High Representative',
    'vice president',
    'Speaker of the US House of Representatives',
    'chairman of the conference',
    'head of the presidential office',
    'Chief of the Defence Intelligence of Ukraine',
    'US secretary (page says of State)',
    '',
  ])('%s: none', (title) => expect(kindOfTitle(title)).toBeNull());
});

describe('the post in which somebody took part', () => {
  const posts = [
    { key: 'post:xx-defence-minister', level: 'MINISTER', portfolio: 'DEFENCE', name_en: 'Minister of Defence' },
    { key: 'post:xx-foreign-minister', level: 'MINISTER', portfolio: 'FOREIGN_AFFAIRS', name_en: 'Foreign Minister' },
  ];
  const terms = termsOf(
    [
      { official: 'official:a', post: 'post:xx-defence-minister', start: '2022-03', end: '' },
      { official: 'official:b', post: 'post:xx-defence-minister', start: '2024-05-01', end: '2025-02-03' },
      { official: 'official:a', post: 'post:xx-foreign-minister', start: '2024-05-01', end: '' },
      { official: 'official:c', post: 'post:xx-defence-minister', start: '', end: '2021' },
    ],
    posts,
  );
  const capacity = (official: string, title: string, time: string) =>
    capacityOf(`official:${official}`, title, daysOf(time), terms);

  test.each([
    ['the post that the title names', 'a', 'Defence Minister', '2023-06-15', 'post:xx-defence-minister'],
    ['on each day of its term', 'b', 'Minister of Defence', '2025-02-03', 'post:xx-defence-minister'],
    [
      'also of a meeting of which only the month is known',
      'b',
      'Defence Minister',
      '2024-05',
      'post:xx-defence-minister',
    ],
    ['another after a change of post', 'a', 'Foreign Minister', '2024-09-06', 'post:xx-foreign-minister'],
    ['none where the title is of a post that is not held', 'a', 'Foreign Minister', '2023-06-15', undefined],
    ['none after the next holder has begun', 'a', 'Defence Minister', '2024-09-06', undefined],
    ['none after the end', 'b', 'Defence Minister', '2025-02-12', undefined],
    ['none where no start is known', 'c', 'Defence Minister', '2020-01-01', undefined],
    ['none for who holds no post of the tables', 'd', 'Defence Minister', '2023-06-15', undefined],
    ['none without a title', 'a', '', '2023-06-15', undefined],
  ])('is %s', (_, official, title, time, post) => expect(capacity(official, title, time)).toBe(post));
});
