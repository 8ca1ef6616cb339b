import { NetworkMode } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Presences } from '../../network/types.ts';
import { NAME_PROPERTIES } from '../../storage/names.ts';
import { type PresenceFilter, matchPresences } from '../filters/presences.ts';
import { plainArguments } from '../ir/bound-arguments.ts';
import { type GraphState, type NetworkEntity } from '../ir/computed.ts';
import { type List, Projection } from '../ir/projection.ts';
import { type CypherStatement, writeCypher } from '../statement/cypher-writer.ts';
import { createLayout } from '../statement/layout.ts';
import { toParameters } from '../statement/parameters.ts';

/** Who was at which meeting, with the entities that the numbers stand for. */
export interface ReadPresences {
  presences: Presences;
  /** In order of name; with meetings, these follow in order of time. */
  entities: readonly NetworkEntity[];
  /** The ids of the meetings, by number. */
  meetingIds: readonly string[];
  /** What it takes in memory. */
  bytes: number;
}

/** What an entity takes in memory, its names and keys; and the id of a meeting. */
const [BYTES_OF_ENTITY, BYTES_OF_ID] = [1_000, 100];

const STATE = `MATCH (g:Graph) OPTIONAL MATCH (s:Snapshot) WITH g, s ORDER BY s.sequence DESC LIMIT 1
RETURN toString(g.version), g.instance, s.id, s.takenAt, s.sha256, toString(s.sequence)`;

type StateRow = [
  version: string,
  instance: string,
  ...snapshot: [string, string, string, string] | [null, null, null, null],
];

export async function readGraphState(tx: Tx): Promise<GraphState> {
  const [row] = await tx.rows(STATE, {});
  const [version, instance, id, takenAt, sha256, snapshotVersion] = row as StateRow;
  return { version, instance, latestSnapshot: id === null ? null : { id, takenAt, sha256, version: snapshotVersion } };
}

/** The labels of what can be in a network. */
const TYPES = ['Official', 'Country', 'Organization', 'Meeting'];

/** Reads all presences that a filter lets through. */
export async function readPresences(
  tx: Tx,
  filter: PresenceFilter,
  { mode, today }: { mode: NetworkMode; today: string },
): Promise<ReadPresences> {
  const statement = presencesStatement(filter);
  const bound = [{ ...plainArguments({}, filter.parameters) }, plainArguments({}, [today])];
  const rows = (await tx.rows(statement.text, toParameters(statement, bound))).map(([row]) => row as PresenceRow);
  const meetings = mode === NetworkMode.TWO_MODE ? await readMeetings(tx, rows) : [];
  const numbers = new Map(meetings.map(({ id }, number) => [id, number]));
  const presences = toPresences(rows, numbers);
  const entities = [...rows.map(toEntity), ...meetings];
  const bytes =
    4 * presences.meetings.length + BYTES_OF_ENTITY * entities.length + BYTES_OF_ID * presences.meetingCount;
  return { presences, entities, meetingIds: [...numbers.keys()], bytes };
}

type Names = readonly (readonly string[] | null)[];
type PresenceRow = readonly [
  id: string,
  key: string,
  type: string,
  country: string | null,
  meetings: readonly string[],
  ...names: Names,
];

function toEntity([id, key, type, country, , ...names]: PresenceRow): NetworkEntity {
  return { id, key, type, country, names, time: null };
}

/** Numbers meetings as they come, after those that have a number. */
function toPresences(rows: readonly PresenceRow[], numbers: Map<string, number>): Presences {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach(([, , , , meetings], node) => (offsets[node + 1] = offsets[node]! + meetings.length));
  const numbered = new Int32Array(offsets.at(-1)!);
  let next = 0;
  for (const [, , , , meetings] of rows) {
    for (const meeting of meetings) {
      let number = numbers.get(meeting);
      if (number === undefined) numbers.set(meeting, (number = numbers.size));
      numbered[next++] = number;
    }
  }
  return { nodeCount: rows.length, meetingCount: numbers.size, offsets, meetings: numbered };
}

/** One row for each node, with the ids of its meetings. */
function presencesStatement(filter: PresenceFilter): CypherStatement {
  const projection = new Projection();
  const items: NonNullable<List['items']> = { projection: new Projection(), slot: { index: -1 } };
  projection.list({
    key: 'presences',
    argumentsIndex: 0,
    match: (_outer, { node, rel }, cypher) => {
      const [participation, meeting] = [cypher.name(), cypher.name()];
      return `${matchPresences(filter, { participation, meeting, node }, cypher)} WITH ${node}, collect(DISTINCT ${meeting}.id) AS ${rel}`;
    },
    bindsRelationship: true,
    distinct: false,
    conditions: [],
    order: ({ node }) => `${node}.sortName`,
    items,
  });
  // Slots are in the order of these keys.
  const columns: [string, (variables: { node: string; rel: string }) => string][] = [
    ['0', ({ node }) => `${node}.id`],
    ['1', ({ node }) => `${node}.key`],
    ['2', ({ node }) => `[label IN labels(${node}) WHERE label IN ${JSON.stringify(TYPES).replaceAll('"', "'")}][0]`],
    ['3', ({ node }) => `head([(${node})-[:SERVES|OF_COUNTRY]->(a) | a.key])`],
    ['4', ({ rel }) => rel],
    ...NAME_PROPERTIES.map((name, index): (typeof columns)[number] => [`5${index}`, ({ node }) => `${node}.${name}`]),
  ];
  for (const [key, text] of columns) items.projection.column(key, text);
  return writeCypher({ layout: createLayout(projection, () => filter.key), todayArguments: 1 });
}

const MEETINGS = `UNWIND $ids AS id MATCH (m:Meeting {id: id}) WITH m ORDER BY m.sortTime
RETURN m.id, m.key, m.timeEdtf, m.timeStartEarliest, m.timeEndLatest, ${NAME_PROPERTIES.map((name) => `m.${name}`).join(', ')}`;

async function readMeetings(tx: Tx, rows: readonly PresenceRow[]): Promise<NetworkEntity[]> {
  const ids = [...new Set(rows.flatMap(([, , , , meetings]) => meetings))];
  const read = (await tx.rows(MEETINGS, { ids })) as [
    string,
    string,
    string | null,
    string | null,
    string | null,
    ...Names,
  ][];
  return read.map(([id, key, edtf, from, until, ...names]) => ({
    id,
    key,
    type: 'Meeting',
    country: null,
    names,
    time: { edtf, from, until },
  }));
}
