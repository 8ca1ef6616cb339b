/// <reference lib="dom" />
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import world from 'world-map';
import { languageOf, useLang } from '../../languages.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { counted } from '../../words.ts';
import { roving } from '../parts/roving.ts';
import { withSetting } from '../parts/Settings.tsx';
import { useWidth } from '../parts/useWidth.ts';
import { labelsWithRoom } from '../parts/labels.ts';
import type { MapMark } from './places.ts';
import { PLANE, projection } from './projection.ts';
import { type View, WORLD, panned, radiusOf, viewIn, viewInAddress, zoomed } from './view.ts';

const project = projection();
const NEARER = 1.5;
const STEP = 0.2;
/** In pixels: on a phone more is seen above and below than there is world. */
const LEAST_HEIGHT = 260;
/** Less of a movement than that, in pixels, is a click. */
const DRAG = 4;

const viewAt = (longitude: number, latitude: number, zoom: number): View => {
  const [x, y] = project([longitude, latitude])!;
  return { x, y, zoom };
};

/** Parts of the world to look at. */
const PARTS: Readonly<Record<string, View>> = {
  World: WORLD,
  Europe: viewAt(17, 51, 6),
  'Middle East': viewAt(45, 30, 7),
  'Indo-Pacific': viewAt(125, 15, 3),
  'North America': viewAt(-95, 45, 3.5),
};

/** The world with marks where meetings were. `picture` has it for saving. */
export function WorldMap({ marks, picture }: { marks: readonly MapMark[]; picture: RefObject<SVGSVGElement | null> }) {
  const { view, setView } = useView();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const height = Math.max((width * PLANE.height) / PLANE.width, LEAST_HEIGHT);
  const unit = width === 0 ? 1 : PLANE.width / view.zoom / width; // Units of the plane in a pixel.
  const [left, top] = [view.x - (PLANE.width / view.zoom) * 0.5, view.y - height * unit * 0.5];
  const shown = useMarks(marks, { left, top, unit, width, height });
  const drag = useDrag(view, setView, unit);
  useWheel(place, (factor, x, y) => setView(zoomed(view, factor, { x: left + x * unit, y: top + y * unit })));
  useEffect(() => roving(picture.current!, [...picture.current!.querySelectorAll<SVGElement>('a')]), [marks, picture]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = KEYS[event.key]?.(view);
    if (next === undefined) return;
    event.preventDefault();
    setView(next);
  };
  return (
    <>
      <div className="network-tools">
        {Object.entries(PARTS).map(([name, part]) => (
          <button key={name} type="button" onClick={() => setView(part)}>
            {name}
          </button>
        ))}
        <button type="button" aria-label="Nearer" onClick={() => setView(zoomed(view, NEARER))}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => setView(zoomed(view, 1 / NEARER))}>
          −
        </button>
      </div>
      {/* The keys move what is seen; the links within are reached by Tab. */}
      <div ref={place} className="map" onKeyDown={onKeyDown} {...drag}>
        <svg
          ref={picture}
          viewBox={`${left} ${top} ${PLANE.width / view.zoom} ${height * unit}`}
          role="group"
          aria-label="Map. Arrow keys go from mark to mark, Enter opens the meetings there, plus and minus bring it nearer and farther."
        >
          <path className="land" d={world.land} />
          {shown.map(({ mark, x, y, radius }) => (
            <Mark key={mark.key} {...{ mark, x, y, radius, unit }} />
          ))}
          <Labels shown={shown.filter(({ hasLabel }) => hasLabel)} unit={unit} />
        </svg>
      </div>
    </>
  );
}

const KEYS: Readonly<Record<string, (view: View) => View>> = {
  '+': (view) => zoomed(view, NEARER),
  '-': (view) => zoomed(view, 1 / NEARER),
  '0': () => WORLD,
  a: (view) => panned(view, -STEP, 0),
  d: (view) => panned(view, STEP, 0),
  w: (view) => panned(view, 0, -STEP),
  s: (view) => panned(view, 0, STEP),
};

function Mark({
  mark: { label, isExact, count, href, places },
  x,
  y,
  radius,
  unit,
}: {
  mark: MapMark;
  x: number;
  y: number;
  radius: number;
  unit: number;
}) {
  const words = isExact
    ? `${label}: ${counted(count, 'meeting')}`
    : `Somewhere in ${label}: ${counted(count, 'meeting')} (${places.join(', ')})`;
  const size = radius * unit;
  return (
    <Link href={href} aria-label={words} className={isExact ? 'spot' : 'spot vague'}>
      <title>{words}</title>
      {isExact ? (
        <circle cx={x} cy={y} r={size} strokeWidth={1.5 * unit} />
      ) : (
        <rect
          {...{ x: x - size, y: y - size, width: 2 * size, height: 2 * size, strokeWidth: 1.5 * unit }}
          strokeDasharray={`${4 * unit} ${3 * unit}`}
        />
      )}
    </Link>
  );
}

/** The names of marks, over all of them. The links say them too. */
function Labels({
  shown,
  unit,
}: {
  shown: readonly { mark: MapMark; x: number; y: number; radius: number }[];
  unit: number;
}) {
  const lang = useLang();
  return (
    <g className="labels" aria-hidden="true" style={{ fontSize: 13 * unit, strokeWidth: 3 * unit }}>
      {shown.map(({ mark: { key, label }, x, y, radius }) => (
        <text key={key} x={x + (radius + 3) * unit} y={y + 4 * unit} lang={languageOf(label, lang)}>
          {label}
        </text>
      ))}
    </g>
  );
}

interface Window {
  left: number;
  top: number;
  unit: number;
  width: number;
  height: number;
}

/** Where the marks are on the plane, how large they are on the screen, and which have room for their names. */
function useMarks(marks: readonly MapMark[], { left, top, unit, width, height }: Window) {
  const placed = useMemo(() => {
    const highest = marks[0]?.count ?? 1;
    return marks.map((mark) => {
      const [x, y] = project(mark.at)!;
      return { mark, x, y, radius: radiusOf(mark.count, highest, width) };
    });
  }, [marks, width]);
  const onScreen = placed.map(({ mark: { key, label }, x, y, radius }) => ({
    ...{ key, label, radius },
    x: (x - left) / unit,
    y: (y - top) / unit,
  }));
  const named = labelsWithRoom(onScreen, width, height);
  return placed.map((each) => ({ ...each, hasLabel: named.has(each.mark.key) }));
}

/** What is seen; when it has settled it stands in the address. */
function useView() {
  const [address, setAddress] = useSearchParams();
  const [view, setView] = useState(viewIn(address.get('view')) ?? WORLD);
  const settled = useSettled(viewInAddress(view));
  const known = useRef(settled);
  useEffect(() => {
    if (known.current === settled) return;
    known.current = settled;
    setAddress(withSetting('view', [settled === viewInAddress(WORLD) ? '' : settled]), { replace: true });
  }, [settled, setAddress]);
  return { view, setView };
}

/** Pulls the map by the pointer. A press that hardly moves is a click. */
function useDrag(view: View, setView: (view: View) => void, unit: number) {
  const start = useRef<{ x: number; y: number; view: View; isMoving: boolean } | null>(null);
  return {
    onPointerDown: ({ clientX, clientY, button }: PointerEvent) => {
      if (button === 0) start.current = { x: clientX, y: clientY, view, isMoving: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (from === null || event.pointerType === 'touch') return;
      const [right, down] = [from.x - event.clientX, from.y - event.clientY];
      if (!from.isMoving && Math.hypot(right, down) < DRAG) return;
      if (!from.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
      from.isMoving = true;
      const { zoom } = from.view;
      setView(panned(from.view, (right * unit * zoom) / PLANE.width, (down * unit * zoom) / PLANE.height));
    },
    onPointerUp: () => {
      start.current = null;
    },
    onDragStart: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}

/** The wheel with Ctrl, and two fingers on a touchpad, bring the map nearer; without, the page scrolls on. */
function useWheel(place: RefObject<HTMLElement | null>, onWheel: (factor: number, x: number, y: number) => void) {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const element = place.current!;
    const listener = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      latest.current(2 ** (-event.deltaY / 200), event.clientX - left, event.clientY - top);
    };
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [place]);
}
