import { useState } from 'react';
import { Verdict } from '../../../src/domain/vocabulary.generated.ts';
import { ask } from '../api/ask.ts';
import {
  DuplicatesToReviewDocument,
  type DuplicatesToReviewQuery,
  JudgeIdentityDocument,
  MergeEntitiesDocument,
} from '../api/documents.generated.ts';
import { ThingLink } from '../parts/Link.tsx';
import { valuesOf } from '../record/compared.ts';
import { SideBySide } from '../record/SideBySide.tsx';
import { capitalised, counted } from '../words.ts';
import { Decision, type DecisionOptions, type Outcome } from './Decision.tsx';
import { Pages } from './Pages.tsx';

type Pair = DuplicatesToReviewQuery['possibleDuplicates']['nodes'][number];

/** Pairs that may be one, the likeliest first. */
export function DuplicatesReview() {
  const [decided, setDecided] = useState<readonly string[]>([]);
  return (
    <>
      <p role="status">{decided.length > 0 && `✓ ${counted(decided.length, 'pair')} decided.`}</p>
      <Pages
        question={DuplicatesToReviewDocument}
        variables={{}}
        listOf={({ possibleDuplicates }) => possibleDuplicates}
      >
        {({ possibleDuplicates: { nodes, totalCount } }, isFirst) => {
          const shown = nodes.filter((pair) => !decided.includes(nameOf(pair)));
          return (
            <>
              {isFirst && totalCount > 0 && <p className="aside">{counted(totalCount, 'pair')}</p>}
              {shown.length === 0 && <p>Nothing here waits for a decision.</p>}
              <ul className="conflicts">
                {shown.map((pair) => (
                  <li key={nameOf(pair)}>
                    <PairToReview pair={pair} onDecided={() => setDecided([...decided, nameOf(pair)])} />
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

const nameOf = ({ a, b }: Pair) => `${a.key} ${b.key}`;

/** What can be decided of a pair, as on the button, and how it is done. */
interface Choice {
  verb: string;
  decide: (options: DecisionOptions, signal?: AbortSignal) => Promise<Outcome>;
}

function choicesOf({ a, b }: Pair): Choice[] {
  const merge = (keep: string, merged: string) => async (options: DecisionOptions, signal?: AbortSignal) =>
    (await ask(MergeEntitiesDocument, { keep, merge: merged, ...options }, signal)).mergeEntities;
  const judge = (verdict: Verdict) => async (options: DecisionOptions, signal?: AbortSignal) =>
    (await ask(JudgeIdentityDocument, { a: a.key, b: b.key, verdict, ...options }, signal)).judgeIdentity;
  return [
    { verb: 'They are one: keep the left', decide: merge(a.key, b.key) },
    { verb: 'They are one: keep the right', decide: merge(b.key, a.key) },
    { verb: 'They are two', decide: judge(Verdict.DIFFERENT) },
    { verb: 'I cannot tell', decide: judge(Verdict.UNSURE) },
  ];
}

function PairToReview({ pair, onDecided }: { pair: Pair; onDecided: () => void }) {
  const { a, b, reasons, verdict } = pair;
  const [choice, setChoice] = useState<Choice | null>(null);
  return (
    <article className="conflict pair">
      <h2>
        {a.name} and {b.name}
      </h2>
      <SideBySide
        heads={[<ThingLink key="a" to={a} />, <ThingLink key="b" to={b} />]}
        a={valuesOf(a)}
        b={valuesOf(b)}
      />
      <p className="aside">
        Why they may be one: {reasons.map(capitalised).join('; ')}.
        {verdict === 'UNSURE' && ' Somebody has looked at them before and could not tell.'}
        {verdict === 'SAME' && ' Somebody has said that they are one; they are not merged yet.'}
      </p>
      {choice === null ? (
        <div className="choices">
          {choicesOf(pair).map((each) => (
            <button key={each.verb} type="button" onClick={() => setChoice(each)}>
              {each.verb}
            </button>
          ))}
        </div>
      ) : (
        <Decision
          id={[nameOf(pair), choice.verb]}
          verb={choice.verb}
          decide={choice.decide}
          onDone={onDecided}
          onCancel={() => setChoice(null)}
        />
      )}
    </article>
  );
}
