/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * What kind of assertion a claim is (its predicate). The descriptions say what stands as subject, objects, `value` or
 * `count`.
 */
export type ClaimType =
  /** An event takes or took place. Subject: the meeting or development. */
  | 'EVENT'
  /** The number of a meeting in the series of its body. Subject: the meeting; `value`: `26`. */
  | 'ORDINAL'
  /** The subject chairs. Object: the meeting, or with a quantifier ("all meetings") the body. */
  | 'CHAIRS'
  /** The chair passes from one to another. Subject: who gives it up; objects: who takes it, and the body. */
  | 'CHAIR_HANDOVER'
  /** The subject calls the meeting and invites to it. Object: the meeting. */
  | 'CONVENES'
  /** The subject receives the others at its place. Object: the meeting. */
  | 'HOSTS'
  /** The subject takes part, in whatever role. Object: the meeting. */
  | 'ATTENDS'
  /** The subject visited a place or country (object). For the visit as an event, see meetings of kind VISIT. */
  | 'VISITED'
  /** Subject and object met face to face. The same from either side. */
  | 'MET_IN_PERSON'
  /** Subject and object spoke by telephone. The same from either side. */
  | 'SPOKE_BY_PHONE'
  /** Subject and object consulted each other, in whatever way. The same from either side. */
  | 'CONSULTED'
  /** Something was talked about. Subject: the meeting; objects: the topics. */
  | 'DISCUSSED'
  /** Something was agreed on. Subject: the meeting; objects: the topics. Stronger than DISCUSSED. */
  | 'AGREED'
  /** The subject asked somebody (object) to do something. Another object may be the statement in which that was done. */
  | 'REQUESTED'
  /** The subject announces or is to announce something (objects). */
  | 'ANNOUNCES'
  /** The subject said something. Object: the statement that has the gist. */
  | 'STATED'
  /** The attitude of the subject to the objects. `value`: POSITIVE, NEGATIVE, MIXED or NEUTRAL. */
  | 'STANCE'
  /** The subject works towards something (objects), such as a ceasefire. */
  | 'PURSUES'
  /** The subject leads a group (object) in general. For one meeting use CHAIRS. */
  | 'LEADS'
  /** Why the subject does or did something; the reason is in `text`. */
  | 'MOTIVE'
  /** A judgement about the subject, such as how important a meeting is; it is in `text`. */
  | 'ASSESSMENT'
  /** The subject holds the post (object) at that time. */
  | 'HOLDS_POST'
  /** The subject held the post (object) and no longer does. */
  | 'HELD_POST'
  /** The subject runs for, or is nominated for, the post (object). */
  | 'CANDIDATE_FOR'
  /** The objects belong to the subject, an organization. */
  | 'MEMBERS'
  /** How many belong to the subject, an organization. Needs `count`. Who they are may be unknown. */
  | 'MEMBER_COUNT'
  /** How many took part in the subject, a meeting. Needs `count`. */
  | 'PARTICIPANT_COUNT'
  /** When the subject, an organization, was founded. Needs `time`. */
  | 'FOUNDED'
  /** The members of another organization (object) take part in the subject: all NATO members are in the contact group. */
  | 'COVERS_MEMBERS_OF'
  /** The subject grew, without a number. */
  | 'GREW'
  /** What the subject, an organization, is for. Objects: whom or what it serves. */
  | 'PURPOSE'
  /**
   * Where the subject, a meeting or with a quantifier the meetings of a body, takes place. Objects: the places, or the
   * country.
   */
  | 'HELD_AT'
  /** Where the subject, a place, lies. Object: the country or the larger place. */
  | 'LOCATED_IN'
  /** Who runs the subject, a place. Object: the country, organization or official. */
  | 'OPERATED_BY'
  /** What the subject is called. */
  | 'NAME'
  /** When the subject, a meeting, development or statement, takes or took place. Needs `time`. */
  | 'TIME'
  /** What became of the subject. `value`: a status word of its type, such as CANCELLED for a meeting. */
  | 'STATUS'
  /** None of the other types; what is asserted is in `text`. */
  | 'OTHER';

/** Whether something is asserted or denied. */
export type Polarity =
  /** It is so. The default when claims are recorded. */
  | 'AFFIRMATIVE'
  /** It is not so: "have not met in person". A denial is a claim too, and may contradict others. */
  | 'NEGATIVE';

/** Of how many of several cases something is said, without naming them one by one. */
export type Quantifier =
  /** Of every one: "all earlier meetings were chaired by the United States". */
  | 'ALL'
  /** Of more than half: "mostly at Ramstein". */
  | 'MOST'
  /** Of at least one, not of all: "a few meetings took place at NATO headquarters". */
  | 'SOME';

/** How the source tells something: as done, going on, planned, or only possible. */
export type Modality =
  /** It happened, or was so. */
  | 'OCCURRED'
  /** It is so when the source is published. */
  | 'ONGOING'
  /** It is to happen, told as fixed by those who will do it, or by the schedule. */
  | 'PLANNED'
  /** It is to happen according to a forecast by somebody else; less firm than PLANNED. */
  | 'EXPECTED'
  /** It may be so or may happen; the source does not say that it is or will. */
  | 'POSSIBLE'
  /** The source says that it is open: "whether the UK goes on chairing is not decided". */
  | 'UNDETERMINED';

/** How firmly a claim stands, worked out from its modality and from whose word it is. */
export type ClaimStatus =
  /** It happened, on the word of a source that is not anonymous or second-hand. */
  | 'OCCURRED'
  /** It goes on, on the word of a source that is not anonymous or second-hand. */
  | 'ONGOING'
  /** It is planned, no matter who says so. It does not count as having happened. */
  | 'PLANNED'
  /** It is forecast, no matter who says so. It does not count as having happened. */
  | 'EXPECTED'
  /** It is only said to be possible, or only anonymous sources or another medium (MEDIA_REPORT) say that it happened. */
  | 'ALLEGED'
  /** The source itself leaves it open. */
  | 'UNDETERMINED';

/**
 * Whose word a claim is. Always stated when recording, never assumed. Where sources disagree, the nearer one goes first:
 * OFFICIAL_RECORD, ON_RECORD, NARRATION, ANALYST, MEDIA_REPORT, HEADLINE, ANONYMOUS, ANONYMOUS_VIA_MEDIA.
 */
export type AttributionKind =
  /** The author's or agency's own voice, naming no source. */
  | 'NARRATION'
  /** The headline alone; it is often stronger than the text below it. */
  | 'HEADLINE'
  /** A named person or body who is quoted. */
  | 'ON_RECORD'
  /** An official document: a readout, communique or register. */
  | 'OFFICIAL_RECORD'
  /** Another news medium, whose report is passed on: "The Times reports". */
  | 'MEDIA_REPORT'
  /** Someone who is not named and told this author or agency: "a person who knows of the matter". */
  | 'ANONYMOUS'
  /** Someone who is not named and told another medium, whose report is passed on. */
  | 'ANONYMOUS_VIA_MEDIA'
  /** The coder or an analyst: general knowledge or a conclusion, not in the text. */
  | 'ANALYST';

/** Whether a claim counts, and what analysts think of it. */
export type ReviewState =
  /** It counts. Every claim starts so; one that an analyst has accepted goes before those that nobody has reviewed. */
  | 'ACCEPTED'
  /** It counts, but an analyst doubts it: where sources disagree it comes last. */
  | 'DISPUTED'
  /** It has ended: its coding was wrong and another claim took its place. */
  | 'CORRECTED'
  /** It has ended: it was taken back with a reason. */
  | 'RETRACTED';

/** How exact a number is. */
export type Comparator =
  /** This number: "57 delegations". The default when counts are recorded. */
  | 'EXACTLY'
  /** Around this number: "about 50". Compared with others, it allows a tenth more or less. */
  | 'ABOUT'
  /** More than this number: "more than 50". */
  | 'OVER'
  /** This number or fewer: "nearly 50", "at most 50". */
  | 'UP_TO';

/** How somebody passed on what a claim says. */
export type AttributionAct =
  /** Said it openly: in a speech, interview or press conference. */
  | 'SAID'
  /** Wrote it in a post of their own on social media. */
  | 'POSTED'
  /** Told it to somebody, such as a reporter, not in public. Usual for anonymous sources. */
  | 'TOLD'
  /** Published it as an official account of a meeting or call. */
  | 'READOUT'
  /** Reported it as their own news. Also what is assumed of the publisher when no chain is given. */
  | 'REPORTED'
  /** Passed on what another had said or reported, in own words. */
  | 'RELAYED'
  /** Reprinted the text of another, such as an agency; adds no source. */
  | 'REPUBLISHED'
  /** Wrote the headline. */
  | 'HEADLINE'
  /** Added it while coding: the analyst. */
  | 'CODED';

/** The relation of one claim to another. The descriptions read from the first claim to the other one. */
export type ClaimRelationType =
  /** Says the same, from another source or document. */
  | 'CORROBORATES'
  /** Cannot be true together with the other. */
  | 'CONTRADICTS'
  /** Is another account of the same matter; both may be right, or only one. Only sources and analysts set it. */
  | 'COMPETES_WITH'
  /** Says the same more exactly: a day within a month, a venue in a city, 57 for "more than 50". */
  | 'REFINES'
  /** Says more than the other bears out, as a headline does. Only sources and analysts set it. */
  | 'OVERSTATES'
  /** Says that what the other claim planned came about. */
  | 'CONFIRMS_OUTCOME'
  /** Is a later plan in place of the other. For a slip of the coder, see `corrects` instead. */
  | 'SUPERSEDES'
  /** Limits the other or adds a condition; both are true. Only sources and analysts set it. */
  | 'QUALIFIES'
  /**
   * Counts or measures something else, so that both are true: 57 delegations, 32 countries. Only sources and analysts
   * set it.
   */
  | 'DIFFERENT_MEASURE_FROM';

/** Which claims. All conditions must hold; in a list, one of its values. */
export type ClaimFilter = {
  /** Only these claims, by key or id. Unknown ones are passed over. */
  refs?: Array<string> | null | undefined;
  /** Only claims of these types. */
  types?: Array<ClaimType> | null | undefined;
  /** Only claims that stand so firmly: `[ALLEGED]` for hearsay. */
  statuses?: Array<ClaimStatus> | null | undefined;
  /** Only claims on the word of these: `[OFFICIAL_RECORD, ON_RECORD]`. */
  attributionKinds?: Array<AttributionKind> | null | undefined;
  /** Only what is asserted, or only what is denied. Left out: both. */
  polarity?: Polarity | null | undefined;
  /**
   * Only claims in these states. Left out: those that count, ACCEPTED and DISPUTED. Name CORRECTED and RETRACTED to see
   * what has ended.
   */
  reviewStates?: Array<ReviewState> | null | undefined;
  /**
   * Only claims about this: it is their subject or an object, they support it, or they support a fact that it is part of
   * (as actor, meeting, official, post, member, organization or speaker).
   */
  about?: string | null | undefined;
  /** Only claims that stand in this document. */
  document?: string | null | undefined;
  /** Only claims with this official, country, organization or anonymous source anywhere in their chain of attribution. */
  source?: string | null | undefined;
  /** Only claims that are told so: `[PLANNED, EXPECTED]` for plans. */
  modalities?: Array<Modality> | null | undefined;
  /** The time of what is asserted: when it holds, happened or is planned to happen. */
  time?: TimeFilter | null | undefined;
  /** When the most reliable of its documents was published. */
  published?: TimeFilter | null | undefined;
  /**
   * The most reliable of its documents has at least this rating (STANAG 2511). NOT_USUALLY_RELIABLE and UNRELIABLE
   * include UNKNOWN, as nothing is known against those.
   */
  minReliability?: Reliability | null | undefined;
  /** At least so many independent sources stand behind it. */
  minIndependentSources?: number | null | undefined;
  /** Leaves out those that meet all of these conditions. `{}` is met by all. */
  not?: ClaimConditions | null | undefined;
  /** Only those that meet all conditions of at least one of these, beside the other conditions of the filter. */
  anyOf?: Array<ClaimConditions> | null | undefined;
};

/** Conditions on claims, for `not` and `anyOf`. All of them must hold; in a list, one of its values. */
export type ClaimConditions = {
  /** Only these claims, by key or id. Unknown ones are passed over. */
  refs?: Array<string> | null | undefined;
  /** Only claims of these types. */
  types?: Array<ClaimType> | null | undefined;
  /** Only claims that stand so firmly: `[ALLEGED]` for hearsay. */
  statuses?: Array<ClaimStatus> | null | undefined;
  /** Only claims on the word of these: `[OFFICIAL_RECORD, ON_RECORD]`. */
  attributionKinds?: Array<AttributionKind> | null | undefined;
  /** Only what is asserted, or only what is denied. Left out: both. */
  polarity?: Polarity | null | undefined;
  /** Only claims in these states. Left out: any. */
  reviewStates?: Array<ReviewState> | null | undefined;
  /**
   * Only claims about this: it is their subject or an object, they support it, or they support a fact that it is part of
   * (as actor, meeting, official, post, member, organization or speaker).
   */
  about?: string | null | undefined;
  /** Only claims that stand in this document. */
  document?: string | null | undefined;
  /** Only claims with this official, country, organization or anonymous source anywhere in their chain of attribution. */
  source?: string | null | undefined;
  /** Only claims that are told so: `[PLANNED, EXPECTED]` for plans. */
  modalities?: Array<Modality> | null | undefined;
  /** The time of what is asserted: when it holds, happened or is planned to happen. */
  time?: TimeFilter | null | undefined;
  /** When the most reliable of its documents was published. */
  published?: TimeFilter | null | undefined;
  /**
   * The most reliable of its documents has at least this rating (STANAG 2511). NOT_USUALLY_RELIABLE and UNRELIABLE
   * include UNKNOWN, as nothing is known against those.
   */
  minReliability?: Reliability | null | undefined;
  /** At least so many independent sources stand behind it. */
  minIndependentSources?: number | null | undefined;
};

/** What kind of document it is. */
export type DocumentKind =
  /** An article of a newspaper, broadcaster or agency. */
  | 'NEWS_ARTICLE'
  /** An official account of a meeting or call by one of those who took part. */
  | 'READOUT'
  /** An official announcement or joint declaration. */
  | 'COMMUNIQUE'
  /** A post on a social network. */
  | 'SOCIAL_POST'
  /** The text of a speech, or of remarks to the press. */
  | 'SPEECH_TEXT'
  /** A study, a parliamentary or research report. */
  | 'REPORT'
  /** A table or database, such as a list of memberships. */
  | 'DATASET'
  /** None of these, or not known. */
  | 'OTHER';

/**
 * How reliable a source is: NATO rating A to F (STANAG 2511, Admiralty code). Where sources disagree, the more reliable
 * goes first, and UNKNOWN stands between FAIRLY_RELIABLE and NOT_USUALLY_RELIABLE.
 */
export type Reliability =
  /** A: no doubt about it, and always right so far. */
  | 'RELIABLE'
  /** B: minor doubts, mostly right so far. */
  | 'USUALLY_RELIABLE'
  /** C: some doubts, but right in the past. */
  | 'FAIRLY_RELIABLE'
  /** D: serious doubts, right only at times. */
  | 'NOT_USUALLY_RELIABLE'
  /** E: known to be wrong often. It comes last wherever sources disagree, whatever it tells. */
  | 'UNRELIABLE'
  /** F: cannot be judged, or nobody has rated it. The default. */
  | 'UNKNOWN';

/** What kind of name it is. */
export type NameKind =
  /** The formal name: `Ukraine Defense Contact Group`. As good as COMMON for display. */
  | 'OFFICIAL'
  /** The usual name: `United Kingdom`. The default when names are recorded. */
  | 'COMMON'
  /** Initials or a short form: `UDCG`. */
  | 'ABBREVIATION'
  /** Another name in use beside the usual one: `Ramstein group`. */
  | 'ALIAS'
  /** A name carried over into another script by its sound: `澤倫斯基` for Volodymyr Zelenskyy. */
  | 'TRANSLITERATION'
  /** A name that is no longer used. */
  | 'FORMER'
  /** What belongs to a country or comes from there: `British`, `乌克兰人`. Searches find it; it is never shown as the name. */
  | 'DEMONYM'
  /** A misprint or odd spelling of a source, kept so that searches find it. Shown only where there is nothing better. */
  | 'AS_PRINTED';

/** The concrete types of entity, for filters. */
export type EntityType =
  /** States: `country:GB`. */
  | 'COUNTRY'
  /** Persons in public life: `official:john-healey`. */
  | 'OFFICIAL'
  /** Alliances, contact groups, ministries, media houses and other bodies: `org:nato`. */
  | 'ORGANIZATION'
  /** Offices apart from who holds them: `post:gb-defence-secretary`. */
  | 'POST'
  /** Meetings, conferences, calls and visits: `meeting:udcg-26`. */
  | 'MEETING'
  /** What happens but is not a meeting: conflicts, initiatives, announcements. */
  | 'DEVELOPMENT'
  /** Venues, cities and regions: `place:brussels`. */
  | 'PLACE'
  /** Subjects of meetings and statements: `topic:ceasefire`. */
  | 'TOPIC';

/** In which direction a list is sorted. */
export type Direction =
  /** Ascending: earliest, smallest, highest level or A first. What has no such value comes last. */
  | 'ASC'
  /** Descending: the exact reverse of ASC. What has no such value comes first. */
  | 'DESC';

/** What a recorded change did. */
export type Operation =
  /** It was recorded for the first time. */
  | 'CREATE'
  /** Something about it changed: a new claim, a correction, a review, or what follows from these. */
  | 'UPDATE'
  /** It was merged into another, or another was merged into it. */
  | 'MERGE'
  /** A merge of it was undone. */
  | 'UNMERGE'
  /** A claim was taken back, or a part of what a document says of it. */
  | 'RETRACT'
  /** It was deleted, by itself or with the entity to which it belongs. */
  | 'DELETE'
  /** It was brought back after a deletion. */
  | 'RESTORE';

/**
 * What is known of whether an event takes place. A plan stays PROPOSED or SCHEDULED until a source says what happened,
 * even when its day is past (see `overdue`).
 */
export type EventStatus =
  /** Somebody has suggested it; no date is fixed, or it may not take place. */
  | 'PROPOSED'
  /** It is planned, and nobody has called it off. */
  | 'SCHEDULED'
  /** It was put off, and no new day is known. It keeps the day for which it was planned. */
  | 'POSTPONED'
  /** It was put off and has a new day; earlier ones are in `previousTimes`. */
  | 'RESCHEDULED'
  /** It was called off and will not take place. */
  | 'CANCELLED'
  /** It took place, as a source says. */
  | 'HELD'
  /** It was going on when the source was published. */
  | 'ONGOING'
  /** No source says, or sources disagree and no rule decides. */
  | 'UNKNOWN';

/** What kind of development it is. */
export type DevelopmentKind =
  /** A war or another armed conflict. */
  | 'CONFLICT'
  /** An effort over some time, such as a push for a ceasefire. */
  | 'INITIATIVE'
  /** Something that is made public, such as a peace plan. */
  | 'ANNOUNCEMENT'
  /** None of these. */
  | 'OTHER';

/**
 * How firmly a fact or event stands, judged by its claims. The first that applies: WITHDRAWN, ALLEGED, DISPUTED,
 * ESTABLISHED.
 */
export type Standing =
  /**
   * A live claim that is more than alleged speaks for it, and the written rules decide wherever sources disagree. A plan
   * can be established as a plan.
   */
  | 'ESTABLISHED'
  /**
   * No live claim is firm: each is ALLEGED (hearsay, or only said to be possible), stands in UNRELIABLE documents alone,
   * or is DISPUTED by review.
   */
  | 'ALLEGED'
  /**
   * Sources contradict each other, and the written rules find no winner. A time is then one of a set
   * (`[2025-03-10,2025-03-17]`), a place the one around all, other values are null or UNKNOWN.
   */
  | 'DISPUTED'
  /** No live claim is left: all were retracted or corrected. Hidden from lists unless asked for. */
  | 'WITHDRAWN';

/** Whether people met in one place. */
export type MeetingMode =
  /** All met in one place. */
  | 'IN_PERSON'
  /** All joined by telephone or video. */
  | 'REMOTE'
  /** Some met in one place, others joined by telephone or video. */
  | 'HYBRID';

/** What kind of meeting it is. */
export type MeetingKind =
  /** A meeting of several countries or organizations, such as of a contact group or of NATO ministers. */
  | 'MULTILATERAL_MEETING'
  /** Heads of state or government of several countries meet, such as at a summit of NATO; of ministers it is a MULTILATERAL_MEETING. */
  | 'SUMMIT'
  /** A larger gathering with a programme and many guests, such as the Munich Security Conference. */
  | 'CONFERENCE'
  /** Two sides meet face to face. */
  | 'BILATERAL_MEETING'
  /** Two or more speak by telephone. */
  | 'PHONE_CALL'
  /** Two or more speak by video; for a meeting of a group by video use the kind of the meeting, and REMOTE as its mode. */
  | 'VIDEO_CALL'
  /** Somebody travels to a place; talks during it are meetings of their own, with `partOf`. */
  | 'VISIT'
  /** One or more speak to the press. */
  | 'PRESS_CONFERENCE'
  /** Talks of which it is not known how or how often they were held. */
  | 'CONSULTATION'
  /** None of these. */
  | 'OTHER';

/** Which meetings. All conditions must hold; in a list, one of its values. */
export type MeetingFilter = {
  /** Only these meetings, by key or id. Unknown ones are passed over. */
  refs?: Array<string> | null | undefined;
  /**
   * Only meetings in which all of these took part: officials, countries or organizations themselves, or for a country or
   * organization somebody on its behalf. To take part is to have ATTENDED, which is ESTABLISHED and not inferred; for
   * plans, or what is alleged, use `participation`. An empty list asks for nobody.
   */
  actors?: Array<string> | null | undefined;
  /** Only these kinds of meeting. */
  kinds?: Array<MeetingKind> | null | undefined;
  /** Only meetings with one of these statuses: `[HELD]` leaves out plans. */
  statuses?: Array<EventStatus> | null | undefined;
  /** Only these modes; meetings whose mode is not known are left out. */
  modes?: Array<MeetingMode> | null | undefined;
  /** Only meetings that stand so firmly. Left out: all but WITHDRAWN. */
  standings?: Array<Standing> | null | undefined;
  /** True: only meetings that are past their day without an outcome. False: only all others. */
  overdue?: boolean | null | undefined;
  /** Only meetings of this body: `org:udcg`. */
  body?: string | null | undefined;
  /** Only meetings of which at least one place is this or lies within it. A country stands for itself and all places in it. */
  place?: string | null | undefined;
  /** Only meetings in this country, as counts by COUNTRY have it: it is recorded, or the place lies in it. */
  country?: string | null | undefined;
  /** Only meetings in exactly this place or country, as counts by PLACE have it; not what is recorded as within it. */
  heldAt?: string | null | undefined;
  /** When it takes or took place. */
  time?: TimeFilter | null | undefined;
  /**
   * Only meetings that began or are to begin in one of these years or months, as counts by YEAR and MONTH have it: `2024`,
   * `2024-03`. Those whose time is too vague for that are left out.
   */
  beginsIn?: Array<string> | null | undefined;
  /** Only meetings with a participation that meets all of these conditions, such as one actor in one role. */
  participation?: ParticipationFilter | null | undefined;
  /** Only meetings about this topic itself; narrower topics are not included. */
  topic?: string | null | undefined;
  /** Only meetings recorded or changed at or after this instant. */
  updatedSince?: string | null | undefined;
  /**
   * Words of a name, or codes, in any language and script; all of them must match. The beginning of a word is enough, but
   * for two or three capitals (`UK`), an abbreviation; from five letters on one letter may be wrong. An initial stands for
   * a name of a person.
   */
  text?: string | null | undefined;
  /**
   * The most reliable document in which a live claim stands, about the meeting itself or about somebody who surely
   * ATTENDED it, has at least this rating (STANAG 2511). NOT_USUALLY_RELIABLE and UNRELIABLE include UNKNOWN, as nothing
   * is known against those.
   */
  minReliability?: Reliability | null | undefined;
  /** Leaves out those that meet all of these conditions. `{}` is met by all. */
  not?: MeetingConditions | null | undefined;
  /** Only those that meet all conditions of at least one of these, beside the other conditions of the filter. */
  anyOf?: Array<MeetingConditions> | null | undefined;
};

/** Conditions on meetings, for `not` and `anyOf`. All of them must hold; in a list, one of its values. */
export type MeetingConditions = {
  /** Only these meetings, by key or id. Unknown ones are passed over. */
  refs?: Array<string> | null | undefined;
  /**
   * Only meetings in which all of these took part: officials, countries or organizations themselves, or for a country or
   * organization somebody on its behalf. To take part is to have ATTENDED, which is ESTABLISHED and not inferred; for
   * plans, or what is alleged, use `participation`. An empty list asks for nobody.
   */
  actors?: Array<string> | null | undefined;
  /** Only these kinds of meeting. */
  kinds?: Array<MeetingKind> | null | undefined;
  /** Only meetings with one of these statuses: `[HELD]` leaves out plans. */
  statuses?: Array<EventStatus> | null | undefined;
  /** Only these modes; meetings whose mode is not known are left out. */
  modes?: Array<MeetingMode> | null | undefined;
  /** Only meetings that stand so firmly. Left out: any. */
  standings?: Array<Standing> | null | undefined;
  /** True: only meetings that are past their day without an outcome. False: only all others. */
  overdue?: boolean | null | undefined;
  /** Only meetings of this body: `org:udcg`. */
  body?: string | null | undefined;
  /** Only meetings of which at least one place is this or lies within it. A country stands for itself and all places in it. */
  place?: string | null | undefined;
  /** Only meetings in this country, as counts by COUNTRY have it: it is recorded, or the place lies in it. */
  country?: string | null | undefined;
  /** Only meetings in exactly this place or country, as counts by PLACE have it; not what is recorded as within it. */
  heldAt?: string | null | undefined;
  /** When it takes or took place. */
  time?: TimeFilter | null | undefined;
  /**
   * Only meetings that began or are to begin in one of these years or months, as counts by YEAR and MONTH have it: `2024`,
   * `2024-03`. Those whose time is too vague for that are left out.
   */
  beginsIn?: Array<string> | null | undefined;
  /** Only meetings with a participation that meets all of these conditions, such as one actor in one role. */
  participation?: ParticipationConditions | null | undefined;
  /** Only meetings about this topic itself; narrower topics are not included. */
  topic?: string | null | undefined;
  /** Only meetings recorded or changed at or after this instant. */
  updatedSince?: string | null | undefined;
  /**
   * Words of a name, or codes, in any language and script; all of them must match. The beginning of a word is enough, but
   * for two or three capitals (`UK`), an abbreviation; from five letters on one letter may be wrong. An initial stands for
   * a name of a person.
   */
  text?: string | null | undefined;
  /**
   * The most reliable document in which a live claim stands, about the meeting itself or about somebody who surely
   * ATTENDED it, has at least this rating (STANAG 2511). NOT_USUALLY_RELIABLE and UNRELIABLE include UNKNOWN, as nothing
   * is known against those.
   */
  minReliability?: Reliability | null | undefined;
};

/** How to sort meetings. */
export type MeetingOrder = {
  /** By what they are sorted. */
  field: MeetingOrderField;
  /** Ascending or descending. Left out: ASC, also where the list itself starts with the newest. */
  direction?: Direction;
};

/** By what meetings can be sorted. */
export type MeetingOrderField =
  /** By the first day on which it can have begun; meetings without one come last (with DESC first). */
  | 'TIME'
  /** By its number in the series of its body; meetings without one come last (with DESC first). */
  | 'ORDINAL'
  /** By the English name, else by any; numbers in it by value, so that `9th` comes before `10th`. */
  | 'NAME'
  /** By when its recorded state last changed. */
  | 'UPDATED_AT';

/**
 * As what a country or organization belongs to an organization. MEMBER, LEAD and PARTICIPANT count as belonging in
 * `countries(memberOf:)`.
 */
export type MembershipRole =
  /** A full member. */
  | 'MEMBER'
  /** A member that leads the group, alone or with others, as in a capability coalition. */
  | 'LEAD'
  /** Takes part regularly in a group without formal membership, such as a contact group. */
  | 'PARTICIPANT'
  /** May attend, without a vote or full rights. */
  | 'OBSERVER'
  /** Is to become a member and is not one yet. */
  | 'CANDIDATE'
  /** The group exists to support it: Ukraine in the contact group. */
  | 'BENEFICIARY';

/** One meeting as one source tells of it. */
export type RecordMeetingInput = {
  /**
   * The key of a new meeting, or the key or id of a known one. Left out: `body` and `ordinal` tell whether it is known;
   * a new one gets a key made of these (`meeting:udcg-34`), else of its name, kind and time. Without a time that tells
   * within a month when it was, the key is also made of the document: calls of one name may be as many as there are pages.
   */
  key?: string | null | undefined;
  /** What kind of meeting it is, such as a conference, a call or a visit. */
  kind: MeetingKind;
  /** What it is called, one name at least. Names of several sources add up. */
  names: Array<NameInput>;
  /** When it takes or took place, as coarse as the source gives it. Left out: the source does not say. */
  time?: TimeInput | null | undefined;
  /**
   * Where it takes or took place, if in one place; the key or id of a place, or of a country if the source names no place
   * in it. Not together with `places`.
   */
  place?: string | null | undefined;
  /**
   * All places in which it takes or took place, by key or id, in the order of the source, at most 20. They are one value:
   * sources that name different places contradict one another, unless the places of one lie in those of the other or it
   * only names more.
   */
  places?: Array<string> | null | undefined;
  /** Whether people met in one place. Left out: the source does not say. */
  mode?: MeetingMode | null | undefined;
  /** The body that met, by key or id: `org:udcg`. */
  body?: string | null | undefined;
  /** Its number in the series of its body, from 1: 26 for the 26th meeting. */
  ordinal?: number | null | undefined;
  /** The meeting of which this is a part, by key or id. */
  partOf?: string | null | undefined;
  /**
   * Whether it is planned, took place or was called off, as the source says. A plan stays a plan until a source says
   * what happened.
   */
  status: EventStatus;
  /** Who takes part, one row for each actor and role. `[]` where the source names nobody. */
  participants: Array<ParticipantInput>;
  /** What it is about: keys or ids of topics. */
  topics?: Array<string> | null | undefined;
  /** How many took part, as the source says; it makes no participants. */
  attendance?: CountInput | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** Where this stands and on whose word. */
  source: SourceInput;
  /**
   * The `version` that the meeting had when you looked at it; if it has changed since, nothing is written. Left out: no
   * check.
   */
  expectedVersion?: number | null | undefined;
  /** Why it is recorded, in your words; kept with the changes. */
  reason?: string | null | undefined;
  /**
   * Your own name for this call, 1 to 200 characters, such as a UUID: sent again with it, the call is not done again and
   * you get the first answer; with other arguments that is an error. The HTTP header Idempotency-Key does the same.
   */
  idempotencyKey?: string | null | undefined;
  /** True: do nothing, and answer exactly what the call would give (ids of new things will be others). Left out: false. */
  dryRun?: boolean | null | undefined;
  /** True: record it although something much like it exists. Left out: false, and `possibleDuplicates` stop the write. */
  allowDuplicate?: boolean | null | undefined;
  /** True: write nothing if there are any `warnings`. Left out: false, they only stand in the answer. */
  stopOnWarnings?: boolean | null | undefined;
};

/** A version that something had when you looked at it; if it has changed since, nothing is written. */
export type VersionInput = {
  /** What you looked at, by key or id. */
  ref: string;
  /** The value of its field `version` at that time. */
  version: number;
};

/** What kind of problem it is. */
export type ProblemCode =
  /** A value is missing, malformed or makes no sense. */
  | 'INVALID'
  /** Nothing is known under this reference. */
  | 'NOT_FOUND'
  /** It is there already, or is given twice. */
  | 'DUPLICATE'
  /** It has changed since you looked; the message says what, when and by whom. */
  | 'VERSION_CONFLICT'
  /** The rules do not allow it, such as reviewing a retracted claim. */
  | 'NOT_ALLOWED'
  /** It can be, but is probably a slip: a meeting held in the future. Only among `warnings`. */
  | 'IMPLAUSIBLE'
  /** The row refers to something and says nothing of it. Only among `warnings`. */
  | 'SAYS_NOTHING'
  /** A claim that said the same was corrected or retracted, so none is made of it. Only among `warnings`. */
  | 'ENDED_BEFORE';

/** Whether two entities are the same. */
export type Verdict =
  /** They are the same; until `mergeEntities` makes them one, they stay on the list of possible duplicates. */
  | 'SAME'
  /** They are two; they are no longer listed as possible duplicates of each other. */
  | 'DIFFERENT'
  /** An analyst has looked and cannot tell: they stay on the list of possible duplicates, after all that nobody has judged. */
  | 'UNSURE';

/** Between whom a network is: the kind of its nodes. */
export type NetworkNodes =
  /** Officials who were there themselves. */
  | 'OFFICIAL'
  /**
   * Countries. A country is there through whoever represents it: those on its behalf, itself, holders of its posts, else
   * those who serve it; an organization that belongs to a country is there for it too.
   */
  | 'COUNTRY'
  /** Organizations. An organization is there through those on its behalf, itself, and holders of its posts. */
  | 'ORGANIZATION';

/** Whether a network ties those who met to one another, or each of them to the meetings. */
export type NetworkMode =
  /** Ties join those who were at the same meeting. Nodes are of one kind. */
  | 'ONE_MODE'
  /** Ties join those who were there and the meetings, which are nodes too. Nothing is lost that a projection would add up. */
  | 'TWO_MODE';

/** How strong a tie of a ONE_MODE network is. A stronger tie has a higher weight. */
export type TieWeight =
  /** The number of meetings at which both were. */
  | 'COUNT'
  /**
   * Each shared meeting counts 1/(n-1), where n is the number of nodes of the network that were there: a talk between two
   * counts 1, a conference of a hundred next to nothing (Newman 2001, Physical Review E 64, 016132).
   */
  | 'NEWMAN'
  /** Shared meetings divided by the meetings of either: from near 0 to 1, who were only ever there together (Jaccard 1901). */
  | 'JACCARD';

/** How long a tie is where paths are measured. */
export type PathLength =
  /** Each tie is one step long, whatever its weight. */
  | 'STEPS'
  /** A tie is 1/weight long, so strong ties are short (Newman 2001, Physical Review E 64, 016132). */
  | 'DISTANCE';

/** A measure by which the nodes of a network can be ordered. */
export type NetworkMeasure =
  /** `NetworkNode.degree`. */
  | 'DEGREE'
  /** `NetworkNode.strength`. */
  | 'STRENGTH'
  /** `NetworkNode.betweenness`, with its usual arguments. */
  | 'BETWEENNESS'
  /** `NetworkNode.closeness`, with its usual arguments. */
  | 'CLOSENESS'
  /** `NetworkNode.eigenvector`. */
  | 'EIGENVECTOR';

/**
 * Which network. A node is there where it took part in a meeting that meets all of these conditions; nothing that is WITHDRAWN or
 * was excluded by what became of the meeting counts.
 */
export type NetworkInput = {
  /** Of what kind the nodes are: between whom the ties are. */
  nodes?: NetworkNodes;
  /** Whether ties join those who met, or those who were there and the meetings. */
  mode?: NetworkMode;
  /** How strong ties are. In TWO_MODE each tie is one presence, of weight 1: only COUNT. */
  weight?: TieWeight;
  /** With `nodes: OFFICIAL`: only these officials, such as those who held a post in defence. Left out: all. */
  officials?: OfficialFilter | null | undefined;
  /** Only who was there in one of these roles. Left out: in any. */
  roles?: Array<Role> | null | undefined;
  /** Only who took part with one of these statuses. Left out: ATTENDED, who was there. */
  statuses?: Array<ParticipationStatus> | null | undefined;
  /** Only what stands so firmly. Left out: ESTABLISHED. */
  standings?: Array<Standing> | null | undefined;
  /** True: also participations that only follow from a general statement. */
  includeInferred?: boolean | null | undefined;
  /** Only these kinds of meeting. Left out: all. */
  kinds?: Array<MeetingKind> | null | undefined;
  /** Only meetings of this body: `org:udcg`. */
  body?: string | null | undefined;
  /** Only meetings in this window. Left out: at any time, or undated. */
  time?: TimeFilter | null | undefined;
  /**
   * Only meetings at which at most so many of the nodes are recorded to have been: 2 for those between two. Where hundreds were
   * in the room, not all have met. Of many meetings few of those who were there are recorded, so `kinds` tells talks from
   * conferences more surely.
   */
  maxMeetingSize?: number | null | undefined;
  /** Only ties of at least this weight. Nodes that have no other stay, without ties. */
  minWeight?: number | null | undefined;
  /** Only this node, those within `radius` ties of it, and all ties among them. */
  around?: string | null | undefined;
  /** With `around`: how many ties away. */
  radius?: number | null | undefined;
};

/**
 * Which officials. All conditions must hold. `post`, `levels`, `portfolio` and `on` must be met by one and the same
 * tenure, which was taken up.
 */
export type OfficialFilter = {
  /** Only those who serve this state now or served it last. */
  country?: string | null | undefined;
  /**
   * Only those who were at all of these meetings: who ATTENDED, which is ESTABLISHED and not inferred. An empty list asks
   * for none.
   */
  meetings?: Array<string> | null | undefined;
  /**
   * Only those who were at a meeting with this official, country or organization, or with somebody else on its behalf:
   * both ATTENDED, which is ESTABLISHED and not inferred. Nobody meets himself or herself.
   */
  metWith?: string | null | undefined;
  /** Only those who held this post, on the day `on` where that is given. */
  post?: string | null | undefined;
  /** Only those who held a post of one of these levels. */
  levels?: Array<Level> | null | undefined;
  /** Only those who held a post in this field, such as DEFENCE. */
  portfolio?: Portfolio | null | undefined;
  /** Only those who may have held a post that day: the one that the other conditions ask for, else any. */
  on?: string | null | undefined;
  /**
   * Words of a name, or codes, in any language and script; all of them must match. The beginning of a word is enough, but
   * for two or three capitals (`UK`), an abbreviation; from five letters on one letter may be wrong. An initial stands for
   * a name of a person.
   */
  text?: string | null | undefined;
  /** Leaves out those that meet all of these conditions. `{}` is met by all. */
  not?: OfficialConditions | null | undefined;
  /** Only those that meet all conditions of at least one of these, beside the other conditions of the filter. */
  anyOf?: Array<OfficialConditions> | null | undefined;
};

/**
 * Conditions on officials, for `not` and `anyOf`. All of them must hold; `post`, `levels`, `portfolio` and `on` for one and
 * the same tenure, which was taken up.
 */
export type OfficialConditions = {
  /** Only those who serve this state now or served it last. */
  country?: string | null | undefined;
  /**
   * Only those who were at all of these meetings: who ATTENDED, which is ESTABLISHED and not inferred. An empty list asks
   * for none.
   */
  meetings?: Array<string> | null | undefined;
  /**
   * Only those who were at a meeting with this official, country or organization, or with somebody else on its behalf:
   * both ATTENDED, which is ESTABLISHED and not inferred. Nobody meets himself or herself.
   */
  metWith?: string | null | undefined;
  /** Only those who held this post, on the day `on` where that is given. */
  post?: string | null | undefined;
  /** Only those who held a post of one of these levels. */
  levels?: Array<Level> | null | undefined;
  /** Only those who held a post in this field, such as DEFENCE. */
  portfolio?: Portfolio | null | undefined;
  /** Only those who may have held a post that day: the one that the other conditions ask for, else any. */
  on?: string | null | undefined;
  /**
   * Words of a name, or codes, in any language and script; all of them must match. The beginning of a word is enough, but
   * for two or three capitals (`UK`), an abbreviation; from five letters on one letter may be wrong. An initial stands for
   * a name of a person.
   */
  text?: string | null | undefined;
};

/** What kind of organization it is. */
export type OrganizationKind =
  /** A standing organization of states, founded by treaty: NATO, the European Union. */
  | 'INTERGOVERNMENTAL'
  /** States that join for a purpose, without a treaty: the Ukraine Defense Contact Group. */
  | 'COALITION'
  /** A lasting security arrangement of a few states: AUKUS. */
  | 'SECURITY_PARTNERSHIP'
  /** A conference that is held again and again: the Munich Security Conference. */
  | 'CONFERENCE_SERIES'
  /** The government of a state as a whole, or one administration: the Biden administration. */
  | 'GOVERNMENT'
  /** A ministry or department: the US Department of Defense. */
  | 'MINISTRY'
  /** A newspaper, broadcaster or news agency: The Times. */
  | 'MEDIA'
  /** A service on which others publish: X. */
  | 'PLATFORM'
  /** A group without a form of its own: "Trump and his team", a delegation. */
  | 'INFORMAL_GROUP'
  /** None of these. */
  | 'OTHER';

/** In which role an actor takes part. Two co-chairs are two participations as CHAIR. */
export type Role =
  /** Leads the meeting. */
  | 'CHAIR'
  /** Calls the meeting and invites to it. */
  | 'CONVENER'
  /** Receives the others at its place, without having to chair. */
  | 'HOST'
  /** Prepares and runs the meeting. */
  | 'ORGANIZER'
  /** Is at the meeting; no more is said. The usual role in a group meeting or conference. */
  | 'ATTENDEE'
  /** Is one of the sides in a call, a bilateral or other talks. */
  | 'PARTICIPANT'
  /** Gives a speech, or speaks at a press conference. */
  | 'SPEAKER'
  /** Leads the delegation of a country or organization. */
  | 'DELEGATION_HEAD'
  /** Belongs to a delegation and does not lead it. */
  | 'DELEGATE'
  /** Follows the meeting without being a full party to it. */
  | 'OBSERVER'
  /** Makes the visit; for meetings of kind VISIT. */
  | 'VISITOR'
  /** Brings two other sides together. */
  | 'MEDIATOR';

/**
 * Whether an actor takes or took part. INVITED, PLANNED and CONFIRMED are plans: they never count as attendance by
 * themselves, also when the day is past.
 */
export type ParticipationStatus =
  /** Was asked to take part; no answer is known. */
  | 'INVITED'
  /** Is to take part, as a source says. */
  | 'PLANNED'
  /** Has confirmed that it will take part; firmer than PLANNED. */
  | 'CONFIRMED'
  /** Was there, in person or at a distance, as a source says. */
  | 'ATTENDED'
  /** Was expected and did not come, or a source says that the actor was not there. */
  | 'ABSENT'
  /** Said beforehand that it would not take part. */
  | 'DECLINED'
  /** No source says, or sources disagree and no rule decides. */
  | 'UNKNOWN';

/** Whether somebody was at the place of the meeting. */
export type ParticipationMode =
  /** Was there in person. */
  | 'IN_PERSON'
  /** Joined by telephone or video. */
  | 'REMOTE';

/** Which participations. All conditions must hold; in a list, one of its values. */
export type ParticipationFilter = {
  /** Only participations of these officials, countries or organizations themselves. */
  actors?: Array<string> | null | undefined;
  /**
   * Only participations on behalf of these countries or organizations. A country's own participations are not among
   * them; find those with `actors`.
   */
  onBehalfOf?: Array<string> | null | undefined;
  /** Only at meetings of this body: `org:udcg`. */
  body?: string | null | undefined;
  /** Only in one of these roles. */
  roles?: Array<Role> | null | undefined;
  /** Only with one of these statuses: `[ATTENDED]` for who was there. */
  statuses?: Array<ParticipationStatus> | null | undefined;
  /** Only at one of these levels: `[MINISTER]`. */
  levels?: Array<Level> | null | undefined;
  /** Only these modes; participations whose mode is not known are left out. */
  modes?: Array<ParticipationMode> | null | undefined;
  /** Only participations that stand so firmly. Left out: all but WITHDRAWN. */
  standings?: Array<Standing> | null | undefined;
  /** When the meeting takes or took place. */
  time?: TimeFilter | null | undefined;
  /** False: leave out those that only follow from a general statement. Left out: true, they are included. */
  includeInferred?: boolean | null | undefined;
  /**
   * True: only what rests on anonymous sources alone, as every live claim for or against it is ANONYMOUS or
   * ANONYMOUS_VIA_MEDIA. False: only all others.
   */
  onlyAnonymous?: boolean | null | undefined;
  /**
   * The most reliable document in which a live claim for or against it stands has at least this rating (STANAG 2511).
   * NOT_USUALLY_RELIABLE and UNRELIABLE include UNKNOWN, as nothing is known against those.
   */
  minReliability?: Reliability | null | undefined;
  /** Leaves out those that meet all of these conditions. `{}` is met by all. */
  not?: ParticipationConditions | null | undefined;
  /** Only those that meet all conditions of at least one of these, beside the other conditions of the filter. */
  anyOf?: Array<ParticipationConditions> | null | undefined;
};

/**
 * Conditions on participations, for `not` and `anyOf`, and on one participation of a meeting within those. All of them
 * must hold; in a list, one of its values.
 */
export type ParticipationConditions = {
  /** Only participations of these officials, countries or organizations themselves. */
  actors?: Array<string> | null | undefined;
  /**
   * Only participations on behalf of these countries or organizations. A country's own participations are not among
   * them; find those with `actors`.
   */
  onBehalfOf?: Array<string> | null | undefined;
  /** Only at meetings of this body: `org:udcg`. */
  body?: string | null | undefined;
  /** Only in one of these roles. */
  roles?: Array<Role> | null | undefined;
  /** Only with one of these statuses: `[ATTENDED]` for who was there. */
  statuses?: Array<ParticipationStatus> | null | undefined;
  /** Only at one of these levels: `[MINISTER]`. */
  levels?: Array<Level> | null | undefined;
  /** Only these modes; participations whose mode is not known are left out. */
  modes?: Array<ParticipationMode> | null | undefined;
  /** Only participations that stand so firmly. Left out: any; as a condition on a meeting, all but WITHDRAWN. */
  standings?: Array<Standing> | null | undefined;
  /** When the meeting takes or took place. */
  time?: TimeFilter | null | undefined;
  /** False: leave out those that only follow from a general statement. Left out: true, they are included. */
  includeInferred?: boolean | null | undefined;
  /**
   * True: only what rests on anonymous sources alone, as every live claim for or against it is ANONYMOUS or
   * ANONYMOUS_VIA_MEDIA. False: only all others.
   */
  onlyAnonymous?: boolean | null | undefined;
  /**
   * The most reliable document in which a live claim for or against it stands has at least this rating (STANAG 2511).
   * NOT_USUALLY_RELIABLE and UNRELIABLE include UNKNOWN, as nothing is known against those.
   */
  minReliability?: Reliability | null | undefined;
};

/** What kind of place it is. */
export type PlaceKind =
  /** A building or site: NATO Headquarters, an air base. */
  | 'VENUE'
  /** A city, town or village. */
  | 'CITY'
  /** A larger area, within a country or across several: Europe, the Indo-Pacific. */
  | 'REGION';

/** The field for which a post answers. */
export type Portfolio =
  /** Defence and the armed forces. */
  | 'DEFENCE'
  /** Foreign policy and diplomacy. */
  | 'FOREIGN_AFFAIRS'
  /** Home affairs, police and borders. */
  | 'INTERIOR'
  /** Finance, the treasury and the budget. */
  | 'FINANCE'
  /** Intelligence services, civilian and military. */
  | 'INTELLIGENCE'
  /** Development aid and international cooperation. */
  | 'DEVELOPMENT'
  /** Another field than these, such as trade or energy. */
  | 'OTHER';

/** The rank of a post, or of somebody in a meeting; the values stand from the highest to the lowest. */
export type Level =
  /** Both in one person: the President of the United States. */
  | 'HEAD_OF_STATE_AND_GOVERNMENT'
  /** A monarch, or a president beside a prime minister: the President of Ukraine. */
  | 'HEAD_OF_STATE'
  /** A prime minister or chancellor. */
  | 'HEAD_OF_GOVERNMENT'
  /** The deputy of one of these: a vice-president or deputy prime minister. */
  | 'DEPUTY_HEAD'
  /** The head of an international organization: the Secretary General of NATO. */
  | 'HEAD_OF_ORGANIZATION'
  /** A member of the cabinet: a minister or secretary of state. */
  | 'MINISTER'
  /** A deputy minister, minister of state or under-secretary. */
  | 'DEPUTY_MINISTER'
  /** A high civil servant: a political director, national security adviser or permanent secretary. */
  | 'SENIOR_OFFICIAL'
  /** A chief of defence, or another general or admiral in command. */
  | 'MILITARY_CHIEF'
  /** An ambassador or permanent representative. */
  | 'AMBASSADOR'
  /** A member of parliament: a senator or deputy. */
  | 'LEGISLATOR'
  /** An office below the state: a governor or mayor. */
  | 'SUBNATIONAL'
  /** Another rank than these. */
  | 'OTHER'
  /** The source does not tell the rank. */
  | 'UNKNOWN';

/** Whether a post is held, as the sources have it. */
export type TenureStatus =
  /** Chosen, nominated or running for it, and not in office yet. Counts on no day as held. */
  | 'NOMINATED'
  /** Holds it, when the source is published. */
  | 'CURRENT'
  /** Held it, and no longer does. */
  | 'ENDED'
  /** Was chosen or nominated and never took office. Counts on no day as held. */
  | 'NOT_TAKEN_UP'
  /** No source says, or sources disagree and no rule decides. */
  | 'UNKNOWN';

/** How certain it is that a post was held on a day. The values stand from the most certain to the least. */
export type Certainty =
  /**
   * The day lies between the latest possible start and the earliest possible end. Where no end is known, or it is still
   * held and the end only planned, up to the last day on which it was surely seen held: by a page that calls the holder
   * current, on its publication; by attending a meeting, or making a statement, in that capacity.
   */
  | 'CERTAIN'
  /**
   * Not CERTAIN, as start or end is not known, but the holder was or may have been seen in the post on that day, or was
   * seen before and after it.
   */
  | 'OBSERVED'
  /**
   * Nobody saw the holder in the post on that day, but it lies after the start and before the end, as far as these are
   * known, and before the day by which another holder, who is not acting, had begun.
   */
  | 'PRESUMED'
  /** It may have been held that day, or not: nothing recorded shows it. It does not mean that nobody held the post. */
  | 'UNKNOWN';

/** Which posts. All conditions must hold; in a list, one of its values. */
export type PostFilter = {
  /** Only posts of this state: `country:GB`. */
  country?: string | null | undefined;
  /** Only posts of this organization or ministry: `org:nato`. */
  organization?: string | null | undefined;
  /** Only posts of one of these levels. */
  levels?: Array<Level> | null | undefined;
  /** Only posts in this field, such as DEFENCE. */
  portfolio?: Portfolio | null | undefined;
  /**
   * Words of a name, or codes, in any language and script; all of them must match. The beginning of a word is enough, but
   * for two or three capitals (`UK`), an abbreviation; from five letters on one letter may be wrong. An initial stands for
   * a name of a person.
   */
  text?: string | null | undefined;
};

/**
 * What one source says, recorded in one transaction; also the shape of a block of a data-set file. In each row `ref`
 * refers to an existing node and `key` gives the key of a new one. Keys given anywhere in the input can be used
 * everywhere in it. Lists hold at most 20,000 rows, texts 10,000 characters.
 */
export type RecordInput = {
  /** The document and the attribution of all of this. Another attribution in the same document needs its own block. */
  source: SourceInput;
  /** Countries that the source mentions. */
  countries?: Array<CountryInput> | null | undefined;
  /** People in public life. */
  officials?: Array<OfficialInput> | null | undefined;
  /** Alliances, contact groups, ministries, media houses. */
  organizations?: Array<OrganizationInput> | null | undefined;
  /** Posts, independent of who holds them. */
  posts?: Array<PostInput> | null | undefined;
  /** Venues, cities and regions. */
  places?: Array<PlaceInput> | null | undefined;
  /** Subjects of meetings and statements. */
  topics?: Array<TopicInput> | null | undefined;
  /** Documents: the source itself and those it cites. */
  documents?: Array<DocumentInput> | null | undefined;
  /** Events that are not meetings. */
  developments?: Array<DevelopmentInput> | null | undefined;
  /** Meetings, each with its participants. */
  meetings?: Array<MeetingInput> | null | undefined;
  /** Who holds or held which post. */
  tenures?: Array<TenureInput> | null | undefined;
  /** Who is or was a member of what. */
  memberships?: Array<MembershipInput> | null | undefined;
  /** Who said what. */
  statements?: Array<StatementInput> | null | undefined;
  /** Explicit claims. Claims are generated from rows of events and facts that none of these supports. */
  claims?: Array<ClaimInput> | null | undefined;
  /** Not in files: the versions of nodes when you read them. If one has changed since then, nothing is written. */
  expectedVersions?: Array<VersionInput> | null | undefined;
  /** Not in files: why this is recorded, in your own words; stored with the changes. */
  reason?: string | null | undefined;
  /**
   * Not in files: your own name for this call, 1 to 200 characters, such as a UUID: sent again with it, the call is not
   * done again and you get the first answer; with other arguments that is an error. The HTTP header Idempotency-Key does
   * the same.
   */
  idempotencyKey?: string | null | undefined;
  /**
   * Not in files. True: do nothing, and answer exactly what the call would give (ids of new things will be others). Left
   * out: false.
   */
  dryRun?: boolean | null | undefined;
  /**
   * Not in files. True: record it although things much like it exist. Left out: false, and `possibleDuplicates` stop the
   * write.
   */
  allowDuplicate?: boolean | null | undefined;
  /** Not in files. True: write nothing if there are any `warnings`. Left out: false, they only stand in the answer. */
  stopOnWarnings?: boolean | null | undefined;
};

/**
 * The document and the attribution of what is recorded. Either `document` refers to a document, or `url` or `title` and
 * the other fields describe one; an existing one is found by its url, else by its title.
 */
export type SourceInput = {
  /** The document that says this. */
  document?: string | null | undefined;
  /** The address of the document, if `document` is left out; a document with this address is used again. */
  url?: string | null | undefined;
  /** The title of the document described here. */
  title?: string | null | undefined;
  /** The kind of the document described here. Left out: OTHER. */
  kind?: DocumentKind | null | undefined;
  /** BCP 47 tag of the document described here. */
  language?: string | null | undefined;
  /** The organization that published the document described here. */
  publisher?: string | null | undefined;
  /**
   * When the document described here was published, with the time of day if the source gives one: `2025-02-10T14:30Z`,
   * `2025-02-10T14:30+08:00`, or `2025-02-10T14:30` where it names no zone. Of two pages of one day, that decides which
   * is the later.
   */
  published?: TimeInput | null | undefined;
  /** NATO source rating A-F (STANAG 2511), best first. */
  reliability?: Reliability | null | undefined;
  /** The paragraph for rows that give none. */
  paragraph?: string | null | undefined;
  /** The chain of attribution, from who knew it to who published it. Left out: the publisher REPORTED. */
  attribution?: Array<AttributionInput> | null | undefined;
  /**
   * To whom it is attributed: NARRATION the author, HEADLINE the headline, ON_RECORD a named person or body,
   * OFFICIAL_RECORD a readout, communique or register, MEDIA_REPORT another news medium, ANONYMOUS an anonymous source,
   * ANONYMOUS_VIA_MEDIA an anonymous source of another medium, ANALYST the coder. There is no default.
   */
  attributionKind: AttributionKind;
  /** The coder's confidence in every claim here, 0-100. */
  confidence?: number | null | undefined;
};

/** One step of the chain of attribution: either a known `agent`, or an `anonymous` source described here. */
export type AttributionInput = {
  /** Who passed it on: an official, a country, an organization, or an anonymous source. */
  agent?: string | null | undefined;
  /** An anonymous source, described at its first mention. */
  anonymous?: AnonymousInput | null | undefined;
  /** How it was passed on. */
  how: AttributionAct;
};

/** A source that the text describes but does not name: "a senior military source". */
export type AnonymousInput = {
  /**
   * A key, so that other blocks can refer to the source as `agent`. Left out: one is generated from the description; the
   * same description in the same document is then the same source.
   */
  key?: string | null | undefined;
  /** How the document describes it, never a name: "a senior military source". */
  description: string;
  /** What the document calls it, per language. */
  names?: Array<NameInput> | null | undefined;
  /** True for more than one person: "people familiar with the matter". */
  plural?: boolean;
  /** The country to which the source is said to belong. */
  affiliation?: string | null | undefined;
  /** The organization that the source told. */
  toldTo?: string | null | undefined;
};

/** A name in one language and script. */
export type NameInput = {
  /** The name itself, in its own script. What stands where a name is missing is refused: `-`, `N/A`, `unknown`. */
  value: string;
  /** BCP 47 tag: `en`, `zh-Hant-TW`, `uk`. */
  lang: string;
  /** What kind of name it is; AS_PRINTED is a misprint of a source, recorded so that it can be found. */
  kind?: NameKind;
  /**
   * When it was or is in use: `../2022-06` until then, `2022-06/..` from then on. A name of which the end is known is shown
   * only where there is no other. Left out: the source does not say.
   */
  time?: TimeInput | null | undefined;
};

/** An identifier in an external scheme. */
export type ExternalIdInput = {
  /** The scheme: `ISO3166_1_ALPHA2`, `UN_M49`, `WIKIDATA`. */
  scheme: string;
  /**
   * The identifier in that scheme, with its leading zeros: `"036"`. In schemes known here, other forms are the same:
   * `q145` and `https://www.wikidata.org/wiki/Q145` are Q145.
   */
  value: string;
};

/** A number as exact as the source gives it. */
export type CountInput = {
  /** The number that the source gives. */
  value: number;
  /** `nearly 50` is 50 UP_TO, `more than 50` is 50 OVER. */
  comparator?: Comparator;
  /** The count as printed in the source. */
  raw?: string | null | undefined;
};

/** A state, as one source describes it. A new one needs `names`. */
export type CountryInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
};

/** A person in public life, as one source describes him or her. A new one needs `names`. */
export type OfficialInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The state that he or she serves; not needed if it follows from posts held. */
  country?: string | null | undefined;
};

/** An organization, as one source describes it. A new one needs `names` and `kind`. */
export type OrganizationInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** What kind of organization it is. */
  kind?: OrganizationKind | null | undefined;
  /** The state to which it belongs. */
  country?: string | null | undefined;
  /** The organization of which it is a part. */
  parent?: string | null | undefined;
  /** When it was founded. */
  founded?: TimeInput | null | undefined;
  /** When it was dissolved. */
  dissolved?: TimeInput | null | undefined;
};

/** A post, independent of who holds it. A new one needs `names`, `level`, and `country` or `organization`. */
export type PostInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The state whose post it is. */
  country?: string | null | undefined;
  /** The organization or ministry whose post it is. */
  organization?: string | null | undefined;
  /** The rank of the post; UNKNOWN if the source does not say. */
  level?: Level | null | undefined;
  /** The field that the post is responsible for. */
  portfolio?: Portfolio | null | undefined;
};

/** A venue, city or region. A new one needs `names` and `kind`. */
export type PlaceInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** What kind of place it is. */
  kind?: PlaceKind | null | undefined;
  /** Degrees north, WGS 84, from -90 to 90. Only together with `longitude`. */
  latitude?: number | null | undefined;
  /** Degrees east, WGS 84, from -180 to 180. Only together with `latitude`. */
  longitude?: number | null | undefined;
  /** The larger place that contains it. */
  within?: string | null | undefined;
  /** The country in which it lies. */
  country?: string | null | undefined;
  /** The country or organization that operates it. */
  operatedBy?: string | null | undefined;
};

/** A subject of meetings and statements. A new one needs `names`. */
export type TopicInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The topic of which this is a part. */
  broader?: string | null | undefined;
};

/** A text or data set that is evidence for claims. A new one needs `kind`, and `title` or `url`. */
export type DocumentInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** What kind of document it is. */
  kind?: DocumentKind | null | undefined;
  /** Its title, or a description in your own words. */
  title?: string | null | undefined;
  /** Its address. Two documents cannot have the same address. */
  url?: string | null | undefined;
  /** The language it is written in (BCP 47 tag): `en`, `zh-Hant-TW`. */
  language?: string | null | undefined;
  /**
   * When it was published, with the time of day if the source gives one: `2025-02-10T14:30Z`, `2025-02-10T14:30+08:00`,
   * or `2025-02-10T14:30` where it names no zone. Of two pages of one day, that decides which is the later.
   */
  published?: TimeInput | null | undefined;
  /** The organization that published it. */
  publisher?: string | null | undefined;
  /** Who wrote the text, if not the publisher: a news agency. */
  originator?: string | null | undefined;
  /** The platform on which it was published, if not the site of the publisher: X. */
  platform?: string | null | undefined;
  /** The officials, countries or organizations that wrote it. */
  authors?: Array<string> | null | undefined;
  /**
   * Who wrote it, as printed, where they are no officials, countries or organizations: journalists, at most 50 names of up
   * to 200 characters.
   */
  authorNames?: Array<string> | null | undefined;
  /** Other documents that it cites. */
  cites?: Array<string> | null | undefined;
  /** SHA-256 of the text as coded, in hexadecimal. */
  sha256?: string | null | undefined;
  /** NATO source rating A-F (STANAG 2511), best first. */
  reliability?: Reliability | null | undefined;
  /** The keywords given in the document itself. */
  keywords?: Array<string> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
};

/**
 * An event that is not a meeting. A new one needs `names`, `kind` and `status`. That somebody has part in it is an explicit
 * claim, such as ATTENDS or CONVENES, with the development among its `objects`.
 */
export type DevelopmentInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** What kind of development it is. */
  kind?: DevelopmentKind | null | undefined;
  /**
   * Whether it is planned, took place or was called off, as the source says. A plan stays a plan until a source says
   * what happened.
   */
  status?: EventStatus | null | undefined;
  /** When it happened, happens or is planned to happen. */
  time?: TimeInput | null | undefined;
  /** The meeting or development of which this is a part. */
  partOf?: string | null | undefined;
  /** What it is about. */
  topics?: Array<string> | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source. */
  paragraph?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/**
 * A meeting and its participants. A new one needs `names`, `kind`, `status` and `time`. An existing one can be given by
 * `body` and `ordinal` instead of `ref`.
 */
export type MeetingInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** What kind of meeting it is. */
  kind?: MeetingKind | null | undefined;
  /** Its names, in any language; names from several sources are combined. */
  names?: Array<NameInput> | null | undefined;
  /** Identifiers in external schemes. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** When it took or takes place. */
  time?: TimeInput | null | undefined;
  /**
   * Where it took or takes place, if in one place: a place, or a country if the source names no place in it. Not together
   * with `places`.
   */
  place?: string | null | undefined;
  /**
   * All places in which it took or takes place, in the order of the source, at most 20. They are one value: sources that
   * name different places contradict one another, unless the places of one lie in those of the other or it only names
   * more.
   */
  places?: Array<string> | null | undefined;
  /** Whether people met in one place. */
  mode?: MeetingMode | null | undefined;
  /** The body that met: the contact group, the conference series. */
  body?: string | null | undefined;
  /** Its number in the series of its body, from 1: 26 for the 26th meeting. */
  ordinal?: number | null | undefined;
  /** The meeting of which this is a part. */
  partOf?: string | null | undefined;
  /**
   * Whether it is planned, took place or was called off, as the source says. A plan stays a plan until a source says
   * what happened.
   */
  status?: EventStatus | null | undefined;
  /** The participants, one row per actor and role. */
  participants?: Array<ParticipantInput> | null | undefined;
  /** What it is about. */
  topics?: Array<string> | null | undefined;
  /** How many took part. */
  attendance?: CountInput | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source. */
  paragraph?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/** One actor in one meeting in one role. For a minister and the country, give two rows, the minister's with `onBehalfOf`. */
export type ParticipantInput = {
  /** A key for the participation: `part:udcg-26-healey`. Left out: one is generated from meeting, actor and role. */
  key?: string | null | undefined;
  /** The country, official or organization that takes part. */
  actor: string;
  /** In what role. Two co-chairs are two CHAIRs. */
  role: Role;
  /** INVITED, PLANNED and CONFIRMED are plans and never count as attendance by themselves. */
  status: ParticipationStatus;
  /** The post in which the official took part. Of a country or organization: the post of somebody unnamed who came for it. */
  capacity?: string | null | undefined;
  /**
   * The country or organization represented, by key or id. Left out: that of the `capacity`; a country or organization
   * represents itself.
   */
  onBehalfOf?: string | null | undefined;
  /** The official for whom this one stands in; of a country or organization, somebody unnamed who came for it. */
  standsInFor?: string | null | undefined;
  /** Whether the actor attended in person or remotely. */
  mode?: ParticipationMode | null | undefined;
  /** The level as the source gives it; left out: the level of the capacity. */
  level?: Level | null | undefined;
  /** True if it follows from a general statement ("all earlier meetings") and not from one about this meeting. */
  inferred?: boolean | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: that of the meeting, else of the source. */
  paragraph?: string | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/**
 * An official holding a post for a time. A new one needs `official`, `post` and `status`. Without `ref` an existing one
 * is found by official, post and time.
 */
export type TenureInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /** A key for the tenure. Left out: one is generated from official and post. Not together with `ref`. */
  key?: string | null | undefined;
  /** Who holds or held the post. */
  official?: string | null | undefined;
  /** The post held. */
  post?: string | null | undefined;
  /** Whether the post is held, was held, or was never taken up. */
  status?: TenureStatus | null | undefined;
  /** True for an acting holder, without a full appointment. */
  acting?: boolean | null | undefined;
  /** When it began; left out: the source does not say. */
  start?: TimeInput | null | undefined;
  /** When it ended; left out: the source does not say. */
  end?: TimeInput | null | undefined;
  /** A day or span on which the post was held, by this source. Left out: when the document was published. */
  observedAt?: TimeInput | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source. */
  paragraph?: string | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/**
 * The membership of a country or organization in an organization, for a time. A new one needs `member`, `organization`
 * and `role`. Without `ref` an existing one is found by member, organization and time.
 */
export type MembershipInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /** A key for the membership. Left out: one is generated from member and organization. Not together with `ref`. */
  key?: string | null | undefined;
  /** The member: a country or organization. */
  member?: string | null | undefined;
  /** The organization of which it is a member. */
  organization?: string | null | undefined;
  /** The kind of membership: a full member, an observer, a candidate. */
  role?: MembershipRole | null | undefined;
  /** When it began; left out: the source does not say. */
  start?: TimeInput | null | undefined;
  /** When it ended; left out: the source does not say. */
  end?: TimeInput | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source. */
  paragraph?: string | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/** Something that named speakers said. A new one needs `speaker` or `speakers`, `act` and `gist`. */
export type StatementInput = {
  /** The key or id of an existing node, or the key of one given elsewhere in the input. */
  ref?: string | null | undefined;
  /**
   * A key: the kind, a colon, something readable. It refers to the existing node with this key; if there is none, a new
   * node gets it. Not together with `ref`.
   */
  key?: string | null | undefined;
  /** Who said it, if it was one alone. Not together with `speakers`. */
  speaker?: string | null | undefined;
  /**
   * All who said it, in the order of the source, at most 50: everybody who made a joint statement. They are one value:
   * sources that name different speakers contradict one another, unless one only names more than the other.
   */
  speakers?: Array<string> | null | undefined;
  /** The post in which the speaker said it; of several, the one who holds it. */
  capacity?: string | null | undefined;
  /** The speech act: what the speaker did by saying it. */
  act?: SpeechAct | null | undefined;
  /** What was said, in the coder's own words. */
  gist?: string | null | undefined;
  /** When it was said. */
  time?: TimeInput | null | undefined;
  /** The event at which, or after which, it was said. */
  occasion?: string | null | undefined;
  /** Who was addressed, or who was meant by speaking about them. */
  addressee?: string | null | undefined;
  /** The channel by which it was said. */
  channel?: Channel | null | undefined;
  /** The attitude of the speaker to the topics. */
  stance?: Stance | null | undefined;
  /** What it is about. */
  topics?: Array<string> | null | undefined;
  /** The document that contains it, such as a post or a readout. */
  document?: string | null | undefined;
  /** The paragraph that says it: `H` the headline, `9` the ninth. Left out: the `paragraph` of the source. */
  paragraph?: string | null | undefined;
  /** A remark for readers, which claims nothing. Another one in the same document takes its place. */
  note?: string | null | undefined;
  /** The relations of the claim of this row to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
};

/** An explicit claim. Claims are generated from rows of events and facts that no claim of the block supports. */
export type ClaimInput = {
  /** A key, so that other claims can refer to this one: `c041`. */
  key?: string | null | undefined;
  /** The type of the claim: its predicate. */
  type: ClaimType;
  /** The node that the claim is about. */
  subject: string;
  /** Other nodes that it mentions, the most important first. */
  objects?: Array<string> | null | undefined;
  /** The asserted value, if it is not a node: a status `CANCELLED`, a stance `NEGATIVE`, an ordinal `26`. */
  value?: string | null | undefined;
  /** A number that the claim asserts. */
  count?: CountInput | null | undefined;
  /** The assertion in the coder's own words. */
  text: string;
  /** The time of what is asserted: when it holds, happened or is planned to happen. */
  time?: TimeInput | null | undefined;
  /** NEGATIVE denies what is asserted: "have not met in person". */
  polarity?: Polarity;
  /** How many it applies to: ALL, MOST or SOME. */
  quantifier?: Quantifier | null | undefined;
  /** Whether the source reports it as done, ongoing, planned or possible. */
  modality: Modality;
  /** The facts and other nodes that this claim supports. Left out: those implied by its type and subject. */
  supports?: Array<string> | null | undefined;
  /** The relations of this claim to other claims. */
  relations?: Array<ClaimRelationInput> | null | undefined;
  /** The paragraph that says it. Left out: the paragraph of the source. */
  paragraph?: string | null | undefined;
  /** Instead of `paragraph`, if several places say it. */
  evidence?: Array<EvidenceInput> | null | undefined;
  /** True if the coder inferred the attribution from the context. */
  attributionInferred?: boolean | null | undefined;
  /** How sure you are of the coding, from 0 to 100. Left out: the `confidence` of the source. */
  confidence?: number | null | undefined;
  /** A remark for readers, which claims nothing. */
  note?: string | null | undefined;
};

/** A place in a document that states the claim. */
export type EvidenceInput = {
  /** The document, by key or id. Left out: the document of the source. */
  document?: string | null | undefined;
  /** The paragraph as the data set numbers it: `H` headline, `9` the ninth. */
  paragraph?: string | null | undefined;
  /** The line of the text as coded, counted from 1. */
  line?: number | null | undefined;
};

/** A relation of this claim to another. */
export type ClaimRelationInput = {
  /** The type of the relation. */
  type: ClaimRelationType;
  /** The other claim. */
  to: string;
};

/** What a speaker does by saying something. */
export type SpeechAct =
  /** Says that something is not so. */
  | 'DENY'
  /** Tells something, without more. */
  | 'INFORM'
  /** Judges a situation. */
  | 'ASSESS'
  /** Promises to do something. */
  | 'COMMIT'
  /** Asks somebody to do something, or demands it. */
  | 'REQUEST'
  /** Blames somebody for something. */
  | 'ACCUSE'
  /** Announces harm in case something is or is not done. */
  | 'THREATEN'
  /** Supports, welcomes or agrees to something. */
  | 'APPROVE'
  /** Refuses something or speaks against it. */
  | 'REJECT'
  /** Makes a decision or plan public. */
  | 'ANNOUNCE';

/** The channel by which something was said. */
export type Channel =
  /** In a speech or remarks to an audience. */
  | 'SPEECH'
  /** To several media at once, at a press conference. */
  | 'PRESS_CONFERENCE'
  /** To one medium that asked, in an interview. */
  | 'INTERVIEW'
  /** In a post on a social network. */
  | 'SOCIAL_MEDIA'
  /** In an official account of a meeting or call. */
  | 'READOUT'
  /** In a statement issued together with others. */
  | 'JOINT_STATEMENT'
  /** Not in public: in talks that others reported. */
  | 'PRIVATE'
  /** By another way. */
  | 'OTHER';

/** The attitude of a speaker to something. */
export type Stance =
  /** In favour of it. */
  | 'POSITIVE'
  /** Against it, or critical of it. */
  | 'NEGATIVE'
  /** In favour of some of it, and against some. */
  | 'MIXED'
  /** Neither in favour of it nor against it. */
  | 'NEUTRAL';

/** Which statements. All conditions must hold; in a list, one of its values. */
export type StatementFilter = {
  /** Only these statements, by key or id. Unknown ones are passed over. */
  refs?: Array<string> | null | undefined;
  /** Only statements of these officials, countries or organizations themselves, alone or with others. */
  speakers?: Array<string> | null | undefined;
  /** Only statements that were made in a post of this country or organization (`capacity`). */
  onBehalfOf?: string | null | undefined;
  /** Only these kinds of speech act. */
  acts?: Array<SpeechAct> | null | undefined;
  /** Only these stances; statements without one are left out. */
  stances?: Array<Stance> | null | undefined;
  /** Only statements about this topic itself; narrower topics are not included. */
  topic?: string | null | undefined;
  /** Only statements with this as a topic, the addressee or the occasion. */
  about?: string | null | undefined;
  /** Only statements to, or about, this addressee. */
  addressee?: string | null | undefined;
  /** Only statements made at or after this meeting or development. */
  occasion?: string | null | undefined;
  /** When it was said. */
  time?: TimeFilter | null | undefined;
  /**
   * Words of the gist, which is in the coder's language; all of them must match. The beginning of a word is enough, and
   * from five letters on one letter may be wrong.
   */
  text?: string | null | undefined;
};

/** How exact a time is. */
export type TimePrecision =
  /** One day, or a duration from one day to another. */
  | 'DAY'
  /** A month, such as `2022-04`, or a duration from month to month. */
  | 'MONTH'
  /** A year, such as `2022`, or a duration from year to year. */
  | 'YEAR'
  /**
   * Some moment within a wider stretch: a set of dates `[2022,2024]`, a range `[2025-02-05..2025-02-11]`, a season, a
   * decade, or a duration whose two ends are not equally exact.
   */
  | 'INTERVAL'
  /** Nothing is known, or only that it was before or after a day, `[..2025-02-11]`, or which day of an unknown year. */
  | 'UNKNOWN';

/** How strictly a time filter takes vague times: what may lie in the window, or only what surely does. */
export type TimeMatch =
  /**
   * Some reading of the time overlaps the window: `2025-02` matches the window of 12 February. Finds all that may be
   * meant.
   */
  | 'POSSIBLY'
  /** Every reading of the time lies wholly inside the window. Leaves out what is marked as uncertain or approximate (`?`, `~`, `%`). */
  | 'CERTAINLY';

/** A time as the source gives it. */
export type TimeInput = {
  /** The time, exactly as precise as the source gives it. */
  edtf: string;
  /** The words or digits as printed in the source: `Wednesday`, `12日`. */
  raw?: string | null | undefined;
  /** How you resolved the printed words: `the last Wednesday before publication`. */
  basis?: string | null | undefined;
};

/** A window of days, both ends included. What has no known time lies in no window. An error if it ends before it begins. */
export type TimeFilter = {
  /** The first day of the window; of a month or a year its first day. Left out, the window has no beginning. */
  from?: string | null | undefined;
  /** The last day of the window; of a month or a year its last day. Left out, the window has no end. */
  to?: string | null | undefined;
  /** Whether vague times count that only may lie in the window. Left out: POSSIBLY, they do. */
  match?: TimeMatch | null | undefined;
};

/** What a caller may do. Each role includes those before it. */
export type ViewerRole =
  /** Reads by queries. */
  | 'READER'
  /** Reads, and records by mutations. */
  | 'ANALYST'
  /** Does the same, and whatever is left to administrators of this server. */
  | 'ADMIN';

type Link_Claim_Fragment = { __typename: 'Claim', text: string, key: string };

type Link_AnonymousSource_Fragment = { __typename: 'AnonymousSource', description: string, key: string };

type Link_Country_Fragment = { __typename: 'Country', name: string, key: string };

type Link_Document_Fragment = { __typename: 'Document', title: string | null, key: string };

type Link_Development_Fragment = { __typename: 'Development', name: string, key: string };

type Link_Meeting_Fragment = { __typename: 'Meeting', name: string, key: string };

type Link_Membership_Fragment = { __typename: 'Membership', key: string };

type Link_Official_Fragment = { __typename: 'Official', name: string, key: string };

type Link_Organization_Fragment = { __typename: 'Organization', name: string, key: string };

type Link_Participation_Fragment = { __typename: 'Participation', key: string };

type Link_Place_Fragment = { __typename: 'Place', name: string, key: string };

type Link_Post_Fragment = { __typename: 'Post', name: string, key: string };

type Link_Tenure_Fragment = { __typename: 'Tenure', key: string };

type Link_Statement_Fragment = { __typename: 'Statement', gist: string, key: string };

type Link_Topic_Fragment = { __typename: 'Topic', name: string, key: string };

export type LinkFragment =
  | Link_Claim_Fragment
  | Link_AnonymousSource_Fragment
  | Link_Country_Fragment
  | Link_Document_Fragment
  | Link_Development_Fragment
  | Link_Meeting_Fragment
  | Link_Membership_Fragment
  | Link_Official_Fragment
  | Link_Organization_Fragment
  | Link_Participation_Fragment
  | Link_Place_Fragment
  | Link_Post_Fragment
  | Link_Tenure_Fragment
  | Link_Statement_Fragment
  | Link_Topic_Fragment
;

export type WhenFragment = { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null };

export type MeetingRowFragment = { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null };

export type DisagreementFragment = { slot: string, rule: string | null, subject:
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Membership', key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> };

export type MeetingListQueryVariables = Exact<{
  filter?: MeetingFilter | null | undefined;
  orderBy?: MeetingOrder | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MeetingListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }> } };

export type PagesFragment = { hasNextPage: boolean, endCursor: string | null };

export type MeetingFacetsQueryVariables = Exact<{
  kind?: MeetingFilter | null | undefined;
  status?: MeetingFilter | null | undefined;
  body?: MeetingFilter | null | undefined;
  year?: MeetingFilter | null | undefined;
  country?: MeetingFilter | null | undefined;
  level?: MeetingFilter | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MeetingFacetsQuery = { kind: { counts: Array<{ values: Array<string | null>, count: number }> }, status: { counts: Array<{ values: Array<string | null>, count: number }> }, body: { counts: Array<{ values: Array<string | null>, count: number, entities: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null> }> }, year: { counts: Array<{ values: Array<string | null>, count: number }> }, country: { counts: Array<{ values: Array<string | null>, count: number, entities: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null> }> }, level: { counts: Array<{ values: Array<string | null>, count: number }> } };

export type FacetValueFragment = { values: Array<string | null>, count: number, entities: Array<
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
   | null> };

export type OfficialListQueryVariables = Exact<{
  filter?: OfficialFilter | null | undefined;
  after?: string | null | undefined;
  today: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type OfficialListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ key: string, status: TenureStatus, post: { __typename: 'Post', name: string, key: string } }> }> } };

export type CountryListQueryVariables = Exact<{
  text?: string | null | undefined;
  memberOf?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type CountryListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Country', name: string, key: string, meetings: { totalCount: number } }> } };

export type OrganizationListQueryVariables = Exact<{
  kinds?: Array<OrganizationKind> | OrganizationKind | null | undefined;
  text?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type OrganizationListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Organization', kind: OrganizationKind, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null }> } };

export type PostListQueryVariables = Exact<{
  filter?: PostFilter | null | undefined;
  after?: string | null | undefined;
  today: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type PostListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Post', level: Level, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, organization: { __typename: 'Organization', name: string, key: string } | null, holders: Array<{ key: string, official: { __typename: 'Official', name: string, key: string } }> }> } };

export type DocumentListQueryVariables = Exact<{
  kinds?: Array<DocumentKind> | DocumentKind | null | undefined;
  text?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type DocumentListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Document', kind: DocumentKind, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, publisher: { __typename: 'Organization', name: string, key: string } | null }> } };

export type StatementListQueryVariables = Exact<{
  filter?: StatementFilter | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type StatementListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      > }> } };

export type PlaceListQueryVariables = Exact<{
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type PlaceListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    > } };

export type ChangesAboutQueryVariables = Exact<{
  ref: string;
  typeNames?: Array<string> | string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ChangesAboutQuery = { changes: Array<{ cursor: string, at: string, by: string, operation: Operation, typeName: string, key: string | null, reason: string | null, before: unknown, after: unknown, node:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
     | null }> };

export type ChangeRowFragment = { cursor: string, at: string, by: string, operation: Operation, typeName: string, key: string | null, reason: string | null, before: unknown, after: unknown, node:
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Membership', key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
   | null };

export type ClaimsAboutQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ClaimsAboutQuery = { claims: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> } };

export type HomeQueryVariables = Exact<{
  today: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type HomeQuery = { graphVersion: string, meetings: { totalCount: number }, last: { nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }> }, ahead: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }> }, officials: { totalCount: number }, countries: { totalCount: number }, organizations: { totalCount: number }, documents: { totalCount: number }, claims: { totalCount: number }, conflicts: { totalCount: number }, changes: Array<{ cursor: string, at: string, by: string, operation: Operation, typeName: string, key: string | null, reason: string | null, before: unknown, after: unknown, node:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
     | null }> };

export type MeetingPageQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MeetingPageQuery = { meeting: { __typename: 'Meeting', id: string, note: string | null, mode: MeetingMode | null, ordinal: number | null, key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, attendance: { value: number, comparator: Comparator, raw: string | null } | null, places: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    >, partOf: { __typename: 'Meeting', name: string, key: string } | null, parts: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }>, previousTimes: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, topics: Array<{ __typename: 'Topic', name: string, key: string }>, participations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Participation', id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, level: Level, mode: ParticipationMode | null, note: string | null, conflicts: Array<{ slot: string }>, actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         | null, standsInFor: { __typename: 'Official', name: string, key: string } | null, actedBy: Array<{ status: ParticipationStatus, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
           }> }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        > }> }, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } | null };

export type PresenceFragment = { __typename: 'Participation', id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, level: Level, mode: ParticipationMode | null, note: string | null, conflicts: Array<{ slot: string }>, actor:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
  , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
   | null, standsInFor: { __typename: 'Official', name: string, key: string } | null, actedBy: Array<{ status: ParticipationStatus, actor:
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
     }> };

export type StatementRowFragment = { __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
  > };

type EntityHead_Country_Fragment = { __typename: 'Country', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Development_Fragment = { __typename: 'Development', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Meeting_Fragment = { __typename: 'Meeting', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Official_Fragment = { __typename: 'Official', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Organization_Fragment = { __typename: 'Organization', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Place_Fragment = { __typename: 'Place', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Post_Fragment = { __typename: 'Post', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

type EntityHead_Topic_Fragment = { __typename: 'Topic', id: string, key: string, name: string, note: string | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> };

export type EntityHeadFragment =
  | EntityHead_Country_Fragment
  | EntityHead_Development_Fragment
  | EntityHead_Meeting_Fragment
  | EntityHead_Official_Fragment
  | EntityHead_Organization_Fragment
  | EntityHead_Place_Fragment
  | EntityHead_Post_Fragment
  | EntityHead_Topic_Fragment
;

export type DescriptionsOfQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type DescriptionsOfQuery = { entity:
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
    | { descriptions: Array<{ field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } }> }
   | null };

export type DescriptionRowFragment = { field: string, value: string, lang: string | null, document: { __typename: 'Document', title: string | null, key: string } };

export type AttendanceFragment = { id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, conflicts: Array<{ slot: string }>, capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
   | null, meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } };

export type TermFragment = { id: string, key: string, status: TenureStatus, standing: Standing, acting: boolean, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, observedAt: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } };

export type MembershipRowFragment = { id: string, key: string, role: MembershipRole, standing: Standing, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, member:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
  , organization: { __typename: 'Organization', name: string, key: string } };

export type TieRowFragment = { weight: number, b:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  , because: Array<{ __typename: 'Meeting', name: string, key: string }> };

export type OfficialPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type OfficialPageQuery = { official: { __typename: 'Official', id: string, key: string, name: string, note: string | null, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ id: string, key: string, status: TenureStatus, standing: Standing, acting: boolean, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, observedAt: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }>, participations: { totalCount: number, nodes: Array<{ id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, conflicts: Array<{ slot: string }>, capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         | null, meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        > }> }, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> } | null, attended: { totalCount: number, counts: Array<{ values: Array<string | null>, count: number }> } };

export type CountryPageQueryVariables = Exact<{
  ref: string;
  today: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type CountryPageQuery = { country: { __typename: 'Country', id: string, key: string, name: string, note: string | null, memberships: Array<{ id: string, key: string, role: MembershipRole, standing: Standing, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, member:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , organization: { __typename: 'Organization', name: string, key: string } }>, officials: { totalCount: number }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        > }> }, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> } | null, officeHolders: Array<{ id: string, key: string, status: TenureStatus, standing: Standing, acting: boolean, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, observedAt: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }>, attended: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }>, counts: Array<{ values: Array<string | null>, count: number }> } };

export type OrganizationPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type OrganizationPageQuery = { organization: { __typename: 'Organization', kind: OrganizationKind, id: string, key: string, name: string, note: string | null, country: { __typename: 'Country', name: string, key: string } | null, parent: { __typename: 'Organization', name: string, key: string } | null, founded: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, dissolved: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, members: Array<{ id: string, key: string, role: MembershipRole, standing: Standing, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, member:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , organization: { __typename: 'Organization', name: string, key: string } }>, participations: { totalCount: number, nodes: Array<{ id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, conflicts: Array<{ slot: string }>, capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         | null, meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        > }> }, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> } | null, meetings: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, chairs: Array<{ actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         }>, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }>, counts: Array<{ values: Array<string | null>, count: number }> }, posts: { totalCount: number, nodes: Array<{ __typename: 'Post', name: string, key: string }> } };

export type PostPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type PostPageQuery = { post: { __typename: 'Post', level: Level, portfolio: Portfolio | null, id: string, key: string, name: string, note: string | null, country: { __typename: 'Country', name: string, key: string } | null, organization: { __typename: 'Organization', name: string, key: string } | null, holders: Array<{ id: string, key: string, status: TenureStatus, standing: Standing, acting: boolean, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, observedAt: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> } | null };

export type HeldOnQueryVariables = Exact<{
  ref: string;
  date: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type HeldOnQuery = { post: { heldOn: { certainty: Certainty, tenures: Array<{ id: string, key: string, status: TenureStatus, standing: Standing, acting: boolean, conflicts: Array<{ slot: string }>, start: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, end: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, observedAt: Array<{ edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }>, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }> } } | null };

export type PlacePageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type PlacePageQuery = { entity:
    | { __typename: 'Country' }
    | { __typename: 'Development' }
    | { __typename: 'Meeting' }
    | { __typename: 'Official' }
    | { __typename: 'Organization' }
    | { __typename: 'Place', kind: PlaceKind, latitude: number | null, longitude: number | null, id: string, key: string, name: string, note: string | null, country: { __typename: 'Country', name: string, key: string } | null, within: { __typename: 'Place', name: string, key: string } | null, operatedBy:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
       | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', name: string, key: string }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', key: string }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }
    | { __typename: 'Post' }
    | { __typename: 'Topic' }
   | null, meetings: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }>, counts: Array<{ values: Array<string | null>, count: number }> } };

export type TopicPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type TopicPageQuery = { entity:
    | { __typename: 'Country' }
    | { __typename: 'Development' }
    | { __typename: 'Meeting' }
    | { __typename: 'Official' }
    | { __typename: 'Organization' }
    | { __typename: 'Place' }
    | { __typename: 'Post' }
    | { __typename: 'Topic', id: string, key: string, name: string, note: string | null, broader: { __typename: 'Topic', name: string, key: string } | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', name: string, key: string }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', key: string }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }
   | null, meetings: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      > }> } };

export type DevelopmentPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type DevelopmentPageQuery = { entity:
    | { __typename: 'Country' }
    | { __typename: 'Development', status: EventStatus, standing: Standing, id: string, key: string, name: string, note: string | null, developmentKind: DevelopmentKind, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, topics: Array<{ __typename: 'Topic', name: string, key: string }>, partOf:
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
       | null, names: Array<{ value: string, lang: string, kind: NameKind }>, externalIds: Array<{ scheme: string, value: string, url: string | null }>, conflicts: Array<{ slot: string, rule: string | null, subject:
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', name: string, key: string }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', key: string }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }
    | { __typename: 'Meeting' }
    | { __typename: 'Official' }
    | { __typename: 'Organization' }
    | { __typename: 'Place' }
    | { __typename: 'Post' }
    | { __typename: 'Topic' }
   | null };

export type DocumentPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type DocumentPageQuery = { document: { __typename: 'Document', kind: DocumentKind, url: string | null, language: string | null, reliability: Reliability, keywords: Array<string>, note: string | null, sha256: string | null, authorNames: Array<string>, title: string | null, key: string, apa: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, publisher: { __typename: 'Organization', name: string, key: string } | null, originator: { __typename: 'Organization', name: string, key: string } | null, platform: { __typename: 'Organization', name: string, key: string } | null, authors: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
    >, cites: Array<{ __typename: 'Document', title: string | null, key: string }> } | null, claims: { totalCount: number, nodes: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> } };

export type ClaimPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type ClaimPageQuery = { claim: { __typename: 'Claim', modality: Modality, quantifier: Quantifier | null, confidence: number | null, recordedAt: string, recordedBy: string, retractedAt: string | null, retractionReason: string | null, key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , objects: Array<
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    >, says: Array<{ slot: string, value: string, independentSources: number, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, supports: Array<
      | { __typename: 'Claim', key: string }
      | { __typename: 'AnonymousSource', key: string }
      | { __typename: 'Country', key: string, name: string }
      | { __typename: 'Document', key: string }
      | { __typename: 'Development', key: string, name: string }
      | { __typename: 'Meeting', key: string, name: string }
      | { __typename: 'Membership', key: string, member:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , organization: { __typename: 'Organization', name: string, key: string } }
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Participation', role: Role, key: string, actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , meeting: { __typename: 'Meeting', name: string, key: string } }
      | { __typename: 'Place', key: string, name: string }
      | { __typename: 'Post', key: string, name: string }
      | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
      | { __typename: 'Statement', key: string, gist: string }
      | { __typename: 'Topic', key: string, name: string }
    >, corrects: { __typename: 'Claim', text: string, key: string } | null, correctedBy: { __typename: 'Claim', text: string, key: string } | null, attribution: Array<{ how: AttributionAct, agent:
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
       }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> } | null };

export type StatementPageQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type StatementPageQuery = { statement: { __typename: 'Statement', id: string, note: string | null, channel: Channel | null, key: string, gist: string, act: SpeechAct, stance: Stance | null, standing: Standing, capacity: { __typename: 'Post', name: string, key: string } | null, addressee:
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
     | null, occasion:
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
     | null, topics: Array<{ __typename: 'Topic', name: string, key: string }>, document: { __typename: 'Document', title: string | null, key: string } | null, conflicts: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }>, claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, speakers: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
    > } | null };

export type MetMostQueryVariables = Exact<{
  ref: string;
  time?: TimeFilter | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MetMostQuery = { entity:
    | { __typename: 'Country', metWith: { totalCount: number, nodes: Array<{ weight: number, b:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          , because: Array<{ __typename: 'Meeting', name: string, key: string }> }> } }
    | { __typename: 'Development' }
    | { __typename: 'Meeting' }
    | { __typename: 'Official', metWith: { totalCount: number, nodes: Array<{ weight: number, b:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          , because: Array<{ __typename: 'Meeting', name: string, key: string }> }> } }
    | { __typename: 'Organization', metWith: { totalCount: number, nodes: Array<{ weight: number, b:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          , because: Array<{ __typename: 'Meeting', name: string, key: string }> }> } }
    | { __typename: 'Place' }
    | { __typename: 'Post' }
    | { __typename: 'Topic' }
   | null };

export type MetFragment = { totalCount: number, nodes: Array<{ weight: number, b:
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , because: Array<{ __typename: 'Meeting', name: string, key: string }> }> };

export type DelegationsQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type DelegationsQuery = { meeting: { delegations: Array<{ level: Level, of:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , participations: Array<{ __typename: 'Participation', id: string, key: string, role: Role, status: ParticipationStatus, standing: Standing, inferred: boolean, level: Level, mode: ParticipationMode | null, note: string | null, conflicts: Array<{ slot: string }>, actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         | null, standsInFor: { __typename: 'Official', name: string, key: string } | null, actedBy: Array<{ status: ParticipationStatus, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
           }> }> }> } | null };

export type SaidBySourceQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type SaidBySourceQuery = { claims: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> } };

export type ClaimEvidenceFragment = { __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
     }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> };

export type WhoSaysQueryVariables = Exact<{
  id: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type WhoSaysQuery = { node:
    | { __typename: 'Claim' }
    | { __typename: 'AnonymousSource' }
    | { __typename: 'Country' }
    | { __typename: 'Document' }
    | { __typename: 'Development' }
    | { __typename: 'Meeting' }
    | { __typename: 'Membership', claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
           }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> }
    | { __typename: 'Official' }
    | { __typename: 'Organization' }
    | { __typename: 'Participation', claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
           }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> }
    | { __typename: 'Place' }
    | { __typename: 'Post' }
    | { __typename: 'Tenure', claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
           }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> }
    | { __typename: 'Statement', claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
           }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> }
    | { __typename: 'Topic' }
   | null };

export type WhoSaidThenQueryVariables = Exact<{
  id: string;
  knownAt: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type WhoSaidThenQuery = { claims: { nodes: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, supports: Array<
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      >, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> } };

export type WhoSaysAboutQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type WhoSaysAboutQuery = { claims: { nodes: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, says: Array<{ slot: string }>, attribution: Array<{ how: AttributionAct, agent:
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
         }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }> } };

export type SourcesAboutQueryVariables = Exact<{
  ref: string;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type SourcesAboutQuery = { claims: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ retractedAt: string | null, correctedBy: { key: string } | null, supports: Array<
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
      >, says: Array<{ slot: string }>, evidence: Array<{ paragraph: string | null, document: { __typename: 'Document', title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, publisher: { __typename: 'Organization', name: string, key: string } | null } }> }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { name: string, role: ViewerRole } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  types?: Array<EntityType> | EntityType | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, nodes: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    >, edges: Array<{ matched: string, node:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }
        | { __typename: 'Official', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Post', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Topic', name: string, key: string }
       }> } };

type Found_Country_Fragment = { __typename: 'Country', name: string, key: string };

type Found_Development_Fragment = { __typename: 'Development', name: string, key: string };

type Found_Meeting_Fragment = { __typename: 'Meeting', name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } };

type Found_Official_Fragment = { __typename: 'Official', name: string, key: string, country: { name: string } | null };

type Found_Organization_Fragment = { __typename: 'Organization', name: string, key: string };

type Found_Place_Fragment = { __typename: 'Place', name: string, key: string, country: { name: string } | null };

type Found_Post_Fragment = { __typename: 'Post', name: string, key: string, country: { name: string } | null };

type Found_Topic_Fragment = { __typename: 'Topic', name: string, key: string };

export type FoundFragment =
  | Found_Country_Fragment
  | Found_Development_Fragment
  | Found_Meeting_Fragment
  | Found_Official_Fragment
  | Found_Organization_Fragment
  | Found_Place_Fragment
  | Found_Post_Fragment
  | Found_Topic_Fragment
;

export type EntityNamesQueryVariables = Exact<{
  refs: Array<string> | string;
  lang?: Array<string> | string | null | undefined;
}>;


export type EntityNamesQuery = { entities: { nodes: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    > } };

export type SearchPageQueryVariables = Exact<{
  text: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type SearchPageQuery = { search: { totalCount: number, edges: Array<{ matched: string, node:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }
        | { __typename: 'Official', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Post', name: string, key: string, country: { name: string } | null }
        | { __typename: 'Topic', name: string, key: string }
       }> }, documents: { totalCount: number, nodes: Array<{ __typename: 'Document', title: string | null, key: string }> } };

export type LevelsByMeetingQueryVariables = Exact<{
  filter?: MeetingFilter | null | undefined;
  of?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type LevelsByMeetingQuery = { meetings: { totalCount: number, nodes: Array<{ __typename: 'Meeting', key: string, name: string, ordinal: number | null, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, attendance: { value: number, comparator: Comparator } | null, delegations: Array<{ of:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , participations: Array<{ level: Level, status: ParticipationStatus }> }> }> } };

export type LevelsByYearQueryVariables = Exact<{
  filter?: ParticipationFilter | null | undefined;
}>;


export type LevelsByYearQuery = { participations: { totalCount: number, counts: Array<{ values: Array<string | null>, count: number }> } };

export type MeetingPlacesQueryVariables = Exact<{
  filter?: MeetingFilter | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MeetingPlacesQuery = { meetings: { totalCount: number, counts: Array<{ values: Array<string | null>, count: number, entities: Array<
        | { __typename: 'Country', name: string, key: string, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', kind: PlaceKind, latitude: number | null, longitude: number | null, name: string, key: string, within: { kind: PlaceKind, name: string, latitude: number | null, longitude: number | null } | null, country: { __typename: 'Country', name: string, key: string, externalIds: Array<{ scheme: string, value: string }> } | null }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null> }> } };

type Located_Country_Fragment = { __typename: 'Country', name: string, key: string, externalIds: Array<{ scheme: string, value: string }> };

type Located_Development_Fragment = { __typename: 'Development', name: string, key: string };

type Located_Meeting_Fragment = { __typename: 'Meeting', name: string, key: string };

type Located_Official_Fragment = { __typename: 'Official', name: string, key: string };

type Located_Organization_Fragment = { __typename: 'Organization', name: string, key: string };

type Located_Place_Fragment = { __typename: 'Place', kind: PlaceKind, latitude: number | null, longitude: number | null, name: string, key: string, within: { kind: PlaceKind, name: string, latitude: number | null, longitude: number | null } | null, country: { __typename: 'Country', name: string, key: string, externalIds: Array<{ scheme: string, value: string }> } | null };

type Located_Post_Fragment = { __typename: 'Post', name: string, key: string };

type Located_Topic_Fragment = { __typename: 'Topic', name: string, key: string };

export type LocatedFragment =
  | Located_Country_Fragment
  | Located_Development_Fragment
  | Located_Meeting_Fragment
  | Located_Official_Fragment
  | Located_Organization_Fragment
  | Located_Place_Fragment
  | Located_Post_Fragment
  | Located_Topic_Fragment
;

export type MatrixQueryVariables = Exact<{
  input: NetworkInput;
  nodes: number;
  ties: number;
  lang?: Array<string> | string | null | undefined;
}>;


export type MatrixQuery = { network: { nodeCount: number, tieCount: number, meetingCount: number, nodes: Array<{ degree: number, strength: number, community: number, entity:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       }>, ties: Array<{ weight: number, a:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
      , b:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
       }> } };

export type MeetingsPerYearQueryVariables = Exact<{
  filter?: MeetingFilter | null | undefined;
}>;


export type MeetingsPerYearQuery = { meetings: { totalCount: number, counts: Array<{ values: Array<string | null>, count: number }> } };

export type MostMeetingsQueryVariables = Exact<{
  input: NetworkInput;
  nodes: number;
  lang?: Array<string> | string | null | undefined;
}>;


export type MostMeetingsQuery = { network: { nodeCount: number, meetingCount: number, nodes: Array<{ degree: number, entity:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       }> } };

export type ExplainTieQueryVariables = Exact<{
  a: string;
  b: string;
  input?: NetworkInput | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ExplainTieQuery = { explainTie: Array<{ id: string, role: Role, status: ParticipationStatus, level: Level, standing: Standing, actor:
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
    , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
     | null, meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } }> };

export type TieParticipationFragment = { id: string, role: Role, status: ParticipationStatus, level: Level, standing: Standing, actor:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
  , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
   | null, meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } };

export type NetworkPictureQueryVariables = Exact<{
  input: NetworkInput;
  nodes: number;
  ties: number;
  orderBy: NetworkMeasure;
  betweenness: boolean;
  closeness: boolean;
  eigenvector: boolean;
  lang?: Array<string> | string | null | undefined;
}>;


export type NetworkPictureQuery = { network: { nodeCount: number, tieCount: number, meetingCount: number, notes: Array<string>, nodes: Array<{ degree: number, strength: number, community: number, betweenness?: number, closeness?: number, eigenvector?: number, entity:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       }>, ties: Array<{ weight: number, a:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
      , b:
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
        | { key: string }
       }> } };

export type PictureChoicesQueryVariables = Exact<{
  lang?: Array<string> | string | null | undefined;
}>;


export type PictureChoicesQuery = { meetings: { counts: Array<{ values: Array<string | null>, count: number, entities: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null> }> }, participations: { counts: Array<{ values: Array<string | null>, count: number, entities: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null> }> } };

export type WayBetweenQueryVariables = Exact<{
  from: string;
  to: string;
  input: NetworkInput;
  lengths: PathLength;
  lang?: Array<string> | string | null | undefined;
}>;


export type WayBetweenQuery = { entities: { nodes: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    > }, shortestPath: { length: number, steps: Array<{ weight: number, a:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , b:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , because: Array<{ __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string }>, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }> }> } | null };

type OnTheWay_Country_Fragment = { __typename: 'Country', name: string, key: string };

type OnTheWay_Development_Fragment = { __typename: 'Development', name: string, key: string };

type OnTheWay_Meeting_Fragment = { __typename: 'Meeting', name: string, key: string };

type OnTheWay_Official_Fragment = { __typename: 'Official', name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null };

type OnTheWay_Organization_Fragment = { __typename: 'Organization', name: string, key: string };

type OnTheWay_Place_Fragment = { __typename: 'Place', name: string, key: string };

type OnTheWay_Post_Fragment = { __typename: 'Post', name: string, key: string };

type OnTheWay_Topic_Fragment = { __typename: 'Topic', name: string, key: string };

export type OnTheWayFragment =
  | OnTheWay_Country_Fragment
  | OnTheWay_Development_Fragment
  | OnTheWay_Meeting_Fragment
  | OnTheWay_Official_Fragment
  | OnTheWay_Organization_Fragment
  | OnTheWay_Place_Fragment
  | OnTheWay_Post_Fragment
  | OnTheWay_Topic_Fragment
;

export type RecordMeetingMutationVariables = Exact<{
  input: RecordMeetingInput;
  lang?: Array<string> | string | null | undefined;
}>;


export type RecordMeetingMutation = { recordMeeting: { meeting: { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string, rule: string | null, subject:
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', name: string, key: string }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', key: string }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }>, participations: { nodes: Array<{ conflicts: Array<{ slot: string, rule: string | null, subject:
              | { __typename: 'Claim', text: string, key: string }
              | { __typename: 'AnonymousSource', description: string, key: string }
              | { __typename: 'Country', name: string, key: string }
              | { __typename: 'Document', title: string | null, key: string }
              | { __typename: 'Development', name: string, key: string }
              | { __typename: 'Meeting', name: string, key: string }
              | { __typename: 'Membership', key: string }
              | { __typename: 'Official', name: string, key: string }
              | { __typename: 'Organization', name: string, key: string }
              | { __typename: 'Participation', key: string }
              | { __typename: 'Place', name: string, key: string }
              | { __typename: 'Post', name: string, key: string }
              | { __typename: 'Tenure', key: string }
              | { __typename: 'Statement', gist: string, key: string }
              | { __typename: 'Topic', name: string, key: string }
            , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }> }, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null } | null, claims: Array<{ __typename: 'Claim', key: string, text: string }>, possibleDuplicates: Array<{ score: number, reasons: Array<string>, entity:
        | { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
                | { __typename: 'Country', name: string, key: string }
                | { __typename: 'Official', name: string, key: string }
                | { __typename: 'Organization', name: string, key: string }
               }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
       }>, changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type RecordAllMutationVariables = Exact<{
  input: RecordInput;
  lang?: Array<string> | string | null | undefined;
}>;


export type RecordAllMutation = { record: { nodes: Array<
      | { __typename: 'Claim' }
      | { __typename: 'AnonymousSource' }
      | { __typename: 'Country' }
      | { __typename: 'Document' }
      | { __typename: 'Development' }
      | { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string, rule: string | null, subject:
            | { __typename: 'Claim', text: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Document', title: string | null, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Membership', key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Participation', key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Tenure', key: string }
            | { __typename: 'Statement', gist: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }>, participations: { nodes: Array<{ conflicts: Array<{ slot: string, rule: string | null, subject:
                | { __typename: 'Claim', text: string, key: string }
                | { __typename: 'AnonymousSource', description: string, key: string }
                | { __typename: 'Country', name: string, key: string }
                | { __typename: 'Document', title: string | null, key: string }
                | { __typename: 'Development', name: string, key: string }
                | { __typename: 'Meeting', name: string, key: string }
                | { __typename: 'Membership', key: string }
                | { __typename: 'Official', name: string, key: string }
                | { __typename: 'Organization', name: string, key: string }
                | { __typename: 'Participation', key: string }
                | { __typename: 'Place', name: string, key: string }
                | { __typename: 'Post', name: string, key: string }
                | { __typename: 'Tenure', key: string }
                | { __typename: 'Statement', gist: string, key: string }
                | { __typename: 'Topic', name: string, key: string }
              , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }> }, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null }
      | { __typename: 'Membership' }
      | { __typename: 'Official' }
      | { __typename: 'Organization' }
      | { __typename: 'Participation' }
      | { __typename: 'Place' }
      | { __typename: 'Post' }
      | { __typename: 'Tenure' }
      | { __typename: 'Statement' }
      | { __typename: 'Topic' }
    >, claims: Array<{ __typename: 'Claim', key: string, text: string }>, possibleDuplicates: Array<{ score: number, reasons: Array<string>, entity:
        | { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
                | { __typename: 'Country', name: string, key: string }
                | { __typename: 'Official', name: string, key: string }
                | { __typename: 'Organization', name: string, key: string }
               }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
       }>, changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type RecordedMeetingFragment = { __typename: 'Meeting', key: string, name: string, kind: MeetingKind, status: EventStatus, standing: Standing, overdue: boolean, conflicts: Array<{ slot: string, rule: string | null, subject:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }>, participations: { nodes: Array<{ conflicts: Array<{ slot: string, rule: string | null, subject:
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', name: string, key: string }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', key: string }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        , follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> }> }, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, place: { __typename: 'Place', name: string, key: string } | null, body: { __typename: 'Organization', name: string, key: string } | null };

export type RecordedClaimFragment = { __typename: 'Claim', key: string, text: string };

export type DoneChangeFragment = { operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Membership', key: string, member:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , organization: { __typename: 'Organization', name: string, key: string } }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', role: Role, key: string, actor:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , meeting: { __typename: 'Meeting', name: string, key: string } }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
   | null };

export type ProblemFoundFragment = { code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  > };

export type SimilarThingFragment = { score: number, reasons: Array<string>, entity:
    | { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
           }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
    | { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
   };

type Compared_Country_Fragment = { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Development_Fragment = { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Meeting_Fragment = { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
       }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Official_Fragment = { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Organization_Fragment = { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Place_Fragment = { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Post_Fragment = { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

type Compared_Topic_Fragment = { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> };

export type ComparedFragment =
  | Compared_Country_Fragment
  | Compared_Development_Fragment
  | Compared_Meeting_Fragment
  | Compared_Official_Fragment
  | Compared_Organization_Fragment
  | Compared_Place_Fragment
  | Compared_Post_Fragment
  | Compared_Topic_Fragment
;

export type MeetingToRecordQueryVariables = Exact<{
  ref: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type MeetingToRecordQuery = { meeting: { __typename: 'Meeting', version: number, kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
         }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> } | null };

export type DocumentOfAddressQueryVariables = Exact<{
  url: string;
  lang?: Array<string> | string | null | undefined;
}>;


export type DocumentOfAddressQuery = { document: { __typename: 'Document', kind: DocumentKind, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, publisher: { __typename: 'Organization', name: string, key: string } | null, counts: Array<{ typeName: string, count: number }> } | null };

export type PostsOfQueryVariables = Exact<{
  ref: string;
  on?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type PostsOfQuery = { official: { country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, held: Array<{ post: { __typename: 'Post', name: string, key: string } }> } | null };

export type NamesOfQueryVariables = Exact<{
  refs: Array<string> | string;
  lang?: Array<string> | string | null | undefined;
}>;


export type NamesOfQuery = { entities: { nodes: Array<
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
    > } };

export type ReviewCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewCountsQuery = { conflicts: { totalCount: number }, possibleDuplicates: { totalCount: number }, plans: { totalCount: number } };

export type ConflictsToReviewQueryVariables = Exact<{
  reviewed?: boolean | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ConflictsToReviewQuery = { conflicts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ slot: string, rule: string | null, subject:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      , claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'AnonymousSource', description: string, key: string }
           }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }>, follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> }> } };

export type ConflictToReviewFragment = { slot: string, rule: string | null, subject:
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Membership', key: string, member:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , organization: { __typename: 'Organization', name: string, key: string } }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', key: string, actor:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , meeting: { __typename: 'Meeting', name: string, key: string } }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  , claims: Array<{ __typename: 'Claim', key: string, text: string, type: ClaimType, status: ClaimStatus, polarity: Polarity, reviewState: ReviewState, attributionKind: AttributionKind, attributionInferred: boolean, independentSources: number, note: string | null, attribution: Array<{ how: AttributionAct, agent:
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
       }>, evidence: Array<{ paragraph: string | null, line: number | null, document: { __typename: 'Document', url: string | null, reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }>, relations: Array<{ type: ClaimRelationType, claim: { __typename: 'Claim', text: string, key: string } }> }>, follows: { key: string } | null, values: Array<{ value: string, claims: Array<{ key: string, text: string }>, documents: Array<{ __typename: 'Document', reliability: Reliability, title: string | null, key: string, published: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }> }> };

export type DuplicatesToReviewQueryVariables = Exact<{
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type DuplicatesToReviewQuery = { possibleDuplicates: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ score: number, reasons: Array<string>, verdict: Verdict | null, a:
        | { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
                | { __typename: 'Country', name: string, key: string }
                | { __typename: 'Official', name: string, key: string }
                | { __typename: 'Organization', name: string, key: string }
               }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
      , b:
        | { __typename: 'Country', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Development', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Meeting', kind: MeetingKind, status: EventStatus, ordinal: number | null, id: string, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, places: Array<
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Development', name: string, key: string }
            | { __typename: 'Meeting', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
            | { __typename: 'Place', name: string, key: string }
            | { __typename: 'Post', name: string, key: string }
            | { __typename: 'Topic', name: string, key: string }
          >, body: { __typename: 'Organization', name: string, key: string } | null, participations: { totalCount: number, nodes: Array<{ actor:
                | { __typename: 'Country', name: string, key: string }
                | { __typename: 'Official', name: string, key: string }
                | { __typename: 'Organization', name: string, key: string }
               }> }, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Official', id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, tenures: Array<{ post: { __typename: 'Post', name: string, key: string } }>, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Organization', id: string, name: string, key: string, organizationKind: OrganizationKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Place', id: string, name: string, key: string, placeKind: PlaceKind, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Post', level: Level, id: string, name: string, key: string, country: { __typename: 'Country', name: string, key: string } | null, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
        | { __typename: 'Topic', id: string, name: string, key: string, names: Array<{ value: string, lang: string }>, externalIds: Array<{ scheme: string, value: string }> }
       }> } };

export type OverduePlansQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  due?: TimeFilter | null | undefined;
  body?: string | null | undefined;
  after?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type OverduePlansQuery = { plans: { totalCount: number, pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<{ plan: { __typename: 'Claim', key: string, text: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, evidence: Array<{ document: { __typename: 'Document', title: string | null, key: string } }>, supports: Array<
          | { __typename: 'Claim', text: string, key: string }
          | { __typename: 'AnonymousSource', description: string, key: string }
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Document', title: string | null, key: string }
          | { __typename: 'Development', name: string, key: string }
          | { __typename: 'Meeting', status: EventStatus, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }
          | { __typename: 'Membership', key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
          | { __typename: 'Participation', role: Role, mode: ParticipationMode | null, key: string, actor:
              | { __typename: 'Country', name: string, key: string }
              | { __typename: 'Official', name: string, key: string }
              | { __typename: 'Organization', name: string, key: string }
            , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
              | { __typename: 'Country', name: string, key: string }
              | { __typename: 'Official', name: string, key: string }
              | { __typename: 'Organization', name: string, key: string }
             | null, meeting: { __typename: 'Meeting', status: EventStatus, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }
          | { __typename: 'Place', name: string, key: string }
          | { __typename: 'Post', name: string, key: string }
          | { __typename: 'Tenure', key: string }
          | { __typename: 'Statement', gist: string, key: string }
          | { __typename: 'Topic', name: string, key: string }
        > } }> } };

export type PlanToReviewFragment = { __typename: 'Claim', key: string, text: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null }, evidence: Array<{ document: { __typename: 'Document', title: string | null, key: string } }>, supports: Array<
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', status: EventStatus, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } }
    | { __typename: 'Membership', key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', role: Role, mode: ParticipationMode | null, key: string, actor:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , capacity: { __typename: 'Post', name: string, key: string } | null, onBehalfOf:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
       | null, meeting: { __typename: 'Meeting', status: EventStatus, name: string, key: string, time: { edtf: string | null, precision: TimePrecision, startEarliest: string | null, endLatest: string | null, raw: string | null } } }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
  > };

export type ChangesSinceQueryVariables = Exact<{
  since: string;
  by?: string | null | undefined;
  before?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ChangesSinceQuery = { changes: Array<{ cursor: string, at: string, by: string, reason: string | null, nodeId: string, operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
      | { __typename: 'Claim', text: string, key: string }
      | { __typename: 'AnonymousSource', description: string, key: string }
      | { __typename: 'Country', name: string, key: string }
      | { __typename: 'Document', title: string | null, key: string }
      | { __typename: 'Development', name: string, key: string }
      | { __typename: 'Meeting', name: string, key: string }
      | { __typename: 'Membership', key: string, member:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , organization: { __typename: 'Organization', name: string, key: string } }
      | { __typename: 'Official', name: string, key: string }
      | { __typename: 'Organization', name: string, key: string }
      | { __typename: 'Participation', role: Role, key: string, actor:
          | { __typename: 'Country', name: string, key: string }
          | { __typename: 'Official', name: string, key: string }
          | { __typename: 'Organization', name: string, key: string }
        , meeting: { __typename: 'Meeting', name: string, key: string } }
      | { __typename: 'Place', name: string, key: string }
      | { __typename: 'Post', name: string, key: string }
      | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
      | { __typename: 'Statement', gist: string, key: string }
      | { __typename: 'Topic', name: string, key: string }
     | null }> };

export type RecentChangeFragment = { cursor: string, at: string, by: string, reason: string | null, nodeId: string, operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
    | { __typename: 'Claim', text: string, key: string }
    | { __typename: 'AnonymousSource', description: string, key: string }
    | { __typename: 'Country', name: string, key: string }
    | { __typename: 'Document', title: string | null, key: string }
    | { __typename: 'Development', name: string, key: string }
    | { __typename: 'Meeting', name: string, key: string }
    | { __typename: 'Membership', key: string, member:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , organization: { __typename: 'Organization', name: string, key: string } }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Participation', role: Role, key: string, actor:
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
      , meeting: { __typename: 'Meeting', name: string, key: string } }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Post', name: string, key: string }
    | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
    | { __typename: 'Statement', gist: string, key: string }
    | { __typename: 'Topic', name: string, key: string }
   | null };

export type ReviewClaimMutationVariables = Exact<{
  claim: string;
  state: ReviewState;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type ReviewClaimMutation = { reviewClaim: { changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type WithdrawReviewMutationVariables = Exact<{
  claim: string;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type WithdrawReviewMutation = { withdrawReview: { changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type TakeBackMutationVariables = Exact<{
  claim: string;
  alsoRetract?: Array<string> | string | null | undefined;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type TakeBackMutation = { retractClaim: { restsOnIt: Array<{ __typename: 'Claim', text: string, key: string }>, changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type JudgeIdentityMutationVariables = Exact<{
  a: string;
  b: string;
  verdict: Verdict;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type JudgeIdentityMutation = { judgeIdentity: { changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type MergeEntitiesMutationVariables = Exact<{
  keep: string;
  merge: string;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type MergeEntitiesMutation = { mergeEntities: { changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export type UnmergeEntitiesMutationVariables = Exact<{
  merged: string;
  reason: string;
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  lang?: Array<string> | string | null | undefined;
}>;


export type UnmergeEntitiesMutation = { unmergeEntities: { changes: Array<{ operation: Operation, typeName: string, key: string | null, before: unknown, after: unknown, node:
        | { __typename: 'Claim', text: string, key: string }
        | { __typename: 'AnonymousSource', description: string, key: string }
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Document', title: string | null, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Membership', key: string, member:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , organization: { __typename: 'Organization', name: string, key: string } }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Participation', role: Role, key: string, actor:
            | { __typename: 'Country', name: string, key: string }
            | { __typename: 'Official', name: string, key: string }
            | { __typename: 'Organization', name: string, key: string }
          , meeting: { __typename: 'Meeting', name: string, key: string } }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Tenure', key: string, official: { __typename: 'Official', name: string, key: string }, post: { __typename: 'Post', name: string, key: string } }
        | { __typename: 'Statement', gist: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
       | null }>, problems: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }>, warnings: Array<{ code: ProblemCode, path: Array<string>, message: string, suggestions: Array<
        | { __typename: 'Country', name: string, key: string }
        | { __typename: 'Development', name: string, key: string }
        | { __typename: 'Meeting', name: string, key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Post', name: string, key: string }
        | { __typename: 'Topic', name: string, key: string }
      > }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PagesFragmentDoc = new TypedDocumentString(`
    fragment Pages on PageInfo {
  hasNextPage
  endCursor
}
    `, {"fragmentName":"Pages"}) as unknown as TypedDocumentString<PagesFragment, unknown>;
export const LinkFragmentDoc = new TypedDocumentString(`
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
    `, {"fragmentName":"Link"}) as unknown as TypedDocumentString<LinkFragment, unknown>;
export const FacetValueFragmentDoc = new TypedDocumentString(`
    fragment FacetValue on CountRow {
  values
  count
  entities {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"FacetValue"}) as unknown as TypedDocumentString<FacetValueFragment, unknown>;
export const ChangeRowFragmentDoc = new TypedDocumentString(`
    fragment ChangeRow on Change {
  cursor
  at
  by
  operation
  typeName
  key
  reason
  before
  after
  node {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"ChangeRow"}) as unknown as TypedDocumentString<ChangeRowFragment, unknown>;
export const PresenceFragmentDoc = new TypedDocumentString(`
    fragment Presence on Participation {
  __typename
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  level
  mode
  note
  actor {
    ...Link
  }
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  standsInFor {
    ...Link
  }
  actedBy {
    status
    actor {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"Presence"}) as unknown as TypedDocumentString<PresenceFragment, unknown>;
export const WhenFragmentDoc = new TypedDocumentString(`
    fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
    `, {"fragmentName":"When"}) as unknown as TypedDocumentString<WhenFragment, unknown>;
export const StatementRowFragmentDoc = new TypedDocumentString(`
    fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"StatementRow"}) as unknown as TypedDocumentString<StatementRowFragment, unknown>;
export const DisagreementFragmentDoc = new TypedDocumentString(`
    fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"Disagreement"}) as unknown as TypedDocumentString<DisagreementFragment, unknown>;
export const EntityHeadFragmentDoc = new TypedDocumentString(`
    fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}`, {"fragmentName":"EntityHead"}) as unknown as TypedDocumentString<EntityHeadFragment, unknown>;
export const DescriptionRowFragmentDoc = new TypedDocumentString(`
    fragment DescriptionRow on Description {
  field
  value
  lang
  document {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"DescriptionRow"}) as unknown as TypedDocumentString<DescriptionRowFragment, unknown>;
export const MeetingRowFragmentDoc = new TypedDocumentString(`
    fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"MeetingRow"}) as unknown as TypedDocumentString<MeetingRowFragment, unknown>;
export const AttendanceFragmentDoc = new TypedDocumentString(`
    fragment Attendance on Participation {
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  meeting {
    ...MeetingRow
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}`, {"fragmentName":"Attendance"}) as unknown as TypedDocumentString<AttendanceFragment, unknown>;
export const TermFragmentDoc = new TypedDocumentString(`
    fragment Term on Tenure {
  id
  key
  status
  standing
  conflicts {
    slot
  }
  acting
  start {
    ...When
  }
  end {
    ...When
  }
  observedAt {
    ...When
  }
  official {
    ...Link
  }
  post {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"Term"}) as unknown as TypedDocumentString<TermFragment, unknown>;
export const MembershipRowFragmentDoc = new TypedDocumentString(`
    fragment MembershipRow on Membership {
  id
  key
  role
  standing
  conflicts {
    slot
  }
  start {
    ...When
  }
  end {
    ...When
  }
  member {
    ...Link
  }
  organization {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"MembershipRow"}) as unknown as TypedDocumentString<MembershipRowFragment, unknown>;
export const TieRowFragmentDoc = new TypedDocumentString(`
    fragment TieRow on Tie {
  weight
  b {
    ...Link
  }
  because(first: 3) {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"TieRow"}) as unknown as TypedDocumentString<TieRowFragment, unknown>;
export const MetFragmentDoc = new TypedDocumentString(`
    fragment Met on TieConnection {
  totalCount
  nodes {
    ...TieRow
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment TieRow on Tie {
  weight
  b {
    ...Link
  }
  because(first: 3) {
    ...Link
  }
}`, {"fragmentName":"Met"}) as unknown as TypedDocumentString<MetFragment, unknown>;
export const FoundFragmentDoc = new TypedDocumentString(`
    fragment Found on Entity {
  ...Link
  ... on Official {
    country {
      name(lang: $lang)
    }
  }
  ... on Meeting {
    time {
      ...When
    }
  }
  ... on Post {
    country {
      name(lang: $lang)
    }
  }
  ... on Place {
    country {
      name(lang: $lang)
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"Found"}) as unknown as TypedDocumentString<FoundFragment, unknown>;
export const LocatedFragmentDoc = new TypedDocumentString(`
    fragment Located on Entity {
  ...Link
  ... on Country {
    externalIds {
      scheme
      value
    }
  }
  ... on Place {
    kind
    latitude
    longitude
    within {
      kind
      name(lang: $lang)
      latitude
      longitude
    }
    country {
      ...Link
      externalIds {
        scheme
        value
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"Located"}) as unknown as TypedDocumentString<LocatedFragment, unknown>;
export const TieParticipationFragmentDoc = new TypedDocumentString(`
    fragment TieParticipation on Participation {
  id
  role
  status
  level
  standing
  actor {
    ...Link
  }
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  meeting {
    ...MeetingRow
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}`, {"fragmentName":"TieParticipation"}) as unknown as TypedDocumentString<TieParticipationFragment, unknown>;
export const OnTheWayFragmentDoc = new TypedDocumentString(`
    fragment OnTheWay on Entity {
  ...Link
  ... on Official {
    country {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"OnTheWay"}) as unknown as TypedDocumentString<OnTheWayFragment, unknown>;
export const RecordedMeetingFragmentDoc = new TypedDocumentString(`
    fragment RecordedMeeting on Meeting {
  ...MeetingRow
  conflicts {
    ...Disagreement
  }
  participations(first: 100) {
    nodes {
      conflicts {
        ...Disagreement
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}`, {"fragmentName":"RecordedMeeting"}) as unknown as TypedDocumentString<RecordedMeetingFragment, unknown>;
export const RecordedClaimFragmentDoc = new TypedDocumentString(`
    fragment RecordedClaim on Claim {
  __typename
  key
  text
}
    `, {"fragmentName":"RecordedClaim"}) as unknown as TypedDocumentString<RecordedClaimFragment, unknown>;
export const ProblemFoundFragmentDoc = new TypedDocumentString(`
    fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"ProblemFound"}) as unknown as TypedDocumentString<ProblemFoundFragment, unknown>;
export const ComparedFragmentDoc = new TypedDocumentString(`
    fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"Compared"}) as unknown as TypedDocumentString<ComparedFragment, unknown>;
export const SimilarThingFragmentDoc = new TypedDocumentString(`
    fragment SimilarThing on Candidate {
  score
  reasons
  entity {
    ...Compared
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}`, {"fragmentName":"SimilarThing"}) as unknown as TypedDocumentString<SimilarThingFragment, unknown>;
export const ClaimEvidenceFragmentDoc = new TypedDocumentString(`
    fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"ClaimEvidence"}) as unknown as TypedDocumentString<ClaimEvidenceFragment, unknown>;
export const ConflictToReviewFragmentDoc = new TypedDocumentString(`
    fragment ConflictToReview on Conflict {
  ...Disagreement
  subject {
    ... on Participation {
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
  claims {
    ...ClaimEvidence
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`, {"fragmentName":"ConflictToReview"}) as unknown as TypedDocumentString<ConflictToReviewFragment, unknown>;
export const PlanToReviewFragmentDoc = new TypedDocumentString(`
    fragment PlanToReview on Claim {
  __typename
  key
  text
  time {
    ...When
  }
  evidence {
    document {
      ...Link
    }
  }
  supports {
    ...Link
    ... on Meeting {
      status
      time {
        ...When
      }
    }
    ... on Participation {
      role
      mode
      actor {
        ...Link
      }
      capacity {
        ...Link
      }
      onBehalfOf {
        ...Link
      }
      meeting {
        ...Link
        status
        time {
          ...When
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`, {"fragmentName":"PlanToReview"}) as unknown as TypedDocumentString<PlanToReviewFragment, unknown>;
export const DoneChangeFragmentDoc = new TypedDocumentString(`
    fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`, {"fragmentName":"DoneChange"}) as unknown as TypedDocumentString<DoneChangeFragment, unknown>;
export const RecentChangeFragmentDoc = new TypedDocumentString(`
    fragment RecentChange on Change {
  cursor
  at
  by
  reason
  nodeId
  ...DoneChange
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}`, {"fragmentName":"RecentChange"}) as unknown as TypedDocumentString<RecentChangeFragment, unknown>;
export const MeetingListDocument = new TypedDocumentString(`
    query MeetingList($filter: MeetingFilter, $orderBy: MeetingOrder, $after: String, $lang: [String!]) {
  list: meetings(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...MeetingRow
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<MeetingListQuery, MeetingListQueryVariables>;
export const MeetingFacetsDocument = new TypedDocumentString(`
    query MeetingFacets($kind: MeetingFilter, $status: MeetingFilter, $body: MeetingFilter, $year: MeetingFilter, $country: MeetingFilter, $level: MeetingFilter, $lang: [String!]) {
  kind: meetings(filter: $kind) {
    counts(by: [KIND]) {
      values
      count
    }
  }
  status: meetings(filter: $status) {
    counts(by: [STATUS]) {
      values
      count
    }
  }
  body: meetings(filter: $body) {
    counts(by: [BODY]) {
      ...FacetValue
    }
  }
  year: meetings(filter: $year) {
    counts(by: [YEAR]) {
      values
      count
    }
  }
  country: meetings(filter: $country) {
    counts(by: [COUNTRY]) {
      ...FacetValue
    }
  }
  level: meetings(filter: $level) {
    counts(by: [LEVEL]) {
      values
      count
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment FacetValue on CountRow {
  values
  count
  entities {
    ...Link
  }
}`) as unknown as TypedDocumentString<MeetingFacetsQuery, MeetingFacetsQueryVariables>;
export const OfficialListDocument = new TypedDocumentString(`
    query OfficialList($filter: OfficialFilter, $after: String, $today: Date!, $lang: [String!]) {
  list: officials(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      country {
        ...Link
      }
      tenures(on: $today) {
        key
        status
        post {
          ...Link
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<OfficialListQuery, OfficialListQueryVariables>;
export const CountryListDocument = new TypedDocumentString(`
    query CountryList($text: String, $memberOf: Ref, $after: String, $lang: [String!]) {
  list: countries(text: $text, memberOf: $memberOf, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      meetings {
        totalCount
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<CountryListQuery, CountryListQueryVariables>;
export const OrganizationListDocument = new TypedDocumentString(`
    query OrganizationList($kinds: [OrganizationKind!], $text: String, $after: String, $lang: [String!]) {
  list: organizations(kinds: $kinds, text: $text, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      kind
      country {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<OrganizationListQuery, OrganizationListQueryVariables>;
export const PostListDocument = new TypedDocumentString(`
    query PostList($filter: PostFilter, $after: String, $today: Date!, $lang: [String!]) {
  list: posts(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      level
      country {
        ...Link
      }
      organization {
        ...Link
      }
      holders(on: $today) {
        key
        official {
          ...Link
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<PostListQuery, PostListQueryVariables>;
export const DocumentListDocument = new TypedDocumentString(`
    query DocumentList($kinds: [DocumentKind!], $text: String, $after: String, $lang: [String!]) {
  list: documents(kinds: $kinds, text: $text, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      kind
      reliability
      published {
        ...When
      }
      publisher {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<DocumentListQuery, DocumentListQueryVariables>;
export const StatementListDocument = new TypedDocumentString(`
    query StatementList($filter: StatementFilter, $after: String, $lang: [String!]) {
  list: statements(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...StatementRow
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}`) as unknown as TypedDocumentString<StatementListQuery, StatementListQueryVariables>;
export const PlaceListDocument = new TypedDocumentString(`
    query PlaceList($after: String, $lang: [String!]) {
  list: entities(types: [PLACE], first: 50, after: $after) {
    totalCount
    pageInfo {
      ...Pages
    }
    nodes {
      ...Link
      ... on Place {
        placeKind: kind
        country {
          ...Link
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<PlaceListQuery, PlaceListQueryVariables>;
export const ChangesAboutDocument = new TypedDocumentString(`
    query ChangesAbout($ref: Ref!, $typeNames: [String!], $lang: [String!]) {
  changes(about: $ref, last: 100, typeNames: $typeNames) {
    ...ChangeRow
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment ChangeRow on Change {
  cursor
  at
  by
  operation
  typeName
  key
  reason
  before
  after
  node {
    ...Link
  }
}`) as unknown as TypedDocumentString<ChangesAboutQuery, ChangesAboutQueryVariables>;
export const ClaimsAboutDocument = new TypedDocumentString(`
    query ClaimsAbout($ref: Ref!, $knownAt: DateTime, $after: String, $lang: [String!]) {
  claims(filter: {about: $ref}, first: 20, after: $after, knownAt: $knownAt) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ClaimEvidence
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<ClaimsAboutQuery, ClaimsAboutQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($today: Date!, $lang: [String!]) {
  meetings(filter: {statuses: [HELD]}) {
    totalCount
  }
  last: meetings(
    orderBy: {field: TIME, direction: DESC}
    filter: {statuses: [HELD], time: {to: $today}}
    first: 8
  ) {
    nodes {
      ...MeetingRow
    }
  }
  ahead: meetings(
    filter: {statuses: [SCHEDULED, PROPOSED], overdue: false}
    first: 5
  ) {
    totalCount
    nodes {
      ...MeetingRow
    }
  }
  officials {
    totalCount
  }
  countries {
    totalCount
  }
  organizations {
    totalCount
  }
  documents {
    totalCount
  }
  claims {
    totalCount
  }
  conflicts(reviewed: false) {
    totalCount
  }
  changes(
    last: 8
    typeNames: ["Meeting", "Participation", "Tenure", "Official", "Statement"]
  ) {
    ...ChangeRow
  }
  graphVersion
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment ChangeRow on Change {
  cursor
  at
  by
  operation
  typeName
  key
  reason
  before
  after
  node {
    ...Link
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const MeetingPageDocument = new TypedDocumentString(`
    query MeetingPage($ref: Ref!, $knownAt: DateTime, $lang: [String!]) {
  meeting(ref: $ref, knownAt: $knownAt) {
    ...MeetingRow
    id
    names {
      value
      lang
      kind
    }
    externalIds {
      scheme
      value
      url
    }
    note
    mode
    ordinal
    attendance {
      value
      comparator
      raw
    }
    places {
      ...Link
    }
    partOf {
      ...Link
    }
    parts {
      ...MeetingRow
    }
    previousTimes {
      ...When
    }
    topics {
      ...Link
    }
    participations(first: 100) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Presence
      }
    }
    statements(first: 20) {
      totalCount
      nodes {
        ...StatementRow
      }
    }
    conflicts {
      ...Disagreement
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment Presence on Participation {
  __typename
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  level
  mode
  note
  actor {
    ...Link
  }
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  standsInFor {
    ...Link
  }
  actedBy {
    status
    actor {
      ...Link
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}`) as unknown as TypedDocumentString<MeetingPageQuery, MeetingPageQueryVariables>;
export const DescriptionsOfDocument = new TypedDocumentString(`
    query DescriptionsOf($ref: Ref!, $lang: [String!]) {
  entity(ref: $ref) {
    descriptions {
      ...DescriptionRow
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DescriptionRow on Description {
  field
  value
  lang
  document {
    ...Link
  }
}`) as unknown as TypedDocumentString<DescriptionsOfQuery, DescriptionsOfQueryVariables>;
export const OfficialPageDocument = new TypedDocumentString(`
    query OfficialPage($ref: Ref!, $lang: [String!]) {
  official(ref: $ref) {
    ...EntityHead
    country {
      ...Link
    }
    tenures {
      ...Term
    }
    participations(first: 20, orderBy: {field: TIME, direction: DESC}) {
      totalCount
      nodes {
        ...Attendance
      }
    }
    statements(first: 10) {
      totalCount
      nodes {
        ...StatementRow
      }
    }
  }
  attended: meetings(filter: {actors: [$ref]}) {
    totalCount
    counts(by: [YEAR]) {
      values
      count
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}
fragment Attendance on Participation {
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  meeting {
    ...MeetingRow
  }
}
fragment Term on Tenure {
  id
  key
  status
  standing
  conflicts {
    slot
  }
  acting
  start {
    ...When
  }
  end {
    ...When
  }
  observedAt {
    ...When
  }
  official {
    ...Link
  }
  post {
    ...Link
  }
}`) as unknown as TypedDocumentString<OfficialPageQuery, OfficialPageQueryVariables>;
export const CountryPageDocument = new TypedDocumentString(`
    query CountryPage($ref: Ref!, $today: Date!, $lang: [String!]) {
  country(ref: $ref) {
    ...EntityHead
    memberships {
      ...MembershipRow
    }
    officials {
      totalCount
    }
    statements(first: 10) {
      totalCount
      nodes {
        ...StatementRow
      }
    }
  }
  officeHolders(on: $today, country: $ref) {
    ...Term
  }
  attended: meetings(
    filter: {actors: [$ref]}
    first: 15
    orderBy: {field: TIME, direction: DESC}
  ) {
    totalCount
    nodes {
      ...MeetingRow
    }
    counts(by: [YEAR]) {
      values
      count
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}
fragment Term on Tenure {
  id
  key
  status
  standing
  conflicts {
    slot
  }
  acting
  start {
    ...When
  }
  end {
    ...When
  }
  observedAt {
    ...When
  }
  official {
    ...Link
  }
  post {
    ...Link
  }
}
fragment MembershipRow on Membership {
  id
  key
  role
  standing
  conflicts {
    slot
  }
  start {
    ...When
  }
  end {
    ...When
  }
  member {
    ...Link
  }
  organization {
    ...Link
  }
}`) as unknown as TypedDocumentString<CountryPageQuery, CountryPageQueryVariables>;
export const OrganizationPageDocument = new TypedDocumentString(`
    query OrganizationPage($ref: Ref!, $lang: [String!]) {
  organization(ref: $ref) {
    ...EntityHead
    kind
    country {
      ...Link
    }
    parent {
      ...Link
    }
    founded {
      ...When
    }
    dissolved {
      ...When
    }
    members {
      ...MembershipRow
    }
    participations(first: 10, orderBy: {field: TIME, direction: DESC}) {
      totalCount
      nodes {
        ...Attendance
      }
    }
    statements(first: 10) {
      totalCount
      nodes {
        ...StatementRow
      }
    }
  }
  meetings(
    filter: {body: $ref}
    first: 15
    orderBy: {field: TIME, direction: DESC}
  ) {
    totalCount
    nodes {
      ...MeetingRow
      chairs {
        actor {
          ...Link
        }
      }
    }
    counts(by: [YEAR]) {
      values
      count
    }
  }
  posts(filter: {organization: $ref}, first: 30) {
    totalCount
    nodes {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}
fragment Attendance on Participation {
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  meeting {
    ...MeetingRow
  }
}
fragment MembershipRow on Membership {
  id
  key
  role
  standing
  conflicts {
    slot
  }
  start {
    ...When
  }
  end {
    ...When
  }
  member {
    ...Link
  }
  organization {
    ...Link
  }
}`) as unknown as TypedDocumentString<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const PostPageDocument = new TypedDocumentString(`
    query PostPage($ref: Ref!, $lang: [String!]) {
  post(ref: $ref) {
    ...EntityHead
    level
    portfolio
    country {
      ...Link
    }
    organization {
      ...Link
    }
    holders {
      ...Term
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}
fragment Term on Tenure {
  id
  key
  status
  standing
  conflicts {
    slot
  }
  acting
  start {
    ...When
  }
  end {
    ...When
  }
  observedAt {
    ...When
  }
  official {
    ...Link
  }
  post {
    ...Link
  }
}`) as unknown as TypedDocumentString<PostPageQuery, PostPageQueryVariables>;
export const HeldOnDocument = new TypedDocumentString(`
    query HeldOn($ref: Ref!, $date: Date!, $lang: [String!]) {
  post(ref: $ref) {
    heldOn(date: $date) {
      certainty
      tenures {
        ...Term
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Term on Tenure {
  id
  key
  status
  standing
  conflicts {
    slot
  }
  acting
  start {
    ...When
  }
  end {
    ...When
  }
  observedAt {
    ...When
  }
  official {
    ...Link
  }
  post {
    ...Link
  }
}`) as unknown as TypedDocumentString<HeldOnQuery, HeldOnQueryVariables>;
export const PlacePageDocument = new TypedDocumentString(`
    query PlacePage($ref: Ref!, $lang: [String!]) {
  entity(ref: $ref) {
    __typename
    ... on Place {
      ...EntityHead
      kind
      latitude
      longitude
      country {
        ...Link
      }
      within {
        ...Link
      }
      operatedBy {
        ...Link
      }
    }
  }
  meetings(
    filter: {place: $ref}
    first: 30
    orderBy: {field: TIME, direction: DESC}
  ) {
    totalCount
    nodes {
      ...MeetingRow
    }
    counts(by: [YEAR]) {
      values
      count
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}`) as unknown as TypedDocumentString<PlacePageQuery, PlacePageQueryVariables>;
export const TopicPageDocument = new TypedDocumentString(`
    query TopicPage($ref: Ref!, $lang: [String!]) {
  entity(ref: $ref) {
    __typename
    ... on Topic {
      ...EntityHead
      broader {
        ...Link
      }
    }
  }
  meetings(
    filter: {topic: $ref}
    first: 30
    orderBy: {field: TIME, direction: DESC}
  ) {
    totalCount
    nodes {
      ...MeetingRow
    }
  }
  statements(filter: {topic: $ref}, first: 30) {
    totalCount
    nodes {
      ...StatementRow
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}`) as unknown as TypedDocumentString<TopicPageQuery, TopicPageQueryVariables>;
export const DevelopmentPageDocument = new TypedDocumentString(`
    query DevelopmentPage($ref: Ref!, $lang: [String!]) {
  entity(ref: $ref) {
    __typename
    ... on Development {
      ...EntityHead
      developmentKind: kind
      status
      standing
      time {
        ...When
      }
      topics {
        ...Link
      }
      partOf {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment EntityHead on Entity {
  __typename
  id
  key
  name(lang: $lang)
  names {
    value
    lang
    kind
  }
  externalIds {
    scheme
    value
    url
  }
  note
  conflicts {
    ...Disagreement
  }
}`) as unknown as TypedDocumentString<DevelopmentPageQuery, DevelopmentPageQueryVariables>;
export const DocumentPageDocument = new TypedDocumentString(`
    query DocumentPage($ref: Ref!, $lang: [String!]) {
  document(ref: $ref) {
    ...Link
    kind
    url
    language
    reliability
    keywords
    note
    sha256
    authorNames
    published {
      ...When
    }
    publisher {
      ...Link
    }
    originator {
      ...Link
    }
    platform {
      ...Link
    }
    authors {
      ...Link
    }
    cites {
      ...Link
    }
    apa: citation(style: APA)
  }
  claims(filter: {document: $ref}, first: 100) {
    totalCount
    nodes {
      ...ClaimEvidence
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<DocumentPageQuery, DocumentPageQueryVariables>;
export const ClaimPageDocument = new TypedDocumentString(`
    query ClaimPage($ref: Ref!, $lang: [String!]) {
  claim(ref: $ref) {
    ...ClaimEvidence
    modality
    quantifier
    confidence
    recordedAt
    recordedBy
    retractedAt
    retractionReason
    subject {
      ...Link
    }
    objects {
      ...Link
    }
    says {
      slot
      value
      node {
        ...Link
      }
      independentSources
    }
    supports {
      __typename
      key
      ... on Participation {
        role
        actor {
          ...Link
        }
        meeting {
          ...Link
        }
      }
      ... on Tenure {
        official {
          ...Link
        }
        post {
          ...Link
        }
      }
      ... on Membership {
        member {
          ...Link
        }
        organization {
          ...Link
        }
      }
      ... on Statement {
        ...Link
      }
      ... on Entity {
        ...Link
      }
    }
    corrects {
      ...Link
    }
    correctedBy {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<ClaimPageQuery, ClaimPageQueryVariables>;
export const StatementPageDocument = new TypedDocumentString(`
    query StatementPage($ref: Ref!, $lang: [String!]) {
  statement(ref: $ref) {
    ...StatementRow
    id
    note
    channel
    capacity {
      ...Link
    }
    addressee {
      ...Link
    }
    occasion {
      ...Link
    }
    topics {
      ...Link
    }
    document {
      ...Link
    }
    conflicts {
      ...Disagreement
    }
    claims {
      ...ClaimEvidence
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment StatementRow on Statement {
  __typename
  key
  gist
  act
  stance
  standing
  conflicts {
    slot
  }
  time {
    ...When
  }
  speakers {
    ...Link
  }
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<StatementPageQuery, StatementPageQueryVariables>;
export const MetMostDocument = new TypedDocumentString(`
    query MetMost($ref: Ref!, $time: TimeFilter, $lang: [String!]) {
  entity(ref: $ref) {
    __typename
    ... on Official {
      metWith(first: 10, time: $time) {
        ...Met
      }
    }
    ... on Country {
      metWith(first: 10, time: $time) {
        ...Met
      }
    }
    ... on Organization {
      metWith(first: 10, time: $time) {
        ...Met
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment TieRow on Tie {
  weight
  b {
    ...Link
  }
  because(first: 3) {
    ...Link
  }
}
fragment Met on TieConnection {
  totalCount
  nodes {
    ...TieRow
  }
}`) as unknown as TypedDocumentString<MetMostQuery, MetMostQueryVariables>;
export const DelegationsDocument = new TypedDocumentString(`
    query Delegations($ref: Ref!, $knownAt: DateTime, $lang: [String!]) {
  meeting(ref: $ref, knownAt: $knownAt) {
    delegations {
      of {
        ...Link
      }
      level
      participations {
        ...Presence
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Presence on Participation {
  __typename
  id
  key
  role
  status
  standing
  conflicts {
    slot
  }
  inferred
  level
  mode
  note
  actor {
    ...Link
  }
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  standsInFor {
    ...Link
  }
  actedBy {
    status
    actor {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<DelegationsQuery, DelegationsQueryVariables>;
export const SaidBySourceDocument = new TypedDocumentString(`
    query SaidBySource($ref: Ref!, $knownAt: DateTime, $after: String, $lang: [String!]) {
  claims(filter: {source: $ref}, first: 10, after: $after, knownAt: $knownAt) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ClaimEvidence
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<SaidBySourceQuery, SaidBySourceQueryVariables>;
export const WhoSaysDocument = new TypedDocumentString(`
    query WhoSays($id: ID!, $lang: [String!]) {
  node(id: $id) {
    __typename
    ... on Fact {
      claims {
        ...ClaimEvidence
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<WhoSaysQuery, WhoSaysQueryVariables>;
export const WhoSaidThenDocument = new TypedDocumentString(`
    query WhoSaidThen($id: Ref!, $knownAt: DateTime!, $lang: [String!]) {
  claims(filter: {about: $id}, first: 100, knownAt: $knownAt) {
    nodes {
      ...ClaimEvidence
      supports {
        id
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<WhoSaidThenQuery, WhoSaidThenQueryVariables>;
export const WhoSaysAboutDocument = new TypedDocumentString(`
    query WhoSaysAbout($ref: Ref!, $knownAt: DateTime, $lang: [String!]) {
  claims(
    filter: {about: $ref, not: {types: [ATTENDS]}}
    first: 100
    knownAt: $knownAt
  ) {
    nodes {
      ...ClaimEvidence
      says {
        slot
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<WhoSaysAboutQuery, WhoSaysAboutQueryVariables>;
export const SourcesAboutDocument = new TypedDocumentString(`
    query SourcesAbout($ref: Ref!, $knownAt: DateTime, $after: String, $lang: [String!]) {
  claims(filter: {about: $ref}, first: 100, after: $after, knownAt: $knownAt) {
    pageInfo {
      ...Pages
    }
    nodes {
      retractedAt
      correctedBy {
        key
      }
      supports {
        id
      }
      says {
        slot
      }
      evidence {
        paragraph
        document {
          ...Link
          published {
            ...When
          }
          publisher {
            ...Link
          }
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Pages on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<SourcesAboutQuery, SourcesAboutQueryVariables>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  viewer {
    name
    role
  }
}
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int, $types: [EntityType!], $lang: [String!]) {
  search(text: $text, first: $first, types: $types, lang: $lang) {
    totalCount
    nodes {
      ...Link
    }
    edges {
      matched
      node {
        ...Found
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Found on Entity {
  ...Link
  ... on Official {
    country {
      name(lang: $lang)
    }
  }
  ... on Meeting {
    time {
      ...When
    }
  }
  ... on Post {
    country {
      name(lang: $lang)
    }
  }
  ... on Place {
    country {
      name(lang: $lang)
    }
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const EntityNamesDocument = new TypedDocumentString(`
    query EntityNames($refs: [Ref!]!, $lang: [String!]) {
  entities(refs: $refs, first: 100) {
    nodes {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<EntityNamesQuery, EntityNamesQueryVariables>;
export const SearchPageDocument = new TypedDocumentString(`
    query SearchPage($text: String!, $lang: [String!]) {
  search(text: $text, first: 50, lang: $lang) {
    totalCount
    edges {
      matched
      node {
        ...Found
      }
    }
  }
  documents(text: $text, first: 10) {
    totalCount
    nodes {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Found on Entity {
  ...Link
  ... on Official {
    country {
      name(lang: $lang)
    }
  }
  ... on Meeting {
    time {
      ...When
    }
  }
  ... on Post {
    country {
      name(lang: $lang)
    }
  }
  ... on Place {
    country {
      name(lang: $lang)
    }
  }
}`) as unknown as TypedDocumentString<SearchPageQuery, SearchPageQueryVariables>;
export const LevelsByMeetingDocument = new TypedDocumentString(`
    query LevelsByMeeting($filter: MeetingFilter, $of: Ref, $lang: [String!]) {
  meetings(filter: $filter, first: 100, orderBy: {field: TIME, direction: DESC}) {
    totalCount
    nodes {
      __typename
      key
      name(lang: $lang)
      ordinal
      time {
        ...When
      }
      attendance {
        value
        comparator
      }
      delegations(of: $of) {
        of {
          ...Link
        }
        participations {
          level
          status
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`) as unknown as TypedDocumentString<LevelsByMeetingQuery, LevelsByMeetingQueryVariables>;
export const LevelsByYearDocument = new TypedDocumentString(`
    query LevelsByYear($filter: ParticipationFilter) {
  participations(filter: $filter, first: 1) {
    totalCount
    counts(by: [YEAR, LEVEL], of: PRESENCES) {
      values
      count
    }
  }
}
    `) as unknown as TypedDocumentString<LevelsByYearQuery, LevelsByYearQueryVariables>;
export const MeetingPlacesDocument = new TypedDocumentString(`
    query MeetingPlaces($filter: MeetingFilter, $lang: [String!]) {
  meetings(filter: $filter, first: 1) {
    totalCount
    counts(by: [PLACE]) {
      values
      count
      entities {
        ...Located
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment Located on Entity {
  ...Link
  ... on Country {
    externalIds {
      scheme
      value
    }
  }
  ... on Place {
    kind
    latitude
    longitude
    within {
      kind
      name(lang: $lang)
      latitude
      longitude
    }
    country {
      ...Link
      externalIds {
        scheme
        value
      }
    }
  }
}`) as unknown as TypedDocumentString<MeetingPlacesQuery, MeetingPlacesQueryVariables>;
export const MatrixDocument = new TypedDocumentString(`
    query Matrix($input: NetworkInput!, $nodes: Int!, $ties: Int!, $lang: [String!]) {
  network(input: $input) {
    nodeCount
    tieCount
    meetingCount
    nodes(first: $nodes, orderBy: STRENGTH) {
      entity {
        ...Link
      }
      degree
      strength
      community
    }
    ties(first: $ties) {
      a {
        key
      }
      b {
        key
      }
      weight
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<MatrixQuery, MatrixQueryVariables>;
export const MeetingsPerYearDocument = new TypedDocumentString(`
    query MeetingsPerYear($filter: MeetingFilter) {
  meetings(filter: $filter, first: 1) {
    totalCount
    counts(by: [YEAR, KIND]) {
      values
      count
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingsPerYearQuery, MeetingsPerYearQueryVariables>;
export const MostMeetingsDocument = new TypedDocumentString(`
    query MostMeetings($input: NetworkInput!, $nodes: Int!, $lang: [String!]) {
  network(input: $input) {
    nodeCount
    meetingCount
    nodes(first: $nodes, orderBy: DEGREE) {
      degree
      entity {
        ...Link
        ... on Official {
          country {
            ...Link
          }
        }
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<MostMeetingsQuery, MostMeetingsQueryVariables>;
export const ExplainTieDocument = new TypedDocumentString(`
    query ExplainTie($a: Ref!, $b: Ref!, $input: NetworkInput, $lang: [String!]) {
  explainTie(a: $a, b: $b, input: $input) {
    ...TieParticipation
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment TieParticipation on Participation {
  id
  role
  status
  level
  standing
  actor {
    ...Link
  }
  capacity {
    ...Link
  }
  onBehalfOf {
    ...Link
  }
  meeting {
    ...MeetingRow
  }
}`) as unknown as TypedDocumentString<ExplainTieQuery, ExplainTieQueryVariables>;
export const NetworkPictureDocument = new TypedDocumentString(`
    query NetworkPicture($input: NetworkInput!, $nodes: Int!, $ties: Int!, $orderBy: NetworkMeasure!, $betweenness: Boolean!, $closeness: Boolean!, $eigenvector: Boolean!, $lang: [String!]) {
  network(input: $input) {
    nodeCount
    tieCount
    meetingCount
    notes
    nodes(first: $nodes, orderBy: $orderBy) {
      entity {
        ...Link
        ... on Official {
          country {
            ...Link
          }
        }
      }
      degree
      strength
      community
      betweenness @include(if: $betweenness)
      closeness @include(if: $closeness)
      eigenvector @include(if: $eigenvector)
    }
    ties(first: $ties) {
      a {
        key
      }
      b {
        key
      }
      weight
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<NetworkPictureQuery, NetworkPictureQueryVariables>;
export const PictureChoicesDocument = new TypedDocumentString(`
    query PictureChoices($lang: [String!]) {
  meetings(first: 1) {
    counts(by: [BODY]) {
      values
      count
      entities {
        ...Link
      }
    }
  }
  participations(first: 1) {
    counts(by: [COUNTRY], of: MEETINGS) {
      values
      count
      entities {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<PictureChoicesQuery, PictureChoicesQueryVariables>;
export const WayBetweenDocument = new TypedDocumentString(`
    query WayBetween($from: Ref!, $to: Ref!, $input: NetworkInput!, $lengths: PathLength!, $lang: [String!]) {
  entities(refs: [$from, $to], first: 2) {
    nodes {
      ...Link
    }
  }
  shortestPath(from: $from, to: $to, input: $input, lengths: $lengths) {
    length
    steps {
      a {
        ...OnTheWay
      }
      b {
        ...OnTheWay
      }
      weight
      because(first: 1) {
        ...MeetingRow
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment OnTheWay on Entity {
  ...Link
  ... on Official {
    country {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<WayBetweenQuery, WayBetweenQueryVariables>;
export const RecordMeetingDocument = new TypedDocumentString(`
    mutation RecordMeeting($input: RecordMeetingInput!, $lang: [String!]) {
  recordMeeting(input: $input) {
    meeting {
      ...RecordedMeeting
    }
    claims {
      ...RecordedClaim
    }
    possibleDuplicates {
      ...SimilarThing
    }
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment RecordedMeeting on Meeting {
  ...MeetingRow
  conflicts {
    ...Disagreement
  }
  participations(first: 100) {
    nodes {
      conflicts {
        ...Disagreement
      }
    }
  }
}
fragment RecordedClaim on Claim {
  __typename
  key
  text
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}
fragment SimilarThing on Candidate {
  score
  reasons
  entity {
    ...Compared
  }
}
fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<RecordMeetingMutation, RecordMeetingMutationVariables>;
export const RecordAllDocument = new TypedDocumentString(`
    mutation RecordAll($input: RecordInput!, $lang: [String!]) {
  record(input: $input) {
    nodes {
      __typename
      ... on Meeting {
        ...RecordedMeeting
      }
    }
    claims {
      ...RecordedClaim
    }
    possibleDuplicates {
      ...SimilarThing
    }
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment MeetingRow on Meeting {
  __typename
  key
  name(lang: $lang)
  kind
  status
  standing
  conflicts {
    slot
  }
  overdue
  time {
    ...When
  }
  place {
    ...Link
  }
  body {
    ...Link
  }
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment RecordedMeeting on Meeting {
  ...MeetingRow
  conflicts {
    ...Disagreement
  }
  participations(first: 100) {
    nodes {
      conflicts {
        ...Disagreement
      }
    }
  }
}
fragment RecordedClaim on Claim {
  __typename
  key
  text
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}
fragment SimilarThing on Candidate {
  score
  reasons
  entity {
    ...Compared
  }
}
fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<RecordAllMutation, RecordAllMutationVariables>;
export const MeetingToRecordDocument = new TypedDocumentString(`
    query MeetingToRecord($ref: Ref!, $lang: [String!]) {
  meeting(ref: $ref) {
    ...Compared
    version
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<MeetingToRecordQuery, MeetingToRecordQueryVariables>;
export const DocumentOfAddressDocument = new TypedDocumentString(`
    query DocumentOfAddress($url: URL!, $lang: [String!]) {
  document(url: $url) {
    ...Link
    kind
    reliability
    published {
      ...When
    }
    publisher {
      ...Link
    }
    counts {
      typeName
      count
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}`) as unknown as TypedDocumentString<DocumentOfAddressQuery, DocumentOfAddressQueryVariables>;
export const PostsOfDocument = new TypedDocumentString(`
    query PostsOf($ref: Ref!, $on: Date, $lang: [String!]) {
  official(ref: $ref) {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
    held: tenures(on: $on) {
      post {
        ...Link
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<PostsOfQuery, PostsOfQueryVariables>;
export const NamesOfDocument = new TypedDocumentString(`
    query NamesOf($refs: [Ref!]!, $lang: [String!]) {
  entities(refs: $refs, first: 100) {
    nodes {
      ...Link
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}`) as unknown as TypedDocumentString<NamesOfQuery, NamesOfQueryVariables>;
export const ReviewCountsDocument = new TypedDocumentString(`
    query ReviewCounts {
  conflicts(reviewed: false) {
    totalCount
  }
  possibleDuplicates {
    totalCount
  }
  plans(outcomes: [OVERDUE]) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReviewCountsQuery, ReviewCountsQueryVariables>;
export const ConflictsToReviewDocument = new TypedDocumentString(`
    query ConflictsToReview($reviewed: Boolean, $after: String, $lang: [String!]) {
  conflicts(reviewed: $reviewed, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ConflictToReview
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Disagreement on Conflict {
  subject {
    ...Link
  }
  slot
  rule
  follows {
    key
  }
  values {
    value
    claims {
      key
      text
    }
    documents {
      ...Link
      published {
        ...When
      }
      reliability
    }
  }
}
fragment ClaimEvidence on Claim {
  __typename
  key
  text
  type
  status
  polarity
  reviewState
  attributionKind
  attributionInferred
  independentSources
  note
  attribution {
    how
    agent {
      ...Link
    }
  }
  evidence {
    paragraph
    line
    document {
      ...Link
      url
      reliability
      published {
        ...When
      }
    }
  }
  relations {
    type
    claim {
      ...Link
    }
  }
}
fragment ConflictToReview on Conflict {
  ...Disagreement
  subject {
    ... on Participation {
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
  claims {
    ...ClaimEvidence
  }
}`) as unknown as TypedDocumentString<ConflictsToReviewQuery, ConflictsToReviewQueryVariables>;
export const DuplicatesToReviewDocument = new TypedDocumentString(`
    query DuplicatesToReview($after: String, $lang: [String!]) {
  possibleDuplicates(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      score
      reasons
      verdict
      a {
        ...Compared
      }
      b {
        ...Compared
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment Compared on Entity {
  ...Link
  id
  names {
    value
    lang
  }
  externalIds {
    scheme
    value
  }
  ... on Meeting {
    kind
    status
    time {
      ...When
    }
    places {
      ...Link
    }
    body {
      ...Link
    }
    ordinal
    participations(first: 8) {
      totalCount
      nodes {
        actor {
          ...Link
        }
      }
    }
  }
  ... on Official {
    country {
      ...Link
    }
    tenures {
      post {
        ...Link
      }
    }
  }
  ... on Post {
    country {
      ...Link
    }
    level
  }
  ... on Organization {
    organizationKind: kind
    country {
      ...Link
    }
  }
  ... on Place {
    placeKind: kind
    country {
      ...Link
    }
  }
}`) as unknown as TypedDocumentString<DuplicatesToReviewQuery, DuplicatesToReviewQueryVariables>;
export const OverduePlansDocument = new TypedDocumentString(`
    query OverduePlans($filter: ClaimFilter, $due: TimeFilter, $body: Ref, $after: String, $lang: [String!]) {
  plans(
    outcomes: [OVERDUE]
    filter: $filter
    due: $due
    body: $body
    last: 50
    before: $after
  ) {
    totalCount
    pageInfo {
      hasPreviousPage
      startCursor
    }
    nodes {
      plan {
        ...PlanToReview
      }
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment When on TimeSpan {
  edtf
  precision
  startEarliest
  endLatest
  raw
}
fragment PlanToReview on Claim {
  __typename
  key
  text
  time {
    ...When
  }
  evidence {
    document {
      ...Link
    }
  }
  supports {
    ...Link
    ... on Meeting {
      status
      time {
        ...When
      }
    }
    ... on Participation {
      role
      mode
      actor {
        ...Link
      }
      capacity {
        ...Link
      }
      onBehalfOf {
        ...Link
      }
      meeting {
        ...Link
        status
        time {
          ...When
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<OverduePlansQuery, OverduePlansQueryVariables>;
export const ChangesSinceDocument = new TypedDocumentString(`
    query ChangesSince($since: DateTime!, $by: String, $before: String, $lang: [String!]) {
  changes(since: $since, by: $by, before: $before, last: 100) {
    ...RecentChange
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment RecentChange on Change {
  cursor
  at
  by
  reason
  nodeId
  ...DoneChange
}`) as unknown as TypedDocumentString<ChangesSinceQuery, ChangesSinceQueryVariables>;
export const ReviewClaimDocument = new TypedDocumentString(`
    mutation ReviewClaim($claim: Ref!, $state: ReviewState!, $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  reviewClaim(
    claim: $claim
    state: $state
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<ReviewClaimMutation, ReviewClaimMutationVariables>;
export const WithdrawReviewDocument = new TypedDocumentString(`
    mutation WithdrawReview($claim: Ref!, $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  withdrawReview(
    claim: $claim
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<WithdrawReviewMutation, WithdrawReviewMutationVariables>;
export const TakeBackDocument = new TypedDocumentString(`
    mutation TakeBack($claim: Ref!, $alsoRetract: [Ref!], $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  retractClaim(
    claim: $claim
    alsoRetract: $alsoRetract
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    restsOnIt {
      ...Link
    }
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<TakeBackMutation, TakeBackMutationVariables>;
export const JudgeIdentityDocument = new TypedDocumentString(`
    mutation JudgeIdentity($a: Ref!, $b: Ref!, $verdict: Verdict!, $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  judgeIdentity(
    a: $a
    b: $b
    verdict: $verdict
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<JudgeIdentityMutation, JudgeIdentityMutationVariables>;
export const MergeEntitiesDocument = new TypedDocumentString(`
    mutation MergeEntities($keep: Ref!, $merge: Ref!, $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  mergeEntities(
    keep: $keep
    merge: $merge
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<MergeEntitiesMutation, MergeEntitiesMutationVariables>;
export const UnmergeEntitiesDocument = new TypedDocumentString(`
    mutation UnmergeEntities($merged: ID!, $reason: String!, $dryRun: Boolean, $idempotencyKey: String, $lang: [String!]) {
  unmergeEntities(
    merged: $merged
    reason: $reason
    dryRun: $dryRun
    idempotencyKey: $idempotencyKey
  ) {
    changes {
      ...DoneChange
    }
    problems {
      ...ProblemFound
    }
    warnings {
      ...ProblemFound
    }
  }
}
    fragment Link on Node {
  __typename
  key
  ... on Entity {
    name(lang: $lang)
  }
  ... on Document {
    title
  }
  ... on Statement {
    gist
  }
  ... on Claim {
    text
  }
  ... on AnonymousSource {
    description
  }
}
fragment DoneChange on Change {
  operation
  typeName
  key
  before
  after
  node {
    ...Link
    ... on Participation {
      role
      actor {
        ...Link
      }
      meeting {
        ...Link
      }
    }
    ... on Tenure {
      official {
        ...Link
      }
      post {
        ...Link
      }
    }
    ... on Membership {
      member {
        ...Link
      }
      organization {
        ...Link
      }
    }
  }
}
fragment ProblemFound on Problem {
  code
  path
  message
  suggestions {
    ...Link
  }
}`) as unknown as TypedDocumentString<UnmergeEntitiesMutation, UnmergeEntitiesMutationVariables>;