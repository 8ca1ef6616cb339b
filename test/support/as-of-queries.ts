/** Operations that between them ask for everything that can be told of the past; `$at` is the moment. */

const TIME = 'edtf precision startEarliest endLatest raw basis';
const NAMED = `id key version name names { value lang kind time { ${TIME} } } note externalIds { scheme value } formerIds updatedAt`;
const CLAIM = `id key type value text polarity quantifier modality status attributionKind attributionInferred independentSources
  confidence time { ${TIME} } note reviewState recordedAt recordedBy retractedAt retractionReason count { value comparator raw }
  subject { id key __typename } objects { key } supports { key __typename } relations { type claim { key } }
  attribution { how agent { __typename ... on Official { key name } ... on Country { key } ... on Organization { key } } }
  evidence { paragraph line document { key title citation csl: citation(style: CSL_JSON) authorNames kind reliability published { ${TIME} } publisher { key } url keywords
    claimsAbout(first: 3) { totalCount nodes { key } } } }
  corrects { key reviewState } correctedBy { key }`;
const PARTICIPATION = `id key version role status standing mode level inferred note actor { __typename key name }
  meeting { key } capacity { key level country { key } } onBehalfOf { key } standsInFor { key } actedBy { key status } claims { key }
  conflicts { slot rule follows { key } claims { key } }`;
const MEETING = `${NAMED} kind status standing mode ordinal overdue time { ${TIME} } previousTimes { ${TIME} }
  body { key name kind meetings(first: 5) { totalCount nodes { key } } }
  place { key name kind country { key } within { key } } places { __typename key name } partOf { key } parts { key } topics { key name broader { key } }
  conflicts { slot rule subject { key } follows { key } claims { key text } }
  revisions { id at by operation reason version changes }
  chairs { ${PARTICIPATION} } conveners { key } hosts { key }
  participations(first: 3, orderBy: {field: NAME}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${PARTICIPATION} } }
  present: participations { counts(by: [COUNTRY], of: PRESENCES) { count values } at: counts(by: [MONTH, ROLE]) { count values } }
  delegations { level of { key name } participations { key } }
  statements { nodes { key act gist speaker { key } time { edtf } topics { key } standing } }
  claimsAbout(last: 4) { totalCount edges { cursor node { key } } counts(by: [TYPE]) { count values } }`;

/** What is asked of the root fields, each with a place for the moment. */
const roots: Readonly<Record<string, (knownAt: string) => string>> = {
  meeting: (at) => `meeting(ref: "meeting:talks"${at}) { ${MEETING} }`,
  officials: (
    at,
  ) => `meeting(ref: "meeting:talks"${at}) { participations(filter: {levels: [MINISTER, UNKNOWN]}) { nodes { actor {
    __typename key participations { totalCount } ... on Entity { claimsAbout { totalCount nodes { key } } } ... on Official { country { key name } tenures { key status start { edtf }
    post { key heldOn(date: "2025-02-01") { certainty } } certainty(on: "2025-02-01") } meetings { nodes { key } } }
    ... on Country { officials { nodes { key } } memberships { key role organization { key members { key } } } meetings { nodes { key } }
      posts { key holders { key } } } } } } }`,
  meetings: (at) => `meetings(first: 2, orderBy: {field: UPDATED_AT, direction: DESC}${at}) { totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { key status time { edtf } }
    counts(by: [STATUS, PLACE]) { count values entities { key } } by: counts(by: [COUNTRY]) { count values } }`,
  like: (
    at,
  ) => `meetings(filter: {text: "talks", participation: {statuses: [ATTENDED, PLANNED], actors: ["country:GB", "official:ann"]},
    place: "country:BE", time: {from: "2025-02-01", to: "2025-03-01"}}${at}) { nodes { key } }`,
  none: (at) => `meeting(ref: "meeting:unheard-of"${at}) { key }`,
  claims: (at) =>
    `claims(first: 50, filter: {reviewStates: [ACCEPTED, DISPUTED, CORRECTED, RETRACTED]}${at}) { totalCount nodes { ${CLAIM} } }`,
  accepted: (at) => `claims(last: 3, filter: {about: "meeting:talks", published: {from: "2025-01-01", match: CERTAINLY},
    minReliability: FAIRLY_RELIABLE, minIndependentSources: 1}${at}) { totalCount nodes { key independentSources } }`,
};

export const pastQueries: readonly string[] = Object.keys(roots);

/** One of them, asked for now. */
export const nowQuery = (name: string): string => `{ answer: ${roots[name]!('')} }`;

/** The same, asked for a moment. */
export const pastQuery = (name: string): string =>
  `query ($at: DateTime!) { answer: ${roots[name]!(', knownAt: $at')} }`;
