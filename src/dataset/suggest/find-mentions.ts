import { type Form, type Lexicon } from './lexicon.ts';
import { type Token, isWrittenAs, tokensOf } from './tokens.ts';

/** A place in a paragraph that names something. */
export interface Mention {
  /** The words of the text. */
  words: string;
  /** The node that is named; of several that may be, each. */
  keys: readonly string[];
  /** Why it may be none of them; null if it is sure. */
  doubt: string | null;
}

/** What a paragraph names. */
export interface ParagraphMentions {
  mentions: Mention[];
  /** Words that look like names, of nothing in the graph. */
  unknown: string[];
}

/** The names that the same words are, at a place of a paragraph. */
interface Found {
  forms: readonly Form[];
  from: number;
  to: number;
  /** The longer name within which they stand. */
  within: string | null;
  /** True for a title that does not say of whom it is: "the president". */
  isBareTitle: boolean;
}

/**
 * Finds the names of the graph in the paragraphs of a text, the longest at each place; a country also within the longer name of
 * something else. A surname alone is sure if exactly one who is named in full somewhere in the text has it.
 */
export function findNamesInText(paragraphs: readonly string[], lexicon: Lexicon): ParagraphMentions[] {
  const found = paragraphs.map((text) => [...new NameFinder(text, lexicon).find()]);
  const inFull = new Set(
    found.flat().flatMap(({ forms }) => (forms.length === 1 && !forms[0]!.isSurname ? [forms[0]!.key] : [])),
  );
  return paragraphs.map((text, index) => ({
    mentions: mentionsOf(found[index]!, text, inFull),
    unknown: unknownNames(text, found[index]!),
  }));
}

/** Finds names in one paragraph. */
class NameFinder {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #lexicon: Lexicon;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#tokens = tokensOf(text);
    this.#lexicon = lexicon;
  }

  *find(): Generator<Found> {
    for (let at = 0; at < this.#tokens.length;) {
      const match = this.#longest(at, this.#endOfPhrase(at));
      if (match === null) {
        at += 1;
        continue;
      }
      const end = at + match.length;
      const inner = match.length === 1 ? [] : this.#within(at, end, match.forms);
      const isOfSomebody = inner.some(({ forms }) => forms.some(({ type }) => OWNERS.includes(type)));
      yield {
        ...this.#place(at, end),
        forms: match.forms,
        within: null,
        isBareTitle: match.forms.every(isTitle) && !isOfSomebody,
      };
      if (!match.forms.some(isCountry)) yield* inner.filter(({ forms }) => forms.some(isCountry));
      at = end;
    }
  }

  /** The names within the words of a longer one. */
  #within(start: number, end: number, longer: readonly Form[]): Found[] {
    const inner: Found[] = [];
    const isOther = ({ key }: Form) => longer.every((form) => form.key !== key);
    for (let at = start; at < end; at += 1) {
      const match = this.#longest(at, at === start ? end - 1 : end, isOther);
      if (match === null) continue;
      const { from, to } = this.#place(start, end);
      const within = this.#text.slice(from, to);
      inner.push({ ...this.#place(at, at + match.length), forms: match.forms, within, isBareTitle: false });
      at += match.length - 1;
    }
    return inner;
  }

  #longest(at: number, end: number, accepts: (form: Form) => boolean = () => true) {
    const words = this.#tokens.slice(at, end).map(({ word }) => word);
    return this.#lexicon.longest(words, (form, length) => {
      const { from, to } = this.#place(at, at + length);
      return accepts(form) && isWrittenAs(form.value, this.#text.slice(from, to));
    });
  }

  #place(at: number, end: number): { from: number; to: number } {
    return { from: this.#tokens[at]!.from, to: this.#tokens[end - 1]!.to };
  }

  /** Where the phrase ends that goes on here: no name goes over the end of a sentence, a bracket or a quotation mark. */
  #endOfPhrase(at: number): number {
    const end = this.#tokens.findIndex(
      ({ from }, index) => index > at && ENDS_PHRASE.test(this.#text.slice(this.#tokens[index - 1]!.to, from)),
    );
    return end < 0 ? this.#tokens.length : end;
  }
}

const ENDS_PHRASE = /[\n;:!?。;:!?「」“”"()()]|\. /u;

const isCountry = ({ type }: Form) => type === 'Country';
/** What a title is of. */
const OWNERS: readonly string[] = ['Country', 'Organization', 'Place'];
/** Several have such a name: "defence secretary", "the delegation". */
const isTitle = ({ type, kind }: Form) => type === 'Post' || kind === 'INFORMAL_GROUP' || kind === 'GOVERNMENT';

/** The mentions of a paragraph, those of the same nodes once, the sure ones before the others. */
function mentionsOf(found: readonly Found[], text: string, inFull: ReadonlySet<string>): Mention[] {
  const mentions = new Map<string, Mention>();
  for (const name of found) {
    const mention = { words: text.slice(name.from, name.to).replace(/\s+/gu, ' '), ...judge(name, inFull) };
    const nodes = mention.keys.join(' ');
    const known = mentions.get(nodes);
    if (known === undefined || (known.doubt !== null && mention.doubt === null)) mentions.set(nodes, mention);
  }
  return [...mentions.values()].sort((a, b) => Number(a.doubt !== null) - Number(b.doubt !== null));
}

function judge({ forms, within, isBareTitle }: Found, inFull: ReadonlySet<string>): Omit<Mention, 'words'> {
  const whole = forms.filter(({ isSurname }) => !isSurname);
  const keys = [...new Set((whole.length > 0 ? whole : forms).map(({ key }) => key))];
  const named = keys.filter((key) => inFull.has(key));
  if (whole.length === 0) {
    return named.length === 1 ? { keys: named, doubt: null } : { keys, doubt: 'a surname alone' };
  }
  if (keys.length > 1) return { keys, doubt: 'a name of each of them' };
  if (isBareTitle) return { keys, doubt: 'others have this title too' };
  return { keys, doubt: within === null ? null : `only within ${within}` };
}

/** Two or more words with capitals, as names of people and bodies are written in alphabetic scripts. */
const CAPITALIZED =
  /\p{Lu}[\p{L}\p{M}'’-]+(?:[ \u00a0](?:(?:al|bin|ben|ibn|de|da|di|del|der|den|van|von|of|the|and|for) ){0,2}\p{Lu}[\p{L}\p{M}'’-]+)+/gu;

function unknownNames(text: string, found: readonly Found[]): string[] {
  const rest = found.reduce(
    (left, { from, to }) => left.slice(0, from) + '\n'.repeat(to - from) + left.slice(to),
    text,
  );
  return [...new Set([...rest.matchAll(CAPITALIZED)].map(([words]) => words))];
}
