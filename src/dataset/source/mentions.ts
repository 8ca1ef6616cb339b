/** Words by which a text may mention a node. */
export interface NameForm {
  ref: string;
  words: string;
  /** Countries are mentioned by longer names too: the name of a ministry contains that of its country. */
  isCountry: boolean;
  /** The paragraphs in which the words refer to the node; null for all. */
  paragraphs: readonly string[] | null;
}

interface Occurrence {
  form: NameForm;
  from: number;
  to: number;
}

/** The nodes that a paragraph mentions, and those whose names occur only within longer names. */
export interface Mentions {
  named: ReadonlySet<string>;
  /** The longer name, by the node whose own name occurs only within it. */
  shadowed: ReadonlyMap<string, string>;
}

/**
 * Finds the nodes that a paragraph mentions. Of overlapping names only the longest counts: the Department of Defense is not
 * mentioned where the text says Secretary of Defense, although its Chinese name is a prefix of the other. A country is also
 * mentioned within the name of anything but another country.
 */
export function findMentions(label: string, paragraph: string, forms: readonly NameForm[]): Mentions {
  const text = normalizeSpaces(paragraph);
  const applicable = forms.filter(({ paragraphs }) => paragraphs === null || paragraphs.includes(label));
  const occurrences = applicable.flatMap((form) => findOccurrences(form, text));
  const named = new Set<string>();
  const shadowed = new Map<string, string>();
  for (const occurrence of occurrences) {
    const longer = occurrences.find((other) => shadows(other, occurrence));
    if (longer === undefined) named.add(occurrence.form.ref);
    else shadowed.set(occurrence.form.ref, longer.form.words);
  }
  return { named, shadowed };
}

const shadows = (longer: Occurrence, { form, from, to }: Occurrence) =>
  longer.form.ref !== form.ref &&
  longer.from <= from &&
  longer.to >= to &&
  longer.to - longer.from > to - from &&
  (!form.isCountry || longer.form.isCountry);

function findOccurrences(form: NameForm, text: string): Occurrence[] {
  const words = normalizeSpaces(form.words);
  const found: Occurrence[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length;
    if (!isInsideWord(text, from) && !isInsideWord(text, to)) found.push({ form, from, to });
  }
  return found;
}

/** True inside a word of an alphabetic script: `US` is not in `RUSSIA`, but `X` is in `媒體X貼文`. */
function isInsideWord(text: string, place: number): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{2}$/u.test(
    text.slice(Math.max(0, place - 1), place + 1),
  );
}

const normalizeSpaces = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
