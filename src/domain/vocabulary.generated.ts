/** The predicates of claims. */
export const ClaimType = {
  EVENT: 'EVENT',
  ORDINAL: 'ORDINAL',
  CHAIRS: 'CHAIRS',
  CHAIR_HANDOVER: 'CHAIR_HANDOVER',
  CONVENES: 'CONVENES',
  HOSTS: 'HOSTS',
  ATTENDS: 'ATTENDS',
  VISITED: 'VISITED',
  MET_IN_PERSON: 'MET_IN_PERSON',
  SPOKE_BY_PHONE: 'SPOKE_BY_PHONE',
  CONSULTED: 'CONSULTED',
  DISCUSSED: 'DISCUSSED',
  AGREED: 'AGREED',
  REQUESTED: 'REQUESTED',
  ANNOUNCES: 'ANNOUNCES',
  STATED: 'STATED',
  STANCE: 'STANCE',
  PURSUES: 'PURSUES',
  LEADS: 'LEADS',
  MOTIVE: 'MOTIVE',
  ASSESSMENT: 'ASSESSMENT',
  HOLDS_POST: 'HOLDS_POST',
  HELD_POST: 'HELD_POST',
  CANDIDATE_FOR: 'CANDIDATE_FOR',
  MEMBERS: 'MEMBERS',
  MEMBER_COUNT: 'MEMBER_COUNT',
  PARTICIPANT_COUNT: 'PARTICIPANT_COUNT',
  FOUNDED: 'FOUNDED',
  COVERS_MEMBERS_OF: 'COVERS_MEMBERS_OF',
  GREW: 'GREW',
  PURPOSE: 'PURPOSE',
  HELD_AT: 'HELD_AT',
  LOCATED_IN: 'LOCATED_IN',
  OPERATED_BY: 'OPERATED_BY',
  NAME: 'NAME',
  TIME: 'TIME',
  STATUS: 'STATUS',
  OTHER: 'OTHER'
} as const;

export type ClaimType = typeof ClaimType[keyof typeof ClaimType];
export const Polarity = {
  AFFIRMATIVE: 'AFFIRMATIVE',
  NEGATIVE: 'NEGATIVE'
} as const;

export type Polarity = typeof Polarity[keyof typeof Polarity];
export const Quantifier = {
  ALL: 'ALL',
  MOST: 'MOST',
  SOME: 'SOME'
} as const;

export type Quantifier = typeof Quantifier[keyof typeof Quantifier];
export const Modality = {
  OCCURRED: 'OCCURRED',
  ONGOING: 'ONGOING',
  /** Told as fixed by the one who acts, or by the schedule. */
  PLANNED: 'PLANNED',
  /** A forecast. */
  EXPECTED: 'EXPECTED',
  POSSIBLE: 'POSSIBLE',
  UNDETERMINED: 'UNDETERMINED'
} as const;

export type Modality = typeof Modality[keyof typeof Modality];
export const ClaimStatus = {
  OCCURRED: 'OCCURRED',
  ONGOING: 'ONGOING',
  PLANNED: 'PLANNED',
  EXPECTED: 'EXPECTED',
  ALLEGED: 'ALLEGED',
  UNDETERMINED: 'UNDETERMINED'
} as const;

export type ClaimStatus = typeof ClaimStatus[keyof typeof ClaimStatus];
/** Whose word it is. Always said, never defaulted. */
export const AttributionKind = {
  /** The author's own voice. */
  NARRATION: 'NARRATION',
  HEADLINE: 'HEADLINE',
  /** A named person or body. */
  ON_RECORD: 'ON_RECORD',
  /** A readout, communique or register. */
  OFFICIAL_RECORD: 'OFFICIAL_RECORD',
  /** Another news medium, relayed. */
  MEDIA_REPORT: 'MEDIA_REPORT',
  ANONYMOUS: 'ANONYMOUS',
  /** An anonymous source of another medium, relayed. */
  ANONYMOUS_VIA_MEDIA: 'ANONYMOUS_VIA_MEDIA',
  /** The coder or an analyst. */
  ANALYST: 'ANALYST'
} as const;

export type AttributionKind = typeof AttributionKind[keyof typeof AttributionKind];
export const ReviewState = {
  ACCEPTED: 'ACCEPTED',
  DISPUTED: 'DISPUTED',
  CORRECTED: 'CORRECTED',
  RETRACTED: 'RETRACTED'
} as const;

export type ReviewState = typeof ReviewState[keyof typeof ReviewState];
export const Comparator = {
  EXACTLY: 'EXACTLY',
  ABOUT: 'ABOUT',
  OVER: 'OVER',
  UP_TO: 'UP_TO'
} as const;

export type Comparator = typeof Comparator[keyof typeof Comparator];
export const AttributionAct = {
  SAID: 'SAID',
  POSTED: 'POSTED',
  TOLD: 'TOLD',
  READOUT: 'READOUT',
  REPORTED: 'REPORTED',
  RELAYED: 'RELAYED',
  REPUBLISHED: 'REPUBLISHED',
  HEADLINE: 'HEADLINE',
  CODED: 'CODED'
} as const;

export type AttributionAct = typeof AttributionAct[keyof typeof AttributionAct];
/** How one claim stands to another. */
export const ClaimRelationType = {
  CORROBORATES: 'CORROBORATES',
  CONTRADICTS: 'CONTRADICTS',
  COMPETES_WITH: 'COMPETES_WITH',
  REFINES: 'REFINES',
  OVERSTATES: 'OVERSTATES',
  CONFIRMS_OUTCOME: 'CONFIRMS_OUTCOME',
  SUPERSEDES: 'SUPERSEDES',
  QUALIFIES: 'QUALIFIES',
  DIFFERENT_MEASURE_FROM: 'DIFFERENT_MEASURE_FROM'
} as const;

export type ClaimRelationType = typeof ClaimRelationType[keyof typeof ClaimRelationType];
/** By what meetings can be counted, up to three at a time. */
export const MeetingDimension = {
  /** The year in which it began or is to begin. */
  YEAR: 'YEAR',
  /** The month in which it began or is to begin. */
  MONTH: 'MONTH',
  KIND: 'KIND',
  STATUS: 'STATUS',
  BODY: 'BODY',
  PLACE: 'PLACE',
  /** The country of its place. */
  COUNTRY: 'COUNTRY',
  MODE: 'MODE'
} as const;

export type MeetingDimension = typeof MeetingDimension[keyof typeof MeetingDimension];
/** By what participations can be counted, up to three at a time. */
export const ParticipationDimension = {
  /** The year in which the meeting began or is to begin. */
  YEAR: 'YEAR',
  /** The month in which the meeting began or is to begin. */
  MONTH: 'MONTH',
  ACTOR: 'ACTOR',
  /**
   * The country represented: the country on whose behalf, else the actor if it is one, else the country that an official
   * serves or an organization belongs to. Who acts on behalf of an organization represents the country to which that belongs,
   * if any: for NATO, none.
   */
  COUNTRY: 'COUNTRY',
  /** The body that met. */
  BODY: 'BODY',
  ROLE: 'ROLE',
  STATUS: 'STATUS',
  LEVEL: 'LEVEL',
  MODE: 'MODE'
} as const;

export type ParticipationDimension = typeof ParticipationDimension[keyof typeof ParticipationDimension];
/** By what claims can be counted, up to three at a time. */
export const ClaimDimension = {
  TYPE: 'TYPE',
  STATUS: 'STATUS',
  ATTRIBUTION_KIND: 'ATTRIBUTION_KIND',
  /**
   * The documents in which it stands: it counts under each of them. A document is no entity, so `entities` has null; the value
   * is its key, for `document(ref:)`.
   */
  DOCUMENT: 'DOCUMENT',
  /** The month in which its best document was published. */
  MONTH_PUBLISHED: 'MONTH_PUBLISHED'
} as const;

export type ClaimDimension = typeof ClaimDimension[keyof typeof ClaimDimension];
export const DocumentKind = {
  NEWS_ARTICLE: 'NEWS_ARTICLE',
  READOUT: 'READOUT',
  COMMUNIQUE: 'COMMUNIQUE',
  SOCIAL_POST: 'SOCIAL_POST',
  SPEECH_TEXT: 'SPEECH_TEXT',
  REPORT: 'REPORT',
  DATASET: 'DATASET',
  OTHER: 'OTHER'
} as const;

export type DocumentKind = typeof DocumentKind[keyof typeof DocumentKind];
/** NATO source rating A-F (STANAG 2511). Where sources disagree, what cannot be judged stands between fairly and not usually reliable. */
export const Reliability = {
  RELIABLE: 'RELIABLE',
  USUALLY_RELIABLE: 'USUALLY_RELIABLE',
  FAIRLY_RELIABLE: 'FAIRLY_RELIABLE',
  NOT_USUALLY_RELIABLE: 'NOT_USUALLY_RELIABLE',
  UNRELIABLE: 'UNRELIABLE',
  UNKNOWN: 'UNKNOWN'
} as const;

export type Reliability = typeof Reliability[keyof typeof Reliability];
/** What kind of name it is; AS_PRINTED keeps a source's misprint findable. */
export const NameKind = {
  OFFICIAL: 'OFFICIAL',
  COMMON: 'COMMON',
  ABBREVIATION: 'ABBREVIATION',
  ALIAS: 'ALIAS',
  TRANSLITERATION: 'TRANSLITERATION',
  FORMER: 'FORMER',
  AS_PRINTED: 'AS_PRINTED'
} as const;

export type NameKind = typeof NameKind[keyof typeof NameKind];
/** The concrete types of entity, for filters. */
export const EntityType = {
  COUNTRY: 'COUNTRY',
  OFFICIAL: 'OFFICIAL',
  ORGANIZATION: 'ORGANIZATION',
  POST: 'POST',
  MEETING: 'MEETING',
  DEVELOPMENT: 'DEVELOPMENT',
  PLACE: 'PLACE',
  TOPIC: 'TOPIC'
} as const;

export type EntityType = typeof EntityType[keyof typeof EntityType];
export const Direction = {
  ASC: 'ASC',
  DESC: 'DESC'
} as const;

export type Direction = typeof Direction[keyof typeof Direction];
export const Operation = {
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  MERGE: 'MERGE',
  UNMERGE: 'UNMERGE',
  RETRACT: 'RETRACT',
  DELETE: 'DELETE',
  RESTORE: 'RESTORE'
} as const;

export type Operation = typeof Operation[keyof typeof Operation];
/** A plan stays PROPOSED or SCHEDULED until a source says what happened. */
export const EventStatus = {
  PROPOSED: 'PROPOSED',
  SCHEDULED: 'SCHEDULED',
  POSTPONED: 'POSTPONED',
  RESCHEDULED: 'RESCHEDULED',
  CANCELLED: 'CANCELLED',
  HELD: 'HELD',
  ONGOING: 'ONGOING',
  UNKNOWN: 'UNKNOWN'
} as const;

export type EventStatus = typeof EventStatus[keyof typeof EventStatus];
export const DevelopmentKind = {
  CONFLICT: 'CONFLICT',
  INITIATIVE: 'INITIATIVE',
  ANNOUNCEMENT: 'ANNOUNCEMENT',
  OTHER: 'OTHER'
} as const;

export type DevelopmentKind = typeof DevelopmentKind[keyof typeof DevelopmentKind];
/** How firmly a fact stands; derived from its claims. */
export const Standing = {
  ESTABLISHED: 'ESTABLISHED',
  /** Every live claim is ALLEGED. */
  ALLEGED: 'ALLEGED',
  /** The written rules find no winner among its claims. */
  DISPUTED: 'DISPUTED',
  /** No live claim is left; hidden unless asked for. */
  WITHDRAWN: 'WITHDRAWN'
} as const;

export type Standing = typeof Standing[keyof typeof Standing];
export const MeetingMode = {
  IN_PERSON: 'IN_PERSON',
  REMOTE: 'REMOTE',
  HYBRID: 'HYBRID'
} as const;

export type MeetingMode = typeof MeetingMode[keyof typeof MeetingMode];
export const MeetingKind = {
  MULTILATERAL_MEETING: 'MULTILATERAL_MEETING',
  CONFERENCE: 'CONFERENCE',
  BILATERAL_MEETING: 'BILATERAL_MEETING',
  PHONE_CALL: 'PHONE_CALL',
  VIDEO_CALL: 'VIDEO_CALL',
  VISIT: 'VISIT',
  PRESS_CONFERENCE: 'PRESS_CONFERENCE',
  CONSULTATION: 'CONSULTATION',
  OTHER: 'OTHER'
} as const;

export type MeetingKind = typeof MeetingKind[keyof typeof MeetingKind];
export const MeetingOrderField = {
  TIME: 'TIME',
  ORDINAL: 'ORDINAL',
  NAME: 'NAME',
  UPDATED_AT: 'UPDATED_AT'
} as const;

export type MeetingOrderField = typeof MeetingOrderField[keyof typeof MeetingOrderField];
export const MembershipRole = {
  MEMBER: 'MEMBER',
  LEAD: 'LEAD',
  PARTICIPANT: 'PARTICIPANT',
  OBSERVER: 'OBSERVER',
  CANDIDATE: 'CANDIDATE',
  BENEFICIARY: 'BENEFICIARY'
} as const;

export type MembershipRole = typeof MembershipRole[keyof typeof MembershipRole];
export const ProblemCode = {
  /** It makes no sense as it stands. */
  INVALID: 'INVALID',
  /** Nothing is known under this reference. */
  NOT_FOUND: 'NOT_FOUND',
  /** It is there already. */
  DUPLICATE: 'DUPLICATE',
  /** It has changed since you looked. */
  VERSION_CONFLICT: 'VERSION_CONFLICT',
  /** The rules do not allow it. */
  NOT_ALLOWED: 'NOT_ALLOWED'
} as const;

export type ProblemCode = typeof ProblemCode[keyof typeof ProblemCode];
/** Whether two entities are the same. */
export const Verdict = {
  SAME: 'SAME',
  DIFFERENT: 'DIFFERENT',
  UNSURE: 'UNSURE'
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];
export const OrganizationKind = {
  INTERGOVERNMENTAL: 'INTERGOVERNMENTAL',
  COALITION: 'COALITION',
  SECURITY_PARTNERSHIP: 'SECURITY_PARTNERSHIP',
  CONFERENCE_SERIES: 'CONFERENCE_SERIES',
  GOVERNMENT: 'GOVERNMENT',
  MINISTRY: 'MINISTRY',
  MEDIA: 'MEDIA',
  PLATFORM: 'PLATFORM',
  INFORMAL_GROUP: 'INFORMAL_GROUP',
  OTHER: 'OTHER'
} as const;

export type OrganizationKind = typeof OrganizationKind[keyof typeof OrganizationKind];
/** Two co-chairs are two CHAIRs. */
export const Role = {
  CHAIR: 'CHAIR',
  CONVENER: 'CONVENER',
  HOST: 'HOST',
  ORGANIZER: 'ORGANIZER',
  ATTENDEE: 'ATTENDEE',
  PARTICIPANT: 'PARTICIPANT',
  SPEAKER: 'SPEAKER',
  DELEGATION_HEAD: 'DELEGATION_HEAD',
  DELEGATE: 'DELEGATE',
  OBSERVER: 'OBSERVER',
  VISITOR: 'VISITOR',
  MEDIATOR: 'MEDIATOR'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** INVITED, PLANNED and CONFIRMED are plans and never count as attendance by themselves. */
export const ParticipationStatus = {
  INVITED: 'INVITED',
  PLANNED: 'PLANNED',
  CONFIRMED: 'CONFIRMED',
  ATTENDED: 'ATTENDED',
  ABSENT: 'ABSENT',
  DECLINED: 'DECLINED',
  UNKNOWN: 'UNKNOWN'
} as const;

export type ParticipationStatus = typeof ParticipationStatus[keyof typeof ParticipationStatus];
export const ParticipationMode = {
  IN_PERSON: 'IN_PERSON',
  REMOTE: 'REMOTE'
} as const;

export type ParticipationMode = typeof ParticipationMode[keyof typeof ParticipationMode];
export const ParticipationOrderField = {
  TIME: 'TIME',
  LEVEL: 'LEVEL',
  NAME: 'NAME'
} as const;

export type ParticipationOrderField = typeof ParticipationOrderField[keyof typeof ParticipationOrderField];
export const PlaceKind = {
  VENUE: 'VENUE',
  CITY: 'CITY',
  REGION: 'REGION'
} as const;

export type PlaceKind = typeof PlaceKind[keyof typeof PlaceKind];
/**
 * What became of a plan. The first that applies: CONFIRMED, superseded by a later plan, CONTRADICTED, moved with its meeting,
 * OVERDUE, OPEN.
 */
export const PlanResult = {
  /** A source says that it came about, and none says otherwise, but for what an analyst's review puts behind it. */
  CONFIRMED: 'CONFIRMED',
  /** What happened was something else, at least in part; or what it was a plan for was called off. */
  CONTRADICTED: 'CONTRADICTED',
  /** A later plan took its place, or its meeting was postponed or given another day. */
  RESCHEDULED: 'RESCHEDULED',
  /**
   * When it was due is past, and no source says what happened. It is due at the time of the claim, else at that of the
   * meeting, or at the start of the tenure, that it supports. Nothing in a cancelled or postponed meeting is overdue.
   */
  OVERDUE: 'OVERDUE',
  /** Its time is yet to come, or is not known. */
  OPEN: 'OPEN'
} as const;

export type PlanResult = typeof PlanResult[keyof typeof PlanResult];
export const Portfolio = {
  DEFENCE: 'DEFENCE',
  FOREIGN_AFFAIRS: 'FOREIGN_AFFAIRS',
  INTERIOR: 'INTERIOR',
  FINANCE: 'FINANCE',
  INTELLIGENCE: 'INTELLIGENCE',
  DEVELOPMENT: 'DEVELOPMENT',
  OTHER: 'OTHER'
} as const;

export type Portfolio = typeof Portfolio[keyof typeof Portfolio];
/** The rank of a post, highest first. */
export const Level = {
  HEAD_OF_STATE_AND_GOVERNMENT: 'HEAD_OF_STATE_AND_GOVERNMENT',
  HEAD_OF_STATE: 'HEAD_OF_STATE',
  HEAD_OF_GOVERNMENT: 'HEAD_OF_GOVERNMENT',
  DEPUTY_HEAD: 'DEPUTY_HEAD',
  MINISTER: 'MINISTER',
  DEPUTY_MINISTER: 'DEPUTY_MINISTER',
  SENIOR_OFFICIAL: 'SENIOR_OFFICIAL',
  MILITARY_CHIEF: 'MILITARY_CHIEF',
  AMBASSADOR: 'AMBASSADOR',
  HEAD_OF_ORGANIZATION: 'HEAD_OF_ORGANIZATION',
  LEGISLATOR: 'LEGISLATOR',
  SUBNATIONAL: 'SUBNATIONAL',
  OTHER: 'OTHER',
  UNKNOWN: 'UNKNOWN'
} as const;

export type Level = typeof Level[keyof typeof Level];
export const TenureStatus = {
  NOMINATED: 'NOMINATED',
  CURRENT: 'CURRENT',
  ENDED: 'ENDED',
  NOT_TAKEN_UP: 'NOT_TAKEN_UP',
  UNKNOWN: 'UNKNOWN'
} as const;

export type TenureStatus = typeof TenureStatus[keyof typeof TenureStatus];
export const Certainty = {
  /** The day lies between a known start and a known end, or a known start of a current holder. */
  CERTAIN: 'CERTAIN',
  /** A source shows the post held around that day, but start or end is unknown. */
  OBSERVED: 'OBSERVED',
  /** Nothing recorded says so; it does not mean nobody. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Certainty = typeof Certainty[keyof typeof Certainty];
export const CitationStyle = {
  /** An entry for a .bib file, as @misc, which every style knows. */
  BIBTEX: 'BIBTEX',
  /** A sentence after the seventh edition of the manual of the American Psychological Association. */
  APA: 'APA',
  /** A list with one item of type `dataset`, for Zotero, pandoc and citeproc. */
  CSL_JSON: 'CSL_JSON'
} as const;

export type CitationStyle = typeof CitationStyle[keyof typeof CitationStyle];
export const SpeechAct = {
  DENY: 'DENY',
  INFORM: 'INFORM',
  ASSESS: 'ASSESS',
  COMMIT: 'COMMIT',
  REQUEST: 'REQUEST',
  ACCUSE: 'ACCUSE',
  THREATEN: 'THREATEN',
  APPROVE: 'APPROVE',
  REJECT: 'REJECT',
  ANNOUNCE: 'ANNOUNCE'
} as const;

export type SpeechAct = typeof SpeechAct[keyof typeof SpeechAct];
export const Channel = {
  SPEECH: 'SPEECH',
  PRESS_CONFERENCE: 'PRESS_CONFERENCE',
  INTERVIEW: 'INTERVIEW',
  SOCIAL_MEDIA: 'SOCIAL_MEDIA',
  READOUT: 'READOUT',
  JOINT_STATEMENT: 'JOINT_STATEMENT',
  PRIVATE: 'PRIVATE',
  OTHER: 'OTHER'
} as const;

export type Channel = typeof Channel[keyof typeof Channel];
export const Stance = {
  POSITIVE: 'POSITIVE',
  NEGATIVE: 'NEGATIVE',
  MIXED: 'MIXED',
  NEUTRAL: 'NEUTRAL'
} as const;

export type Stance = typeof Stance[keyof typeof Stance];
/** How exact a time is: a day, a month, a year, some wider interval, or not known at all. */
export const TimePrecision = {
  DAY: 'DAY',
  MONTH: 'MONTH',
  YEAR: 'YEAR',
  INTERVAL: 'INTERVAL',
  UNKNOWN: 'UNKNOWN'
} as const;

export type TimePrecision = typeof TimePrecision[keyof typeof TimePrecision];
/** Whether a time filter asks for what may lie in the window or for what surely does. */
export const TimeMatch = {
  /** Some reading of the time overlaps the window. */
  POSSIBLY: 'POSSIBLY',
  /** Every reading of the time lies wholly inside the window. */
  CERTAINLY: 'CERTAINLY'
} as const;

export type TimeMatch = typeof TimeMatch[keyof typeof TimeMatch];