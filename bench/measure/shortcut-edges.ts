import { isDeepStrictEqual } from 'node:util';
import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { shuffled } from '../dataset/random.ts';
import { type Size } from '../dataset/size.ts';
import { bodiesIn, bodyKey, meetingKey, officialKey } from '../dataset/blocks.ts';
import { Collected, type Spread, spreadOf } from './figures.ts';

/** One question asked of the derived edges, and of the Participation nodes that they are the shadows of. */
interface Pair {
  asks: string;
  edge: string;
  walk: string;
  ref: (index: number, size: Size) => string;
}

const official = (index: number, { officials }: Size) => officialKey((index * 31) % officials);
const body = (index: number, size: Size) => bodyKey(index % Math.ceil(bodiesIn(size) / 2));
const meeting = (index: number, { meetings }: Size) => meetingKey((index * 37) % meetings);

const THERE = `p.standing <> 'WITHDRAWN' AND p.status = 'ATTENDED'`;

const pairs: Pair[] = [
  {
    asks: "an official's 20 latest meetings",
    edge: `MATCH (:Thing {key: $ref})-[r:ATTENDS WHERE r.status = 'ATTENDED']->(m)
      WITH m ORDER BY m.sortTime DESC LIMIT 20 RETURN m.key`,
    walk: `MATCH (:Thing {key: $ref})<-[:OF_ACTOR]-(p WHERE ${THERE})-[:IN_EVENT]->(m)
      WITH DISTINCT m ORDER BY m.sortTime DESC LIMIT 20 RETURN m.key`,
    ref: official,
  },
  {
    asks: 'who was at a meeting',
    edge: `MATCH (:Thing {key: $ref})<-[r:ATTENDS WHERE r.status = 'ATTENDED']-(a) RETURN a.name ORDER BY a.sortName`,
    walk: `MATCH (:Thing {key: $ref})<-[:IN_EVENT]-(p WHERE ${THERE})-[:OF_ACTOR]->(a)
      WITH DISTINCT a RETURN a.name ORDER BY a.sortName`,
    ref: meeting,
  },
  {
    asks: 'whom an official met most often',
    edge: `MATCH (o:Thing {key: $ref})-[r:ATTENDS WHERE r.status = 'ATTENDED']->(m)
        <-[s:ATTENDS WHERE s.status = 'ATTENDED']-(a:Official) WHERE a <> o
      WITH a, count(*) AS times ORDER BY times DESC, a.sortName LIMIT 20 RETURN a.key, times`,
    walk: `MATCH (o:Thing {key: $ref})<-[:OF_ACTOR]-(p WHERE ${THERE})-[:IN_EVENT]->(m)
      WITH DISTINCT o, m MATCH (m)<-[:IN_EVENT]-(p WHERE ${THERE})-[:OF_ACTOR]->(a:Official) WHERE a <> o
      WITH a, count(DISTINCT m) AS times ORDER BY times DESC, a.sortName LIMIT 20 RETURN a.key, times`,
    ref: official,
  },
  {
    asks: 'who chaired the meetings of a series',
    edge: `MATCH (:Thing {key: $ref})<-[:OF_BODY]-(m)<-[:CHAIRS]-(a) RETURN m.key, a.key ORDER BY m.sortTime, a.sortName`,
    walk: `MATCH (:Thing {key: $ref})<-[:OF_BODY]-(m)<-[:IN_EVENT]-(p WHERE p.role = 'CHAIR' AND p.standing <> 'WITHDRAWN')
        -[:OF_ACTOR]->(a)
      RETURN m.key, a.key ORDER BY m.sortTime, a.sortName`,
    ref: body,
  },
  {
    asks: 'how many were at each of the meetings of a series',
    edge: `MATCH (:Thing {key: $ref})<-[:OF_BODY]-(m)
      RETURN m.key, COUNT { (m)<-[r:ATTENDS WHERE r.status = 'ATTENDED']-() } ORDER BY m.sortTime`,
    walk: `MATCH (:Thing {key: $ref})<-[:OF_BODY]-(m)
      RETURN m.key, COUNT { MATCH (m)<-[:IN_EVENT]-(p WHERE ${THERE})-[:OF_ACTOR]->(a) RETURN DISTINCT a } ORDER BY m.sortTime`,
    ref: body,
  },
];

/** What the two ways cost: milliseconds, and database hits of all asked questions together. */
export interface Compared {
  asks: string;
  edge: Spread & { hits: number };
  walk: Spread & { hits: number };
}

const ASKED = 20;
const ROUNDS = 5;

/**
 * Measures derived edges against walking the facts, through the bare driver.
 *
 * @throws Error where the two give different rows.
 */
export async function measureEdges(
  { uri, username, password }: { uri: string; username: string; password: string },
  size: Size,
): Promise<Compared[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    const results: Compared[] = [];
    for (const pair of pairs) results.push(await compare(driver, pair, size));
    return results;
  } finally {
    await driver.close();
  }
}

async function compare(driver: Driver, { asks, edge, walk, ref }: Pair, size: Size): Promise<Compared> {
  const ways = { edge, walk };
  const names = ['edge', 'walk'] as const;
  const hits = { edge: 0, walk: 0 };
  for (let index = 0; index < ASKED; index++) {
    const answers: unknown[] = [];
    for (const way of names) {
      const result = await ask(driver, `PROFILE ${ways[way]}`, ref(index, size));
      hits[way] += result.hits;
      answers.push(result.rows);
    }
    if (!isDeepStrictEqual(answers[0], answers[1])) {
      throw new Error(`Edges and facts differ on "${asks}" for ${ref(index, size)}:\n${JSON.stringify(answers)}`);
    }
  }
  const times = new Collected();
  for (let round = 0; round <= ROUNDS; round++) {
    for (let index = 0; index < ASKED; index++) {
      for (const way of shuffled(Math.random, names)) {
        const begun = performance.now();
        await ask(driver, ways[way], ref(index, size));
        if (round > 0) times.of(way).push(performance.now() - begun);
      }
    }
  }
  const figuresOf = (way: 'edge' | 'walk') => ({ ...spreadOf(times.of(way)), hits: Math.round(hits[way] / ASKED) });
  return { asks, edge: figuresOf('edge'), walk: figuresOf('walk') };
}

async function ask(driver: Driver, cypher: string, ref: string): Promise<{ rows: unknown[]; hits: number }> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records, summary } = await session.run(cypher, { ref });
    return {
      rows: records.map((record) => [...record.values()] as unknown[]),
      hits: summary.profile ? hitsOf(summary.profile) : 0,
    };
  } finally {
    await session.close();
  }
}

const hitsOf = (plan: ProfiledPlan): number =>
  plan.dbHits + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);
