import { bigramsOf, charactersOf, compactText, isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { isTitle, withoutChineseTitle } from './person-words.ts';
import { isRoman, romanize } from './romanize.ts';
import { isFuzzy, isWithinOneEdit, MIN_UNRANKED_FUZZY_LENGTH } from './one-edit.ts';
import {
  firstLetterToken,
  initialToken,
  MAX_NAME_WORDS,
  joinedRunsOf,
  soundToken,
  soundTokens,
  wholeTokens,
  TITLE_TOKEN,
  truncateToken,
  wholeToken,
} from './search-tokens.ts';

/** The part of a search text that is used. */
export const MAX_QUERY_LENGTH = 200;
export const MAX_QUERY_WORDS = MAX_NAME_WORDS;

/** Tokens of shorter sounds find too much, where nothing ranks what is found: Путин and Bhutan sound alike. */
const MIN_SOUND_LENGTH = soundToken('astn').length;

/**
 * One way to find a word: a token as it is, one that begins so, one with one edit, or several tokens together. The boost is how much it
 * tells.
 */
type Term =
  | { match: 'EXACT' | 'PREFIX' | 'FUZZY'; token: string; boost: number }
  | { match: 'TOGETHER'; tokens: readonly string[] };

const exact = (token: string, boost: number): Term => ({ token: truncateToken(token), match: 'EXACT', boost });
const prefix = (token: string, boost: number): Term => ({ token: truncateToken(token), match: 'PREFIX', boost });
const fuzzy = (token: string): Term => ({ token: truncateToken(token), match: 'FUZZY', boost: 1 });
const together = (tokens: readonly string[]): Term => ({ tokens: tokens.map(truncateToken), match: 'TOGETHER' });

/** What a search text asks for. */
interface Wanted {
  /** Each of its words, in one of several ways. */
  words: Term[][];
  /** Or all of them as one word, or as a whole name. */
  whole: Term[];
  /** What makes a find better, but finds too much alone. */
  hints: Term[];
}

/** Whether one word is enough, or every one has to be found. */
export type WordsWanted = 'ANY' | 'EVERY';

/**
 * What to look for among the tokens of src/domain/names/search-tokens.ts. Each word may match exactly, as a prefix, with one edit (from
 * four letters on, five where nothing ranks), joined to its neighbours, by its spelling in Latin letters or by its sound; exact matches tell most. An
 * initial matches every name that begins with it, and a name its initial.
 *
 * Where every word has to be found, less is forgiven, since nothing ranks what is found: words in Latin letters by sound are not, and two
 * or three capitals are an abbreviation, which is no prefix (`UK` is not Ukraine). A title matches every person.
 */
function wanted(text: string, which: WordsWanted): Wanted {
  const used = text.slice(0, MAX_QUERY_LENGTH);
  const normalized = normalizeText(used);
  const words = splitWords(normalized).slice(0, MAX_QUERY_WORDS);
  const runs = joinedRunsOf(words);
  if (which === 'EVERY')
    return {
      words: everyWord(words, runs, abbreviationsIn(used)),
      whole: words.length > 1 ? asOneWord(normalized) : [],
      hints: [],
    };
  const terms = [...new Set(words)].map((word) => [
    ...asWritten(word),
    ...withOneEdit(word),
    ...(isCjk(word) ? somePairs(word) : []),
    ...otherSpellings(word, which),
  ]);
  const bare = words.map(withoutChineseTitle).join('');
  const named = [
    ...wholeTokens(normalized).map((token, index) => exact(token, index === 0 ? 16 : 4)),
    ...(bare === compactText(normalized) ? [] : [exact(bare, 8)]),
  ];
  if (words.length < 2) return { words: terms, whole: named, hints: [] };
  const joined = runs.filter((run) => run.joined !== compactText(normalized)).map(toJoined);
  const begun = prefix(compactText(normalized), 4);
  return { words: terms, whole: [...named, begun, ...joined], hints: words.flatMap(initials) };
}

/** What each word may be found by, and at last that one is found by more than an initial or a title, by which many people are. */
function everyWord(
  words: readonly string[],
  runs: ReturnType<typeof joinedRunsOf>,
  abbreviations: ReadonlySet<string>,
): Term[][] {
  const distinct = [...new Set(words)];
  const strong = distinct.map((word) => [
    ...asWritten(word, abbreviations.has(word)),
    ...withOneEdit(word, MIN_UNRANKED_FUZZY_LENGTH),
    ...(isCjk(word) ? allPairs(word) : []),
    ...runs.filter(({ has }) => has(words.indexOf(word))).map(toJoined),
    ...otherSpellings(word, 'EVERY'),
  ]);
  if (words.length === 1) return strong;
  const terms = distinct.map((word, index) => [
    ...strong[index]!,
    ...initials(word),
    ...(isTitle(word) ? [exact(TITLE_TOKEN, 1)] : []),
  ]);
  const told = distinct.flatMap((word, index) => (charactersOf(word).length > 1 ? strong[index]! : []));
  return told.length === 0 ? terms : [...terms, told];
}

const asOneWord = (normalized: string) => [exact(compactText(normalized), 8), prefix(compactText(normalized), 4)];
const toJoined = ({ joined }: { joined: string }) => exact(joined, 6);

const asWritten = (word: string, isAbbreviation = false): Term[] => [
  exact(word, 8),
  ...(isCjk(word) || (charactersOf(word).length > 1 && !isAbbreviation) ? [prefix(word, 4)] : []),
];

const withOneEdit = (word: string, minLength?: number): Term[] =>
  isCjk(word) || !isFuzzy(word, minLength) ? [] : [fuzzy(word)];

/** In scripts without spaces a word may be part of a longer one: some of its characters stand there in pairs, which ranking weighs. */
function somePairs(word: string): Term[] {
  const pairs = bigramsOf(word);
  return pairs.length > 1 ? pairs.map((pair) => exact(pair, 1)) : [];
}

/** Or all of them, or, of a person, the word without a title at its end. */
function allPairs(word: string): Term[] {
  const pairs = bigramsOf(word);
  const bare = withoutChineseTitle(word);
  return [...(pairs.length > 1 ? [together(pairs)] : []), ...(bare === word ? [] : [together([bare, TITLE_TOKEN])])];
}

function otherSpellings(word: string, which: WordsWanted): Term[] {
  if (isRoman(word)) return which === 'ANY' ? soundTokens(word).map((token) => exact(token, 1)) : [];
  const latin = charactersOf(word).length > 1 ? romanize(word).join('') : '';
  if (latin === '' || !isRoman(latin)) return [];
  const enough = which === 'EVERY' ? MIN_SOUND_LENGTH : 0;
  const sounds = soundTokens(latin).filter(({ length }) => length >= enough);
  const terms = [exact(latin, 6), ...sounds.map((token) => exact(token, 1))];
  return isFuzzy(latin) && !isCjk(word) ? [...terms, prefix(latin, 3), fuzzy(latin)] : terms;
}

/** An initial finds the names that begin with it, and a name those that are given by its initial. */
function initials(word: string): Term[] {
  const [latin = ''] = isCjk(word) ? [] : romanize(word);
  if (!/^[a-z]/.test(latin)) return [];
  return [exact(charactersOf(word).length === 1 ? firstLetterToken(latin[0]!) : initialToken(latin[0]!), 1)];
}

/** Words of two or three capitals. */
function abbreviationsIn(text: string): Set<string> {
  return new Set((text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu) ?? []).map(normalizeText));
}

/**
 * The Lucene query for a search text; null if it has no letter or digit. Query syntax cannot be injected: tokens have letters, digits,
 * marks and underscores only, and lower case is never a Lucene operator.
 */
export function searchQuery(text: string, which: WordsWanted = 'ANY'): string | null {
  const { words, whole, hints } = wanted(text, which);
  if (words.length === 0) return null;
  const clauses = words.map((terms) => `(${terms.map(toClause).join(' OR ')})`).join(which === 'EVERY' ? ' AND ' : ' ');
  if (whole.length === 0) return clauses;
  const found = `(${clauses}) OR ${whole.map(toClause).join(' OR ')}`;
  return hints.length === 0 ? found : `+(${found}) ${hints.map(toClause).join(' ')}`;
}

/** Names beyond this many are looked for as wholes only. */
const MAX_NAMES_IN_WORDS = 6;

/**
 * The Lucene query for entities that may have one of these names, to be compared with them; null if none has a letter or digit. It is asked for
 * every entity of an import, so it looks for tokens only: slips are found by what else is alike in the name, and by sound. Of names of several
 * words that are of no person only the words as they are written tell enough.
 */
export function candidatesQuery(names: readonly string[], isPerson: boolean): string | null {
  const normalized = new Set(names.map((name) => normalizeText(name.slice(0, MAX_QUERY_LENGTH))));
  normalized.delete('');
  const terms = [...normalized].flatMap((name, index) => {
    const words = splitWords(name).slice(0, MAX_QUERY_WORDS);
    const whole = exact(wholeToken(compactText(name)), 16);
    if (index >= MAX_NAMES_IN_WORDS) return [whole];
    if (!isPerson && words.length > 1) return [...words.map((word) => exact(word, 8)), whole];
    const all = wanted(name, 'ANY');
    return [...all.words.flat(), ...all.whole].filter(({ match }) => match === 'EXACT');
  });
  return terms.length === 0 ? null : [...new Set(terms.map(toClause))].join(' ');
}

function toClause(term: Term): string {
  if (term.match === 'TOGETHER') return `(${term.tokens.map((token) => `+${token}`).join(' ')})`;
  const { token, match, boost } = term;
  if (match === 'FUZZY') return `${token}~1`;
  return `${token}${match === 'PREFIX' ? '*' : ''}${boost === 1 ? '' : `^${boost}`}`;
}

/** Whether {@link searchQuery} with `EVERY` finds a node with these tokens: the same rule without an index. */
export function hasEveryWord(text: string, tokens: string): boolean {
  const { words, whole } = wanted(text, 'EVERY');
  const indexed = tokens.split(' ');
  const isFound = (term: Term): boolean => {
    switch (term.match) {
      case 'EXACT':
        return indexed.includes(term.token);
      case 'PREFIX':
        return indexed.some((each) => each.startsWith(term.token));
      case 'FUZZY':
        return indexed.some((each) => isWithinOneEdit(term.token, each));
      case 'TOGETHER':
        return term.tokens.every((token) => indexed.includes(token));
    }
  };
  return (words.length > 0 && words.every((terms) => terms.some(isFound))) || whole.some(isFound);
}
