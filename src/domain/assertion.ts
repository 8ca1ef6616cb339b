import { sortKey } from './identity.ts';
import { type Bounds } from './edtf.ts';
import { compatible, isDated, type Window } from './time.ts';
import { comesAfter, fitOf, isDroppedFor, isPlanWord, type Fit, type Within } from './values.ts';
import {
  ClaimStatus,
  ParticipationStatus,
  Polarity,
  ReviewState,
  type AttributionKind,
  type Modality,
} from './vocabulary.generated.ts';

/** One claim's word on one slot. */
export interface Assertion {
  /** The claim's key. */
  claim: string;
  /** A Time, a Count, a status word, a key of a thing, true for `exists`, or any other JSON. */
  value: unknown;
  polarity: Polarity;
  modality: Modality;
  status: ClaimStatus;
  attributionKind: AttributionKind;
  /** Beginnings of its chains of attribution. */
  independentSources: number;
  /** Who stands at those beginnings; given, sources that back one value in several claims are counted once each. */
  origins?: readonly string[];
  /** 0 RELIABLE ... 3 UNKNOWN ... 5 UNRELIABLE. */
  reliabilityRank: number;
  reviewState: ReviewState;
  /** True where an analyst has looked at the claim and accepted it; claims start ACCEPTED without that. */
  reviewed?: boolean;
  /** When its document was published; null when that is not known. */
  published: Window | null;
  /** Keys of claims that a source or an analyst says it supersedes. */
  supersedes: readonly string[];
  /** Keys of claims with which it holds together by word of a source or an analyst: another measure, a closer account. */
  holdsWith?: readonly string[];
  /** Of a status: when that of which it is the status takes place, as the same claim has it. */
  time?: Bounds;
}

/** How far a word goes, most first: told as done, told as planned, only alleged, left open. */
export const Reach = { OUTCOME: 0, PLAN: 1, ALLEGED: 2, OPEN: 3 } as const;
export type Reach = (typeof Reach)[keyof typeof Reach];

/** An assertion made ready for comparing: a denial is turned into the value it amounts to, where there is one. */
export interface Word {
  assertion: Assertion;
  value: unknown;
  /** True where it says only what is not so. */
  denies: boolean;
  reach: Reach;
}

/** Retracted and corrected claims no longer count; disputed ones do, last. */
export function isLive({ reviewState }: Pick<Assertion, 'reviewState'>): boolean {
  return reviewState === ReviewState.ACCEPTED || reviewState === ReviewState.DISPUTED;
}

/** 0 accepted by an analyst, 1 not reviewed, 2 disputed by an analyst. */
export function rankOfReview({ reviewState, reviewed }: Pick<Assertion, 'reviewState' | 'reviewed'>): number {
  if (reviewState === ReviewState.DISPUTED) return 2;
  return reviewed ? 0 : 1;
}

/** The live assertions made ready for comparing, in the order of their claims' keys. */
export function wordsOf(assertions: readonly Assertion[]): Word[] {
  return assertions
    .filter(isLive)
    .map((assertion) => ({ word: wordOf(assertion), key: sortKey(assertion.claim) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ word }) => word);
}

function wordOf(assertion: Assertion): Word {
  const { value, denies } = meaningOf(assertion);
  return { assertion, value, denies, reach: reachOf(assertion.status, value) };
}

function meaningOf({ value, polarity, status }: Assertion): { value: unknown; denies: boolean } {
  if (polarity === Polarity.AFFIRMATIVE) return { value, denies: false };
  if (typeof value === 'boolean') return { value: !value, denies: false };
  switch (value) {
    // These words deny attendance themselves; a NEGATIVE claim with them denies it once, not twice.
    case ParticipationStatus.ABSENT:
    case ParticipationStatus.DECLINED:
      return { value, denies: false };
    case ParticipationStatus.PLANNED:
      return { value: ParticipationStatus.DECLINED, denies: false };
    case ParticipationStatus.ATTENDED:
      return { value: toldAsPlan(status) ? ParticipationStatus.DECLINED : ParticipationStatus.ABSENT, denies: false };
    default:
      return { value, denies: true };
  }
}

/** An invitation that was sent, or a date that was set, has happened; what it is for is a plan all the same. */
function reachOf(status: ClaimStatus, value: unknown): Reach {
  if (status === ClaimStatus.UNDETERMINED) return Reach.OPEN;
  if (status === ClaimStatus.ALLEGED) return Reach.ALLEGED;
  return toldAsPlan(status) || isPlanWord(value) ? Reach.PLAN : Reach.OUTCOME;
}

function toldAsPlan(status: ClaimStatus): boolean {
  return status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED;
}

/** How what `a` allows stands to what `b` allows; a denial allows everything outside its value. */
export function fitOfWords(a: Word, b: Word, within?: Within): Fit {
  const fit = fitOf(a.value, b.value, within);
  if (holdTogether(a, b)) return fit === 'APART' ? 'OVERLAPS' : fit;
  if (a.denies && b.denies) return fit === 'APART' ? 'OVERLAPS' : turned(fit);
  if (a.denies) return turned(fitToDenial(b.value, a.value, turned(fit)));
  if (b.denies) return fitToDenial(a.value, b.value, fit);
  // It cannot be going on again after it was over; that would be another fact.
  if (comesAfter(a.value, b.value) && isBefore(a, b)) return 'APART';
  if (comesAfter(b.value, a.value) && isBefore(b, a)) return 'APART';
  return isDropped(a, b) || isDropped(b, a) ? 'APART' : fit;
}

/** A source or an analyst has said that they do. */
function holdTogether(a: Word, b: Word): boolean {
  const says = (one: Word, other: Word) => one.assertion.holdsWith?.includes(other.assertion.claim) ?? false;
  return says(a, b) || says(b, a);
}

/** What was dropped may come about later on, at another time; nobody can say afterwards that it was dropped then. */
function isDropped(dropped: Word, came: Word): boolean {
  if (!isDroppedFor(dropped.value, came.value) || isBefore(dropped, came)) return false;
  const [planned, held] = [dropped.assertion.time, came.assertion.time];
  return planned === undefined || held === undefined || compatible(planned, held);
}

/** The fit of a value to the denial of another, from its fit to that other: what is over need not be going on. */
function fitToDenial(value: unknown, denied: unknown, fit: Fit): Fit {
  if (comesAfter(value, denied)) return 'OVERLAPS';
  if (fit === 'SAME' || fit === 'INSIDE') return 'APART';
  return fit === 'APART' ? 'INSIDE' : 'OVERLAPS';
}

function turned(fit: Fit): Fit {
  if (fit === 'INSIDE') return 'AROUND';
  return fit === 'AROUND' ? 'INSIDE' : fit;
}

/** True when `a` was surely published before `b`; false where the order is not known. */
export function isBefore(a: Word, b: Word): boolean {
  const first = a.assertion.published;
  const second = b.assertion.published;
  return isDated(first) && isDated(second) && first.until < second.from;
}
