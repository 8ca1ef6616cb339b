import {
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
  type Role,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { propositionKey } from '../../storage/proposition-key.ts';
import { unflattenTime } from '../../storage/times.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type FactIdentity } from './fact-identity.ts';
import { type NodeRef } from './node-ref.ts';

/** A stored claim whose supports were inferred from the facts that existed. */
export interface RelinkCandidate {
  id: string;
  type: ClaimType;
  subject: NodeRef;
  objects: NodeRef[];
  time: TimeInput | null;
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
  time: Record<string, unknown>;
  subject: NodeColumns;
  objects: NodeColumns[];
}

/** Stored claims that may support these facts, if they did not exist when the claims were recorded. */
export async function findRelinkCandidates(tx: Tx, facts: readonly FactIdentity[]): Promise<RelinkCandidate[]> {
  const matters = [...new Set(facts.flatMap(propositionKeysOf))];
  const rows = matters.length === 0 ? [] : await tx.run<CandidateRow>(CANDIDATES, { matters });
  const toNode = ({ id, key, labels }: NodeColumns): NodeRef => ({
    id,
    key,
    type: typeFromLabels(labels)!,
    isNew: false,
  });
  return rows.map((row): RelinkCandidate => {
    const { edtf, raw, basis } = unflattenTime('time', row.time);
    const time = edtf === null ? null : { edtf, raw: raw ?? undefined, basis: basis ?? undefined };
    return { ...row, time, subject: toNode(row.subject), objects: row.objects.map(toNode) };
  });
}

/** The proposition keys of claims that may support a fact. */
function propositionKeysOf({ role, relationships }: FactIdentity): string[] {
  const [first, second] = relationships.map(({ to }) => to.id) as [string, string];
  const keys = (subject: string, ...types: ClaimType[]) => types.map((type) => propositionKey(type, subject, []));
  if (role !== undefined) return keys(first, 'ATTENDS', ...(leadingClaimTypes[role as Role] ?? []));
  const isTenure = relationships[0]!.type === 'HELD_BY';
  return isTenure ? keys(first, 'HOLDS_POST', 'HELD_POST', 'CANDIDATE_FOR') : keys(second, 'MEMBERS');
}

const leadingClaimTypes: Partial<Record<Role, ClaimType[]>> = {
  CHAIR: ['CHAIRS'],
  CONVENER: ['CONVENES'],
  HOST: ['HOSTS'],
};
