import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { labelsWithRoom } from '../../../../web/explore/pictures/parts/labels.ts';
import { placeSentence, placesOf } from '../../../../web/explore/pictures/map/places.ts';
import { PLANE, projection } from '../../../../web/explore/pictures/map/projection.ts';
import {
  MOST_ZOOM,
  bounded,
  panned,
  viewIn,
  viewInAddress,
  zoomed,
} from '../../../../web/explore/pictures/map/view.ts';
import { makeWorld } from '../../../../web/explore/pictures/map/world.ts';

const world = makeWorld();

/** The rings of a path of the map, as points of the plane. */
function ringsOf(path: string): [number, number][][] {
  return path.split('z').flatMap((ring) => {
    const numbers = ring.match(/-?\d+/g)?.map(Number);
    if (!numbers) return [];
    let [x, y] = [0, 0];
    const points: [number, number][] = [];
    for (let index = 0; index < numbers.length; index += 2) {
      [x, y] = [x + numbers[index]!, y + numbers[index + 1]!];
      points.push([x, y]);
    }
    return [points];
  });
}

const rings = ringsOf(world.land);

/** The rings around a place; of an island its coast only. */
function ringsAround(longitude: number, latitude: number): [number, number][][] {
  const [x, y] = projection()([longitude, latitude])!;
  return rings.filter((ring) => {
    let isInside = false;
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring.at(index - 1)!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
    });
    return isInside;
  });
}

describe('the map has no borders', () => {
  test.each<[string, [number, number], [number, number]]>([
    ['Crimea and Kherson', [34.1, 45.2], [33.4, 46.8]],
    ['Kherson and Bryansk', [33.4, 46.8], [34.4, 53.2]],
    ['both sides of the Golan', [35.8, 33.1], [36.3, 33.5]],
    ['both sides of the line in Kashmir', [74.8, 34.1], [74.3, 35.9]],
    ['both sides of Cyprus', [33.3, 35.3], [33.0, 34.9]],
    ['Western Sahara and Morocco', [-13, 27], [-7, 32]],
  ])('%s are one land', (_, one, other) => {
    expect(ringsAround(...one)).toHaveLength(1);
    expect(ringsAround(...other)).toEqual(ringsAround(...one));
  });

  test('Taiwan is land by itself, as every island is', () => {
    expect(ringsAround(121, 23.7)).toHaveLength(1);
    expect(ringsAround(121, 23.7)).not.toEqual(ringsAround(113, 27));
  });

  test('no two pieces of land share a line, as countries would', () => {
    const lines = rings.flatMap((ring) =>
      ring.map((point, index) => [point.join(), ring.at(index - 1)!.join()].toSorted().join(' ')),
    );
    const shared = lines.length - new Set(lines).size;
    expect(shared / lines.length).toBeLessThan(0.001);
  });
});

test('the mark of a state stands in it', () => {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const { features } = feature(topology, topology.objects.countries as GeometryCollection);
  const inIt = ['804', '826', '276', '250', '840', '643', '702', '792', '156'].filter((number) =>
    geoContains(
      features.find(({ id }) => id === number)!,
      world.points[number]!,
    ),
  );
  expect(inIt).toHaveLength(9);
});

const POINTS = { '250': [2.5, 46.6] as [number, number] };
const FRANCE = {
  ...{ __typename: 'Country' as const, key: 'country:FR', name: 'France' },
  externalIds: [{ scheme: 'UN_M49', value: '250' }],
};
const place = (name: string, more: object) => ({
  ...{ __typename: 'Place' as const, key: `place:${name}`, name, kind: 'CITY' as const },
  ...{ latitude: null, longitude: null, within: null, country: null, ...more },
});
const COUNTS = [
  { values: [null], count: 4, entities: [null] },
  { values: [], count: 3, entities: [place('hq', { latitude: 50.9, longitude: 4.4 })] },
  {
    values: [],
    count: 2,
    entities: [place('hall', { within: { kind: 'CITY', name: 'x', latitude: 1, longitude: 2 } })],
  },
  { values: [], count: 2, entities: [place('paris', { country: FRANCE })] },
  { values: [], count: 1, entities: [FRANCE] },
  { values: [], count: 1, entities: [place('europe', { kind: 'REGION' })] },
];

test('a place is shown where it is recorded to be; else with its country, marked so; else it is told', () => {
  const places = placesOf(COUNTS, POINTS, { kinds: ['VISIT'] });
  expect(places.marks.map(({ key, at, isExact, count }) => [key, at, isExact, count])).toEqual([
    ['country:FR', [2.5, 46.6], false, 3],
    ['place:hq', [4.4, 50.9], true, 3],
    ['place:hall', [2, 1], true, 2],
  ]);
  expect(places.marks[0]!.places).toEqual(['paris', 'place not told']);
  expect(places.marks[1]!.href).toBe('/explore/meetings?kinds=VISIT&place=place:hq');
  expect(places.nowhere.map(({ label, count }) => [label, count])).toEqual([
    ['No place is recorded', 4],
    ['europe', 1],
  ]);
  expect(placeSentence(places, 12)).toBe(
    '12 meetings: 5 at 2 places whose coordinates are recorded, 3 of which only the country can be shown, 5 without a place; most at places in France (3). A meeting in several places counts at each.',
  );
});

const view = fc.record({
  x: fc.double({ min: -2 * PLANE.width, max: 2 * PLANE.width, noNaN: true }),
  y: fc.double({ min: -2 * PLANE.height, max: 2 * PLANE.height, noNaN: true }),
  zoom: fc.double({ min: 0.01, max: 100, noNaN: true }),
});

test('whatever is done, nothing beyond the edges of the world is seen', () => {
  fc.assert(
    fc.property(
      view,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (from, factor, by) => {
        for (const { x, y, zoom } of [bounded(from), zoomed(bounded(from), factor), panned(bounded(from), by, -by)]) {
          expect(zoom).toBeGreaterThanOrEqual(1);
          expect(zoom).toBeLessThanOrEqual(MOST_ZOOM);
          expect(x - PLANE.width / zoom / 2).toBeGreaterThan(-1e-6);
          expect(x + PLANE.width / zoom / 2).toBeLessThan(PLANE.width + 1e-6);
          expect(y - PLANE.height / zoom / 2).toBeGreaterThan(-1e-6);
          expect(y + PLANE.height / zoom / 2).toBeLessThan(PLANE.height + 1e-6);
        }
      },
    ),
  );
});

test('the view stands in the address', () => {
  const seen = bounded({ x: 5200, y: 1100, zoom: 8 });
  expect(viewIn(viewInAddress(seen))).toEqual(seen);
  expect(viewIn(null)).toBeNull();
  expect(viewIn('here')).toBeNull();
});

test('names have room: the first has its name, one that it would cover has not', () => {
  const mark = (key: string, x: number) => ({ key, label: 'Brussels', x, y: 50, radius: 5 });
  expect([...labelsWithRoom([mark('a', 100), mark('b', 120), mark('c', 300), mark('d', 990)], 1000, 500)]).toEqual([
    'a',
    'c',
  ]);
});
