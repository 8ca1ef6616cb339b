/** Words by which a text may name a thing. */
export interface Form {
  ref: string;
  words: string;
  /** Countries are named inside longer names too: a ministry's name names its country. */
  country: boolean;
  /** The paragraphs in which the words stand for the thing; null for all. */
  paragraphs: readonly string[] | null;
}

interface Occurrence {
  form: Form;
  from: number;
  to: number;
}

/** What a paragraph names, and what looks so but only stands inside a longer name. */
export interface Mentions {
  named: ReadonlySet<string>;
  /** The longer words, by the thing whose name they swallow everywhere in the paragraph. */
  swallowed: ReadonlyMap<string, string>;
}

/**
 * Finds what a paragraph names. Of two names that stand in one place only the longer is meant: the Department of Defense
 * is not named where the text says Secretary of Defense, though its Chinese name is the beginning of the other. A country
 * is named inside the name of anything but another country.
 */
export function mentionsIn(label: string, paragraph: string, forms: readonly Form[]): Mentions {
  const text = plain(paragraph);
  const here = forms.filter(({ paragraphs }) => paragraphs === null || paragraphs.includes(label));
  const occurrences = here.flatMap((form) => occurrencesOf(form, text));
  const named = new Set<string>();
  const swallowed = new Map<string, string>();
  for (const occurrence of occurrences) {
    const longer = occurrences.find((other) => swallows(other, occurrence));
    if (longer === undefined) named.add(occurrence.form.ref);
    else swallowed.set(occurrence.form.ref, longer.form.words);
  }
  return { named, swallowed };
}

const swallows = (longer: Occurrence, { form, from, to }: Occurrence) =>
  longer.form.ref !== form.ref &&
  longer.from <= from &&
  longer.to >= to &&
  longer.to - longer.from > to - from &&
  (!form.country || longer.form.country);

function occurrencesOf(form: Form, text: string): Occurrence[] {
  const words = plain(form.words);
  const found: Occurrence[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length;
    if (!runsOn(text, from) && !runsOn(text, to)) found.push({ form, from, to });
  }
  return found;
}

/** True where a word of an alphabet goes on across this place: `US` is not in `RUSSIA`, but `X` is in `媒體X貼文`. */
function runsOn(text: string, place: number): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{2}$/u.test(
    text.slice(Math.max(0, place - 1), place + 1),
  );
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
