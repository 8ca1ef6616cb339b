/// <reference lib="dom" />
import type { View } from './view.ts';

/** Ties as they are drawn: of each the places of its two nodes, how thick it is in pixels, and how opaque. */
export interface TieLooks {
  ends: Uint32Array;
  sizes: Float32Array;
  opacities: Float32Array;
  colour: string;
  /** Of those that are highlighted. */
  litColour: string;
}

/** How opaque ties are beside highlighted ones. */
const FADED = 0.35;

/** Draws those ties that are in view, straight from node to node; highlighted ones, by their places, above the others, which fade. */
export function drawTies(
  pen: OffscreenCanvasRenderingContext2D,
  { ends, sizes, opacities, colour, litColour }: TieLooks,
  positions: Float32Array,
  lit: readonly number[],
  { x, y, scaleX, scaleY, width, height, pixelRatio, thickness }: View,
): void {
  const draw = (tie: number, opacity: number) => {
    const [a, b] = [2 * ends[2 * tie]!, 2 * ends[2 * tie + 1]!];
    const [fromX, fromY] = [x + scaleX * positions[a]!, y + scaleY * positions[a + 1]!];
    const [toX, toY] = [x + scaleX * positions[b]!, y + scaleY * positions[b + 1]!];
    if ((fromX < 0 && toX < 0) || (fromX > width && toX > width)) return;
    if ((fromY < 0 && toY < 0) || (fromY > height && toY > height)) return;
    pen.globalAlpha = opacity;
    pen.lineWidth = sizes[tie]! * thickness;
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  };
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.strokeStyle = colour;
  const share = lit.length > 0 ? FADED : 1;
  opacities.forEach((opacity, tie) => draw(tie, opacity * share));
  pen.strokeStyle = litColour;
  for (const tie of lit) draw(tie, 1);
}
