import { normalizeText } from '../../domain/names/normalize-text.ts';
import { isGeneration } from '../../domain/names/person-words.ts';
import { type KnownName } from '../../record/resolve/known-names.ts';
import { tokensOf } from './tokens.ts';

/** Words by which a text may mention a node. */
export interface Form extends KnownName {
  /** True for a surname alone: others may have it. */
  isSurname: boolean;
}

/** All names of the graph, to be found in a text. */
export class Lexicon {
  /** By their words with spaces between. */
  readonly #forms = new Map<string, Form[]>();
  /** The number of words of the longest name that begins with this one. */
  readonly #longest = new Map<string, number>();

  constructor(names: readonly KnownName[]) {
    for (const name of names) {
      const words = tokensOf(name.value).map(({ word }) => word);
      this.#add(words, { ...name, isSurname: false });
      if (name.type !== 'Official' || words.length < 2) continue;
      // Run together, as PDF and sloppy web pages have it.
      this.#add([words.join('')], { ...name, isSurname: false });
      const surname = surnameOf(name.value);
      if (surname !== null)
        this.#add(
          tokensOf(surname).map(({ word }) => word),
          { ...name, value: surname, isSurname: true },
        );
    }
  }

  #add(words: readonly string[], form: Form): void {
    const [first] = words;
    if (first === undefined) return;
    const key = words.join(' ');
    const alike = this.#forms.get(key) ?? [];
    if (alike.some(({ key: other, isSurname }) => other === form.key && isSurname === form.isSurname)) return;
    this.#forms.set(key, [...alike, form]);
    this.#longest.set(first, Math.max(words.length, this.#longest.get(first) ?? 0));
  }

  /** The longest name whose words begin the given ones, with their number; null for none. `accepts` sees each way to write it. */
  longest(
    words: readonly string[],
    accepts: (form: Form, length: number) => boolean,
  ): { forms: Form[]; length: number } | null {
    for (let length = Math.min(words.length, this.#longest.get(words[0]!) ?? 0); length > 0; length -= 1) {
      const forms = (this.#forms.get(words.slice(0, length).join(' ')) ?? []).filter((form) => accepts(form, length));
      if (forms.length > 0) return { forms, length };
    }
    return null;
  }
}

/** The last word of a name of several, where that is the surname; of Han characters only what stands after a point. */
function surnameOf(name: string): string | null {
  const parts = name
    .trim()
    .split(/[\s·・‧]+/u)
    .filter((part) => !isGeneration(normalizeText(part)));
  const last = parts.at(-1);
  return parts.length < 2 || last === undefined || [...last].length < 2 ? null : last;
}
