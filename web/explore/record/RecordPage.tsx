/// <reference lib="dom" />
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { AskError, answers } from '../api/ask.ts';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { Failed } from '../parts/Ask.tsx';
import { NeedsKey } from '../parts/NeedsKey.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { Done } from './Done.tsx';
import { type Draft, type SourceDraft, emptyDraft } from './draft.ts';
import { DryRunPanel } from './DryRunPanel.tsx';
import { Troubles } from './Field.tsx';
import { FormContext, type Form, type Trouble, goToField, idOfField } from './form.ts';
import { MeetingFields } from './MeetingFields.tsx';
import { newId } from './new-id.ts';
import { Participants } from './Participants.tsx';
import { usePrefill } from './usePrefill.tsx';
import { fieldOf } from './problems.ts';
import { type Recorded, send } from './send.ts';
import { SourceFields } from './SourceFields.tsx';
import { useDraft } from './useDraft.ts';
import { type DryRun, canBeRecorded, useDryRun } from './useDryRun.ts';

/** Where a person records a meeting as one source tells of it, with what that would do beside it. */
export default function RecordPage() {
  const { draft, setDraft, isUnsaved } = useDraft();
  const [done, setDone] = useState<{ recorded: Recorded; source: SourceDraft } | null>(null);
  const prefill = usePrefill(isUnsaved, (next) => {
    setDone(null);
    setDraft(next);
  });
  const key = useKey();
  useEffect(() => {
    scrollTo({ top: 0 });
  }, [done]);
  if (done !== null)
    return (
      <Done
        recorded={done.recorded}
        again={(keeping) => {
          setDone(null);
          setDraft(emptyDraft(newId(), keeping ? done.source : undefined));
        }}
      />
    );
  return (
    <Page
      title="Record a meeting"
      kicker={
        <>
          As one source tells of it · <Link href="/explore/review">What waits for review</Link>
        </>
      }
      lead="Beside the form stands what recording it would change. Nothing is written before you press “Record”."
    >
      {key === null && <NeedsKey for="Recording" />}
      {prefill}
      <MeetingForm
        draft={draft}
        setDraft={setDraft}
        onRecorded={(recorded) => {
          setDone({ recorded, source: draft.source });
          setDraft(emptyDraft(newId()));
        }}
        startOver={isUnsaved ? () => setDraft(emptyDraft(newId())) : null}
      />
    </Page>
  );
}

function MeetingForm({
  draft,
  setDraft,
  onRecorded,
  startOver,
}: {
  draft: Draft;
  setDraft: (change: (draft: Draft) => Draft) => void;
  onRecorded: (recorded: Recorded) => void;
  startOver: (() => void) | null;
}) {
  const lang = useLang();
  const dryRun = useDryRun(draft);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ of: string; recorded: Recorded } | null>(null);
  const recording = useMutation({
    mutationFn: ({ recording: what, allowDuplicate }: Extract<DryRun, { state: 'answered' }>) =>
      send(what, { allowDuplicate, idempotencyKey: draft.idempotencyKey }, lang),
    onSuccess: (recorded, { recording: what }) => {
      if (recorded.problems.length > 0 || recorded.possibleDuplicates.length > 0)
        setRefused({ of: JSON.stringify(what), recorded });
      else onRecorded(recorded);
      void answers.invalidateQueries();
    },
  });
  const shown = shownOf(dryRun, refused);
  const form = useMemo(
    (): Form => ({
      draft,
      change: (change) => setDraft((now) => (typeof change === 'function' ? change(now) : { ...now, ...change })),
      ...troublesOf(shown, draft, isTried),
    }),
    [draft, setDraft, shown, isTried],
  );
  const recordIt = () => {
    setTried(true);
    if (recording.isPending) return;
    if (canBeRecorded(shown)) recording.mutate(shown);
    else goToFirst(shown, draft);
  };
  return (
    <FormContext value={form}>
      <div className="recording">
        {/* Enter in a field sends nothing: only the button records. */}
        <form onSubmit={(event) => event.preventDefault()} noValidate aria-label="The meeting and its source">
          <SourceFields />
          <MeetingFields />
          <Participants />
        </form>
        <DryRunPanel dryRun={shown}>
          <div className="record-it" id={idOfField('form')} tabIndex={-1}>
            <Troubles name="form" />
            {recording.error && (
              <NotRecorded
                error={recording.error}
                anew={() => {
                  recording.reset();
                  setDraft((now) => ({ ...now, idempotencyKey: newId() }));
                }}
              />
            )}
            <button
              type="button"
              className="main"
              aria-disabled={!canBeRecorded(shown) || recording.isPending}
              onClick={recordIt}
            >
              {recording.isPending ? 'Recording …' : 'Record'}
            </button>{' '}
            {startOver && <StartOver startOver={startOver} />}
            <p className="aside">
              What you type is kept in this tab, without your key, until it is recorded or you start over.
            </p>
          </div>
        </DryRunPanel>
      </div>
    </FormContext>
  );
}

/** Why there is no answer to a recording. If an earlier call got through, what was changed since is another recording. */
function NotRecorded({ error, anew }: { error: Error; anew: () => void }) {
  if (error instanceof AskError && error.code === 'IDEMPOTENCY_KEY_REUSED')
    return (
      <Notice kind="warning">
        <p>What you sent before was recorded, though its answer was lost. What you have changed since is not.</p>
        <button type="button" onClick={anew}>
          Record the changes, too
        </button>
      </Notice>
    );
  return (
    <>
      <Failed error={error} />
      <p className="aside">
        What you typed is still here. Press “Record” again: however often it arrives, it is recorded once.
      </p>
    </>
  );
}

function StartOver({ startOver }: { startOver: () => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" onClick={() => setAsking(true)}>
        Start over
      </button>
    );
  return (
    <Notice kind="warning">
      <p>Everything in the form goes.</p>
      <button type="button" autoFocus onClick={startOver}>
        Yes, start over
      </button>{' '}
      <button type="button" onClick={() => setAsking(false)}>
        Keep it
      </button>
    </Notice>
  );
}

/** What the dry run says; what the recording itself answered goes before that, while the form is the same. */
const shownOf = (dryRun: DryRun, refused: { of: string; recorded: Recorded } | null): DryRun =>
  refused !== null && dryRun.state === 'answered' && JSON.stringify(dryRun.recording) === refused.of
    ? { ...dryRun, answer: refused.recorded }
    : dryRun;

/** What is wrong at which field. What is only lacking is told there once somebody has tried to record. */
function troublesOf(dryRun: DryRun, draft: Draft, isTried: boolean): Pick<Form, 'problems' | 'warnings'> {
  if (dryRun.state === 'lacking')
    return {
      problems: byField(
        isTried
          ? dryRun.lacks
              .filter(({ isSaidThere }) => !isSaidThere)
              .map(({ field, message }) => [field, { message, suggestions: [] }])
          : [],
      ),
      warnings: new Map(),
    };
  if (dryRun.state !== 'answered') return { problems: new Map(), warnings: new Map() };
  const { problems, warnings } = dryRun.answer;
  return {
    problems: byField(problems.map((each) => [fieldOf(each.path, draft), each])),
    warnings: byField(warnings.map((each) => [fieldOf(each.path, draft), each])),
  };
}

function byField(entries: readonly (readonly [string, Trouble])[]): Map<string, Trouble[]> {
  return new Map(
    [...Map.groupBy(entries, ([field]) => field)].map(([field, of]) => [field, of.map(([, trouble]) => trouble)]),
  );
}

/** Brings the reader to the first thing that stands in the way. */
function goToFirst(dryRun: DryRun, draft: Draft): void {
  if (dryRun.state === 'lacking') goToField(dryRun.lacks[0]!.field);
  else if (dryRun.state === 'answered' && dryRun.answer.problems.length > 0)
    goToField(fieldOf(dryRun.answer.problems[0]!.path, draft));
  else document.querySelector<HTMLElement>('.dry-run button')?.focus();
}
