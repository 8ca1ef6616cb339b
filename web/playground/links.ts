import { distance } from 'fastest-levenshtein';
import type { Example } from '../examples.ts';

/** What a link asks the playground to open. */
export type DeepLink = LinkedQuery | UnknownExample;

export interface LinkedQuery {
  query: string;
  /** JSON text, or empty. */
  variables: string;
  /** A saved query is known to be a reading one, so it runs at once; anybody's `?query=` waits for a click. */
  run: boolean;
}

/** A link to an example that there is not, or no longer. */
export interface UnknownExample {
  unknownExample: string;
  /** The examples with the most similar names. */
  nearest: readonly Example[];
}

const NEAREST = 3;

/** Reads `/?example=who-chairs` and `/?query=...&variables=...`; null when the address names neither. */
export function deepLink(search: string, examples: readonly Example[]): DeepLink | null {
  const parameters = new URLSearchParams(search);
  const name = parameters.get('example');
  if (name !== null) {
    const example = examples.find((each) => each.name === name);
    if (example) return { query: example.query, variables: example.variables, run: true };
    const editsTo = new Map(examples.map((each) => [each, distance(each.name, name)]));
    const nearest = examples.toSorted((a, b) => editsTo.get(a)! - editsTo.get(b)!).slice(0, NEAREST);
    return { unknownExample: name, nearest };
  }
  const query = parameters.get('query');
  return query === null ? null : { query, variables: parameters.get('variables') ?? '', run: false };
}

/** The address that opens this query again. */
export function linkTo(query: string, variables: string): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  return `/?${parameters.toString()}`;
}

/** The address that opens this saved query again. */
export function linkToExample(example: Example): string {
  return `/?${new URLSearchParams({ example: example.name }).toString()}`;
}
