import type { Added, Draft } from './draft.ts';
import { addedInUse } from './input.ts';

/** The lists of `record` in which new things stand, with the type of these. */
const LISTS: Readonly<Record<string, Added['__typename']>> = {
  officials: 'Official',
  organizations: 'Organization',
  posts: 'Post',
  places: 'Place',
  topics: 'Topic',
  tenures: 'Official',
};

/** Fields of which only the whole has a place in the form. */
const WHOLE: readonly RegExp[] = [
  /^(names\.\d+)\..*/,
  /^(time)\..*/,
  /^(source\.published)\..*/,
  /^(source\.attribution\.\d+)\.(?!how$).*/,
  /^(places)\..*/,
  /^(topics)\..*/,
  /^(attendance)\..*/,
  /^(externalIds)\..*/,
  /^(participants\.\d+)$/,
];

/**
 * The field of the form to which a problem leads, by the path of its place in the arguments: `participants.1.actor` for
 * `["input", "participants", "1", "actor"]`. What has no place in the form is at `form`.
 */
export function fieldOf(path: readonly string[], draft: Draft): string {
  const [, ...rest] = path;
  const list = rest[0] ?? '';
  if (addedInUse(draft).length > 0 && list in LISTS) return `added.${addedAt(draft, list, Number(rest[1])) ?? ''}`;
  const inMeeting = list === 'meetings' ? rest.slice(2) : rest;
  return ofForm(inMeeting.join('.'));
}

/** The new thing of a row; the posts that new officials hold have rows of their own. */
function addedAt(draft: Draft, list: string, index: number): string | undefined {
  const ofType = addedInUse(draft).filter(({ __typename }) => __typename === LISTS[list]);
  return (list === 'tenures' ? ofType.filter(({ post }) => post !== null) : ofType)[index]?.key;
}

function ofForm(path: string): string {
  if (path === '') return 'form';
  if (path === 'place') return 'places';
  if (/^(key|ref|expectedVersion|expectedVersions\..*)$/.test(path)) return 'known';
  if (path === 'names') return 'names.0';
  if (path === 'source' || path === 'source.document') return 'source.url';
  for (const whole of WHOLE) {
    const found = whole.exec(path)?.[1];
    if (found !== undefined) return /^participants\.\d+$/.test(found) ? `${found}.actor` : found;
  }
  return path;
}
