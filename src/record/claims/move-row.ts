import { type TypeName, withArticle } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { endpointRelationships } from '../../storage/relationships.ts';
import { type Support } from '../draft/claim-draft.ts';
import { prepareInput } from '../draft/prepare-input.ts';
import { type RecordInput } from '../input/record-input.ts';
import { inputLists, typeSpecs } from '../input/type-specs.ts';
import { type WriteOperation, rejected } from '../operation/operation.ts';
import { findByRef } from '../resolve/lookups.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { NodeRegistry } from '../resolve/node-registry.ts';
import { Problems } from '../resolve/problems.ts';
import { type LiveClaim, findLiveClaims } from './find-live-claims.ts';
import { type LoadedClaim, loadClaim } from './load-claim.ts';
import { inheritEvidence, replaceClaim, sourceOfClaim } from './replace-claim.ts';

export interface MoveRowInput {
  /** A claim that was made from a row. */
  claim: string;
  /** The fact that the row is about. */
  to: string;
}

/**
 * Puts what a row says on another fact of the same type, such as the right one of two terms in a post: a new claim says of that fact what the
 * old one said of the wrong one, and takes over its key, its evidence and its relations.
 */
export const moveRowOperation =
  ({ claim: ref, to }: MoveRowInput): WriteOperation =>
  async (tx, context) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    const before = claim && (await loadClaim(tx, claim.id));
    const row = claim && before && rowOf(claim, before, problems);
    const target = row && (await findTarget(tx, to, row, problems));
    if (claim === null || before === null || !row || !target)
      return rejected(await problems.withSuggestions(tx, new Map()));
    const block = await toBlock(tx, before, row, target);
    const prepared = await prepareInput(tx, [block], [''], problems);
    const drafted = { ...prepared.drafted, descriptions: [] };
    const [draft = null] = drafted.drafts;
    return replaceClaim(
      tx,
      {
        claim,
        before,
        prepared: { ...prepared, drafted },
        draft: draft && { ...draft, ...(await inheritEvidence(tx, before)) },
        givesRelations: false,
        toArgumentPath: () => ['to'],
      },
      context,
      problems,
    );
  };

/** What the row says, and of what; null for a claim that was not made from a row. */
function rowOf({ key }: LiveClaim, { isFromRow, supports }: LoadedClaim, problems: Problems): Support | null {
  const [row] = supports;
  if (isFromRow && row !== undefined && supports.length === 1) return row;
  problems.add('NOT_ALLOWED', ['claim'], `${key} was not made from a row; use correctClaim, and give supports`);
  return null;
}

async function findTarget(tx: Tx, ref: string, { node }: Support, problems: Problems): Promise<NodeRef | null> {
  const registry = new NodeRegistry(await findByRef(tx, [ref]), problems);
  const target = registry.resolve({ ref, to: [node.type], path: ['to'] });
  if (target?.id !== node.id) return target;
  problems.invalid(['to'], `the row is about ${node.key} already; give another ${node.type.toLowerCase()}`);
  return null;
}

const FACT = `MATCH (t:Thing {id: $id})
RETURN t.role AS role, t.status AS status, t.gist AS gist,
  [(t)-[r:${endpointRelationships.join('|')}]->(o:Thing) | [type(r), o.id]] AS endpoints`;

interface FactColumns {
  role: string | null;
  status: string | null;
  gist: string | null;
  endpoints: [type: string, id: string][];
}

/** The row again, about the target. */
async function toBlock(tx: Tx, before: LoadedClaim, { values }: Support, target: NodeRef): Promise<RecordInput> {
  const [fact] = await tx.run<FactColumns>(FACT, { id: target.id });
  const endpoints = Object.fromEntries(fact!.endpoints);
  const said = { ...values, ...(before.note === null ? {} : { note: before.note }) };
  const source = sourceOfClaim(before);
  const blockOf = (list: string, row: object) => ({ source, [list]: [{ ref: target.id, ...row, ...said }] });
  switch (target.type) {
    case 'Participation': {
      // The text of the claim needs a status, also where another claim of the row's block gave it.
      const row = { key: target.key, actor: endpoints.OF_ACTOR, role: fact!.role, status: fact!.status, ...said };
      return { source, meetings: [{ ref: endpoints.IN_EVENT, participants: [row] }] } as RecordInput;
    }
    case 'Tenure':
      return blockOf('tenures', { official: endpoints.HELD_BY, post: endpoints.OF_POST });
    case 'Membership':
      return blockOf('memberships', {
        member: endpoints.OF_MEMBER,
        organization: endpoints.IN_ORGANIZATION,
      });
    case 'Statement':
      return blockOf('statements', { gist: fact!.gist });
    default:
      return blockOf(listOf(target.type), {});
  }
}

/** The list of an input with the rows of a type. */
function listOf(type: TypeName): string {
  const list = inputLists.find((name) => typeSpecs[name].type === type);
  if (list === undefined) throw new Error(`no list of an input has rows about ${withArticle(type)}`);
  return list;
}
