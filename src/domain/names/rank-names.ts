import { type Code } from '../identity/external-ids.ts';
import { type Name, orderNames } from './display-name.ts';
import { bigramsOf, compactText, normalizeText, splitWords } from './normalize-text.ts';
import { isFuzzy, isWithinOneEdit } from './one-edit.ts';
import { isParticle, isTitle, withoutChineseTitle } from './person-words.ts';
import { isShortForm } from './short-forms.ts';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from './search-query.ts';
import { joinedRunsOf } from './search-tokens.ts';
import { SpelledWord } from './spelled-word.ts';
import { SPELLING_THRESHOLD, spellingSimilarity } from './spelling.ts';

/** The part of a name that is compared. */
const MAX_NAME_LENGTH = 4_000;

/** How a query word matches a word of a name, worst to best. */
const MatchGrade = { NONE: 0, FUZZY: 1, SPELLING: 2, PREFIX: 3, EXACT: 4 } as const;
type MatchGrade = (typeof MatchGrade)[keyof typeof MatchGrade];
/** The score of one grade; a match of the whole name is one grade above EXACT, at 1. */
const BAND_WIDTH = 1 / (MatchGrade.EXACT + 1);

/** Spellings of what is no person have to be nearer. */
const NEAR_SPELLING = 0.84;
const SHORT_FORM_NEARNESS = 0.5;
/** More letters than this are not only another way to write the same sounds: of words in Latin letters, worked out first, since most differ. */
const MAX_LENGTH_DIFFERENCE = 5;
/** Short words carried over into another script differ by more than slips: Джо is Joe. */
const SLACK_OF_SHORT_WORDS = 0.5;
/** The fewest consonants by whose sound a word is told from others. */
const MIN_SOUND_LENGTH = { person: 3, other: 4 };

/** The score of a code that others may have by a scheme that is more usual. */
const UNUSUAL_CODE = 0.99;

/** What is known of a node by which a search may find it. */
export interface Named {
  names: readonly Name[];
  /** Codes by which it is known, each as good as a name, or next to it. */
  codes?: readonly Code[];
  /** Persons are found by initials and other spellings, and without titles. */
  isPerson?: boolean;
}

/** How well a search text matches what a node is called, and the name or code that matches best. */
export interface Rank {
  score: number;
  matched: string;
}

/**
 * How well a text matches a node's names, and which name matches best (of equals the one that was typed, else the one preferred by a
 * reader of `langs`).
 * Scores are in bands: 1 is a whole name or code; from 0.8 all words match; from 0.6 some only as prefixes; from 0.4 some only as
 * another spelling, in another script or, in scripts without spaces, as a part; from 0.2 some only with an edit or by sound;
 * above 0 some words do not match. Within a band the score grows with the covered part of the name.
 */
export function rankNames(text: string, langs?: readonly string[]): (named: Named) => Rank {
  const query = toQuery(text.slice(0, MAX_QUERY_LENGTH));
  const typed = asTyped(text);
  return ({ names, codes = [], isPerson = false }) => {
    const sameText = query.compact === '' ? undefined : names.find(({ value }) => asTyped(value) === typed);
    if (sameText) return { score: 1, matched: sameText.value };
    let best: Rank = { score: 0, matched: '' };
    for (const { value } of orderNames(names, langs)) {
      const score = scoreName(query, normalizeText(value.slice(0, MAX_NAME_LENGTH)), isPerson);
      if (score > best.score) best = { score, matched: value };
      if (score === 1) return best;
    }
    for (const { text: code, isUsual } of codes) {
      const score = isUsual ? 1 : UNUSUAL_CODE;
      if (score > best.score && compactText(normalizeText(code)) === query.compact) best = { score, matched: code };
    }
    return best;
  };
}

/** Of names that are folded to one, such as 乌克兰 and 烏克蘭, the one that was typed. */
const asTyped = (text: string): string => text.normalize('NFC').trim();

interface Query {
  /** All of it as one word. */
  compact: string;
  words: readonly QueryWord[];
}

interface QueryWord {
  word: SpelledWord;
  /** The same without a Chinese title at its end. */
  bare: SpelledWord;
  /** The word with its neighbours, as one. */
  joined: readonly SpelledWord[];
}

function toQuery(text: string): Query {
  const normalized = normalizeText(text);
  const words = splitWords(normalized).slice(0, MAX_QUERY_WORDS);
  const runs = joinedRunsOf(words).map(({ joined, has }) => ({ word: new SpelledWord(joined), has }));
  return {
    compact: compactText(normalized),
    words: words.map((word, index) => ({
      word: new SpelledWord(word),
      bare: new SpelledWord(withoutChineseTitle(word)),
      joined: runs.filter(({ has }) => has(index)).map((run) => run.word),
    })),
  };
}

/** A match of a word, and how near another spelling is, from 0 to 1. */
interface Match {
  grade: MatchGrade;
  nearness: number;
}

const NO_MATCH: Match = { grade: MatchGrade.NONE, nearness: 0 };
const EXACT: Match = { grade: MatchGrade.EXACT, nearness: 1 };
const PREFIX: Match = { grade: MatchGrade.PREFIX, nearness: 1 };
const FUZZY: Match = { grade: MatchGrade.FUZZY, nearness: 1 };
const spelling = (nearness = 1): Match => ({ grade: MatchGrade.SPELLING, nearness });
const better = (a: Match, b: Match): Match =>
  b.grade > a.grade || (b.grade === a.grade && b.nearness > a.nearness) ? b : a;

function scoreName({ compact, words }: Query, name: string, isPerson: boolean): number {
  const compactName = compactText(name);
  if (compact === '' || compactName === '') return 0;
  if (compact === compactName) return 1;
  const nameWords = splitWords(name);
  const single = nameWords.map((word) => new SpelledWord(word));
  let runsOfName: readonly SpelledWord[] | undefined;
  const joined = () =>
    (runsOfName ??= joinedRunsOf(nameWords.slice(0, MAX_QUERY_WORDS)).map((run) => new SpelledWord(run.joined)));
  const best = (word: SpelledWord, others: readonly SpelledWord[], areRuns: boolean, atLeast: Match): Match =>
    others.reduce(
      (match, other) =>
        match.grade === MatchGrade.EXACT ? match : better(match, matchWords(word, other, isPerson, areRuns)),
      atLeast,
    );
  const matchOf = ({ word, bare, joined: runs }: QueryWord): Match => {
    const wanted = isPerson ? bare : word;
    const alone = best(wanted, single, false, NO_MATCH);
    if (alone.grade === MatchGrade.EXACT) return alone;
    return runs.reduce((match, run) => best(run, single, true, match), best(wanted, joined(), true, alone));
  };
  const all = words.map((query) => ({ text: query.word.text, ...matchOf(query) }));
  const counts = ({ text, grade }: (typeof all)[number]) =>
    grade !== MatchGrade.NONE || !(isTitle(text) || isParticle(text));
  const counted = isPerson && all.some(counts) ? all.filter(counts) : all;
  const matched = counted.filter(({ grade }) => grade !== MatchGrade.NONE);
  const coverage = Math.min(1, matched.map(({ text }) => text).join('').length / compactName.length);
  if (matched.length === counted.length) {
    const worst = Math.min(...counted.map(({ grade }) => grade)) as MatchGrade;
    const nearness = Math.min(...counted.filter(({ grade }) => grade === worst).map((match) => match.nearness));
    return scoreInBand(worst, worst === MatchGrade.SPELLING ? 0.7 * nearness + 0.3 * coverage : coverage);
  }
  if (compactName.startsWith(compact)) return scoreInBand(MatchGrade.PREFIX, compact.length / compactName.length);
  const share = counted.reduce((sum, { grade }) => sum + grade, 0) / (MatchGrade.EXACT * counted.length);
  return BAND_WIDTH * share * (0.5 + coverage / 2);
}

/** A score from the bottom of a grade's band to just below the next. */
function scoreInBand(grade: MatchGrade, position: number): number {
  return BAND_WIDTH * (grade + 0.95 * position);
}

/** @param areRuns Whether one of them is several words as one, which is no name by itself and so not told by its sound. */
function matchWords(word: SpelledWord, name: SpelledWord, isPerson: boolean, areRuns: boolean): Match {
  if (word.text === name.text) return EXACT;
  if (name.text.startsWith(word.text)) return PREFIX;
  if (word.isCjk && name.isCjk) return matchCharacters(word.text, name.text);
  const areBothRoman = word.isRoman && name.isRoman;
  if (!areBothRoman && word.latin === name.latin && word.latin !== '') return spelling();
  if (isPerson && name.text.length === 1 && word.latin.startsWith(name.latin)) return spelling();
  if (isPerson && isShortForm(word.latin, name.latin)) return spelling(SHORT_FORM_NEARNESS);
  const nearness = nearnessOf(word, name, isPerson);
  if (nearness > 0) return spelling(nearness);
  if (isFuzzy(word.text) && isWithinOneEdit(word.text, name.text)) return FUZZY;
  return !areRuns && soundAlike(word, name, isPerson) ? FUZZY : NO_MATCH;
}

/** How near two spellings are: 1 if they are of the same sounds, 0 if they are not near enough. */
function nearnessOf(word: SpelledWord, name: SpelledWord, isPerson: boolean): number {
  const areBothRoman = word.isRoman && name.isRoman;
  // Of what is no person, spellings have to tell more: Путин is not Bhutan. Without vowels they do not, and characters were not chosen for it.
  if (!isPerson && (areBothRoman || [word, name].some(({ lacksVowels, isCjk }) => lacksVowels || isCjk))) return 0;
  if (areBothRoman && Math.abs(word.text.length - name.text.length) > MAX_LENGTH_DIFFERENCE) return 0;
  const areShort = !isFuzzy(word.latin) || !isFuzzy(name.latin);
  if (areShort && (areBothRoman || !isPerson || Math.min(word.latin.length, name.latin.length) < 3)) return 0;
  const similarity = spellingSimilarity(word.plain, name.plain, areShort ? SLACK_OF_SHORT_WORDS : 0);
  if (similarity <= (isPerson ? 0 : NEAR_SPELLING)) return 0;
  return Math.max(0.01, (similarity - SPELLING_THRESHOLD) / (1 - SPELLING_THRESHOLD));
}

function soundAlike(word: SpelledWord, name: SpelledWord, isPerson: boolean): boolean {
  // Between words in Latin letters, nearness has said all.
  if ((word.isRoman && name.isRoman) || (!isPerson && (isHan(word) || isHan(name)))) return false;
  const enough = isPerson ? MIN_SOUND_LENGTH.person : MIN_SOUND_LENGTH.other;
  return word.sounds.some((sound) => sound.length >= enough && name.sounds.includes(sound));
}

const isHan = ({ text }: SpelledWord) => /\p{Script=Han}/u.test(text);

function matchCharacters(word: string, name: string): Match {
  if (name.includes(word)) return spelling();
  const pairs = bigramsOf(word);
  const shared = pairs.filter((pair) => name.includes(pair)).length;
  return shared > 0 && shared * 2 >= pairs.length ? FUZZY : NO_MATCH;
}
