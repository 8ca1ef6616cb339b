import { beforeAll, expect, test } from '@jest/globals';
import { type GraphQLArgument, getNamedType, isEnumType, isRequiredArgument } from 'graphql';
import { type Database } from '../../../src/graph/database.ts';
import { type MutationClient, type ReportedProblem, mutationClient } from '../../support/mutation-client.ts';
import { schema } from '../../support/query.ts';
import { freshDatabase, recordBlocks, snapshotGraph } from '../../support/recording.ts';

/** A reason that is blank is none: it is refused wherever one can be given. */
let database: Database;
let client: MutationClient;

beforeAll(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A register', attributionKind: 'NARRATION' },
      countries: [{ key: 'country:XA', names: [{ value: 'Aldania', lang: 'en' }] }],
      claims: [
        { key: 'claim:one', type: 'OTHER', subject: 'country:XA', modality: 'OCCURRED', text: 'Something is so.' },
      ],
    },
  ]);
  client = mutationClient(database);
});

const mutationFields = Object.values(schema.getMutationType()!.getFields());
const withReason = mutationFields.filter(({ args }) => args.some(({ name }) => name === 'reason'));
const withInput = mutationFields.filter(({ args }) => args.some(({ name }) => name === 'input'));

test('all mutations but a snapshot take a reason', () => {
  expect(withReason.length + withInput.length).toBe(mutationFields.length - 1);
});

const examples: Record<string, unknown> = { Int: 1, String: 'names' };

const exampleOf = ({ type }: GraphQLArgument): unknown => {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]!.value : (examples[named.name] ?? 'country:ZZ');
};

const reasonProblem = (path: string[]): ReportedProblem => ({
  code: 'INVALID',
  path,
  message: 'the reason is blank; expected why, in your words',
});

test.each(withReason)('$name refuses a blank one, beside what else is wrong', async ({ name, args }) => {
  const given = args.filter((arg) => isRequiredArgument(arg));
  const { problems } = await client.get<{ problems: ReportedProblem[] }>(
    `mutation (${given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
      ${name}(${given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { problems { code path message } }
    }`,
    { ...Object.fromEntries(given.map((arg) => [arg.name, exampleOf(arg)])), reason: ' \n ' },
  );
  expect(problems[0]).toEqual(reasonProblem(['reason']));
  expect(problems.length).toBeGreaterThan(1);
});

test.each([
  ['record', 'RecordInput', { officials: [{ key: 'official:new', names: [{ value: 'New', lang: 'en' }] }] }],
  [
    'recordMeeting',
    'RecordMeetingInput',
    {
      kind: 'OTHER',
      status: 'HELD',
      names: [{ value: 'New talks', lang: 'en' }],
      participants: [],
      time: { edtf: '2025' },
    },
  ],
])('%s refuses a blank one', async (name, type, input) => {
  const before = await snapshotGraph(database);
  const { problems } = await client.get<{ problems: ReportedProblem[] }>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code path message } } }`,
    { input: { source: { title: 'News', attributionKind: 'NARRATION' }, reason: '', ...input } },
  );
  expect(problems).toEqual([reasonProblem(['input', 'reason'])]);
  expect(await snapshotGraph(database)).toBe(before);
});

test('nothing is done without one', async () => {
  const retract = (reason: string) =>
    client.get<{ claim: object | null; changes: object[]; problems: object[] }>(
      `mutation ($reason: String!) { retractClaim(claim: "claim:one", reason: $reason) { claim { key } changes { key } problems { path } } }`,
      { reason },
    );
  const before = await snapshotGraph(database);
  expect(await retract('  ')).toEqual({ claim: null, changes: [], problems: [{ path: ['reason'] }] });
  expect(await snapshotGraph(database)).toBe(before);
  expect(await retract('The source withdrew it.')).toMatchObject({ claim: { key: 'claim:one' }, problems: [] });
});
