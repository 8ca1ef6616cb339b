import { type GeoProjection, geoEqualEarth } from 'd3-geo';

/** The plane of the map, in units of its own: each about 4 km at the equator. */
export const PLANE = { width: 10_000, height: 4867 } as const;

/** Equal Earth: what is of one size on the ground is of one size on the map (Šavrič and others 2018). */
export const projection = (): GeoProjection => geoEqualEarth().fitSize([PLANE.width, PLANE.height], { type: 'Sphere' });
