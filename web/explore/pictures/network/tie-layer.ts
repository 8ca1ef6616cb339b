/// <reference lib="dom" />
import type { TieLooks } from './tie-picture.ts';
import type { TieMessage, TiePicture } from './ties.worker.ts';
import { type View, isSame, moveAlong } from './view.ts';

/**
 * The ties of a network that has too many to draw them for each frame. A worker draws them; until it has drawn them for where the camera
 * is now, the last picture is moved and scaled to where it belongs.
 */
export interface TieLayer {
  canvas: HTMLCanvasElement;
  /** Says where the nodes are, which is seen once the camera has been told. */
  move(positions: Float32Array): void;
  /** Highlights ties, by their places. */
  light(ties: readonly number[]): void;
  follow(view: View): void;
  end(): void;
}

/** Begins a layer of ties, with nothing in it before the nodes have places. */
export function layTies(looks: TieLooks): TieLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'network-ties';
  const paper = canvas.getContext('bitmaprenderer')!;
  const worker = new Worker(WORKER_URLS['ties.worker']!);
  const tell = (message: TieMessage) => worker.postMessage(message);
  let wanted: View | null = null;
  let drawn: View | null = null;
  let isPlaced = false;
  let [isStale, isDrawing] = [false, false];
  const draw = () => {
    if (!isStale || isDrawing || !isPlaced || wanted === null) return;
    [isStale, isDrawing] = [false, true];
    tell({ view: wanted });
  };
  worker.addEventListener('message', ({ data: { picture, view } }: MessageEvent<TiePicture>) => {
    paper.transferFromImageBitmap(picture);
    drawn = view;
    moveAlong(canvas, drawn, wanted!);
    isDrawing = false;
    draw();
  });
  tell({ looks });
  return {
    canvas,
    move(positions) {
      tell({ positions });
      [isPlaced, isStale] = [true, true];
    },
    light(lit) {
      tell({ lit });
      isStale = true;
      draw();
    },
    follow(view) {
      if (wanted === null || !isSame(wanted, view)) [wanted, isStale] = [view, true];
      if (drawn !== null) moveAlong(canvas, drawn, wanted);
      draw();
    },
    end: () => worker.terminate(),
  };
}
