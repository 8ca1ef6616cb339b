import { claimStatus } from '../../../src/domain/claims/claim.ts';
import { decide, relateAssertions, type Assertion, type SlotContext } from '../../../src/domain/claims/resolution.ts';
import { parseTime, windowOf } from '../../../src/domain/time/time.ts';

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
    origins: ['org:one'],
    recordedAt: '2025-03-01T09:00:00.000Z',
    reliabilityRank: 3,
    reviewState: 'ACCEPTED',
    published: on === undefined ? null : windowOf(parseTime({ edtf: on })),
    supersedes: [],
    ...told,
  };
}

/** A claim's word on when something was. */
export function timed(key: string, edtf: string, told?: Told): Assertion {
  return claim(key, parseTime({ edtf }), told);
}

/** What the fact shows, in a line: `place:brussels by c1, NEARER_SOURCE over c1 c2`. */
export function shown(assertions: Assertion[], context?: SlotContext): string {
  const { value, follows, rule, disputed, among } = decide(assertions, context);
  const text = value !== null && typeof value === 'object' && 'edtf' in value ? value.edtf : value;
  const how = disputed ? 'DISPUTED' : `by ${follows}`;
  return `${String(text)} ${how}${rule ? `, ${rule}` : ''}${among.length > 0 ? ` among ${among.join(' ')}` : ''}`;
}

/** The relations that the rules set: `c2 REFINES c1`. */
export const related = (assertions: Assertion[], context?: SlotContext) =>
  relateAssertions(assertions, context).map(({ from, type, to }) => `${from} ${type} ${to}`);
