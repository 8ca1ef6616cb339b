import { type Tx } from '../../graph/database.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { type PreparedInput, prepareInput } from '../draft/prepare-input.ts';
import { type InputPath } from '../input/problem.ts';
import { type ParticipantInput, type SourceInput } from '../input/record-input.ts';
import { type WriteOperation, rejected } from '../operation/operation.ts';
import { Problems } from '../resolve/problems.ts';
import { type LiveClaim, findLiveClaims } from './find-live-claims.ts';
import { type LoadedClaim, loadClaim } from './load-claim.ts';
import { inheritEvidence, replaceClaim, sourceOfClaim } from './replace-claim.ts';

export interface CorrectParticipantInput {
  claim: string;
  /** The right participant, complete. */
  participant: ParticipantInput;
  /** The document and attribution; those of the corrected claim if left out. */
  source?: SourceInput;
}

const MEETING = 'MATCH (:Thing {id: $participation})-[:IN_EVENT]->(m:Meeting) RETURN m.id';

/**
 * Replaces a claim about a participation by one about the right participant of the same meeting, in the right role and status. That
 * participation is created unless it is known; the wrong one is withdrawn if no other claim supports it.
 */
export const correctParticipantOperation =
  ({ claim: ref, participant, source }: CorrectParticipantInput): WriteOperation =>
  async (tx, context) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    const before = claim && (await loadClaim(tx, claim.id));
    const meeting = claim && before && (await findMeeting(tx, claim, before, problems));
    if (claim === null || before === null || meeting === null)
      return rejected(await problems.withSuggestions(tx, new Map()));
    const block = {
      source: source ?? sourceOfClaim(before),
      meetings: [{ ref: meeting, participants: [participant] }],
    };
    const prepared = withoutMeetingRow(await prepareInput(tx, [block], [''], problems));
    const [drafted = null] = prepared.drafted.drafts;
    const isElsewhere = source !== undefined || participant.paragraph !== undefined;
    const draft: ClaimDraft | null =
      drafted && !isElsewhere ? { ...drafted, ...(await inheritEvidence(tx, before)) } : drafted;
    const givesRelations = participant.relations !== undefined;
    return replaceClaim(tx, { claim, before, prepared, draft, givesRelations, toArgumentPath }, context, problems);
  };

/** The id of the meeting of the participation that a claim is about; null if it is not about one. */
async function findMeeting(
  tx: Tx,
  { key }: LiveClaim,
  { supports }: LoadedClaim,
  problems: Problems,
): Promise<string | null> {
  const participations = supports.filter(({ node }) => node.type === 'Participation');
  if (participations.length === 1) {
    const [row] = await tx.rows(MEETING, { participation: participations[0]!.node.id });
    return row![0] as string;
  }
  const about = participations.length === 0 ? 'no participation' : `${participations.length} participations at once`;
  problems.invalid(['participant'], `${key} is about ${about}; expected a claim about one, or give by`);
  return null;
}

/** The row of the meeting only says which one it is. */
const withoutMeetingRow = ({ drafted, ...prepared }: PreparedInput): PreparedInput => ({
  ...prepared,
  drafted: {
    ...drafted,
    descriptions: drafted.descriptions.filter(({ row }) => row.node.type !== 'Meeting'),
  },
});

/** The block has the participant as the only one of the only meeting. */
function toArgumentPath(path: InputPath): InputPath {
  const [block, part, ...rest] = path;
  if (block !== 0) return path;
  return part === 'meetings' ? ['participant', ...rest.slice(3)] : [part!, ...rest];
}
