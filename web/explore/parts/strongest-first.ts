import type { ClaimEvidenceFragment } from '../api/documents.generated.ts';

/** How much a status tells of what happened: first what is said to have happened, last what is only alleged. */
const STATUSES = ['OCCURRED', 'ONGOING', 'PLANNED', 'EXPECTED', 'UNDETERMINED', 'ALLEGED'];

/** Claims in the order in which a reader wants them: what happened before plans and allegations, and more sources before fewer. */
export const strongestFirst = <T extends Pick<ClaimEvidenceFragment, 'status' | 'independentSources'>>(
  claims: readonly T[],
): T[] =>
  claims.toSorted(
    (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || b.independentSources - a.independentSources,
  );
