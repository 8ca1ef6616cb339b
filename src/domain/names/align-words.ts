import { isCjk } from './normalize-text.ts';
import { type PersonWord } from './person-words.ts';
import { isRoman, lacksVowels } from './romanize.ts';
import { isShortForm } from './short-forms.ts';
import { soundsOf } from './sound.ts';
import { spellingSimilarity } from './spelling.ts';

/** Words of one name that are, or may be, the words of another: one of each, or several in a row that the other writes as one. */
export interface Alignment {
  a: readonly number[];
  b: readonly number[];
  /** How likely they are the same: from {@link SAME_WORD} to 1. */
  closeness: number;
}

const SAME_WORD = 0.7;
const INITIAL = 0.85;
const SHORT_FORM = 0.8;
const SAME_SOUND = 0.8;
/** More words than this are not written as one. */
const MAX_JOINED = 3;
/** Shorter words are not joined: `al` and `i` are `Ali` by chance. */
const MIN_JOINED_LENGTH = 4;
/** Names of more words are cut: nobody has so many, and every word is compared with every other. */
const MAX_WORDS = 12;

/** Pairs the words of two names, each at most once, the longest and most similar first. */
export function alignWords(a: readonly PersonWord[], b: readonly PersonWord[]): Alignment[] {
  const weigh = ({ a: atA, b: atB, closeness }: Alignment) =>
    closeness * (lettersOf(atA.map((index) => a[index]!)) + lettersOf(atB.map((index) => b[index]!)));
  const ways = possibleAlignments(a.slice(0, MAX_WORDS), b.slice(0, MAX_WORDS))
    .map((alignment) => ({ alignment, weight: weigh(alignment), shift: Math.abs(alignment.a[0]! - alignment.b[0]!) }))
    .sort((x, y) => y.weight - x.weight || x.shift - y.shift);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  return ways.flatMap(({ alignment }) => {
    if (alignment.a.some((index) => usedA.has(index)) || alignment.b.some((index) => usedB.has(index))) return [];
    alignment.a.forEach((index) => usedA.add(index));
    alignment.b.forEach((index) => usedB.add(index));
    return [alignment];
  });
}

const lettersOf = (words: readonly PersonWord[]) => words.reduce((sum, { latin }) => sum + latin.length, 0);

function possibleAlignments(a: readonly PersonWord[], b: readonly PersonWord[]): Alignment[] {
  const [runsA, runsB] = [runsOf(a), runsOf(b)];
  return runsA.flatMap((one) =>
    runsB.flatMap((other) => {
      if (one.length > 1 && other.length > 1) return [];
      const [x, y] = [one.map((index) => a[index]!), other.map((index) => b[index]!)];
      const closeness = x.length === 1 && y.length === 1 ? wordCloseness(x[0]!, y[0]!) : joinedCloseness(x, y);
      return closeness < SAME_WORD ? [] : [{ a: one, b: other, closeness }];
    }),
  );
}

/** The positions of each word, and of up to {@link MAX_JOINED} in a row. */
const runsOf = (words: readonly unknown[]): number[][] =>
  words.flatMap((_, start) =>
    Array.from({ length: Math.min(MAX_JOINED, words.length - start) }, (_unused, more) =>
      Array.from({ length: more + 1 }, (_none, index) => start + index),
    ),
  );

/** How likely two words are the same: 1 if equal, 0 if not, else from {@link SAME_WORD}. Symmetric. */
export function wordCloseness(a: PersonWord, b: PersonWord): number {
  // Others of the same sound are other names.
  if (isSyllabic(a.text) && isSyllabic(b.text)) return a.text === b.text && a.latin === b.latin ? 1 : 0;
  if (a.latin === b.latin) return 1;
  if (a.isInitial || b.isInitial) return a.latin[0] === b.latin[0] ? INITIAL : 0;
  const spelled = spellingSimilarity(a.latin, b.latin);
  if (spelled > 0) return spelled;
  if (isShortForm(a.latin, b.latin)) return SHORT_FORM;
  return areInOneScript(a, b) ? 0 : soundCloseness(a, b);
}

/** The same over words that one of the names writes as one, `JC` for two others among them. */
function joinedCloseness(a: readonly PersonWord[], b: readonly PersonWord[]): number {
  const [one, several] = a.length === 1 ? [a[0]!, b] : [b[0]!, a];
  const joined = several.map(({ latin }) => latin).join('');
  if (Math.min(one.latin.length, joined.length) >= MIN_JOINED_LENGTH) {
    const spelled = spellingSimilarity(one.latin, joined);
    const isCarriedOver = several.every(({ text }) => isCjk(text)) && !isCjk(one.text);
    return spelled > 0 || !isCarriedOver ? spelled : soundCloseness(one, { ...several[0]!, latin: joined });
  }
  const areInitials =
    one.latin.length === several.length &&
    several.every(({ latin }, index) => latin.length > 1 && latin[0] === one.latin[index]);
  return areInitials ? INITIAL : 0;
}

function soundCloseness(a: PersonWord, b: PersonWord): number {
  // What few consonants tell is enough only where nothing else is written.
  const enough = lacksVowels(a.text) || lacksVowels(b.text) ? 2 : 3;
  const sounds = soundsOf(a.latin);
  return soundsOf(b.latin).some((sound) => sound.length >= enough && sounds.includes(sound)) ? SAME_SOUND : 0;
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const areInOneScript = (a: PersonWord, b: PersonWord) =>
  SCRIPTS.some((script) => script.test(a.text) && script.test(b.text));

/** Whether a letter of the word is a syllable, so that one other letter makes another name. */
const isSyllabic = (text: string) => isCjk(text) || /\p{Script=Hangul}/u.test(text);
