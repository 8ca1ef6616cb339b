/**
 * What kind of assertion a claim is (its predicate). The descriptions say what stands as subject, objects, `value` or
 * `count`.
 */
export const ClaimType = {
  /** An event takes or took place. Subject: the meeting or development. */
  EVENT: 'EVENT',
  /** The number of a meeting in the series of its body. Subject: the meeting; `value`: `26`. */
  ORDINAL: 'ORDINAL',
  /** The subject chairs. Object: the meeting, or with a quantifier ("all meetings") the body. */
  CHAIRS: 'CHAIRS',
  /** The chair passes from one to another. Subject: who gives it up; objects: who takes it, and the body. */
  CHAIR_HANDOVER: 'CHAIR_HANDOVER',
  /** The subject calls the meeting and invites to it. Object: the meeting. */
  CONVENES: 'CONVENES',
  /** The subject receives the others at its place. Object: the meeting. */
  HOSTS: 'HOSTS',
  /** The subject takes part, in whatever role. Object: the meeting. */
  ATTENDS: 'ATTENDS',
  /** The subject visited a place or country (object). For the visit as an event, see meetings of kind VISIT. */
  VISITED: 'VISITED',
  /** Subject and object met face to face. The same from either side. */
  MET_IN_PERSON: 'MET_IN_PERSON',
  /** Subject and object spoke by telephone. The same from either side. */
  SPOKE_BY_PHONE: 'SPOKE_BY_PHONE',
  /** Subject and object consulted each other, in whatever way. The same from either side. */
  CONSULTED: 'CONSULTED',
  /** Something was talked about. Subject: the meeting; objects: the topics. */
  DISCUSSED: 'DISCUSSED',
  /** Something was agreed on. Subject: the meeting; objects: the topics. Stronger than DISCUSSED. */
  AGREED: 'AGREED',
  /** The subject asked somebody (object) to do something. Another object may be the statement in which that was done. */
  REQUESTED: 'REQUESTED',
  /** The subject announces or is to announce something (objects). */
  ANNOUNCES: 'ANNOUNCES',
  /** The subject said something. Object: the statement that has the gist. */
  STATED: 'STATED',
  /** How the subject stands to the objects. `value`: POSITIVE, NEGATIVE, MIXED or NEUTRAL. */
  STANCE: 'STANCE',
  /** The subject works towards something (objects), such as a ceasefire. */
  PURSUES: 'PURSUES',
  /** The subject leads a group (object) in general. For one meeting use CHAIRS. */
  LEADS: 'LEADS',
  /** Why the subject does or did something; the reason is in `text`. */
  MOTIVE: 'MOTIVE',
  /** A judgement about the subject, such as how important a meeting is; it is in `text`. */
  ASSESSMENT: 'ASSESSMENT',
  /** The subject holds the post (object) at that time. */
  HOLDS_POST: 'HOLDS_POST',
  /** The subject held the post (object) and no longer does. */
  HELD_POST: 'HELD_POST',
  /** The subject runs for, or is nominated for, the post (object). */
  CANDIDATE_FOR: 'CANDIDATE_FOR',
  /** The objects belong to the subject, an organization. */
  MEMBERS: 'MEMBERS',
  /** How many belong to the subject, an organization. Needs `count`. Who they are may be unknown. */
  MEMBER_COUNT: 'MEMBER_COUNT',
  /** How many took part in the subject, a meeting. Needs `count`. */
  PARTICIPANT_COUNT: 'PARTICIPANT_COUNT',
  /** When the subject, an organization, was founded. Needs `time`. */
  FOUNDED: 'FOUNDED',
  /** The members of another organization (object) take part in the subject: all NATO members are in the contact group. */
  COVERS_MEMBERS_OF: 'COVERS_MEMBERS_OF',
  /** The subject grew, without a number. */
  GREW: 'GREW',
  /** What the subject, an organization, is for. Objects: whom or what it serves. */
  PURPOSE: 'PURPOSE',
  /** Where the subject, a meeting or with a quantifier the meetings of a body, takes place. Object: the place. */
  HELD_AT: 'HELD_AT',
  /** Where the subject, a place, lies. Object: the country or the larger place. */
  LOCATED_IN: 'LOCATED_IN',
  /** Who runs the subject, a place. Object: the country, organization or official. */
  OPERATED_BY: 'OPERATED_BY',
  /** What the subject is called. */
  NAME: 'NAME',
  /** When the subject, a meeting, development or statement, takes or took place. Needs `time`. */
  TIME: 'TIME',
  /** What became of the subject. `value`: a status word of its type, such as CANCELLED for a meeting. */
  STATUS: 'STATUS',
  /** None of the other types; what is asserted is in `text`. */
  OTHER: 'OTHER'
} as const;

export type ClaimType = typeof ClaimType[keyof typeof ClaimType];
/** Whether something is asserted or denied. */
export const Polarity = {
  /** It is so. The default when claims are recorded. */
  AFFIRMATIVE: 'AFFIRMATIVE',
  /** It is not so: "have not met in person". A denial is a claim too, and may contradict others. */
  NEGATIVE: 'NEGATIVE'
} as const;

export type Polarity = typeof Polarity[keyof typeof Polarity];
/** Of how many of several cases something is said, without naming them one by one. */
export const Quantifier = {
  /** Of every one: "all earlier meetings were chaired by the United States". */
  ALL: 'ALL',
  /** Of more than half: "mostly at Ramstein". */
  MOST: 'MOST',
  /** Of at least one, not of all: "a few meetings took place at NATO headquarters". */
  SOME: 'SOME'
} as const;

export type Quantifier = typeof Quantifier[keyof typeof Quantifier];
/** How the source tells something: as done, going on, planned, or only possible. */
export const Modality = {
  /** It happened, or was so. */
  OCCURRED: 'OCCURRED',
  /** It is so when the source is published. */
  ONGOING: 'ONGOING',
  /** It is to happen, told as fixed by those who will do it, or by the schedule. */
  PLANNED: 'PLANNED',
  /** It is to happen according to a forecast by somebody else; less firm than PLANNED. */
  EXPECTED: 'EXPECTED',
  /** It may be so or may happen; the source does not say that it is or will. */
  POSSIBLE: 'POSSIBLE',
  /** The source says that it is open: "whether the UK goes on chairing is not decided". */
  UNDETERMINED: 'UNDETERMINED'
} as const;

export type Modality = typeof Modality[keyof typeof Modality];
/** How firmly a claim stands, worked out from its modality and from whose word it is. */
export const ClaimStatus = {
  /** It happened, on the word of a source that is not anonymous or second-hand. */
  OCCURRED: 'OCCURRED',
  /** It goes on, on the word of a source that is not anonymous or second-hand. */
  ONGOING: 'ONGOING',
  /** It is planned, whoever says so. It does not count as having happened. */
  PLANNED: 'PLANNED',
  /** It is forecast, whoever says so. It does not count as having happened. */
  EXPECTED: 'EXPECTED',
  /** It is only said to be possible, or only anonymous sources or another medium (MEDIA_REPORT) say that it happened. */
  ALLEGED: 'ALLEGED',
  /** The source itself leaves it open. */
  UNDETERMINED: 'UNDETERMINED'
} as const;

export type ClaimStatus = typeof ClaimStatus[keyof typeof ClaimStatus];
/**
 * Whose word a claim is. Always stated when recording, never assumed. Where sources disagree, the nearer one goes first:
 * OFFICIAL_RECORD, ON_RECORD, NARRATION, ANALYST, MEDIA_REPORT, HEADLINE, ANONYMOUS, ANONYMOUS_VIA_MEDIA.
 */
export const AttributionKind = {
  /** The author's or agency's own voice, naming no source. */
  NARRATION: 'NARRATION',
  /** The headline alone; it is often stronger than the text below it. */
  HEADLINE: 'HEADLINE',
  /** A named person or body who is quoted. */
  ON_RECORD: 'ON_RECORD',
  /** An official document: a readout, communique or register. */
  OFFICIAL_RECORD: 'OFFICIAL_RECORD',
  /** Another news medium, whose report is passed on: "The Times reports". */
  MEDIA_REPORT: 'MEDIA_REPORT',
  /** Someone who is not named and told this author or agency: "a person who knows of the matter". */
  ANONYMOUS: 'ANONYMOUS',
  /** Someone who is not named and told another medium, whose report is passed on. */
  ANONYMOUS_VIA_MEDIA: 'ANONYMOUS_VIA_MEDIA',
  /** The coder or an analyst: general knowledge or a conclusion, not in the text. */
  ANALYST: 'ANALYST'
} as const;

export type AttributionKind = typeof AttributionKind[keyof typeof AttributionKind];
/** Whether a claim counts, and what analysts think of it. */
export const ReviewState = {
  /** It counts. Every claim starts so; one that an analyst has accepted goes before those that nobody has reviewed. */
  ACCEPTED: 'ACCEPTED',
  /** It counts, but an analyst doubts it: where sources disagree it comes last. */
  DISPUTED: 'DISPUTED',
  /** It has ended: its coding was wrong and another claim took its place. */
  CORRECTED: 'CORRECTED',
  /** It has ended: it was taken back with a reason. */
  RETRACTED: 'RETRACTED'
} as const;

export type ReviewState = typeof ReviewState[keyof typeof ReviewState];
/** How exact a number is. */
export const Comparator = {
  /** This number: "57 delegations". The default when counts are recorded. */
  EXACTLY: 'EXACTLY',
  /** Around this number: "about 50". Compared with others, it allows a tenth more or less. */
  ABOUT: 'ABOUT',
  /** More than this number: "more than 50". */
  OVER: 'OVER',
  /** This number or fewer: "nearly 50", "at most 50". */
  UP_TO: 'UP_TO'
} as const;

export type Comparator = typeof Comparator[keyof typeof Comparator];
/** How somebody passed on what a claim says. */
export const AttributionAct = {
  /** Said it openly: in a speech, interview or press conference. */
  SAID: 'SAID',
  /** Wrote it in a post of their own on social media. */
  POSTED: 'POSTED',
  /** Told it to somebody, such as a reporter, not in public. Usual for anonymous sources. */
  TOLD: 'TOLD',
  /** Published it as an official account of a meeting or call. */
  READOUT: 'READOUT',
  /** Reported it as their own news. Also what is assumed of the publisher when no chain is given. */
  REPORTED: 'REPORTED',
  /** Passed on what another had said or reported, in own words. */
  RELAYED: 'RELAYED',
  /** Reprinted the text of another, such as an agency; adds no source. */
  REPUBLISHED: 'REPUBLISHED',
  /** Wrote the headline. */
  HEADLINE: 'HEADLINE',
  /** Added it while coding: the analyst. */
  CODED: 'CODED'
} as const;

export type AttributionAct = typeof AttributionAct[keyof typeof AttributionAct];
/** How one claim stands to another. The sentences read from the first claim to the other one. */
export const ClaimRelationType = {
  /** Says the same, from another source or document. */
  CORROBORATES: 'CORROBORATES',
  /** Cannot be true together with the other. */
  CONTRADICTS: 'CONTRADICTS',
  /** Is another account of the same matter; both may be right, or only one. Only sources and analysts set it. */
  COMPETES_WITH: 'COMPETES_WITH',
  /** Says the same more exactly: a day within a month, a venue in a city, 57 for "more than 50". */
  REFINES: 'REFINES',
  /** Says more than the other bears out, as a headline does. Only sources and analysts set it. */
  OVERSTATES: 'OVERSTATES',
  /** Says that what the other claim planned came about. */
  CONFIRMS_OUTCOME: 'CONFIRMS_OUTCOME',
  /** Is a later plan in place of the other. For a slip of the coder, see `corrects` instead. */
  SUPERSEDES: 'SUPERSEDES',
  /** Limits the other or adds a condition; both are true. Only sources and analysts set it. */
  QUALIFIES: 'QUALIFIES',
  /**
   * Counts or measures something else, so that both are true: 57 delegations, 32 countries. Only sources and analysts
   * set it.
   */
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
/** What kind of document it is. */
export const DocumentKind = {
  /** An article of a newspaper, broadcaster or agency. */
  NEWS_ARTICLE: 'NEWS_ARTICLE',
  /** An official account of a meeting or call by one of those who took part. */
  READOUT: 'READOUT',
  /** An official announcement or joint declaration. */
  COMMUNIQUE: 'COMMUNIQUE',
  /** A post on a social network. */
  SOCIAL_POST: 'SOCIAL_POST',
  /** The text of a speech, or of remarks to the press. */
  SPEECH_TEXT: 'SPEECH_TEXT',
  /** A study, a parliamentary or research report. */
  REPORT: 'REPORT',
  /** A table or database, such as a list of memberships. */
  DATASET: 'DATASET',
  /** None of these, or not known. */
  OTHER: 'OTHER'
} as const;

export type DocumentKind = typeof DocumentKind[keyof typeof DocumentKind];
/**
 * How reliable a source is: NATO rating A to F (STANAG 2511, Admiralty code). Where sources disagree, the more reliable
 * goes first, and UNKNOWN stands between FAIRLY_RELIABLE and NOT_USUALLY_RELIABLE.
 */
export const Reliability = {
  /** A: no doubt about it, and always right so far. */
  RELIABLE: 'RELIABLE',
  /** B: minor doubts, mostly right so far. */
  USUALLY_RELIABLE: 'USUALLY_RELIABLE',
  /** C: some doubts, but right in the past. */
  FAIRLY_RELIABLE: 'FAIRLY_RELIABLE',
  /** D: serious doubts, right only at times. */
  NOT_USUALLY_RELIABLE: 'NOT_USUALLY_RELIABLE',
  /** E: known to be wrong often. It comes last wherever sources disagree, whatever it tells. */
  UNRELIABLE: 'UNRELIABLE',
  /** F: cannot be judged, or nobody has rated it. The default. */
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
/**
 * How firmly a fact or event stands, judged by its claims. The first that applies: WITHDRAWN, ALLEGED, DISPUTED,
 * ESTABLISHED.
 */
export const Standing = {
  /**
   * A live claim that is more than ALLEGED speaks for it, and the written rules decide wherever sources disagree. A plan
   * can be established as a plan.
   */
  ESTABLISHED: 'ESTABLISHED',
  /** Every live claim is ALLEGED: only hearsay, or only said to be possible. */
  ALLEGED: 'ALLEGED',
  /** Sources contradict each other, and the written rules find no winner. */
  DISPUTED: 'DISPUTED',
  /** No live claim is left: all were retracted or corrected. Hidden from lists unless asked for. */
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
 * What became of a plan. The first that applies: CONFIRMED, RESCHEDULED by a later plan, CONTRADICTED, RESCHEDULED with
 * its meeting, OVERDUE, OPEN.
 */
export const PlanResult = {
  /** A source says that it came about, and none says otherwise, except sources that an analyst's review puts behind it. */
  CONFIRMED: 'CONFIRMED',
  /** What happened was something else, at least in part; or what it was a plan for was called off. */
  CONTRADICTED: 'CONTRADICTED',
  /** A later plan took its place, or its meeting was postponed or given another day. */
  RESCHEDULED: 'RESCHEDULED',
  /**
   * The day it was due is past, and no source says what happened. It is due at the time of the claim, else at that of
   * the meeting, or at the start of the tenure, that it supports. Nothing in a cancelled or postponed meeting is
   * overdue.
   */
  OVERDUE: 'OVERDUE',
  /** Its time is yet to come or not known, and nothing else applies. */
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
/** What a speaker does by saying something. */
export const SpeechAct = {
  /** Says that something is not so. */
  DENY: 'DENY',
  /** Tells something, without more. */
  INFORM: 'INFORM',
  /** Judges a situation. */
  ASSESS: 'ASSESS',
  /** Promises to do something. */
  COMMIT: 'COMMIT',
  /** Asks somebody to do something, or demands it. */
  REQUEST: 'REQUEST',
  /** Blames somebody for something. */
  ACCUSE: 'ACCUSE',
  /** Announces harm in case something is or is not done. */
  THREATEN: 'THREATEN',
  /** Supports, welcomes or agrees to something. */
  APPROVE: 'APPROVE',
  /** Refuses something or speaks against it. */
  REJECT: 'REJECT',
  /** Makes a decision or plan public. */
  ANNOUNCE: 'ANNOUNCE'
} as const;

export type SpeechAct = typeof SpeechAct[keyof typeof SpeechAct];
/** By what way something was said. */
export const Channel = {
  /** In a speech or remarks to an audience. */
  SPEECH: 'SPEECH',
  /** To several media at once, at a press conference. */
  PRESS_CONFERENCE: 'PRESS_CONFERENCE',
  /** To one medium that asked, in an interview. */
  INTERVIEW: 'INTERVIEW',
  /** In a post on a social network. */
  SOCIAL_MEDIA: 'SOCIAL_MEDIA',
  /** In an official account of a meeting or call. */
  READOUT: 'READOUT',
  /** In a statement issued together with others. */
  JOINT_STATEMENT: 'JOINT_STATEMENT',
  /** Not in public: in talks that others reported. */
  PRIVATE: 'PRIVATE',
  /** By another way. */
  OTHER: 'OTHER'
} as const;

export type Channel = typeof Channel[keyof typeof Channel];
/** How a speaker stands to something. */
export const Stance = {
  /** In favour of it. */
  POSITIVE: 'POSITIVE',
  /** Against it, or critical of it. */
  NEGATIVE: 'NEGATIVE',
  /** In favour of some of it, and against some. */
  MIXED: 'MIXED',
  /** Neither in favour of it nor against it. */
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