import type { StatementRowFragment } from '../api/documents.generated.ts';
import { capitalised, inWords } from '../words.ts';
import { ThingLink, ThingLinks } from './Link.tsx';
import { StandingMark } from './Marks.tsx';
import { When } from './When.tsx';

/** What was said: by whom, as what kind of act, when, and the gist of it. */
export function Statements({ statements }: { statements: readonly StatementRowFragment[] }) {
  return (
    <ul className="rows">
      {statements.map((statement) => (
        <li key={statement.key} className="row">
          <span className="row-when">
            <When time={statement.time} />
          </span>
          <span className="row-what">
            <ThingLink to={statement} />
            <span className="aside">
              {capitalised(inWords(statement.act))} by <ThingLinks to={statement.speakers} />
            </span>
          </span>
          <span className="row-marks">
            <StandingMark standing={statement.standing} conflicts={statement.conflicts} />
          </span>
        </li>
      ))}
    </ul>
  );
}
