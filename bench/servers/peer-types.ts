/** The stored graph (docs/graph.md) as the peer is told of it: what the questions and the unseen shapes ask for. */
export const typeDefs = `
  interface Actor {
    key: String!
    name: String!
    version: Int!
  }

  type Country implements Actor @node {
    key: String!
    name: String!
    version: Int!
    sortName: String!
    officials: [Official!]! @relationship(type: "SERVES", direction: IN)
    posts: [Post!]! @relationship(type: "POST_OF", direction: IN)
  }

  type Official implements Actor @node {
    key: String!
    name: String!
    version: Int!
    sortName: String!
    country: [Country!]! @relationship(type: "SERVES", direction: OUT)
    meetings: [Meeting!]! @relationship(type: "ATTENDS", direction: OUT, properties: "Presence")
  }

  type Presence @relationshipProperties {
    status: String!
  }

  type Organization implements Actor @node {
    key: String!
    name: String!
    version: Int!
    kind: String
    meetings: [Meeting!]! @relationship(type: "OF_BODY", direction: IN)
  }

  type Post @node {
    key: String!
    name: String!
    version: Int!
    level: String
    portfolio: String
    country: [Country!]! @relationship(type: "POST_OF", direction: OUT)
  }

  type Place @node {
    key: String!
    name: String!
    version: Int!
    kind: String
    latitude: Float
    longitude: Float
    country: [Country!]! @relationship(type: "LOCATED_IN", direction: OUT)
  }

  type Meeting @node {
    key: String!
    name: String!
    version: Int!
    kind: String
    status: String
    standing: String
    mode: String
    ordinal: Int
    timeEdtf: String
    timeStartEarliest: String
    timeFrom: String
    timeUntil: String
    sortTime: String!
    body: [Organization!]! @relationship(type: "OF_BODY", direction: OUT)
    place: [Place!]! @relationship(type: "HELD_AT", direction: OUT)
    participations: [Participation!]! @relationship(type: "IN_EVENT", direction: IN)
  }

  type Participation @node {
    key: String!
    version: Int!
    role: String
    status: String
    standing: String
    level: String
    mode: String
    inferred: Boolean
    note: String
    sortName: String!
    sortTime: String!
    actor: [Actor!]! @relationship(type: "OF_ACTOR", direction: OUT)
    meeting: [Meeting!]! @relationship(type: "IN_EVENT", direction: OUT)
    capacity: [Post!]! @relationship(type: "AS_POST", direction: OUT)
  }
`;
