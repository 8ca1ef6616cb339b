import { type Name } from '../../domain/names/names.ts';
import { type NameKind } from '../../domain/vocabulary.generated.ts';

/** The properties in which the names of a thing lie, in parallel. */
export const NAME_PROPERTIES = ['nameValues', 'nameLangs', 'nameKinds'] as const;

/** Their values: of each name its text, its language and its kind. */
export type StoredNames = readonly (readonly string[] | null)[];

/** The names in those properties. */
export function toNames([values, langs, kinds]: StoredNames): Name[] {
  return (values ?? []).map((value, index) => ({
    value,
    lang: langs?.[index] ?? 'und',
    kind: kinds?.[index] as NameKind,
  }));
}
