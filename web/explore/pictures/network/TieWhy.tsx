import { useState } from 'react';
import { ExplainTieDocument, type TieParticipationFragment } from '../../api/documents.generated.ts';
import { Ask } from '../../parts/Ask.tsx';
import { type Linked, ThingLink, titleOf } from '../../parts/Link.tsx';
import { StandingMark } from '../../parts/Marks.tsx';
import { useSaysWho } from '../../parts/SaysWho.tsx';
import { When } from '../../parts/When.tsx';
import { capitalised, counted, inWords } from '../../words.ts';

const FIRST_SHOWN = 8;

/** Why two are tied: the meetings, the latest first; who took part in each for either; and who says so. */
export function TieWhy({ a, b, input }: { a: Linked; b: Linked; input: object }) {
  return (
    <section aria-label={`${titleOf(a)} and ${titleOf(b)}`} className="tie-why">
      <h2>
        <ThingLink to={a} /> and <ThingLink to={b} />
      </h2>
      <Ask key={`${a.key} ${b.key}`} question={ExplainTieDocument} variables={{ a: a.key, b: b.key, input }}>
        {({ explainTie }) => <Meetings participations={explainTie} />}
      </Ask>
    </section>
  );
}

function Meetings({ participations }: { participations: readonly TieParticipationFragment[] }) {
  const [isAll, setAll] = useState(false);
  const meetings = [...Map.groupBy(participations, ({ meeting }) => meeting.key).values()];
  if (meetings.length === 0) return <p>There is no meeting at which both were recorded to have been.</p>;
  return (
    <>
      <p>Both were at {counted(meetings.length, 'meeting')}.</p>
      <ol className="tie-meetings">
        {(isAll ? meetings : meetings.slice(0, FIRST_SHOWN)).map((ofMeeting) => (
          <li key={ofMeeting[0]!.meeting.key}>
            <p>
              <ThingLink to={ofMeeting[0]!.meeting} />{' '}
              <span className="aside">
                <When time={ofMeeting[0]!.meeting.time} />
              </span>
            </p>
            <ul>
              {ofMeeting.map((participation) => (
                <Participation key={participation.id} participation={participation} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {meetings.length > FIRST_SHOWN && !isAll && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {meetings.length}
        </button>
      )}
    </>
  );
}

function Participation({ participation }: { participation: TieParticipationFragment }) {
  const { id, actor, role, level, capacity, onBehalfOf, standing } = participation;
  const { button, panel } = useSaysWho({ fact: id }, `${titleOf(actor)}, ${inWords(role)}`);
  return (
    <li>
      <ThingLink to={actor} />{' '}
      <span className="aside">
        {capitalised(inWords(role))}
        {capacity ? (
          <>
            , <ThingLink to={capacity} />
          </>
        ) : (
          level !== 'UNKNOWN' && `, ${inWords(level)}`
        )}
        {onBehalfOf && (
          <>
            {' for '}
            <ThingLink to={onBehalfOf} />
          </>
        )}
      </span>{' '}
      <StandingMark standing={standing} />
      {button}
      {panel}
    </li>
  );
}
