import { timeOf, windowOf } from '../../domain/time.ts';
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
import { type ClaimRelationInput, type TimeInput } from '../input.ts';
import { type Thing } from '../things.ts';
import { type Voice, relationsAt } from './claims.ts';
import { type Draft } from './draft.ts';
import { type Row } from './rows.ts';
import { type Source } from './sources.ts';
import { type Survey } from './survey.ts';
import { type Values, isThing, valuesOf } from './values.ts';
import * as words from './words.ts';

/** What the claim of a row is about, and how it is told. */
type Told = Pick<Draft, 'type' | 'subject' | 'objects' | 'value' | 'text' | 'modality'> & {
  polarity?: Polarity;
  time?: TimeInput | null;
};

/** The claim that a row makes of its own: it carries the values of which none of its block's claims speaks. */
export function rowClaim(
  row: Row,
  said: Values,
  { document, ...voice }: Voice,
  source: Source,
  directory: Survey['directory'],
  call: words.Naming,
): Draft {
  const { fields, path, thing } = row;
  const { polarity, time, ...told } = toldBy(row, said, source, directory, call);
  return {
    ...voice,
    key: null,
    path,
    ...told,
    count: null,
    textMade: true,
    time: time ?? null,
    polarity: polarity ?? Polarity.AFFIRMATIVE,
    quantifier: null,
    attributionInferred: false,
    note: (fields.note as string | undefined) ?? null,
    evidence: [
      { document, paragraph: (fields.paragraph as string | undefined) ?? source.input.paragraph ?? null, line: null },
    ],
    supports: [{ thing, values: said }],
    supportsFollow: false,
    relations: relationsAt(fields.relations as ClaimRelationInput[] | undefined, path),
  };
}

function toldBy(row: Row, said: Values, source: Source, directory: Survey['directory'], call: words.Naming): Told {
  const { thing, fields, part } = row;
  const ends = Object.values(valuesOf(fields, part.identity, directory)).filter(isThing);
  const spokenOf = (...slots: string[]) => slots.map((slot) => said[slot]).filter(isThing);
  const time = (said.time as TimeInput | undefined) ?? null;
  switch (part.type) {
    case 'Participation': {
      const [actor] = ends;
      const role = fields.role as Role;
      const status = said.status as ParticipationStatus;
      return {
        type: presence[role] ?? 'ATTENDS',
        subject: actor!,
        objects: [row.meeting!, ...spokenOf('capacity', 'onBehalfOf', 'standsInFor')],
        value: null,
        text: words.participationWords(actor!, row.meeting!, role, said, call),
        modality: attendance[status],
        polarity: status === 'ABSENT' || status === 'DECLINED' ? Polarity.NEGATIVE : Polarity.AFFIRMATIVE,
      };
    }
    case 'Tenure': {
      const [official, post] = tenureEnds(ends, thing);
      const status = said.status as TenureStatus | undefined;
      return {
        type: status === undefined ? 'HOLDS_POST' : holding[status],
        subject: official,
        objects: post ? [post] : [],
        value: null,
        text: post ? words.tenureWords(official, post, said, call) : words.eventWords(thing, said, call),
        modality:
          status === undefined ? (said.end === undefined ? Modality.ONGOING : Modality.OCCURRED) : office[status],
        time: spanned(said),
      };
    }
    case 'Membership': {
      const [member, organization] = tenureEnds(ends, thing);
      return {
        type: 'MEMBERS',
        subject: organization ?? thing,
        objects: organization ? [member] : [],
        value: null,
        text: organization
          ? words.membershipWords(member, organization, said, call)
          : words.eventWords(thing, said, call),
        modality: belonging(said),
        time: spanned(said),
      };
    }
    case 'Statement':
      return {
        type: speech[said.act as SpeechAct] ?? 'STATED',
        subject: isThing(said.speaker) ? said.speaker : thing,
        objects: [thing, ...spokenOf('addressee', 'occasion')],
        value: null,
        text: words.statementWords(thing, said, fields.gist, call),
        modality: Modality.OCCURRED,
        time,
      };
    case 'Organization':
      return {
        type: said.founded === undefined ? 'OTHER' : 'FOUNDED',
        subject: thing,
        objects: [],
        value: null,
        text: words.organizationWords(thing, said, call),
        modality: Modality.OCCURRED,
        time: (said.founded ?? said.dissolved) as TimeInput,
      };
    default: {
      const status = said.status as EventStatus | undefined;
      return {
        type: status !== undefined && changed.has(status) ? 'STATUS' : 'EVENT',
        subject: thing,
        objects: spokenOf('body', 'place', 'partOf'),
        value: status !== undefined && changed.has(status) ? status : null,
        text: words.eventWords(thing, said, call),
        modality: status === undefined ? asPublished(time, source) : happening[status],
        time,
      };
    }
  }
}

/** A row that points at its fact by `ref` need not repeat what it joins; its claim is then about the fact itself. */
const tenureEnds = (ends: readonly Thing[], thing: Thing): [Thing, Thing | undefined] =>
  ends.length === 2 ? [ends[0]!, ends[1]] : [thing, undefined];

const presence: Partial<Record<Role, ClaimType>> = { CHAIR: 'CHAIRS', CONVENER: 'CONVENES', HOST: 'HOSTS' };

const speech: Partial<Record<SpeechAct, ClaimType>> = { REQUEST: 'REQUESTED', ANNOUNCE: 'ANNOUNCES' };

const holding: Record<TenureStatus, ClaimType> = {
  CURRENT: 'HOLDS_POST',
  UNKNOWN: 'HOLDS_POST',
  ENDED: 'HELD_POST',
  NOMINATED: 'CANDIDATE_FOR',
  NOT_TAKEN_UP: 'HOLDS_POST',
};

const office: Record<TenureStatus, Modality> = {
  CURRENT: Modality.ONGOING,
  UNKNOWN: Modality.UNDETERMINED,
  ENDED: Modality.OCCURRED,
  NOMINATED: Modality.PLANNED,
  NOT_TAKEN_UP: Modality.OCCURRED,
};

const attendance: Record<ParticipationStatus, Modality> = {
  ATTENDED: Modality.OCCURRED,
  ABSENT: Modality.OCCURRED,
  DECLINED: Modality.OCCURRED,
  INVITED: Modality.PLANNED,
  PLANNED: Modality.PLANNED,
  CONFIRMED: Modality.PLANNED,
  UNKNOWN: Modality.UNDETERMINED,
};

const happening: Record<EventStatus, Modality> = {
  HELD: Modality.OCCURRED,
  ONGOING: Modality.ONGOING,
  SCHEDULED: Modality.PLANNED,
  RESCHEDULED: Modality.PLANNED,
  POSTPONED: Modality.PLANNED,
  PROPOSED: Modality.EXPECTED,
  CANCELLED: Modality.OCCURRED,
  UNKNOWN: Modality.UNDETERMINED,
};

/** What became of a plan is a claim about its status, not that the event takes place. */
const changed: ReadonlySet<EventStatus> = new Set(['CANCELLED', 'POSTPONED', 'RESCHEDULED']);

/** Without a status: what lies ahead of the document is a plan, everything else is told as done. */
function asPublished(time: TimeInput | null, { published }: Source): Modality {
  const day = published === null ? null : windowOf(timeOf(published));
  return time !== null && day !== null && day.until < windowOf(timeOf(time)).from
    ? Modality.PLANNED
    : Modality.OCCURRED;
}

function belonging({ role, end }: Values): Modality {
  if ((role as MembershipRole | undefined) === 'CANDIDATE') return Modality.PLANNED;
  return end === undefined ? Modality.ONGOING : Modality.OCCURRED;
}

/** When what is claimed of a tenure holds: from its start to its end where dates are given, else when it was seen. */
function spanned({ start, end, observedAt }: Values): TimeInput | null {
  const date = (time: Values[string] | undefined) => {
    const edtf = (time as TimeInput | undefined)?.edtf;
    return edtf !== undefined && /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : '';
  };
  const [from, until] = [date(start), date(end)];
  if (from !== '' || until !== '') return { edtf: `${from}/${until}` };
  return (observedAt as TimeInput | undefined) ?? null;
}
