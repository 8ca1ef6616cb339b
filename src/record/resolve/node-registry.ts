import { newId } from '../../domain/identity/keys.ts';
import { type TypeName, formatChoice, withArticle } from '../../domain/node-types.ts';
import { type NodeRef } from './node-ref.ts';
import { type StoredNode } from './lookups.ts';
import { type Reference, type InputPath } from './references.ts';
import { type Problems } from './problems.ts';

/** A thing that the input brings. */
export interface NewNode extends NodeRef {
  readonly isNew: true;
}

interface Declaration {
  thing: NodeRef;
  scopes: Set<string>;
}

/** Who is meant by a reference: what the graph knows, and what the input declares anywhere. */
export class NodeRegistry {
  readonly #known: Map<string, StoredNode>;
  readonly #declared = new Map<string, Declaration>();
  readonly #spoiled = new Set<string>();
  readonly #problems: Problems;
  readonly #deleted: ReadonlyMap<string, string>;

  /** @param deleted References to what was deleted, with by whom and when. */
  constructor(
    stored: ReadonlyMap<string, StoredNode>,
    problems: Problems,
    deleted: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#known = new Map(stored);
    this.#problems = problems;
    this.#deleted = deleted;
  }

  /** The thing of this key or id; undefined where there is none. */
  find(ref: string): NodeRef | undefined {
    return this.#declared.get(ref)?.thing ?? this.#known.get(ref);
  }

  /** What the graph knows by this id or key. */
  stored(ref: string): StoredNode | undefined {
    return this.#known.get(ref);
  }

  /** Adds what was found in the graph by other ways than its key. */
  addStored(nodes: Iterable<StoredNode>): void {
    for (const { requestedAs: as, ...thing } of nodes) {
      // By its own id and key it is called nothing else.
      if (as !== undefined && this.#known.has(thing.id)) continue;
      this.#known.set(thing.id, thing);
      this.#known.set(thing.key, thing);
    }
  }

  /**
   * The thing of a mention. Tells of what is not known, or is of a type that cannot stand there, and gives null; stays
   * silent about what was already told where it was declared.
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
   * Takes the key that a row gives to its thing: the thing of this key where the graph or another data set has it, else
   * a new one.
   *
   * @param scope The data set in which a key may be given once.
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
      this.#problems.add('DUPLICATE', path, `${key} is given twice; where it is meant again, write ref: ${key}`);
      return declared.thing;
    }
    return this.bind(key, existing ?? newNode(key, type), scope);
  }

  /** True for what was deleted; tells so, since a file must not bring it back unnoticed. */
  reportDeleted(ref: string, path: InputPath): boolean {
    const deletion = this.#deleted.get(ref);
    if (deletion === undefined) return false;
    const message = `${ref} was deleted ${deletion}; bring it back with restoreEntity, leave it out, or name another`;
    this.#problems.add('NOT_ALLOWED', path, message);
    return true;
  }

  /** From now on the key means this thing, in whichever way it was found. */
  bind(key: string, node: NodeRef, scope: string): NodeRef {
    const declared = this.#declared.get(key);
    if (declared) declared.scopes.add(scope);
    else this.#declared.set(key, { thing: node, scopes: new Set([scope]) });
    return node;
  }

  /** The row of this key was wrong and the problem is told: whoever points at it is not to blame. */
  markInvalid(key: string): void {
    this.#spoiled.add(key);
  }

  /** The keys that the input gives, by type. */
  declaredKeys(): Map<TypeName, string[]> {
    const byType = Map.groupBy(this.#declared, ([, { thing: node }]) => node.type);
    return new Map([...byType].map(([type, declared]) => [type, declared.map(([key]) => key)]));
  }
}

export const newNode = (key: string, type: TypeName): NewNode => ({ id: newId(), key, type, isNew: true });
