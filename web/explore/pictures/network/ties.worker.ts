/// <reference lib="dom" />
import { type TieLooks, drawTies } from './tie-picture.ts';
import type { View } from './view.ts';

/** What the worker is told: first what the ties look like, then where the nodes are, which ties are highlighted, and from where to draw. */
export type TieMessage =
  { looks: TieLooks } | { positions: Float32Array } | { lit: readonly number[] } | { view: View };

/** A picture of the ties, and from where it was drawn. */
export interface TiePicture {
  picture: ImageBitmap;
  view: View;
}

const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext('2d')!;
let looks: TieLooks;
let positions: Float32Array;
let lit: readonly number[] = [];

/** Draws the ties of a network beside the page, so that the page never waits for them. */
self.addEventListener('message', ({ data }: MessageEvent<TieMessage>) => {
  if ('looks' in data) looks = data.looks;
  else if ('positions' in data) positions = data.positions;
  else if ('lit' in data) lit = data.lit;
  else {
    const { view } = data;
    const [width, height] = [Math.round(view.width * view.pixelRatio), Math.round(view.height * view.pixelRatio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    drawTies(pen, looks, positions, lit, view);
    const picture = canvas.transferToImageBitmap();
    postMessage({ picture, view } satisfies TiePicture, { transfer: [picture] });
  }
});
