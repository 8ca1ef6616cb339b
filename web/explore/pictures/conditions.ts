import { listAddress } from '../address.ts';
import type { EventStatus, MeetingKind } from '../../../src/domain/vocabulary.generated.ts';

/** The conditions on meetings that pictures share, in the shape of `MeetingFilter` of the API. */
export interface MeetingConditions {
  body?: string;
  actors?: string[];
  kinds?: MeetingKind[];
  statuses?: EventStatus[];
  place?: string;
  /** Years or months in which they began: `2024`. */
  beginsIn?: string[];
  time?: { from?: string; to?: string };
}

/** Whether what is counted was held, is planned, or either. */
export const SHOWN: Readonly<Record<string, readonly EventStatus[] | undefined>> = {
  held: ['HELD', 'ONGOING'],
  planned: ['PROPOSED', 'SCHEDULED'],
  all: undefined,
};

/**
 * The conditions that an address says: `body=org:udcg&time.from=2024&kinds=VISIT`, each named as in the API. `shown` is
 * `held`, if left out, `planned` or `all`.
 */
export function conditionsOf(address: URLSearchParams): MeetingConditions {
  const time = { ...one(address, 'time.from', 'from'), ...one(address, 'time.to', 'to') };
  const statuses = SHOWN[address.get('shown') ?? 'held'];
  return {
    ...one(address, 'body'),
    ...several(address, 'actors'),
    ...several(address, 'kinds'),
    ...(statuses && { statuses: [...statuses] }),
    ...(Object.keys(time).length > 0 && { time }),
  };
}

const one = (address: URLSearchParams, name: string, as = name): Record<string, string> => {
  const value = address.get(name)?.trim();
  return value ? { [as]: value } : {};
};

const several = (address: URLSearchParams, name: string): Record<string, string[]> => {
  const values = address.getAll(name).filter((value) => value !== '');
  return values.length > 0 ? { [name]: values } : {};
};

/** Conditions as parameters of an address, paths with dots: `{ 'time.from': '2024' }`. */
export function parametersOf(conditions: object): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(conditions).flatMap(([name, value]: [string, unknown]) =>
      value === undefined || value === null
        ? []
        : typeof value === 'object' && !Array.isArray(value)
          ? Object.entries(parametersOf(value)).map(([inner, each]) => [`${name}.${inner}`, each])
          : [[name, Array.isArray(value) ? value.map(String) : String(value as string | number | boolean)]],
    ),
  );
}

/** The list of the meetings that meet conditions: `/explore/meetings?kinds=VISIT&time.from=2024-01-01`. */
export const meetingsAddress = (conditions: MeetingConditions): string =>
  listAddress('meetings', parametersOf(conditions));

/** The conditions, and that a meeting began in this year besides, as the API counts them by YEAR. */
export const inYear = (conditions: MeetingConditions, year: string): MeetingConditions => ({
  ...conditions,
  beginsIn: [year],
});
