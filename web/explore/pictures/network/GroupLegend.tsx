import { counted } from '../../words.ts';
import { PALE, colourOf } from '../series.ts';
import { shapeOf } from './draw.ts';
import type { Group } from './picture.ts';

const PATHS = {
  circle: 'M8 1a7 7 0 1 0 0.01 0z',
  square: 'M2 2h12v12h-12z',
  triangle: 'M8 1L15 14H1z',
  diamond: 'M8 0L16 8L8 16L0 8z',
};

/** Which colour and shape is which group; the smallest groups look alike. */
export function GroupLegend({ groups }: { groups: readonly Group[] }) {
  const told = groups.filter(({ look }) => look < PALE);
  const others = groups.length - told.length;
  return (
    <ul className="legend">
      {told.map(({ key, label, count, look }) => (
        <li key={key}>
          <Mark look={look} /> {label} <span className="count">{count}</span>
        </li>
      ))}
      {others > 0 && (
        <li>
          <Mark look={PALE} /> {counted(others, 'other')}
        </li>
      )}
    </ul>
  );
}

const Mark = ({ look }: { look: number }) => (
  <svg width="16" height="16" viewBox="-1 -1 18 18" aria-hidden="true" className="shape">
    <path d={PATHS[shapeOf(look)]} fill={colourOf(look)} />
  </svg>
);
