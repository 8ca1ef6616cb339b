import { type Alignment, alignWords } from './align-words.ts';
import { type PersonWord, personWords } from './person-words.ts';
import { spellingSimilarity } from './spelling.ts';

/** A word that joins others says little. */
const PARTICLE_WEIGHT = 0.25;
/** A surname alone, or names that only one side gives. */
const SURNAME_ALONE = 0.8;
const FEWER_NAMES = 0.92;
const ONE_SLIP = 0.85;
/** So many names that are the same excuse more than a letter of another. */
const ENOUGH_NAMES = 2;
const SLACK = 0.5;
/** The highest scores of names that are of two. */
const OTHER_NAMES = 0.6;
const NO_WHOLE_NAME = 0.5;

/**
 * How likely two names are of one person, from 0 to 1: in another order, script or system of transliteration, with other particles, with
 * initials or short forms, without titles, with slips of the pen. What one side leaves out tells nothing, if it has two names and at least
 * half as many as the other; a name on both sides that the other does not have tells them apart. Symmetric.
 */
export function personSimilarity(nameA: string, nameB: string): number {
  const [a, b] = [personWords(nameA), personWords(nameB)];
  const alignments = alignWords(a, b);
  if (alignments.length === 0) return 0;
  const [restA, restB] = [
    without(
      a,
      alignments.flatMap((each) => each.a),
    ),
    without(
      b,
      alignments.flatMap((each) => each.b),
    ),
  ];
  const matched = weigh(a) + weigh(b) - weigh(restA) - weigh(restB);
  const closeness = meanCloseness(alignments, a, b);
  if (!alignments.some((each) => isWholeName(each, a, b))) return closeness * NO_WHOLE_NAME;
  const [moreA, moreB] = [namesIn(restA), namesIn(restB)];
  if (moreA === 1 && moreB === 1 && isSlip(restA, restB, alignments)) return closeness * ONE_SLIP;
  if (moreA > 0 && moreB > 0) return (closeness * OTHER_NAMES * matched) / (weigh(a) + weigh(b));
  if (moreA + moreB === 0) return closeness;
  const [fewer, more] = moreA > 0 ? [b, a] : [a, b];
  if (namesIn(fewer) === 1) return closeness * (isLastName(alignments, a, b) ? SURNAME_ALONE : NO_WHOLE_NAME);
  return closeness * (namesIn(fewer) * 2 < namesIn(more) ? OTHER_NAMES : FEWER_NAMES);
}

const weigh = (words: readonly PersonWord[]) =>
  words.reduce((sum, { latin, isParticle }) => sum + latin.length * (isParticle ? PARTICLE_WEIGHT : 1), 0);

const namesIn = (words: readonly PersonWord[]) => words.filter(({ isParticle }) => !isParticle).length;

const without = (words: readonly PersonWord[], at: readonly number[]) =>
  words.filter((_, index) => !at.includes(index));

/** The mean closeness of what is aligned, by its letters. */
function meanCloseness(alignments: readonly Alignment[], a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const weights = alignments.map((each) => weigh(each.a.map((at) => a[at]!)) + weigh(each.b.map((at) => b[at]!)));
  const sum = alignments.reduce((total, { closeness }, index) => total + closeness * weights[index]!, 0);
  return sum / weights.reduce((total, weight) => total + weight, 0);
}

/** Whether the one name that is left on each side may be one with a slip, since all others are the same. */
const isSlip = (restA: readonly PersonWord[], restB: readonly PersonWord[], alignments: readonly Alignment[]) =>
  alignments.filter(({ closeness }) => closeness === 1).length >= ENOUGH_NAMES &&
  spellingSimilarity(nameIn(restA), nameIn(restB), SLACK) > 0;

const nameIn = (words: readonly PersonWord[]) => words.find(({ isParticle }) => !isParticle)!.plain;

/** Whether both sides write out a name: initials and particles alone are of many. */
const isWholeName = (alignment: Alignment, a: readonly PersonWord[], b: readonly PersonWord[]) =>
  alignment.a.some((at) => isName(a[at]!)) && alignment.b.some((at) => isName(b[at]!));

const isName = ({ isParticle, isInitial }: PersonWord) => !isParticle && !isInitial;

/** Whether the last names of both are aligned. */
const isLastName = (alignments: readonly Alignment[], a: readonly PersonWord[], b: readonly PersonWord[]) =>
  alignments.some(({ a: atA, b: atB }) => atA.includes(a.length - 1) && atB.includes(b.length - 1));
