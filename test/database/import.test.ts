import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { formatReport } from '../../src/dataset/format-report.ts';
import { type Database } from '../../src/graph/database.ts';
import { retractClaimOperation } from '../../src/record/claims/retract.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { runOperation } from '../support/run-operation.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

const bring = (files: string[], options: { dryRun?: boolean; prune?: boolean } = {}) =>
  importFiles(database, files, { by: 'test', ...options });

/** Imports what is expected to have no problems. */
async function bringWell(...files: string[]) {
  const report = await bring(files);
  expect([...report.problems, ...report.warnings].map(({ message }) => message)).toEqual([]);
  return report.recorded!;
}

const rows = (cypher: string, parameters?: Record<string, unknown>) =>
  database.read((tx) => tx.rows(cypher, parameters));

/** The first column of the answer. */
const ask = async (cypher: string) => (await rows(cypher)).map(([first]) => first);

/** The version of the graph and how much is in it: what an import that writes nothing leaves as it was. */
async function state() {
  const [nodes] = await ask('MATCH (n) RETURN count(n)');
  const [edges] = await ask('MATCH ()-[r]->() RETURN count(r)');
  return { version: await database.version(), nodes, edges };
}

describe('the coded article', () => {
  beforeAll(() => emptyGraph(database));

  test('creates exactly the nodes and claims that its coding lists', async () => {
    expect(await bringWell('seed/article.yaml')).toMatchObject({
      created: {
        Country: 8,
        Official: 8,
        Organization: 16,
        Post: 8,
        Place: 7,
        Topic: 18,
        Meeting: 7,
        Development: 3,
        Document: 4,
        AnonymousSource: 2,
        Statement: 9,
        Tenure: 8,
        Participation: 15,
        Membership: 3,
        Claim: 69,
      },
      written: true,
    });
    expect(await ask('MATCH (n:Entity|Document|AnonymousSource) RETURN count(n)')).toEqual([81]);
  });

  test.each<[string, Record<string, number>]>([
    ['status', { OCCURRED: 26, ONGOING: 20, PLANNED: 15, EXPECTED: 1, ALLEGED: 5, UNDETERMINED: 2 }],
    [
      'attributionKind',
      {
        NARRATION: 48,
        HEADLINE: 1,
        ON_RECORD: 7,
        OFFICIAL_RECORD: 5,
        MEDIA_REPORT: 3,
        ANONYMOUS: 4,
        ANONYMOUS_VIA_MEDIA: 1,
      },
    ],
  ])('claims by %s', async (property, expected) => {
    const counts = await rows('MATCH (c:Claim) RETURN c[$property], count(*)', { property });
    expect(Object.fromEntries(counts)).toEqual(expected);
  });

  test('claims by paragraph', async () => {
    const counts = await rows(
      'MATCH (c:Claim)-[e:EVIDENCE]->(:Document {key: "doc:article"}) RETURN e.paragraph, count(DISTINCT c)',
    );
    const [h, cap, ...body] = [2, 1, 6, 6, 2, 6, 6, 6, 9, 3, 5, 1, 5, 3, 3, 5, 7, 1];
    const numbered = body.map((count, index) => [String(index + 1), count]);
    expect(Object.fromEntries(counts)).toEqual({ H: h, CAP: cap, ...Object.fromEntries(numbered) });
  });

  test.each([
    [
      'rest on an anonymous source',
      '(c)-[:ATTRIBUTED_TO]->(:AnonymousSource)',
      ['c008', 'c009', 'c010', 'c011', 'c045'],
    ],
    ['are alleged', 'c.status = "ALLEGED"', ['c010', 'c011', 'c041', 'c043', 'c045']],
    ['are undetermined', 'c.status = "UNDETERMINED"', ['c013', 'c014']],
    ['deny something', 'c.polarity = "NEGATIVE"', ['c049']],
  ])('claims that %s', async (_, where, expected) => {
    expect(await ask(`MATCH (c:Claim) WHERE ${where} RETURN c.key ORDER BY c.sortKey`)).toEqual(expected);
  });

  test('has the expected conflicts', async () => {
    const among = 'MATCH (x:Conflict)-[:AMONG]->(c) WITH x, c ORDER BY c.sortKey WITH x, collect(c.key) AS keys';
    expect(await ask(`${among} RETURN keys ORDER BY keys[0]`)).toEqual([
      ['c002', 'c043'],
      ['c010', 'c041'],
      ['c013', 'c014'],
    ]);
  });

  test('says who is to chair the next meeting', async () => {
    expect(
      await rows(`MATCH (a:Actor)<-[:OF_ACTOR]-(p:Participation {role: "CHAIR"})-[:IN_EVENT]->(:Meeting {key: "meeting:udcg-26"})
        RETURN a.key, p.status ORDER BY a.key`),
    ).toEqual([
      ['country:GB', 'PLANNED'],
      ['official:john-healey', 'INVITED'],
    ]);
  });

  test('codes keep their leading zeros', async () => {
    expect(await ask('MATCH (:Country {key: "country:AU"})-[:IDENTIFIED_BY]->(i {scheme: "UN_M49"}) RETURN i.value')).toEqual(['036']); // prettier-ignore
  });

  test('changes nothing when it is imported again, and says so', async () => {
    const before = await state();
    const report = await bring(['seed/article.yaml']);
    expect(report.recorded).toMatchObject({ created: {}, corrected: 0, retracted: 0, redescribed: 0, written: false });
    expect(formatReport(report).at(-1)).toMatch(/^Nothing changed: \d+ rows as before\.$/);
    expect(await state()).toEqual(before);
  });
});

describe('errors in files', () => {
  beforeAll(async () => {
    await emptyGraph(database);
    await bringWell('seed/article.yaml');
  });

  test('more than twenty are reported at once, each with its position, and nothing is written', async () => {
    const lines = readFileSync('test/database/errors.yaml.txt', 'utf8').split('\n');
    const expected = lines.flatMap((line, index) => {
      const [, column, message] = /#! (\d+) (.*)$/.exec(line) ?? [];
      return message === undefined ? [] : [{ line: index + 1, column: Number(column), message }];
    });
    expect(expected.length).toBeGreaterThanOrEqual(20);
    const before = await state();

    const { problems, recorded } = await bring(['test/database/errors.yaml.txt']);

    const told = problems.map(({ position, message }) => ({ ...position, message }));
    expect(told).toEqual(
      expected.map(({ message, ...place }) => ({ ...place, message: expect.stringContaining(message) })),
    );
    expect(recorded?.written).toBe(false);
    expect(await state()).toEqual(before);
  });

  test('an error in one of two files prevents the import of both', async () => {
    const good = file(
      'good.yaml',
      dataSet('good', 'topics:\n  - { key: topic:good, names: [{ value: Good, lang: en }] }'),
    );
    const bad = file(
      'bad.yaml',
      dataSet('bad', 'topics:\n  - { key: topic:bad, names: [{ value: Bad, lang: en }], broader: topic:goood }'),
    );
    const before = await state();
    const { problems } = await bring([good, bad]);
    expect(problems.map(({ file: where, message }) => [where, message])).toEqual([
      [bad, 'nothing is known as topic:goood; expected the key or id of a topic; did you mean topic:good?'],
    ]);
    expect(await state()).toEqual(before);
  });

  test('a reference to a row with an error is not reported as another error', async () => {
    const path = file(
      'faulty.yaml',
      dataSet(
        'faulty',
        `officials:
  - { key: official:new, names: [{ value: New, lang: en, kind: COMON }] }
meetings:
  - key: meeting:new
    kind: OTHER
    status: HELD
    time: 2025
    names: [{ value: New, lang: en }]
    participants: [{ actor: official:new, role: CHAIR, status: ATTENDED }]`,
      ),
    );
    const { problems } = await bring([path]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('"COMON" is not one of')]);
  });

  test('two files with the same key are reported', async () => {
    const one = file('one.yaml', dataSet('same', ''));
    const two = file('two.yaml', dataSet('same', ''));
    const { problems } = await bring([one, two]);
    expect(problems.map(({ message }) => message)).toEqual([
      `${one} also has the key same; give each file a unique key`,
    ]);
  });
});

describe('an import', () => {
  beforeEach(() => emptyGraph(database));

  const meeting = (lines: string) =>
    dataSet(
      'talks',
      `organizations:
  - { key: org:group, kind: COALITION, names: [{ value: Group, lang: en }] }
countries:
  - { key: country:XN, names: [{ value: Norland, lang: en }] }
  - { key: country:XS, names: [{ value: Sudland, lang: en }] }
meetings:
  - key: meeting:talks
    kind: MULTILATERAL_MEETING
    names: [{ value: Talks, lang: en }]
    body: org:group
${lines.replace(/^(?=.)/gm, '    ')}`,
    );

  test('applies only the difference of an edited file', async () => {
    const before =
      'status: SCHEDULED\ntime: 2025-05\nparticipants:\n  - { key: part:xn, actor: country:XN, role: CHAIR, status: PLANNED }';
    await bringWell(file('talks.yaml', meeting(before)));
    const recorded = await bringWell(file('talks.yaml', meeting(before.replace('PLANNED', 'CONFIRMED'))));
    expect(recorded).toMatchObject({ created: {}, corrected: 1, retracted: 0, redescribed: 0, written: true });
    expect(await rows('MATCH (p:Participation) RETURN p.key, p.status')).toEqual([['part:xn', 'CONFIRMED']]);
    expect(
      await rows('MATCH (:Participation)<-[:SUPPORTS]-(c:Claim) RETURN c.live, c.reviewState ORDER BY c.live'),
    ).toEqual([
      [false, 'CORRECTED'],
      [true, 'ACCEPTED'],
    ]);
  });

  test('does not depend on comments, order or layout', async () => {
    await bringWell(file('talks.yaml', meeting('status: HELD\ntime: 2025-05-03')));
    const recorded = await bringWell(
      file('talks.yaml', meeting('# held\ntime:\n  edtf: "2025-05-03"\nstatus: "HELD"')),
    );
    expect(recorded).toMatchObject({ created: {}, corrected: 0, redescribed: 0, written: false });
  });

  test('reports in a dry run what would change, and changes nothing', async () => {
    const path = file('talks.yaml', meeting('status: HELD\ntime: 2025-05-03'));
    const before = await state();
    const report = await bring([path], { dryRun: true });
    expect(formatReport(report, { dryRun: true })).toEqual([
      'This would change:',
      ...['1 document', '2 countries', '1 organization', '1 meeting', '1 claim'].map((news) =>
        expect.stringMatching(new RegExp(`^  new +${news}$`)),
      ),
      'Nothing was written.',
    ]);
    expect(await state()).toEqual(before);
  });

  test('warns of what is probably a slip, with its place, and imports it', async () => {
    const path = file('talks.yaml', meeting('status: HELD\ntime: 2125-05-03'));
    const before = await state();
    const dry = await bring([path], { dryRun: true });
    const shown = formatReport(dry, { dryRun: true });
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('status: HELD')) + 1;
    expect(shown[1]).toMatch(
      new RegExp(`talks\\.yaml:${line}:\\d+ {2}\\S+ has its time on 3 May 2125, .*still to come`),
    );
    expect(shown.slice(3, 6)).toEqual([
      '1 warning. These are probably slips, or rows that were taken back; they stop nothing.',
      '',
      'This would change:',
    ]);
    expect(await state()).toEqual(before);
    expect(await bring([path])).toMatchObject({ problems: [], warnings: dry.warnings, recorded: { written: true } });
  });

  test('warns of rows that an analyst has retracted, after what is probably a slip', async () => {
    const given = (time: string) =>
      meeting(
        `participants:\n  - { key: part:xn, actor: country:XN, role: CHAIR, status: ATTENDED }\nstatus: HELD\ntime: ${time}`,
      );
    await bringWell(file('talks.yaml', given('2025-05-03')));
    const [claim] = await ask('MATCH (c:Claim)-[:SUPPORTS]->({key: "part:xn"}) RETURN c.key');
    await runOperation(database, retractClaimOperation({ claim: claim as string, alsoRetract: [] }));
    const { problems, warnings } = await bring([file('talks.yaml', given('2125-05-03'))]);
    expect(problems).toEqual([]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('still to come'),
      expect.stringMatching(/retracted by anna .* \("A test\."\), so no claim is made of it/),
    ]);
    expect(warnings[1]!.position!.line).toBeLessThan(warnings[0]!.position!.line);
  });

  test('keeps what was removed from the file, and retracts it with prune', async () => {
    const full =
      'status: HELD\ntime: 2025-05-03\nparticipants:\n  - { key: part:xn, actor: country:XN, role: CHAIR, status: ATTENDED }';
    await bringWell(file('talks.yaml', meeting(full)));
    const path = file('talks.yaml', meeting('status: HELD\ntime: 2025-05-03'));
    expect(await bringWell(path)).toMatchObject({ retracted: 0, written: false });
    const { recorded } = await bring([path], { prune: true });
    expect(recorded).toMatchObject({ retracted: 1, written: true });
    expect(await ask('MATCH (p:Participation) RETURN p.standing')).toEqual(['WITHDRAWN']);
  });

  test('of several files allows references between them in any order', async () => {
    const part = file(
      'part.yaml',
      dataSet('part', 'topics:\n  - { key: topic:part, names: [{ value: Part, lang: en }], broader: topic:whole }'),
    );
    const whole = file(
      'whole.yaml',
      dataSet('whole', 'topics:\n  - { key: topic:whole, names: [{ value: Whole, lang: en }] }'),
    );
    expect((await bringWell(part, whole)).created).toMatchObject({ Topic: 2 });
  });

  test('accepts JSON, too', async () => {
    const path = file(
      'set.json',
      JSON.stringify({
        dataSet: { key: 'json', title: 'JSON' },
        blocks: [
          {
            source: { url: 'https://example.org/json', title: 'JSON', kind: 'REPORT', attributionKind: 'NARRATION' },
            topics: [{ key: 'topic:json', names: [{ value: 'JSON', lang: 'en' }] }],
          },
        ],
      }),
    );
    expect((await bringWell(path)).created).toEqual({ Topic: 1, Document: 1 });
  });

  test('of the example in the documentation gives the result shown there', async () => {
    const [, example] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readFileSync('docs/data-sets.md', 'utf8'))!;
    await bringWell(file('example.yaml', example!));
    expect(
      await rows(`MATCH (a)<-[:OF_ACTOR]-(p:Participation {role: "CHAIR"})<-[:SUPPORTS]-(c:Claim)-[e:EVIDENCE]->()
        RETURN a.key, p.status, c.attributionKind, e.paragraph`),
    ).toEqual([['country:XN', 'PLANNED', 'ANONYMOUS', '4']]);
  });
});

/** A data set of one block with these rows. */
function dataSet(key: string, rows: string): string {
  return `dataSet: { key: ${key}, title: ${key} }
blocks:
  - source: { url: "https://example.org/${key}", title: ${key}, kind: REPORT, attributionKind: NARRATION }
${rows.replace(/^(?=.)/gm, '    ')}
`;
}
