import {
  type Channel,
  type Comparator,
  type EventStatus,
  type MembershipRole,
  type ParticipationStatus,
  type Role,
  type SpeechAct,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { listed } from '../../domain/listed.ts';
import { timeInWords } from '../../domain/time/time-in-words.ts';
import { type CountInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type RowValue, type RowValues, isNodeRef } from './row-values.ts';

/**
 * The texts of claims made from rows: each an English sentence that says all that the claim says, with names and dates in
 * words, so that two claims which disagree read differently.
 */

/** What the texts tell of the nodes in them. */
export interface NodeNames {
  /** The display name; never a key. */
  nameOf: (node: NodeRef) => string;
  /** `in` or `at`, as the kind of the place has it. */
  placePreposition: (place: NodeRef) => string;
}

/** `26th meeting of the contact group is scheduled to take place on 12 February 2025, at NATO Headquarters.` */
export function eventText(node: NodeRef, values: RowValues, names: NodeNames): string {
  const { status, time, ...others } = values;
  const subject = names.nameOf(node);
  const details = eventDetails(others, names);
  // Without a status the source tells details alone, which are neither a plan nor an outcome.
  if (status === undefined) return sentence(`${subject} is listed ${[when(time) ?? [], details].flat().join(', ')}`);
  return sentence([eventSentences[status as EventStatus](subject, when(time)), ...details].join(', '));
}

/** With its time, if the source gives one: what is planned takes place then, and is not planned on that day. */
const eventSentences: Record<EventStatus, (subject: string, when: string | undefined) => string> = {
  PROPOSED: (subject, when) => `${subject} is proposed${when ? ` to take place ${when}` : ''}`,
  SCHEDULED: (subject, when) => `${subject} is scheduled${when ? ` to take place ${when}` : ''}`,
  POSTPONED: (subject, when) => `${subject}${when ? `, ${when},` : ''} is postponed`,
  RESCHEDULED: (subject, when) => `${subject} is rescheduled${when ? ` to take place ${when}` : ''}`,
  CANCELLED: (subject, when) => `${subject}${when ? `, ${when},` : ''} is cancelled`,
  HELD: (subject, when) => `${subject} took place${when ? ` ${when}` : ''}`,
  ONGOING: (subject, when) => `${subject} is going on${when ? ` ${when}` : ''}`,
  UNKNOWN: (subject, when) => `it is not known whether ${subject} took place${when ? ` ${when}` : ''}`,
};

function eventDetails(values: RowValues, { nameOf, placePreposition }: NodeNames): string[] {
  const { places, kind, mode, body, ordinal, partOf, topics, attendance } = values;
  return [
    Array.isArray(places) && placesInWords(places.filter(isNodeRef), { nameOf, placePreposition }),
    kind !== undefined && `as ${kind === 'OTHER' ? 'an event of another kind' : withArticle(inWords(kind))}`,
    mode !== undefined && meetingModes[mode as string],
    ordinal !== undefined &&
      (isNodeRef(body)
        ? `as meeting ${ordinal as number} of ${nameOf(body)}`
        : `as number ${ordinal as number} of its series`),
    ordinal === undefined && isNodeRef(body) && `as a meeting of ${nameOf(body)}`,
    isNodeRef(partOf) && `as a part of ${nameOf(partOf)}`,
    attendance !== undefined && `with ${countInWords(attendance as CountInput)} taking part`,
    about(topics, nameOf),
  ].filter((detail) => typeof detail === 'string');
}

/** `in Kyiv and Kharkiv`, `in Brussels and at Ramstein Air Base`: the preposition again only where it is another one. */
function placesInWords(places: readonly NodeRef[], { nameOf, placePreposition }: NodeNames): string {
  const prepositions = places.map(placePreposition);
  return listed(
    places.map((place, index) =>
      index > 0 && prepositions[index] === prepositions[index - 1]
        ? nameOf(place)
        : `${prepositions[index]} ${nameOf(place)}`,
    ),
  );
}

const meetingModes: Record<string, string> = {
  IN_PERSON: 'as a meeting in person',
  REMOTE: 'as a remote meeting',
  HYBRID: 'as a partly remote meeting',
};

const comparatorPrefixes: Record<Comparator, string> = {
  EXACTLY: '',
  ABOUT: 'about ',
  OVER: 'more than ',
  UP_TO: 'up to ',
};

const countInWords = ({ value, comparator }: CountInput) => `${comparatorPrefixes[comparator]}${value}`;

/** `Contact group was founded on 26 April 2022 and dissolved in 2026.` */
export function organizationText(node: NodeRef, { founded, dissolved }: RowValues, { nameOf }: NodeNames): string {
  const events = [founded && `founded ${when(founded)}`, dissolved && `dissolved ${when(dissolved)}`];
  return sentence(`${nameOf(node)} was ${listed(events.filter((event) => typeof event === 'string'))}`);
}

/** How an actor takes part in a role: `is invited to chair`, `chaired`, `as chair`. */
interface RoleWords {
  infinitive: string;
  past: string;
  noun: string;
}

const role = (infinitive: string, past: string, noun: string): RoleWords => ({ infinitive, past, noun });

const roleWords: Record<Role, RoleWords> = {
  CHAIR: role('chair', 'chaired', 'chair'),
  CONVENER: role('convene', 'convened', 'convener'),
  HOST: role('host', 'hosted', 'host'),
  ORGANIZER: role('organize', 'organized', 'organizer'),
  ATTENDEE: role('attend', 'attended', 'attendee'),
  PARTICIPANT: role('take part in', 'took part in', 'participant'),
  SPEAKER: role('speak at', 'spoke at', 'speaker'),
  DELEGATION_HEAD: role('lead a delegation to', 'led a delegation to', 'head of a delegation'),
  DELEGATE: role('be a delegate at', 'was a delegate at', 'delegate'),
  OBSERVER: role('observe', 'observed', 'observer'),
  VISITOR: role('be the visitor at', 'was the visitor at', 'visitor'),
  MEDIATOR: role('mediate at', 'mediated at', 'mediator'),
};

const participationSentences: Record<ParticipationStatus, (actor: string, meeting: string, as: RoleWords) => string> = {
  INVITED: (actor, meeting, { infinitive }) => `${actor} is invited to ${infinitive} ${meeting}`,
  PLANNED: (actor, meeting, { infinitive }) => `${actor} is to ${infinitive} ${meeting}`,
  CONFIRMED: (actor, meeting, { infinitive }) => `${actor} has agreed to ${infinitive} ${meeting}`,
  ATTENDED: (actor, meeting, { past }) => `${actor} ${past} ${meeting}`,
  ABSENT: (actor, meeting, { noun }) => `${actor} was absent from ${meeting} as ${noun}`,
  DECLINED: (actor, meeting, { infinitive }) => `${actor} declined to ${infinitive} ${meeting}`,
  UNKNOWN: (actor, meeting, { past }) => `it is not known whether ${actor} ${past} ${meeting}`,
};

/**
 * `John Healey is invited to chair the 26th meeting, as UK Secretary of State for Defence, on behalf of United Kingdom.`, or of a
 * country for which somebody unnamed comes: `Germany, by an unnamed person, attended the 26th meeting, in place of Boris Pistorius.`
 */
export function participationText(
  { actor, meeting, role, status }: { actor: NodeRef; meeting: NodeRef; role: Role; status: ParticipationStatus },
  { capacity, onBehalfOf, standsInFor, mode, level, inferred }: RowValues,
  { nameOf }: NodeNames,
): string {
  const details = [
    isNodeRef(capacity) && `as ${nameOf(capacity)}`,
    isNodeRef(onBehalfOf) && `on behalf of ${nameOf(onBehalfOf)}`,
    isNodeRef(standsInFor) && `in place of ${nameOf(standsInFor)}`,
    mode === 'REMOTE' && 'by telephone or video',
    mode === 'IN_PERSON' && 'in person',
    level !== undefined &&
      (level === 'UNKNOWN' ? 'at an unknown level' : `at the level of ${withArticle(inWords(level))}`),
    inferred === true && 'as a general statement implies',
  ].filter((detail) => typeof detail === 'string');
  const isUnnamed = actor.type !== 'Official' && (isNodeRef(capacity) || isNodeRef(standsInFor));
  const who = isUnnamed ? `${nameOf(actor)}, by an unnamed person,` : nameOf(actor);
  const head = participationSentences[status](who, nameOf(meeting), roleWords[role]);
  return sentence([head, ...details].join(', '));
}

const tenurePhrases: Record<TenureStatus, string> = {
  NOMINATED: 'is nominated for the post',
  CURRENT: 'holds the post',
  ENDED: 'held the post',
  NOT_TAKEN_UP: 'did not take up the post',
  UNKNOWN: 'is named as a holder of the post',
};

/** `John Healey holds the post UK Secretary of State for Defence from 5 July 2024 on.` */
export function tenureText(official: NodeRef, post: NodeRef, values: RowValues, { nameOf }: NodeNames): string {
  const { status, acting } = values;
  const verb = status === undefined ? 'is in the post' : tenurePhrases[status as TenureStatus];
  const how = [acting === true && 'as acting holder', acting === false && 'as full holder'].filter(
    (detail) => typeof detail === 'string',
  );
  return sentence([`${nameOf(official)} ${verb} ${nameOf(post)}`, ...how, ...periodInWords(values)].join(', '));
}

const membershipPhrases: Record<MembershipRole, [present: string, past: string]> = {
  MEMBER: ['is a member of', 'was a member of'],
  LEAD: ['leads', 'led'],
  PARTICIPANT: ['takes part in', 'took part in'],
  OBSERVER: ['is an observer in', 'was an observer in'],
  CANDIDATE: ['is a candidate for', 'was a candidate for'],
  BENEFICIARY: ['is a beneficiary of', 'was a beneficiary of'],
};

/** `United Kingdom is a member of AUKUS, from 15 September 2021 on.` */
export function membershipText(
  member: NodeRef,
  organization: NodeRef,
  values: RowValues,
  { nameOf }: NodeNames,
): string {
  const { role, end } = values;
  const [present, past] =
    role === undefined ? ['belongs to', 'belonged to'] : membershipPhrases[role as MembershipRole];
  const head = `${nameOf(member)} ${end === undefined ? present : past} ${nameOf(organization)}`;
  return sentence([head, ...periodInWords(values)].join(', '));
}

/** Begin and end are told apart, since either may be uncertain; the days on which it was seen come last. */
function periodInWords({ start, end, observedAt }: RowValues): string[] {
  const seen = [observedAt ?? []].flat().map(when);
  return [
    start !== undefined && `beginning ${when(start)}`,
    end !== undefined && `ending ${when(end)}`,
    seen.length > 0 && `as seen ${listed(seen.filter((time) => typeof time === 'string'))}`,
  ].filter((detail) => typeof detail === 'string');
}

const speechActs: Record<SpeechAct, string> = {
  DENY: 'denied something',
  INFORM: 'gave information',
  ASSESS: 'gave an assessment',
  COMMIT: 'made a commitment',
  REQUEST: 'made a request',
  ACCUSE: 'made an accusation',
  THREATEN: 'made a threat',
  APPROVE: 'approved of something',
  REJECT: 'rejected something',
  ANNOUNCE: 'made an announcement',
};

const channels: Record<Channel, string> = {
  SPEECH: 'in a speech',
  PRESS_CONFERENCE: 'at a press conference',
  INTERVIEW: 'in an interview',
  SOCIAL_MEDIA: 'on a social network',
  READOUT: 'in a readout',
  JOINT_STATEMENT: 'in a joint statement',
  PRIVATE: 'in private',
  OTHER: 'by another channel',
};

const stances: Record<string, string> = {
  POSITIVE: 'in favour',
  NEGATIVE: 'against',
  MIXED: 'partly in favour and partly against',
  NEUTRAL: 'neither in favour nor against',
};

/** `David Lammy, in an interview, on 9 February 2025: sees nothing to show that ...` */
export function statementText(values: RowValues, gist: unknown, { nameOf }: NodeNames): string {
  const { speakers, capacity, act, time, addressee, channel, occasion, topics, stance, document } = values;
  const named = Array.isArray(speakers) ? speakers.filter(isNodeRef).map(nameOf) : ['the speaker'];
  const who = listed(named);
  const details = [
    // Of several speakers the source does not say to whom the post belongs, but hardly to all of them.
    isNodeRef(capacity) && `${named.length > 1 ? 'one of them ' : ''}as ${nameOf(capacity)}`,
    isNodeRef(addressee) && `to ${nameOf(addressee)}`,
    isNodeRef(occasion) && `on the occasion of ${nameOf(occasion)}`,
    channel !== undefined && channels[channel as Channel],
    when(time),
    about(topics, nameOf),
    stance !== undefined && stances[stance as string],
    isNodeRef(document) && `in the document "${nameOf(document)}"`,
  ].filter((detail) => typeof detail === 'string');
  if (typeof gist === 'string') return capitalized(`${[who, ...details].join(', ')}: ${gist}`);
  const head = `${who} ${act === undefined ? 'made a statement' : speechActs[act as SpeechAct]}`;
  return sentence([head, ...details].join(', '));
}

const about = (topics: RowValue | undefined, nameOf: NodeNames['nameOf']) =>
  Array.isArray(topics) && topics.length > 0 && `about ${listed(topics.filter(isNodeRef).map(nameOf))}`;

/** A time with its preposition; undefined without one. */
const when = (time: RowValue | undefined): string | undefined => {
  const edtf = (time as TimeInput | undefined)?.edtf;
  return edtf === undefined ? undefined : timeInWords(edtf);
};

const inWords = (value: RowValue) => (value as string).toLowerCase().replaceAll('_', ' ');

const withArticle = (words: string) => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const sentence = (text: string) => `${capitalized(text)}.`;
