import { type Question, onlyRef, refsAskedFor, titleInWords } from '../../query/questions/in-words.ts';
import { type NamedThing } from '../../query/questions/named.ts';

/** What a list is about. */
export interface Subject {
  /** `Meetings (body: Ukraine Defense Contact Group)` */
  title: string;
  /** What the list was asked for alone; null where that is not one thing, or nothing is known of it. */
  thing: NamedThing | null;
}

/**
 * What a list is about, in words, with the names of what its conditions refer to.
 *
 * @param what What the list is called: `Meetings`.
 */
export async function subjectOf(
  what: string,
  question: Question,
  readNamed: (refs: readonly string[], lang: readonly string[]) => Promise<readonly (NamedThing | null)[]>,
): Promise<Subject> {
  const refs = refsAskedFor(question);
  const found = await readNamed(refs, (question.values.lang ?? []) as readonly string[]);
  const named = new Map(refs.map((ref, index) => [ref, found[index] ?? null]));
  const nameOf = new Map(refs.map((ref) => [ref, named.get(ref)?.name ?? ref]));
  return { title: titleInWords(what, question, nameOf), thing: named.get(onlyRef(question) ?? '') ?? null };
}
