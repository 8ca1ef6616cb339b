import { type Tx } from '../../graph/database.ts';
import { type EndpointKind, endpointKinds, exportedNodes, exportedRelationships } from './exported-schema.ts';
import { type LinkLine, formatLine, toLinkLine } from './line-format.ts';

/** Nodes of which the relationships are counted in one statement. */
const NODES = 500;
/** Relationships that are in memory at once. Those of a node with more are passed by again for each page, so it is not small. */
const LINKS = 10_000;

/** Of a RELATES_TO: that sources or analysts said so. */
export const TOLD = "r.by <> 'RULE'";

const TYPES = exportedRelationships.join('|');
const ENDS = endpointKinds.map((kind) => exportedNodes[kind].label).join('|');

/** With the number of relationships: somewhat more than are exported, where a rule has set some. */
const STARTS = ({ label, order }: (typeof exportedNodes)[EndpointKind]) => `MATCH (a:${label}) WHERE a.${order} > $after
RETURN a.id AS id, a.${order} AS place, COUNT { (a)-[:${TYPES}]->() } AS number ORDER BY place LIMIT ${NODES}`;

interface Start {
  id: string;
  place: string;
  number: number;
}

/** The outgoing relationships of all nodes of a kind, in the order of the nodes, then by type and endpoint. */
export async function* readLinks(tx: Tx, kind: EndpointKind): AsyncGenerator<LinkLine[]> {
  for (let after = ''; ;) {
    const starts = await tx.run<Start>(STARTS(exportedNodes[kind]), { after });
    for (const portion of inPortions(starts)) {
      const [{ id, number }] = portion as [Start];
      if (number > LINKS) yield* readPages(tx, kind, id);
      else yield await readLinksOf(tx, kind, portion);
    }
    if (starts.length < NODES) return;
    after = starts.at(-1)!.place;
  }
}

/** Nodes that are read together, each with too many relationships by itself. */
function inPortions(starts: readonly Start[]): Start[][] {
  const portions: Start[][] = [];
  let free = -1;
  for (const start of starts) {
    if (start.number > free) {
      portions.push([]);
      free = LINKS;
    }
    portions.at(-1)!.push(start);
    free -= start.number;
  }
  return portions;
}

const IS_EXPORTED = `type(r) <> 'RELATES_TO' OR ${TOLD}`;
type Row = [from: string, type: string, to: string, properties: Record<string, unknown>];

/** By their places and not by their ids: the driver keeps the parameters of all statements until the transaction ends. */
const LINKS_OF = ({ label, order }: (typeof exportedNodes)[EndpointKind]) => `MATCH (a:${label})
WHERE a.${order} >= $first AND a.${order} <= $last
MATCH (a)-[r:${TYPES}]->(b:${ENDS}) WHERE ${IS_EXPORTED}
RETURN a.id, type(r), b.id, properties(r)`;

async function readLinksOf(tx: Tx, kind: EndpointKind, starts: readonly Start[]): Promise<LinkLine[]> {
  const [first, last] = [starts[0]!.place, starts.at(-1)!.place];
  const rows = (await tx.rows(LINKS_OF(exportedNodes[kind]), { first, last })) as Row[];
  const byStart = Map.groupBy(rows, ([from]) => from);
  return starts.flatMap(({ id }) => toLines(byStart.get(id) ?? []));
}

/** The relationships of one type to the next endpoints; all to the last of these, also where there are several. */
const PAGE = (label: string, type: string) => `MATCH (a:${label} {id: $id})
CALL (a) {
  MATCH (a)-[r:${type}]->(b:${ENDS}) WHERE b.id > $after AND (${IS_EXPORTED})
  WITH b.id AS to ORDER BY to LIMIT ${LINKS} RETURN max(to) AS last
}
MATCH (a)-[r:${type}]->(b:${ENDS}) WHERE b.id > $after AND b.id <= last AND (${IS_EXPORTED})
RETURN a.id, type(r), b.id, properties(r)`;

async function* readPages(tx: Tx, kind: EndpointKind, id: string): AsyncGenerator<LinkLine[]> {
  for (const type of exportedRelationships) {
    for (let after = ''; ;) {
      const lines = toLines((await tx.rows(PAGE(exportedNodes[kind].label, type), { id, after })) as Row[]);
      if (lines.length === 0) break;
      yield lines;
      after = lines.at(-1)!.to;
    }
  }
}

/** Sorted by type and endpoint. */
function toLines(rows: readonly Row[]): LinkLine[] {
  const keyed = rows.map(([from, type, to, properties]) => {
    const line = toLinkLine(type, from, to, properties);
    return { line, name: `${type} ${to} ${formatLine(line)}` };
  });
  return keyed.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ line }) => line);
}
