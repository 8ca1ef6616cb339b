import { type Name, orderNames } from './display-name.ts';
import { bigramsOf, compactText, isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { isFuzzy, isWithinOneEdit } from './one-edit.ts';
import { isTitle } from './person-words.ts';
import { isRoman, romanize } from './romanize.ts';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from './search-query.ts';
import { runsOf } from './search-tokens.ts';
import { soundsOf } from './sound.ts';
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

/**
 * How well a text matches a node's names, and which name matches best (of equals the one preferred by a reader of `langs`).
 * Scores are in bands: 1 is a whole name or code; from 0.8 all words match; from 0.6 some only as prefixes; from 0.4 some only as
 * another spelling, in another script or, in scripts without spaces, as a part; from 0.2 some only with an edit or by sound;
 * above 0 some words do not match. Within a band the score grows with the covered part of the name.
 */
export function rankNames(
  text: string,
  { names, codes = [], isPerson = false }: Named,
  langs?: readonly string[],
): { score: number; matched: string } {
  const query = new Query(text.slice(0, MAX_QUERY_LENGTH), isPerson);
  let best = { score: 0, matched: '' };
  for (const { value } of orderNames(names, langs)) {
    const score = scoreName(query, normalizeText(value.slice(0, MAX_NAME_LENGTH)));
    if (score > best.score) best = { score, matched: value };
  }
  const code = codes.find((each) => compactText(normalizeText(each)) === query.compact && query.compact !== '');
  return code !== undefined && best.score < 1 ? { score: 1, matched: code } : best;
}

/** A search text, with what of it is worked out only when it is needed. */
class Query {
  readonly compact: string;
  readonly words: readonly QueryWord[];
  readonly isPerson: boolean;

  constructor(text: string, isPerson: boolean) {
    const normalized = normalizeText(text);
    this.compact = compactText(normalized);
    this.isPerson = isPerson;
    const words = splitWords(normalized).slice(0, MAX_QUERY_WORDS);
    const runs = runsOf(words);
    this.words = words.map((word, index) => ({
      ...new Spelled(word),
      joined: runs.filter(({ has }) => has(index)).map(({ joined }) => new Spelled(joined)),
    }));
  }
}

class Spelled {
  readonly text: string;
  readonly isCjk: boolean;
  readonly isRoman: boolean;
  readonly latin: string;
  readonly sounds: readonly string[];

  constructor(text: string) {
    this.text = text;
    this.isCjk = isCjk(text);
    this.isRoman = isRoman(text);
    this.latin = this.isRoman ? text : romanize(text, true).join('');
    this.sounds = soundsOf(this.latin);
  }
}

interface QueryWord extends Spelled {
  /** The word with its neighbours, as one. */
  joined: readonly Spelled[];
}

function scoreName({ compact, words, isPerson }: Query, name: string): number {
  const compactName = compactText(name);
  if (compact === '' || compactName === '') return 0;
  if (compact === compactName) return 1;
  const nameWords = splitWords(name);
  const spelled = [...nameWords, ...runsOf(nameWords.slice(0, MAX_QUERY_WORDS)).map(({ joined }) => joined)].map(
    (word) => new Spelled(word),
  );
  const single = spelled.slice(0, nameWords.length);
  const gradeOf = (word: QueryWord) => {
    const alone = bestGrade(word, spelled, isPerson);
    return alone === MatchGrade.EXACT
      ? alone
      : word.joined.map((run) => bestGrade(run, single, isPerson)).reduce(better, alone);
  };
  const graded = words.map((word) => ({ word, grade: gradeOf(word) }));
  const isNoTitle = ({ word, grade }: (typeof graded)[number]) => grade !== MatchGrade.NONE || !isTitle(word.text);
  const counted = isPerson && graded.some(isNoTitle) ? graded.filter(isNoTitle) : graded;
  const matched = counted.filter(({ grade }) => grade !== MatchGrade.NONE);
  const coverage = Math.min(1, matched.map(({ word }) => word.text).join('').length / compactName.length);
  if (matched.length === counted.length) return scoreInBand(counted.map(({ grade }) => grade).reduce(worse), coverage);
  if (compactName.startsWith(compact)) return scoreInBand(MatchGrade.PREFIX, compact.length / compactName.length);
  const share = counted.reduce((sum, { grade }) => sum + grade, 0) / (MatchGrade.EXACT * counted.length);
  return BAND_WIDTH * share * (0.5 + coverage / 2);
}

/** A score from the bottom of a grade's band to just below the next. */
function scoreInBand(grade: MatchGrade, coverage: number): number {
  return BAND_WIDTH * (grade + 0.95 * coverage);
}

const bestGrade = (word: Spelled, nameWords: readonly Spelled[], isPerson: boolean): MatchGrade =>
  nameWords.reduce<MatchGrade>(
    (best, other) => (best === MatchGrade.EXACT ? best : better(best, gradeMatch(word, other, isPerson))),
    MatchGrade.NONE,
  );

function gradeMatch(word: Spelled, name: Spelled, isPerson: boolean): MatchGrade {
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
    spellingSimilarity(word.latin, name.latin) > (isPerson ? 0 : NEAR_SPELLING)
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
const worse = (a: MatchGrade, b: MatchGrade): MatchGrade => (a < b ? a : b);
