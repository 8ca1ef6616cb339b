import type { TieRowFragment } from '../api/documents.generated.ts';
import { counted } from '../words.ts';
import { ThingLink, ThingLinks } from './Link.tsx';

/** Whom somebody met most, in how many meetings, and in which last. */
export function Ties({ ties }: { ties: readonly TieRowFragment[] }) {
  const most = Math.max(...ties.map(({ weight }) => weight));
  return (
    <ul className="rows">
      {ties.map(({ b, weight, because }) => (
        <li key={b.key} className="row tie">
          <span className="row-what">
            <ThingLink to={b} />
            <span className="aside">
              {weight > because.length && 'Last: '}
              <ThingLinks to={because} />
            </span>
          </span>
          <span className="tie-weight">
            <span className="tie-bar" aria-hidden="true" style={{ width: `${(weight / most) * 6}rem` }} />
            {counted(weight, 'meeting')}
          </span>
        </li>
      ))}
    </ul>
  );
}
