import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { rebuild } from '../../../src/record/integrity/rebuild.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, queryGraph } from '../../support/recording.ts';
import { mutationClient } from '../../support/mutation-client.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const page = (title: string) => ({ title, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' }) as const;
const official = (key: string, name: string, rest: object = {}) => ({
  key: `official:${key}`,
  names: [{ value: name, lang: 'en' }],
  ...rest,
});
const officials = (...rows: ReturnType<typeof official>[]): Block => ({ source: page('a page'), officials: rows });

const get = <T>(query: string) => mutationClient(database).get<T>(query);

/** The list as readers see it: the keys of each pair. */
async function listed(): Promise<string[]> {
  const { nodes, totalCount } = await get<{ nodes: { a: { key: string }; b: { key: string } }[]; totalCount: number }>(
    '{ possibleDuplicates(first: 100) { nodes { a { key } b { key } } totalCount } }',
  );
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ a, b }) => `${a.key} ${b.key}`);
}

const pairsOf = ({ possibleDuplicates }: Awaited<ReturnType<typeof importBlocks>>) =>
  possibleDuplicates.map(({ first, second }) => `${first.key} ${second.key}`);

const judge = (a: string, b: string, verdict: string) =>
  get(
    `mutation { judgeIdentity(a: "${a}", b: "${b}", verdict: ${verdict}, reason: "looked") { problems { message } } }`,
  );

const DOUBLE = 'official:healey official:row-1';
const importDouble = async () => {
  await importBlocks(database, 'one', [officials(official('healey', 'John Healey'))]);
  return importBlocks(database, 'two', [officials(official('row-1', 'John Healey'))]);
};

describe('an import', () => {
  test('tells of whoever may be known, or double in the file, and so does its dry run, which lists nothing', async () => {
    await importBlocks(database, 'one', [
      { source: page('one'), countries: [{ key: 'country:JP', names: [{ value: 'Japan', lang: 'en' }] }] },
      officials(official('healey', 'John Healey')),
    ]);
    const visit = (key: string): MeetingRow => ({
      key,
      kind: 'VISIT',
      names: [{ value: 'Visit to Tokyo', lang: 'en' }],
      time: { edtf: '2021-11-01/2021-11-02' },
      status: 'HELD',
      participants: [
        { actor: 'official:row-1', role: 'VISITOR', status: 'ATTENDED' },
        { actor: 'country:JP', role: 'HOST', status: 'ATTENDED' },
      ],
    });
    const block: Block = {
      ...officials(
        official('row-1', 'John Healey'),
        official('row-2', 'Rhea Doublesson'),
        official('row-3', 'Rhea Doublesson'),
      ),
      meetings: [visit('meeting:row-4'), visit('meeting:row-5')],
    };
    const expected = ['meeting:row-4 meeting:row-5', DOUBLE, 'official:row-2 official:row-3'];
    const dry = await importBlocks(database, 'two', [block], { dryRun: true });
    expect(pairsOf(dry).sort()).toEqual(expected);
    expect(dry.possibleDuplicates.find(({ first }) => first.key === 'official:healey')).toMatchObject({
      score: 1,
      reasons: ['the same name, John Healey'],
      first: { name: 'John Healey' },
    });
    expect(await listed()).toEqual([]);

    const stopped = await importBlocks(database, 'two', [block], { strict: true });
    expect(stopped.written).toBe(false);
    expect(pairsOf(stopped).sort()).toEqual(expected);
    expect(await listed()).toEqual([]);

    expect(pairsOf(await importBlocks(database, 'two', [block])).sort()).toEqual(expected);
    expect((await listed()).sort()).toEqual(expected);
    // Once more: nothing is new.
    expect(await importBlocks(database, 'two', [block], { strict: true })).toMatchObject({ possibleDuplicates: [] });
    expect(await verify(database)).toEqual([]);
  });

  test('finds a person beside any number of meetings that are named after them', async () => {
    const titled = (day: number): MeetingRow => ({
      key: `meeting:crowd-${day}`,
      kind: 'VISIT',
      names: [{ value: `Quentin B. Testerfield in Town ${day}`, lang: 'en' }],
      time: { edtf: `20${day}-01-01` },
      status: 'HELD',
      participants: [{ actor: 'official:crowd', role: 'VISITOR', status: 'ATTENDED' }],
    });
    await importBlocks(database, 'one', [
      {
        ...officials(official('crowd', 'Quentin Testerfield')),
        meetings: Array.from({ length: 60 }, (_, index) => titled(10 + index)),
      },
    ]);
    const again = await importBlocks(database, 'two', [officials(official('crowd-2', 'Quentin B. Testerfield'))]);
    expect(pairsOf(again)).toEqual(['official:crowd official:crowd-2']);
  });
});

describe('the list', () => {
  test('has what a mutation recorded all the same', async () => {
    await importBlocks(database, 'one', [officials(official('healey', 'John Healey'))]);
    await get(`mutation { record(input: { allowDuplicate: true
      source: { title: "a page", kind: NEWS_ARTICLE, attributionKind: NARRATION }
      officials: [{ key: "official:row-1", names: [{ value: "John Healey", lang: "en" }] }]
    }) { problems { message } } }`);
    expect(await listed()).toEqual([DOUBLE]);
  });

  test('is left by those judged to be different, and keeps those of whom an analyst is unsure at its end', async () => {
    await importDouble();
    await importBlocks(database, 'three', [
      officials(official('x-1', 'Rhea Doublesson'), official('x-2', 'Rhea M. Doublesson')),
    ]);
    expect(await listed()).toEqual([DOUBLE, 'official:x-1 official:x-2']);
    await judge('official:row-1', 'official:healey', 'UNSURE');
    expect(await listed()).toEqual(['official:x-1 official:x-2', DOUBLE]);
    await judge('official:row-1', 'official:healey', 'SAME');
    expect(await listed()).toEqual([DOUBLE, 'official:x-1 official:x-2']);
    await judge('official:row-1', 'official:healey', 'DIFFERENT');
    expect(await listed()).toEqual(['official:x-1 official:x-2']);
    expect(await verify(database)).toEqual([]);
  });

  test('follows merges, deletions and what undoes them', async () => {
    await importDouble();
    await get(
      'mutation { mergeEntities(keep: "official:healey", merge: "official:row-1", reason: "one") { problems { message } } }',
    );
    expect(await listed()).toEqual([]);
    expect(await verify(database)).toEqual([]);
    await get('mutation { unmergeEntities(merged: "official:row-1", reason: "two") { problems { message } } }');
    expect(await listed()).toEqual([DOUBLE]);
    const { version } = await get<{ version: number }>('{ official(ref: "official:row-1") { version } }');
    await get(
      `mutation { deleteEntity(ref: "official:row-1", expectedVersion: ${version}, reason: "none") { problems { message } } }`,
    );
    expect(await listed()).toEqual([]);
    expect(await verify(database)).toEqual([]);
    await get('mutation { restoreEntity(id: "official:row-1", reason: "some") { problems { message } } }');
    expect(await listed()).toEqual([DOUBLE]);
    expect(await verify(database)).toEqual([]);
  });

  test('follows the names: another may bring a pair, and one that is taken back may end it', async () => {
    await importBlocks(database, 'one', [officials(official('healey', 'John Healey'), official('row-1', 'Someone'))]);
    expect(await listed()).toEqual([]);
    await importBlocks(database, 'two', [
      {
        source: page('another page'),
        officials: [{ ref: 'official:row-1', names: [{ value: 'John Healey', lang: 'fr' }] }],
      },
    ]);
    expect(await listed()).toEqual([DOUBLE]);
    const { problems } = await get<{ problems: object[] }>(`mutation {
      retractDescription(of: "official:row-1", field: "names", value: "John Healey", document: "${await documentOf('another page')}",
        reason: "a slip") { problems { message } } }`);
    expect(problems).toEqual([]);
    expect(await listed()).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('is made again by a rebuild, and verify tells of what should not be there', async () => {
    await importDouble();
    await database.write((tx) => tx.rows('MATCH (p:PossibleDuplicate) SET p.score = 0.71'));
    expect(await verify(database)).toEqual([
      {
        key: 'official:healey',
        message:
          'is a possible duplicate of official:row-1, with the score 0.71; expected 1 (the same name, John Healey)',
      },
    ]);
    await rebuild(database);
    expect(await verify(database)).toEqual([]);
    await database.write((tx) => tx.rows('MATCH (p:PossibleDuplicate) DETACH DELETE p'));
    await rebuild(database);
    expect(await listed()).toEqual([DOUBLE]);
    expect(await rebuild(database)).toBe(0);
  });

  test('is paged from the likeliest on', async () => {
    await importBlocks(database, 'one', [officials(official('a', 'Ada Lovelace'), official('b', 'Grace M. Hopper'))]);
    await importBlocks(database, 'two', [officials(official('c', 'Ada Lovelace'), official('d', 'Grace Hopper'))]);
    const { nodes, pageInfo } = await get<{ nodes: object[]; pageInfo: { endCursor: string } }>(
      '{ possibleDuplicates(first: 1) { nodes { score reasons verdict a { key name } } pageInfo { endCursor hasNextPage } } }',
    );
    expect(nodes).toEqual([
      {
        score: 1,
        reasons: ['the same name, Ada Lovelace'],
        verdict: null,
        a: { key: 'official:a', name: 'Ada Lovelace' },
      },
    ]);
    expect(pageInfo).toMatchObject({ hasNextPage: true });
    expect(
      await get(
        `{ possibleDuplicates(after: "${pageInfo.endCursor}") { nodes { a { key } b { key } } pageInfo { hasNextPage } } }`,
      ),
    ).toEqual({ nodes: [{ a: { key: 'official:b' }, b: { key: 'official:d' } }], pageInfo: { hasNextPage: false } });
  });
});

async function documentOf(title: string): Promise<string> {
  const [row] = await queryGraph(database, 'MATCH (d:Document {title: $title}) RETURN d.key', { title });
  return row![0] as string;
}

describe('two gatherings of one day under different titles', () => {
  const attended = (actor: string, role: 'CHAIR' | 'PARTICIPANT') => ({ actor, role, status: 'ATTENDED' }) as const;
  const gathering = (key: string, rest: Partial<MeetingRow>): MeetingRow => ({
    key: `meeting:${key}`,
    names: [{ value: `Title of ${key}`, lang: 'en' }],
    kind: 'CONFERENCE',
    time: { edtf: '2025-02-12' },
    status: 'HELD',
    participants: [attended('official:chair', 'CHAIR')],
    ...rest,
  });
  const place = (key: string, kind: 'CITY' | 'VENUE', more: object = {}) => ({
    key: `place:${key}`,
    names: [{ value: key, lang: 'en' }],
    kind,
    ...more,
  });
  const PAIR = 'meeting:known meeting:other';
  beforeEach(async () => {
    await importBlocks(database, 'known', [
      {
        ...officials(official('chair', 'Ada Lovelace'), official('guest', 'Grace Hopper')),
        places: [place('town', 'CITY'), place('hall', 'VENUE', { within: 'place:town' }), place('house', 'VENUE')],
        meetings: [gathering('known', { kind: 'MULTILATERAL_MEETING', place: 'place:hall' })],
      },
    ]);
  });
  const other = (placeKey: string): Block => ({
    source: page('another page'),
    meetings: [gathering('other', { place: `place:${placeKey}` })],
  });

  test('are told of by an import, its dry run and a strict one, with one chair where one place lies in the other', async () => {
    const reasons = ['on the same day, in places of which one lies in the other, with the same chair or host'];
    const dry = await importBlocks(database, 'two', [other('town')], { dryRun: true });
    expect(dry.possibleDuplicates).toMatchObject([{ score: 0.8, reasons }]);
    expect(pairsOf(await importBlocks(database, 'two', [other('town')], { strict: true }))).toEqual([PAIR]);
    expect(await listed()).toEqual([]);
    await importBlocks(database, 'two', [other('town')]);
    expect(await listed()).toEqual([PAIR]);
    await judge('meeting:known', 'meeting:other', 'DIFFERENT');
    expect(await listed()).toEqual([]);
    await importBlocks(database, 'three', [
      {
        source: page('a third page'),
        meetings: [
          {
            ref: 'meeting:other',
            names: [{ value: 'Day', lang: 'en' }],
            participants: [attended('official:guest', 'PARTICIPANT')],
          },
        ],
      },
    ]);
    expect(await listed()).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('stop a recording and its dry run until it is said which it is', async () => {
    const record = (rest: object = {}) =>
      mutationClient(database).get<{
        meeting: { key: string } | null;
        possibleDuplicates: object[];
        problems: object[];
      }>(
        `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) {
          meeting { key } problems { message } possibleDuplicates { entity { key } score reasons } } }`,
        { input: { ...gathering('other', { place: 'place:hall' }), source: page('another page'), ...rest } },
      );
    const stopped = {
      meeting: null,
      problems: [],
      possibleDuplicates: [
        {
          entity: { key: 'meeting:known' },
          score: 0.8,
          reasons: ['meeting:other: on the same day, in the same place, with the same chair or host'],
        },
      ],
    };
    expect(await record({ dryRun: true })).toEqual(stopped);
    expect(await record()).toEqual(stopped);
    expect(await record({ allowDuplicate: true })).toMatchObject({ meeting: { key: 'meeting:other' } });
    expect(await listed()).toEqual([PAIR]);
  });

  test('come on the list and leave it as places are put into places, and merged', async () => {
    await importBlocks(database, 'two', [other('house')]);
    expect(await listed()).toEqual([]);
    await importBlocks(database, 'map', [
      { source: page('a map'), places: [{ ref: 'place:house', within: 'place:hall' }] },
    ]);
    expect(await listed()).toEqual([PAIR]);
    expect(await verify(database)).toEqual([]);
    await get(`mutation { retractDescription(of: "place:house", field: "within", value: "place:hall",
      document: "${await documentOf('a map')}", reason: "a slip") { problems { message } } }`);
    expect(await listed()).toEqual([]);
    await get(
      'mutation { mergeEntities(keep: "place:hall", merge: "place:house", reason: "one") { problems { message } } }',
    );
    expect(await listed()).toEqual([PAIR]);
    expect(await verify(database)).toEqual([]);
    await get('mutation { unmergeEntities(merged: "place:house", reason: "two") { problems { message } } }');
    expect(await listed()).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });
});

describe('external ids', () => {
  const biden = official('joe-biden', 'Joe Biden', { externalIds: [{ scheme: 'WIKIDATA', value: 'Q6279' }] });
  beforeEach(async () => {
    await importBlocks(database, 'known', [officials(biden)]);
  });

  test('match a row of a file in any form, whatever its name is, and its key stands for the entity in that data set', async () => {
    const row = official('row-1', 'J. R. B.', {
      externalIds: [{ scheme: 'wikidata', value: 'http://www.wikidata.org/entity/Q6279' }],
    });
    const meeting: MeetingRow = {
      key: 'meeting:m',
      kind: 'PHONE_CALL',
      names: [{ value: 'A call', lang: 'en' }],
      status: 'HELD',
      time: { edtf: '2022-02-02' },
      participants: [{ actor: 'official:row-1', role: 'PARTICIPANT', status: 'ATTENDED' }],
    };
    const report = await importBlocks(database, 'file', [
      { source: page('a file'), officials: [row], meetings: [meeting] },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.matched).toEqual([
      { key: 'official:row-1', entity: 'official:joe-biden', externalId: 'WIKIDATA Q6279' },
    ]);
    expect(report.created).toMatchObject({ Meeting: 1 });
    expect(report.created.Official).toBeUndefined();
    expect(pairsOf(report)).toEqual([]);
    // The same again, and without the id: the data set has said who is meant.
    expect(
      await importBlocks(database, 'file', [{ source: page('a file'), officials: [row], meetings: [meeting] }]),
    ).toMatchObject({
      written: false,
      matched: [],
      problems: [],
    });
    const bare = official('row-1', 'J. R. B.');
    const later = await importBlocks(database, 'file', [
      { source: page('a file'), officials: [bare], meetings: [meeting] },
    ]);
    expect([later.problems, later.created]).toEqual([[], {}]);
    expect(
      await get(
        '{ official(ref: "official:joe-biden") { names { value } meetings { nodes { key } } externalIds { value } } }',
      ),
    ).toEqual({
      names: [{ value: 'Joe Biden' }, { value: 'J. R. B.' }],
      meetings: { nodes: [{ key: 'meeting:m' }] },
      externalIds: [{ value: 'Q6279' }],
    });
    expect(await verify(database)).toEqual([]);
  });

  test('of a mutation are told of in any form', async () => {
    for (const value of ['q6279', 'https://www.wikidata.org/wiki/Q6279']) {
      const { problems } = await get<{ problems: object[] }>(`mutation { record(input: { dryRun: true
        source: { title: "R", kind: DATASET, attributionKind: OFFICIAL_RECORD }
        officials: [{ key: "official:x1", names: [{ value: "J. R. B.", lang: "en" }], externalIds: [{ scheme: "WIKIDATA", value: "${value}" }] }]
      }) { problems { code message } } }`);
      expect(problems).toEqual([
        {
          code: 'DUPLICATE',
          message:
            'WIKIDATA Q6279 already belongs to official:joe-biden; to refer to it, write ref: official:joe-biden',
        },
      ]);
    }
    const found = (value: string) => get(`{ entityByExternalId(scheme: "wikidata", value: "${value}") { key } }`);
    for (const value of ['Q6279', 'q6279', 'http://www.wikidata.org/entity/Q6279'])
      expect(await found(value)).toEqual({ key: 'official:joe-biden' });
  });

  test('are references, in queries, filters, mutations and files; a key counts first', async () => {
    const meeting: MeetingRow = {
      key: 'meeting:m',
      kind: 'PHONE_CALL',
      names: [{ value: 'A call', lang: 'en' }],
      status: 'HELD',
      time: { edtf: '2022-02-02' },
      participants: [
        { actor: 'wikidata:Q6279', role: 'PARTICIPANT', status: 'ATTENDED' },
        { actor: 'wikidata:q22686', role: 'PARTICIPANT', status: 'ATTENDED' },
      ],
    };
    const trump = official('trump', 'Donald Trump', { externalIds: [{ scheme: 'WIKIDATA', value: 'Q22686' }] });
    const { problems } = await importBlocks(database, 'file', [{ ...officials(trump), meetings: [meeting] }]);
    expect(problems).toEqual([]);
    expect(await get('{ official(ref: "wikidata:q6279") { key } }')).toEqual({ key: 'official:joe-biden' });
    expect(await get('{ official(ref: "wikidata:Q1") { key } }')).toBeNull();
    expect(await get('{ country(ref: "wikidata:Q6279") { key } }')).toBeNull();
    expect(await get('{ entities(refs: ["WIKIDATA:Q6279", "official:trump"]) { nodes { key } } }')).toEqual({
      nodes: [{ key: 'official:joe-biden' }, { key: 'official:trump' }],
    });
    expect(await get('{ meetings(filter: { actors: ["wikidata:Q6279"] }) { nodes { key } } }')).toEqual({
      nodes: [{ key: 'meeting:m' }],
    });
    expect(
      await get(
        '{ official(ref: "official:trump") { meetings(filter: { actors: ["wikidata:Q6279"] }) { nodes { key } } } }',
      ),
    ).toEqual({ meetings: { nodes: [{ key: 'meeting:m' }] } });
    const judged = await get<{ problems: object[] }>(
      'mutation { judgeIdentity(a: "wikidata:Q6279", b: "wikidata:Q22686", verdict: DIFFERENT, reason: "two") { problems { message } } }',
    );
    expect(judged.problems).toEqual([]);
    await importBlocks(database, 'odd', [
      { source: page('odd'), officials: [{ key: 'wikidata:Q99', names: [{ value: 'A key', lang: 'en' }] }] },
    ]);
    await importBlocks(database, 'other', [
      officials(official('q99', 'Other', { externalIds: [{ scheme: 'WIKIDATA', value: 'Q99' }] })),
    ]);
    expect(await get('{ official(ref: "wikidata:Q99") { key } }')).toEqual({ key: 'wikidata:Q99' });
  });

  test('stored in two forms before they were compared are told apart by nobody: both stay, and are listed', async () => {
    await importBlocks(database, 'other', [officials(official('double', 'Somebody'))]);
    // As an earlier release stored it.
    await database.write((tx) =>
      tx.rows(`MATCH (t:Official {key: 'official:double'})<-[d:DESCRIBES]-()
        SET d.values = replace(d.values, '{"names"', '{"externalIds":[{"scheme":"WIKIDATA","value":"q6279"}],"names"')
        RETURN d.values`),
    );
    await rebuild(database);
    expect(await listed()).toEqual(['official:joe-biden official:double']);
    expect(await verify(database)).toEqual([]);
    expect(await get('{ entityByExternalId(scheme: "WIKIDATA", value: "Q6279") { key } }')).not.toBeNull();
  });
});

describe('what may be meant', () => {
  beforeEach(async () => {
    const code = (value: string) => [{ scheme: 'ISO3166_1_ALPHA2', value }];
    const country = (key: string, ...names: string[]) => ({
      key: `country:${key}`,
      names: names.map((value) => ({ value, lang: 'en' })),
      externalIds: code(key),
    });
    await importBlocks(database, 'known', [
      {
        ...officials(
          official('joe-biden', 'Joe Biden', { externalIds: [{ scheme: 'WIKIDATA', value: 'Q6279' }] }),
          official('vladimir-putin', 'Vladimir Putin'),
        ),
        countries: [
          country('GB', 'United Kingdom', 'UK'),
          country('SV', 'El Salvador'),
          country('CK', 'Cook Islands'),
          country('UA', 'Ukraine'),
          country('DE', 'Germany'),
        ],
        organizations: [
          {
            key: 'org:germany-mod',
            kind: 'MINISTRY',
            names: [{ value: 'Ministry of Defence of Germany', lang: 'en' }],
          },
          { key: 'org:putin-el', kind: 'MEDIA', names: ['Putin', 'EL'].map((value) => ({ value, lang: 'en' })) },
        ],
        places: [{ key: 'place:darwin', kind: 'CITY', names: [{ value: 'Darwin', lang: 'en' }] }],
      },
    ]);
  });

  test.each([
    ['country:UK', ['country:GB']],
    ['country:de', ['country:DE']],
    ['Germany', ['country:DE']],
    ['place:kharkiv', []],
    ['official:jo-biden', ['official:joe-biden']],
    ['Joe Biden', ['official:joe-biden']],
    ['official:', []],
    ['official:Putin', ['official:vladimir-putin']],
    ['Official:Putin', ['official:vladimir-putin']],
    ['org:Putin', ['org:putin-el']],
    ['country:EL', ['country:SV']],
    ['country:Putin', ['org:putin-el']],
    ['place:Putin', ['org:putin-el']],
    ['Q6279', ['official:joe-biden']],
    ['https://www.wikidata.org/wiki/Q6279', ['official:joe-biden']],
    ['http://www.wikidata.org/entity/Q1', []],
  ])('by %s', async (actor, suggestions) => {
    const { problems } = await get<{ problems: { code: string; path: string[]; suggestions: object[] }[] }>(`mutation {
      record(input: { dryRun: true, source: { title: "R", kind: DATASET, attributionKind: OFFICIAL_RECORD },
        meetings: [{ key: "meeting:m", kind: PHONE_CALL, status: HELD, names: [{ value: "A call", lang: "en" }],
          participants: [{ actor: "${actor}", role: CHAIR, status: ATTENDED }] }] }) { problems { code path message suggestions { key } } } }`);
    expect(problems).toMatchObject([
      {
        path: ['input', 'meetings', '0', 'participants', '0', 'actor'],
        suggestions: suggestions.map((key) => ({ key })),
      },
    ]);
  });

  test('an external id that cannot be of its scheme is told apart from one of which nothing is known', async () => {
    const judge = (a: string) =>
      get<{ problems: object[] }>(
        `mutation { judgeIdentity(a: "${a}", b: "official:joe-biden", verdict: SAME, reason: "so") { problems { message } } }`,
      );
    const fault = '"xyz" is no WIKIDATA id; expected Q and a number, such as Q145, or its address';
    expect((await judge('wikidata:xyz')).problems).toEqual([{ message: `nothing is known as wikidata:xyz: ${fault}` }]);
    expect((await judge('wikidata: xyz')).problems).toEqual([
      { message: `"wikidata: xyz" is not a reference: ${fault.replace('"', '" ')}` },
    ]);
  });

  test('where what is given is blank or no reference, it is a problem beside the others', async () => {
    const { problems } = await get<{ problems: { path: string[]; message: string }[] }>(`mutation {
      record(input: { dryRun: true, source: { title: "R", kind: DATASET, attributionKind: OFFICIAL_RECORD },
        meetings: [{ key: "meeting:m", kind: PHONE_CALL, status: HELD, body: "org:nothing-like-it", names: [{ value: "—", lang: "en" }],
          participants: [{ actor: "  ", role: CHAIR, status: ATTENDED }] }] }) { problems { path message } } }`);
    expect(problems.map(({ path }) => path.join('.')).sort()).toEqual([
      'input.meetings.0.body',
      'input.meetings.0.names.0.value',
      'input.meetings.0.participants.0.actor',
    ]);
    const judged = await get<{ problems: { message: string }[] }>(
      'mutation { judgeIdentity(a: "Joe Biden", b: "wikidata:Q1", verdict: SAME, reason: "so") { problems { message suggestions { key } } } }',
    );
    expect(judged.problems).toMatchObject([
      { suggestions: [{ key: 'official:joe-biden' }] },
      { message: expect.stringMatching(/^nothing is known as wikidata:Q1; /) },
    ]);
  });
});
