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
  /** Ids of these places and of all that they lie in, their countries too. */
  around: readonly string[];
  partOf: string | null;
  /** Ids of the participants. */
  actors: readonly string[];
  /** Ids of those who chaired or hosted it, or are to. */
  leaders: readonly string[];
}

/** How likely two entities are the same, from 0 to 1, and why, in plain English. */
export interface Similarity {
  score: number;
  reasons: string[];
}

/** A possible duplicate with at least this score blocks the write. */
export const DUPLICATE_THRESHOLD = MATCH_THRESHOLD;
const NONE: Similarity = { score: 0, reasons: [] };

/** The roles of those whose meeting it is. */
export const LEADING_ROLES: readonly string[] = ['CHAIR', 'HOST'];

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
  const isOneKind = a.kind !== null && a.kind === b.kind;
  const shared = common(a.actors, b.actors).length;
  if (isOneKind && shared > 1 && areAtSameTime(a, b) && !areOfTwoBodies(a, b)) {
    const isSamePlace = common(a.places, b.places).length > 0;
    const place = isSamePlace ? ', in the same place' : '';
    scores.push({
      score: isSamePlace ? 0.9 : 0.8,
      reasons: [`the same kind of meeting at the same time${place}, with ${shared} of the same participants`],
    });
  } else if (areOnOneDay(a, b) && haveSamePeople(a, b)) {
    const place = areInOnePlace(a, b) ? `${placeInWords(a, b)}, ` : '';
    scores.push({ score: 0.8, reasons: [`on the same day, ${place}with ${shared} of the same participants`] });
  }
  if (haveSameLeaderAndPlace(a, b)) {
    scores.push({ score: 0.8, reasons: [`on the same day, ${placeInWords(a, b)}, with the same chair or host`] });
  }
  if (haveSameBodyOnOneDay(a, b)) {
    const kind = isOneKind ? ', of the same kind' : '';
    scores.push({ score: 0.8, reasons: [`a meeting of the same body${kind}, on the same day`] });
  }
  return scores;
}

const common = (a: readonly string[], b: readonly string[]) => a.filter((each) => b.includes(each));

/** Kinds of which one page may use one and another page another. */
const TALKS: readonly string[] = ['PHONE_CALL', 'VIDEO_CALL', 'BILATERAL_MEETING', 'CONSULTATION'];
const GATHERINGS: readonly string[] = ['MULTILATERAL_MEETING', 'SUMMIT', 'CONFERENCE'];

const areBoth = (kinds: readonly string[], { kind: a }: MeetingProfile, { kind: b }: MeetingProfile) =>
  a !== null && b !== null && kinds.includes(a) && kinds.includes(b);

/**
 * Meetings of two kinds on a day: talks of the same two, gatherings mostly of the same people in one place, or whatever has the very same people
 * there. Less is no sign: at the margins of a gathering some of its people hold talks, and those of a body meet beside it, too. Who has met
 * talks to the press afterwards.
 */
function haveSamePeople(a: MeetingProfile, b: MeetingProfile): boolean {
  const shared = common(a.actors, b.actors).length;
  if (shared < 2 || arePartsOfOne(a, b) || arePlacedApart(a, b)) return false;
  if (areBoth(TALKS, a, b)) return !areOfTwoBodies(a, b);
  if (a.body !== b.body || !areInOnePlace(a, b)) return false;
  if (areBoth(GATHERINGS, a, b)) return 2 * shared > Math.min(a.actors.length, b.actors.length);
  return ![a.kind, b.kind].includes('PRESS_CONFERENCE') && shared === a.actors.length && shared === b.actors.length;
}

/** Who is the host of talks has more than one guest on a day; of a gathering of many there is one. */
const haveSameLeaderAndPlace = (a: MeetingProfile, b: MeetingProfile) =>
  areBoth(GATHERINGS, a, b) &&
  areOnOneDay(a, b) &&
  areInOnePlace(a, b) &&
  common(a.leaders, b.leaders).length > 0 &&
  !areOfTwoBodies(a, b) &&
  !arePartsOfOne(a, b);

/**
 * A body seldom meets twice on a day, and most pages give no number. In two places it does, and in the parts of one meeting, such as
 * the panels of a conference.
 */
const haveSameBodyOnOneDay = (a: MeetingProfile, b: MeetingProfile) =>
  a.body !== null &&
  a.body === b.body &&
  ((a.kind !== null && a.kind === b.kind) || areBoth(GATHERINGS, a, b)) &&
  areOnOneDay(a, b) &&
  !arePartsOfOne(a, b) &&
  !arePlacedApart(a, b);

const arePartsOfOne = (a: MeetingProfile, b: MeetingProfile) => a.partOf !== null && a.partOf === b.partOf;

/** Whether a place of one is a place of the other, or lies in one: a house in its city, a city in its country. */
const areInOnePlace = (a: MeetingProfile, b: MeetingProfile) =>
  common(a.places, b.around).length > 0 || common(b.places, a.around).length > 0;

const arePlacedApart = (a: MeetingProfile, b: MeetingProfile) =>
  a.places.length > 0 && b.places.length > 0 && !areInOnePlace(a, b);

const placeInWords = (a: MeetingProfile, b: MeetingProfile) =>
  common(a.places, b.places).length > 0 ? 'in the same place' : 'in places of which one lies in the other';

/** Whether both times are known to within a session, and overlap. */
const areOnOneDay = (a: MeetingProfile, b: MeetingProfile) => overlapWithin(MAX_SESSION_DAYS, a, b);

/** Whether both times are known precisely enough, and overlap. */
const areAtSameTime = (a: MeetingProfile, b: MeetingProfile) => overlapWithin(MAX_TELLING_DAYS, a, b);

const overlapWithin = (days: number, a: MeetingProfile, b: MeetingProfile) =>
  a.window !== null &&
  b.window !== null &&
  windowsOverlap(a, b) &&
  [a.window, b.window].every((window) => daysIn(window) <= days);

/** The same ministers meet as NATO and as the contact group on one day, in one house. */
const areOfTwoBodies = (a: MeetingProfile, b: MeetingProfile) =>
  a.body !== null && b.body !== null && a.body !== b.body;
