import {
  AttributionKind,
  DocumentKind,
  EventStatus,
  Level,
  MeetingKind,
  MeetingMode,
  ParticipationMode,
  ParticipationStatus,
  Role,
} from '../../../src/domain/vocabulary.generated.ts';
import { timeByItself } from '../parts/time.ts';
import { inWords } from '../words.ts';
import type { NameOf } from './changes-in-words.ts';
import type { Chosen, Draft } from './draft.ts';
import { slugOf } from './input.ts';

const VALUES: ReadonlySet<string> = new Set(
  [
    ...[AttributionKind, DocumentKind, EventStatus, Level, MeetingKind],
    ...[MeetingMode, ParticipationMode, ParticipationStatus, Role],
  ].flatMap((values) => Object.values(values)),
);

const KEY = /\b[a-z]+:[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;
const SHOUTED = /\b[A-Z][A-Z_]{2,}\b/g;
const DAY = /(?<=\s)\d{4}-\d{2}-\d{2}(?=[\s,;.)]|$)/g;

/** What the API says where somebody changed what the reader has seen. */
const CHANGED = /^(\S+) is at version \d+; expectedVersion was \d+\. Since then (.+)\. Read it again .*$/;
const INSTANT = /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*Z/g;

/**
 * A message of the API as a person reads it: things by name, values of the vocabulary and days in words. What is to be written
 * just so, which the API puts between backticks, stays as it is, in quotation marks.
 */
export function messageInWords(message: string, nameOf: NameOf = () => undefined): string {
  return message
    .replace(CHANGED, '$1 has changed since you looked at it: $2.')
    .replace(INSTANT, 'on $1 at $2 UTC')
    .split('`')
    .map((part, index) =>
      index % 2 === 1
        ? `“${part}”`
        : part
            .replace(KEY, (key) => nameOf(key) ?? key)
            .replace(SHOUTED, (word) => (VALUES.has(word) ? inWords(word) : word))
            .replace(DAY, (day) => timeByItself(day)),
    )
    .join('');
}

/** What the things of a form are called: those that are chosen or new, the meeting and the source. */
export function namesIn(draft: Draft): NameOf {
  const names = new Map(chosenIn(draft).map(({ key, name }) => [key, name]));
  const name = draft.names.map(({ value }) => value.trim()).find((value) => value !== '') ?? '';
  const beginning = `meeting:${slugOf(name)}`;
  return (key) => {
    if (names.has(key)) return names.get(key);
    if (key.startsWith('doc:')) return 'the source';
    return slugOf(name) !== '' && key.startsWith(beginning) ? `“${name}”` : undefined;
  };
}

function chosenIn(value: unknown): Chosen[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '__typename' in value && 'key' in value && 'name' in value ? [value as Chosen] : [];
  return [...own, ...Object.values(value).flatMap(chosenIn)];
}
