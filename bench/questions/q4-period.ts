import { windowOfMeetings } from '../dataset/blocks.ts';
import { PEER_STANDING, type Question, STANDING } from './question.ts';

const FIRST = 50;

type Row = [key: string, name: string, start: string, all: number, countries: number];
interface Count {
  aggregate: { count: { nodes: number } };
}
interface Peer {
  meetings: { key: string; name: string; timeStartEarliest: string; all: Count; countries: Count }[];
}

const answer = (rows: Row[]) => ({
  meetings: {
    nodes: rows.map(([key, name, startEarliest, all, countries]) => ({
      key,
      name,
      time: { startEarliest },
      all: { totalCount: all },
      countries: { totalCount: countries },
    })),
  },
});

export const q4: Question = {
  name: 'Q4',
  asks: '50 meetings in a period, each with how many took part and how many countries',
  chancery: `query Q4($from: Date!, $to: Date!) {
    meetings(filter: { time: { from: $from, to: $to } }, first: ${FIRST}) {
      nodes {
        key name time { startEarliest }
        all: participations { totalCount }
        countries: participations(filter: { roles: [PARTICIPANT] }) { totalCount }
      }
    }
  }`,
  peer: `query Q4($from: String!, $to: String!) {
    meetings(
      where: { timeFrom: { lte: $to }, timeUntil: { gte: $from }, standing: { in: ["ESTABLISHED", "ALLEGED", "DISPUTED"] } }
      sort: [{ sortTime: ASC }]
      limit: ${FIRST}
    ) {
      key name timeStartEarliest
      all: participationsConnection(where: { node: ${PEER_STANDING} }) { aggregate { count { nodes } } }
      countries: participationsConnection(
        where: { node: { role: { eq: "PARTICIPANT" }, standing: { in: ["ESTABLISHED", "ALLEGED", "DISPUTED"] } } }
      ) { aggregate { count { nodes } } }
    }
  }`,
  floor: {
    // With a bound on the order it is read from the index, and nothing need be sorted.
    cypher: `MATCH (m:Meeting)
      WHERE m.timeUntil >= $from AND m.timeFrom <= $to AND m.standing <> 'WITHDRAWN' AND m.sortTime > ''
      WITH m ORDER BY m.sortTime LIMIT ${FIRST}
      RETURN [m.key, m.name, m.timeStartEarliest,
        COUNT { (m)<-[:IN_EVENT]-(p) WHERE p.standing IN ${STANDING} },
        COUNT { (m)<-[:IN_EVENT]-(p) WHERE p.role = 'PARTICIPANT' AND p.standing IN ${STANDING} }] ORDER BY m.sortTime`,
    answer,
  },
  variables: windowOfMeetings,
  fromPeer: ({ meetings }: Peer) =>
    answer(
      meetings.map(({ key, name, timeStartEarliest, all, countries }) => [
        key,
        name,
        timeStartEarliest,
        all.aggregate.count.nodes,
        countries.aggregate.count.nodes,
      ]),
    ),
};
