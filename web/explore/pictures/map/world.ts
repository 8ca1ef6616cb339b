import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoContext, geoArea, geoCentroid, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { projection } from './projection.ts';

/** What the map is drawn from, made when the page is built. */
export interface World {
  /** All land, as one SVG path on the map's own plane: there is no border in it. */
  land: string;
  /** A point in the largest part of each state, degrees east and north, by UN M49 number: `804` for Ukraine. */
  points: Record<string, [longitude: number, latitude: number]>;
}

type Shape = Feature<Polygon | MultiPolygon>;

/** Points of the coast nearer to one another than that, in units of the plane, are one; islands that small are left out. */
const FINEST = 3;

/**
 * The world of Natural Earth. Its borders are those of who is in control, by its makers' judgement: Crimea is in the shape of
 * Russia. The map therefore has land only (docs/decisions/2026-12-01-borders-on-the-map.md).
 */
export function makeWorld(): World {
  return { land: landPath(), points: pointsOfStates() };
}

function landPath(): string {
  const topology = read('land-50m.json');
  const land = feature(topology, topology.objects.land as GeometryCollection);
  const rings = new Rings();
  geoPath(projection(), rings)(land);
  return rings.path();
}

type Point = readonly [x: number, y: number];

/** Takes lines as a canvas does, and gives them as a short SVG path of whole numbers. */
class Rings implements GeoContext {
  readonly #rings: [number, number][][] = [];

  moveTo(x: number, y: number) {
    this.#rings.push([[Math.round(x), Math.round(y)]]);
  }
  lineTo(x: number, y: number) {
    const ring = this.#rings.at(-1)!;
    const [lastX, lastY] = ring.at(-1)!;
    if (Math.hypot(x - lastX, y - lastY) >= FINEST) ring.push([Math.round(x), Math.round(y)]);
  }
  closePath() {}
  beginPath() {}
  arc() {}

  path(): string {
    return this.#rings
      .filter((ring) => ring.length > 2)
      .map(([first, ...others]) => `M${first!.join(' ')}l${steps(first!, others).join(' ')}z`)
      .join('');
  }
}

/** From each point to the next. */
function steps(first: Point, others: readonly Point[]): number[] {
  return others.flatMap(([x, y], index) => {
    const [beforeX, beforeY] = others[index - 1] ?? first;
    return [x - beforeX, y - beforeY];
  });
}

function pointsOfStates(): World['points'] {
  const topology = read('countries-50m.json');
  const { features } = feature(topology, topology.objects.countries as GeometryCollection);
  return Object.fromEntries(
    (features as Shape[]).flatMap((country) => (country.id === undefined ? [] : [[country.id, pointOf(country)]])),
  );
}

/** The middle of the largest part of a country: of France that in Europe. */
function pointOf({ geometry }: Shape): [number, number] {
  const parts: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const [largest] = polygons.toSorted((a, b) => geoArea(b) - geoArea(a));
  const [longitude, latitude] = geoCentroid(largest!);
  return [Math.round(longitude * 10) / 10, Math.round(latitude * 10) / 10];
}

function read(file: string): Topology {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  return JSON.parse(readFileSync(path, 'utf8')) as Topology;
}
