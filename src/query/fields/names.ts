import { type Name } from '../../domain/names/names.ts';
import { type NameKind } from '../../domain/vocabulary.generated.ts';

/** The properties that hold the names of a node, as parallel arrays. */
export const NAME_PROPERTIES = ['nameValues', 'nameLangs', 'nameKinds'] as const;

/** Their values: the text, language and kind of each name. */
export type StoredNames = readonly (readonly string[] | null)[];

/** Names from the values of those properties. */
export function toNames([values, langs, kinds]: StoredNames): Name[] {
  return (values ?? []).map((value, index) => ({
    value,
    lang: langs?.[index] ?? 'und',
    kind: kinds?.[index] as NameKind,
  }));
}
