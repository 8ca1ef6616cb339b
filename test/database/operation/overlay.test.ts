import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareImport } from '../../../src/dataset/prepare.ts';
import { type Database } from '../../../src/graph/database.ts';
import { MEETINGS_WITH_ABSENCES, PARTICIPATIONS_WITH_ABSENCES } from '../../../src/record/derive/absence-claims.ts';
import { PARTICIPATIONS_ACTED_FOR } from '../../../src/record/derive/acting.ts';
import { PARTICIPATIONS_OF_MEETINGS, STATUS_CONFLICTS } from '../../../src/record/derive/attendance-claims.ts';
import { MEETINGS_ATTENDED } from '../../../src/record/derive/attendance-edges.ts';
import { CLAIMS_WITH_RELATIONS } from '../../../src/record/derive/claim-relations.ts';
import { CLAIMS_WITH_DOCUMENTS } from '../../../src/record/derive/claim-status.ts';
import { DESCRIPTIONS, SUPPORTING_CLAIMS } from '../../../src/record/derive/derivation-input.ts';
import { NODES } from '../../../src/record/derive/derive-nodes.ts';
import { CLAIMS_OF_OPEN_MEETINGS, OPEN_MEETINGS } from '../../../src/record/derive/meeting-relations.ts';
import { OFFICIALS_WITH_TENURES } from '../../../src/record/derive/official-country.ts';
import { PLACES_WITH_COUNTRIES } from '../../../src/record/derive/place-country.ts';
import { CLAIMS_WITH_OUTCOMES } from '../../../src/record/derive/plan-outcomes.ts';
import { CLAIM_STATES } from '../../../src/record/derive/relation-states.ts';
import { WITH_SEVERAL_CLAIMS } from '../../../src/record/derive/slot-pairs.ts';
import { CLAIM_CONFLICTS } from '../../../src/record/derive/stored-conflicts.ts';
import { PROFILES } from '../../../src/record/duplicates/blocking.ts';
import { planRecording } from '../../../src/record/diff/plan-recording.ts';
import { type DataSet } from '../../../src/record/input/options.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { executeOperation } from '../../../src/record/operation/execute-operation.ts';
import { succeeded } from '../../../src/record/operation/operation.ts';
import { type RowsOf, type RowsVia, readRowsOf, readRowsVia } from '../../../src/record/overlay/read-rows.ts';
import { WriteTransaction } from '../../../src/record/overlay/write-transaction.ts';
import { canonicalJson } from '../../../src/record/write/derived-state.ts';
import { SUPPORTED_BY_CONTRADICTED, SUPPORTED_NODES } from '../../../src/record/write/dirty-set.ts';
import { writePlan } from '../../../src/record/write/write-plan.ts';
import { base, blockOf, sourceArbitrary } from '../identity/fixtures.ts';
import { type Block, freshDatabase, importBlocks } from '../../support/recording.ts';

jest.setTimeout(600_000);

const NUM_RUNS = Number(process.env.CHANCERY_TEST_RUNS ?? 4);

/** Everything that derivations read of a node, and the types of nodes of which they do. */
const evidence: Record<string, { of: readonly string[]; rows: RowsOf<unknown> | RowsVia<unknown> }> = {
  NODES: { of: ['Entity', 'Fact', 'Document', 'AnonymousSource'], rows: NODES },
  DESCRIPTIONS: { of: ['Entity', 'Fact', 'Document', 'AnonymousSource'], rows: DESCRIPTIONS },
  SUPPORTING_CLAIMS: { of: ['Entity', 'Fact'], rows: SUPPORTING_CLAIMS },
  CLAIMS_WITH_DOCUMENTS: { of: ['Claim'], rows: CLAIMS_WITH_DOCUMENTS },
  CLAIMS_WITH_RELATIONS: { of: ['Claim'], rows: CLAIMS_WITH_RELATIONS },
  CLAIMS_WITH_OUTCOMES: { of: ['Claim'], rows: CLAIMS_WITH_OUTCOMES },
  CLAIM_CONFLICTS: { of: ['Claim'], rows: CLAIM_CONFLICTS },
  CLAIM_STATES: { of: ['Claim'], rows: CLAIM_STATES },
  WITH_SEVERAL_CLAIMS: { of: ['Entity', 'Fact'], rows: WITH_SEVERAL_CLAIMS },
  MEETINGS_WITH_ABSENCES: { of: ['Participation'], rows: MEETINGS_WITH_ABSENCES },
  PARTICIPATIONS_OF_MEETINGS: { of: ['Meeting'], rows: PARTICIPATIONS_OF_MEETINGS },
  STATUS_CONFLICTS: { of: ['Participation'], rows: STATUS_CONFLICTS },
  PARTICIPATIONS_ACTED_FOR: { of: ['Participation'], rows: PARTICIPATIONS_ACTED_FOR },
  MEETINGS_ATTENDED: { of: ['Meeting'], rows: MEETINGS_ATTENDED },
  OPEN_MEETINGS: { of: ['Meeting', 'Participation'], rows: OPEN_MEETINGS },
  OFFICIALS_WITH_TENURES: { of: ['Official'], rows: OFFICIALS_WITH_TENURES },
  PLACES_WITH_COUNTRIES: { of: ['Place'], rows: PLACES_WITH_COUNTRIES },
  PARTICIPATIONS_WITH_ABSENCES: { of: ['Meeting', 'Participation'], rows: PARTICIPATIONS_WITH_ABSENCES },
  CLAIMS_OF_OPEN_MEETINGS: { of: ['Claim', 'Meeting', 'Participation'], rows: CLAIMS_OF_OPEN_MEETINGS },
  PROFILES: { of: ['Entity'], rows: PROFILES },
  SUPPORTED_NODES: { of: ['Claim'], rows: SUPPORTED_NODES },
  SUPPORTED_BY_CONTRADICTED: { of: ['Claim'], rows: SUPPORTED_BY_CONTRADICTED },
};

/** How many rows the overlay gave, by the name of the evidence. */
type Walked = Record<string, number>;

/** Records blocks in one write, and compares what its overlay says of each new node with what the graph says at the end. */
async function compare(
  database: Database,
  blocks: readonly RecordInput[],
  dataSets?: readonly DataSet[],
): Promise<Walked> {
  return executeOperation(
    database,
    // All of it in one write, as much as it is.
    { by: 'test', reason: null, dryRun: true, capacity: Infinity },
    async (tx, context) => {
      const plan = await planRecording(tx, blocks, { by: 'test', dataSets }, context.at);
      expect(plan.problems).toEqual([]);
      const { dirty, stateChanges } = await writePlan(tx, plan, context);
      const ids = [...plan.newNodes.map(({ node }) => node.id), ...plan.changes.claims.map(({ id }) => id)];
      return { ...succeeded(dirty, stateChanges), output: ids };
    },
    async (tx, { result }) => {
      if (!(tx instanceof WriteTransaction)) throw new Error('no write');
      await tx.send();
      const walked: Walked = {};
      for (const [name, { of, rows }] of Object.entries(evidence)) {
        const ids = result.output.filter((id) => {
          const node = tx.overlay.node(id);
          return node.isNew && of.some((label) => node.is(label));
        });
        const { fromOverlay, fromGraph } = await bothOf(tx, ids, rows);
        const [walks, reads] = [sorted(fromOverlay), sorted(fromGraph)];
        const differing = walks.map((row, at) => [row, reads[at]]).filter(([a, b]) => a !== b);
        expect({ [name]: differing.slice(0, 2), rows: walks.length }).toEqual({ [name]: [], rows: reads.length });
        walked[name] = fromOverlay.length;
      }
      return walked;
    },
  );
}

const parsed = (blocks: readonly Block[]) => blocks.map((block) => RecordInput.parse(block));

/** The rows of the nodes from which the overlay leads. */
async function bothOf(tx: WriteTransaction, ids: readonly string[], rows: RowsOf<unknown> | RowsVia<unknown>) {
  const asked: string[] = [];
  const only = Object.assign(Object.create(WriteTransaction.prototype) as WriteTransaction, {
    overlay: tx.overlay,
    readKnown: () => tx.readKnown(),
    run: (_: string, parameters: { ids: string[] }) => {
      asked.push(...parameters.ids);
      return Promise.resolve([]);
    },
  });
  const read = (from: WriteTransaction | WriteTransaction['graph'], some: readonly string[]) =>
    'via' in rows ? readRowsVia(from, some, rows) : readRowsOf(from, some, rows);
  const fromOverlay = await read(only, ids);
  const reached = ids.filter((id) => !asked.includes(id));
  return { fromOverlay, fromGraph: await read(tx.graph, reached) };
}

/**
 * Each once and in a fixed order, with the lists in it, which the graph gives in any; versions are sent before they are revised, and a node
 * that was there before is its own first revision until then.
 */
const sorted = (rows: readonly unknown[]) => [...new Set(rows.map((row) => canonicalJson(inOrder(row))))].sort();

function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .filter((each) => each !== 'Revision')
      .map((each) => canonicalJson(inOrder(each) ?? null))
      .sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !WRITTEN_LATE.has(name));
  return Object.fromEntries(entries.map(([name, each]) => [name, inOrder(each)]));
}

const WRITTEN_LATE: ReadonlySet<string> = new Set(['version', 'sortUpdated', 'isNew']);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

describe('what the overlay of a write says is what the graph says', () => {
  test('of the seeds', async () => {
    const files = ['reference', 'office-holders', 'udcg-history', 'article', 'meetings'].map(
      (name) => `seed/${name}.yaml`,
    );
    const { blocks, dataSets, problems } = await prepareImport(files, {});
    expect(problems).toEqual([]);
    const walked = await compare(database, blocks, dataSets);
    // No meeting of theirs is disputed in its status; those of random sources are.
    expect(Object.keys(walked).filter((name) => walked[name] === 0)).toEqual(['STATUS_CONFLICTS']);
  });

  test('of random sources, all new', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sourceArbitrary, { minLength: 1, maxLength: 4 }), async (sources) => {
        await compare(database, parsed([base, ...sources.map(blockOf)]));
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test('of random sources about what was there before', async () => {
    await importBlocks(database, 'base', [base]);
    await fc.assert(
      fc.asyncProperty(fc.array(sourceArbitrary, { minLength: 1, maxLength: 4 }), async (sources) => {
        await compare(database, parsed(sources.map(blockOf)));
      }),
      { numRuns: NUM_RUNS },
    );
  });
});
