import { keyPrefix } from '../../../../src/domain/node-types.ts';
import { addressOf } from '../../address.ts';
import type { NetworkNodes, WayBetweenQuery } from '../../api/documents.generated.ts';
import { type Linked, titleOf } from '../../parts/linked.ts';
import { counted } from '../../words.ts';
import { networkOf, type NetworkSettings } from '../network/network-settings.ts';
import type { Table } from '../table.ts';

type Path = NonNullable<WayBetweenQuery['shortestPath']>;

/** The most ties that a way has, as `maxLength` of the API has it where it is left out. */
export const MOST_STEPS = 6;

/** In which network two can be tied, by the key of one: officials among officials. Null for what is never tied. */
export function nodesOf(key: string): NetworkNodes | null {
  const prefix = key.split(':')[0];
  if (prefix === keyPrefix.Official) return 'OFFICIAL';
  if (prefix === keyPrefix.Country) return 'COUNTRY';
  return prefix === keyPrefix.Organization ? 'ORGANIZATION' : null;
}

/** The network in which an address seeks a way. */
export function wayNetworkOf(address: URLSearchParams, nodes: NetworkNodes): NetworkSettings {
  const { body, kinds, time, maxMeetingSize } = networkOf(address, nodes);
  return {
    nodes,
    ...(body && { body }),
    ...(kinds && { kinds }),
    ...(time && { time }),
    ...(maxMeetingSize !== undefined && { maxMeetingSize }),
  };
}

/** The way in one or two sentences: over whom it leads, or that there is none. */
export function waySentence(path: Path | null, [from, to]: readonly [string, string]): string {
  if (path === null) {
    return (
      `No way of at most ${MOST_STEPS} steps leads from ${from} to ${to}: one of the two may be recorded at no meeting ` +
      `that meets these conditions, or at none with anybody who leads to the other.`
    );
  }
  if (path.length === 0) return `${from} is both the beginning and the end.`;
  const between = path.steps.slice(1).map(({ a }) => titleOf(a));
  return between.length === 0
    ? `${from} and ${to} are recorded at ${meetingsOf(path.steps[0]!.weight)}.`
    : `From ${from} to ${to} in ${counted(path.length, 'step')}, over ${between.join(', then ')}. A step joins two who are ` +
        `recorded at the same meeting: it does not say that they spoke with each other.`;
}

export const meetingsOf = (weight: number): string => (weight === 1 ? 'one meeting' : `${weight} meetings`);

/** A row for each step. */
export const wayTable = ({ steps }: Path): Table => ({
  columns: ['From', 'To', 'Meetings of both', 'The latest'],
  rows: steps.map(({ a, b, weight, because: [latest] }) => [
    linked(a),
    linked(b),
    weight,
    latest ? linked(latest) : '',
  ]),
});

const linked = (to: Linked) => ({ text: titleOf(to), href: addressOf(to)! });
