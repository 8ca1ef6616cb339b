import type { MeetingFacetsQueryVariables } from '../api/documents.generated.ts';
import { type Conditions, argumentsOf, without } from './conditions.ts';

/** The conditions that each facet of meetings sets. */
export const FACETS = {
  kind: ['kinds'],
  status: ['statuses'],
  body: ['body'],
  year: ['beginsIn'],
  country: ['country'],
  level: ['participation.levels'],
} as const;

/** What the facets are asked with: each with all conditions but its own, so that it shows what else could be chosen. */
export const facetVariables = (conditions: Conditions): Omit<MeetingFacetsQueryVariables, 'lang'> =>
  Object.fromEntries(Object.entries(FACETS).map(([facet, names]) => [facet, argumentsOf(without(conditions, names))]));
