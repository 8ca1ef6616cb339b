import { MATCH_THRESHOLD, type NameValue, nameSimilarity } from '../../domain/names/name-similarity.ts';
import { daysIn } from '../../domain/time/time.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { MAX_TELLING_DAYS } from '../resolve/generated-keys.ts';

/** The values by which an entity is compared with another. */
export interface EntityProfile {
  id: string;
  key: string;
  type: TypeName;
  names: readonly NameValue[];
  /** `SCHEME value`. */
  externalIds: readonly string[];
  /** Ids of the country or organization that a post, an organization or a place belongs to; empty if none is known. */
  owners: readonly string[];
  /** Ids of entities that an analyst has judged to be different. */
  different: readonly string[];
  /** Null if it is not a meeting. */
  meeting: MeetingProfile | null;
}

export interface MeetingProfile {
  kind: string | null;
  /** The id of the body that met. */
  body: string | null;
  ordinal: number | null;
  /** The first and the last day on which it may have taken place, as `2025-02-12`; null if unknown. */
  window: { from: string; until: string } | null;
  /** Ids of the places where it was or is to be. */
  places: readonly string[];
  partOf: string | null;
  /** Ids of the participants. */
  actors: readonly string[];
}

/** How likely two entities are the same, from 0 to 1, and why, in plain English. */
export interface Similarity {
  score: number;
  reasons: string[];
}

/** A possible duplicate with at least this score blocks the write. */
export const DUPLICATE_THRESHOLD = MATCH_THRESHOLD;
const NONE: Similarity = { score: 0, reasons: [] };

/** Times that span more days are of several meetings of a body as well as of one. */
const MAX_SESSION_DAYS = 3;

/** Symmetric. */
export function similarityOf(a: EntityProfile, b: EntityProfile): Similarity {
  if (a.type !== b.type || a.different.includes(b.id) || b.different.includes(a.id)) return NONE;
  const shared = a.externalIds.find((id) => b.externalIds.includes(id));
  if (shared !== undefined) return { score: 1, reasons: [`the same ${shared}`] };
  if (areDistinct(a, b)) return NONE;
  const scores = [nameScore(a, b), ...(a.meeting && b.meeting ? meetingScores(a.meeting, b.meeting) : [])];
  const best = Math.max(...scores.map(({ score }) => score));
  const reasons = scores
    .filter((each) => each.score >= Math.min(DUPLICATE_THRESHOLD, best))
    .flatMap((each) => each.reasons);
  return { score: Math.round(best * 100) / 100, reasons };
}

function nameScore(a: EntityProfile, b: EntityProfile): Similarity {
  const { score, names } = nameSimilarity(a.names, b.names, a.type === 'Official');
  if (names === null) return NONE;
  const [one, other] = [...names].sort();
  const reason = one === other ? `the same name, ${one}` : `similar names: ${one} and ${other}`;
  return { score, reasons: [reason] };
}

/** Whether they differ in something decisive, even with the same name: other codes of the same scheme, or another owner. */
function areDistinct(a: EntityProfile, b: EntityProfile): boolean {
  const schemes = new Set(a.externalIds.map(schemeOf));
  if (b.externalIds.some((id) => schemes.has(schemeOf(id)))) return true;
  if (a.owners.length > 0 && b.owners.length > 0 && !a.owners.some((owner) => b.owners.includes(owner))) return true;
  return a.meeting !== null && b.meeting !== null && areDistinctMeetings(a, b);
}

const schemeOf = (id: string) => id.split(' ', 1)[0]!;

function areDistinctMeetings(a: EntityProfile, b: EntityProfile): boolean {
  const [one, other] = [a.meeting!, b.meeting!];
  const hasOtherOrdinal =
    one.body === other.body && one.ordinal !== null && other.ordinal !== null && one.ordinal !== other.ordinal;
  const isPart = one.partOf === b.id || other.partOf === a.id;
  const couldBeSame = haveSameOrdinal(one, other) || (!hasOtherOrdinal && !isPart && windowsOverlap(one, other));
  return !couldBeSame;
}

const haveSameOrdinal = (a: MeetingProfile, b: MeetingProfile) =>
  a.body !== null && a.body === b.body && a.ordinal !== null && a.ordinal === b.ordinal;

/** True also if one of the times is unknown. */
function windowsOverlap({ window: a }: MeetingProfile, { window: b }: MeetingProfile): boolean {
  return a === null || b === null || (a.from <= b.until && b.from <= a.until);
}

function meetingScores(a: MeetingProfile, b: MeetingProfile): Similarity[] {
  const scores: Similarity[] = [];
  if (haveSameOrdinal(a, b)) scores.push({ score: 1, reasons: [`the same body and number ${a.ordinal}`] });
  const actors = a.actors.filter((actor) => b.actors.includes(actor));
  if (a.kind !== null && a.kind === b.kind && actors.length > 1 && areAtSameTime(a, b) && !areOfTwoBodies(a, b)) {
    const isSamePlace = a.places.some((each) => b.places.includes(each));
    const place = isSamePlace ? ', in the same place' : '';
    scores.push({
      score: isSamePlace ? 0.9 : 0.8,
      reasons: [`the same kind of meeting at the same time${place}, with ${actors.length} of the same participants`],
    });
  }
  if (haveSameBodyOnOneDay(a, b)) {
    scores.push({ score: 0.8, reasons: ['a meeting of the same body, of the same kind, on the same day'] });
  }
  return scores;
}

/**
 * A body seldom meets twice on a day, and most pages give no number. In two places it does, and in the parts of one meeting, such as
 * the panels of a conference.
 */
function haveSameBodyOnOneDay(a: MeetingProfile, b: MeetingProfile): boolean {
  if (a.body === null || a.body !== b.body || a.kind === null || a.kind !== b.kind) return false;
  if (a.partOf !== null && a.partOf === b.partOf) return false;
  const arePlacedApart =
    a.places.length > 0 && b.places.length > 0 && !a.places.some((each) => b.places.includes(each));
  return !arePlacedApart && areOnOneDay(a, b);
}

/** Whether both times are known to within a session, and overlap. */
const areOnOneDay = (a: MeetingProfile, b: MeetingProfile) =>
  a.window !== null &&
  b.window !== null &&
  windowsOverlap(a, b) &&
  [a.window, b.window].every((window) => daysIn(window) <= MAX_SESSION_DAYS);

/** The same ministers meet as NATO and as the contact group on one day, in one house. */
const areOfTwoBodies = (a: MeetingProfile, b: MeetingProfile) =>
  a.body !== null && b.body !== null && a.body !== b.body;

/** Whether both times are known precisely enough, and overlap. */
const areAtSameTime = (a: MeetingProfile, b: MeetingProfile) =>
  a.window !== null &&
  b.window !== null &&
  windowsOverlap(a, b) &&
  [a.window, b.window].every((window) => daysIn(window) <= MAX_TELLING_DAYS);
