import type { DisagreementFragment } from '../api/documents.generated.ts';
import { type Rule, RULES } from '../../../src/domain/claims/rules.ts';
import { capitalised } from '../words.ts';
import { ThingLink, ThingLinks } from './Link.tsx';
import { Section } from './Page.tsx';
import { slotInWords } from './slots.ts';
import { SlotValue } from './SlotValue.tsx';

/** Where sources disagree: each value with who says it, and which one the record follows, and why. */
export function Conflicts({ conflicts }: { conflicts: readonly DisagreementFragment[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Section title="Where sources disagree" count={conflicts.length}>
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.slot}>
            <Conflict conflict={conflict} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Conflict({ conflict: { slot, values, follows, rule } }: { conflict: DisagreementFragment }) {
  return (
    <article className="conflict">
      <h3>{capitalised(slotInWords(slot))}</h3>
      <dl>
        {values.map(({ value, claims, documents }) => {
          const isFollowed = claims.some(({ key }) => key === follows?.key);
          return (
            <div key={value} className={isFollowed ? 'followed' : undefined}>
              <dt>
                <SlotValue value={value} />
                {isFollowed && <span className="mark happened"> the record follows this</span>}
              </dt>
              <dd>
                {claims.map(({ key, text }) => (
                  <p key={key}>
                    <ThingLink to={{ __typename: 'Claim', key, text }} />
                  </p>
                ))}
                <p className="aside">
                  <ThingLinks to={documents} />
                </p>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="aside">
        {follows === null
          ? 'No rule decides: until an analyst does, the record says that it is disputed.'
          : rule !== null && `Why the record follows it: ${RULES[rule as Rule]}`}
      </p>
    </article>
  );
}
