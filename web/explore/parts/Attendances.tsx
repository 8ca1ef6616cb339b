import type { AttendanceFragment } from '../api/documents.generated.ts';
import { capitalised, inWords } from '../words.ts';
import { ThingLink, titleOf } from './Link.tsx';
import { StandingMark, StatusMark } from './Marks.tsx';
import { useSaysWho } from './SaysWho.tsx';
import { When } from './When.tsx';

/** The meetings that somebody was at or is to be at, each once, with a line for each role. */
export function Attendances({ attendances }: { attendances: readonly AttendanceFragment[] }) {
  return (
    <ul className="people">
      {[...Map.groupBy(attendances, ({ meeting }) => meeting.key)].map(([meeting, roles]) => (
        <li key={meeting}>
          {roles.map((attendance, index) => (
            <Attendance key={attendance.key} attendance={attendance} isNamed={index === 0} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Attendance({ attendance, isNamed }: { attendance: AttendanceFragment; isNamed: boolean }) {
  const { id, meeting, role, status, standing, capacity, onBehalfOf, inferred } = attendance;
  const { button, panel } = useSaysWho({ fact: id }, `${titleOf(meeting)}, ${inWords(role)}`);
  return (
    <div className="row attendance">
      <span className="row-when">{isNamed && <When time={meeting.time} />}</span>
      <span className="row-what">
        {isNamed && <ThingLink to={meeting} />}
        <span className="aside">
          {capitalised(inWords(role))}
          {capacity && (
            <>
              {' as '}
              <ThingLink to={capacity} />
            </>
          )}
          {onBehalfOf && (
            <>
              {' for '}
              <ThingLink to={onBehalfOf} />
            </>
          )}
          {inferred && ' · inferred'}
        </span>
      </span>
      <span className="row-marks">
        <StatusMark status={status} /> <StandingMark standing={standing} conflicts={attendance.conflicts} />
      </span>
      {button}
      {panel}
    </div>
  );
}
