import { type TypeName, interfacesOf, typeNames } from '../domain/node-types.ts';

/** The labels of a node: `:Thing`, one for each interface of its type in the SDL, and the type itself. */
export const labelsOf = (type: TypeName): readonly string[] => ['Thing', ...interfacesOf[type], type];

/** The one type among the labels of a node; null where there is none or more than one. */
export function typeFromLabels(labels: readonly string[]): TypeName | null {
  const [type, another] = typeNames.filter((name) => labels.includes(name));
  return type === undefined || another !== undefined ? null : type;
}
