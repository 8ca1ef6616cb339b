import { codesIn } from '../domain/identity/external-ids.ts';
import { type TypeName } from '../domain/node-types.ts';
import { type Name, bestName, nameTokens } from '../domain/names/names.ts';
import { type TimeSpan } from '../domain/time/time.ts';
import { type NameKind } from '../domain/vocabulary.generated.ts';
import { sortName } from './order-keys.ts';

/** The properties that store the names of a node, as parallel lists; the times are JSON, or empty text where no source says. */
export const NAME_PROPERTIES = ['nameValues', 'nameLangs', 'nameKinds', 'nameTimes'] as const;

/** The values of these properties, in the same order. */
export type StoredNames = readonly (readonly string[] | null)[];

/** The properties of these names. */
export const flattenNames = (names: readonly Name[]) => ({
  nameValues: names.map(({ value }) => value),
  nameLangs: names.map(({ lang }) => lang),
  nameKinds: names.map(({ kind }) => kind),
  // Few nodes have a name of which the time is known.
  nameTimes: names.some(({ time }) => time) ? names.map(({ time }) => (time ? JSON.stringify(time) : '')) : null,
});

/** The names in those properties. */
export function toNames([values, langs, kinds, times]: StoredNames): Name[] {
  return (values ?? []).map((value, index) => ({
    value,
    lang: langs?.[index] ?? 'und',
    kind: kinds?.[index] as NameKind,
    ...(times?.[index] ? { time: JSON.parse(times[index]) as TimeSpan } : {}),
  }));
}

/** What follows from the names and external ids of an entity. */
export const derivedFromNames = (
  names: readonly Name[],
  { key, type, externalIds }: { key: string; type: TypeName; externalIds: readonly string[] },
) => ({
  name: bestName(names),
  sortName: sortName(names, key),
  searchTokens: `${nameTokens(
    names.map(({ value }) => value),
    { isPerson: type === 'Official', codes: codesIn(externalIds).map(({ text }) => text) },
  )} ${typeToken(type)}`,
});

/** The token by which a search in the index of all entities finds those of a type only. No word of a name has this form. */
const typeToken = (type: TypeName): string => `_${type.toLowerCase()}`;

/** The Lucene query for the entities of these types that another query finds; a limit then counts no others. */
export const ofTypesQuery = (types: readonly TypeName[], query: string): string =>
  `+(${types.map(typeToken).join(' ')}) +(${query})`;
