import { type Modality } from '../../domain/vocabulary.generated.ts';
import { slotsByClaimType } from '../../domain/claims/slots-by-claim-type.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type ClaimDraft, supportedValues } from './claim-draft.ts';
import { type RowValue, type RowValues, comparableJson, isNodeRef } from './row-values.ts';

/**
 * Assigns each value of a row to the block's claims about its node: the place to a HELD_AT, the number to an ORDINAL, anything
 * else to general claims (EVENT, ATTENDS, HOLDS_POST). Of several general claims, those with the same time get the time, and
 * those whose modality fits it get the status.
 *
 * @param claims Claims that support the node.
 * @returns The values that no claim covers: a PARTICIPANT_COUNT claim, say, does not state the time of its meeting.
 */
export function assignValues(values: RowValues, node: NodeRef, claims: readonly ClaimDraft[]): RowValues {
  const unassigned: RowValues = {};
  for (const [slot, value] of Object.entries(values)) {
    if (slot === 'topics') {
      const topics = assignTopics(value as readonly NodeRef[], node, claims);
      if (topics.length > 0) unassigned.topics = topics;
      continue;
    }
    const targets = claimsFor(slot, value, node, claims);
    for (const claim of targets) supportedValues(claim, node)![slot] = value;
    if (targets.length === 0) unassigned[slot] = value;
  }
  return unassigned;
}

function claimsFor(slot: string, value: RowValue, node: NodeRef, claims: readonly ClaimDraft[]): readonly ClaimDraft[] {
  const agreeing = claims.filter((claim) => {
    const own = supportedValues(claim, node)![slot];
    return fillsSlot(claim, slot) && (own === undefined || comparableJson(own) === comparableJson(value));
  });
  if (agreeing.length > 0) return agreeing;
  const general = claims.filter((claim) => isGeneral(claim, node));
  const fitting = general.filter((claim) => fits(claim, slot, value));
  return fitting.length > 0 ? fitting : general;
}

/** A claim type with slots of its own (DISCUSSED) covers only those of a meeting, but everything of a statement. */
const isGeneral = ({ type }: ClaimDraft, node: NodeRef) =>
  slotsByClaimType[type] === undefined || node.type === 'Statement';

const fillsSlot = ({ type }: ClaimDraft, slot: string) => slotsByClaimType[type]?.includes(slot) ?? false;

function fits({ time, modality }: ClaimDraft, slot: string, value: RowValue): boolean {
  if (slot === 'time')
    return time !== null && comparableJson({ edtf: time.edtf }) === comparableJson({ edtf: edtfOf(value) });
  return slot !== 'status' || (modalitiesByStatus[value as string]?.includes(modality) ?? true);
}

const edtfOf = (value: RowValue) => (value as { edtf?: string }).edtf;

/** The modalities that fit a status. An invitation or a postponement has itself occurred. */
const modalitiesByStatus: Record<string, readonly Modality[]> = {
  PROPOSED: ['POSSIBLE', 'PLANNED', 'EXPECTED', 'OCCURRED'],
  SCHEDULED: ['PLANNED', 'EXPECTED'],
  POSTPONED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  RESCHEDULED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  CANCELLED: ['OCCURRED'],
  HELD: ['OCCURRED'],
  ONGOING: ['ONGOING'],
  INVITED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  PLANNED: ['PLANNED', 'EXPECTED'],
  CONFIRMED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  ATTENDED: ['OCCURRED', 'ONGOING'],
  ABSENT: ['OCCURRED'],
  DECLINED: ['PLANNED', 'OCCURRED'],
  NOMINATED: ['PLANNED', 'EXPECTED', 'OCCURRED'],
  CURRENT: ['ONGOING'],
  ENDED: ['OCCURRED'],
  NOT_TAKEN_UP: ['OCCURRED'],
};

/**
 * Each topic stays with the claims that name it; the others go to a general claim.
 *
 * @returns The topics left over if there is no general claim.
 */
function assignTopics(topics: readonly NodeRef[], node: NodeRef, claims: readonly ClaimDraft[]): readonly NodeRef[] {
  const named = new Set(
    claims
      .flatMap((claim) => (supportedValues(claim, node)!.topics as readonly NodeRef[] | undefined) ?? [])
      .map(({ id }) => id),
  );
  const unassigned = topics.filter((topic) => isNodeRef(topic) && !named.has(topic.id));
  const target = claims.find((claim) => isGeneral(claim, node));
  if (target === undefined || unassigned.length === 0) return unassigned;
  const values = supportedValues(target, node)!;
  values.topics = [...((values.topics as readonly NodeRef[] | undefined) ?? []), ...unassigned];
  return [];
}
