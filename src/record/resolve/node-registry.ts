import { newId } from '../../domain/identity/keys.ts';
import { type TypeName, formatChoice, withArticle } from '../../domain/node-types.ts';
import { type NodeRef } from './node-ref.ts';
import { type StoredNode } from './lookups.ts';
import { type Reference, type InputPath } from './references.ts';
import { type Problems } from './problems.ts';

/** A node that the input creates. */
export interface NewNode extends NodeRef {
  readonly isNew: true;
}

interface Declaration {
  thing: NodeRef;
  scopes: Set<string>;
}

/** Resolves references to nodes: those of the graph, and those that the input declares anywhere. */
export class NodeRegistry {
  readonly #known: Map<string, StoredNode>;
  readonly #declared = new Map<string, Declaration>();
  readonly #spoiled = new Set<string>();
  readonly #problems: Problems;
  readonly #deleted: ReadonlyMap<string, string>;

  /** @param deleted References to deleted nodes, each with a text saying by whom and when. */
  constructor(
    stored: ReadonlyMap<string, StoredNode>,
    problems: Problems,
    deleted: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#known = new Map(stored);
    this.#problems = problems;
    this.#deleted = deleted;
  }

  /** The node with this key or id. */
  find(ref: string): NodeRef | undefined {
    return this.#declared.get(ref)?.thing ?? this.#known.get(ref);
  }

  /** The node of the graph with this id or key. */
  stored(ref: string): StoredNode | undefined {
    return this.#known.get(ref);
  }

  /** Adds nodes that were found in the graph by something other than their key. */
  addStored(nodes: Iterable<StoredNode>): void {
    for (const { requestedAs: as, ...thing } of nodes) {
      // Under its own id and key, a node is not the target of a merged one.
      if (as !== undefined && this.#known.has(thing.id)) continue;
      this.#known.set(thing.id, thing);
      this.#known.set(thing.key, thing);
    }
  }

  /**
   * The node that a reference leads to. Reports a problem and returns null if there is none or its type does not fit. A
   * reference to an invalid row is not reported again.
   */
  resolve(reference: Reference): NodeRef | null {
    const { ref, to, path } = reference;
    if (this.#spoiled.has(ref)) return null;
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
    const existing = declared?.thing ?? this.#known.get(key);
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
      return declared.thing;
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
    else this.#declared.set(key, { thing: node, scopes: new Set([scope]) });
    return node;
  }

  /** The row with this key is invalid and reported; references to it are not reported too. */
  markInvalid(key: string): void {
    this.#spoiled.add(key);
  }

  /** The keys that the input declares, by type. */
  declaredKeys(): Map<TypeName, string[]> {
    const byType = Map.groupBy(this.#declared, ([, { thing: node }]) => node.type);
    return new Map([...byType].map(([type, declared]) => [type, declared.map(([key]) => key)]));
  }
}

export const newNode = (key: string, type: TypeName): NewNode => ({ id: newId(), key, type, isNew: true });
