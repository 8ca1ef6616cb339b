import type { Level, NetworkNodes, Portfolio, TieWeight } from '../../api/documents.generated.ts';
import { type MeetingConditions, conditionsOf } from '../conditions.ts';

/** What the nodes can be, and what several and one of them are called. */
export const NODES = {
  OFFICIAL: ['officials', 'official'],
  COUNTRY: ['countries', 'country'],
  ORGANIZATION: ['organizations', 'organization'],
} as const;

/** A network as an address asks for it, in the shape of `NetworkInput` of the API. */
export interface NetworkSettings extends Pick<MeetingConditions, 'body' | 'kinds' | 'time'> {
  nodes: NetworkNodes;
  weight?: TieWeight;
  minWeight?: number;
  around?: string;
  radius?: number;
  maxMeetingSize?: number;
  officials?: { country?: string; levels?: Level[]; portfolio?: Portfolio };
}

/**
 * The network that an address says: `nodes=COUNTRY&body=org:udcg&minWeight=2`. Each parameter is named as in `/export/network`;
 * `usual` is of what kind the nodes are where it does not say.
 */
export function networkOf(address: URLSearchParams, usual: NetworkNodes): NetworkSettings {
  const { body, kinds, time } = conditionsOf(address);
  const nodes = (address.get('nodes') ?? usual) as NetworkNodes;
  const around = address.get('around')?.trim();
  const levels = address.getAll('officials.levels').filter(Boolean) as Level[];
  const portfolio = address.get('officials.portfolio') as Portfolio | null;
  const country = address.get('officials.country')?.trim();
  const officials = {
    ...(country && { country }),
    ...(levels.length > 0 && { levels }),
    ...(portfolio && { portfolio }),
  };
  const minWeight = numberIn(address, 'minWeight');
  const radius = numberIn(address, 'radius');
  const maxMeetingSize = numberIn(address, 'maxMeetingSize');
  return {
    nodes,
    ...(body && { body }),
    ...(kinds && { kinds }),
    ...(time && { time }),
    ...(address.get('weight') && { weight: address.get('weight') as TieWeight }),
    ...(minWeight !== null && { minWeight }),
    ...(maxMeetingSize !== null && { maxMeetingSize }),
    ...(around && { around, ...(radius !== null && { radius }) }),
    ...(nodes === 'OFFICIAL' && Object.keys(officials).length > 0 && { officials }),
  };
}

/** A number in an address; null where there is none. */
export function numberIn(address: URLSearchParams, name: string): number | null {
  const text = address.get(name)?.trim();
  return text && Number.isFinite(Number(text)) ? Number(text) : null;
}
