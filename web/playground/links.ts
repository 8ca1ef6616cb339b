import type { Example } from '../examples.ts';

/** What a link asks the playground to open. */
export interface DeepLink {
  query: string;
  /** JSON text, or empty. */
  variables: string;
  /** A saved query is known to be a reading one, so it runs at once; anybody's `?query=` waits for a click. */
  run: boolean;
}

/** Reads `/?example=who-chairs` and `/?query=...&variables=...`; null when the address names neither. */
export function deepLink(search: string, examples: readonly Example[]): DeepLink | null {
  const parameters = new URLSearchParams(search);
  const example = examples.find(({ name }) => name === parameters.get('example'));
  if (example) return { query: example.query, variables: example.variables, run: true };
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
