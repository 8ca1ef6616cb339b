import { countryKey } from '../dataset/blocks.ts';
import {
  type PeerSeat,
  type Seat,
  chanceryParticipants,
  floorParticipants,
  participantsFromPeer,
  participantsOf,
  peerParticipants,
} from './participants.ts';
import { type Question } from './question.ts';

const OFFICIALS = 25;
const MEETINGS = 10;
const FIRST = 10;

type Meeting = [key: string, name: string, start: string, seats: Seat[]];
type Row = [country: string, key: string | null, name: string, meetings: Meeting[]];
interface Peer {
  countries: {
    name: string;
    officials: {
      key: string;
      name: string;
      meetingsConnection: {
        edges: { node: { key: string; name: string; timeStartEarliest: string; participations: PeerSeat[] } }[];
      };
    }[];
  }[];
}

export const q3: Question = {
  name: 'Q3',
  asks: '25 officials of a country, each with 10 meetings, each with 10 participants with country',
  chancery: `query Q3($ref: Ref!) {
    country(ref: $ref) {
      name
      officials(first: ${OFFICIALS}) {
        nodes {
          key name
          meetings(first: ${MEETINGS}) { nodes { key name time { startEarliest } ${chanceryParticipants(FIRST)} } }
        }
      }
    }
  }`,
  // Who stayed away is left out by the status on the edge, which only a connection can ask for.
  peer: `query Q3($ref: String!) {
    countries(where: { key: { eq: $ref } }) {
      name
      officials(limit: ${OFFICIALS}, sort: [{ sortName: ASC }]) {
        key name
        meetingsConnection(
          first: ${MEETINGS}
          sort: [{ node: { sortTime: DESC } }]
          where: {
            edge: { NOT: { status: { in: ["ABSENT", "DECLINED"] } } }
            node: { standing: { in: ["ESTABLISHED", "ALLEGED", "DISPUTED"] } }
          }
        ) { edges { node { key name timeStartEarliest ${peerParticipants(FIRST)} } } }
      }
    }
  }`,
  floor: {
    cypher: `MATCH (s:Thing&Country {key: $ref}) OPTIONAL MATCH (s)<-[:SERVES]-(o)
      WITH s, o ORDER BY o.sortName LIMIT ${OFFICIALS}
      RETURN [s.name, o.key, o.name, COLLECT {
        MATCH (o)-[there:ATTENDS]->(m) WHERE NOT there.status IN ['ABSENT', 'DECLINED'] AND m.standing <> 'WITHDRAWN'
        WITH m ORDER BY m.sortTime DESC LIMIT ${MEETINGS}
        RETURN [m.key, m.name, m.timeStartEarliest, ${floorParticipants(FIRST)}] ORDER BY m.sortTime DESC
      }] ORDER BY o.sortName`,
    answer: (rows: Row[]) => ({
      country: {
        name: rows[0]![0],
        officials: {
          nodes: rows
            .filter(([, key]) => key !== null)
            .map(([, key, name, meetings]) => ({
              key,
              name,
              meetings: {
                nodes: meetings.map(([key, name, startEarliest, seats]) => ({
                  key,
                  name,
                  time: { startEarliest },
                  participations: participantsOf(seats),
                })),
              },
            })),
        },
      },
    }),
  },
  variables: (index) => ({ ref: countryKey(index % 40) }),
  fromPeer: ({ countries: [country] }: Peer) => ({
    country: {
      name: country!.name,
      officials: {
        nodes: country!.officials.map(({ key, name, meetingsConnection }) => ({
          key,
          name,
          meetings: {
            nodes: meetingsConnection.edges.map(({ node: { key, name, timeStartEarliest, participations } }) => ({
              key,
              name,
              time: { startEarliest: timeStartEarliest },
              participations: participantsFromPeer(participations),
            })),
          },
        })),
      },
    },
  }),
};
