import {
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
  type Role,
} from '../../domain/vocabulary.generated.ts';
import { unflatTime } from '../../domain/time.ts';
import { type Tx } from '../../graph/database.ts';
import { matterOf } from '../matter.ts';
import { typeOf } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Support } from './draft.ts';
import { impliedValues } from './implied.ts';
import { type FactIdentity } from './same.ts';
import { type Implied, type Said, slotsOf } from './supporting.ts';

/** A claim of the graph that new facts concern: what it supports from now on. */
export interface Rebound {
  id: string;
  supports: Support[];
}

/** A claim of the graph whose supports follow from what facts there are. */
export interface Follower extends Said {
  id: string;
  polarity: Polarity;
  modality: Modality;
  quantifier: Quantifier | null;
  supports: readonly string[];
}

const FOLLOWERS = `UNWIND $matters AS matter
MATCH (c:Claim {matter: matter})-[:SUBJECT]->(s) USING INDEX SEEK c:Claim(matter)
WHERE c.supportsFollow AND c.reviewState <> 'CORRECTED'
RETURN c.id AS id, c.type AS type, c.polarity AS polarity, c.modality AS modality, c.quantifier AS quantifier,
  c {.timeEdtf, .timeRaw, .timeBasis} AS time, s {.id, .key, labels: labels(s)} AS subject,
  [(c)-[:OBJECT]->(o) | o {.id, .key, labels: labels(o)}] AS objects, [(c)-[:SUPPORTS]->(t) | t.id] AS supports`;

interface End {
  id: string;
  key: string;
  labels: string[];
}

interface Row extends Omit<Follower, 'subject' | 'objects' | 'time'> {
  type: ClaimType;
  time: Record<string, unknown>;
  subject: End;
  objects: End[];
}

/** The claims of the graph that may speak for these new facts, though they were recorded before them. */
export async function followersOf(tx: Tx, facts: readonly FactIdentity[]): Promise<Follower[]> {
  const matters = [...new Set(facts.flatMap(mattersOf))];
  const rows = matters.length === 0 ? [] : await tx.run<Row>(FOLLOWERS, { matters });
  const thing = ({ id, key, labels }: End): Thing => ({ id, key, type: typeOf(labels)!, isNew: false });
  const slots = new Set(facts.map(({ slot }) => slot));
  return rows
    .map((row): Follower => {
      const { edtf, raw, basis } = unflatTime('time', row.time);
      const time = edtf === null ? null : { edtf, raw: raw ?? undefined, basis: basis ?? undefined };
      return { ...row, time, subject: thing(row.subject), objects: row.objects.map(thing) };
    })
    .filter((claim) => slotsOf(claim).some((slot) => slots.has(slot)));
}

/** What new facts change in what claims of the graph support. */
export function rebound(followers: readonly Follower[], implied: Implied): Rebound[] {
  return followers.flatMap((claim) => {
    const { things } = implied.of(claim, null);
    const same = things.length === claim.supports.length && things.every(({ id }) => claim.supports.includes(id));
    if (same) return [];
    const said = { ...claim, value: null, count: null };
    return [{ id: claim.id, supports: things.map((thing) => ({ thing, values: impliedValues(said, thing) })) }];
  });
}

/** The matters of claims that may speak for a fact. */
function mattersOf({ role, links }: FactIdentity): string[] {
  const [first, second] = links.map(({ to }) => to.id) as [string, string];
  const matters = (subject: string, ...types: ClaimType[]) => types.map((type) => matterOf(type, subject, []));
  if (role !== undefined) return matters(first, 'ATTENDS', ...(leading[role as Role] ?? []));
  const isTenure = links[0]!.type === 'HELD_BY';
  return isTenure ? matters(first, 'HOLDS_POST', 'HELD_POST', 'CANDIDATE_FOR') : matters(second, 'MEMBERS');
}

const leading: Partial<Record<Role, ClaimType[]>> = {
  CHAIR: ['CHAIRS'],
  CONVENER: ['CONVENES'],
  HOST: ['HOSTS'],
};
