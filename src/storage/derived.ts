import { levelRank, reliabilityRank } from '../domain/claims/claim.ts';
import { normalizeAddress } from '../domain/identity/web-address.ts';
import { type TypeName } from '../domain/node-types.ts';
import { type Name, textTokens } from '../domain/names/names.ts';
import { type TimeSpan, windowOf } from '../domain/time/time.ts';
import { type Level, type Reliability } from '../domain/vocabulary.generated.ts';
import { membershipWindows } from './holding-windows.ts';
import { sortActorName, sortLevel, sortName, sortOrdinal, sortTime } from './order-keys.ts';
import { placeInTime } from './time-lengths.ts';
import { flattenWindow } from './times.ts';
import { type FieldValues, type Properties, timeOf, valueOrDefault } from './values.ts';

/** By whom the revisions of a rebuild are, which also repairs what no revision shows. */
export const REBUILD = 'rebuild';

/** What follows from the fields of a node alone: order keys, ranks, windows and search tokens. */
export function derivedProperties(type: TypeName, key: string, values: FieldValues): Properties {
  const value = (field: string) => valueOrDefault(type, field, values);
  switch (type) {
    case 'Post':
      return { sortLevel: sortLevel(value('level') as Level | null, key) };
    case 'Meeting':
      return {
        ...placeInTime(timeOf(values, 'time'), key),
        sortOrdinal: sortOrdinal(value('ordinal') as number | null, key),
      };
    case 'Development':
      return placeInTime(timeOf(values, 'time'), key);
    case 'Participation': {
      const level = value('level') as Level | null;
      return { levelRank: levelRank(level), sortLevel: sortLevel(level, key) };
    }
    case 'Tenure':
      return { sortTime: sortTime(timeOf(values, 'start'), key) };
    case 'Membership':
      return { ...membershipWindows(values), sortTime: sortTime(timeOf(values, 'start'), key) };
    case 'Statement':
      return {
        ...placeInTime(timeOf(values, 'time'), key),
        searchTokens: textTokens([(value('gist') ?? '') as string]),
      };
    case 'Document': {
      const title = (value('title') ?? value('url') ?? '') as string;
      const url = value('url') as string | null | undefined;
      const names: Name[] = title === '' ? [] : [{ value: title, lang: 'en', kind: 'COMMON' }];
      return {
        address: typeof url === 'string' ? normalizeAddress(url) : null,
        reliabilityRank: reliabilityRank(value('reliability') as Reliability),
        sortName: sortName(names, key),
        searchTokens: textTokens([title]),
      };
    }
    case 'Claim':
      return { sortTime: sortTime(timeOf(values, 'time'), key) };
    default:
      return {};
  }
}

/** What a participation copies from its meeting and its actor, to save readers a hop. */
export const participationCopies = (
  { meetingTime, actorSortName }: { meetingTime: TimeSpan; actorSortName: string | null },
  key: string,
) => ({
  ...flattenWindow('time', windowOf(meetingTime)),
  ...placeInTime(meetingTime, key),
  sortName: sortActorName(actorSortName, key),
});
