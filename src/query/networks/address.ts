import { NetworkMode, type NetworkNodes } from '../../domain/vocabulary.generated.ts';
import { type NetworkQuestion } from '../ir/computed.ts';
import { networkInput } from '../filters/presences.ts';

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
    if (JSON.stringify(value) !== JSON.stringify(networkInput.defaults[name])) add(name, value);
  }
  return parameters;
}

const TITLES: Readonly<Record<NetworkNodes, string>> = {
  OFFICIAL: 'officials',
  COUNTRY: 'countries',
  ORGANIZATION: 'organizations',
};

/** What a network is called in citations and files. */
export const networkTitle = ({ values: { nodes, mode } }: NetworkQuestion): string => {
  const kind = TITLES[nodes as NetworkNodes];
  return mode === NetworkMode.TWO_MODE
    ? `Network of ${kind} and the meetings they were at`
    : `Network of ${kind} who met`;
};
