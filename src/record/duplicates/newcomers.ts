import { externalIdName } from '../../domain/external-ids.ts';
import { isDated, timeOf, windowOf } from '../../domain/time.ts';
import { type ExternalIdInput, type NameInput, type TimeInput } from '../input.ts';
import { type Plan } from '../plan/plan.ts';
import { type Value, type Values, isThing } from '../plan/values.ts';
import { entityTypes } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type MeetingProfile, type Profile } from './score.ts';

/** The entities that a plan would make, developments apart, as far as its rows and claims tell what they are. */
export function newcomersOf({ newThings, changes }: Plan): Profile[] {
  const told = new Map<string, Values[]>();
  const add = (thing: Thing, values: Values) => told.set(thing.id, [...(told.get(thing.id) ?? []), values]);
  for (const { description } of changes.described) add(description.row.thing, description.told);
  for (const { draft } of changes.claims) for (const { thing, values } of draft.supports) add(thing, values);
  const actors = actorsIn(newThings);
  return newThings.flatMap(({ thing }) => {
    const { id, key, type } = thing;
    if (!entityTypes.includes(type) || type === 'Development') return [];
    const all = (field: string) => (told.get(id) ?? []).flatMap((values) => values[field] ?? []);
    return [
      {
        id,
        key,
        type,
        names: all('names') as unknown as NameInput[],
        externalIds: (all('externalIds') as unknown as ExternalIdInput[]).map(externalIdName),
        owners: type === 'Official' ? [] : ids([...all('country'), ...all('organization')]),
        different: [],
        meeting: type === 'Meeting' ? meetingOf(all, actors.get(id) ?? []) : null,
      },
    ];
  });
}

const ids = (values: readonly Value[]) => values.filter(isThing).map(({ id }) => id);

function meetingOf(all: (field: string) => Value[], actors: string[]): MeetingProfile {
  const [time] = all('time') as unknown as TimeInput[];
  const window = time === undefined ? null : windowOf(timeOf(time));
  return {
    kind: (all('kind')[0] as string | undefined) ?? null,
    body: ids(all('body'))[0] ?? null,
    ordinal: (all('ordinal')[0] as number | undefined) ?? null,
    window: window && isDated(window) ? { from: window.from, until: window.until } : null,
    place: ids(all('place'))[0] ?? null,
    partOf: ids(all('partOf'))[0] ?? null,
    actors,
  };
}

/** Ids of those who take part in meetings, by the ids of these. */
function actorsIn(newThings: Plan['newThings']): Map<string, string[]> {
  const pairs = newThings.flatMap(({ fact }) => {
    const [actor, meeting] = ['OF_ACTOR', 'IN_EVENT'].map(
      (type) => fact?.links.find((link) => link.type === type)?.to.id,
    );
    return actor !== undefined && meeting !== undefined ? [{ actor, meeting }] : [];
  });
  const byMeeting = Map.groupBy(pairs, ({ meeting }) => meeting);
  return new Map([...byMeeting].map(([meeting, own]) => [meeting, [...new Set(own.map(({ actor }) => actor))]]));
}
