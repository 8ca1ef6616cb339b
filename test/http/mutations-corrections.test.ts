import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { rebuild } from '../../src/record/integrity/rebuild.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { type Block, freshDatabase, importBlocks, queryGraph, snapshotGraph } from '../support/recording.ts';

/** How analysts put right what they or their sources got wrong. */
let database: Database;
let analyst: Analyst;

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const page: Block = {
  source: {
    url: 'https://example.org/talks',
    title: 'Talks in Rome',
    kind: 'NEWS_ARTICLE',
    publisher: 'org:gazette',
    published: { edtf: '2025-04-04' },
    attributionKind: 'NARRATION',
    confidence: 80,
    paragraph: '2',
  },
  countries: [named('country:IT', 'Italy'), named('country:DE', 'Germany')],
  organizations: [
    { ...named('org:gazette', 'The Gazette'), kind: 'MEDIA' },
    { ...named('org:group', 'The Group'), kind: 'COALITION' },
  ],
  officials: [
    named('official:crosetto', 'Guido Crosetto'),
    named('official:tajani', 'Antonio Tajani'),
    named('official:pistorius', 'Boris Pistorius'),
  ],
  posts: [{ ...named('post:it-foreign', 'Foreign Minister of Italy'), country: 'country:IT', level: 'MINISTER' }],
  topics: [named('topic:ports', 'Ports')],
  meetings: [
    {
      ...named('meeting:rome', 'Talks in Rome'),
      kind: 'BILATERAL_MEETING',
      status: 'HELD',
      time: { edtf: '2025-04-03' },
      participants: [
        { key: 'part:wrong', actor: 'official:crosetto', role: 'PARTICIPANT', status: 'ATTENDED', paragraph: '5' },
        { key: 'part:pistorius', actor: 'official:pistorius', role: 'PARTICIPANT', status: 'ATTENDED' },
      ],
    },
  ],
};

beforeEach(async () => {
  database = await freshDatabase();
  expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [], warnings: [] });
  analyst = await analystOf(database);
});

interface Payload {
  claim: { key: string; text: string; supports: { key: string }[] } | null;
  restsOnIt: { key: string; supports: { key: string }[] }[];
  node: { key: string } | null;
  changes: { key: string; operation: string; reason: string; by: string }[];
  problems: Told[];
  warnings: Told[];
}

const CHANGES = 'changes { key operation reason by } problems { code path message } warnings { code path message }';
const CLAIM = `claim { key text supports { key } } restsOnIt { key supports { key } } ${CHANGES}`;

/** Everything in the graph but when the key was last used. */
const recorded = async () =>
  (await snapshotGraph(database))
    .split('\n')
    .filter((line) => !line.startsWith('[["ApiKey"]'))
    .join('\n');

/** The key of the live claim that the row of a node made. */
async function claimOf(node: string): Promise<string> {
  const rows = await queryGraph(
    database,
    'MATCH (c:Claim {live: true})-[:SUPPORTS]->({key: $node}) WHERE c.matter IS NULL RETURN c.key ORDER BY c.key',
    { node },
  );
  return rows[0]![0] as string;
}

/** Who took part in the talks, as readers see it. */
const participants = async () =>
  (
    await analyst.ask<{ participations: { nodes: object[] } }>(
      `{ meeting(ref: "meeting:rome") { participations { nodes {
        actor { key } role status standing capacity { key } onBehalfOf { key } level
      } } } }`,
    )
  ).participations.nodes;

describe('the participant of a claim', () => {
  const CORRECT = `mutation ($claim: Ref!, $participant: ParticipantInput, $by: ClaimInput, $source: SourceInput, $dryRun: Boolean) {
    correctClaim(claim: $claim, participant: $participant, by: $by, source: $source, reason: "The wrong minister.", dryRun: $dryRun) { ${CLAIM} }
  }`;
  const tajani = {
    actor: 'official:tajani',
    role: 'CHAIR',
    status: 'ATTENDED',
    capacity: 'post:it-foreign',
    onBehalfOf: 'country:IT',
  };
  const correct = async (variables: object) =>
    analyst.ask<Payload>(CORRECT, { claim: await claimOf('part:wrong'), ...variables });

  test('is moved, with role, capacity, country and status; what is said of others stays', async () => {
    const key = await claimOf('part:wrong');
    const payload = await correct({ participant: tajani });
    expect(payload).toMatchObject({ problems: [], warnings: [] });
    expect(payload.claim).toMatchObject({
      key,
      text: 'Antonio Tajani chaired Talks in Rome, as Foreign Minister of Italy, on behalf of Italy.',
    });
    const [pistorius, chair, ...others] = await participants();
    expect(others).toEqual([]);
    expect(pistorius).toMatchObject({
      actor: { key: 'official:pistorius' },
      role: 'PARTICIPANT',
      standing: 'ESTABLISHED',
    });
    expect(chair).toEqual({
      actor: { key: 'official:tajani' },
      role: 'CHAIR',
      status: 'ATTENDED',
      standing: 'ESTABLISHED',
      capacity: { key: 'post:it-foreign' },
      onBehalfOf: { key: 'country:IT' },
      level: 'MINISTER',
    });
    // The wrong one keeps what was said of it, so that it can still be shown.
    expect(await queryGraph(database, "MATCH (p:Thing {key: 'part:wrong'}) RETURN p.standing, p.status")).toEqual([
      ['WITHDRAWN', 'ATTENDED'],
    ]);
    expect(payload.changes.every(({ reason, by }) => reason === 'The wrong minister.' && by === 'ann')).toBe(true);
    // It stands where the wrong one stood, and the wrong one stays in the history.
    const stands = `MATCH (c:Claim {key: $key})-[e:EVIDENCE]->(d)
      RETURN c.reviewState, c.confidence, d.title, e.paragraph, [(c)-[:ATTRIBUTED_TO]->(a) | a.key], [(c)-[:SUPPORTS]->(p) | p.standing]`;
    const where = ['Talks in Rome', '5', ['org:gazette']];
    expect(await queryGraph(database, stands, { key })).toEqual([['ACCEPTED', 80, ...where, ['ESTABLISHED']]]);
    expect(await queryGraph(database, stands, { key: `${key}/v1` })).toEqual([
      ['CORRECTED', 80, ...where, ['WITHDRAWN']],
    ]);
    expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [], written: false });
    expect(await verify(database)).toEqual([]);
  });

  test('can be one that is known already, and can be moved back', async () => {
    const key = await claimOf('part:wrong');
    await correct({ participant: { ...tajani, actor: 'official:pistorius', role: 'PARTICIPANT', capacity: null } });
    expect(
      await queryGraph(
        database,
        "MATCH (c:Claim {live: true})-[:SUPPORTS]->(p {key: 'part:pistorius'}) RETURN count(c)",
      ),
    ).toEqual([[2]]);
    const back = { actor: 'official:crosetto', role: 'PARTICIPANT', status: 'ATTENDED' };
    expect(await analyst.ask<Payload>(CORRECT, { claim: key, participant: back })).toMatchObject({
      problems: [],
      claim: { key, supports: [{ key: 'part:wrong' }] },
    });
    expect(await queryGraph(database, "MATCH (p:Thing {key: 'part:wrong'}) RETURN p.standing, p.status")).toEqual([
      ['ESTABLISHED', 'ATTENDED'],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('can stay while role, capacity and status are put right', async () => {
    const participant = { ...tajani, actor: 'official:crosetto', role: 'PARTICIPANT', status: 'INVITED' };
    const payload = await correct({ participant });
    expect(payload).toMatchObject({ problems: [], claim: { supports: [{ key: 'part:wrong' }] } });
    expect(await participants()).toContainEqual(
      expect.objectContaining({
        actor: { key: 'official:crosetto' },
        status: 'INVITED',
        onBehalfOf: { key: 'country:IT' },
      }),
    );
  });

  test('that is not known is not lost in silence: the problem says what to do', async () => {
    const before = await recorded();
    const by = {
      type: 'ATTENDS',
      subject: 'official:tajani',
      objects: ['meeting:rome'],
      modality: 'OCCURRED',
      text: 'Tajani took part.',
    };
    const { claim, problems } = await correct({ by });
    expect(claim).toBeNull();
    expect(problems).toEqual([
      {
        code: 'INVALID',
        path: ['by', 'subject'],
        message:
          'no participation is known that joins official:tajani, meeting:rome, so that this claim would support nothing, and ' +
          'part:wrong would lose its claim; give participant, with actor, role and status, instead of by',
      },
    ]);
    expect(await recorded()).toBe(before);
  });

  test('is checked like any row, with paths into the argument, and a dry run writes nothing', async () => {
    const before = await recorded();
    const paths = async (variables: object) =>
      (await correct(variables)).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(await paths({ participant: { ...tajani, actor: 'official:tajanni', level: 'MINISTER' } })).toEqual([
      expect.stringMatching(
        /^participant\.actor: nothing is known as official:tajanni; .* did you mean official:tajani/,
      ),
    ]);
    expect(await paths({ participant: { ...tajani, actor: 'country:IT' } })).toEqual([
      'participant.onBehalfOf: onBehalfOf names the actor itself; leave it out',
    ]);
    expect(await paths({})).toEqual(['by: give either by or participant']);
    const same = { actor: 'official:crosetto', role: 'PARTICIPANT', status: 'ATTENDED' };
    expect(await paths({ participant: same })).toEqual([
      expect.stringMatching(/^participant: the correction is identical to /),
    ]);
    expect(
      await analyst.ask<Payload>(CORRECT, { claim: await claimOf('meeting:rome'), participant: tajani }),
    ).toMatchObject({
      problems: [{ path: ['participant'], message: expect.stringContaining('is about no participation') }],
    });
    expect(await correct({ participant: tajani, dryRun: true })).toMatchObject({ problems: [] });
    expect(await recorded()).toBe(before);
  });

  test('is warned of like any row', async () => {
    const { warnings, claim } = await correct({ participant: { ...tajani, onBehalfOf: 'country:DE' } });
    expect(warnings).toMatchObject([{ code: 'IMPLAUSIBLE', path: ['participant', 'onBehalfOf'] }]);
    expect(claim).not.toBeNull();
  });
});

describe('a retraction', () => {
  const RETRACT = `mutation ($claim: Ref!, $also: [Ref!], $dryRun: Boolean) {
    retractClaim(claim: $claim, alsoRetract: $also, reason: "There was no meeting.", dryRun: $dryRun) { ${CLAIM} }
  }`;
  const retract = (claim: string, variables: object = {}) => analyst.ask<Payload>(RETRACT, { claim, ...variables });
  const standing = async (key: string) =>
    (await queryGraph(database, 'MATCH (t:Thing {key: $key}) RETURN t.standing', { key }))[0]![0];

  test('shows what rests on the claim, and takes that back, too', async () => {
    const meeting = await claimOf('meeting:rome');
    const parts = [await claimOf('part:wrong'), await claimOf('part:pistorius')].sort();
    const dry = await retract(meeting, { dryRun: true });
    expect(dry.restsOnIt.map(({ key }) => key)).toEqual(parts);
    expect(await standing('meeting:rome')).toBe('ESTABLISHED');

    const { claim, restsOnIt, changes, problems } = await retract(meeting, { also: [parts[0]] });
    expect({ claim: claim!.key, problems }).toEqual({ claim: meeting, problems: [] });
    expect(restsOnIt.map(({ key }) => key)).toEqual([parts[1]]);
    const taken = changes.filter(({ operation }) => operation === 'RETRACT');
    expect(taken.map(({ key }) => key).sort()).toEqual([meeting, parts[0]!].sort());
    expect(new Set(taken.map(({ reason }) => reason))).toEqual(new Set(['There was no meeting.']));
    // Somebody attended it, so it was held.
    expect(await standing('meeting:rome')).toBe('ESTABLISHED');
    expect((await retract(parts[1]!)).restsOnIt).toEqual([]);
    expect(await standing('meeting:rome')).toBe('WITHDRAWN');
    expect(await verify(database)).toEqual([]);
  });

  test('leaves alone what others hold up', async () => {
    const other: Block = {
      source: { title: 'Another page', kind: 'REPORT', attributionKind: 'NARRATION' },
      meetings: [{ ref: 'meeting:rome', status: 'HELD' }],
    };
    await importBlocks(database, 'other', [other]);
    const [[first]] = (await queryGraph(
      database,
      "MATCH (c:Claim {dataSet: 'page'})-[:SUPPORTS]->({key: 'meeting:rome'}) RETURN c.key",
    )) as [[string]];
    expect((await retract(first)).restsOnIt).toEqual([]);
  });

  test('shows a reprint and a qualification, but no second source', async () => {
    const told = (name: string, publisher: string, more: object = {}) => ({
      source: {
        title: name,
        kind: 'NEWS_ARTICLE',
        attributionKind: 'NARRATION',
        attribution: [{ agent: publisher, how: 'REPORTED' }],
      },
      meetings: [
        { ref: 'meeting:rome', participants: [{ actor: 'official:tajani', role: 'CHAIR', status: 'ATTENDED' }] },
      ],
      ...more,
    });
    const qualifying = {
      key: 'c-only-briefly',
      type: 'OTHER',
      subject: 'official:tajani',
      text: 'He stayed for an hour only.',
      modality: 'OCCURRED',
      relations: [{ type: 'QUALIFIES', to: 'c-first' }],
    };
    const first = {
      key: 'c-first',
      type: 'CHAIRS',
      subject: 'official:tajani',
      objects: ['meeting:rome'],
      text: 'Tajani chaired the talks.',
      modality: 'OCCURRED',
    };
    const blocks = [
      told('First', 'org:group', { claims: [first] }),
      told('Reprint', 'org:group'),
      told('Second', 'org:gazette'),
      { ...told('Third', 'org:gazette'), meetings: [], claims: [qualifying] },
    ] as Block[];
    expect(await importBlocks(database, 'pages', blocks)).toMatchObject({ problems: [] });
    const { restsOnIt } = await retract('c-first');
    const titles = await queryGraph(
      database,
      'MATCH (c:Claim)-[:EVIDENCE]->(d) WHERE c.key IN $keys RETURN d.title ORDER BY d.title',
      { keys: restsOnIt.map(({ key }) => key) },
    );
    expect(titles.flat()).toEqual(['Reprint', 'Third']);
  });

  test('is all or nothing', async () => {
    const before = await recorded();
    const { problems } = await retract(await claimOf('meeting:rome'), {
      also: ['c-nowhere', await claimOf('part:wrong')],
    });
    expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['alsoRetract', '0'] }]);
    expect(await recorded()).toBe(before);
  });
});

describe('a description', () => {
  const RETRACT = `mutation ($of: Ref!, $field: String!, $value: String!, $document: Ref!, $dryRun: Boolean) {
    retractDescription(of: $of, field: $field, value: $value, document: $document, reason: "A misprint.", dryRun: $dryRun) {
      node { key ... on Entity { name } } ${CHANGES}
    }
  }`;
  const list: Block = {
    source: { document: 'doc:list', attributionKind: 'OFFICIAL_RECORD' },
    documents: [{ key: 'doc:list', kind: 'DATASET', title: 'A list', publisher: 'org:gazette' }],
    officials: [
      {
        key: 'official:zed',
        names: [
          { value: 'Volodymr Zed', lang: 'en', kind: 'OFFICIAL' },
          { value: 'V. Zed', lang: 'en', kind: 'ALIAS' },
        ],
        externalIds: [{ scheme: 'WIKIDATA', value: 'Q1' }],
        country: 'country:IT',
      },
    ],
    places: [{ ...named('place:port', 'Port'), kind: 'CITY' }],
  };
  const better: Block = {
    source: { title: 'A better list', kind: 'DATASET', attributionKind: 'OFFICIAL_RECORD' },
    officials: [{ ref: 'official:zed', names: [{ value: 'Volodymyr Zed', lang: 'en', kind: 'OFFICIAL' }] }],
  };
  const wrongName = { of: 'official:zed', field: 'names', value: 'Volodymr Zed', document: 'doc:list' };
  const retract = (variables: object) =>
    analyst.ask<Payload & { node: { name: string } | null }>(RETRACT, { ...wrongName, ...variables });
  const zed = () =>
    analyst.ask<{ name: string; names: { value: string }[]; externalIds: { value: string }[]; country: unknown }>(
      '{ official(ref: "official:zed") { name names { value } externalIds { value } country { key } } }',
    );

  beforeEach(async () => {
    for (const [key, block] of Object.entries({ list, better }))
      expect(await importBlocks(database, key, [block])).toMatchObject({ problems: [] });
  });

  test('loses the value that one document gives; label, search and the list of changes follow', async () => {
    expect((await zed()).name).toBe('Volodymr Zed');
    const { node, changes, problems } = await retract({});
    expect(problems).toEqual([]);
    expect(node).toEqual({ key: 'official:zed', name: 'Volodymyr Zed' });
    expect(changes).toEqual([{ key: 'official:zed', operation: 'RETRACT', reason: 'A misprint.', by: 'ann' }]);
    expect((await zed()).names.map(({ value }) => value)).toEqual(['V. Zed', 'Volodymyr Zed']);
    const [[tokens]] = (await queryGraph(database, "MATCH (t:Thing {key: 'official:zed'}) RETURN t.searchTokens")) as [
      [string],
    ];
    expect(tokens.split(' ')).not.toContain('volodymr');
    const after = await analyst.ask<{ operation: string; reason: string; after: { retracted: unknown } }[]>(
      '{ changes(about: "official:zed", first: 10) { operation reason after } }',
    );
    expect(after.at(-1)).toMatchObject({
      operation: 'RETRACT',
      after: { retracted: [{ document: 'doc:list', field: 'names', value: { value: 'Volodymr Zed' } }] },
    });
    expect(await verify(database)).toEqual([]);
  });

  test('stays taken back when its file is imported again, changed or not, and when all is derived anew', async () => {
    await retract({});
    expect(await importBlocks(database, 'list', [list])).toMatchObject({ problems: [], written: false });
    const [official] = list.officials!;
    const longer = [...official!.names!, { value: 'President Zed', lang: 'en', kind: 'ALIAS' as const }];
    const changed = { ...list, officials: [{ ...official!, names: longer }] };
    expect(await importBlocks(database, 'list', [changed])).toMatchObject({ problems: [], redescribed: 1 });
    expect((await zed()).names.map(({ value }) => value)).toEqual(['V. Zed', 'President Zed', 'Volodymyr Zed']);
    const before = await recorded();
    await rebuild(database);
    expect(await recorded()).toBe(before);
    expect(await verify(database)).toEqual([]);
  });

  test('comes back exactly when an analyst records it again', async () => {
    const before = await zed();
    await retract({});
    const again = await analyst.ask<Payload>(
      'mutation ($input: RecordInput!) { record(input: $input) { problems { message } warnings { message } } }',
      { input: { source: list.source, officials: [{ ...list.officials![0], key: undefined, ref: 'official:zed' }] } },
    );
    expect(again).toEqual({ problems: [], warnings: [] });
    const after = await zed();
    expect(after.names.map(({ value }) => value).sort()).toEqual(before.names.map(({ value }) => value).sort());
    // What was recorded by a mutation comes back in its own place.
    await retract({});
    expect((await zed()).names.map(({ value }) => value)).not.toContain('Volodymr Zed');
    await analyst.ask<Payload>('mutation ($input: RecordInput!) { record(input: $input) { problems { message } } }', {
      input: { source: list.source, officials: [{ ...list.officials![0], key: undefined, ref: 'official:zed' }] },
    });
    expect((await zed()).names.map(({ value }) => value)).toContain('Volodymr Zed');
    expect(await verify(database)).toEqual([]);
  });

  test('can be a code, a country or a word, each as readers see it', async () => {
    expect(await retract({ field: 'externalIds', value: 'WIKIDATA Q1' })).toMatchObject({ problems: [] });
    expect(await retract({ field: 'country', value: 'country:IT' })).toMatchObject({ problems: [] });
    expect(await zed()).toMatchObject({ externalIds: [], country: null });
    expect(await queryGraph(database, 'MATCH (x:ExternalId) RETURN x.name')).toEqual([]);
    expect(await retract({ of: 'doc:list', field: 'publisher', value: 'org:gazette' })).toMatchObject({ problems: [] });
    expect(await queryGraph(database, "MATCH ({key: 'doc:list'})-[:PUBLISHED_BY]->(o) RETURN o.key")).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('is refused with what the document does say, for claims, and for the last of what is needed', async () => {
    const before = await recorded();
    const problem = async (variables: object) => {
      const { problems } = await retract(variables);
      return problems.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`).join('\n');
    };
    expect(await problem({ value: 'Volodymyr Zed' })).toBe(
      'NOT_FOUND value: doc:list does not say "Volodymyr Zed" for names of official:zed: it says Volodymr Zed, V. Zed; ' +
        'did you mean Volodymr Zed?; another document says it',
    );
    expect(await problem({ field: 'name' })).toMatch(
      /^INVALID field: "name" is not described of official:zed; .* did you mean names/,
    );
    expect(await problem({ of: 'meeting:rome', field: 'time', value: '2025-04-03' })).toMatch(
      /^NOT_ALLOWED field: time of meeting:rome rests on claims, such as .*; use retractClaim or correctClaim$/,
    );
    expect(await problem({ of: 'place:port', field: 'kind', value: 'CITY' })).toBe(
      'NOT_ALLOWED value: nothing else gives kind of place:port, which it needs; record the right one first',
    );
    expect(await problem({ of: 'official:zedd', document: 'place:port' })).toMatch(
      /NOT_FOUND of: nothing is known as official:zedd.*\n?.*place:port is a place; expected the key or id of a document|document: place:port is a place/s,
    );
    expect(await recorded()).toBe(before);
  });
});

describe('a row on the wrong fact', () => {
  const MOVE = `mutation ($claim: Ref!, $to: Ref!, $dryRun: Boolean) {
    moveRow(claim: $claim, to: $to, reason: "He came back.", dryRun: $dryRun) { ${CLAIM} }
  }`;
  const move = (claim: string, to: string, variables: object = {}) =>
    analyst.ask<Payload>(MOVE, { claim, to, ...variables });
  const term = (key: string, start: string, end: string) => ({
    key,
    official: 'official:tajani',
    post: 'post:it-foreign',
    status: 'ENDED' as const,
    start: { edtf: start },
    end: { edtf: end },
  });
  const terms: Block = {
    source: { title: 'A register', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
    tenures: [term('tenure:first', '2001', '2005'), term('tenure:second', '2010', '2014')],
  };
  const row: Block = {
    source: { title: 'A page', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION', paragraph: '7' },
    tenures: [{ ...term('tenure:first', '2001', '2014'), key: undefined, ref: 'tenure:first' }],
  };
  const times = () =>
    queryGraph(
      database,
      'MATCH (t:Tenure) RETURN t.key, t.startEdtf, t.endEdtf, COUNT { (t)<-[:SUPPORTS]-({live: true}) } ORDER BY t.key',
    );

  test('is put on the right one, with its key, values, evidence and a text about that', async () => {
    for (const [key, block] of Object.entries({ terms, row }))
      expect(await importBlocks(database, key, [block])).toMatchObject({ problems: [] });
    const [[key]] = (await queryGraph(database, "MATCH (c:Claim {dataSet: 'row'}) RETURN c.key")) as [[string]];
    const before = await recorded();
    expect(await move(key, 'tenure:second', { dryRun: true })).toMatchObject({ problems: [] });
    expect(await recorded()).toBe(before);

    const { claim, problems, changes } = await move(key, 'tenure:second');
    expect(problems).toEqual([]);
    expect(claim).toMatchObject({ key, supports: [{ key: 'tenure:second' }] });
    expect(claim!.text).toContain('Antonio Tajani held the post Foreign Minister of Italy');
    expect(changes.every(({ reason }) => reason === 'He came back.')).toBe(true);
    expect((await times()).map(([tenure, , , claims]) => [tenure, claims])).toEqual([
      ['tenure:first', 1],
      ['tenure:second', 2],
    ]);
    expect(
      await queryGraph(database, 'MATCH (c:Claim {key: $key})-[e:EVIDENCE]->() RETURN e.paragraph', { key }),
    ).toEqual([['7']]);
    expect(await importBlocks(database, 'row', [row])).toMatchObject({ problems: [], written: false });
    expect(await verify(database)).toEqual([]);
    // And back.
    expect(await move(key, 'tenure:first')).toMatchObject({
      problems: [],
      claim: { supports: [{ key: 'tenure:first' }] },
    });
    expect((await times()).map(([, , , claims]) => claims)).toEqual([2, 1]);
    expect(await verify(database)).toEqual([]);
  });

  test('can be one of a meeting, a participation or a statement', async () => {
    const more: Block = {
      source: { title: 'More', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
      meetings: [
        {
          ...named('meeting:other', 'Other talks'),
          kind: 'CONFERENCE',
          status: 'SCHEDULED',
          participants: [{ key: 'part:other', actor: 'official:tajani', role: 'SPEAKER', status: 'PLANNED' }],
        },
      ],
      statements: [
        { key: 'stmt:a', speaker: 'official:tajani', act: 'INFORM', gist: 'One thing is so.' },
        { key: 'stmt:b', speaker: 'official:tajani', act: 'INFORM', gist: 'Another thing is so.' },
      ],
    };
    expect(await importBlocks(database, 'more', [more])).toMatchObject({ problems: [] });
    const moved = async (from: string, to: string) => (await move(await claimOf(from), to)).claim?.text;
    expect(await moved('meeting:rome', 'meeting:other')).toBe(
      'Other talks took place on 3 April 2025, as a bilateral meeting.',
    );
    expect(await moved('part:wrong', 'part:other')).toBe('Antonio Tajani spoke at Other talks.');
    expect(await moved('stmt:a', 'stmt:b')).toBe('Antonio Tajani: Another thing is so.');
    expect(await queryGraph(database, "MATCH (t:Statement {key: 'stmt:a'}) RETURN t.standing")).toEqual([
      ['WITHDRAWN'],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('leaves nothing behind in a meeting that is withdrawn later', async () => {
    const told = (day: string, places: string[]): Block => ({
      source: { title: `News of ${day}`, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
      meetings: [
        { ...named('meeting:told', 'Talks told of'), kind: 'OTHER', status: 'HELD', time: { edtf: day }, places },
      ],
    });
    const other: Block = {
      source: { title: 'The others', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
      meetings: [{ ...named('meeting:other', 'Other talks'), kind: 'OTHER', status: 'HELD' }],
    };
    const pages = { other, right: told('2025-10', ['country:IT']), wrong: told('2025-10-14', ['country:DE']) };
    for (const [key, block] of Object.entries(pages))
      expect(await importBlocks(database, key, [block])).toMatchObject({ problems: [] });
    const rowOf = async (dataSet: string) =>
      (await queryGraph(database, 'MATCH (c:Claim {dataSet: $dataSet}) RETURN c.key', { dataSet }))[0]![0] as string;
    const shown = () =>
      queryGraph(
        database,
        "MATCH (m:Meeting {key: 'meeting:told'}) RETURN m.standing, m.timeEdtf, [(m)-[:HELD_AT]->(p) | p.key]",
      );
    expect(await move(await rowOf('wrong'), 'meeting:other')).toMatchObject({ problems: [] });
    await analyst.ask(
      'mutation ($claim: Ref!) { retractClaim(claim: $claim, reason: "Taken back.") { claim { key } } }',
      {
        claim: await rowOf('right'),
      },
    );
    expect(await shown()).toEqual([['WITHDRAWN', '2025-10', ['country:IT']]]);
    expect(await verify(database)).toEqual([]);
  });

  test('stays where it is if that makes no sense', async () => {
    await importBlocks(database, 'terms', [terms]);
    const claim = await claimOf('tenure:first');
    const problem = async (...args: Parameters<typeof move>) => (await move(...args)).problems;
    expect(await problem(claim, 'tenure:first')).toMatchObject([
      { code: 'INVALID', path: ['to'], message: 'the row is about tenure:first already; give another tenure' },
    ]);
    expect(await problem(claim, 'part:wrong')).toMatchObject([
      { path: ['to'], message: 'part:wrong is a participation; expected a tenure' },
    ]);
    const explicit = { type: 'ASSESSMENT', subject: 'org:group', text: 'It matters.', modality: 'ONGOING' } as const;
    await importBlocks(database, 'explicit', [{ ...terms, tenures: [], claims: [{ key: 'c-explicit', ...explicit }] }]);
    expect(await problem('c-explicit', 'tenure:first')).toMatchObject([
      {
        code: 'NOT_ALLOWED',
        path: ['claim'],
        message: expect.stringContaining('was not made from a row; use correctClaim'),
      },
    ]);
  });
});
