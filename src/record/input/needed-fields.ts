import { withArticle } from '../../domain/node-types.ts';
import { type TypeSpec } from './type-specs.ts';

/** What a field is, for whoever left it out. */
const hints: Readonly<Record<string, string>> = {
  names: 'names: at least one name, in any language',
  status: 'status: whether it is planned or took place',
  level: 'level: its rank; UNKNOWN if the source does not say',
  gist: "gist: what was said, in the coder's own words",
  speakers: 'speakers: who said it, or speaker, if it was one alone',
  act: 'act: what kind of speech act it is',
};

/** What a new node needs and none of its rows gives: `a post needs level: …`. */
export const neededFields = ({ type, required }: TypeSpec, isGiven: (field: string) => boolean): string[] =>
  required.flatMap((name) => (isGiven(name) ? [] : [`${withArticle(type)} needs ${hints[name] ?? name}`]));

/** What the row itself of a new node needs: one of several fields. */
export function neededOfRow({ type }: TypeSpec, isGiven: (field: string) => boolean): string[] {
  if (type === 'Post' && !isGiven('country') && !isGiven('organization'))
    return ['a post needs country or organization: whose post it is'];
  if (type === 'Document' && !isGiven('title') && !isGiven('url'))
    return ['a document needs title or url, so that it can be found again'];
  return [];
}
