import { useState } from 'react';
import type { SimilarThingFragment } from '../api/documents.generated.ts';
import { ThingLink } from '../parts/Link.tsx';
import { capitalised } from '../words.ts';
import { valuesOf, valuesOfAdded, valuesOfDraft } from './compared.ts';
import { type Added, type Chosen, type Draft, replaceChosen, withKnown } from './draft.ts';
import { chosenOf, useForm } from './form.ts';
import { SideBySide } from './SideBySide.tsx';

/** What the record has that may be the same as what would be added, one beside the other, to be told apart or taken. */
export function Similar({ candidates }: { candidates: readonly SimilarThingFragment[] }) {
  return candidates.map((candidate) => <Candidate key={candidate.entity.key} candidate={candidate} />);
}

function Candidate({ candidate: { entity, reasons } }: { candidate: SimilarThingFragment }) {
  const { draft, change } = useForm();
  const [isAsking, setAsking] = useState(false);
  const added = addedOf(draft, entity.__typename, reasons);
  const isOther = draft.others.includes(entity.key);
  const take = () => change((now) => taken(now, added, chosenOf(entity)));
  return (
    <article className="similar">
      <SideBySide
        heads={['What you record', <ThingLink key="known" to={entity} />]}
        a={added === null ? valuesOfDraft(draft) : valuesOfAdded(added)}
        b={valuesOf(entity)}
      />
      <p className="aside">Why it may be the same: {reasons.map(withoutKey).join('; ')}.</p>
      {isOther ? (
        <p>✓ You said that it is another.</p>
      ) : isAsking ? (
        <div role="group" aria-label="Is it another?">
          <p>It will stand beside {entity.name} as another one. Are you sure?</p>
          <button
            type="button"
            autoFocus
            onClick={() => change((now) => ({ ...now, others: [...now.others, entity.key] }))}
          >
            Yes, it is another
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            No
          </button>
        </div>
      ) : (
        <div className="choices">
          <button type="button" onClick={take}>
            It is this one<span className="unseen">: {entity.name}</span>
          </button>
          <button type="button" onClick={() => setAsking(true)}>
            It is another
          </button>
        </div>
      )}
    </article>
  );
}

/** The new thing that is much like the known one: by its key, with which the reasons begin; null for the meeting. */
function addedOf({ added }: Draft, type: string, reasons: readonly string[]): Added | null {
  const ofType = added.filter(({ __typename }) => __typename === type);
  return ofType.find(({ key }) => reasons.some((reason) => reason.startsWith(`${key}: `))) ?? null;
}

/** Records onto the known meeting, or takes the known person wherever the new one was chosen. */
const taken = (draft: Draft, added: Added | null, known: Chosen): Draft =>
  added === null ? withKnown(draft, known) : replaceChosen(draft, added.key, known);

const withoutKey = (reason: string) => capitalised(reason.replace(/^[a-z]+:\S+: /, ''));
