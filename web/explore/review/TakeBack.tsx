import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { TakeBackDocument } from '../api/documents.generated.ts';
import { titleOf } from '../parts/Link.tsx';
import { Decision } from './Decision.tsx';

/** Takes claims back, all in one, after a look at what rests on them and whether that falls with them. */
export function TakeBack({
  claims: [first, ...others],
  what,
  onTaken,
}: {
  claims: readonly string[];
  /** What is taken back, as the beginning of a sentence: `All of this`. */
  what: string;
  onTaken?: () => void;
}) {
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  const [also, setAlso] = useState<readonly string[]>([]);
  if (first === undefined) return null;
  if (state === 'done') return <p role="status">✓ {what} is taken back. It stays in the history.</p>;
  if (state === 'closed')
    return (
      <button type="button" onClick={() => setState('open')}>
        Take back<span className="unseen">: {what}</span>
      </button>
    );
  const alsoRetract = [...others, ...also];
  const toggle = (key: string) => setAlso(also.includes(key) ? also.filter((each) => each !== key) : [...also, key]);
  return (
    <Decision
      id={['take back', first, alsoRetract]}
      verb="Take it back"
      decide={async (options, signal) =>
        (await ask(TakeBackDocument, { claim: first, alsoRetract, ...options }, signal)).retractClaim
      }
      onDone={() => {
        setState('done');
        onTaken?.();
      }}
      onCancel={() => setState('closed')}
    >
      {({ restsOnIt }) =>
        (restsOnIt.length > 0 || also.length > 0) && (
          <fieldset>
            <legend>This rests on it. Does it fall with it?</legend>
            {restsOnIt.map((claim) => (
              <label key={claim.key} className="check">
                <input type="checkbox" checked={also.includes(claim.key)} onChange={() => toggle(claim.key)} />
                {titleOf(claim)}
              </label>
            ))}
            {also.length > 0 && <p className="aside">{also.length} more taken back with it.</p>}
          </fieldset>
        )
      }
    </Decision>
  );
}
