import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { factEndpoints } from '../../storage/relationships.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type TypeName, keyPrefix } from '../../domain/node-types.ts';
import { type NodeRef } from './node-ref.ts';
import { type NodeRegistry, newNode } from './node-registry.ts';
import { KeyAllocator } from './key-allocator.ts';
import { type RelinkCandidate, findRelinkCandidates } from './claims-of-facts.ts';
import { type FactIdentity } from './fact-identity.ts';
import { type StoredNode, findFactsByFormerSlot, findFactsBySlot } from './lookups.ts';
import { type Problems } from './problems.ts';
import { type FactRow, type InputRow } from './input-rows.ts';
import { chooseTerms } from './choose-term.ts';
import { type TermDates, rowTermDates, storedTermDates } from './term.ts';

/** A row of a fact, with what identifies the fact: its endpoints and its days. */
interface FactCandidate {
  row: FactRow;
  /** Of the fact if it is new; null if an endpoint is unresolved. */
  identity: FactIdentity | null;
  slot: string;
  /** The slot with the ids of merged nodes, where the row refers to such. */
  formerSlot: string;
  /** Null for a participation, which has no time of its own. */
  term: TermDates | null;
  /** The key to use if the row gives none. */
  suggestedKey: string;
  scope: string;
}

export interface MatchedFacts {
  rows: InputRow[];
  identities: Map<string, FactIdentity>;
  /** Stored claims that may support these facts, if they are new. */
  claims: RelinkCandidate[];
}

/** The data set of a block, and when its document was published. */
export interface BlockContext {
  scope: string;
  published: TimeInput | null;
}

/**
 * Finds or creates the fact of each row. A participation is identified by actor, meeting and role; a tenure by official, post
 * and time; a membership by member, organization and time (choose-term.ts). A second source adds to a fact; two rows of
 * one data set that have keys of their own stay two facts.
 */
export async function matchFacts(
  tx: Tx,
  rows: readonly FactRow[],
  blocks: readonly BlockContext[],
  registry: NodeRegistry,
  problems: Problems,
): Promise<MatchedFacts> {
  const candidates = rows.flatMap((row) => toCandidates(row, blocks[row.block]!, registry));
  const slots = candidates.map(({ slot }) => slot);
  const formerSlots = candidates.flatMap(({ slot, formerSlot }) => (slot === formerSlot ? [] : formerSlot));
  const unnamed = candidates.filter(({ row }) => row.fields.key === undefined && row.fields.ref === undefined);
  const givenKeys = candidates
    .map(({ row }) => row.fields.key as string | undefined)
    .filter((key) => key !== undefined);
  const wantedKeys = unnamed.map(({ suggestedKey }) => suggestedKey);
  const identities = candidates.flatMap(({ identity }) => identity ?? []);
  const [bySlot, byFormerSlot, keys, claims] = await together([
    findFactsBySlot(tx, slots),
    findFactsByFormerSlot(tx, formerSlots),
    KeyAllocator.load(tx, wantedKeys, givenKeys),
    findRelinkCandidates(tx, identities),
  ]);
  for (const facts of bySlot.values()) registry.addStored(facts);
  const matcher = new FactMatcher({ bySlot, byFormerSlot }, keys, registry, problems);
  for (const candidate of inMatchOrder(candidates, registry)) matcher.match(candidate);
  return { ...matcher.facts, claims };
}

/** Rows with a key or ref come first, so that rows without one can match them wherever they stand. */
function inMatchOrder(candidates: readonly FactCandidate[], registry: NodeRegistry): FactCandidate[] {
  const matchOrder = ({ row: { fields } }: FactCandidate) => {
    if (fields.key !== undefined) return registry.find(fields.key as string) === undefined ? 1 : 0;
    return fields.ref === undefined ? 3 : 2;
  };
  const byOrder = Map.groupBy(candidates, matchOrder);
  return ([0, 1, 2, 3] as const).flatMap((number) => byOrder.get(number) ?? []);
}

function toCandidates(row: FactRow, { scope, published }: BlockContext, registry: NodeRegistry): FactCandidate[] {
  const endpoints = endpointsOf(row, registry);
  const key = row.fields.key as string | undefined;
  const ref = row.fields.ref as string | undefined;
  if (endpoints === null) {
    if (ref !== undefined)
      return [{ row, identity: null, slot: '', formerSlot: '', term: null, suggestedKey: '', scope }];
    if (key !== undefined) registry.markInvalid(key);
    return [];
  }
  const role = row.typeSpec.type === 'Participation' ? [String(row.fields.role)] : [];
  const slot = [...endpoints.map(({ id }) => id), ...role].join('|');
  const [one, other] = factEndpoints[row.typeSpec.type];
  return [
    {
      row,
      identity: {
        slot,
        ...(role.length > 0 ? { role: role[0] } : {}),
        relationships: [
          { type: one, to: endpoints[0] },
          { type: other, to: endpoints[1] },
        ],
      },
      slot,
      formerSlot: [...endpoints.map(({ id, requestedAs }) => requestedAs?.id ?? id), ...role].join('|'),
      term: role.length > 0 ? null : rowTermDates(row.fields, published),
      suggestedKey: suggestedKey(row.typeSpec.type, endpoints, role),
      scope,
    },
  ];
}

/** The two endpoints of a fact; null if one of them is unresolved, or of a type that cannot have part in it. */
function endpointsOf({ typeSpec, fields, meeting }: FactRow, registry: NodeRegistry): [NodeRef, NodeRef] | null {
  const [first, second = meeting] = Object.entries(typeSpec.identity).flatMap(([name, { targets }]) =>
    targets === undefined ? [] : [registry.findOf(fields[name], targets)],
  );
  return first && second ? [first, second] : null;
}

function suggestedKey(type: TypeName, [first, second]: [NodeRef, NodeRef], role: string[]): string {
  const slug = ({ key }: NodeRef) => key.slice(key.indexOf(':') + 1);
  const segments = type === 'Participation' ? [slug(second), slug(first), ...role] : [slug(first), slug(second)];
  return `${keyPrefix[type]}:${segments.join('-').toLowerCase()}`.slice(0, 180);
}

/** Facts of the graph by slot, and by the former slots of facts merged into them. */
interface StoredFacts {
  bySlot: Map<string, StoredNode[]>;
  byFormerSlot: Map<string, StoredNode[]>;
}

/** Matches rows one by one, each with the facts of the graph and of the rows before it. */
class FactMatcher {
  readonly #stored: StoredFacts;
  readonly #keys: KeyAllocator;
  readonly #registry: NodeRegistry;
  readonly #problems: Problems;
  readonly #bySlot = new Map<string, { node: NodeRef; term: TermDates | null; keyedIn: Set<string> }[]>();
  readonly #rows: InputRow[] = [];
  readonly #identities = new Map<string, FactIdentity>();

  constructor(stored: StoredFacts, keys: KeyAllocator, registry: NodeRegistry, problems: Problems) {
    this.#stored = stored;
    this.#keys = keys;
    this.#registry = registry;
    this.#problems = problems;
  }

  get facts(): Omit<MatchedFacts, 'claims'> {
    return { rows: this.#rows, identities: this.#identities };
  }

  match(candidate: FactCandidate): void {
    const { row } = candidate;
    const node = this.#resolveNode(candidate);
    if (node !== null) this.#rows.push({ ...row, node });
  }

  #resolveNode(candidate: FactCandidate): NodeRef | null {
    const { row, slot, scope } = candidate;
    const { type } = row.typeSpec;
    const { ref, key } = row.fields as { ref?: string; key?: string };
    const named = ref ?? key;
    const existing = named === undefined ? undefined : this.#registry.find(named);
    if (ref !== undefined) {
      const node = this.#registry.resolve({ ref, to: [type], path: [...row.path, 'ref'] });
      if (node === null || slot === '') return node;
      this.#checkEndpoints(candidate, node);
      return this.#register(candidate, node);
    }
    if (key !== undefined && existing !== undefined) {
      const node = this.#registry.declare(key, type, [...row.path, 'key'], scope);
      if (node.type === type && node.id === existing.id) this.#checkEndpoints(candidate, node);
      return this.#register(candidate, node);
    }
    if (key !== undefined && this.#registry.reportDeleted(key, [...row.path, 'key'])) return null;
    const match = this.#findMatch(candidate);
    if (key === undefined)
      return this.#register(candidate, match ?? this.#create(candidate, this.#keys.allocate(candidate.suggestedKey)));
    const node = match ?? this.#create(candidate, key);
    this.#registry.bind(key, node, scope);
    return this.#register(candidate, node);
  }

  /** The fact of the graph or of an earlier row that this row is about, if any. */
  #findMatch({ slot, formerSlot, term, row, scope }: FactCandidate): NodeRef | undefined {
    const stored = (this.#stored.bySlot.get(slot) ?? []).map((node) => ({
      node,
      term: term === null ? null : storedTermDates(node.properties),
      keyedIn: new Set<string>(),
    }));
    const seen = this.#bySlot.get(slot) ?? [];
    const available: typeof seen = [
      ...seen,
      ...stored.filter(({ node }) => !seen.some((other) => other.node.id === node.id)),
    ].filter(({ keyedIn }) => row.fields.key === undefined || !keyedIn.has(scope));
    const matching = term === null ? available.slice(0, 1) : this.#meant(term, available);
    if (matching.length > 1) {
      const keys = matching.map(({ node: { key } }) => key).sort();
      this.#problems.invalid(
        row.path,
        `this may be any of ${keys.join(', ')}; name one with ref, or give a start or an end that tells`,
      );
    }
    const node = matching[0]?.node;
    const former = this.#stored.byFormerSlot.get(formerSlot)?.find(({ id }) => id === node?.id);
    return node && former ? { ...node, requestedAs: former.requestedAs } : node;
  }

  /** The tenures or memberships that a row with these dates may mean. */
  #meant<T extends { term: TermDates | null }>(dates: TermDates, available: readonly T[]): T[] {
    const dated = available.filter(({ term }) => term !== null);
    return chooseTerms(
      dates,
      dated.map(({ term }) => term!),
    ).map((index) => dated[index]!);
  }

  #register({ slot, term, row, scope }: FactCandidate, node: NodeRef): NodeRef {
    const seen = this.#bySlot.get(slot) ?? [];
    let fact = seen.find((other) => other.node.id === node.id);
    if (!fact) {
      fact = { node, term, keyedIn: new Set() };
      this.#bySlot.set(slot, [...seen, fact]);
    }
    if (row.fields.key !== undefined) fact.keyedIn.add(scope);
    return node;
  }

  #create({ row, identity }: FactCandidate, key: string): NodeRef {
    const node = newNode(key, row.typeSpec.type);
    this.#identities.set(node.id, identity!);
    return node;
  }

  /** A fact's key cannot move to other endpoints. */
  #checkEndpoints({ row, slot }: FactCandidate, node: NodeRef): void {
    const stored = this.#registry.stored(node.id)?.slot ?? this.#identities.get(node.id)?.slot;
    if (stored === undefined || stored === null || stored === slot) return;
    const field = row.fields.ref === undefined ? 'key' : 'ref';
    const identityFields =
      row.typeSpec.type === 'Participation'
        ? 'actor, meeting and role'
        : Object.keys(row.typeSpec.identity).join(' and ');
    this.#problems.add(
      'DUPLICATE',
      [...row.path, field],
      `${node.key} belongs to a different ${row.typeSpec.type.toLowerCase()}: its ${identityFields} differ from those of ` +
        'this row; give this row a key of its own',
    );
  }
}
