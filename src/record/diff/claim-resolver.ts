import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { withArticle } from '../../domain/node-types.ts';
import { type NodeRegistry } from '../resolve/node-registry.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { type Problems } from '../resolve/problems.ts';

/** Resolves references to claims: first in the same data set, then in the rest of the input, then in the graph. */
export class ClaimResolver {
  readonly #registry: NodeRegistry;
  readonly #ids = new Map<ClaimDraft, string>();
  readonly #inScope = new Map<string, string>();
  readonly #inInput = new Map<string, string>();
  readonly #stored = new Map<string, string>();

  constructor(registry: NodeRegistry) {
    this.#registry = registry;
  }

  /** Adds a claim of the input with its id, which is that of the stored claim if it has not changed. */
  add(draft: ClaimDraft, id: string): void {
    const { key, scope } = draft;
    this.#ids.set(draft, id);
    if (key === null) return;
    this.#inScope.set(`${scope} ${key}`, id);
    if (!this.#inInput.has(key)) this.#inInput.set(key, id);
  }

  /** Adds a claim that the data set no longer contains, but the graph does. */
  addStored(localKey: string, id: string): void {
    this.#stored.set(localKey, id);
  }

  idOf(draft: ClaimDraft): string {
    return this.#ids.get(draft)!;
  }

  /** The relations of a claim, with ids in place of references; unresolved ones are reported. */
  resolveRelations(draft: ClaimDraft, problems: Problems): { type: ClaimRelationType; to: string }[] {
    return draft.relations.flatMap(({ type, to, path }) => {
      const id = this.#find(to, draft.scope);
      if (id === undefined) this.#reportUnresolved(to, path, problems);
      return id === undefined ? [] : [{ type, to: id }];
    });
  }

  #reportUnresolved(ref: string, path: ClaimDraft['path'], problems: Problems): void {
    const node = this.#registry.find(ref);
    if (node === undefined || node.type === 'Claim') return problems.notFound({ ref, to: ['Claim'], path });
    const about = [...this.#ids.keys()].filter(
      ({ key, supports }) => key !== null && supports.some((each) => each.node.id === node.id),
    );
    const claims = about.map(({ key }) => key!);
    const message = `${ref} is ${withArticle(node.type)}, but claims relate only to claims; expected the key of a claim about it`;
    problems.add(
      'INVALID',
      path,
      claims.length > 0 ? `${message}, such as ${claims.slice(0, 3).join(', ')}` : message,
      claims.slice(0, 3),
    );
  }

  #find(ref: string, scope: string): string | undefined {
    const node = this.#registry.find(ref);
    return (
      this.#inScope.get(`${scope} ${ref}`) ??
      this.#stored.get(ref) ??
      this.#inInput.get(ref) ??
      (node?.type === 'Claim' ? node.id : undefined)
    );
  }
}
