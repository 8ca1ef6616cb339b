/// <reference lib="dom" />
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useScheme } from '../parts/useScheme.ts';
import { type NetworkCanvas, drawNetwork } from './draw.ts';
import type { Layout } from './layout.ts';
import type { Chosen } from './NetworkView.tsx';
import { type Drawing, layoutTaskOf } from './picture.ts';

const STEP = 0.1;

/** The picture of a network: laid out by a worker, moved by pointer, wheel and keys. `canvas` has what draws it. */
export function Canvas({
  drawing,
  chosen,
  onChoose,
  canvas,
  label,
}: {
  drawing: Drawing;
  chosen: Chosen;
  onChoose: (what: Chosen) => void;
  canvas: RefObject<NetworkCanvas | null>;
  label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const [hovered, setHovered] = useState<Chosen>(null);
  const { layout, isSettled } = useLayout(drawing);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    const drawn = drawNetwork(place.current!, drawing, {
      onHover: setHovered,
      onChoose: (what) => choose.current(what),
    });
    canvas.current = drawn;
    return () => {
      canvas.current = null;
      drawn.end();
    };
  }, [drawing, scheme, canvas]);
  useEffect(() => {
    if (layout !== null) canvas.current?.move(layout);
  }, [layout, scheme, canvas]);
  useEffect(() => canvas.current?.highlight(hovered ?? chosen), [hovered, chosen, drawing, scheme, canvas]);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = KEYS[event.key];
    if (key === undefined || canvas.current === null) return;
    event.preventDefault();
    key(canvas.current);
  };
  return (
    <>
      <div className="network" role="group" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        <div ref={place} className="network-canvas" data-settled={isSettled} />
      </div>
      <div className="network-tools">
        <button type="button" onClick={() => canvas.current?.zoom('in')} aria-label="Nearer">
          +
        </button>
        <button type="button" onClick={() => canvas.current?.zoom('out')} aria-label="Farther">
          −
        </button>
        <button type="button" onClick={() => canvas.current?.zoom('all')}>
          All
        </button>
        <span role="status" className="aside">
          {isSettled ? '' : 'Laying out …'}
        </span>
      </div>
    </>
  );
}

const KEYS: Readonly<Record<string, (canvas: NetworkCanvas) => void>> = {
  ArrowLeft: (canvas) => canvas.pan(-STEP, 0),
  ArrowRight: (canvas) => canvas.pan(STEP, 0),
  ArrowUp: (canvas) => canvas.pan(0, STEP),
  ArrowDown: (canvas) => canvas.pan(0, -STEP),
  '+': (canvas) => canvas.zoom('in'),
  '-': (canvas) => canvas.zoom('out'),
  '0': (canvas) => canvas.zoom('all'),
};

/** Where the nodes are, as the worker finds it. Who wants no motion sees only where they come to rest. */
function useLayout(drawing: Drawing): { layout: Float32Array | null; isSettled: boolean } {
  const [known, setKnown] = useState<{ of: Drawing; layout: Float32Array; isSettled: boolean } | null>(null);
  useEffect(() => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const worker = new Worker(WORKER_URLS['layout.worker']!);
    worker.addEventListener('message', ({ data: { positions, isSettled } }: MessageEvent<Layout>) => {
      if (isSettled || !isStill) setKnown({ of: drawing, layout: positions, isSettled });
    });
    worker.postMessage(layoutTaskOf(drawing));
    return () => worker.terminate();
  }, [drawing]);
  return known?.of === drawing ? known : { layout: null, isSettled: false };
}
