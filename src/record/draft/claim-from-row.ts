import { isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import {
  Modality,
  Polarity,
  type ClaimType,
  type EventStatus,
  type MembershipRole,
  type ParticipationStatus,
  type Role,
  type SpeechAct,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type ClaimRelationInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type BlockAttribution, type ClaimDraft, draftRelations } from './claim-draft.ts';
import { type InputRow } from '../resolve/input-rows.ts';
import { type ResolvedSource } from '../resolve/sources.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { type RowValues, isNodeRef, readRowValues } from './row-values.ts';
import * as claimText from './claim-text.ts';

/** The content of a claim generated from a row. */
type RowClaimContent = Pick<ClaimDraft, 'type' | 'subject' | 'objects' | 'value' | 'text' | 'modality'> & {
  polarity?: Polarity;
  time?: TimeInput | null;
};

/** Drafts the claim of a row, with the values that no explicit claim of its block covers. */
export function claimFromRow(
  row: InputRow,
  values: RowValues,
  { document, ...attribution }: BlockAttribution,
  source: ResolvedSource,
  { registry, endpointsOf }: Pick<ResolvedInput, 'registry' | 'endpointsOf'>,
  names: claimText.NodeNames,
): ClaimDraft {
  const { fields, path, node } = row;
  const { polarity, time, ...content } = rowClaimContent(row, values, source, registry, endpointsOf, names);
  return {
    ...attribution,
    key: null,
    path,
    ...content,
    count: null,
    isGenerated: true,
    time: time ?? null,
    polarity: polarity ?? Polarity.AFFIRMATIVE,
    quantifier: null,
    attributionInferred: false,
    note: (fields.note as string | undefined) ?? null,
    evidence: [
      { document, paragraph: (fields.paragraph as string | undefined) ?? source.input.paragraph ?? null, line: null },
    ],
    supports: [{ node, values }],
    supportsAreInferred: false,
    relations: draftRelations(fields.relations as ClaimRelationInput[] | undefined, path),
  };
}

function rowClaimContent(
  row: InputRow,
  values: RowValues,
  source: ResolvedSource,
  registry: ResolvedInput['registry'],
  endpointsOf: ResolvedInput['endpointsOf'],
  names: claimText.NodeNames,
): RowClaimContent {
  const { node, fields, typeSpec } = row;
  const endpoints = Object.values(readRowValues(fields, typeSpec.identity, registry)).filter(isNodeRef);
  const referenced = (...slots: string[]) => slots.map((slot) => values[slot]).filter(isNodeRef);
  const time = (values.time as TimeInput | undefined) ?? null;
  switch (typeSpec.type) {
    case 'Participation': {
      const [actor] = endpoints;
      const role = fields.role as Role;
      const status = fields.status as ParticipationStatus;
      return {
        type: claimTypeByRole[role] ?? 'ATTENDS',
        subject: actor!,
        objects: [row.meeting!, ...referenced('capacity', 'onBehalfOf', 'standsInFor')],
        value: null,
        text: claimText.participationText({ actor: actor!, meeting: row.meeting!, role, status }, values, names),
        modality: modalityByParticipationStatus[status],
        polarity: status === 'ABSENT' || status === 'DECLINED' ? Polarity.NEGATIVE : Polarity.AFFIRMATIVE,
      };
    }
    case 'Tenure': {
      const [official, post] = endpointsOf(node);
      const status = values.status as TenureStatus | undefined;
      return {
        type: status === undefined ? 'HOLDS_POST' : claimTypeByTenureStatus[status],
        ...subjectAndObjects(endpoints, node),
        value: null,
        text: claimText.tenureText(official, post, values, names),
        modality:
          status === undefined
            ? values.end === undefined
              ? Modality.ONGOING
              : Modality.OCCURRED
            : modalityByTenureStatus[status],
        time: claimPeriod(values),
      };
    }
    case 'Membership': {
      const [member, organization] = endpointsOf(node);
      return {
        type: 'MEMBERS',
        ...subjectAndObjects(endpoints.toReversed(), node),
        value: null,
        text: claimText.membershipText(member, organization, values, names),
        modality: membershipModality(values),
        time: claimPeriod(values),
      };
    }
    case 'Statement': {
      const [speaker, ...others] = (values.speakers ?? []) as readonly NodeRef[];
      return {
        type: claimTypeByAct[values.act as SpeechAct] ?? 'STATED',
        subject: speaker ?? node,
        objects: [node, ...others, ...referenced('addressee', 'occasion')],
        value: null,
        text: claimText.statementText(values, fields.gist, names),
        modality: Modality.OCCURRED,
        time,
      };
    }
    case 'Organization':
      return {
        type: values.founded === undefined ? 'OTHER' : 'FOUNDED',
        subject: node,
        objects: [],
        value: null,
        text: claimText.organizationText(node, values, names),
        modality: Modality.OCCURRED,
        time: (values.founded ?? values.dissolved) as TimeInput,
      };
    default: {
      const status = values.status as EventStatus | undefined;
      return {
        type: status !== undefined && statusChanges.has(status) ? 'STATUS' : 'EVENT',
        subject: node,
        objects: [...referenced('body'), ...((values.places ?? []) as readonly NodeRef[]), ...referenced('partOf')],
        value: status !== undefined && statusChanges.has(status) ? status : null,
        text: claimText.eventText(node, values, names),
        modality: status === undefined ? modalityFromPublication(time, source) : modalityByEventStatus[status],
        time,
      };
    }
  }
}

/** A row with `ref` need not repeat the endpoints of its fact; its claim is then about the fact itself. */
const subjectAndObjects = (
  endpoints: readonly NodeRef[],
  node: NodeRef,
): Pick<RowClaimContent, 'subject' | 'objects'> =>
  endpoints.length === 2 ? { subject: endpoints[0]!, objects: [endpoints[1]!] } : { subject: node, objects: [] };

const claimTypeByRole: Partial<Record<Role, ClaimType>> = { CHAIR: 'CHAIRS', CONVENER: 'CONVENES', HOST: 'HOSTS' };

const claimTypeByAct: Partial<Record<SpeechAct, ClaimType>> = { REQUEST: 'REQUESTED', ANNOUNCE: 'ANNOUNCES' };

const claimTypeByTenureStatus: Record<TenureStatus, ClaimType> = {
  CURRENT: 'HOLDS_POST',
  UNKNOWN: 'HOLDS_POST',
  ENDED: 'HELD_POST',
  NOMINATED: 'CANDIDATE_FOR',
  NOT_TAKEN_UP: 'HOLDS_POST',
};

const modalityByTenureStatus: Record<TenureStatus, Modality> = {
  CURRENT: Modality.ONGOING,
  UNKNOWN: Modality.UNDETERMINED,
  ENDED: Modality.OCCURRED,
  NOMINATED: Modality.PLANNED,
  NOT_TAKEN_UP: Modality.OCCURRED,
};

const modalityByParticipationStatus: Record<ParticipationStatus, Modality> = {
  ATTENDED: Modality.OCCURRED,
  ABSENT: Modality.OCCURRED,
  DECLINED: Modality.OCCURRED,
  INVITED: Modality.PLANNED,
  PLANNED: Modality.PLANNED,
  CONFIRMED: Modality.PLANNED,
  UNKNOWN: Modality.UNDETERMINED,
};

const modalityByEventStatus: Record<EventStatus, Modality> = {
  HELD: Modality.OCCURRED,
  ONGOING: Modality.ONGOING,
  SCHEDULED: Modality.PLANNED,
  RESCHEDULED: Modality.PLANNED,
  POSTPONED: Modality.PLANNED,
  PROPOSED: Modality.EXPECTED,
  CANCELLED: Modality.OCCURRED,
  UNKNOWN: Modality.UNDETERMINED,
};

/** A cancelled or postponed event makes a STATUS claim, not an EVENT claim. */
const statusChanges: ReadonlySet<EventStatus> = new Set(['CANCELLED', 'POSTPONED', 'RESCHEDULED']);

/** Without a status, an event after the publication of the document is planned, any other has occurred. */
function modalityFromPublication(time: TimeInput | null, { published }: ResolvedSource): Modality {
  const [day, planned] = [published, time].map((each) => (each === null ? null : windowOf(parseTime(each))));
  return isDated(day!) && isDated(planned!) && day.until < planned.from ? Modality.PLANNED : Modality.OCCURRED;
}

function membershipModality({ role, end }: RowValues): Modality {
  if ((role as MembershipRole | undefined) === 'CANDIDATE') return Modality.PLANNED;
  return end === undefined ? Modality.ONGOING : Modality.OCCURRED;
}

/** The time of a claim about a tenure or membership: from start to end if either is a date, else the observation. */
function claimPeriod({ start, end, observedAt }: RowValues): TimeInput | null {
  const date = (time: RowValues[string] | undefined) => {
    const edtf = (time as TimeInput | undefined)?.edtf;
    return edtf !== undefined && /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : '';
  };
  const [from, until] = [date(start), date(end)];
  if (from !== '' || until !== '') return { edtf: `${from}/${until}` };
  return (observedAt as TimeInput | undefined) ?? null;
}
