import type { TermFragment, WhenFragment } from '../api/documents.generated.ts';
import { ThingLink, titleOf } from './Link.tsx';
import { StandingMark, StatusMark } from './Marks.tsx';
import { useSaysWho } from './SaysWho.tsx';
import { axisYears, termSpan } from './term-span.ts';
import { today } from './today.ts';
import { whenInWords } from './time.ts';

/** Who held a post, or which posts somebody held, as lines on one axis of time, with the dates in words. */
export function Terms({
  terms,
  by,
  withPost = false,
}: {
  terms: readonly TermFragment[];
  by: 'official' | 'post';
  /** Of officials, which post it is. */
  withPost?: boolean;
}) {
  const axis = axisYears(terms, today());
  return (
    <ol className="terms">
      {axis && (
        <li className="axis" aria-hidden="true">
          <span>{axis.first}</span>
          <span>{axis.end}</span>
        </li>
      )}
      {terms.map((term) => (
        <Term key={term.key} {...{ term, by, withPost, axis }} />
      ))}
    </ol>
  );
}

function Term({
  term,
  by,
  withPost,
  axis,
}: {
  term: TermFragment;
  by: 'official' | 'post';
  withPost: boolean;
  axis: { first: number; end: number } | null;
}) {
  const { official, post, status, acting, standing } = term;
  const { button, panel } = useSaysWho({ fact: term.id }, `${titleOf(official)}, ${titleOf(post)}`);
  const span = axis && termSpan(term, axis, today());
  return (
    <li className="term">
      <span className="row-what">
        <ThingLink to={by === 'official' ? official : post} />
        {withPost && (
          <span className="term-post">
            <ThingLink to={post} />
          </span>
        )}
        {acting && <span className="aside"> acting</span>}
        <span className="aside">{termInWords(term)}</span>
      </span>
      <span className="term-line" aria-hidden="true">
        {span && (
          <>
            <span
              className={`term-bar ${span.isStartKnown ? '' : 'open-start'} ${span.isEndKnown ? '' : 'open-end'} ${status.toLowerCase()}`}
              style={{ left: `${span.from * 100}%`, width: `${(span.until - span.from) * 100}%` }}
            />
            {span.seen.map((share, index) => (
              <span key={index} className="term-seen" style={{ left: `${share * 100}%` }} />
            ))}
          </>
        )}
      </span>
      <span className="row-marks">
        <StatusMark status={status} /> <StandingMark standing={standing} conflicts={term.conflicts} />
      </span>
      {button}
      {panel}
    </li>
  );
}

/** `from 5 July 2024`, `from 2021 until 3 March 2024`, `seen in office on 12 February 2025`. */
function termInWords({ start, end, observedAt }: TermFragment): string {
  const ends = [
    start.edtf !== null && `from ${whenInWords(start)}`,
    end.edtf !== null && `until ${whenInWords(end)}`,
  ].filter(Boolean);
  if (ends.length > 0) return ends.join(' ');
  const seen = observedAt.filter(isDated).map(whenInWords);
  return seen.length === 0
    ? 'dates unknown'
    : `seen in office ${seen.length === 1 ? `on ${seen[0]}` : `${seen.length} times, from ${seen[0]} to ${seen.at(-1)}`}`;
}

const isDated = ({ edtf }: WhenFragment) => edtf !== null;
