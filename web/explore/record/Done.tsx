import { useState } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import { Page, Section } from '../parts/Page.tsx';
import { counted } from '../words.ts';
import { TakeBack } from '../review/TakeBack.tsx';
import { Said } from './DryRunPanel.tsx';
import { InWords } from './InWords.tsx';
import type { Recorded } from './send.ts';

/** What was recorded, where it is, how to take it back, and on to the next. */
export function Done({
  recorded: { meeting, changes, claims },
  again,
}: {
  recorded: Recorded;
  /** Another one: from the same source, or from none yet. */
  again: (keepsSource: boolean) => void;
}) {
  const [isTaken, setTaken] = useState(false);
  const address = meeting && addressOf(meeting);
  const made = changes.flatMap(({ operation, typeName, key }) =>
    operation === 'CREATE' && typeName === 'Claim' && key !== null ? [key] : [],
  );
  return (
    <Page
      title={isTaken ? 'Taken back' : 'Recorded'}
      kicker={meeting?.name}
      lead={
        isTaken
          ? 'What was recorded no longer counts. It stays in the history.'
          : `${counted(made.length, 'claim')} more in the record.`
      }
      actions={
        <div className="actions">
          {address && <Link href={address}>Open its page</Link>}
          <button type="button" onClick={() => again(true)}>
            Record another from the same source
          </button>
          <button type="button" onClick={() => again(false)}>
            Record another
          </button>
        </div>
      }
    >
      <Section title="What changed">
        <InWords changes={changes} nothing="Only claims were added." />
        <Said claims={claims} />
      </Section>
      <Section title="If that was wrong">
        <p>
          A claim that says it wrongly can be taken back; it stays in the history. So can all of it, here or later under{' '}
          <Link href="/explore/review/today">what was recorded today</Link>.
        </p>
        <TakeBack claims={made} what="All of this" onTaken={() => setTaken(true)} />
      </Section>
    </Page>
  );
}
