import { Link, useSearchParams } from 'wouter';
import { Facts, FactRow } from '../../parts/Facts.tsx';
import { ThingLink } from '../../parts/Link.tsx';
import { capitalised, counted } from '../../words.ts';
import { pictureAddress } from '../all.ts';
import { NODES, type NetworkSettings } from './network-settings.ts';
import { circleOf, weightOf } from './told.ts';
import { type Drawing, MEASURES, type Measure, tiesOf } from './picture.ts';

const SHOWN_TIES = 40;

/** A node that was chosen: its measures, its page, and its ties, each of which explains itself. */
export function NodePanel({
  drawing,
  place,
  measure,
  input,
  onTie,
}: {
  drawing: Drawing;
  place: number;
  measure: Measure;
  input: NetworkSettings;
  onTie: (a: string, b: string) => void;
}) {
  const [address] = useSearchParams();
  const { entity, key, node, measure: value } = drawing.nodes[place]!;
  const ties = tiesOf(drawing, place);
  const circle = circleOf(drawing, place);
  const around = new URLSearchParams(address);
  around.delete('node');
  around.set('around', key);
  return (
    <section aria-label={drawing.nodes[place]!.label}>
      <h2>
        <ThingLink to={entity} />
      </h2>
      <Facts>
        <FactRow name="At meetings with">{counted(node.degree, NODES[input.nodes][1], NODES[input.nodes][0])}</FactRow>
        {(input.weight ?? 'COUNT') === 'COUNT' && (
          <FactRow name="Meetings with each, added up">{inWords(node.strength)}</FactRow>
        )}
        {measure !== 'STRENGTH' && measure !== 'DEGREE' && (
          <FactRow name={capitalised(MEASURES[measure])}>{inWords(value)}</FactRow>
        )}
        {circle !== null && <FactRow name="In one circle with">{circle}, who meet most among themselves</FactRow>}
      </Facts>
      <ul className="panel-links">
        <li>
          <Link href={`?${around.toString()}`}>Only those around</Link>
        </li>
        <li>
          <Link href={pictureAddress('way', { from: key })}>The way to somebody else</Link>
        </li>
      </ul>
      <h3>Recorded at the same meetings</h3>
      <p className="aside">{weightOf(input)}; a name opens them.</p>
      <ul className="ties">
        {ties.slice(0, SHOWN_TIES).map(({ other, weight }) => (
          <li key={other.key}>
            <button type="button" onClick={() => onTie(key, other.key)}>
              {other.label}
            </button>{' '}
            <span className="count">{inWords(weight)}</span>
          </li>
        ))}
      </ul>
      {ties.length > SHOWN_TIES && (
        <p className="aside">
          The {SHOWN_TIES} strongest of {ties.length}.
        </p>
      )}
    </section>
  );
}

const inWords = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });
