import { type Name, orderNames } from './display-name.ts';
import { bigramsOf, compactText, isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { isFuzzy, isWithinOneEdit } from './one-edit.ts';
import { isTitle } from './person-words.ts';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from './search-query.ts';
import { runsOf } from './search-tokens.ts';
import { SpelledWord } from './spelled-word.ts';
import { spellingSimilarity } from './spelling.ts';

/** The part of a name that is compared. */
const MAX_NAME_LENGTH = 4_000;

/** How a query word matches a word of a name, worst to best. */
const MatchGrade = { NONE: 0, FUZZY: 1, SPELLING: 2, PREFIX: 3, EXACT: 4 } as const;
type MatchGrade = (typeof MatchGrade)[keyof typeof MatchGrade];
/** The score of one grade; a match of the whole name is one grade above EXACT, at 1. */
const BAND_WIDTH = 1 / (MatchGrade.EXACT + 1);

/** Spellings of what is no person have to be nearer: Путин is not Bhutan. */
const NEAR_SPELLING = 0.84;
/** The fewest consonants by whose sound a word is told from others. */
const MIN_SOUND_LENGTH = { person: 3, other: 4 };

/** What is known of a node by which a search may find it. */
export interface Named {
  names: readonly Name[];
  /** Codes by which it is known, each as good as a name. */
  codes?: readonly string[];
  /** Persons are found by initials and other spellings, and without titles. */
  isPerson?: boolean;
}

/** How well a search text matches what a node is called, and the name or code that matches best. */
export interface Rank {
  score: number;
  matched: string;
}

/**
 * How well a text matches a node's names, and which name matches best (of equals the one preferred by a reader of `langs`).
 * Scores are in bands: 1 is a whole name or code; from 0.8 all words match; from 0.6 some only as prefixes; from 0.4 some only as
 * another spelling, in another script or, in scripts without spaces, as a part; from 0.2 some only with an edit or by sound;
 * above 0 some words do not match. Within a band the score grows with the covered part of the name.
 */
export function rankNames(text: string, langs?: readonly string[]): (named: Named) => Rank {
  const query = toQuery(text.slice(0, MAX_QUERY_LENGTH));
  return ({ names, codes = [], isPerson = false }) => {
    let best: Rank = { score: 0, matched: '' };
    for (const { value } of orderNames(names, langs)) {
      const score = scoreName(query, normalizeText(value.slice(0, MAX_NAME_LENGTH)), isPerson);
      if (score > best.score) best = { score, matched: value };
    }
    const isCode = (code: string) => compactText(normalizeText(code)) === query.compact && query.compact !== '';
    const code = best.score < 1 ? codes.find(isCode) : undefined;
    return code === undefined ? best : { score: 1, matched: code };
  };
}

interface Query {
  /** All of it as one word. */
  compact: string;
  words: readonly QueryWord[];
}

interface QueryWord {
  word: SpelledWord;
  /** The word with its neighbours, as one. */
  joined: readonly SpelledWord[];
}

function toQuery(text: string): Query {
  const normalized = normalizeText(text);
  const words = splitWords(normalized).slice(0, MAX_QUERY_WORDS);
  const runs = runsOf(words).map(({ joined, has }) => ({ word: new SpelledWord(joined), has }));
  return {
    compact: compactText(normalized),
    words: words.map((word, index) => ({
      word: new SpelledWord(word),
      joined: runs.filter(({ has }) => has(index)).map((run) => run.word),
    })),
  };
}

function scoreName({ compact, words }: Query, name: string, isPerson: boolean): number {
  const compactName = compactText(name);
  if (compact === '' || compactName === '') return 0;
  if (compact === compactName) return 1;
  const nameWords = splitWords(name);
  const single = nameWords.map((word) => new SpelledWord(word));
  const joined = runsOf(nameWords.slice(0, MAX_QUERY_WORDS)).map((run) => new SpelledWord(run.joined));
  const best = (word: SpelledWord, others: readonly SpelledWord[], atLeast: MatchGrade): MatchGrade =>
    others.reduce(
      (grade, other) => (grade === MatchGrade.EXACT ? grade : better(grade, gradeMatch(word, other, isPerson))),
      atLeast,
    );
  const gradeOf = ({ word, joined: runs }: QueryWord): MatchGrade =>
    runs.reduce((grade, run) => best(run, single, grade), best(word, joined, best(word, single, MatchGrade.NONE)));
  const graded = words.map((query) => ({ text: query.word.text, grade: gradeOf(query) }));
  const isNoTitle = ({ text, grade }: (typeof graded)[number]) => grade !== MatchGrade.NONE || !isTitle(text);
  const counted = isPerson && graded.some(isNoTitle) ? graded.filter(isNoTitle) : graded;
  const matched = counted.filter(({ grade }) => grade !== MatchGrade.NONE);
  const coverage = Math.min(1, matched.map(({ text }) => text).join('').length / compactName.length);
  if (matched.length === counted.length)
    return scoreInBand(Math.min(...counted.map(({ grade }) => grade)) as MatchGrade, coverage);
  if (compactName.startsWith(compact)) return scoreInBand(MatchGrade.PREFIX, compact.length / compactName.length);
  const share = counted.reduce((sum, { grade }) => sum + grade, 0) / (MatchGrade.EXACT * counted.length);
  return BAND_WIDTH * share * (0.5 + coverage / 2);
}

/** A score from the bottom of a grade's band to just below the next. */
function scoreInBand(grade: MatchGrade, coverage: number): number {
  return BAND_WIDTH * (grade + 0.95 * coverage);
}

function gradeMatch(word: SpelledWord, name: SpelledWord, isPerson: boolean): MatchGrade {
  if (word.text === name.text) return MatchGrade.EXACT;
  if (name.text.startsWith(word.text)) return MatchGrade.PREFIX;
  if (word.isCjk && name.isCjk) return gradeCharacters(word.text, name.text);
  const areBothRoman = word.isRoman && name.isRoman;
  if (!areBothRoman && word.latin === name.latin && word.latin !== '') return MatchGrade.SPELLING;
  if (isPerson && name.text.length === 1 && word.latin.startsWith(name.latin)) return MatchGrade.SPELLING;
  const mayBeSpelled = isFuzzy(word.latin) && isFuzzy(name.latin);
  if (
    mayBeSpelled &&
    (isPerson || !areBothRoman) &&
    spellingSimilarity(word.plain, name.plain) > (isPerson ? 0 : NEAR_SPELLING)
  )
    return MatchGrade.SPELLING;
  if (isFuzzy(word.text) && isWithinOneEdit(word.text, name.text)) return MatchGrade.FUZZY;
  const enough = isPerson ? MIN_SOUND_LENGTH.person : MIN_SOUND_LENGTH.other;
  const isHeard =
    (isPerson || !areBothRoman) && word.sounds.some((sound) => sound.length >= enough && name.sounds.includes(sound));
  return isHeard ? MatchGrade.FUZZY : MatchGrade.NONE;
}

function gradeCharacters(word: string, name: string): MatchGrade {
  if (name.includes(word)) return MatchGrade.SPELLING;
  const pairs = bigramsOf(word);
  const shared = pairs.filter((pair) => name.includes(pair)).length;
  return shared > 0 && shared * 2 >= pairs.length ? MatchGrade.FUZZY : MatchGrade.NONE;
}

const better = (a: MatchGrade, b: MatchGrade): MatchGrade => (a > b ? a : b);
