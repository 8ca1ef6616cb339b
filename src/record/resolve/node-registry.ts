import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { newId } from '../../domain/identity/keys.ts';
import { type TypeName, formatChoice, withArticle } from '../../domain/node-types.ts';
import { type NodeRef } from './node-ref.ts';
import { type StoredNode } from './lookups.ts';
import { type InputPath } from '../input/problem.ts';
import { type Reference } from './references.ts';
import { type Problems } from './problems.ts';

/** A node that the input creates. */
export interface NewNode extends NodeRef {
  readonly isNew: true;
}

interface Declaration {
  node: NodeRef;
  scopes: Set<string>;
}

/** Resolves references to nodes: those of the graph, and those that the input declares anywhere. */
export class NodeRegistry {
  readonly #stored: Map<string, StoredNode>;
  readonly #declared = new Map<string, Declaration>();
  /** Nodes of the input by their external ids. */
  readonly #identified = new Map<string, NodeRef>();
  readonly #invalid = new Set<string>();
  readonly #problems: Problems;
  readonly #deleted: ReadonlyMap<string, string>;

  /** @param deleted References to deleted nodes, each with a text saying by whom and when. */
  constructor(
    stored: ReadonlyMap<string, StoredNode>,
    problems: Problems,
    deleted: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#stored = new Map(stored);
    this.#problems = problems;
    this.#deleted = deleted;
  }

  /** The node with this key, id or external id. */
  find(ref: string): NodeRef | undefined {
    return this.#declared.get(ref)?.node ?? this.#stored.get(ref) ?? this.#identified.get(externalIdOfRef(ref) ?? '');
  }

  /** Makes references by these external ids, as they are stored, refer to this node of the input. */
  identify(node: NodeRef, externalIds: readonly string[]): void {
    for (const name of externalIds) if (!this.#identified.has(name)) this.#identified.set(name, node);
  }

  /** Makes the key of a row refer to a node of the graph that is known by another key, by which rows are matched later. */
  alias(key: string, { id, ...node }: StoredNode): void {
    this.#stored.set(key, { ...node, id, requestedAs: { id, key } });
  }

  /** The node that a field refers to; undefined if it is empty, or what it refers to is unknown or of none of these types. */
  findOf(ref: unknown, types: readonly TypeName[]): NodeRef | undefined {
    const node = typeof ref === 'string' ? this.find(ref) : undefined;
    return node && types.includes(node.type) ? node : undefined;
  }

  /** The node of the graph with this id or key. */
  stored(ref: string): StoredNode | undefined {
    return this.#stored.get(ref);
  }

  /** Adds nodes that were found in the graph by something other than their key. */
  addStored(nodes: Iterable<StoredNode>): void {
    for (const { requestedAs, ...node } of nodes) {
      // A lookup under the node's own id or key takes precedence over one by what was merged into it.
      if (requestedAs !== undefined && this.#stored.has(node.id)) continue;
      this.#stored.set(node.id, node);
      this.#stored.set(node.key, node);
    }
  }

  /**
   * The node that a reference resolves to. Reports a problem and returns null if there is none or its type does not fit. A
   * reference to an invalid row is not reported again.
   */
  resolve(reference: Reference): NodeRef | null {
    const { ref, to, path } = reference;
    if (this.#invalid.has(ref)) return null;
    const node = this.find(ref);
    if (node === undefined) {
      if (!this.reportDeleted(ref, path)) this.#problems.notFound(reference);
      return null;
    }
    if (to.includes(node.type)) return node;
    this.#problems.invalid(path, `${ref} is ${withArticle(node.type)}; expected ${formatChoice(to)}`);
    return null;
  }

  /**
   * Declares the key of a row: the existing node if the graph or another data set has the key, else a new one.
   *
   * @param scope The data set, within which a key may be declared once.
   */
  declare(key: string, type: TypeName, path: InputPath, scope: string): NodeRef {
    const declared = this.#declared.get(key);
    const existing = declared?.node ?? this.#stored.get(key);
    if (existing === undefined && this.reportDeleted(key, path)) return newNode(key, type);
    if (existing !== undefined && existing.type !== type) {
      this.#problems.add(
        'DUPLICATE',
        path,
        `${key} is already the key of ${withArticle(existing.type)}; give this ${type.toLowerCase()} another one`,
      );
      return newNode(key, type);
    }
    if (declared?.scopes.has(scope)) {
      this.#problems.add('DUPLICATE', path, `${key} is given twice; to refer to it again, write ref: ${key}`);
      return declared.node;
    }
    return this.bind(key, existing ?? newNode(key, type), scope);
  }

  /** Reports a reference to a deleted node, which a file must not silently restore; false if there is none. */
  reportDeleted(ref: string, path: InputPath): boolean {
    const deletion = this.#deleted.get(ref);
    if (deletion === undefined) return false;
    const message = `${ref} was deleted ${deletion}; restore it with restoreEntity, remove the reference, or use another`;
    this.#problems.add('NOT_ALLOWED', path, message);
    return true;
  }

  /** Makes the key refer to this node. */
  bind(key: string, node: NodeRef, scope: string): NodeRef {
    const declared = this.#declared.get(key);
    if (declared) declared.scopes.add(scope);
    else this.#declared.set(key, { node, scopes: new Set([scope]) });
    return node;
  }

  /** The row with this key is invalid and reported; references to it are not reported too. */
  markInvalid(key: string): void {
    this.#invalid.add(key);
  }

  /** The keys that the input declares, by type. */
  declaredKeys(): Map<TypeName, string[]> {
    const byType = Map.groupBy(this.#declared, ([, { node }]) => node.type);
    return new Map([...byType].map(([type, declared]) => [type, declared.map(([key]) => key)]));
  }
}

export const newNode = (key: string, type: TypeName): NewNode => ({ id: newId(), key, type, isNew: true });
