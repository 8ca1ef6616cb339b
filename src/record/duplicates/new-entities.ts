import { externalIdName } from '../../domain/identity/external-ids.ts';
import { isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import { type ExternalIdInput, type NameInput, type TimeInput } from '../input/record-input.ts';
import { type RecordingPlan } from '../diff/plan-recording.ts';
import { type RowValue, type RowValues, isNodeRef } from '../draft/row-values.ts';
import { entityTypes } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type MeetingProfile, type EntityProfile } from './similarity.ts';

/** Profiles of the entities that a plan would create, except developments, from its rows and claims. */
export function profilesOfNewEntities({ newNodes, changes }: RecordingPlan): EntityProfile[] {
  const valuesById = new Map<string, RowValues[]>();
  const add = (node: NodeRef, values: RowValues) =>
    valuesById.set(node.id, [...(valuesById.get(node.id) ?? []), values]);
  for (const { description } of changes.addedDescriptions) add(description.row.node, description.values);
  for (const { draft } of changes.claims) for (const { node, values } of draft.supports) add(node, values);
  const actors = actorsByMeeting(newNodes);
  return newNodes.flatMap(({ node }) => {
    const { id, key, type } = node;
    if (!entityTypes.includes(type) || type === 'Development') return [];
    const valuesOf = (field: string) => (valuesById.get(id) ?? []).flatMap((values) => values[field] ?? []);
    return [
      {
        id,
        key,
        type,
        names: valuesOf('names') as unknown as NameInput[],
        externalIds: (valuesOf('externalIds') as unknown as ExternalIdInput[]).map(externalIdName),
        owners: type === 'Official' ? [] : nodeIds([...valuesOf('country'), ...valuesOf('organization')]),
        different: [],
        meeting: type === 'Meeting' ? toMeetingProfile(valuesOf, actors.get(id) ?? []) : null,
      },
    ];
  });
}

const nodeIds = (values: readonly RowValue[]) => values.filter(isNodeRef).map(({ id }) => id);

function toMeetingProfile(valuesOf: (field: string) => RowValue[], actors: string[]): MeetingProfile {
  const [time] = valuesOf('time') as unknown as TimeInput[];
  const window = time === undefined ? null : windowOf(parseTime(time));
  return {
    kind: (valuesOf('kind')[0] as string | undefined) ?? null,
    body: nodeIds(valuesOf('body'))[0] ?? null,
    ordinal: (valuesOf('ordinal')[0] as number | undefined) ?? null,
    window: window && isDated(window) ? { from: window.from, until: window.until } : null,
    places: nodeIds(valuesOf('places').flat<RowValue[]>()),
    partOf: nodeIds(valuesOf('partOf'))[0] ?? null,
    actors,
  };
}

/** Ids of the participants of each new meeting, by its id. */
function actorsByMeeting(newNodes: RecordingPlan['newNodes']): Map<string, string[]> {
  const pairs = newNodes.flatMap(({ fact }) => {
    const [actor, meeting] = ['OF_ACTOR', 'IN_EVENT'].map(
      (type) => fact?.relationships.find((relationship) => relationship.type === type)?.to.id,
    );
    return actor !== undefined && meeting !== undefined ? [{ actor, meeting }] : [];
  });
  const byMeeting = Map.groupBy(pairs, ({ meeting }) => meeting);
  return new Map([...byMeeting].map(([meeting, group]) => [meeting, [...new Set(group.map(({ actor }) => actor))]]));
}
