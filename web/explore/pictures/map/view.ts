import { PLANE } from './projection.ts';

/** The part of the plane that is seen: its middle, and how many times it is enlarged. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

export const MOST_ZOOM = 24;

export const WORLD: View = { x: PLANE.width / 2, y: PLANE.height / 2, zoom: 1 };

/** A view that is within the plane: nothing beyond its edges is seen. */
export function bounded({ x, y, zoom }: View): View {
  const within = Math.min(Math.max(zoom, 1), MOST_ZOOM);
  const [halfWidth, halfHeight] = [PLANE.width / within / 2, PLANE.height / within / 2];
  return {
    x: Math.min(Math.max(x, halfWidth), PLANE.width - halfWidth),
    y: Math.min(Math.max(y, halfHeight), PLANE.height - halfHeight),
    zoom: within,
  };
}

/** Nearer or farther by a factor; the point at `x`, `y` of the plane stays where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number } = view): View {
  const zoom = Math.min(Math.max(view.zoom * factor, 1), MOST_ZOOM);
  const share = view.zoom / zoom;
  return bounded({ x: at.x + (view.x - at.x) * share, y: at.y + (view.y - at.y) * share, zoom });
}

/** Sideways or up and down, by shares of what is seen. */
export const panned = (view: View, right: number, down: number): View =>
  bounded({ ...view, x: view.x + (right * PLANE.width) / view.zoom, y: view.y + (down * PLANE.height) / view.zoom });

/** The view as it stands in the address, `5200,1100,8`; null where that is none. */
export function viewIn(text: string | null): View | null {
  const [x, y, zoom] = (text ?? '').split(',').map(Number);
  return [x, y, zoom].every((each) => each !== undefined && Number.isFinite(each))
    ? bounded({ x: x!, y: y!, zoom: zoom! })
    : null;
}

export const viewInAddress = ({ x, y, zoom }: View): string =>
  `${Math.round(x)},${Math.round(y)},${Number(zoom.toFixed(1))}`;

/** In pixels: on narrower maps marks are smaller, down to a share, so that they do not cover one another. */
const FULL_WIDTH = 900;
const SMALLEST_SCALE = 0.45;

/** The radius of a mark whose area grows with a number, on a map of some width, all in pixels. */
export function radiusOf(count: number, highest: number, width: number): number {
  const scale = Math.min(1, Math.max(SMALLEST_SCALE, width / FULL_WIDTH));
  return scale * (4 + 20 * Math.sqrt(count / Math.max(highest, 1)));
}
