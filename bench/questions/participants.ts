import { PEER_STANDING, STANDING } from './question.ts';

/** The participations of a meeting by name, each with its actor and an official's country: part of Q1, Q2 and Q3. */
export const chanceryParticipants = (first: number) => `
  participations(first: ${first}, orderBy: { field: NAME }) {
    nodes { role status actor { name ... on Official { country { name } } } }
  }`;

export const peerParticipants = (first: number) => `
  participations(limit: ${first}, sort: [{ sortName: ASC }], where: ${PEER_STANDING}) {
    role status actor { __typename name ... on Official { country { name } } }
  }`;

/** A list of {@link Seat}s, for the meeting `m`. */
export const floorParticipants = (first: number) => `COLLECT {
    MATCH (m)<-[:IN_EVENT]-(p) WHERE p.standing IN ${STANDING}
    WITH p ORDER BY p.sortName LIMIT ${first}
    MATCH (p)-[:OF_ACTOR]->(a)
    OPTIONAL MATCH (a)-[:SERVES]->(c)
    RETURN [p.role, p.status, a.name, a:Official, c.name] ORDER BY p.sortName
  }`;

export type Seat = [role: string, status: string, name: string, official: boolean, country: string | null];

export const participantsOf = (seats: Seat[]) => ({
  nodes: seats.map(([role, status, name, official, country]) => ({
    role,
    status,
    actor: official ? { name, country: country === null ? null : { name: country } } : { name },
  })),
});

/** The peer has lists where we have one thing or none. */
export interface PeerSeat {
  role: string;
  status: string;
  actor: { __typename: string; name: string; country?: { name: string }[] }[];
}

export const participantsFromPeer = (seats: PeerSeat[]) =>
  participantsOf(
    seats.map(({ role, status, actor: [actor] }) => [
      role,
      status,
      actor!.name,
      actor!.__typename === 'Official',
      actor!.country?.[0]?.name ?? null,
    ]),
  );
