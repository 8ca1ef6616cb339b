/** Queries that between them touch all that the engine does; without aliases and named fragments. */
export const queries: readonly string[] = [
  `{ meeting(ref: "meeting:udcg-26") { key ordinal name time { edtf precision } body { key name }
     chairs { status actor { key __typename } claims { key evidence { paragraph document { key } } } } } }`,
  `{ claims(first: 7, filter: {statuses: [ALLEGED, PLANNED]}) { totalCount pageInfo { hasNextPage endCursor }
     edges { cursor node { key text subject { key __typename ... on Entity { name } ... on Actor { participations { totalCount } } }
     attribution { how agent { __typename ... on Official { key country { key } } ... on AnonymousSource { description } } } } } } }`,
  `{ entity(ref: "official:john-healey") { key names { value lang } claimsAbout(first: 3) { nodes { key } }
     ... on Official { country { key } tenures { certainty(on: "2025-02-08") post { key level } }
       meetings(last: 2) { nodes { key participations(first: 2, orderBy: {field: NAME}) { nodes { role actor { key } } } } } } } }`,
  `{ events(time: {from: "2025-01-01", to: "2025-02-28", match: CERTAINLY}) { nodes { key status __typename topics { key }
     ... on Meeting { place { key country { key } } partOf { key } } ... on Development { partOf { key } } } } }`,
  `{ country(ref: "country:GB") { key officials(on: "2025-02-08") { nodes { key } } memberships { organization { key } start { edtf } }
     meetings(filter: {participation: {roles: [CHAIR, CONVENER]}}) { nodes { key } } posts { key holders { official { key } } } } }`,
  `{ search(text: "Ramstein", first: 3) { totalCount edges { score matched node { key __typename } } } }`,
  `{ statements(first: 5) { nodes { key act gist speaker { key } addressee { key } document { key title } conflicts { slot } } } }`,
  `{ document(ref: "doc:article") { key counts { typeName count } published { edtf } publisher { name }
     claimsAbout(filter: {minIndependentSources: 2}) { nodes { key independentSources count { value comparator } relations { type claim { key } } } } } }`,
  `{ meetings(filter: {kinds: [PHONE_CALL, CONFERENCE, MULTILATERAL_MEETING], updatedSince: "2020-01-01T00:00:00Z"}) { nodes { key
     chairs { key } conveners { key } hosts { key } topics { key } parts { key } } } }`,
  `{ meetings(filter: {body: "org:udcg"}) { totalCount counts(by: [YEAR, PLACE]) { count values entities { key __typename
     ... on Place { country { key } } } } nodes { participations(first: 1) { counts(by: [COUNTRY]) { count values } } } } }`,
];
