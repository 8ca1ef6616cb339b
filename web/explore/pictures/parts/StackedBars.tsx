/// <reference lib="dom" />
import * as Plot from '@observablehq/plot';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { type Explained, asPng, standalone } from '../save.ts';
import { PALE, type Series, patternsOf } from '../series.ts';
import { roving } from './roving.ts';
import { useWidth } from './useWidth.ts';

/** One part of one bar: where it stands, what it is of, how many, in words, and where it leads. */
export interface BarPart {
  x: string;
  series: string;
  count: number;
  title: string;
  href: string;
}

/** A number that sources tell for a bar, drawn as a line across it. */
export interface Told {
  x: string;
  count: number;
  title: string;
}

const HEIGHT = 380;
/** Below this width in pixels of one bar, the words below the bars stand upright. */
const NARROW = 44;
/** The height in pixels of a line with the years below the bars. */
const YEARS = 20;
/** No bar and its space are narrower, so that it can be hit; more of them are scrolled sideways. */
const NARROWEST = 26;

/** Bars made of parts. The picture itself is drawn when its width is known; `picture` has it for saving. */
export function StackedBars({
  parts,
  columns,
  series,
  labels,
  years,
  told,
  picture,
}: {
  parts: readonly BarPart[];
  /** What stands below the bars, in order, with those that have no parts. */
  columns: readonly string[];
  /** The series in the order in which they are stacked, with what each is called. */
  series: readonly Series[];
  /** What the axes count. */
  labels: { x: string; y: string };
  /** The year that begins at each column, where columns are not years themselves. */
  years?: readonly (string | undefined)[] | undefined;
  told?: readonly Told[] | undefined;
  picture: { current: SVGSVGElement | null };
}) {
  const id = `s${useId().replaceAll(/\W/g, '')}`;
  const place = useRef<HTMLDivElement>(null);
  const seen = useWidth(place);
  const width = seen && Math.max(seen, columns.length * NARROWEST + 60);
  const [, navigate] = useLocation();
  useEffect(() => {
    if (width === 0) return;
    const svg = draw({ parts, columns, series, labels, years, told, width, id });
    picture.current = svg;
    place.current!.replaceChildren(svg);
    const links = [...svg.querySelectorAll<SVGElement>('a')];
    const end = roving(svg, links);
    for (const link of links) link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
    const onClick = (event: MouseEvent) => {
      const href = (event.target as Element).closest('a')?.getAttribute('href');
      if (!href || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      navigate(href);
    };
    svg.addEventListener('click', onClick);
    return end;
  }, [parts, columns, series, labels, years, told, width, id, picture, navigate]);
  return (
    <>
      <div ref={place} className="plot" style={{ minHeight: HEIGHT }} />
      <ul className="legend">
        {series.map(({ key, label, look }) => (
          <li key={key}>
            <svg width="16" height="16" aria-hidden="true">
              <rect width="16" height="16" fill={`url(#${id}-${look})`} />
            </svg>{' '}
            {label}
          </li>
        ))}
        {told && told.length > 0 && (
          <li>
            <svg width="16" height="16" aria-hidden="true" className="told">
              <path d="M0 8H16" />
            </svg>{' '}
            How many came, where sources say so: some say “over” or “about”
          </li>
        )}
      </ul>
    </>
  );
}

/** What a picture of bars can be saved as. */
export function useBarSaves(
  picture: { current: SVGSVGElement | null },
  explained: Omit<Explained, 'legend'>,
  series: readonly Series[],
) {
  return useMemo(() => {
    const svg = () => {
      const [pattern] = picture.current!.querySelectorAll('pattern');
      const prefix = pattern!.id.replace(/\d+$/, '');
      const legend = series.map(({ label, look }) => ({ label, fill: `url(#${prefix}${look})` }));
      return standalone(picture.current!, { ...explained, legend });
    };
    return { SVG: () => new Blob([svg()], { type: 'image/svg+xml' }), PNG: () => asPng(svg()) };
  }, [picture, explained, series]);
}

function draw({
  parts,
  columns,
  series,
  labels,
  years,
  told = [],
  width,
  id,
}: Omit<Parameters<typeof StackedBars>[0], 'picture'> & { width: number; id: string }): SVGSVGElement {
  const keys = series.map(({ key }) => key);
  const fills = new Map(series.map(({ key, look }) => [key, `url(#${id}-${look})`]));
  const pale = new Set(series.flatMap(({ key, look }) => (look === PALE ? [key] : [])));
  const totals = columns.map((x) => ({
    x,
    total: parts.reduce((sum, part) => sum + (part.x === x ? part.count : 0), 0),
  }));
  const begun = (years ?? []).flatMap((year, index) => (year === undefined ? [] : [{ x: columns[index]!, year }]));
  const isNarrow = (width - 60) / columns.length < NARROW;
  const svg = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: 40,
    marginBottom: (isNarrow ? 90 : 40) + (years ? YEARS : 0),
    x: {
      type: 'band',
      domain: [...columns],
      label: years ? null : labels.x,
      tickRotate: isNarrow ? -90 : 0,
      tickSize: 0,
    },
    y: { grid: true, label: labels.y, tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : '') },
    marks: [
      Plot.barY(
        parts,
        Plot.stackY({
          x: 'x',
          y: 'count',
          z: 'series',
          order: keys,
          fill: ({ series }: BarPart) => fills.get(series),
          href: 'href',
          title: 'title',
          stroke: ({ series }: BarPart) => (pale.has(series) ? 'var(--edge)' : 'var(--card)'),
          strokeWidth: 1,
        }),
      ),
      Plot.text(totals, {
        x: 'x',
        y: 'total',
        text: 'total',
        dy: -8,
        filter: ({ total }: { total: number }) => total > 0,
      }),
      Plot.tickY(told, { x: 'x', y: 'count', stroke: 'var(--ink)', strokeWidth: 2.5, title: 'title' }),
      Plot.ruleY([0]),
      Plot.text(begun, {
        x: 'x',
        text: 'year',
        frameAnchor: 'bottom',
        dy: isNarrow ? 82 : 44,
        fontWeight: 600,
        textAnchor: 'middle',
      }),
    ],
  }) as SVGSVGElement;
  const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
  defs.innerHTML = patternsOf(
    id,
    series.map(({ look }) => look),
  );
  svg.prepend(defs);
  // The names that Plot gives to its groups say nothing to a reader; axes are read in the table.
  for (const group of svg.querySelectorAll('g[aria-label]')) {
    group.removeAttribute('aria-label');
    if (group.querySelector('a') === null) group.setAttribute('aria-hidden', 'true');
  }
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', 'Bars. The arrow keys go from one to the next, Enter opens the meetings.');
  return svg;
}
