import { Link } from 'wouter';
import { OverduePlansDocument, type OverduePlansQuery, type PlanToReviewFragment } from '../api/documents.generated.ts';
import { EntityCondition } from '../lists/EntityCondition.tsx';
import { useConditions } from '../lists/ListFrame.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { today } from '../parts/today.ts';
import { When } from '../parts/When.tsx';
import { counted } from '../words.ts';
import { OVERDUE_FOR, dueBefore, endingsOf } from './overdue.ts';
import { Pages } from './Pages.tsx';

/** Plans of which no source says what came of them, those due last first, each with ways to record that. What they are narrowed by is in the address. */
export function OverdueReview() {
  const { conditions, set } = useConditions();
  const { body = [], country = [], due = [] } = conditions;
  const variables = {
    body: body[0] ?? null,
    filter: country[0] === undefined ? null : { about: country[0] },
    due: dueBefore(due[0], today()),
  };
  const isNarrowed = [body, country, due].some((values) => values.length > 0);
  return (
    <>
      <form className="narrowed-by" onSubmit={(event) => event.preventDefault()} aria-label="Which plans">
        <EntityCondition
          title="Body"
          types={['ORGANIZATION']}
          chosen={body}
          onChoose={(chosen) => set({ body: chosen })}
        />
        <EntityCondition
          title="Country"
          types={['COUNTRY']}
          chosen={country}
          onChoose={(chosen) => set({ country: chosen })}
        />
        <label className="choice">
          Overdue
          <select
            value={due[0] ?? ''}
            onChange={({ currentTarget: { value } }) => set({ due: value === '' ? [] : [value] })}
          >
            <option value="">for any time</option>
            {Object.entries(OVERDUE_FOR).map(([name, { words }]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </form>
      <Pages
        // Another list begins with its first page.
        key={JSON.stringify(variables)}
        question={OverduePlansDocument}
        variables={variables}
        listOf={({ plans }) => fromItsEnd(plans)}
      >
        {({ plans: { nodes, totalCount } }, isFirst) => (
          <>
            {isFirst && <p className="aside">{counted(totalCount, 'plan')}, those due last first.</p>}
            {nodes.length === 0 && <p>{isNarrowed ? 'No such plan is overdue.' : 'No plan is overdue.'}</p>}
            <ul className="rows">
              {nodes.toReversed().map(({ plan }) => (
                <Plan key={plan.key} plan={plan} />
              ))}
            </ul>
          </>
        )}
      </Pages>
    </>
  );
}

/** What goes on after a page that was asked for from the end of its list: the page before it. */
const fromItsEnd = ({ totalCount, pageInfo: { hasPreviousPage, startCursor } }: OverduePlansQuery['plans']) => ({
  totalCount,
  pageInfo: { hasNextPage: hasPreviousPage, endCursor: startCursor },
});

function Plan({ plan }: { plan: PlanToReviewFragment }) {
  const { time, supports, evidence } = plan;
  const due = time.edtf === null ? (supports.flatMap(timeOfSupported)[0] ?? time) : time;
  const documents = [...new Map(evidence.map(({ document }) => [document.key, document])).values()];
  return (
    <li className="row overdue">
      <span className="row-when">
        <When time={due} />
      </span>
      <span className="row-what">
        <ThingLink to={plan} />
        <span className="aside">
          <ThingLinks to={documents} />
        </span>
      </span>
      <span className="row-marks endings">
        {endingsOf(plan).map(({ words, address }) => (
          <Link key={words} href={address}>
            {words}
            <span className="unseen">: {plan.text}</span>
          </Link>
        ))}
      </span>
    </li>
  );
}

function timeOfSupported(supported: PlanToReviewFragment['supports'][number]) {
  if (supported.__typename === 'Meeting') return [supported.time];
  return supported.__typename === 'Participation' ? [supported.meeting.time] : [];
}
