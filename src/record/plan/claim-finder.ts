import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { withArticle } from '../../domain/thing-types.ts';
import { type Directory } from './directory.ts';
import { type Draft } from './draft.ts';
import { type Problems } from './problems.ts';

/** Which claim is meant by a key: that of the own data set, else of another in the input, else of the graph. */
export class ClaimFinder {
  readonly #directory: Directory;
  readonly #ids = new Map<Draft, string>();
  readonly #inScope = new Map<string, string>();
  readonly #inInput = new Map<string, string>();
  readonly #gone = new Map<string, string>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** A claim of the input and its id, old or new. */
  add(draft: Draft, id: string): void {
    const { key, scope } = draft;
    this.#ids.set(draft, id);
    if (key === null) return;
    this.#inScope.set(`${scope} ${key}`, id);
    if (!this.#inInput.has(key)) this.#inInput.set(key, id);
  }

  /** A claim that the data set no longer gives, but the graph still has. */
  remember(localKey: string, id: string): void {
    this.#gone.set(localKey, id);
  }

  idOf(draft: Draft): string {
    return this.#ids.get(draft)!;
  }

  /** How a claim stands to others, by their ids; tells of those that there are not. */
  relationsOf(draft: Draft, problems: Problems): { type: ClaimRelationType; to: string }[] {
    return draft.relations.flatMap(({ type, to, path }) => {
      const id = this.#find(to, draft.scope);
      if (id === undefined) this.#tellLost(to, path, problems);
      return id === undefined ? [] : [{ type, to: id }];
    });
  }

  #tellLost(ref: string, path: Draft['path'], problems: Problems): void {
    const thing = this.#directory.find(ref);
    if (thing === undefined || thing.type === 'Claim') return problems.notFound({ ref, to: ['Claim'], path });
    const about = [...this.#ids.keys()].filter(
      ({ key, supports }) => key !== null && supports.some((each) => each.thing.id === thing.id),
    );
    const claims = about.map(({ key }) => key!);
    const message = `${ref} is ${withArticle(thing.type)}; claims stand to claims: expected the key of one that speaks of it`;
    problems.add(
      'INVALID',
      path,
      claims.length > 0 ? `${message}, such as ${claims.slice(0, 3).join(', ')}` : message,
      claims.slice(0, 3),
    );
  }

  #find(ref: string, scope: string): string | undefined {
    const known = this.#directory.find(ref);
    return (
      this.#inScope.get(`${scope} ${ref}`) ??
      this.#gone.get(ref) ??
      this.#inInput.get(ref) ??
      (known?.type === 'Claim' ? known.id : undefined)
    );
  }
}
