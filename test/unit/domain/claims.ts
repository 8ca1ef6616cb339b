import { claimStatus } from '../../../src/domain/claim.ts';
import { type Assertion } from '../../../src/domain/slots.ts';
import { timeOf, windowOf } from '../../../src/domain/time.ts';

/** What a test says of a claim; `on` is when its document was published. */
export type Told = Partial<Omit<Assertion, 'claim' | 'value' | 'status' | 'published'>> & { on?: string };

/** One claim's word on a slot: unless told otherwise narrated as having occurred, in an undated document nobody rated. */
export function claim(key: string, value: unknown, { on, ...told }: Told = {}): Assertion {
  const modality = told.modality ?? 'OCCURRED';
  const attributionKind = told.attributionKind ?? 'NARRATION';
  return {
    claim: key,
    value,
    polarity: 'AFFIRMATIVE',
    modality,
    status: claimStatus(modality, attributionKind),
    attributionKind,
    independentSources: 1,
    reliabilityRank: 5,
    reviewState: 'ACCEPTED',
    published: on === undefined ? null : windowOf(timeOf({ edtf: on })),
    supersedes: [],
    ...told,
  };
}

/** A claim's word on when something was. */
export function timed(key: string, edtf: string, told?: Told): Assertion {
  return claim(key, timeOf({ edtf }), told);
}
