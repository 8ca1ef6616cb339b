import { ClientError } from '../../../domain/errors.ts';
import { type LoadRequest, type AsOfRevision, loadRows } from './load.ts';
import { type Tx } from '../../../graph/database.ts';
import { type AsOfNode, toAsOfNode } from './node.ts';
import { formatCount } from '../../limits/input-limits.ts';

/** Thrown when a value needs something that is not loaded yet; it is loaded, and the value computed again. */
export class NotLoaded extends Error {}

/** One for all values: thousands may be missing at once, and the stack of each would take longer than its value. */
const notLoaded = new NotLoaded();

/** Nodes that one root field may load: about 100 MB of memory. */
export const MAX_AS_OF_NODES = 20_000;

/** The graph as of one write, loaded from revisions as far as it was needed so far. */
export class AsOfGraph {
  /** The day of the instant asked for: whether something is overdue depends on it. */
  readonly today: string;
  private readonly lastSequence: string;
  private readonly tx: Tx;
  private readonly nodes = new Map<string, AsOfNode | null>();
  private readonly idsByKey = new Map<string, readonly string[]>();
  private readonly idsByNodeSet = new Map<string, readonly string[]>();
  private readonly revisionsById = new Map<string, readonly AsOfRevision[]>();
  private request: LoadRequest = emptyRequest();
  private pendingLoad: Promise<void> | undefined;

  /** @param lastSequence Revisions with a greater `sortSequence` do not count. */
  constructor(tx: Tx, lastSequence: string, today: string) {
    this.tx = tx;
    this.lastSequence = lastSequence;
    this.today = today;
  }

  /**
   * Computes a value, loading what it needs: `compute` runs again until nothing it needs is missing. Everything that is found
   * missing in one turn of the event loop, by any caller, is loaded together.
   */
  async withLoading<T>(compute: () => T): Promise<T> {
    for (;;) {
      try {
        return compute();
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        await this.awaitLoad();
      }
    }
  }

  /** The node with this id; null if it did not exist then, or was deleted. A merged node is replaced by the kept one. */
  nodeById(id: string): AsOfNode | null {
    const node = this.nodes.get(id);
    if (node === undefined) return this.requestLoad(this.request.ids, id);
    return node && this.followMerge(node);
  }

  /** The node that had this key then. */
  nodeByKey(key: string): AsOfNode | null {
    const ids = this.idsByKey.get(key);
    if (ids === undefined) return this.requestLoad(this.request.keys, key);
    const node = ids.map((id) => this.nodes.get(id)).find((node) => node?.key === key);
    return node ? this.followMerge(node) : null;
  }

  /** The node that an id or a key refers to. */
  nodeByRef(ref: string): AsOfNode | null {
    return ref.includes(':') ? this.nodeByKey(ref) : this.nodeById(ref);
  }

  /** The nodes that relationships of this type lead to, in their order. */
  outgoing(node: AsOfNode, type: string): AsOfNode[] {
    const keys = node.relationships
      .filter((relationship) => relationship.type === type)
      .map((relationship) => relationship.to);
    return this.map(keys, (key) => this.nodeByKey(key)).filter((node) => node !== null);
  }

  /** The node that the only relationship of this type leads to. */
  outgoingOne(node: AsOfNode, type: string, label?: string): AsOfNode | null {
    return this.outgoing(node, type).find(({ labels }) => label === undefined || labels.has(label)) ?? null;
  }

  /** The nodes that had a relationship of this type to the node. */
  incoming(node: AsOfNode, type: string): AsOfNode[] {
    return this.filter(this.incomingEver(node, type), (source) => this.pointsTo(source, type, node));
  }

  /** Nodes that existed and have such a relationship now or had it at any time; whether they had it then is not checked. */
  incomingEver(node: AsOfNode, ...types: string[]): AsOfNode[] {
    return this.nodesIn(`${types.join('|')} ${node.id}`);
  }

  /** All nodes with the label. */
  nodesWithLabel(label: string): AsOfNode[] {
    return this.nodesIn(`: ${label}`);
  }

  /** The revisions of the node, oldest first. */
  revisions(node: AsOfNode): readonly AsOfRevision[] {
    return this.revisionsById.get(node.id) ?? this.requestLoad(this.request.revisionsOf, node.id);
  }

  /** `Array.map` that continues after an item for which something has to be loaded, so that all items request theirs together. */
  map<T, R>(items: readonly T[], get: (item: T) => R): R[] {
    let isComplete = true;
    const values = items.map((item) => {
      try {
        return get(item);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        isComplete = false;
        return undefined as R;
      }
    });
    if (!isComplete) throw notLoaded;
    return values;
  }

  /** `Array.filter` in the same way. */
  filter<T>(items: readonly T[], test: (item: T) => boolean): T[] {
    const passed = this.map(items, test);
    return items.filter((_, index) => passed[index]);
  }

  /** Sorted by the first of these values that differs. */
  sorted<T>(items: readonly T[], ...by: ((item: T) => string | number)[]): T[] {
    const values = this.map(items, (item) => this.map(by, (getValue) => getValue(item)));
    return items
      .map((item, index) => ({ item, values: values[index]! }))
      .sort((a, b) => {
        const at = a.values.findIndex((value, index) => value !== b.values[index]);
        return at < 0 ? 0 : a.values[at]! < b.values[at]! ? -1 : 1;
      })
      .map(({ item }) => item);
  }

  private nodesIn(nodeSet: string): AsOfNode[] {
    const ids = this.idsByNodeSet.get(nodeSet);
    if (ids === undefined) return this.requestLoad(this.request.nodeSets, nodeSet);
    return ids.map((id) => this.nodeById(id)).filter((node) => node !== null);
  }

  private pointsTo(from: AsOfNode, type: string, to: AsOfNode): boolean {
    const keys = from.relationships
      .filter((relationship) => relationship.type === type)
      .map((relationship) => relationship.to);
    if (keys.includes(to.key)) return true;
    // A relationship to a node that was merged into this one counts as one to this node.
    return to.formerIds.length > 0 && this.map(keys, (key) => this.nodeByKey(key)).includes(to);
  }

  private followMerge(node: AsOfNode): AsOfNode | null {
    return node.mergedInto === undefined ? node : this.nodeByKey(node.mergedInto);
  }

  private requestLoad(requested: Set<string>, item: string): never {
    requested.add(item);
    throw notLoaded;
  }

  /** Loads what was requested in this turn of the event loop; all callers wait for the same load. */
  private awaitLoad(): Promise<void> {
    return (this.pendingLoad ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
      this.loadRequested(),
    ));
  }

  private async loadRequested(): Promise<void> {
    const request = this.request;
    this.request = emptyRequest();
    this.pendingLoad = undefined;
    const loaded = await loadRows(this.tx, this.lastSequence, request);
    for (const id of request.ids) this.nodes.set(id, null);
    for (const [id, state] of loaded.states) if (!this.nodes.get(id)) this.nodes.set(id, toAsOfNode(state));
    if (this.nodes.size > MAX_AS_OF_NODES) throw tooManyNodes();
    for (const key of request.keys) this.idsByKey.set(key, loaded.idsByKey.get(key) ?? []);
    for (const nodeSet of request.nodeSets) this.idsByNodeSet.set(nodeSet, loaded.idsByNodeSet.get(nodeSet) ?? []);
    for (const id of request.revisionsOf) this.revisionsById.set(id, loaded.revisions.get(id) ?? []);
    for (const id of [...loaded.idsByKey.values(), ...loaded.idsByNodeSet.values()].flat()) {
      if (!this.nodes.has(id)) this.nodes.set(id, null);
    }
  }
}

const emptyRequest = (): LoadRequest => ({
  ids: new Set(),
  keys: new Set(),
  nodeSets: new Set(),
  revisionsOf: new Set(),
});

const tooManyNodes = () =>
  new ClientError(
    'TOO_COSTLY',
    `With \`knownAt\`, an operation may read at most ${formatCount(MAX_AS_OF_NODES)} nodes, and this one reads more. Ask for ` +
      'one meeting, for smaller pages, or for fewer nested lists; a list at the root reads every meeting, or claim, of that time.',
    { limit: MAX_AS_OF_NODES },
  );
