import { describe, expect, test } from '@jest/globals';
import { claimStatus, countIndependentSources, levelRank, reliabilityRank } from '../../../src/domain/claims/claim.ts';
import { AttributionKind, Level, Modality, Reliability } from '../../../src/domain/vocabulary.generated.ts';

describe('the status of a claim', () => {
  const hearsay = [AttributionKind.ANONYMOUS, AttributionKind.MEDIA_REPORT, AttributionKind.ANONYMOUS_VIA_MEDIA];

  test.each(Object.values(AttributionKind))('on the word of %s', (kind) => {
    const told = hearsay.includes(kind as (typeof hearsay)[number])
      ? { OCCURRED: 'ALLEGED', ONGOING: 'ALLEGED' }
      : { OCCURRED: 'OCCURRED', ONGOING: 'ONGOING' };
    const statuses = Object.values(Modality).map((modality) => [modality, claimStatus(modality, kind)]);
    expect(Object.fromEntries(statuses)).toEqual({
      ...told,
      PLANNED: 'PLANNED',
      EXPECTED: 'EXPECTED',
      POSSIBLE: 'ALLEGED',
      UNDETERMINED: 'UNDETERMINED',
    });
  });
});

test('a reprint adds no source; a second beginning does', () => {
  expect(countIndependentSources([['org:cna', 'org:udn']])).toBe(1);
  expect(countIndependentSources([['org:cna', 'org:udn'], ['org:cna']])).toBe(1);
  expect(countIndependentSources([['org:cna', 'org:udn'], ['org:the-times'], []])).toBe(2);
});

test('levels and reliabilities rank best first, and what is not said ranks as unknown', () => {
  expect(levelRank(Level.HEAD_OF_STATE_AND_GOVERNMENT)).toBe(0);
  expect(levelRank(Level.MINISTER)).toBeLessThan(levelRank(Level.DEPUTY_MINISTER));
  expect(levelRank(Level.DEPUTY_HEAD)).toBeLessThan(levelRank(Level.HEAD_OF_ORGANIZATION));
  expect(levelRank(Level.HEAD_OF_ORGANIZATION)).toBeLessThan(levelRank(Level.MINISTER));
  expect(levelRank(null)).toBe(levelRank(Level.UNKNOWN));
  expect(reliabilityRank(Reliability.RELIABLE)).toBe(0);
  expect(reliabilityRank(undefined)).toBe(reliabilityRank(Reliability.UNKNOWN));
  expect(reliabilityRank(Reliability.FAIRLY_RELIABLE)).toBeLessThan(reliabilityRank(Reliability.UNKNOWN));
  expect(reliabilityRank(Reliability.UNKNOWN)).toBeLessThan(reliabilityRank(Reliability.NOT_USUALLY_RELIABLE));
});
