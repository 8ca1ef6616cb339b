import { useState } from 'react';
import { ReviewState } from '../../../src/domain/vocabulary.generated.ts';
import { type Rule, RULES } from '../../../src/domain/claims/rules.ts';
import { ask } from '../api/ask.ts';
import {
  type ClaimEvidenceFragment,
  type ConflictToReviewFragment,
  ConflictsToReviewDocument,
  ReviewClaimDocument,
} from '../api/documents.generated.ts';
import { Evidence } from '../parts/Evidence.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { slotInWords } from '../parts/slots.ts';
import { SlotValue } from '../parts/SlotValue.tsx';
import { counted } from '../words.ts';
import { Decision } from './Decision.tsx';
import { Pages } from './Pages.tsx';

/** Conflicts one below the other, each with who says what. Those that a review has decided are shown only if asked for. */
export function ConflictsReview() {
  const [isAll, setAll] = useState(false);
  const [reviewed, setReviewed] = useState<readonly string[]>([]);
  const isWaiting = ({ slot, rule }: ConflictToReviewFragment) => rule !== 'REVIEWED_FIRST' && !reviewed.includes(slot);
  const isOpen = (conflict: ConflictToReviewFragment) => isAll || isWaiting(conflict);
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={isAll} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
        Also those that a review has decided
      </label>
      <p role="status">{reviewed.length > 0 && `✓ ${counted(reviewed.length, 'disagreement')} reviewed.`}</p>
      <Pages question={ConflictsToReviewDocument} listOf={({ conflicts }) => conflicts}>
        {({ conflicts: { nodes, totalCount, pageInfo } }, isFirst) => {
          const shown = nodes.filter(isOpen);
          return (
            <>
              {isFirst && (
                <p className="aside">
                  {counted(totalCount, 'disagreement')} in the record
                  {!pageInfo.hasNextPage && `, ${nodes.filter(isWaiting).length} of them not reviewed yet`}.
                </p>
              )}
              {shown.length === 0 && <p>Nothing here waits for a review.</p>}
              <ul className="conflicts">
                {shown.map((conflict) => (
                  <li key={conflict.slot}>
                    <ConflictToReview
                      conflict={conflict}
                      onReviewed={() => setReviewed([...reviewed, conflict.slot])}
                    />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Pages>
    </>
  );
}

function ConflictToReview({ conflict, onReviewed }: { conflict: ConflictToReviewFragment; onReviewed: () => void }) {
  const { slot, values, follows, rule, claims } = conflict;
  const evidence = new Map(claims.map((claim) => [claim.key, claim]));
  return (
    <article className="conflict">
      <h2>
        <Subject conflict={conflict} />: {slotInWords(slot)}
      </h2>
      <div className="values">
        {values.map(({ value, claims: sayingSo }) => (
          <div key={`${value} ${sayingSo[0]?.key ?? ''}`} className="value">
            <h3>
              <SlotValue value={value} />
              {sayingSo.some(({ key }) => key === follows?.key) && (
                <span className="mark happened">the record follows this</span>
              )}
            </h3>
            {sayingSo
              .flatMap(({ key }) => evidence.get(key) ?? [])
              .map((claim) => (
                <ClaimToReview key={claim.key} claim={claim} onReviewed={onReviewed} />
              ))}
          </div>
        ))}
      </div>
      <p className="aside">
        {follows === null
          ? 'No rule decides: until an analyst does, the record says that it is disputed.'
          : rule !== null && `Why the record follows it: ${RULES[rule as Rule]}`}
      </p>
    </article>
  );
}

/** What it is about: a thing, or whom a fact joins. */
function Subject({ conflict: { subject } }: { conflict: ConflictToReviewFragment }) {
  const joined = (
    a: Parameters<typeof ThingLink>[0]['to'],
    words: string,
    b: Parameters<typeof ThingLink>[0]['to'],
  ) => (
    <>
      <ThingLink to={a} /> {words} <ThingLink to={b} />
    </>
  );
  switch (subject.__typename) {
    case 'Participation':
      return joined(subject.actor, 'at', subject.meeting);
    case 'Tenure':
      return joined(subject.official, 'as', subject.post);
    case 'Membership':
      return joined(subject.member, 'in', subject.organization);
    default:
      return <ThingLink to={subject} />;
  }
}

/** What a review does, as on its button. */
const VERBS = { ACCEPTED: 'Accept', DISPUTED: 'Dispute' } as const;

function ClaimToReview({ claim, onReviewed }: { claim: ClaimEvidenceFragment; onReviewed: () => void }) {
  const [state, setState] = useState<keyof typeof VERBS | null>(null);
  return (
    <div className="claim-to-review">
      <Evidence claim={claim} />
      {state === null ? (
        <div className="choices">
          {(Object.keys(VERBS) as (keyof typeof VERBS)[]).map((each) => (
            <button key={each} type="button" onClick={() => setState(each)}>
              {VERBS[each]}
              <span className="unseen">: {claim.text}</span>
            </button>
          ))}
        </div>
      ) : (
        <Decision
          id={['review', claim.key, state]}
          verb={`${VERBS[state]} the claim`}
          decide={async (options, signal) =>
            (await ask(ReviewClaimDocument, { claim: claim.key, state: ReviewState[state], ...options }, signal))
              .reviewClaim
          }
          onDone={onReviewed}
          onCancel={() => setState(null)}
        />
      )}
    </div>
  );
}
