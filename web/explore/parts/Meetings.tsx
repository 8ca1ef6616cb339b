import type { MeetingRowFragment } from '../api/documents.generated.ts';
import { capitalised, inWords } from '../words.ts';
import { type Linked, ThingLink, ThingLinks } from './Link.tsx';
import { StandingMark, StatusMark } from './Marks.tsx';
import { When } from './When.tsx';

/** Meetings one below the other: when, what, where, by whom chaired, and whether it was held. */
export function MeetingRows({
  meetings,
}: {
  /** With their chairs, where those are asked for. */
  meetings: readonly (MeetingRowFragment & { chairs?: readonly { actor: Linked }[] })[];
}) {
  return (
    <ul className="rows">
      {meetings.map((meeting) => (
        <li key={meeting.key} className="row">
          <span className="row-when">
            <When time={meeting.time} />
          </span>
          <span className="row-what">
            <ThingLink to={meeting} />
            <span className="aside">
              {capitalised(inWords(meeting.kind))}
              {meeting.place && (
                <>
                  {' · '}
                  <ThingLink to={meeting.place} />
                </>
              )}
              {meeting.chairs !== undefined && meeting.chairs.length > 0 && (
                <>
                  {' · chaired by '}
                  <ThingLinks to={meeting.chairs.map(({ actor }) => actor)} />
                </>
              )}
            </span>
          </span>
          <span className="row-marks">
            <StatusMark status={meeting.status} overdue={meeting.overdue} />{' '}
            <StandingMark standing={meeting.standing} conflicts={meeting.conflicts} />
          </span>
        </li>
      ))}
    </ul>
  );
}
