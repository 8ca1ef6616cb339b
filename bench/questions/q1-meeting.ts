import { meetingKey } from '../dataset/blocks.ts';
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

const FIRST = 100;

type Row = [key: string, name: string, edtf: string, seats: Seat[]];
interface Peer {
  meetings: { key: string; name: string; timeEdtf: string; participations: PeerSeat[] }[];
}

export const q1: Question = {
  name: 'Q1',
  asks: 'a meeting with its participants',
  chancery: `query Q1($ref: Ref!) { meeting(ref: $ref) { key name time { edtf } ${chanceryParticipants(FIRST)} } }`,
  peer: `query Q1($ref: String!) {
    meetings(where: { key: { eq: $ref } }) { key name timeEdtf ${peerParticipants(FIRST)} }
  }`,
  floor: {
    cypher: `MATCH (m:Thing&Meeting {key: $ref}) RETURN [m.key, m.name, m.timeEdtf, ${floorParticipants(FIRST)}]`,
    answer: ([row]: Row[]) => {
      const [key, name, edtf, seats] = row!;
      return { meeting: { key, name, time: { edtf }, participations: participantsOf(seats) } };
    },
  },
  variables: (index, { meetings }) => ({ ref: meetingKey((index * 37) % meetings) }),
  fromPeer: ({ meetings: [meeting] }: Peer) => {
    const { key, name, timeEdtf, participations } = meeting!;
    return { meeting: { key, name, time: { edtf: timeEdtf }, participations: participantsFromPeer(participations) } };
  },
};
