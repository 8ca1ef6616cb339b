import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkDataSet } from '../../../src/dataset/check.ts';
import { readDataSet } from '../../../src/dataset/file/read.ts';
import { type SourceCheck, checkSource } from '../../../src/dataset/source/check.ts';
import { type NameForm, findMentions } from '../../../src/dataset/source/mentions.ts';
import { splitParagraphs } from '../../../src/dataset/source/paragraphs.ts';
import { scratch } from '../../support/files.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

/** A text of our own, in the manner of a news agency. */
const TEXT = `Mira Kalm to chair the Harbour Group

Mira Kalm, minister of harbours of Norland. Photo: Lightpress

The Harbour Group meets on 3 May in Port Anna. Norland is to chair it.

Sailors told the agency that Sudland agreed. The ministry
of Sudland was silent.

harbours, Norland
`;

const sha256 = createHash('sha256').update(TEXT).digest('hex');

/** A data set that codes the text; what a test is about replaces the parts. */
function dataSet({
  claims = '',
  rows = '',
  digest = sha256,
  shortForms = '{}',
  attribution = '{ agent: org:agency, how: REPORTED }',
}: Partial<Record<'claims' | 'rows' | 'digest' | 'shortForms' | 'attribution', string>>): string {
  return `dataSet:
  key: harbours
  title: Harbours
  source:
    document: doc:harbours
    paragraphs: { H: 1, CAP: 3, KW: 10 }
    body: [5, 8]
    shortForms: ${shortForms}
blocks:
  - source:
      document: doc:harbours
      attribution: [${attribution}]
      attributionKind: NARRATION
    documents:
      - { key: doc:harbours, kind: NEWS_ARTICLE, publisher: org:agency, sha256: ${digest} }
    countries:
      - { key: country:N, names: [{ value: Norland, lang: en }] }
      - { key: country:S, names: [{ value: Sudland, lang: en }] }
    organizations:
      - { key: org:agency, names: [{ value: Port Agency, lang: en }] }
      - { key: org:group, names: [{ value: Harbour Group, lang: en }] }
      - { key: org:harbour, names: [{ value: Harbour, lang: en }] }
    officials:
      - { key: official:kalm, names: [{ value: Mira Kalm, lang: en }] }
    topics:
      - { key: topic:fees, names: [{ value: harbour fees, lang: en }] }
    meetings:
      - key: meeting:harbour
        names: [{ value: Meeting of 3 May, lang: en }]
        body: org:group
        participants: [{ key: part:kalm, actor: official:kalm, role: CHAIR, status: PLANNED }]
${rows}
    claims:
      - { key: c1, type: CHAIRS, subject: country:N, objects: [meeting:harbour], modality: PLANNED, text: T, paragraph: 1 }
${claims}
`;
}

async function check(set: string, text = TEXT): Promise<SourceCheck> {
  const { parsed, content, problems } = checkDataSet(await readDataSet(file('set.yaml', set)));
  expect(problems).toEqual([]);
  return checkSource([{ parsed, content: content! }], file('article.txt', text));
}

const messages = ({ problems }: SourceCheck) => problems.map(({ message }) => message);
const claim = (fields: string) => `      - { key: c2, type: OTHER, modality: OCCURRED, text: T, ${fields} }`;

describe('paragraphs', () => {
  test('labelled ones stand where the data set says, those of the body between blank lines', () => {
    const source = { document: 'doc:x', paragraphs: { H: 1, CAP: 3 }, body: [5, 8] as [number, number] };
    const { paragraphs } = splitParagraphs(TEXT, source);
    expect([...paragraphs].map(([label, { first, last }]) => [label, first, last])).toEqual([
      ['H', 1, 1],
      ['CAP', 3, 3],
      ['1', 5, 5],
      ['2', 7, 8],
    ]);
  });

  test('lines that the text does not have are told', () => {
    const source = {
      document: 'doc:x',
      paragraphs: { H: 100, CAP: [4, 3] as [number, number] },
      body: [5, 90] as [number, number],
    };
    expect(splitParagraphs('one line', source).outside).toEqual([
      { label: 'H', lines: 1 },
      { label: 'CAP', lines: 1 },
      { label: 'body', lines: 1 },
    ]);
  });
});

describe('what a paragraph names', () => {
  const form = (ref: string, words: string, more: Partial<NameForm> = {}): NameForm => ({
    ref,
    words,
    isCountry: ref.startsWith('country:'),
    paragraphs: null,
    ...more,
  });
  const named = (text: string, ...forms: NameForm[]) => [...findMentions('1', text, forms).named];

  test('of two names in one place the longer', () => {
    const forms = [form('org:us-dod', '美國國防部'), form('post:us-defense-secretary', '美國國防部長')];
    expect(named('由美國國防部長擔任', ...forms)).toEqual(['post:us-defense-secretary']);
    expect(named('據美國國防部與美國國防部長', ...forms)).toEqual(['org:us-dod', 'post:us-defense-secretary']);
  });

  test('a country inside the name of its ministry, but not inside that of another country', () => {
    expect(named('美國國防部', form('country:US', '美國'), form('org:us-dod', '美國國防部'))).toEqual([
      'country:US',
      'org:us-dod',
    ]);
    expect(named('Guinea-Bissau', form('country:GN', 'Guinea'), form('country:GW', 'Guinea-Bissau'))).toEqual([
      'country:GW',
    ]);
  });

  test('no word inside a longer word of an alphabet, but any inside Han text', () => {
    expect(named('a BUSY day', form('country:US', 'US'))).toEqual([]);
    expect(named('透過社群媒體X貼文', form('org:x', 'X'))).toEqual(['org:x']);
  });

  test('a name across a line break', () => {
    expect(named('the Harbour\n  Group met', form('org:group', 'Harbour Group'))).toEqual(['org:group']);
  });

  test('a short form only in its paragraphs', () => {
    const forms = [form('org:group', 'the group', { paragraphs: ['2'] })];
    expect([...findMentions('2', 'the group met', forms).named]).toEqual(['org:group']);
    expect([...findMentions('1', 'the group met', forms).named]).toEqual([]);
  });
});

describe('a data set against its text', () => {
  test('that says what it is coded to say', async () => {
    expect(await check(dataSet({ claims: claim('subject: topic:fees, paragraph: 2') }))).toEqual({
      problems: [],
      checked: 1,
      unchecked: 1,
      paragraphs: 2,
    });
  });

  test('another text', async () => {
    const [message] = messages(await check(dataSet({}), TEXT.replace('3 May', '4 May')));
    expect(message).toMatch(
      /article\.txt is not the text that was coded: its SHA-256 is \w{64}, that of doc:harbours is /,
    );
  });

  test('a text that is not there', async () => {
    const checked = checkDataSet(await readDataSet(file('set.yaml', dataSet({}))));
    const { problems } = await checkSource(
      [{ parsed: checked.parsed, content: checked.content! }],
      'nowhere/article.txt',
    );
    expect(problems).toMatchObject([{ file: 'nowhere/article.txt', message: 'there is no such file' }]);
  });

  test('a data set that codes no text', async () => {
    expect(messages(await check('dataSet: { key: a, title: A }\nblocks: []\n'))).toEqual([
      'the data set does not say which text it codes; give dataSet.source with document, paragraphs and body',
    ]);
  });

  test.each([
    ['a paragraph that is not there', 'subject: country:N, paragraph: 3', 'the text has no paragraph 3; its paragraphs are H, CAP, KW, 1, 2'], // prettier-ignore
    ['a line of another paragraph', 'subject: country:N, evidence: [{ paragraph: 1, line: 7 }]', 'line 7 is not in paragraph 1, which is in line 5'], // prettier-ignore
    ['a subject that is not named', 'subject: country:N, paragraph: 2', 'c2 is about country:N, but paragraph 2 does not mention it (Norland); correct it, or add words under dataSet.source.shortForms'], // prettier-ignore
    ['an object in one of its places only', 'subject: topic:fees, objects: [country:S], evidence: [{ paragraph: 2 }, { paragraph: KW }]', 'c2 is about country:S, but paragraph KW does not mention it (Sudland); correct it, or add words under dataSet.source.shortForms'], // prettier-ignore
    ['a name inside a longer one', 'subject: org:harbour, paragraph: 1', 'c2 is about org:harbour, but paragraph 1 does not mention it (Harbour), only the longer Harbour Group; correct it, or add words under dataSet.source.shortForms'], // prettier-ignore
    ['a meeting of which nobody is there', 'subject: meeting:harbour, paragraph: 2', 'c2 is about meeting:harbour, but paragraph 2 mentions neither it nor its body, its place or a participant'], // prettier-ignore
    ['a thing of another file', 'subject: country:GB, paragraph: 2', 'c2 is about country:GB, but paragraph 2 could not be searched: these files have no name for it; import them together with the file that has, or add its words under dataSet.source.shortForms'], // prettier-ignore
  ])('%s', async (_, fields, message) => {
    expect(messages(await check(dataSet({ claims: claim(fields) })))).toEqual([message]);
  });

  test('a meeting is named by who takes part in it', async () => {
    expect(messages(await check(dataSet({ claims: claim('subject: meeting:harbour, paragraph: H') })))).toEqual([]);
  });

  test('declared short forms count', async () => {
    const claims = claim('subject: country:N, paragraph: 2');
    expect(
      messages(await check(dataSet({ claims, shortForms: '{ country:N: [{ form: Sailors, in: [2] }] }' }))),
    ).toEqual([]);
  });

  test('who is quoted is named too, unless the coder inferred it', async () => {
    const attribution = '{ agent: official:kalm, how: SAID }';
    const claims = claim('subject: country:S, paragraph: 2');
    expect(messages(await check(dataSet({ claims, attribution })))).toEqual([
      expect.stringMatching(/^c1 quotes official:kalm, but paragraph 1 does not mention it \(Mira Kalm\)/),
      expect.stringMatching(/^c2 quotes official:kalm, but paragraph 2 does not mention it \(Mira Kalm\)/),
    ]);
    const inferred = claim('subject: country:S, paragraph: 2, attributionInferred: true');
    expect(messages(await check(dataSet({ claims: inferred, attribution })))).toEqual([
      expect.stringMatching(/^c1 quotes/),
    ]);
  });

  test('rows that cite a paragraph of their own are checked as claims are', async () => {
    const rows =
      '    memberships:\n      - { key: membership:s, member: country:S, organization: org:group, role: MEMBER, paragraph: 1 }';
    expect(messages(await check(dataSet({ rows })))).toEqual([
      expect.stringMatching(/^membership:s is about country:S, but paragraph 1 does not mention it/),
    ]);
  });

  test('no message shows the text', async () => {
    const claims = [
      claim('subject: country:S, objects: [org:harbour, meeting:harbour], evidence: [{ paragraph: 1, line: 1 }]'),
    ].join('\n');
    const told = messages(await check(dataSet({ claims }))).join('\n');
    for (const piece of TEXT.split(/[.\n]+/).filter((words) => words.trim().length > 14))
      expect(told).not.toContain(piece.trim());
  });
});
