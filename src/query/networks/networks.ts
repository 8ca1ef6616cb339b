import { type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ClientError } from '../../domain/errors.ts';
import { NetworkMode, NetworkNodes, TieWeight } from '../../domain/vocabulary.generated.ts';
import { type Database } from '../../graph/database.ts';
import { type NetworkPool, createNetworkPool } from '../../network/pool.ts';
import { type ProjectionOptions } from '../../network/types.ts';
import { presenceFilter } from '../filters/presences.ts';
import { rejectBelow, typeOf } from '../filters/predicates.ts';
import { type NetworkAnswer, type NetworkQuestion, type NetworkReader } from '../ir/computed.ts';
import { refsAskedFor } from '../questions/in-words.ts';
import { type NamedThing, readNamed } from '../questions/named.ts';
import { networkConditions, networkTitle } from './address.ts';
import { type ReadNetwork, projectNetwork } from './read-network.ts';
import { type ReadPresences, readGraphState, readPresences } from './read-presences.ts';

/** Bytes of what is kept of each kind. */
const MAX_KEPT_BYTES = { presences: 8 * 1024 * 1024, networks: 48 * 1024 * 1024 };

/**
 * Reads networks: presences from the graph, the rest in workers (src/network). The latest are kept, networks with their measures, as long as
 * the graph is unchanged; networks of the same presences read them once.
 */
export function createNetworks(
  database: Database,
  { schema, today, pool = createNetworkPool() }: { schema: GraphQLSchema; today: () => string; pool?: NetworkPool },
): NetworkReader & { close(): Promise<void> } {
  const keptPresences = createCache<ReadPresences>(MAX_KEPT_BYTES.presences);
  const keptNetworks = createCache<ReadNetwork>(MAX_KEPT_BYTES.networks);

  async function read(question: NetworkQuestion, { signal }: { signal?: AbortSignal } = {}): Promise<NetworkAnswer> {
    const { values, refs = [] } = question;
    checkQuestion(values);
    const { nodes, mode, around } = values as { nodes: NetworkNodes; mode: NetworkMode; around?: string | null };
    // The size of meetings is counted while they are projected, which is quicker.
    const filter = presenceFilter({ ...values, maxMeetingSize: null }, nodes, 0);
    const conditions = networkConditions(schema, values);
    const named = refsAskedFor(conditions);
    const { state, found, key, presences } = await database.read(
      async (tx) => {
        const [state, found] = await Promise.all([
          readGraphState(tx),
          readNamed(tx, [...refs, ...named, ...(around ? [around] : [])]),
        ]);
        const key = textOf([state.instance, state.version, filter.key, mode, filter.parameters]);
        const presences = keptPresences.get(key) ?? (await readPresences(tx, filter, { mode, today: today() }));
        return { state, found, key, presences };
      },
      { signal },
    );
    keptPresences.set(key, presences);
    const centre = around ? found.at(-1)! : undefined;
    if (centre) rejectOtherKind('around', centre, values);

    const options = projectionOptions(values, presences, centre);
    const networkKey = textOf([key, options]);
    let network = keptNetworks.get(networkKey);
    if (!network) {
      network = await projectNetwork(pool, options ? presences : NOBODY, options ?? WHOLE, signal);
      keptNetworks.set(networkKey, network);
    }
    const places = new Map(network.nodes.map(({ id }, place) => [id, place]));
    const nameOf = new Map(named.map((ref, index) => [ref, found[refs.length + index]?.name ?? ref]));
    return {
      ...network.answers,
      question,
      title: networkTitle(conditions, values, nameOf),
      state,
      mode,
      nodes: network.nodes,
      notes: options ? [] : [`Nobody is in it, as \`around\`, ${around}, is nobody who was there.`],
      found: found.slice(0, refs.length).map((thing) => thing && { ...thing, node: places.get(thing.id) ?? null }),
    };
  }

  return { read, close: () => pool.close() };
}

const createCache = <T extends { bytes: number }>(maxSize: number) =>
  new LRUCache<string, T>({ maxSize, sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length + 500 });

/** Parameters of lists are integers of 64 bits. */
const textOf = (parts: unknown): string =>
  JSON.stringify(parts, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));

/** How presences become a network; null where it is to be around somebody who is not among them, or around nobody. */
function projectionOptions(
  values: NetworkQuestion['values'],
  { entities }: ReadPresences,
  centre: NamedThing | null | undefined,
): ProjectionOptions | null {
  const node = centre === undefined ? undefined : entities.findIndex(({ id }) => id === centre?.id);
  if (node !== undefined && node < 0) return null;
  return {
    mode: values.mode as NetworkMode,
    weight: values.weight as TieWeight,
    maxMeetingSize: (values.maxMeetingSize ?? null) as number | null,
    minWeight: (values.minWeight ?? null) as number | null,
    around: node === undefined ? null : { node, radius: values.radius as number },
  };
}

const NOBODY: ReadPresences = {
  presences: { nodeCount: 0, meetingCount: 0, offsets: new Int32Array(1), meetings: new Int32Array(0) },
  entities: [],
  meetingIds: [],
  bytes: 0,
};

const WHOLE: ProjectionOptions = {
  mode: NetworkMode.ONE_MODE,
  weight: TieWeight.COUNT,
  maxMeetingSize: null,
  minWeight: null,
  around: null,
};

/** @throws ClientError where fields of the input cannot go together. */
export function checkQuestion(values: NetworkQuestion['values']): void {
  const { nodes, mode, weight, officials, radius, minWeight } = values as {
    nodes: NetworkNodes;
    mode: NetworkMode;
    weight: TieWeight;
    officials?: unknown;
    radius?: number;
    minWeight?: number | null;
  };
  const refuse = (message: string): never => {
    throw new ClientError('BAD_USER_INPUT', message);
  };
  if (mode === NetworkMode.TWO_MODE && weight !== TieWeight.COUNT) {
    refuse(`In TWO_MODE each tie is one presence, of weight 1: leave out \`weight: ${weight}\`, or ask for ONE_MODE.`);
  }
  if (officials && nodes !== NetworkNodes.OFFICIAL) {
    refuse(`\`officials\` chooses among officials, and this network is of nodes: ${nodes}. Leave out one of the two.`);
  }
  rejectBelow('radius', radius, 0);
  if (typeof minWeight === 'number' && !(minWeight >= 0)) refuse(`\`minWeight\` is ${minWeight}; expected 0 or more.`);
}

/** The types of what can be in a network, by what their keys begin with. */
const TYPES_BY_PREFIX: Readonly<Record<string, string>> = {
  official: 'Official',
  country: 'Country',
  org: 'Organization',
  meeting: 'Meeting',
};

/** The type that a key says; undefined for an id, and for the key of what is in no network. */
export const typeOfKey = (key: string): string | undefined => TYPES_BY_PREFIX[key.split(':')[0]!];

/** Between whom a network is that has nodes of this type; undefined for any other type. */
export const nodesOfType = (type: string | undefined): NetworkNodes | undefined =>
  Object.values(NetworkNodes).find((nodes) => typeOf(nodes) === type);

/** @throws ClientError where a reference leads to what cannot be a node of this network. */
export function rejectOtherKind(
  argument: string,
  { key, type }: { key: string; type: string },
  values: NetworkQuestion['values'],
): void {
  const nodes = values.nodes as NetworkNodes;
  if (type === typeOf(nodes) || (type === 'Meeting' && values.mode === NetworkMode.TWO_MODE)) return;
  const fitting = nodesOfType(type);
  throw new ClientError(
    'BAD_USER_INPUT',
    `\`${argument}\` is ${key}, and this network is of nodes: ${nodes}. ` +
      (fitting ? `Ask for input: {nodes: ${fitting}}.` : 'Expected an official, a country or an organization.'),
  );
}
