/// <reference lib="dom" />
import { createContext, use } from 'react';
import type { ProblemFoundFragment } from '../api/documents.generated.ts';
import { inWords } from '../words.ts';
import type { Chosen, Draft } from './draft.ts';

/** Something to mend or to look at, at a field, with what was probably meant. */
export interface Trouble {
  /** Missing where something only lacks. */
  code?: ProblemFoundFragment['code'];
  message: string;
  suggestions: ProblemFoundFragment['suggestions'];
}

/** The form that is being filled in, for all that is part of it. */
export interface Form {
  draft: Draft;
  change: (change: Partial<Draft> | ((draft: Draft) => Draft)) => void;
  /** What is wrong, by field. */
  problems: ReadonlyMap<string, readonly Trouble[]>;
  /** What is probably a slip, by field. */
  warnings: ReadonlyMap<string, readonly Trouble[]>;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = use(FormContext);
  if (form === null) throw new Error('A field stands outside the form.');
  return form;
}

/** The id of the control of a field. */
export const idOfField = (field: string): string => `field-${field}`;

/** Brings the reader to a field: to its control, or to the first one within it. */
export function goToField(field: string): void {
  const place = document.getElementById(idOfField(field)) ?? document.getElementById(idOfField('form'));
  const closed = place?.closest('details');
  if (closed) closed.open = true;
  const control = place?.matches('input, select, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('input, select, textarea, button');
  (control ?? place)?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'center' });
}

/** What can be chosen of something that the API gave. */
export const chosenOf = ({
  __typename,
  key,
  name,
  title,
}: {
  __typename: string;
  key: string;
  name?: string;
  title?: string | null;
}): Chosen => ({
  __typename,
  key,
  name: (name ?? title) || key,
});

/** What something of a type is called in the form. */
export const nounOf = (typeName: string): string => (typeName === 'Official' ? 'person' : inWords(typeName));
