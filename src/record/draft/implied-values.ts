import {
  EventStatus,
  MembershipRole,
  Modality,
  ParticipationStatus,
  Polarity,
  TenureStatus,
  type ClaimType,
} from '../../domain/vocabulary.generated.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { venueTypes } from '../input/type-specs.ts';
import { type ClaimDraft } from './claim-draft.ts';
import { type RowValues } from './row-values.ts';

type ClaimContent = Pick<
  ClaimDraft,
  'type' | 'subject' | 'objects' | 'value' | 'count' | 'time' | 'polarity' | 'modality' | 'quantifier'
>;

/** The values that a claim gives to a node by its type and content, without a row of its block. */
export function impliedValues(claim: ClaimContent, node: NodeRef): RowValues {
  if (claim.quantifier !== null) return {};
  const values = slotSpecificValues(claim, node) ?? {
    ...generalValues(claim, node.type),
    places: placesOfEvent(claim, node),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as RowValues;
}

/**
 * Where a meeting was or is to be, if its claim names places: "the group met in Brussels". A country among the objects may as well be one
 * that took part.
 */
const placesOfEvent = ({ type, polarity, objects }: ClaimContent, node: NodeRef): NodeRef[] | undefined =>
  type === 'EVENT' && node.type === 'Meeting' && polarity === Polarity.AFFIRMATIVE
    ? venues(objects, ['Place'])
    : undefined;

/** The objects of these types; undefined if there are none. */
function venues(objects: readonly NodeRef[], types: readonly TypeName[]): NodeRef[] | undefined {
  const found = objects.filter(({ type }) => types.includes(type));
  return found.length > 0 ? found : undefined;
}

const eventTypes: readonly TypeName[] = ['Meeting', 'Development'];

type PartialValues = Record<string, RowValues[string] | null | undefined>;

/** The values of a claim type with slots of its own; null for other types. */
function slotSpecificValues(claim: ClaimContent, node: NodeRef): PartialValues | null {
  const object = (type: TypeName) => claim.objects.find((each) => each.type === type);
  const isEvent = eventTypes.includes(node.type);
  switch (claim.type) {
    case 'ORDINAL':
      return node.type === 'Meeting' ? { ordinal: ordinalOf(claim) } : {};
    case 'HELD_AT':
      return node.type === 'Meeting' ? { places: venues(claim.objects, venueTypes) } : {};
    case 'TIME':
      return isEvent || node.type === 'Statement' ? { time: claim.time } : {};
    case 'STATUS':
      return { status: claim.value };
    case 'PARTICIPANT_COUNT':
      return node.type === 'Meeting' ? { attendance: claim.count ?? undefined } : {};
    case 'DISCUSSED':
    case 'AGREED':
      return isEvent ? { topics: claim.objects.filter(({ type }) => type === 'Topic') } : {};
    case 'LOCATED_IN':
      return node.type === 'Place' ? { country: object('Country'), within: object('Place') } : {};
    case 'OPERATED_BY':
      return node.type === 'Place' ? { operatedBy: claim.objects[0] } : {};
    case 'FOUNDED':
      return node.type === 'Organization' ? { founded: claim.time } : {};
    case 'NAME':
      return {};
    default:
      return null;
  }
}

function generalValues({ type, modality, time, polarity }: ClaimContent, node: TypeName): PartialValues {
  switch (node) {
    case 'Meeting':
    case 'Development':
      return type === 'EVENT' ? { status: eventStatus[modality], time } : {};
    case 'Participation':
      if (type === 'REQUESTED') return { status: modality === Modality.OCCURRED ? ParticipationStatus.INVITED : null };
      return attendanceTypes.has(type) ? { status: participationStatus[modality] } : {};
    case 'Tenure':
      if (!tenureTypes.has(type)) return {};
      return { status: tenureStatus(type, modality), ...periodValues({ time, modality, polarity }) };
    case 'Membership':
      return type === 'MEMBERS' ? { role: MembershipRole.MEMBER, ...periodValues({ time, modality, polarity }) } : {};
    case 'Statement':
      return polarity === Polarity.AFFIRMATIVE ? { time } : {};
    default:
      return {};
  }
}

/**
 * An interval gives the start and end of a tenure or membership, as far as they are known: `2024-07-05/..`. Any other time is
 * an observation. A NEGATIVE claim gives neither.
 */
function periodValues({
  time,
  modality,
  polarity,
}: Pick<ClaimContent, 'time' | 'modality' | 'polarity'>): PartialValues {
  if (time === null || polarity === Polarity.NEGATIVE) return {};
  const [start, end] = time.edtf.split('/');
  if (end === undefined) return { observedAt: modality === Modality.ONGOING ? time : null };
  const bound = (edtf: string | undefined) => (edtf === undefined || edtf === '' || edtf === '..' ? null : { edtf });
  return { start: bound(start), end: bound(end) };
}

/** The number of an ORDINAL claim, given as a count or as digits. */
export function ordinalOf({ value, count }: Pick<ClaimContent, 'value' | 'count'>): number | null {
  if (count) return count.value;
  return value !== null && /^[1-9]\d{0,8}$/.test(value.trim()) ? Number(value) : null;
}

/** Claim types that imply attendance. */
const attendanceTypes: ReadonlySet<ClaimType> = new Set([
  'CHAIRS',
  'CHAIR_HANDOVER',
  'CONVENES',
  'HOSTS',
  'ATTENDS',
  'VISITED',
  'MET_IN_PERSON',
  'SPOKE_BY_PHONE',
  'CONSULTED',
  'EVENT',
]);

/** Claim types that imply holding a post. */
const tenureTypes: ReadonlySet<ClaimType> = new Set(['HOLDS_POST', 'HELD_POST', 'CANDIDATE_FOR']);

const eventStatus: Record<Modality, EventStatus | null> = {
  OCCURRED: EventStatus.HELD,
  ONGOING: EventStatus.ONGOING,
  PLANNED: EventStatus.SCHEDULED,
  EXPECTED: EventStatus.SCHEDULED,
  POSSIBLE: EventStatus.PROPOSED,
  UNDETERMINED: null,
};

const participationStatus: Record<Modality, ParticipationStatus | null> = {
  OCCURRED: ParticipationStatus.ATTENDED,
  ONGOING: ParticipationStatus.ATTENDED,
  PLANNED: ParticipationStatus.PLANNED,
  EXPECTED: ParticipationStatus.PLANNED,
  POSSIBLE: null,
  UNDETERMINED: null,
};

function tenureStatus(type: ClaimType, modality: Modality): TenureStatus | null {
  if (type === 'HELD_POST') return TenureStatus.ENDED;
  if (type === 'CANDIDATE_FOR') return TenureStatus.NOMINATED;
  if (modality === Modality.ONGOING) return TenureStatus.CURRENT;
  if (modality === Modality.OCCURRED) return TenureStatus.ENDED;
  return modality === Modality.PLANNED || modality === Modality.EXPECTED ? TenureStatus.NOMINATED : null;
}
