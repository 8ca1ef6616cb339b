import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { answers } from '../api/ask.ts';
import type { DoneChangeFragment, ProblemFoundFragment } from '../api/documents.generated.ts';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { Coming, Failed } from '../parts/Ask.tsx';
import { NeedsKey } from '../parts/NeedsKey.tsx';
import { Notice } from '../parts/Notice.tsx';
import { InWords } from '../record/InWords.tsx';
import { messageInWords } from '../record/messages-in-words.ts';
import { newId } from '../record/new-id.ts';
import { capitalised } from '../words.ts';

/** What every mutation that decides something answers. */
export interface Outcome {
  changes: readonly DoneChangeFragment[];
  problems: readonly ProblemFoundFragment[];
  warnings: readonly ProblemFoundFragment[];
}

/** What such a mutation takes beside what it decides. */
export interface DecisionOptions {
  reason: string;
  dryRun: boolean;
  idempotencyKey?: string;
  lang: string[];
}

/** A dry run needs a reason, too, which is written nowhere. */
const DRY_REASON = 'A dry run.';

/**
 * Decides something, with a reason: what it would change stands there in words before it can be done. `id` names what is
 * decided, so that its dry run is asked for anew when that changes.
 */
export function Decision<Answer extends Outcome>({
  id,
  verb,
  decide,
  onDone,
  onCancel,
  children,
}: {
  id: readonly unknown[];
  /** What is done, as on a button: `Accept the claim`. */
  verb: string;
  decide: (options: DecisionOptions, signal?: AbortSignal) => Promise<Answer>;
  onDone: () => void;
  onCancel: () => void;
  /** What else there is to choose, once it is known what would change. */
  children?: (answer: Answer) => ReactNode;
}) {
  const key = useKey();
  const lang = useLang();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(newId);
  const reasonId = useId();
  const dryRun = useQuery({
    queryKey: ['decision', ...id, lang],
    queryFn: ({ signal }) => decide({ reason: DRY_REASON, dryRun: true, lang }, signal),
    enabled: key !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const deciding = useMutation({
    mutationFn: () => decide({ reason: reason.trim(), dryRun: false, idempotencyKey, lang }),
    onSuccess: async ({ problems }) => {
      if (problems.length > 0) return;
      onDone();
      await answers.invalidateQueries();
    },
  });
  if (key === null) return <NeedsKey for="Deciding" />;
  const problems = deciding.data?.problems ?? dryRun.data?.problems ?? [];
  const isPossible = dryRun.data !== undefined && problems.length === 0 && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPossible && !deciding.isPending) deciding.mutate();
  };
  return (
    <form className="decision" onSubmit={submit} aria-label={verb}>
      <div className="decision-words">
        {dryRun.error ? (
          <Failed error={dryRun.error} again={() => void dryRun.refetch()} />
        ) : dryRun.data === undefined ? (
          <Coming />
        ) : (
          <>
            <p>This would change:</p>
            <InWords changes={dryRun.data.changes} nothing="Nothing but the history of the record." />
            {dryRun.data.warnings.map(({ message }) => (
              <Notice key={message} kind="warning">
                {capitalised(messageInWords(message))}
              </Notice>
            ))}
            {children?.(dryRun.data)}
          </>
        )}
      </div>
      {problems.map(({ message }) => (
        <Notice key={message} kind="problem">
          {capitalised(messageInWords(message))}
        </Notice>
      ))}
      {deciding.error && <Failed error={deciding.error} />}
      <label htmlFor={reasonId}>Why, in your words</label>
      <textarea
        id={reasonId}
        required
        rows={2}
        maxLength={2_000}
        value={reason}
        autoFocus
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div className="choices">
        <button type="submit" className="main" aria-disabled={!isPossible || deciding.isPending}>
          {deciding.isPending ? 'Recording …' : verb}
        </button>
        <button type="button" onClick={onCancel}>
          Not now
        </button>
      </div>
    </form>
  );
}
