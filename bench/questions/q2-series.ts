import { bodiesIn, bodyKey } from '../dataset/blocks.ts';
import {
  type PeerSeat,
  type Seat,
  chanceryParticipants,
  floorParticipants,
  participantsFromPeer,
  participantsOf,
  peerParticipants,
} from './participants.ts';
import { PEER_STANDING, type Question } from './question.ts';

const MEETINGS = 20;
const FIRST = 10;

type Row = [series: string, key: string | null, name: string, start: string, chairs: string[], seats: Seat[]];
interface Peer {
  organizations: {
    name: string;
    meetings: {
      key: string;
      name: string;
      timeStartEarliest: string;
      chairs: { actor: { name: string }[] }[];
      participations: PeerSeat[];
    }[];
  }[];
}

export const q2: Question = {
  name: 'Q2',
  asks: '20 meetings of a series, each with its chairs and first 10 participants with country',
  chancery: `query Q2($ref: Ref!) {
    organization(ref: $ref) {
      name
      meetings(first: ${MEETINGS}) {
        nodes { key name time { startEarliest } chairs { actor { name } } ${chanceryParticipants(FIRST)} }
      }
    }
  }`,
  peer: `query Q2($ref: String!) {
    organizations(where: { key: { eq: $ref } }) {
      name
      meetings(limit: ${MEETINGS}, sort: [{ sortTime: DESC }], where: ${PEER_STANDING}) {
        key name timeStartEarliest
        chairs: participations(
          where: { role: { eq: "CHAIR" }, standing: { in: ["ESTABLISHED", "ALLEGED", "DISPUTED"] } }
          sort: [{ sortTime: ASC }]
        ) { actor { name } }
        ${peerParticipants(FIRST)}
      }
    }
  }`,
  floor: {
    cypher: `MATCH (s:Thing&Organization {key: $ref}) OPTIONAL MATCH (s)<-[:OF_BODY]-(m WHERE m.standing <> 'WITHDRAWN')
      WITH s, m ORDER BY m.sortTime DESC LIMIT ${MEETINGS}
      RETURN [s.name, m.key, m.name, m.timeStartEarliest,
        COLLECT { MATCH (m)<-[:CHAIRS]-(chair) RETURN chair.name ORDER BY chair.sortName },
        ${floorParticipants(FIRST)}] ORDER BY m.sortTime DESC`,
    answer: (rows: Row[]) => ({
      organization: {
        name: rows[0]![0],
        meetings: {
          nodes: rows
            .filter(([, key]) => key !== null)
            .map(([, key, name, startEarliest, chairs, seats]) => ({
              key,
              name,
              time: { startEarliest },
              chairs: chairs.map((chair) => ({ actor: { name: chair } })),
              participations: participantsOf(seats),
            })),
        },
      },
    }),
  },
  variables: (index, size) => ({ ref: bodyKey(index % Math.ceil(bodiesIn(size) / 2)) }),
  fromPeer: ({ organizations: [organization] }: Peer) => ({
    organization: {
      name: organization!.name,
      meetings: {
        nodes: organization!.meetings.map(({ key, name, timeStartEarliest, chairs, participations }) => ({
          key,
          name,
          time: { startEarliest: timeStartEarliest },
          chairs: chairs.map(({ actor: [actor] }) => ({ actor: { name: actor!.name } })),
          participations: participantsFromPeer(participations),
        })),
      },
    },
  }),
};
