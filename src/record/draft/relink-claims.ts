import {
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
  type Role,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { propositionKey } from '../../storage/proposition-key.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type Support } from './claim-draft.ts';
import { impliedValues } from './implied-values.ts';
import { type FactIdentity } from '../resolve/match-facts.ts';
import { type SupportInference, type InferableClaim, factSlots } from './implied-supports.ts';
import { unflattenTime } from '../../storage/times.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A claim of the graph that new facts concern: what it supports from now on. */
export interface RelinkedClaim {
  id: string;
  supports: Support[];
}

/** A claim of the graph whose supports follow from what facts there are. */
export interface RelinkCandidate extends InferableClaim {
  id: string;
  polarity: Polarity;
  modality: Modality;
  quantifier: Quantifier | null;
  supports: readonly string[];
}

const CANDIDATES = `UNWIND $matters AS matter
MATCH (c:Claim {matter: matter})-[:SUBJECT]->(s) USING INDEX SEEK c:Claim(matter)
WHERE c.supportsFollow AND c.reviewState <> 'CORRECTED'
RETURN c.id AS id, c.type AS type, c.polarity AS polarity, c.modality AS modality, c.quantifier AS quantifier,
  c {.timeEdtf, .timeRaw, .timeBasis} AS time, s {.id, .key, labels: labels(s)} AS subject,
  [(c)-[:OBJECT]->(o) | o {.id, .key, labels: labels(o)}] AS objects, [(c)-[:SUPPORTS]->(t) | t.id] AS supports`;

interface NodeColumns {
  id: string;
  key: string;
  labels: string[];
}

interface CandidateRow extends Omit<RelinkCandidate, 'subject' | 'objects' | 'time'> {
  type: ClaimType;
  time: Record<string, unknown>;
  subject: NodeColumns;
  objects: NodeColumns[];
}

/** The claims of the graph that may speak for these new facts, though they were recorded before them. */
export async function findRelinkCandidates(tx: Tx, facts: readonly FactIdentity[]): Promise<RelinkCandidate[]> {
  const matters = [...new Set(facts.flatMap(propositionKeysOf))];
  const rows = matters.length === 0 ? [] : await tx.run<CandidateRow>(CANDIDATES, { matters });
  const thing = ({ id, key, labels }: NodeColumns): NodeRef => ({
    id,
    key,
    type: typeFromLabels(labels)!,
    isNew: false,
  });
  const slots = new Set(facts.map(({ slot }) => slot));
  return rows
    .map((row): RelinkCandidate => {
      const { edtf, raw, basis } = unflattenTime('time', row.time);
      const time = edtf === null ? null : { edtf, raw: raw ?? undefined, basis: basis ?? undefined };
      return { ...row, time, subject: thing(row.subject), objects: row.objects.map(thing) };
    })
    .filter((claim) => factSlots(claim).some((slot) => slots.has(slot)));
}

/** What new facts change in what claims of the graph support. */
export function relinkClaims(candidates: readonly RelinkCandidate[], inference: SupportInference): RelinkedClaim[] {
  return candidates.flatMap((claim) => {
    const { nodes: things } = inference.infer(claim, null);
    const same = things.length === claim.supports.length && things.every(({ id }) => claim.supports.includes(id));
    if (same) return [];
    const said = { ...claim, value: null, count: null };
    return [{ id: claim.id, supports: things.map((thing) => ({ thing, values: impliedValues(said, thing) })) }];
  });
}

/** The matters of claims that may speak for a fact. */
function propositionKeysOf({ role, relationships: links }: FactIdentity): string[] {
  const [first, second] = links.map(({ to }) => to.id) as [string, string];
  const matters = (subject: string, ...types: ClaimType[]) => types.map((type) => propositionKey(type, subject, []));
  if (role !== undefined) return matters(first, 'ATTENDS', ...(leadingClaimTypes[role as Role] ?? []));
  const isTenure = links[0]!.type === 'HELD_BY';
  return isTenure ? matters(first, 'HOLDS_POST', 'HELD_POST', 'CANDIDATE_FOR') : matters(second, 'MEMBERS');
}

const leadingClaimTypes: Partial<Record<Role, ClaimType[]>> = {
  CHAIR: ['CHAIRS'],
  CONVENER: ['CONVENES'],
  HOST: ['HOSTS'],
};
