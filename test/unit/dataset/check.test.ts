import { afterAll, describe, expect, test } from '@jest/globals';
import { checkDataSet } from '../../../src/dataset/check.ts';
import { formatProblem } from '../../../src/dataset/file/problems.ts';
import { readDataSet } from '../../../src/dataset/file/read.ts';
import { scratch } from '../../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

/** A data set of one block, with these lines in it. */
const block = (lines: string) => `dataSet: { key: test, title: A test }
blocks:
  - source: { url: https://example.org/a, title: A, kind: REPORT, attributionKind: NARRATION }
${lines.replace(/^(?=.)/gm, '    ')}
`;

async function check(content: string) {
  return checkDataSet(await readDataSet(file('set.yaml', content)));
}

/** Problems as `line:column message`, the file being known. */
async function problemsOf(content: string): Promise<string[]> {
  const { problems } = await check(content);
  return problems.map(({ position, message }) => `${position?.line}:${position?.column} ${message}`);
}

describe('what may be written shortly', () => {
  test('a time as text, a paragraph as a number', async () => {
    const { content: set } = await check(block('meetings:\n  - { key: meeting:x, time: 2025-02-12, paragraph: 9 }'));
    expect(set?.blocks[0]?.meetings).toEqual([{ key: 'meeting:x', time: { edtf: '2025-02-12' }, paragraph: '9' }]);
  });

  test('an hour of publication, the time of a name, several places', async () => {
    const { content: set, problems } = await check(
      block(
        [
          'documents:\n  - { key: doc:x, published: 2025-02-10T14:30Z, authorNames: [Jane Roe] }',
          'countries:\n  - { key: country:TR, note: Renamed., names: [{ value: Turkey, lang: en, time: ../2022-06 }] }',
          'meetings:\n  - { key: meeting:x, places: [place:kyiv, country:DE] }',
        ].join('\n'),
      ),
    );
    expect(problems).toEqual([]);
    const { documents, countries, meetings } = set!.blocks[0]!;
    expect(documents).toEqual([{ key: 'doc:x', published: { edtf: '2025-02-10T14:30Z' }, authorNames: ['Jane Roe'] }]);
    expect(countries![0]!.names).toMatchObject([{ value: 'Turkey', time: { edtf: '../2022-06' } }]);
    expect(meetings).toEqual([{ key: 'meeting:x', places: ['place:kyiv', 'country:DE'] }]);
  });

  test('defaults are filled in', async () => {
    const { content: set } = await check(
      block('officials:\n  - { key: official:x, names: [{ value: X, lang: zh-hant-tw }] }'),
    );
    expect(set?.blocks[0]?.officials?.[0]?.names).toEqual([{ value: 'X', lang: 'zh-Hant-TW', kind: 'COMMON' }]);
  });
});

describe('a mistake is told at its place, with what was expected and what was probably meant', () => {
  // The mark ‸ stands where the problem is to be told.
  test.each([
    [
      'an unknown field',
      'meetings:\n  - key: meeting:x\n    ‸tiem: 2025',
      'there is no field tiem here, only ref, key, ',
    ],
    [
      'a time of day of what is no publication',
      'tenures:\n  - { official: official:x, post: post:y, start: ‸2025-02-10T14:30 }',
      '"2025-02-10T14:30" has a time of day, which is kept only of when a document was published (published); write the day',
    ],
    ['a wrong word', 'memberships:\n  - { member: country:GB, role: ‸MEMBR }', '"MEMBR" is not one of MEMBER, LEAD, '],
    [
      'a missing field',
      'claims:\n  - ‸{ key: c1, type: TIME, text: T, modality: PLANNED }',
      'subject is missing: The node that the claim is about.',
    ],
    [
      'a missing word, with those there are',
      'meetings:\n  - key: meeting:x\n    participants:\n      - ‸{ actor: country:GB, role: HOST }',
      'status is missing: INVITED, PLANNED and CONFIRMED are plans and never count as attendance by themselves. Expected one of INVITED, PLANNED, CONFIRMED, ATTENDED, ABSENT, DECLINED, UNKNOWN.',
    ],
    [
      'a field without a value',
      'meetings:\n  - key: meeting:x\n    ‸time:',
      'the value is empty; give a value, or leave the field out',
    ],
    [
      'a code without quotes',
      'countries:\n  - { key: country:AU, externalIds: [{ scheme: UN_M49, value: ‸036 }] }',
      'expected text, found the number 36; put it in quotes, with its leading zeros if it has any: "036"',
    ],
    [
      'a number in quotes',
      'meetings:\n  - { key: meeting:x, ordinal: ‸"26" }',
      'expected a number, found "26"; write it without quotes',
    ],
    [
      'half a number',
      'meetings:\n  - { key: meeting:x, ordinal: ‸2.5 }',
      'expected a whole number, found the number 2.5',
    ],
    [
      'a number out of bounds',
      'places:\n  - { key: place:x, latitude: ‸91 }',
      'the number 91 is too big; expected 90 or less',
    ],
    [
      'text for a list',
      'topics:\n  - { key: topic:x, names: ‸Peace }',
      'expected a list, found "Peace"; begin each item with a dash, or write [one, two]',
    ],
    [
      'fields for a list',
      'meetings: ‸{ key: meeting:x }',
      'expected a list, found fields with values; begin each item with a dash, or write [one, two]',
    ],
    [
      'a time in brackets without quotes',
      'meetings:\n  - { key: meeting:x, time: ‸[2025-02-05..2025-02-11] }',
      'expected fields with values, found a list; put a time in brackets in quotes: "[2025-02-05..2025-02-11]"',
    ],
    ['a day that is none', 'meetings:\n  - { key: meeting:x, time: ‸2025-02-30 }', '"2025-02-30" '],
    ['a date of another kind', 'meetings:\n  - { key: meeting:x, time: ‸12 February 2025 }', '"12 February 2025" '],
    [
      'a key with a space',
      'meetings:\n  - { key: ‸meeting udcg 26 }',
      '"meeting udcg 26" is not a key; expected kind:name, such as meeting:udcg-26, ',
    ],
    [
      'what stands where a name is missing',
      'officials:\n  - { key: official:x, names: [{ value: ‸"N/A", lang: en }] }',
      '"N/A" is no name, it says that there is none; give the name, or leave it out',
    ],
    [
      'an external id that cannot be of its scheme',
      'officials:\n  - { key: official:x, names: [{ value: X, lang: en }], externalIds: [{ scheme: wikidata, value: ‸Joe }] }',
      '"Joe" is no WIKIDATA id; expected Q and a number, such as Q145, or its address',
    ],
    [
      'an address of a file',
      'documents:\n  - { key: doc:x, url: ‸"file:///etc/passwd" }',
      '"file:///etc/passwd" is not a web address; expected an absolute URL that begins with https:// or http://',
    ],
    [
      'a language by its name',
      'topics:\n  - { key: topic:x, names: [{ value: Peace, lang: ‸English language }] }',
      '"English language" is not a BCP 47 language tag; expected one such as en, uk, zh-Hant-TW',
    ],
    [
      'a digest cut short',
      'documents:\n  - { key: doc:x, sha256: ‸419a }',
      '"419a" is not a SHA-256 digest; expected 64 hexadecimal digits',
    ],
    [
      'blank text',
      'topics:\n  - { key: topic:x, names: [{ value: ‸" ", lang: en }] }',
      '" " is blank; give a value, or leave the field out',
    ],
    [
      'both ref and key',
      'topics:\n  - { ref: topic:x, key: ‸topic:y }',
      'cannot be combined with ref; give only one of them',
    ],
    [
      'a paragraph beside evidence',
      'claims:\n  - { type: TIME, subject: meeting:x, text: T, modality: PLANNED, paragraph: ‸1, evidence: [] }',
      'cannot be combined with evidence; give only one of them',
    ],
  ])('%s', async (_, lines, message) => {
    const marked = block(lines);
    const before = marked.slice(0, marked.indexOf('‸')).split('\n');
    const [problem, ...more] = await problemsOf(marked.replace('‸', ''));
    expect(problem).toMatch(new RegExp(`^${before.length}:${before.at(-1)!.length + 1} `));
    expect(problem).toContain(` ${message}`);
    expect(more).toEqual([]);
  });

  test('nearest words come with it', async () => {
    expect(await problemsOf(block('meetings:\n  - { key: meeting:x, tiem: 2025, status: CANCELED }'))).toEqual([
      expect.stringMatching(/; did you mean CANCELLED\?$/),
      expect.stringMatching(/; did you mean time( or \w+)*\?$/),
    ]);
  });

  test('a step of the chain names an agent or describes an anonymous source, one of the two', async () => {
    const chain = '[{ how: SAID }, { how: TOLD, agent: org:cna, anonymous: { description: A source } }]';
    expect(
      await problemsOf(`dataSet: { key: t, title: T }
blocks:
  - source: { document: doc:x, title: Twice, attribution: ${chain} }
`),
    ).toEqual([
      '3:60 has neither agent nor anonymous; give one of them',
      '3:115 cannot be combined with agent; give only one of them',
      '3:13 attributionKind is missing: ' + (await attributionKindMeans()),
      '3:39 cannot be combined with document; give only one of them',
    ]);
  });

  test.each([
    ['a list', '- a\n- b', '1:1 expected fields with values, found a list'],
    ['text', 'hello', '1:1 expected fields with values, found "hello"'],
  ])('a file that is %s', async (_, content, expected) => expect(await problemsOf(content)).toEqual([expected]));

  test('a file that says neither what it is nor what it holds', async () => {
    expect(await problemsOf('title: Articles')).toEqual([
      '1:1 dataSet is missing: What the file contains.',
      '1:1 blocks is missing: One block per source and attribution.',
      '1:1 there is no field title here, only dataSet, blocks',
    ]);
  });
});

test('a line that is faulty as text is told once', async () => {
  expect(await problemsOf(block('meetings:\n  - key: meeting:x\n    status: @HELD'))).toEqual([
    '6:17 text cannot begin with @; put it in quotes',
  ]);
});

test('a problem is shown with its line and a caret below the place, Han characters counting twice', async () => {
  const { problems } = await check(block('topics:\n  - { key: topic:x, names: [{ value: 和平, lang: zh hant }] }'));
  expect(
    problems
      .map(formatProblem)
      .join('\n')
      .replace(/^\S*set/, 'set'),
  ).toBe(
    `set.yaml:5:52  "zh hant" is not a BCP 47 language tag; expected one such as en, uk, zh-Hant-TW
  5 |       - { key: topic:x, names: [{ value: 和平, lang: zh hant }] }
    |                                                      ^`,
  );
});

test('of a long line the part around the place is shown', async () => {
  const { problems } = await check(
    block(`topics:\n  - { key: topic:x, names: [{ value: ${'peace '.repeat(40)}, lang: "" }] }`),
  );
  const [, line, caret] = formatProblem(problems[0]!).split('\n');
  expect(line!.length).toBeLessThan(120);
  expect(line!.charAt(caret!.indexOf('^'))).toBe('"');
});

async function attributionKindMeans(): Promise<string> {
  const { problems } = await check('dataSet: { key: t, title: T }\nblocks:\n  - source: {}\n');
  return problems[0]!.message.replace('attributionKind is missing: ', '');
}
