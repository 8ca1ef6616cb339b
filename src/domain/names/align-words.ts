import { type PersonWord } from './person-words.ts';
import { isShortForm } from './short-forms.ts';
import { SpelledWord } from './spelled-word.ts';
import { plainSpelling, spellingSimilarity } from './spelling.ts';
import { runsOf } from './word-runs.ts';

/** Words of one name that are, or may be, the words of another: one of each, or several in a row that the other writes as one. */
export interface Aligned {
  a: readonly PersonWord[];
  b: readonly PersonWord[];
  /** How likely they are the same: from {@link SAME_WORD} to 1. */
  closeness: number;
}

const SAME_WORD = 0.7;
const INITIAL = 0.85;
const SHORT_FORM = 0.8;
/** Spelled otherwise for the same sounds. */
const SAME_SPELLING = 0.98;
const SAME_SOUND = 0.8;
/** Read alike: characters that are others are read so too. */
const SAME_READING = 0.9;
/** Short words carried over into another script differ by more than slips: Джо is Joe. */
const SLACK_BETWEEN_SCRIPTS = 0.5;
/** Shorter words are not joined: `al` and `i` are `Ali` by chance. */
const MIN_JOINED_LENGTH = 4;
/** Names of more words are cut: nobody has so many, and every word is compared with every other. */
const MAX_WORDS = 12;

/** Pairs the words of two names, each at most once, the longest and most similar first. */
export function alignWords(a: readonly PersonWord[], b: readonly PersonWord[]): Aligned[] {
  const [all, others] = [a.slice(0, MAX_WORDS), b.slice(0, MAX_WORDS)];
  const ways = possibleAlignments(all, others)
    .map((way) => ({
      way,
      weight: way.closeness * (lettersOf(way.a) + lettersOf(way.b)),
      shift: Math.abs(all.indexOf(way.a[0]!) - others.indexOf(way.b[0]!)),
    }))
    .sort((x, y) => y.weight - x.weight || x.shift - y.shift);
  const used = new Set<PersonWord>();
  return ways.flatMap(({ way }) => {
    const words = [...way.a, ...way.b];
    if (words.some((word) => used.has(word))) return [];
    words.forEach((word) => used.add(word));
    return [way];
  });
}

const lettersOf = (words: readonly PersonWord[]) => words.reduce((sum, { latin }) => sum + latin.length, 0);

function possibleAlignments(a: readonly PersonWord[], b: readonly PersonWord[]): Aligned[] {
  const [joinedA, joinedB] = [joined(a), joined(b)];
  const ways = [
    ...a.flatMap((one) => b.map((other) => ({ a: [one], b: [other], closeness: wordCloseness(one, other) }))),
    ...a.flatMap((one) => joinedB.map((run) => ({ a: [one], b: run.words, closeness: joinedCloseness(one, run) }))),
    ...joinedA.flatMap((run) =>
      b.map((other) => ({ a: run.words, b: [other], closeness: joinedCloseness(other, run) })),
    ),
  ];
  return ways.filter(({ closeness }) => closeness >= SAME_WORD);
}

/** Words in a row, and the one that they are together. */
interface Joined {
  words: readonly PersonWord[];
  whole: SpelledWord;
}

const joined = (all: readonly PersonWord[]): Joined[] =>
  runsOf(all).map(({ words }) => ({
    words,
    whole: new SpelledWord(words[0]!.text, words.map(({ latin }) => latin).join('')),
  }));

/** How likely two words are the same: 1 if equal, 0 if not, else from {@link SAME_WORD}. Symmetric. */
function wordCloseness(a: PersonWord, b: PersonWord): number {
  // Others of the same sound are other names.
  if (isSyllabic(a) && isSyllabic(b)) return a.text === b.text && a.latin === b.latin ? 1 : 0;
  if (a.latin === b.latin) return isSyllabic(a) || isSyllabic(b) ? SAME_READING : 1;
  if (a.isInitial || b.isInitial) return a.latin[0] === b.latin[0] ? INITIAL : 0;
  const isOneScript = areInOneScript(a, b);
  const spelled = spellingSimilarity(a.plain, b.plain, isOneScript ? 0 : SLACK_BETWEEN_SCRIPTS);
  if (spelled > 0) return spelled === 1 ? SAME_SPELLING : spelled;
  if (isShortForm(a.latin, b.latin)) return SHORT_FORM;
  return isOneScript ? 0 : soundCloseness(a, b);
}

/** The same over words that one of the names writes as one, `JC` for two others among them. */
function joinedCloseness(word: PersonWord, { words, whole }: Joined): number {
  if (isSyllabic(word) && words.every(isSyllabic)) return 0;
  if (Math.min(word.latin.length, whole.latin.length) >= MIN_JOINED_LENGTH) {
    const spelled = spellingSimilarity(word.plain, whole.plain);
    if (spelled > 0) return spelled > withoutOne(word, words) ? spelled : 0;
    return words.every(({ isCjk }) => isCjk) ? soundCloseness(word, whole) : 0;
  }
  const areInitials =
    word.latin.length === words.length && words.every(({ latin }, index) => latin[0] === word.latin[index]);
  return areInitials ? INITIAL : 0;
}

/** The highest similarity without one of the words, which is then none of those that are written as one: `yi` in Wang and Wang Yi. */
const withoutOne = (word: PersonWord, words: readonly PersonWord[]) =>
  Math.max(
    ...words.map((_, left) => {
      const others = words.filter((_other, index) => index !== left).map(({ latin }) => latin);
      return spellingSimilarity(word.plain, plainSpelling(others.join('')));
    }),
  );

function soundCloseness(a: SpelledWord, b: SpelledWord): number {
  // What few consonants tell is enough only where nothing else is written.
  const enough = a.lacksVowels || b.lacksVowels ? 2 : 3;
  return b.sounds.some((sound) => sound.length >= enough && a.sounds.includes(sound)) ? SAME_SOUND : 0;
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const areInOneScript = (a: SpelledWord, b: SpelledWord) =>
  SCRIPTS.some((script) => script.test(a.text) && script.test(b.text));

/** Whether a letter of the word is a syllable, so that one other letter makes another name. */
const isSyllabic = (word: SpelledWord) => word.isCjk || /\p{Script=Hangul}/u.test(word.text);
