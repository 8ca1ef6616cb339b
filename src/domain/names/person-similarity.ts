import { type Aligned, alignWords } from './align-words.ts';
import { type PersonWord, generationOf, personWords } from './person-words.ts';
import { spellingSimilarity } from './spelling.ts';

/** A word that joins others says little. */
const PARTICLE_WEIGHT = 0.25;
/** A surname alone, or names that only one side gives. */
const SURNAME_ALONE = 0.8;
const FEWER_NAMES = 0.92;
const ONE_SLIP = 0.85;
const GENERATION_LEFT_OUT = 0.9;
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
export const personSimilarity = (a: string, b: string): number => personWordsSimilarity(personWords(a), personWords(b));

/** {@link personSimilarity} of names whose words are known. */
export function personWordsSimilarity(a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const [one, other] = [generationOf(a), generationOf(b)];
  if (one !== null && other !== null) {
    const score = similarityOfNames(a.slice(0, -1), b.slice(0, -1));
    return one === other ? score : score * OTHER_NAMES;
  }
  // A single letter is as likely an initial after a family name.
  if (one !== null && one.length > 1) return similarityOfNames(a.slice(0, -1), b) * GENERATION_LEFT_OUT;
  if (other !== null && other.length > 1) return similarityOfNames(a, b.slice(0, -1)) * GENERATION_LEFT_OUT;
  return similarityOfNames(a, b);
}

function similarityOfNames(a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const pairs = alignWords(a, b);
  if (pairs.length === 0) return 0;
  const [restA, restB] = [
    without(
      a,
      pairs.flatMap((pair) => pair.a),
    ),
    without(
      b,
      pairs.flatMap((pair) => pair.b),
    ),
  ];
  const closeness = meanCloseness(pairs);
  if (!pairs.some(areNames)) return closeness * NO_WHOLE_NAME;
  const [moreA, moreB] = [namesIn(restA), namesIn(restB)];
  if (moreA === 1 && moreB === 1 && isSlip(restA, restB, pairs)) return closeness * ONE_SLIP;
  const isForAnother = pairs.some(
    (pair) => (restA.some(isName) && standsFor(pair.a, pair.b)) || (restB.some(isName) && standsFor(pair.b, pair.a)),
  );
  if ((moreA > 0 && moreB > 0) || isForAnother || haveOtherInitials(a, b, pairs))
    return closeness * OTHER_NAMES * (1 - (weigh(restA) + weigh(restB)) / (weigh(a) + weigh(b)));
  if (moreA + moreB === 0) return closeness;
  const agreed = pairs.filter((pair) => pair.a.some(isNoParticle) && pair.b.some(isNoParticle)).length;
  if (agreed === 1) return closeness * (isLastName(pairs, a, b) ? SURNAME_ALONE : NO_WHOLE_NAME);
  const [fewer, more] = moreA > 0 ? [b, a] : [a, b];
  return closeness * (namesIn(fewer) * 2 < namesIn(more) ? OTHER_NAMES : FEWER_NAMES);
}

const weigh = (words: readonly PersonWord[]) =>
  words.reduce((sum, { latin, isParticle }) => sum + latin.length * (isParticle ? PARTICLE_WEIGHT : 1), 0);

const isNoParticle = ({ isParticle }: PersonWord) => !isParticle;
const isName = ({ isParticle, isInitial }: PersonWord) => !isParticle && !isInitial;
const namesIn = (words: readonly PersonWord[]) => words.filter(isNoParticle).length;
const without = (words: readonly PersonWord[], others: readonly PersonWord[]) =>
  words.filter((word) => !others.includes(word));

/** The mean closeness of what is aligned, by its letters. */
function meanCloseness(pairs: readonly Aligned[]): number {
  const weights = pairs.map(({ a, b }) => weigh(a) + weigh(b));
  const sum = pairs.reduce((total, { closeness }, index) => total + closeness * weights[index]!, 0);
  return sum / weights.reduce((total, weight) => total + weight, 0);
}

/** Whether the one name that is left on each side may be one with a slip, since all others are the same. */
const isSlip = (restA: readonly PersonWord[], restB: readonly PersonWord[], pairs: readonly Aligned[]) =>
  pairs.filter(({ closeness }) => closeness === 1).length >= ENOUGH_NAMES &&
  spellingSimilarity(restA.find(isNoParticle)!.plain, restB.find(isNoParticle)!.plain, SLACK) > 0;

/** Whether both sides write out a name: initials and particles alone are of many. */
const areNames = ({ a, b }: Aligned) => a.some(isName) && b.some(isName);

/** Whether an initial stands for a name. If names are left on its side, it stood for none of the other: Christopher C. Miller is no Cavoli. */
const standsFor = (words: readonly PersonWord[], others: readonly PersonWord[]) =>
  words.every(({ isInitial }) => isInitial) && others.some(isName);

/** Whether both have initials that stand for no name of the other, and they begin otherwise: George H. W. Bush and George W. Bush. */
function haveOtherInitials(a: readonly PersonWord[], b: readonly PersonWord[], pairs: readonly Aligned[]): boolean {
  const named = new Set(
    pairs
      .filter(({ a: one, b: other }) => standsFor(one, other) || standsFor(other, one))
      .flatMap((pair) => [...pair.a, ...pair.b]),
  );
  const initialsOf = (words: readonly PersonWord[]) =>
    words.flatMap((word) => (word.isInitial && !named.has(word) ? word.latin : [])).join('');
  const [one, other] = [initialsOf(a), initialsOf(b)];
  return one !== '' && other !== '' && !one.startsWith(other) && !other.startsWith(one);
}

/** Whether the last names of both are aligned. */
const isLastName = (pairs: readonly Aligned[], a: readonly PersonWord[], b: readonly PersonWord[]) =>
  pairs.some((pair) => pair.a.includes(a.at(-1)!) && pair.b.includes(b.at(-1)!));
