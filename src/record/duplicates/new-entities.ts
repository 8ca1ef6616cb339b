import { externalIdName } from '../../domain/identity/external-ids.ts';
import { isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import { type ExternalIdInput, type NameInput, type TimeInput } from '../input/record-input.ts';
import { type RecordingPlan } from '../diff/plan-recording.ts';
import { type RowValue, type RowValues, isNodeRef } from '../draft/row-values.ts';
import { entityTypes } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type Tx } from '../../graph/database.ts';
import { placesAround } from './blocking.ts';
import { type EntityProfile, LEADING_ROLES, type MeetingProfile } from './similarity.ts';

/**
 * Profiles of the entities that a plan would create, except developments, from its rows and claims alone: of what lies around places,
 * only what the plan says.
 */
export function profilesOfNewEntities({ newNodes, changes }: RecordingPlan): EntityProfile[] {
  const valuesById = new Map<string, RowValues[]>();
  const add = (node: NodeRef, values: RowValues) =>
    valuesById.set(node.id, [...(valuesById.get(node.id) ?? []), values]);
  for (const { description } of changes.addedDescriptions) add(description.row.node, description.values);
  for (const { draft } of changes.claims) for (const { node, values } of draft.supports) add(node, values);
  const valuesIn = (id: string, field: string) => (valuesById.get(id) ?? []).flatMap((values) => values[field] ?? []);
  const participants = participantsByMeeting(newNodes);
  const meetings = newNodes.filter(({ node: { type } }) => type === 'Meeting').map(({ node: { id } }) => id);
  const places = new Map(meetings.map((id) => [id, nodeIds(valuesIn(id, 'places').flat<RowValue[]>())]));
  return newNodes.flatMap(({ node }) => {
    const { id, key, type } = node;
    if (!entityTypes.includes(type) || type === 'Development') return [];
    const valuesOf = (field: string) => valuesIn(id, field);
    return [
      {
        id,
        key,
        type,
        names: valuesOf('names') as unknown as NameInput[],
        externalIds: (valuesOf('externalIds') as unknown as ExternalIdInput[]).map(externalIdName),
        owners: type === 'Official' ? [] : nodeIds([...valuesOf('country'), ...valuesOf('organization')]),
        different: [],
        meeting:
          type === 'Meeting'
            ? toMeetingProfile(valuesOf, {
                places: places.get(id)!,
                around: places.get(id)!.flatMap((place) => plannedAround(place, valuesIn)),
                participants: participants.get(id) ?? [],
              })
            : null,
      },
    ];
  });
}

const nodeIds = (values: readonly RowValue[]) => values.filter(isNodeRef).map(({ id }) => id);

/** What a place lies in according to the plan, its own id first. */
const plannedAround = (
  place: string,
  valuesIn: (id: string, field: string) => RowValue[],
  seen: readonly string[] = [],
): string[] =>
  seen.includes(place)
    ? []
    : [
        place,
        ...nodeIds(['within', 'country'].flatMap((field) => valuesIn(place, field))).flatMap((each) =>
          plannedAround(each, valuesIn, [...seen, place]),
        ),
      ];

/** The same profiles with all that the graph says of what lies around their places. */
export async function withSurroundings(tx: Tx, profiles: readonly EntityProfile[]): Promise<EntityProfile[]> {
  const stored = await placesAround(tx, [...new Set(profiles.flatMap(({ meeting }) => meeting?.around ?? []))]);
  const withStored = (places: readonly string[]) => places.flatMap((place) => [place, ...(stored.get(place) ?? [])]);
  return profiles.map((profile) =>
    profile.meeting === null
      ? profile
      : { ...profile, meeting: { ...profile.meeting, around: [...new Set(withStored(profile.meeting.around))] } },
  );
}

interface MeetingContext extends Pick<MeetingProfile, 'places' | 'around'> {
  participants: readonly Participant[];
}

function toMeetingProfile(
  valuesOf: (field: string) => RowValue[],
  { participants, ...places }: MeetingContext,
): MeetingProfile {
  const [time] = valuesOf('time') as unknown as TimeInput[];
  const window = time === undefined ? null : windowOf(parseTime(time));
  const idsOf = (some: readonly Participant[]) => [...new Set(some.map(({ actor }) => actor))];
  return {
    ...places,
    kind: (valuesOf('kind')[0] as string | undefined) ?? null,
    body: nodeIds(valuesOf('body'))[0] ?? null,
    ordinal: (valuesOf('ordinal')[0] as number | undefined) ?? null,
    window: window && isDated(window) ? { from: window.from, until: window.until } : null,
    partOf: nodeIds(valuesOf('partOf'))[0] ?? null,
    actors: idsOf(participants),
    leaders: idsOf(participants.filter(({ role }) => LEADING_ROLES.includes(role))),
  };
}

interface Participant {
  meeting: string;
  /** Its id. */
  actor: string;
  role: string;
}

/** The participants of each new meeting, by its id. */
function participantsByMeeting(newNodes: RecordingPlan['newNodes']): Map<string, Participant[]> {
  const participants = newNodes.flatMap(({ fact }): Participant[] => {
    const [actor, meeting] = ['OF_ACTOR', 'IN_EVENT'].map(
      (type) => fact?.relationships.find((relationship) => relationship.type === type)?.to.id,
    );
    return actor !== undefined && meeting !== undefined ? [{ actor, meeting, role: fact!.role! }] : [];
  });
  return Map.groupBy(participants, ({ meeting }) => meeting);
}
