import { useState } from 'react';
import { ReviewState } from '../../../src/domain/vocabulary.generated.ts';
import { type Rule, RULES } from '../../../src/domain/claims/rules.ts';
import { ask } from '../api/ask.ts';
import {
  type ClaimEvidenceFragment,
  type ConflictToReviewFragment,
  ConflictsToReviewDocument,
  ReviewClaimDocument,
  WithdrawReviewDocument,
} from '../api/documents.generated.ts';
import { Evidence } from '../parts/Evidence.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { slotInWords } from '../parts/slots.ts';
import { SlotValue } from '../parts/SlotValue.tsx';
import { counted } from '../words.ts';
import { Decision, type DecisionOptions, type Outcome } from './Decision.tsx';
import { Pages } from './Pages.tsx';

/** Conflicts one below the other, each with who says what: those that wait for a review, or if asked for, those that have one. */
export function ConflictsReview() {
  const [isReviewed, setIsReviewed] = useState(false);
  const [reviewed, setReviewed] = useState(0);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={isReviewed}
          onChange={({ currentTarget }) => setIsReviewed(currentTarget.checked)}
        />
        Show those that are reviewed, to take that back
      </label>
      <p role="status">{reviewed > 0 && `✓ ${counted(reviewed, 'claim')} reviewed.`}</p>
      <Pages
        // Another list begins with its first page.
        key={String(isReviewed)}
        question={ConflictsToReviewDocument}
        variables={{ reviewed: isReviewed }}
        listOf={({ conflicts }) => conflicts}
      >
        {({ conflicts: { nodes, totalCount } }, isFirst) => (
          <>
            {isFirst && totalCount > 0 && (
              <p className="aside">
                {counted(totalCount, 'disagreement')} {isReviewed ? 'reviewed' : 'not reviewed yet'}.
              </p>
            )}
            {nodes.length === 0 && <p>{isReviewed ? 'Nothing is reviewed.' : 'Nothing here waits for a review.'}</p>}
            <ul className="conflicts">
              {nodes.map((conflict) => (
                <li key={conflict.slot}>
                  <ConflictToReview
                    conflict={conflict}
                    isReviewed={isReviewed}
                    onReviewed={() => setReviewed(reviewed + 1)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </>
  );
}

function ConflictToReview({
  conflict,
  isReviewed,
  onReviewed,
}: {
  conflict: ConflictToReviewFragment;
  isReviewed: boolean;
  onReviewed: () => void;
}) {
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
                <ClaimToReview
                  key={claim.key}
                  claim={claim}
                  isReviewed={isReviewed && mayBeReviewed(conflict, claim)}
                  onReviewed={onReviewed}
                />
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

/** Whether it may be this claim of a reviewed conflict that was: one that is doubted, or followed, or between which no rule decides. */
const mayBeReviewed = (
  { rule, follows, claims }: ConflictToReviewFragment,
  { key, reviewState }: ClaimEvidenceFragment,
) =>
  reviewState === 'DISPUTED' ||
  (claims.every((each) => each.reviewState !== 'DISPUTED') && (rule !== 'REVIEWED_FIRST' || follows?.key === key));

/** What can be decided of a claim, as on the button that begins it, and on the one that does it. */
interface Choice {
  button: string;
  verb: string;
  decide: (options: DecisionOptions, signal?: AbortSignal) => Promise<Outcome>;
}

function choicesOf({ key: claim }: ClaimEvidenceFragment, isReviewed: boolean): Choice[] {
  const review = (state: ReviewState) => async (options: DecisionOptions, signal?: AbortSignal) =>
    (await ask(ReviewClaimDocument, { claim, state, ...options }, signal)).reviewClaim;
  const withdraw = async (options: DecisionOptions, signal?: AbortSignal) =>
    (await ask(WithdrawReviewDocument, { claim, ...options }, signal)).withdrawReview;
  return [
    { button: 'Accept', verb: 'Accept the claim', decide: review(ReviewState.ACCEPTED) },
    { button: 'Dispute', verb: 'Dispute the claim', decide: review(ReviewState.DISPUTED) },
    ...(isReviewed ? [{ button: 'Take the review back', verb: 'Take it back', decide: withdraw }] : []),
  ];
}

function ClaimToReview({
  claim,
  isReviewed,
  onReviewed,
}: {
  claim: ClaimEvidenceFragment;
  isReviewed: boolean;
  onReviewed: () => void;
}) {
  const [choice, setChoice] = useState<Choice | null>(null);
  return (
    <div className="claim-to-review">
      <Evidence claim={claim} />
      {choice === null ? (
        <div className="choices">
          {choicesOf(claim, isReviewed).map((each) => (
            <button key={each.button} type="button" onClick={() => setChoice(each)}>
              {each.button}
              <span className="unseen">: {claim.text}</span>
            </button>
          ))}
        </div>
      ) : (
        <Decision
          id={['review', claim.key, choice.verb]}
          verb={choice.verb}
          decide={choice.decide}
          onDone={() => {
            setChoice(null);
            onReviewed();
          }}
          onCancel={() => setChoice(null)}
        />
      )}
    </div>
  );
}
