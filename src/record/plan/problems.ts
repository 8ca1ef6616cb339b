import { nearest } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { type Problem, type ProblemCode } from '../problem.ts';
import { type TypeName, choiceOf } from '../../domain/thing-types.ts';
import { keysOfType } from './known.ts';
import { type Mention, type Path } from './mentions.ts';

/** Gathers all that is wrong with an input, so that its writer hears everything at once. */
export class Problems {
  readonly #told: Problem[] = [];
  readonly #lost: Mention[] = [];

  get none(): boolean {
    return this.#told.length === 0 && this.#lost.length === 0;
  }

  add(code: ProblemCode, path: Path, message: string, suggestions: string[] = []): void {
    this.#told.push({ code, path, message, suggestions });
  }

  invalid(path: Path, message: string): void {
    this.add('INVALID', path, message);
  }

  /** Nothing is known by what is pointed at; what was probably meant is looked up at the end, for all together. */
  notFound(mention: Mention): void {
    const { ref, path } = mention;
    const isSame = (lost: Mention) => lost.ref === ref && lost.path.join() === path.join();
    if (!this.#lost.some(isSame)) this.#lost.push(mention);
  }

  /** @param declared Keys that the input itself gives, by type. */
  async all(tx: Tx, declared: ReadonlyMap<TypeName, readonly string[]>): Promise<Problem[]> {
    const keys = new Map<TypeName, string[]>();
    for (const type of new Set(this.#lost.flatMap(({ to }) => to))) {
      keys.set(type, [...(declared.get(type) ?? []), ...(await keysOfType(tx, type))]);
    }
    const lost = this.#lost.map(({ ref, to, path }): Problem => {
      const suggestions = nearest(
        ref,
        to.flatMap((type) => keys.get(type)!),
      );
      const meant = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
      const message = `nothing is known as ${ref}; expected the key or id of ${choiceOf(to)}${meant}`;
      return { code: 'NOT_FOUND', path, message, suggestions };
    });
    return [...this.#told, ...lost].sort((a, b) => comparePaths(a.path, b.path));
  }
}

/** In the order of the input, as far as numbers tell it; fields of one row by name. */
export function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index]!, b[index]!];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}
