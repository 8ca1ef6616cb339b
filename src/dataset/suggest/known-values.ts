import { externalIdFault, externalIdName, readExternalId } from '../../domain/identity/external-ids.ts';
import { normalizeText } from '../../domain/names/normalize-text.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type CountryCode, type KnownName } from '../../record/resolve/known-names.ts';

/** The lists of a mapping in which the names of a column can be looked up. */
export const namedLists = ['countries', 'officials', 'organizations', 'posts', 'places'] as const;
export type NamedList = (typeof namedLists)[number];

const lists: Partial<Record<TypeName, NamedList>> = {
  Country: 'countries',
  Official: 'officials',
  Organization: 'organizations',
  Post: 'posts',
  Place: 'places',
};

/** What the graph knows of the words of a cell. */
export class KnownValues {
  readonly #lists = new Map<string, Set<NamedList>>();
  readonly #countries = new Map<string, string>();
  readonly #codes: ReadonlyMap<string, string>;
  readonly #schemes: readonly string[];

  constructor(names: readonly KnownName[], codes: readonly CountryCode[]) {
    for (const { key, type, value } of names) {
      const list = lists[type];
      if (list === undefined) continue;
      const words = normalizeText(value);
      this.#lists.set(words, (this.#lists.get(words) ?? new Set()).add(list));
      if (list === 'countries') this.#countries.set(words, key);
    }
    this.#codes = new Map(codes.map(({ key, name }) => [name, key]));
    this.#schemes = [...new Set(codes.map(({ name }) => readExternalId(name).scheme))].sort();
  }

  /** The lists in which something has this name. */
  listsOf(text: string): ReadonlySet<NamedList> {
    return this.#lists.get(normalizeText(text)) ?? NONE;
  }

  /** The country with this code or name; null if there is none. */
  countryOf(text: string, by: readonly string[]): string | null {
    const found = by.flatMap((word) =>
      word === 'NAME'
        ? (this.#countries.get(normalizeText(text)) ?? [])
        : externalIdFault({ scheme: word, value: text }) === null
          ? (this.#codes.get(externalIdName({ scheme: word, value: text })) ?? [])
          : [],
    );
    return found[0] ?? null;
  }

  /** The schemes by which this is the code of a country. */
  schemesOf(text: string): string[] {
    return this.#schemes.filter(
      (scheme) =>
        externalIdFault({ scheme, value: text }) === null && this.#codes.has(externalIdName({ scheme, value: text })),
    );
  }
}

const NONE: ReadonlySet<NamedList> = new Set();
