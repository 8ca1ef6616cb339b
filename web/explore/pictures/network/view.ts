/// <reference lib="dom" />
import type Sigma from 'sigma';

/** Where a camera sees what: the pixel of a point is `x + scaleX * point.x`, `y + scaleY * point.y`. */
export interface View {
  x: number;
  y: number;
  scaleX: number;
  scaleY: number;
  /** Of the picture, in pixels of the page, and how many of the screen each of these is. */
  width: number;
  height: number;
  pixelRatio: number;
  /** How much thicker than they say ties are, this near. */
  thickness: number;
}

/** Far enough from the first point to tell scales exactly. */
const FAR = 1000;

/** The view of the camera as it is now. */
export function viewOf(sigma: Pick<Sigma, 'graphToViewport' | 'getDimensions' | 'scaleSize'>): View {
  const [{ x, y }, far] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: FAR, y: FAR })];
  return {
    ...{ x, y, scaleX: (far.x - x) / FAR, scaleY: (far.y - y) / FAR },
    ...sigma.getDimensions(),
    pixelRatio: devicePixelRatio,
    thickness: sigma.scaleSize(1),
  };
}

export const isSame = (a: View, b: View): boolean =>
  (Object.keys(a) as (keyof View)[]).every((each) => Math.abs(a[each] - b[each]) < 1e-6);

/** Moves and scales a picture that was drawn from one view to where it belongs in another. */
export function moveAlong(canvas: HTMLCanvasElement, drawn: View, wanted: View): void {
  const [scaleX, scaleY] = [wanted.scaleX / drawn.scaleX, wanted.scaleY / drawn.scaleY];
  const [x, y] = [wanted.x - scaleX * drawn.x, wanted.y - scaleY * drawn.y];
  canvas.style.transform = isSame(drawn, wanted) ? '' : `matrix(${scaleX}, 0, 0, ${scaleY}, ${x}, ${y})`;
}
