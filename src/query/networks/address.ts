import { type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { NetworkMode, type NetworkNodes } from '../../domain/vocabulary.generated.ts';
import { type NetworkQuestion } from '../ir/computed.ts';
import { networkInput } from '../filters/presences.ts';
import { type Question, titleInWords } from '../questions/in-words.ts';

/**
 * The question as parameters of an address, in the form that `/export` reads (src/api/exports): a parameter for each value, fields of
 * fields with dots, lists by repetition, lists of objects as JSON. What is as if left out is left out.
 */
export function toSearchParameters(values: NetworkQuestion['values']): URLSearchParams {
  const parameters = new URLSearchParams();
  const append = (name: string, value: unknown) => parameters.append(name, String(value));
  const add = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      const isPlain = value.length > 0 && value.every((each) => typeof each !== 'object');
      for (const each of isPlain ? (value as unknown[]) : [JSON.stringify(value)]) append(name, each);
    } else if (typeof value === 'object') {
      for (const [field, inner] of Object.entries(value)) add(`${name}.${field}`, inner);
    } else append(name, value);
  };
  for (const [name, value] of Object.entries(values)) {
    if (!isDefault(name, value)) add(name, value);
  }
  return parameters;
}

const TITLES: Readonly<Record<NetworkNodes, string>> = {
  OFFICIAL: 'officials',
  COUNTRY: 'countries',
  ORGANIZATION: 'organizations',
};

/** The conditions on a network: what of its question the kind of its nodes and ties does not say. */
export const networkConditions = (
  schema: GraphQLSchema,
  { nodes: _nodes, mode: _mode, ...values }: NetworkQuestion['values'],
): Question => ({
  parts: Object.values((schema.getType(networkInput.type) as GraphQLInputObjectType).getFields()),
  values: Object.fromEntries(Object.entries(values).filter((entry) => !isDefault(...entry))),
});

/** What a network is called in citations and files: `Network of countries who met (body: Ukraine Defense Contact Group)`. */
export const networkTitle = (
  conditions: Question,
  { nodes, mode }: NetworkQuestion['values'],
  nameOf: ReadonlyMap<string, string>,
): string => {
  const kind = TITLES[nodes as NetworkNodes];
  const what =
    mode === NetworkMode.TWO_MODE ? `Network of ${kind} and the meetings they were at` : `Network of ${kind} who met`;
  return titleInWords(what, conditions, nameOf);
};

const isDefault = (name: string, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(networkInput.defaults[name]);
