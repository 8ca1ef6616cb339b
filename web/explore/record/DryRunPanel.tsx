import { type ReactNode } from 'react';
import { Failed } from '../parts/Ask.tsx';
import { Conflict } from '../parts/Conflicts.tsx';
import { NeedsKey } from '../parts/NeedsKey.tsx';
import { capitalised, counted } from '../words.ts';
import { conflictsMade } from './conflicts-made.ts';
import { fieldOf } from './problems.ts';
import { goToField, useForm } from './form.ts';
import { InWords } from './InWords.tsx';
import { messageInWords, namesIn } from './messages-in-words.ts';
import type { Recorded } from './send.ts';
import { Similar } from './Similar.tsx';
import type { DryRun } from './useDryRun.ts';

/** What recording would do, as far as can be said: what is still lacking, what is wrong, what is much alike, or what would change. */
export function DryRunPanel({ dryRun, children }: { dryRun: DryRun; children: ReactNode }) {
  return (
    <aside className="dry-run" aria-label="What recording this would do">
      <h2>What this would do</h2>
      <p role="status" className="dry-run-state">
        {summaryOf(dryRun)}
      </p>
      <Content dryRun={dryRun} />
      {children}
    </aside>
  );
}

function summaryOf(dryRun: DryRun): string {
  switch (dryRun.state) {
    case 'lacking':
      return `Still needed: ${counted(dryRun.lacks.length, 'entry', 'entries')}.`;
    case 'no key':
      return 'All is filled in. A dry run needs your key.';
    case 'asking':
      return 'Looking what this would change …';
    case 'failed':
      return 'The dry run failed. Nothing that you typed is lost.';
    case 'answered':
      return summaryOfAnswer(dryRun.answer);
  }
}

function summaryOfAnswer({ problems, possibleDuplicates, changes, warnings, claims }: Recorded): string {
  if (problems.length > 0) return `${counted(problems.length, 'problem')} to mend.`;
  if (possibleDuplicates.length > 0)
    return `${counted(possibleDuplicates.length, 'thing')} in the record may be the same as what this would add.`;
  if (changes.length === 0) return 'The record has all of this already, from the same source.';
  const slips = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'thing')} to look at again`;
  return `Ready to record: ${counted(claims.length, 'claim')}${slips}.`;
}

function Content({ dryRun }: { dryRun: DryRun }) {
  const { draft } = useForm();
  switch (dryRun.state) {
    case 'lacking':
      return <ToMend entries={dryRun.lacks} />;
    case 'no key':
      return <NeedsKey for="A dry run" />;
    case 'asking':
      return null;
    case 'failed':
      return <Failed error={dryRun.error} again={dryRun.again} />;
    case 'answered': {
      const { problems, possibleDuplicates } = dryRun.answer;
      if (problems.length > 0)
        return <ToMend entries={problems.map(({ path, message }) => ({ field: fieldOf(path, draft), message }))} />;
      if (possibleDuplicates.length > 0) return <Similar candidates={possibleDuplicates} />;
      return <WouldChange answer={dryRun.answer} />;
    }
  }
}

/** What has to be filled in or mended, each of which leads to its field. */
function ToMend({ entries }: { entries: readonly { field: string; message: string }[] }) {
  const { draft } = useForm();
  return (
    <ul className="to-mend">
      {entries.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <button type="button" className="as-link" onClick={() => goToField(field)}>
            {capitalised(messageInWords(message, namesIn(draft)))}
          </button>
        </li>
      ))}
    </ul>
  );
}

function WouldChange({ answer: { changes, claims, meeting, warnings } }: { answer: Recorded }) {
  const { draft } = useForm();
  const conflicts = meeting === null ? [] : conflictsMade(meeting, claims);
  return (
    <>
      {warnings.length > 0 && (
        <>
          <h3>Look again</h3>
          <ToMend entries={warnings.map(({ path, message }) => ({ field: fieldOf(path, draft), message }))} />
        </>
      )}
      <InWords changes={changes} />
      <Said claims={claims} />
      {conflicts.length > 0 && (
        <>
          <h3>Where sources would disagree</h3>
          {conflicts.map((conflict) => (
            <Conflict key={conflict.slot} conflict={conflict} />
          ))}
        </>
      )}
    </>
  );
}

/** What the source says by this, claim by claim. */
export function Said({ claims }: { claims: Recorded['claims'] }) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>
        What the source says by this <span className="count">{counted(claims.length, 'claim')}</span>
      </h3>
      <ul className="in-words">
        {claims.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}
