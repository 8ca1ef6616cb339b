import type { MeetingPlacesQuery } from '../../api/documents.generated.ts';
import { type Linked, titleOf } from '../../parts/linked.ts';
import { counted } from '../../words.ts';
import { type MeetingConditions, meetingsAddress } from '../conditions.ts';
import type { Table } from '../table.ts';
import type { World } from './world.ts';

type Counts = MeetingPlacesQuery['meetings']['counts'];
type Located = NonNullable<Counts[number]['entities'][number]>;

/** A mark on the map: a place whose coordinates are recorded, or a state in which meetings were at places without them. */
export interface MapMark {
  key: string;
  label: string;
  isExact: boolean;
  /** Degrees east and north. */
  at: [longitude: number, latitude: number];
  count: number;
  /** The places of a state that have no coordinates of their own. */
  places: readonly string[];
  href: string;
}

/** What the map shows, and what it cannot: the numbers of meetings at places that lie in no known state, and at none. */
export interface Places {
  marks: MapMark[];
  nowhere: { label: string; count: number; href: string | null }[];
}

/**
 * Where to show meetings. A place without coordinates is shown at the city in which it lies, if that has some; else it is counted with
 * its state, in the middle of which there is a mark that says so. Marks stand largest first.
 */
export function placesOf(counts: Counts, points: World['points'], conditions: MeetingConditions): Places {
  const exact: MapMark[] = [];
  const byState = new Map<string, { state: Linked & { at: [number, number] }; count: number; places: string[] }>();
  const nowhere: Places['nowhere'] = [];
  for (const { entities, count } of counts) {
    const [entity] = entities;
    if (!entity) {
      nowhere.push({ label: 'No place is recorded', count, href: null });
      continue;
    }
    const label = titleOf(entity);
    const href = meetingsAddress({ ...conditions, place: entity.key });
    const at = coordinatesOf(entity);
    if (at !== null) {
      exact.push({ key: entity.key, label, isExact: true, at, count, places: [], href });
      continue;
    }
    const state = stateOf(entity, points);
    if (state === null) {
      nowhere.push({ label, count, href });
      continue;
    }
    const known = byState.get(state.key) ?? { state, count: 0, places: [] };
    known.count += count;
    known.places.push(entity.key === state.key ? 'place not told' : label);
    byState.set(state.key, known);
  }
  const states = [...byState.values()].map(({ state, count, places }) => ({
    ...{ key: state.key, label: titleOf(state), isExact: false, at: state.at, count, places },
    href: meetingsAddress({ ...conditions, place: state.key }),
  }));
  return { marks: [...exact, ...states].toSorted((a, b) => b.count - a.count || a.key.localeCompare(b.key)), nowhere };
}

/** Where a place is: its own coordinates, else those of the city or venue around it. A region is too large for a point. */
function coordinatesOf(entity: Located): [number, number] | null {
  if (!('latitude' in entity)) return null;
  if (entity.latitude !== null && entity.longitude !== null) return [entity.longitude, entity.latitude];
  const { within } = entity;
  if (!within || within.kind === 'REGION' || within.latitude === null || within.longitude === null) return null;
  return [within.longitude, within.latitude];
}

function stateOf(entity: Located, points: World['points']): (Linked & { at: [number, number] }) | null {
  const state = 'country' in entity ? entity.country : 'externalIds' in entity ? entity : null;
  const number = state?.externalIds.find(({ scheme }) => scheme === 'UN_M49')?.value;
  const at = number === undefined ? undefined : points[number];
  return state && at ? { ...state, at } : null;
}

/** A row for each mark and for each of what the map cannot show. */
export function placeTable({ marks, nowhere }: Places): Table {
  return {
    columns: ['Where', 'Meetings', 'On the map'],
    rows: [
      ...marks.map(({ label, href, count, isExact, places }) => [
        { text: label, href },
        count,
        isExact ? 'at its coordinates' : `in the middle of the country: ${places.join(', ')}`,
      ]),
      ...nowhere.map(({ label, count, href }) => [href === null ? label : { text: label, href }, count, 'not shown']),
    ],
  };
}

/** What is seen, in one sentence. */
export function placeSentence({ marks, nowhere }: Places, total: number): string {
  const sum = (some: readonly { count: number }[]) => some.reduce((all, { count }) => all + count, 0);
  const exact = marks.filter(({ isExact }) => isExact);
  const inStates = marks.filter(({ isExact }) => !isExact);
  if (total === 0) return 'No meeting meets these conditions.';
  return [
    `${counted(total, 'meeting')}: ${sum(exact)} at ${counted(exact.length, 'place')} whose coordinates are recorded`,
    inStates.length > 0 && `, ${sum(inStates)} of which only the country can be shown`,
    nowhere.length > 0 && `, ${sum(nowhere)} without a place`,
    marks[0] && `; most at ${marks[0].isExact ? '' : 'places in '}${marks[0].label} (${marks[0].count})`,
    '. A meeting in several places counts at each.',
  ]
    .filter(Boolean)
    .join('');
}
