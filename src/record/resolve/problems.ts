import { type ProblemCode } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Problem, type InputPath } from '../input/problem.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type Reference } from './references.ts';
import { isReference, notFoundMessage, suggestionsFor } from './suggestions.ts';

/** Collects the problems of an input, so that all are reported at once. */
export class Problems {
  readonly #reported: Problem[] = [];
  readonly #reportedOnce = new Set<string>();
  readonly #unresolved: Reference[] = [];

  get isEmpty(): boolean {
    return this.#reported.length === 0 && this.#unresolved.length === 0;
  }

  /** Adds a problem, once: what the input refers to in one place may be looked up several times. */
  add(code: ProblemCode, path: InputPath, message: string, suggestions: string[] = []): void {
    const told = JSON.stringify([path, message]);
    if (this.#reportedOnce.has(told)) return;
    this.#reportedOnce.add(told);
    this.#reported.push({ code, path, message, suggestions });
  }

  invalid(path: InputPath, message: string): void {
    this.add('INVALID', path, message);
  }

  /** Adds an unresolved reference. Suggestions are looked up at the end, for all of them together. */
  notFound(reference: Reference): void {
    const { ref, path } = reference;
    const isSame = (other: Reference) => other.ref === ref && other.path.join() === path.join();
    if (!this.#unresolved.some(isSame)) this.#unresolved.push(reference);
  }

  /**
   * All problems in the order of the input, with suggestions for unresolved references.
   *
   * @param declared Keys that the input declares, by type.
   */
  async withSuggestions(tx: Tx, declared: ReadonlyMap<TypeName, readonly string[]>): Promise<Problem[]> {
    const suggestions = await suggestionsFor(tx, this.#unresolved, declared);
    const unresolved = this.#unresolved.map(({ ref, to, path }, index): Problem => ({
      code: isReference(ref) ? 'NOT_FOUND' : 'INVALID',
      path,
      message: notFoundMessage(ref, to, suggestions[index]!),
      suggestions: suggestions[index]!,
    }));
    return [...this.#reported, ...unresolved].sort((a, b) => comparePaths(a.path, b.path));
  }
}

/** Orders paths as the input does: list positions by number, fields of one row by name. */
export function comparePaths(a: InputPath, b: InputPath): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index]!, b[index]!];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}
