import type { MostMeetingsQuery, NetworkNodes } from '../../api/documents.generated.ts';
import { listAddress } from '../../address.ts';
import { titleOf } from '../../parts/linked.ts';
import { counted } from '../../words.ts';
import { parametersOf } from '../conditions.ts';
import { NODES, type NetworkSettings } from '../network/network-settings.ts';
import type { Table } from '../table.ts';

type Network = MostMeetingsQuery['network'];

/** So many are listed. */
export const LISTED = 100;

/** Those of the network that are no meetings, at most {@link LISTED}: each with its place; equal ones share one. */
export function rankedOf(nodes: Network['nodes']) {
  const listed = nodes.filter(({ entity }) => entity.__typename !== 'Meeting').slice(0, LISTED);
  return listed.map(({ entity, degree }) => ({
    place: listed.findIndex((other) => other.degree === degree) + 1,
    entity,
    meetings: degree,
  }));
}

/** The list of the meetings of one of them: where he or she was there; of a country, where it took part through anybody. */
export function meetingsOfAddress(key: string, { nodes, body, kinds, time }: NetworkSettings): string {
  const there =
    nodes === 'COUNTRY'
      ? { actors: [key], statuses: ['HELD', 'ONGOING'] }
      : { participation: { actors: [key], statuses: ['ATTENDED'], standings: ['ESTABLISHED'] } };
  return listAddress('meetings', parametersOf({ ...there, body, kinds, time }));
}

/** Places, names and numbers of meetings. */
export function mostTable(ranked: ReturnType<typeof rankedOf>, settings: NetworkSettings): Table {
  const isOfficials = settings.nodes === 'OFFICIAL';
  return {
    columns: ['Name', 'Meetings', 'Place', ...(isOfficials ? ['Country'] : [])],
    rows: ranked.map(({ place, entity, meetings }) => [
      { text: titleOf(entity), href: meetingsOfAddress(entity.key, settings) },
      meetings,
      place,
      ...(isOfficials ? ['country' in entity && entity.country ? titleOf(entity.country) : ''] : []),
    ]),
  };
}

/** What is seen, in a sentence or two. */
export function mostSentence(
  { nodeCount, meetingCount }: Pick<Network, 'nodeCount' | 'meetingCount'>,
  ranked: ReturnType<typeof rankedOf>,
  nodes: NetworkNodes,
): string {
  const [several, one] = NODES[nodes];
  const first = ranked.filter(({ place }) => place === 1);
  if (first.length === 0) return `None of the ${several} is recorded at such a meeting.`;
  const names = first.slice(0, 3).map(({ entity }) => titleOf(entity));
  const more = first.length - names.length;
  return (
    `${names.join(', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''}: at ${counted(first[0]!.meetings, 'meeting')}, ` +
    `more than any other of the ${counted(nodeCount - meetingCount, one, several)} recorded at ${counted(meetingCount, 'meeting')}. ` +
    `Counted is who is recorded as having been there; of many meetings only some of those who came are.`
  );
}
