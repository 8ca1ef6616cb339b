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
  /** The attitude of the subject to the objects. `value`: POSITIVE, NEGATIVE, MIXED or NEUTRAL. */
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
  /**
   * Where the subject, a meeting or with a quantifier the meetings of a body, takes place. Objects: the places, or the
   * country.
   */
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
  /** It is planned, no matter who says so. It does not count as having happened. */
  PLANNED: 'PLANNED',
  /** It is forecast, no matter who says so. It does not count as having happened. */
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
/** The relation of one claim to another. The descriptions read from the first claim to the other one. */
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
  /** The year in which it began or is to begin: `2024`. */
  YEAR: 'YEAR',
  /** The month in which it began or is to begin: `2024-03`. */
  MONTH: 'MONTH',
  /** The kind of meeting: `PHONE_CALL`. */
  KIND: 'KIND',
  /** Whether it was held or is planned: `HELD`. */
  STATUS: 'STATUS',
  /** The body that met, such as `org:udcg`; null for meetings of no body. */
  BODY: 'BODY',
  /**
   * The places where it is recorded, as exact as those are: a venue is not counted under its city. A meeting in several
   * places counts under each of them, one of which only the country is known under that.
   */
  PLACE: 'PLACE',
  /** The country that is recorded, or in which the place lies. A meeting in several countries counts under each of them. */
  COUNTRY: 'COUNTRY',
  /** In person, remote or hybrid; null where that is not known. */
  MODE: 'MODE',
  /**
   * The ranks at which somebody takes part, plans and absences included: with ministers and ambassadors it counts under MINISTER
   * and under AMBASSADOR. Null where nobody is recorded.
   */
  LEVEL: 'LEVEL'
} as const;

export type MeetingDimension = typeof MeetingDimension[keyof typeof MeetingDimension];
/** What is counted of a list of participations. */
export const ParticipationsCounted = {
  /** Different meetings: one at which three people of a country were is one meeting of that country. */
  MEETINGS: 'MEETINGS',
  /** Different pairs of actor and meeting: somebody who chaired a meeting and spoke at it was there once. */
  PRESENCES: 'PRESENCES',
  /** Participations: one for each role of an actor in a meeting. */
  PARTICIPATIONS: 'PARTICIPATIONS'
} as const;

export type ParticipationsCounted = typeof ParticipationsCounted[keyof typeof ParticipationsCounted];
/** By what participations can be counted, up to three at a time. */
export const ParticipationDimension = {
  /** The year in which the meeting began or is to begin: `2024`. */
  YEAR: 'YEAR',
  /** The month in which the meeting began or is to begin: `2024-03`. */
  MONTH: 'MONTH',
  /** The official, country or organization that takes part. */
  ACTOR: 'ACTOR',
  /**
   * The country represented, as in `Meeting.delegations`: the country on whose behalf, else the actor if it is a country, else that of
   * the post in which the official took part, else the one that he or she serves. An organization counts under the country that it
   * belongs to, if there is one (for NATO, none).
   */
  COUNTRY: 'COUNTRY',
  /** The body that met, such as `org:udcg`; null for meetings of no body. */
  BODY: 'BODY',
  /** In which role: `CHAIR`. */
  ROLE: 'ROLE',
  /** Whether the actor attended, was invited or stayed away: `ATTENDED`. */
  STATUS: 'STATUS',
  /** The rank at which the actor takes part: `MINISTER`. */
  LEVEL: 'LEVEL',
  /** In person or remote; null where that is not known. */
  MODE: 'MODE'
} as const;

export type ParticipationDimension = typeof ParticipationDimension[keyof typeof ParticipationDimension];
/** By what claims can be counted, up to three at a time. */
export const ClaimDimension = {
  /** What kind of assertion it is: `CHAIRS`. */
  TYPE: 'TYPE',
  /** How firmly it is asserted: `PLANNED`, `ALLEGED`. */
  STATUS: 'STATUS',
  /** The kind of attribution: `OFFICIAL_RECORD`. */
  ATTRIBUTION_KIND: 'ATTRIBUTION_KIND',
  /**
   * The documents in which it stands; it counts under each of them. The value is the key of the document, for
   * `document(ref:)`. `entities` has null, as a document is not an entity.
   */
  DOCUMENT: 'DOCUMENT',
  /** The month in which its most reliable document was published: `2025-02`. */
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
/** What kind of name it is. */
export const NameKind = {
  /** The formal name: `Ukraine Defense Contact Group`. As good as COMMON for display. */
  OFFICIAL: 'OFFICIAL',
  /** The usual name: `United Kingdom`. The default when names are recorded. */
  COMMON: 'COMMON',
  /** Initials or a short form: `UDCG`. */
  ABBREVIATION: 'ABBREVIATION',
  /** Another name in use beside the usual one: `Ramstein group`. */
  ALIAS: 'ALIAS',
  /** A name carried over into another script by its sound: `澤倫斯基` for Volodymyr Zelenskyy. */
  TRANSLITERATION: 'TRANSLITERATION',
  /** A name that is no longer used. */
  FORMER: 'FORMER',
  /** What belongs to a country or comes from there: `British`, `乌克兰人`. Searches find it; it is never shown as the name. */
  DEMONYM: 'DEMONYM',
  /** A misprint or odd spelling of a source, kept so that searches find it. Shown only where there is nothing better. */
  AS_PRINTED: 'AS_PRINTED'
} as const;

export type NameKind = typeof NameKind[keyof typeof NameKind];
/** The concrete types of entity, for filters. */
export const EntityType = {
  /** States: `country:GB`. */
  COUNTRY: 'COUNTRY',
  /** Persons in public life: `official:john-healey`. */
  OFFICIAL: 'OFFICIAL',
  /** Alliances, contact groups, ministries, media houses and other bodies: `org:nato`. */
  ORGANIZATION: 'ORGANIZATION',
  /** Offices apart from who holds them: `post:gb-defence-secretary`. */
  POST: 'POST',
  /** Meetings, conferences, calls and visits: `meeting:udcg-26`. */
  MEETING: 'MEETING',
  /** What happens but is not a meeting: conflicts, initiatives, announcements. */
  DEVELOPMENT: 'DEVELOPMENT',
  /** Venues, cities and regions: `place:brussels`. */
  PLACE: 'PLACE',
  /** Subjects of meetings and statements: `topic:ceasefire`. */
  TOPIC: 'TOPIC'
} as const;

export type EntityType = typeof EntityType[keyof typeof EntityType];
/** In which direction a list is sorted. */
export const Direction = {
  /** Ascending: earliest, smallest, highest level or A first. What has no such value comes last. */
  ASC: 'ASC',
  /** Descending: the exact reverse of ASC. What has no such value comes first. */
  DESC: 'DESC'
} as const;

export type Direction = typeof Direction[keyof typeof Direction];
/** What a recorded change did. */
export const Operation = {
  /** It was recorded for the first time. */
  CREATE: 'CREATE',
  /** Something about it changed: a new claim, a correction, a review, or what follows from these. */
  UPDATE: 'UPDATE',
  /** It was merged into another, or another was merged into it. */
  MERGE: 'MERGE',
  /** A merge of it was undone. */
  UNMERGE: 'UNMERGE',
  /** A claim was taken back, or a part of what a document says of it. */
  RETRACT: 'RETRACT',
  /** It was deleted, by itself or with the entity to which it belongs. */
  DELETE: 'DELETE',
  /** It was brought back after a deletion. */
  RESTORE: 'RESTORE'
} as const;

export type Operation = typeof Operation[keyof typeof Operation];
/**
 * What is known of whether an event takes place. A plan stays PROPOSED or SCHEDULED until a source says what happened,
 * even when its day is past (see `overdue`).
 */
export const EventStatus = {
  /** Somebody has suggested it; no date is fixed, or it may not take place. */
  PROPOSED: 'PROPOSED',
  /** It is planned, and nobody has called it off. */
  SCHEDULED: 'SCHEDULED',
  /** It was put off, and no new day is known. It keeps the day for which it was planned. */
  POSTPONED: 'POSTPONED',
  /** It was put off and has a new day; earlier ones are in `previousTimes`. */
  RESCHEDULED: 'RESCHEDULED',
  /** It was called off and will not take place. */
  CANCELLED: 'CANCELLED',
  /** It took place, as a source says. */
  HELD: 'HELD',
  /** It was going on when the source was published. */
  ONGOING: 'ONGOING',
  /** No source says, or sources disagree and no rule decides. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type EventStatus = typeof EventStatus[keyof typeof EventStatus];
/** What kind of development it is. */
export const DevelopmentKind = {
  /** A war or another armed conflict. */
  CONFLICT: 'CONFLICT',
  /** An effort over some time, such as a push for a ceasefire. */
  INITIATIVE: 'INITIATIVE',
  /** Something that is made public, such as a peace plan. */
  ANNOUNCEMENT: 'ANNOUNCEMENT',
  /** None of these. */
  OTHER: 'OTHER'
} as const;

export type DevelopmentKind = typeof DevelopmentKind[keyof typeof DevelopmentKind];
/**
 * How firmly a fact or event stands, judged by its claims. The first that applies: WITHDRAWN, ALLEGED, DISPUTED,
 * ESTABLISHED.
 */
export const Standing = {
  /**
   * A live claim that is more than alleged speaks for it, and the written rules decide wherever sources disagree. A plan
   * can be established as a plan.
   */
  ESTABLISHED: 'ESTABLISHED',
  /**
   * No live claim is firm: each is ALLEGED (hearsay, or only said to be possible), stands in UNRELIABLE documents alone,
   * or is DISPUTED by review.
   */
  ALLEGED: 'ALLEGED',
  /**
   * Sources contradict each other, and the written rules find no winner. A time is then one of a set
   * (`[2025-03-10,2025-03-17]`), a place the one around all, other values are null or UNKNOWN.
   */
  DISPUTED: 'DISPUTED',
  /** No live claim is left: all were retracted or corrected. Hidden from lists unless asked for. */
  WITHDRAWN: 'WITHDRAWN'
} as const;

export type Standing = typeof Standing[keyof typeof Standing];
/** Whether people met in one place. */
export const MeetingMode = {
  /** All met in one place. */
  IN_PERSON: 'IN_PERSON',
  /** All joined by telephone or video. */
  REMOTE: 'REMOTE',
  /** Some met in one place, others joined by telephone or video. */
  HYBRID: 'HYBRID'
} as const;

export type MeetingMode = typeof MeetingMode[keyof typeof MeetingMode];
/** What kind of meeting it is. */
export const MeetingKind = {
  /** A meeting of several countries or organizations, such as of a contact group or of NATO ministers. */
  MULTILATERAL_MEETING: 'MULTILATERAL_MEETING',
  /** Heads of state or government of several countries meet, such as at a summit of NATO; of ministers it is a MULTILATERAL_MEETING. */
  SUMMIT: 'SUMMIT',
  /** A larger gathering with a programme and many guests, such as the Munich Security Conference. */
  CONFERENCE: 'CONFERENCE',
  /** Two sides meet face to face. */
  BILATERAL_MEETING: 'BILATERAL_MEETING',
  /** Two or more speak by telephone. */
  PHONE_CALL: 'PHONE_CALL',
  /** Two or more speak by video; for a meeting of a group by video use the kind of the meeting, and REMOTE as its mode. */
  VIDEO_CALL: 'VIDEO_CALL',
  /** Somebody travels to a place; talks during it are meetings of their own, with `partOf`. */
  VISIT: 'VISIT',
  /** One or more speak to the press. */
  PRESS_CONFERENCE: 'PRESS_CONFERENCE',
  /** Talks of which it is not known how or how often they were held. */
  CONSULTATION: 'CONSULTATION',
  /** None of these. */
  OTHER: 'OTHER'
} as const;

export type MeetingKind = typeof MeetingKind[keyof typeof MeetingKind];
/** By what meetings can be sorted. */
export const MeetingOrderField = {
  /** By the first day on which it can have begun; meetings without one come last (with DESC first). */
  TIME: 'TIME',
  /** By its number in the series of its body; meetings without one come last (with DESC first). */
  ORDINAL: 'ORDINAL',
  /** By the English name, else by any; numbers in it by value, so that `9th` comes before `10th`. */
  NAME: 'NAME',
  /** By when its recorded state last changed. */
  UPDATED_AT: 'UPDATED_AT'
} as const;

export type MeetingOrderField = typeof MeetingOrderField[keyof typeof MeetingOrderField];
/**
 * As what a country or organization belongs to an organization. MEMBER, LEAD and PARTICIPANT count as belonging in
 * `countries(memberOf:)`.
 */
export const MembershipRole = {
  /** A full member. */
  MEMBER: 'MEMBER',
  /** A member that leads the group, alone or with others, as in a capability coalition. */
  LEAD: 'LEAD',
  /** Takes part regularly in a group without formal membership, such as a contact group. */
  PARTICIPANT: 'PARTICIPANT',
  /** May attend, without a vote or full rights. */
  OBSERVER: 'OBSERVER',
  /** Is to become a member and is not one yet. */
  CANDIDATE: 'CANDIDATE',
  /** The group exists to support it: Ukraine in the contact group. */
  BENEFICIARY: 'BENEFICIARY'
} as const;

export type MembershipRole = typeof MembershipRole[keyof typeof MembershipRole];
/** What kind of problem it is. */
export const ProblemCode = {
  /** A value is missing, malformed or makes no sense. */
  INVALID: 'INVALID',
  /** Nothing is known under this reference. */
  NOT_FOUND: 'NOT_FOUND',
  /** It is there already, or is given twice. */
  DUPLICATE: 'DUPLICATE',
  /** It has changed since you looked; the message says what, when and by whom. */
  VERSION_CONFLICT: 'VERSION_CONFLICT',
  /** The rules do not allow it, such as reviewing a retracted claim. */
  NOT_ALLOWED: 'NOT_ALLOWED',
  /** It can be, but is probably a slip: a meeting held in the future. Only among `warnings`. */
  IMPLAUSIBLE: 'IMPLAUSIBLE',
  /** The row refers to something and says nothing of it. Only among `warnings`. */
  SAYS_NOTHING: 'SAYS_NOTHING',
  /** A claim that said the same was corrected or retracted, so none is made of it. Only among `warnings`. */
  ENDED_BEFORE: 'ENDED_BEFORE'
} as const;

export type ProblemCode = typeof ProblemCode[keyof typeof ProblemCode];
/** Whether two entities are the same. */
export const Verdict = {
  /** They are the same; until `mergeEntities` makes them one, they stay on the list of possible duplicates. */
  SAME: 'SAME',
  /** They are two; they are no longer listed as possible duplicates of each other. */
  DIFFERENT: 'DIFFERENT',
  /** An analyst has looked and cannot tell: they stay on the list of possible duplicates, after all that nobody has judged. */
  UNSURE: 'UNSURE'
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];
/** Between whom a network is: the kind of its nodes. */
export const NetworkNodes = {
  /** Officials who were there themselves. */
  OFFICIAL: 'OFFICIAL',
  /**
   * Countries. A country is there through whoever represents it: those on its behalf, itself, holders of its posts, else
   * those who serve it; an organization that belongs to a country is there for it too.
   */
  COUNTRY: 'COUNTRY',
  /** Organizations. An organization is there through those on its behalf, itself, and holders of its posts. */
  ORGANIZATION: 'ORGANIZATION'
} as const;

export type NetworkNodes = typeof NetworkNodes[keyof typeof NetworkNodes];
/** Whether a network ties those who met to one another, or each of them to the meetings. */
export const NetworkMode = {
  /** Ties join those who were at the same meeting. Nodes are of one kind. */
  ONE_MODE: 'ONE_MODE',
  /** Ties join those who were there and the meetings, which are nodes too. Nothing is lost that a projection would add up. */
  TWO_MODE: 'TWO_MODE'
} as const;

export type NetworkMode = typeof NetworkMode[keyof typeof NetworkMode];
/** How strong a tie of a ONE_MODE network is. A stronger tie has a higher weight. */
export const TieWeight = {
  /** The number of meetings at which both were. */
  COUNT: 'COUNT',
  /**
   * Each shared meeting counts 1/(n-1), where n is the number of nodes of the network that were there: a talk between two
   * counts 1, a conference of a hundred next to nothing (Newman 2001, Physical Review E 64, 016132).
   */
  NEWMAN: 'NEWMAN',
  /** Shared meetings divided by the meetings of either: from near 0 to 1, who were only ever there together (Jaccard 1901). */
  JACCARD: 'JACCARD'
} as const;

export type TieWeight = typeof TieWeight[keyof typeof TieWeight];
/** How long a tie is where paths are measured. */
export const PathLength = {
  /** Each tie is one step long, whatever its weight. */
  STEPS: 'STEPS',
  /** A tie is 1/weight long, so strong ties are short (Newman 2001, Physical Review E 64, 016132). */
  DISTANCE: 'DISTANCE'
} as const;

export type PathLength = typeof PathLength[keyof typeof PathLength];
/** A measure by which the nodes of a network can be ordered. */
export const NetworkMeasure = {
  /** `NetworkNode.degree`. */
  DEGREE: 'DEGREE',
  /** `NetworkNode.strength`. */
  STRENGTH: 'STRENGTH',
  /** `NetworkNode.betweenness`, with its usual arguments. */
  BETWEENNESS: 'BETWEENNESS',
  /** `NetworkNode.closeness`, with its usual arguments. */
  CLOSENESS: 'CLOSENESS',
  /** `NetworkNode.eigenvector`. */
  EIGENVECTOR: 'EIGENVECTOR'
} as const;

export type NetworkMeasure = typeof NetworkMeasure[keyof typeof NetworkMeasure];
/** As what a network can be taken away. docs/exports-in-tools.md says what each tool makes of each. */
export const NetworkFormat = {
  /** GEXF 1.3, for Gephi and networkx. */
  GEXF: 'GEXF',
  /** GraphML, for igraph, networkx, Gephi and yEd. */
  GRAPHML: 'GRAPHML',
  /** The nodes as a table, CSV. */
  CSV_NODES: 'CSV_NODES',
  /** The ties as a table, CSV: one row for each pair. */
  CSV_TIES: 'CSV_TIES',
  /** Cytoscape JSON, for Cytoscape and cytoscape.js. */
  CYTOSCAPE: 'CYTOSCAPE',
  /** A line of JSON for the network, each node and each tie. */
  JSONL: 'JSONL'
} as const;

export type NetworkFormat = typeof NetworkFormat[keyof typeof NetworkFormat];
/** What kind of organization it is. */
export const OrganizationKind = {
  /** A standing organization of states, founded by treaty: NATO, the European Union. */
  INTERGOVERNMENTAL: 'INTERGOVERNMENTAL',
  /** States that join for a purpose, without a treaty: the Ukraine Defense Contact Group. */
  COALITION: 'COALITION',
  /** A lasting security arrangement of a few states: AUKUS. */
  SECURITY_PARTNERSHIP: 'SECURITY_PARTNERSHIP',
  /** A conference that is held again and again: the Munich Security Conference. */
  CONFERENCE_SERIES: 'CONFERENCE_SERIES',
  /** The government of a state as a whole, or one administration: the Biden administration. */
  GOVERNMENT: 'GOVERNMENT',
  /** A ministry or department: the US Department of Defense. */
  MINISTRY: 'MINISTRY',
  /** A newspaper, broadcaster or news agency: The Times. */
  MEDIA: 'MEDIA',
  /** A service on which others publish: X. */
  PLATFORM: 'PLATFORM',
  /** A group without a form of its own: "Trump and his team", a delegation. */
  INFORMAL_GROUP: 'INFORMAL_GROUP',
  /** None of these. */
  OTHER: 'OTHER'
} as const;

export type OrganizationKind = typeof OrganizationKind[keyof typeof OrganizationKind];
/** In which role an actor takes part. Two co-chairs are two participations as CHAIR. */
export const Role = {
  /** Leads the meeting. */
  CHAIR: 'CHAIR',
  /** Calls the meeting and invites to it. */
  CONVENER: 'CONVENER',
  /** Receives the others at its place, without having to chair. */
  HOST: 'HOST',
  /** Prepares and runs the meeting. */
  ORGANIZER: 'ORGANIZER',
  /** Is at the meeting; no more is said. The usual role in a group meeting or conference. */
  ATTENDEE: 'ATTENDEE',
  /** Is one of the sides in a call, a bilateral or other talks. */
  PARTICIPANT: 'PARTICIPANT',
  /** Gives a speech, or speaks at a press conference. */
  SPEAKER: 'SPEAKER',
  /** Leads the delegation of a country or organization. */
  DELEGATION_HEAD: 'DELEGATION_HEAD',
  /** Belongs to a delegation and does not lead it. */
  DELEGATE: 'DELEGATE',
  /** Follows the meeting without being a full party to it. */
  OBSERVER: 'OBSERVER',
  /** Makes the visit; for meetings of kind VISIT. */
  VISITOR: 'VISITOR',
  /** Brings two other sides together. */
  MEDIATOR: 'MEDIATOR'
} as const;

export type Role = typeof Role[keyof typeof Role];
/**
 * Whether an actor takes or took part. INVITED, PLANNED and CONFIRMED are plans: they never count as attendance by
 * themselves, also when the day is past.
 */
export const ParticipationStatus = {
  /** Was asked to take part; no answer is known. */
  INVITED: 'INVITED',
  /** Is to take part, as a source says. */
  PLANNED: 'PLANNED',
  /** Has confirmed that it will take part; firmer than PLANNED. */
  CONFIRMED: 'CONFIRMED',
  /** Was there, in person or at a distance, as a source says. */
  ATTENDED: 'ATTENDED',
  /** Was expected and did not come, or a source says that the actor was not there. */
  ABSENT: 'ABSENT',
  /** Said beforehand that it would not take part. */
  DECLINED: 'DECLINED',
  /** No source says, or sources disagree and no rule decides. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type ParticipationStatus = typeof ParticipationStatus[keyof typeof ParticipationStatus];
/** Whether somebody was at the place of the meeting. */
export const ParticipationMode = {
  /** Was there in person. */
  IN_PERSON: 'IN_PERSON',
  /** Joined by telephone or video. */
  REMOTE: 'REMOTE'
} as const;

export type ParticipationMode = typeof ParticipationMode[keyof typeof ParticipationMode];
/** By what participations can be sorted. */
export const ParticipationOrderField = {
  /** By the time of the meeting; undated ones come last (with DESC first). */
  TIME: 'TIME',
  /** By rank; ASC begins with the highest level. */
  LEVEL: 'LEVEL',
  /** By the English name of the actor, else by any. */
  NAME: 'NAME'
} as const;

export type ParticipationOrderField = typeof ParticipationOrderField[keyof typeof ParticipationOrderField];
/** What kind of place it is. */
export const PlaceKind = {
  /** A building or site: NATO Headquarters, an air base. */
  VENUE: 'VENUE',
  /** A city, town or village. */
  CITY: 'CITY',
  /** A larger area, within a country or across several: Europe, the Indo-Pacific. */
  REGION: 'REGION'
} as const;

export type PlaceKind = typeof PlaceKind[keyof typeof PlaceKind];
/**
 * What became of a plan. The first that applies: CONFIRMED, RESCHEDULED by a later plan, CONTRADICTED, RESCHEDULED
 * because it came about on another day or with its meeting, OVERDUE, OPEN.
 */
export const PlanResult = {
  /** A source says that it came about, and none says otherwise, except sources that an analyst's review puts behind it. */
  CONFIRMED: 'CONFIRMED',
  /** What happened was something else, at least in part; or what it was a plan for was called off. */
  CONTRADICTED: 'CONTRADICTED',
  /** A later plan took its place, or its meeting was postponed, given another day or held on another day. */
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
/** The field for which a post answers. */
export const Portfolio = {
  /** Defence and the armed forces. */
  DEFENCE: 'DEFENCE',
  /** Foreign policy and diplomacy. */
  FOREIGN_AFFAIRS: 'FOREIGN_AFFAIRS',
  /** Home affairs, police and borders. */
  INTERIOR: 'INTERIOR',
  /** Finance, the treasury and the budget. */
  FINANCE: 'FINANCE',
  /** Intelligence services, civilian and military. */
  INTELLIGENCE: 'INTELLIGENCE',
  /** Development aid and international cooperation. */
  DEVELOPMENT: 'DEVELOPMENT',
  /** Another field than these, such as trade or energy. */
  OTHER: 'OTHER'
} as const;

export type Portfolio = typeof Portfolio[keyof typeof Portfolio];
/** The rank of a post, or of somebody in a meeting; the values stand from the highest to the lowest. */
export const Level = {
  /** Both in one person: the President of the United States. */
  HEAD_OF_STATE_AND_GOVERNMENT: 'HEAD_OF_STATE_AND_GOVERNMENT',
  /** A monarch, or a president beside a prime minister: the President of Ukraine. */
  HEAD_OF_STATE: 'HEAD_OF_STATE',
  /** A prime minister or chancellor. */
  HEAD_OF_GOVERNMENT: 'HEAD_OF_GOVERNMENT',
  /** The deputy of one of these: a vice-president or deputy prime minister. */
  DEPUTY_HEAD: 'DEPUTY_HEAD',
  /** The head of an international organization: the Secretary General of NATO. */
  HEAD_OF_ORGANIZATION: 'HEAD_OF_ORGANIZATION',
  /** A member of the cabinet: a minister or secretary of state. */
  MINISTER: 'MINISTER',
  /** A deputy minister, minister of state or under-secretary. */
  DEPUTY_MINISTER: 'DEPUTY_MINISTER',
  /** A high civil servant: a political director, national security adviser or permanent secretary. */
  SENIOR_OFFICIAL: 'SENIOR_OFFICIAL',
  /** A chief of defence, or another general or admiral in command. */
  MILITARY_CHIEF: 'MILITARY_CHIEF',
  /** An ambassador or permanent representative. */
  AMBASSADOR: 'AMBASSADOR',
  /** A member of parliament: a senator or deputy. */
  LEGISLATOR: 'LEGISLATOR',
  /** An office below the state: a governor or mayor. */
  SUBNATIONAL: 'SUBNATIONAL',
  /** Another rank than these. */
  OTHER: 'OTHER',
  /** The source does not tell the rank. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Level = typeof Level[keyof typeof Level];
/** Whether a post is held, as the sources have it. */
export const TenureStatus = {
  /** Chosen, nominated or running for it, and not in office yet. Counts on no day as held. */
  NOMINATED: 'NOMINATED',
  /** Holds it, when the source is published. */
  CURRENT: 'CURRENT',
  /** Held it, and no longer does. */
  ENDED: 'ENDED',
  /** Was chosen or nominated and never took office. Counts on no day as held. */
  NOT_TAKEN_UP: 'NOT_TAKEN_UP',
  /** No source says, or sources disagree and no rule decides. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type TenureStatus = typeof TenureStatus[keyof typeof TenureStatus];
/** How certain it is that a post was held on a day. The values stand from the most certain to the least. */
export const Certainty = {
  /**
   * The day lies between the latest possible start and the earliest possible end. Where no end is known, or it is still
   * held and the end only planned, up to the last day on which it was surely seen held: by a page that calls the holder
   * current, on its publication; by attending a meeting, or making a statement, in that capacity.
   */
  CERTAIN: 'CERTAIN',
  /**
   * Not CERTAIN, as start or end is not known, but the holder was or may have been seen in the post on that day, or was
   * seen before and after it.
   */
  OBSERVED: 'OBSERVED',
  /**
   * Nobody saw the holder in the post on that day, but it lies after the start and before the end, as far as these are
   * known, and before the day by which another holder, who is not acting, had begun.
   */
  PRESUMED: 'PRESUMED',
  /** It may have been held that day, or not: nothing recorded shows it. It does not mean that nobody held the post. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Certainty = typeof Certainty[keyof typeof Certainty];
/** The format of a citation of a state of the graph. docs/citing.md shows what each has, and where the hash stands. */
export const CitationStyle = {
  /**
   * An entry for a .bib file, as @misc, which every style knows: year and month for classic styles, `date` for biblatex. Its
   * note has the hash.
   */
  BIBTEX: 'BIBTEX',
  /** A sentence after the seventh edition of the manual of the American Psychological Association (APA). */
  APA: 'APA',
  /**
   * Citation Style Language (CSL) JSON: a list with one item of type `dataset`, for Zotero, pandoc and citeproc. The hash
   * stands in `archive_location`, which APA, Chicago, MLA and Vancouver print.
   */
  CSL_JSON: 'CSL_JSON',
  /** A record in RIS, of type DATA, for EndNote, Zotero, Mendeley and Citavi. */
  RIS: 'RIS',
  /**
   * JSON of the metadata schema 4.6 of DataCite, for repositories. It has no DOI. DataCite requires a creator and a publisher:
   * they are Chancery.
   */
  DATACITE: 'DATACITE',
  /** The file `ro-crate-metadata.json` of RO-Crate 1.1, for a folder with what was taken away and what was made of it. */
  RO_CRATE: 'RO_CRATE',
  /** Metadata in Croissant 1.0 of MLCommons (JSON-LD), for tools that load data sets. It requires a creator: Chancery. */
  CROISSANT: 'CROISSANT'
} as const;

export type CitationStyle = typeof CitationStyle[keyof typeof CitationStyle];
/**
 * The format of a citation of a document: those of `CitationStyle` but RO_CRATE and CROISSANT, which describe data that one has,
 * not a page that one has read.
 */
export const DocumentCitationStyle = {
  /**
   * An entry for a .bib file: @article for news with a publisher, @techreport for reports with one, else @misc. `date` has what
   * biblatex reads of EDTF; `year` and `month` are for classic styles.
   */
  BIBTEX: 'BIBTEX',
  /** A sentence after the seventh edition of the manual of the American Psychological Association (APA). */
  APA: 'APA',
  /** Citation Style Language (CSL) JSON: a list with one item, for Zotero, pandoc and citeproc. */
  CSL_JSON: 'CSL_JSON',
  /** A record in RIS, for EndNote, Zotero, Mendeley and Citavi. */
  RIS: 'RIS',
  /**
   * JSON of the metadata schema 4.6 of DataCite, for repositories. What it requires and nobody recorded is `:unav`, and the year
   * `0000`.
   */
  DATACITE: 'DATACITE'
} as const;

export type DocumentCitationStyle = typeof DocumentCitationStyle[keyof typeof DocumentCitationStyle];
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
/** The channel by which something was said. */
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
/** The attitude of a speaker to something. */
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
/** How exact a time is. */
export const TimePrecision = {
  /** One day, or a duration from one day to another. */
  DAY: 'DAY',
  /** A month, such as `2022-04`, or a duration from month to month. */
  MONTH: 'MONTH',
  /** A year, such as `2022`, or a duration from year to year. */
  YEAR: 'YEAR',
  /**
   * Some moment within a wider stretch: a set of dates `[2022,2024]`, a range `[2025-02-05..2025-02-11]`, a season, a
   * decade, or a duration whose two ends are not equally exact.
   */
  INTERVAL: 'INTERVAL',
  /** Nothing is known, or only that it was before or after a day, `[..2025-02-11]`, or which day of an unknown year. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type TimePrecision = typeof TimePrecision[keyof typeof TimePrecision];
/** How strictly a time filter takes vague times: what may lie in the window, or only what surely does. */
export const TimeMatch = {
  /**
   * Some reading of the time overlaps the window: `2025-02` matches the window of 12 February. Finds all that may be
   * meant.
   */
  POSSIBLY: 'POSSIBLY',
  /** Every reading of the time lies wholly inside the window. Leaves out what is marked as uncertain or approximate (`?`, `~`, `%`). */
  CERTAINLY: 'CERTAINLY'
} as const;

export type TimeMatch = typeof TimeMatch[keyof typeof TimeMatch];
/** What a caller may do. Each role includes those before it. */
export const ViewerRole = {
  /** Reads by queries. */
  READER: 'READER',
  /** Reads, and records by mutations. */
  ANALYST: 'ANALYST',
  /** Does the same, and whatever is left to administrators of this server. */
  ADMIN: 'ADMIN'
} as const;

export type ViewerRole = typeof ViewerRole[keyof typeof ViewerRole];