import { parseTime } from '../../domain/time/time.ts';
import { Role, type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type ClaimDraft } from './claim-draft.ts';
import { type StoredNode, findFactsBySlot } from '../resolve/lookups.ts';
import {
  type Term,
  type TermDates,
  claimTerm,
  factTerms,
  rowTermDates,
  sourceTerm,
  storedTermDates,
  termsOverlap,
} from '../resolve/term.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';

/** The fields of a claim from which the facts it supports are inferred. */
export type InferableClaim = Pick<ClaimDraft, 'type' | 'subject' | 'objects' | 'time'>;

/** Claims of these types support their subject itself, if it has one of these node types. */
export const supportedSubjectTypes: Partial<Record<ClaimType, readonly TypeName[]>> = {
  EVENT: ['Meeting', 'Development'],
  ORDINAL: ['Meeting'],
  HELD_AT: ['Meeting'],
  PARTICIPANT_COUNT: ['Meeting'],
  DISCUSSED: ['Meeting', 'Development'],
  AGREED: ['Meeting', 'Development'],
  TIME: ['Meeting', 'Development', 'Statement'],
  STATUS: ['Meeting', 'Development', 'Participation', 'Tenure'],
  LOCATED_IN: ['Place'],
  OPERATED_BY: ['Place'],
  FOUNDED: ['Organization'],
};

/** The roles of the participations that a claim type supports. */
const rolesByType: Partial<Record<ClaimType, readonly Role[]>> = {
  CHAIRS: [Role.CHAIR],
  CONVENES: [Role.CONVENER],
  HOSTS: [Role.HOST],
  ATTENDS: Object.values(Role),
};
const leadingRoles: readonly string[] = [Role.CHAIR, Role.CONVENER, Role.HOST, Role.ORGANIZER];

/** The slots of the facts that a claim may support by its type, subject and objects. */
export function factSlots({ type, subject, objects }: InferableClaim): string[] {
  switch (type) {
    case 'CHAIRS':
    case 'CONVENES':
    case 'HOSTS':
    case 'ATTENDS':
      return objects
        .filter((object) => object.type === 'Meeting')
        .flatMap((meeting) => rolesByType[type]!.map((role) => `${subject.id}|${meeting.id}|${role}`));
    case 'HOLDS_POST':
    case 'HELD_POST':
    case 'CANDIDATE_FOR':
      return objects.filter((object) => object.type === 'Post').map((post) => `${subject.id}|${post.id}`);
    case 'MEMBERS':
      return objects.map((member) => `${member.id}|${subject.id}`);
    default:
      return [];
  }
}

/** What a claim supports; `isInferred` if it depends on the facts that exist, so that a new fact may change it. */
export interface InferredSupports {
  nodes: readonly NodeRef[];
  isInferred: boolean;
}

/** A fact of the input or the graph. */
interface DatedFact {
  node: NodeRef;
  /** Null for a participation, which has no time of its own. */
  term: Term | null;
}

/** Infers what a claim supports when it does not say, from its type and subject. A claim never creates a fact. */
export class SupportInference {
  readonly #inInput: ReadonlyMap<string, (DatedFact & { block: number })[]>;
  readonly #stored: ReadonlyMap<string, DatedFact[]>;

  private constructor(inInput: Map<string, (DatedFact & { block: number })[]>, stored: Map<string, DatedFact[]>) {
    this.#inInput = inInput;
    this.#stored = stored;
  }

  /** @param additionalSlots Slots needed in addition to those of the blocks' claims. */
  static async load(
    tx: Tx,
    blocks: readonly RecordInput[],
    resolved: ResolvedInput,
    additionalSlots: readonly string[],
  ): Promise<SupportInference> {
    const inInput = new Map<string, (DatedFact & { block: number })[]>();
    for (const { node, block, fields } of resolved.rows) {
      const slot = resolved.factIdentities.get(node.id)?.slot ?? resolved.registry.stored(node.id)?.slot;
      if (!slot) continue;
      const dates = rowTermDates(fields, resolved.sources[block]!.published);
      const term = node.type === 'Participation' ? null : sourceTerm(dates);
      inInput.set(slot, [...(inInput.get(slot) ?? []), { node, term, block }]);
    }
    const claimedSlots = blocks.flatMap(({ claims }) =>
      (claims ?? [])
        .filter(({ supports }) => supports === undefined)
        .flatMap(({ type, subject, objects }) => {
          const nodes = [subject, ...(objects ?? [])].map((ref) => resolved.registry.find(ref));
          const [first, ...others] = nodes.filter((node) => node !== undefined);
          return nodes[0] && first ? factSlots({ type, subject: first, objects: others, time: null }) : [];
        }),
    );
    const storedFacts = await findFactsBySlot(tx, [...claimedSlots, ...additionalSlots]);
    const stored = [...storedFacts].map(([slot, facts]): [string, DatedFact[]] => [slot, withTerms(facts)]);
    return new SupportInference(inInput, new Map(stored));
  }

  /**
   * The facts in rows of the claim's own block, else all matching facts of any source.
   *
   * @param block Null for a stored claim.
   */
  infer(claim: InferableClaim, block: number | null): InferredSupports {
    const statements = claim.objects.filter(({ type }) => type === 'Statement');
    if (statements.length > 0) return { nodes: statements, isInferred: false };
    if (supportedSubjectTypes[claim.type]?.includes(claim.subject.type))
      return { nodes: [claim.subject], isInferred: false };
    const input = (slot: string) => this.#inInput.get(slot) ?? [];
    const own = matchingFacts(claim, (slot) => input(slot).filter((fact) => fact.block === block));
    if (own.length > 0) return { nodes: own, isInferred: false };
    const all = (slot: string) => [...input(slot), ...(this.#stored.get(slot) ?? [])];
    return {
      nodes: matchingFacts(claim, (slot) => all(slot).filter((fact) => overlapsClaim(fact, claim))),
      isInferred: true,
    };
  }
}

/** ATTENDS supports participations in any role, but leading roles only if there is no other. */
function matchingFacts(claim: InferableClaim, bySlot: (slot: string) => readonly DatedFact[]): NodeRef[] {
  const found = factSlots(claim)
    .map((slot) => ({ slot, facts: bySlot(slot) }))
    .filter(({ facts }) => facts.length > 0);
  const hasLeadingRole = ({ slot }: { slot: string }) => leadingRoles.some((role) => slot.endsWith(`|${role}`));
  const nonLeading = claim.type === 'ATTENDS' ? found.filter((each) => !hasLeadingRole(each)) : found;
  return uniqueNodes(
    (nonLeading.length > 0 ? nonLeading : found).flatMap(({ facts }) => facts.map(({ node }) => node)),
  );
}

/** A claim about a tenure supports the one that its time overlaps. */
function overlapsClaim(fact: DatedFact, { time, type }: InferableClaim): boolean {
  if (fact.term === null || time === null) return true;
  return termsOverlap(fact.term, claimTerm(parseTime(time), type === 'HELD_POST'));
}

/** The facts of one slot with their days, which for tenures and memberships depend on one another. */
function withTerms(facts: readonly StoredNode[]): DatedFact[] {
  const dated = facts.filter(({ type }) => type !== 'Participation');
  const terms = factTerms(dated.map(({ properties }): TermDates => storedTermDates(properties)));
  return facts.map((node) => ({ node, term: terms[dated.indexOf(node)] ?? null }));
}

const uniqueNodes = (nodes: readonly NodeRef[]): NodeRef[] => [
  ...new Map(nodes.map((node) => [node.id, node])).values(),
];
