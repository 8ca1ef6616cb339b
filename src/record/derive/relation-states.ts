import { type Tx } from '../../graph/database.ts';
import { cypherBelongsTo } from '../../storage/conflicts.ts';
import { cypherRelationOrder, relationOrder } from '../../storage/order-keys.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type Link, OnlyInGraph } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { type StateChange } from '../write/revisions.ts';
import { type DirtySet } from '../write/dirty-set.ts';

type StateRow = Pick<StateChange, 'id' | 'isNew' | 'state'>;

/** Nodes that are read together. */
const BATCH = 1_000;

/** The conflicts that belong to a claim: their subject, their claims, and which of these is followed. */
const CONFLICTS = `[(c)<-[:AMONG]-(x:Conflict) WHERE ${cypherBelongsTo('x', 'id')} | {
    subject: [(x)-[:OF]->(t) | t.key][0], slot: x.slot, order: x.sortKey, rule: x.rule,
    claims: [(x)-[a:AMONG]->(o) | {order: a.order, value: o.key}],
    values: [(x)-[a:AMONG]->() | {order: a.order, value: a.value}], follows: [(x)-[:FOLLOWS]->(o) | o.key][0]}]`;

export const CLAIM_STATES: RowsOf<StateRow> = {
  statement: `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.version = 0 AS isNew, c {.reviewState, .retractedAt, .retractionReason, .independentSources,
  subject: [(c)-[:SUBJECT]->(t) | t.key][0],
  objects: [(c)-[r:OBJECT]->(t) | {order: r.order, value: t.key}],
  evidence: [(c)-[r:EVIDENCE]->(d) | {order: r.order, value: {document: d.key, paragraph: r.paragraph, line: r.line}}],
  attribution: [(c)-[r:ATTRIBUTED_TO]->(a) | {order: r.order, value: {agent: a.key, how: r.how}}],
  supports: [(c)-[:SUPPORTS]->(t) | {order: t.sortKey, value: t.key}],
  relations: [(c)-[r:RELATES_TO]->(o) | {order: ${cypherRelationOrder('r.type', 'o.sortKey', 'r.slot')}, value: {type: r.type, slot: r.slot, claim: o.key}}],
  says: [(c)-[r:SAYS]->(t) | {order: r.order, value: {subject: t.key, slot: r.slot, value: r.value,
    node: CASE WHEN r.node IS NOT NULL THEN replace(r.value, 'NOT ', '') END, independentSources: r.independentSources}}],
  corrects: [(c)-[:CORRECTS]->(o) | o.key][0],
  conflicts: ${CONFLICTS}} AS state`,
  walk: (claim) => {
    if (claim.derived.conflicts.length > 0) throw new OnlyInGraph();
    const ordered = (link: Link, value: unknown): Ordered => ({ order: link.properties.order as number, value });
    return [
      {
        id: claim.id,
        isNew: true,
        state: {
          ...claim.pick(['reviewState', 'retractedAt', 'retractionReason', 'independentSources']),
          subject: claim.out('SUBJECT')[0]?.to.key,
          objects: claim.out('OBJECT').map((link) => ordered(link, link.to.key)),
          evidence: claim.out('EVIDENCE').map((link) => {
            const { paragraph, line } = link.properties;
            return ordered(link, { document: link.to.key, paragraph, line });
          }),
          attribution: claim
            .out('ATTRIBUTED_TO')
            .map((link) => ordered(link, { agent: link.to.key, how: link.properties.how })),
          supports: claim
            .out('SUPPORTS')
            .map(({ to }): Ordered => ({ order: to.properties.sortKey as string, value: to.key })),
          relations: claim.out('RELATES_TO').map(({ to, properties: { type, slot } }): Ordered => ({
            order: relationOrder(type as string, to.properties.sortKey as string, slot as string | undefined),
            value: { type, slot, claim: to.key },
          })),
          says: claim.out('SAYS').map((link) => {
            const { slot, value, node, independentSources } = link.properties;
            const named = node === undefined ? undefined : (value as string).replaceAll('NOT ', '');
            return ordered(link, { subject: link.to.key, slot, value, node: named, independentSources });
          }),
          corrects: claim.out('CORRECTS')[0]?.to.key,
          conflicts: [],
        },
      },
    ];
  },
};

const COUNTRY = (label: string, type: 'SERVES' | 'LOCATED_IN'): RowsOf<StateRow> => ({
  statement: `UNWIND $ids AS id
MATCH (t:Thing&${label} {id: id}) USING INDEX SEEK t:Thing(id)
RETURN id, t.version = 0 AS isNew, {country: [(t)-[:${type}]->(c) | c.key][0]} AS state`,
  walk: (node) => [{ id: node.id, isNew: true, state: { country: node.out(type)[0]?.to.key } }],
});

const statements: readonly { type: TypeName; rows: RowsOf<StateRow> }[] = [
  { type: 'Claim', rows: CLAIM_STATES },
  { type: 'Official', rows: COUNTRY('Official', 'SERVES') },
  { type: 'Place', rows: COUNTRY('Place', 'LOCATED_IN') },
];

/**
 * The parts of the state of nodes that several steps derive, or that are only relationships, read when all steps are done:
 * relations and review of a claim, the country of an official and of a place. Revisions keep them.
 */
export async function readRelationStates(tx: Tx, dirty: DirtySet): Promise<StateChange[]> {
  const changes: StateChange[] = [];
  for (const { type, rows: rowsOf } of statements) {
    const ids = dirty.of([type]);
    for (let start = 0; start < ids.length; start += BATCH) {
      const rows = await readRowsOf(tx, ids.slice(start, start + BATCH), rowsOf);
      changes.push(
        ...rows.map(({ id, isNew, state }) => ({ id, isNew, isPartial: true as const, state: withSortedLists(state) })),
      );
    }
  }
  return changes;
}

type State = Readonly<Record<string, unknown>>;

/** Sorts lists, which Cypher returns in any order, and leaves out empty ones. */
function withSortedLists(state: State): State {
  return Object.fromEntries(
    Object.entries(state).map(([field, value]) => {
      if (!Array.isArray(value)) return [field, value];
      if (value.length === 0) return [field, null];
      return [field, field === 'conflicts' ? orderedConflicts(value as Conflict[]) : orderedValues(value as Ordered[])];
    }),
  );
}

interface Ordered {
  order: number | string;
  value: unknown;
}

interface Conflict {
  order: string;
  claims: Ordered[];
  values: Ordered[];
}

const sorted = <T extends { order: number | string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.order < b.order ? -1 : 1));

const orderedValues = (items: readonly Ordered[]) => sorted(items).map(({ value }) => value);

const orderedConflicts = (conflicts: readonly Conflict[]) =>
  sorted(conflicts).map((conflict) => ({
    ...conflict,
    claims: orderedValues(conflict.claims),
    values: orderedValues(conflict.values),
  }));
