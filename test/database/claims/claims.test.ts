import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { correctClaimOperation } from '../../../src/record/claims/correct.ts';
import { relateClaimsOperation } from '../../../src/record/claims/relate.ts';
import { retractClaimOperation } from '../../../src/record/claims/retract.ts';
import { reviewClaimOperation, withdrawReviewOperation } from '../../../src/record/claims/review.ts';
import { ClaimInput, SourceInput } from '../../../src/record/input/record-input.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { changesOf, cypherRevisions } from '../../../src/storage/revisions.ts';
import { runOperation } from '../../support/run-operation.ts';
import {
  freshDatabase,
  importBlocks,
  queryGraph,
  recordBlocks,
  stateOf,
  snapshotGraph,
} from '../../support/recording.ts';
import { type ClaimRow } from '../../support/recording.ts';
import { chairs, later, page } from './fixtures.ts';

jest.setTimeout(120_000);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [] });
});

const because = (reason: string) => ({ reason });
const correct = (claim: string, by: ClaimRow, source?: SourceInput) =>
  correctClaimOperation({ claim, by: ClaimInput.parse(by), ...(source ? { source } : {}) });

/** Revisions of a claim: what was done, why, and what changed by it. */
const revisionsOf = async (key: string) =>
  (
    await queryGraph(
      database,
      `MATCH ${cypherRevisions('c:Claim {key: $key}', 'r')} RETURN r.operation, r.reason, r.by, r.changes, r.state ORDER BY r.version`,
      { key },
    )
  ).map(([operation, reason, by, changes, state]) => [
    operation,
    reason,
    by,
    changesOf(changes as string | null, state as string),
  ]);

const claim = async (key: string) =>
  (await queryGraph(database, 'MATCH (c:Claim {key: $key}) RETURN properties(c)', { key }))[0]?.[0] as Record<
    string,
    unknown
  >;

/** The claim that the row of a thing made. */
const rowClaimOf = async (thing: string) =>
  (
    await queryGraph(database, 'MATCH (c:Claim)-[:SUPPORTS]->({key: $thing}) WHERE c.matter IS NULL RETURN c.key', {
      thing,
    })
  )[0]![0] as string;

const relations = (by: string) =>
  queryGraph(database, 'MATCH (a)-[r:RELATES_TO {by: $by}]->(b) RETURN a.key, r.type, b.key ORDER BY a.key, b.key', {
    by,
  });

describe('a retracted claim', () => {
  test('keeps the reason, and the fact that it alone supported is withdrawn', async () => {
    expect(
      await runOperation(database, retractClaimOperation({ claim: 'c1' }), because('The page took it back.')),
    ).toEqual({
      problems: [],
      thing: 'c1',
    });

    expect(await claim('c1')).toMatchObject({
      reviewState: 'RETRACTED',
      live: false,
      retractionReason: 'The page took it back.',
      text: 'Norway is to chair the talks.',
    });
    expect(await stateOf(database, 'part:no')).toMatchObject({ standing: 'WITHDRAWN', status: 'PLANNED' });
    expect(await queryGraph(database, "MATCH (:Country {key: 'country:NO'})-[r:CHAIRS]->() RETURN r.status")).toEqual(
      [],
    );
    expect((await revisionsOf('c1')).at(-1)).toEqual([
      'RETRACT',
      'The page took it back.',
      'anna',
      expect.objectContaining({ reviewState: { before: 'ACCEPTED', after: 'RETRACTED' } }),
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('is not restored by importing its file again, nor retracted twice', async () => {
    await runOperation(database, retractClaimOperation({ claim: 'c1' }), because('The page took it back.'));
    expect(await importBlocks(database, 'page', [page])).toMatchObject({ written: false });
    const before = await snapshotGraph(database);

    const [problem] = (await runOperation(database, retractClaimOperation({ claim: 'c1' }))).problems;
    expect(problem).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(problem!.message).toMatch(/^c1 was retracted at 20.*: "The page took it back\."; record a new claim/);
    expect(await snapshotGraph(database)).toBe(before);
  });

  test('no longer counts against a claim that contradicted it', async () => {
    const denial = { ...chairs, key: 'c2', text: 'Norway does not chair.', polarity: 'NEGATIVE' as const };
    await recordBlocks(database, [later('denial', { claims: [denial] }, { reliability: 'UNRELIABLE' })]);
    expect(await queryGraph(database, "MATCH (x:Conflict {slot: 'part:no|status'}) RETURN count(x)")).toEqual([[1]]);

    await runOperation(database, retractClaimOperation({ claim: 'c1' }));
    expect(await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot')).toEqual([]);
    expect(await stateOf(database, 'part:no')).toMatchObject({ status: 'DECLINED', standing: 'ALLEGED' });
    expect(await verify(database)).toEqual([]);
  });

  test('is no longer in a conflict that a source declared between claims about different nodes', async () => {
    const boast: ClaimRow = {
      key: 'c0',
      type: 'LEADS',
      subject: 'country:SE',
      objects: ['org:gazette'],
      text: 'Sweden leads everything.',
      modality: 'ONGOING',
      relations: [{ type: 'OVERSTATES', to: 'c1' }],
    };
    await recordBlocks(database, [later('boast', { claims: [boast] })]);
    expect(await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot')).toEqual([['country:SE|LEADS']]);
    expect(await verify(database)).toEqual([]);

    await runOperation(database, retractClaimOperation({ claim: 'c1' }));
    expect(await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot')).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('is not stored by a dry run', async () => {
    const before = await snapshotGraph(database);
    expect(await runOperation(database, retractClaimOperation({ claim: 'c1' }), { dryRun: true })).toMatchObject({
      problems: [],
    });
    expect(await snapshotGraph(database)).toBe(before);
  });
});

describe('a review', () => {
  const denial = { ...chairs, key: 'c2', text: 'Norway does not chair.', polarity: 'NEGATIVE' as const };
  const follows = () =>
    queryGraph(database, "MATCH (x:Conflict {slot: 'part:no|status'})-[:FOLLOWS]->(c) RETURN c.key, x.rule");

  test('that accepts a claim ranks it before claims without a review; one that disputes it ranks it last', async () => {
    await recordBlocks(database, [
      later('denial', { claims: [denial] }, { reliability: 'RELIABLE', published: { edtf: '2025-02-01' } }),
    ]);
    expect(await follows()).toEqual([['c2', 'MORE_RELIABLE_DOCUMENT']]);

    await runOperation(database, reviewClaimOperation({ claim: 'c1', state: 'ACCEPTED' }), because('I rang them up.'));
    expect(await follows()).toEqual([['c1', 'REVIEWED_FIRST']]);
    expect(await stateOf(database, 'part:no')).toMatchObject({ status: 'PLANNED' });

    await runOperation(database, reviewClaimOperation({ claim: 'c1', state: 'DISPUTED' }), because('They lied.'));
    expect(await follows()).toEqual([['c2', 'REVIEWED_FIRST']]);
    expect(await stateOf(database, 'part:no')).toMatchObject({ status: 'DECLINED' });
    expect((await revisionsOf('c1')).slice(-2)).toEqual([
      ['UPDATE', 'I rang them up.', 'anna', { reviewed: { after: true } }],
      [
        'UPDATE',
        'They lied.',
        'anna',
        { reviewState: { before: 'ACCEPTED', after: 'DISPUTED' }, reviewed: { before: true } },
      ],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('is taken back: the claim counts as if nobody had reviewed it, and the history keeps both', async () => {
    await recordBlocks(database, [
      later('denial', { claims: [denial] }, { reliability: 'RELIABLE', published: { edtf: '2025-02-01' } }),
    ]);
    for (const state of ['ACCEPTED', 'DISPUTED'] as const) {
      await runOperation(database, reviewClaimOperation({ claim: 'c1', state }));
      expect((await follows())[0]![1]).toBe('REVIEWED_FIRST');
      expect(await runOperation(database, withdrawReviewOperation({ claim: 'c1' }), because('Not it.'))).toMatchObject({
        problems: [],
      });
      expect(await follows()).toEqual([['c2', 'MORE_RELIABLE_DOCUMENT']]);
    }
    expect((await revisionsOf('c1')).slice(-1)).toEqual([
      ['UPDATE', 'Not it.', 'anna', { reviewState: { before: 'DISPUTED', after: 'ACCEPTED' } }],
    ]);
    expect((await runOperation(database, withdrawReviewOperation({ claim: 'c1' }))).problems).toEqual([
      { code: 'NOT_ALLOWED', message: 'nobody has reviewed c1; there is nothing to take back' },
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('that changes nothing writes nothing', async () => {
    await runOperation(database, reviewClaimOperation({ claim: 'c1', state: 'ACCEPTED' }));
    const before = await snapshotGraph(database);
    await runOperation(database, reviewClaimOperation({ claim: 'c1', state: 'ACCEPTED' }));
    expect(await snapshotGraph(database)).toBe(before);
  });

  test('cannot correct or retract; all problems are reported at once', async () => {
    expect(await runOperation(database, reviewClaimOperation({ claim: 'c11', state: 'RETRACTED' }))).toEqual({
      problems: [
        {
          code: 'NOT_FOUND',
          message: 'nothing is known as c11; expected the key or id of a claim; did you mean c1?',
        },
        { code: 'NOT_ALLOWED', message: 'a review cannot set RETRACTED; use retractClaim' },
      ],
      thing: null,
    });
    expect(
      (await runOperation(database, reviewClaimOperation({ claim: 'c1', state: 'CORRECTED' }))).problems,
    ).toMatchObject([{ code: 'NOT_ALLOWED', message: expect.stringContaining('use correctClaim') }]);
  });

  test('is refused for a corrected claim', async () => {
    await runOperation(database, correct('c1', { ...chairs, text: 'Better words.' }));
    expect(
      (await runOperation(database, reviewClaimOperation({ claim: 'c1/v1', state: 'ACCEPTED' }))).problems,
    ).toEqual([{ code: 'NOT_ALLOWED', message: 'c1/v1 was corrected; its correction is c1' }]);
  });
});

describe('a correction', () => {
  test('takes over the key, evidence, attribution and fact of the corrected claim', async () => {
    const by = { ...chairs, text: 'Norway is sure to chair the talks.' };
    expect(await runOperation(database, correct('c1', by), because('A slip.'))).toEqual({ problems: [], thing: 'c1' });

    const stands = `MATCH (c:Claim {key: $key})-[e:EVIDENCE]->(d) WITH c, e, d ORDER BY e.order
      RETURN c.text, c.attributionKind, c.confidence, c.reviewState, c.recordedBy, collect([d.title, e.paragraph, e.line]),
        [(c)-[:ATTRIBUTED_TO]->(a) | a.key], [(c)-[:SUPPORTS]->(t) | t.key], [(c)-[:CORRECTS]->(o) | o.key]`;
    const where = [
      ['Talks are planned', '3', 7],
      ['Talks are planned', '5', 9],
    ];
    expect(await queryGraph(database, stands, { key: 'c1' })).toEqual([
      [by.text, 'NARRATION', 70, 'ACCEPTED', 'anna', where, ['org:gazette'], ['part:no'], ['c1/v1']],
    ]);
    expect(await queryGraph(database, stands, { key: 'c1/v1' })).toEqual([
      ['Norway is to chair the talks.', 'NARRATION', 70, 'CORRECTED', 'test', where, ['org:gazette'], ['part:no'], []],
    ]);
    expect(await revisionsOf('c1')).toMatchObject([['CREATE', 'A slip.', 'anna', { corrects: { after: 'c1/v1' } }]]);
    expect((await revisionsOf('c1/v1')).at(-1)).toEqual([
      'UPDATE',
      'A slip.',
      'anna',
      { reviewState: { before: 'ACCEPTED', after: 'CORRECTED' } },
    ]);
    expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [], written: false });
    expect(await verify(database)).toEqual([]);
  });

  test('of a claim generated from a row keeps the other values of the row: place, kind, invitation', async () => {
    const event = await rowClaimOf('meeting:talks');
    const { problems } = await runOperation(
      database,
      correct(event, {
        type: 'EVENT',
        subject: 'meeting:talks',
        text: 'The talks are planned for the 22nd.',
        time: { edtf: '2025-03-22' },
        modality: 'PLANNED',
      }),
    );
    expect(problems).toEqual([]);
    expect(await stateOf(database, 'meeting:talks')).toMatchObject({
      status: 'SCHEDULED',
      kind: 'CONFERENCE',
      places: ['place:geneva'],
      time: { edtf: '2025-03-22' },
    });

    const invited = await rowClaimOf('part:guest');
    const by: ClaimRow = {
      type: 'ATTENDS',
      subject: 'official:guest',
      objects: ['meeting:talks'],
      text: 'The guest is asked to come.',
      modality: 'PLANNED',
    };
    await runOperation(database, correct(invited, by));
    expect(await stateOf(database, 'part:guest')).toMatchObject({ status: 'INVITED' });
    await runOperation(database, correct(invited, { ...by, modality: 'OCCURRED', polarity: 'NEGATIVE' }));
    expect(await stateOf(database, 'part:guest')).toMatchObject({ status: 'ABSENT' });
    await runOperation(database, correct(invited, { ...by, modality: 'OCCURRED' }));
    expect(await stateOf(database, 'part:guest')).toMatchObject({ status: 'ATTENDED' });
    expect(await verify(database)).toEqual([]);
  });

  test('of the subject moves the claim to the fact of the new subject', async () => {
    await runOperation(
      database,
      correct('c1', { ...chairs, subject: 'country:SE', text: 'Sweden is to chair the talks.' }),
    );
    expect(await stateOf(database, 'part:no')).toMatchObject({ standing: 'WITHDRAWN' });
    expect(await queryGraph(database, "MATCH (:Claim {key: 'c1'})-[:SUPPORTS]->(t) RETURN t.key")).toEqual([
      ['part:se'],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('with its own source has that evidence and attribution', async () => {
    const source = SourceInput.parse({
      url: 'https://example.org/erratum',
      title: 'Erratum',
      kind: 'NEWS_ARTICLE',
      attributionKind: 'OFFICIAL_RECORD',
      attribution: [{ anonymous: { description: 'an editor' }, how: 'TOLD' }],
    });
    expect(await runOperation(database, correct('c1', { ...chairs, paragraph: '1' }, source))).toMatchObject({
      problems: [],
    });
    expect(
      await queryGraph(
        database,
        `MATCH (c:Claim {key: 'c1'})-[e:EVIDENCE]->(d), (c)-[:ATTRIBUTED_TO]->(a)
         RETURN c.attributionKind, d.title, e.paragraph, a.description`,
      ),
    ).toEqual([['OFFICIAL_RECORD', 'Erratum', '1', 'an editor']]);
    expect(await verify(database)).toEqual([]);
  });

  test('takes over the relations of the corrected claim in both directions', async () => {
    const other = { ...chairs, key: 'c2', relations: [{ type: 'QUALIFIES' as const, to: 'c1' }] };
    const third = { ...chairs, key: 'c3', text: 'Third.' };
    await recordBlocks(database, [later('other', { claims: [other] }), later('third', { claims: [third] })]);
    await runOperation(database, relateClaimsOperation({ from: 'c1', type: 'REFINES', to: 'c3' }));
    await runOperation(database, correct('c2', { ...chairs, text: 'Second, but better.' }));
    await runOperation(database, correct('c1', { ...chairs, text: 'First, but better.' }));

    expect(await relations('SOURCE')).toContainEqual(['c2', 'QUALIFIES', 'c1']);
    expect(await relations('ANALYST')).toContainEqual(['c1', 'REFINES', 'c3']);
    expect(await verify(database)).toEqual([]);
  });

  test('reports all problems at once and writes nothing', async () => {
    const before = await snapshotGraph(database);
    const by: ClaimRow = {
      key: 'c9',
      type: 'HELD_AT',
      subject: 'meeting:talk',
      objects: ['place:genf'],
      text: 'It is held in Geneva.',
      modality: 'PLANNED',
    };
    const source = SourceInput.parse({ document: 'doc:nowhere', attributionKind: 'NARRATION' });
    const { problems } = await runOperation(database, correct('c2', by, source));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('nothing is known as place:genf'),
      expect.stringMatching(/nothing is known as meeting:talk; .* did you mean meeting:talks\?/),
      expect.stringContaining('nothing is known as doc:nowhere'),
      expect.stringContaining('a correction takes over the key'),
      'nothing is known as c2; expected the key or id of a claim',
    ]);
    expect(await snapshotGraph(database)).toBe(before);
  });

  test.each<[what: string, by: ClaimRow, message: string]>([
    [
      'without a difference',
      { ...page.claims![0]!, key: undefined, evidence: undefined },
      'the correction is identical to c1',
    ],
    ['that relates to itself', { ...chairs, relations: [{ type: 'REFINES', to: 'c1' }] }, 'cannot relate to itself'],
    [
      'that relates to an unknown claim',
      { ...chairs, relations: [{ type: 'REFINES', to: 'c7' }] },
      'nothing is known as c7',
    ],
  ])('%s is refused', async (_what, by, message) => {
    const { problems } = await runOperation(database, correct('c1', JSON.parse(JSON.stringify(by)) as ClaimRow));
    expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
  });
});

describe('a relation set by an analyst', () => {
  const same = { ...chairs, key: 'c2' };
  const ruled = async () =>
    (await relations('RULE')).filter(([a, , b]) => [a, b].every((key) => /^c[12]$/.test(key as string)));

  test('takes precedence over relations derived by rules', async () => {
    await recordBlocks(database, [later('same', { claims: [same] })]);
    expect(await ruled()).toEqual([['c2', 'CORROBORATES', 'c1']]);

    const reason = because('They speak of different talks.');
    expect(
      await runOperation(database, relateClaimsOperation({ from: 'c2', type: 'CONTRADICTS', to: 'c1' }), reason),
    ).toEqual({
      problems: [],
      thing: 'c2',
    });
    expect(await ruled()).toEqual([]);
    expect(await relations('ANALYST')).toEqual([['c2', 'CONTRADICTS', 'c1']]);
    expect(await queryGraph(database, "MATCH (x:Conflict)-[:AMONG]->({key: 'c2'}) RETURN x.slot")).toEqual([
      ['country:NO|CHAIRS'],
    ]);
    expect(await claim('c1')).toMatchObject({ independentSources: 1 });
    expect((await revisionsOf('c2')).at(-1)).toMatchObject([
      'UPDATE',
      'They speak of different talks.',
      'anna',
      { relations: { after: [{ type: 'CONTRADICTS', claim: 'c1' }] } },
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('can resolve a conflict found by the rules', async () => {
    await recordBlocks(database, [later('denial', { claims: [{ ...same, polarity: 'NEGATIVE' }] })]);
    expect(await ruled()).not.toEqual([]);
    await runOperation(database, relateClaimsOperation({ from: 'c2', type: 'DIFFERENT_MEASURE_FROM', to: 'c1' }));
    expect(await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot')).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('changes nothing when it is repeated, from either side if it is symmetric', async () => {
    await recordBlocks(database, [later('same', { claims: [same] })]);
    await runOperation(database, relateClaimsOperation({ from: 'c2', type: 'COMPETES_WITH', to: 'c1' }));
    const before = await snapshotGraph(database);
    await runOperation(database, relateClaimsOperation({ from: 'c2', type: 'COMPETES_WITH', to: 'c1' }));
    await runOperation(database, relateClaimsOperation({ from: 'c1', type: 'COMPETES_WITH', to: 'c2' }));
    expect(await snapshotGraph(database)).toBe(before);
  });

  test('replaces earlier relations that are incompatible with it, and remembers those of the source', async () => {
    const coded = { ...same, relations: [{ type: 'CORROBORATES' as const, to: 'c1' }] };
    await importBlocks(database, 'coded', [later('coded', { claims: [coded] })]);
    await runOperation(database, relateClaimsOperation({ from: 'c1', type: 'SUPERSEDES', to: 'c2' }));
    await runOperation(database, relateClaimsOperation({ from: 'c2', type: 'SUPERSEDES', to: 'c1' }));
    expect(await relations('SOURCE')).toEqual([]);
    expect(await relations('ANALYST')).toEqual([['c2', 'SUPERSEDES', 'c1']]);
    expect(await queryGraph(database, "MATCH ()-[r:RELATES_TO {by: 'ANALYST'}]->() RETURN r.replaces")).toEqual([
      [['CORROBORATES']],
    ]);

    await importBlocks(database, 'coded', [later('coded', { claims: [{ ...coded, note: 'Edited.' }] })]);
    expect(await relations('SOURCE')).toEqual([]);
    expect(await relations('ANALYST')).toContainEqual(['c2', 'SUPERSEDES', 'c1']);
    expect(await verify(database)).toEqual([]);
  });

  test('needs two different live claims', async () => {
    await runOperation(database, retractClaimOperation({ claim: 'c1' }));
    const { problems } = await runOperation(
      database,
      relateClaimsOperation({ from: 'c1', type: 'REFINES', to: 'meeting:talks' }),
    );
    expect(problems).toMatchObject([
      { code: 'NOT_ALLOWED', message: expect.stringContaining('c1 was retracted') },
      { code: 'INVALID', message: 'meeting:talks is a meeting; expected a claim' },
    ]);
    const event = await rowClaimOf('meeting:talks');
    expect(
      (await runOperation(database, relateClaimsOperation({ from: event, type: 'REFINES', to: event }))).problems,
    ).toMatchObject([{ code: 'INVALID', message: expect.stringContaining('cannot relate to itself') }]);
  });
});

test('a plan and its outcomes are all kept, and the fact follows the outcome that an analyst has not disputed', async () => {
  const came = (status: 'ATTENDED' | 'ABSENT') => ({
    meetings: [
      { ref: 'meeting:talks', participants: [{ actor: 'official:guest', role: 'ATTENDEE' as const, status }] },
    ],
  });
  const official = { attributionKind: 'OFFICIAL_RECORD' as const, published: { edtf: '2025-03-22' } };
  await recordBlocks(database, [later('came', came('ATTENDED')), later('readout', came('ABSENT'), official)]);
  expect(await stateOf(database, 'part:guest')).toMatchObject({ status: 'ABSENT' });

  const [readout] = await queryGraph(database, "MATCH (c:Claim)-[:EVIDENCE]->({title: 'readout'}) RETURN c.key");
  await runOperation(database, reviewClaimOperation({ claim: readout![0] as string, state: 'DISPUTED' }));
  expect(await stateOf(database, 'part:guest')).toMatchObject({ status: 'ATTENDED' });
  const stances =
    "MATCH (c:Claim)-[:SUPPORTS]->({key: 'part:guest'}) RETURN c.status, c.reviewState, c.planOutcome ORDER BY c.recordedAt";
  expect((await queryGraph(database, stances)).map((row) => row.join(' '))).toEqual(
    expect.arrayContaining(['PLANNED ACCEPTED ', 'OCCURRED ACCEPTED ', 'OCCURRED DISPUTED ']),
  );
  expect(await verify(database)).toEqual([]);
});
