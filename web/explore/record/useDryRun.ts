import { useQuery } from '@tanstack/react-query';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { useSettled } from '../parts/useSettled.ts';
import type { Draft } from './draft.ts';
import { type Lack, type Recording, lacksOf, recordingOf } from './input.ts';
import { type Recorded, send } from './send.ts';

/** A dry run takes its turn among the writers, so it is asked for when somebody stops for a moment, not for every letter. */
const SETTLED_AFTER_MS = 500;

/** What can be said of what the form has right now. */
export type DryRun =
  | { state: 'lacking'; lacks: readonly Lack[] }
  | { state: 'no key' }
  | { state: 'asking' }
  | { state: 'failed'; error: Error; again: () => void }
  /** The answer to exactly what the form has; `allowDuplicate` says whether it is to be recorded as another. */
  | { state: 'answered'; recording: Recording; answer: Recorded; allowDuplicate: boolean };

/**
 * Asks what recording would do, as the form is filled in. An answer that is no longer to the point is not waited for. Only when
 * everything much alike has been called another is it asked again, as another.
 */
export function useDryRun(draft: Draft): DryRun {
  const key = useKey();
  const lang = useLang();
  const lacks = lacksOf(draft);
  const text = lacks.length > 0 ? '' : JSON.stringify(recordingOf(draft));
  const settled = useSettled(text, SETTLED_AFTER_MS);
  const enabled = key !== null && settled !== '' && settled === text;
  const ask = (allowDuplicate: boolean, enabledToo: boolean) => ({
    queryKey: ['dry run', settled, allowDuplicate, lang],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      send(JSON.parse(settled) as Recording, { dryRun: true, allowDuplicate }, lang, signal),
    enabled: enabled && enabledToo,
    gcTime: 0,
  });
  const first = useQuery(ask(false, true));
  const similar = first.data?.possibleDuplicates.map(({ entity }) => entity.key) ?? [];
  const areOthers = similar.length > 0 && similar.every((each) => draft.others.includes(each));
  const second = useQuery(ask(true, areOthers));
  const decisive = areOthers ? second : first;

  if (lacks.length > 0) return { state: 'lacking', lacks };
  if (key === null) return { state: 'no key' };
  if (settled !== text) return { state: 'asking' };
  if (decisive.error) return { state: 'failed', error: decisive.error, again: () => void decisive.refetch() };
  if (decisive.data === undefined || decisive.isFetching) return { state: 'asking' };
  const recording = JSON.parse(settled) as Recording;
  return { state: 'answered', recording, answer: decisive.data, allowDuplicate: areOthers };
}

/** Whether what was asked can be recorded as it is. */
export const canBeRecorded = (dryRun: DryRun): dryRun is Extract<DryRun, { state: 'answered' }> =>
  dryRun.state === 'answered' &&
  dryRun.answer.problems.length === 0 &&
  dryRun.answer.possibleDuplicates.length === 0 &&
  dryRun.answer.changes.length > 0;
