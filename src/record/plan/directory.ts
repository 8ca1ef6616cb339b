import { newId } from '../../domain/identity.ts';
import { type TypeName, choiceOf, withArticle } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Known } from './known.ts';
import { type Mention, type Path } from './mentions.ts';
import { type Problems } from './problems.ts';

/** A thing that the input brings. */
export interface New extends Thing {
  readonly isNew: true;
}

interface Declared {
  thing: Thing;
  scopes: Set<string>;
}

/** Who is meant by a reference: what the graph knows, and what the input declares anywhere. */
export class Directory {
  readonly #known: Map<string, Known>;
  readonly #declared = new Map<string, Declared>();
  readonly #spoiled = new Set<string>();
  readonly #problems: Problems;
  readonly #deleted: ReadonlyMap<string, string>;

  /** @param deleted References to what was deleted, with by whom and when. */
  constructor(known: ReadonlyMap<string, Known>, problems: Problems, deleted: ReadonlyMap<string, string> = new Map()) {
    this.#known = new Map(known);
    this.#problems = problems;
    this.#deleted = deleted;
  }

  /** The thing of this key or id; undefined where there is none. */
  find(ref: string): Thing | undefined {
    return this.#declared.get(ref)?.thing ?? this.#known.get(ref);
  }

  /** What the graph knows by this id or key. */
  known(ref: string): Known | undefined {
    return this.#known.get(ref);
  }

  /** Adds what was found in the graph by other ways than its key. */
  learn(things: Iterable<Known>): void {
    for (const { as, ...thing } of things) {
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
  who(mention: Mention): Thing | null {
    const { ref, to, path } = mention;
    if (this.#spoiled.has(ref)) return null;
    const thing = this.find(ref);
    if (thing === undefined) {
      if (!this.isDeleted(ref, path)) this.#problems.notFound(mention);
      return null;
    }
    if (to.includes(thing.type)) return thing;
    this.#problems.invalid(path, `${ref} is ${withArticle(thing.type)}; expected ${choiceOf(to)}`);
    return null;
  }

  /**
   * Takes the key that a row gives to its thing: the thing of this key where the graph or another data set has it, else
   * a new one.
   *
   * @param scope The data set in which a key may be given once.
   */
  declare(key: string, type: TypeName, path: Path, scope: string): Thing {
    const declared = this.#declared.get(key);
    const before = declared?.thing ?? this.#known.get(key);
    if (before === undefined && this.isDeleted(key, path)) return created(key, type);
    if (before !== undefined && before.type !== type) {
      this.#problems.add(
        'DUPLICATE',
        path,
        `${key} is already the key of ${withArticle(before.type)}; give this ${type.toLowerCase()} another one`,
      );
      return created(key, type);
    }
    if (declared?.scopes.has(scope)) {
      this.#problems.add('DUPLICATE', path, `${key} is given twice; where it is meant again, write ref: ${key}`);
      return declared.thing;
    }
    return this.settle(key, before ?? created(key, type), scope);
  }

  /** True for what was deleted; tells so, since a file must not bring it back unnoticed. */
  isDeleted(ref: string, path: Path): boolean {
    const how = this.#deleted.get(ref);
    if (how === undefined) return false;
    const message = `${ref} was deleted ${how}; bring it back with restoreEntity, leave it out, or name another`;
    this.#problems.add('NOT_ALLOWED', path, message);
    return true;
  }

  /** From now on the key means this thing, in whichever way it was found. */
  settle(key: string, thing: Thing, scope: string): Thing {
    const declared = this.#declared.get(key);
    if (declared) declared.scopes.add(scope);
    else this.#declared.set(key, { thing, scopes: new Set([scope]) });
    return thing;
  }

  /** The row of this key was wrong and the problem is told: whoever points at it is not to blame. */
  spoil(key: string): void {
    this.#spoiled.add(key);
  }

  /** The keys that the input gives, by type. */
  declaredKeys(): Map<TypeName, string[]> {
    const byType = Map.groupBy(this.#declared, ([, { thing }]) => thing.type);
    return new Map([...byType].map(([type, declared]) => [type, declared.map(([key]) => key)]));
  }
}

export const created = (key: string, type: TypeName): New => ({ id: newId(), key, type, isNew: true });
