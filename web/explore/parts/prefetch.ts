import {
  CountryPageDocument,
  MeetingPageDocument,
  OfficialPageDocument,
  OrganizationPageDocument,
} from '../api/documents.generated.ts';
import { type Question, answers } from '../api/ask.ts';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { queryOf } from './Ask.tsx';
import type { Linked } from './linked.ts';
import { today } from './today.ts';

/** What the pages that are opened most ask first: the same question with the same variables, so that its answer is theirs. */
const FIRST_ASKED: Readonly<Record<string, (ref: string) => readonly [Question<unknown, never>, object]>> = {
  Meeting: (ref) => [MeetingPageDocument, { ref, knownAt: null }],
  Official: (ref) => [OfficialPageDocument, { ref }],
  Country: (ref) => [CountryPageDocument, { ref, today: today() }],
  Organization: (ref) => [OrganizationPageDocument, { ref }],
};

/** Asks what the page of a thing will ask, while its link is being pointed at: mostly the answer is there when it is opened. */
export function usePrefetch({ __typename, key }: Linked): (() => void) | undefined {
  const lang = useLang();
  const hasKey = useKey() !== null;
  const asked = FIRST_ASKED[__typename];
  if (asked === undefined) return undefined;
  return () => {
    const [question, variables] = asked(key);
    void answers.prefetchQuery(queryOf(question as Question<unknown, object>, { ...variables, lang }, hasKey));
  };
}
