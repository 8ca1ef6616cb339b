import { createHash } from 'node:crypto';
import { daysIn, isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import { type AnonymousInput, type MeetingInput, type SourceInput, type TimeInput } from '../input/record-input.ts';

/** The key of a document described inline; null without a url or title, by which it could be found again. */
export function documentKey({ url, title }: SourceInput): string | null {
  const name = url ?? title;
  return name === undefined ? null : generateKey('doc', title ?? name, name);
}

/** The key of an anonymous source: the same description in the same document means the same source. */
export function anonymousKey({ key, description }: AnonymousInput, source: SourceInput): string {
  const document = source.document ?? source.url ?? source.title ?? '';
  return key ?? generateKey('anon', description, `${document} ${description}`);
}

/** A readable, deterministic key: the beginning of the text as a slug, and a short hash. */
function generateKey(kind: string, text: string, hashed: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  const hash = createHash('sha256').update(hashed).digest('hex').slice(0, 8);
  return `${kind}:${slug === '' ? hash : `${slug}-${hash}`}`;
}

/** Times that span more days are too coarse to tell whether meetings of one name, or of the same people, are the same. */
export const MAX_TELLING_DAYS = 31;

/**
 * The key of a new meeting whose row gives none: `meeting:udcg-34` for the 34th of `org:udcg`, else one generated from its
 * name, time and kind. "A call" of which no source gives a day may be another one in each source, so there the document belongs to it.
 */
export function meetingKey(
  { names, time, kind, ordinal }: MeetingInput,
  body: string | null,
  source: SourceInput,
): string {
  if (body !== null && ordinal !== undefined) return `meeting:${body.slice(body.indexOf(':') + 1)}-${ordinal}`;
  const name = names?.find(({ lang }) => /^en\b/.test(lang)) ?? names?.[0];
  const ofSource = tellsWhen(time) ? [] : [source.document ?? documentKey(source)];
  return generateKey('meeting', name?.value ?? '', JSON.stringify([name?.value, time?.edtf, kind, ...ofSource]));
}

function tellsWhen(time: TimeInput | undefined): boolean {
  const window = windowOf(parseTime(time ?? {}));
  return isDated(window) && daysIn(window) <= MAX_TELLING_DAYS;
}
