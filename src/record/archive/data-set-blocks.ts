import { slotsByClaimType } from '../../domain/claims/slots-by-claim-type.ts';
import { withoutClock } from '../../domain/time/time-of-day.ts';
import { impliedValues } from '../draft/implied-values.ts';
import { type RowValues, comparableJson } from '../draft/row-values.ts';
import { supportedSubjectTypes } from '../draft/implied-supports.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type InputListName, type TypeSpec, typeSpecOf, typeSpecs } from '../input/type-specs.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type StoredClaim, type StoredDataSet, type DescribedRow, type StoredValues } from './read-data-set.ts';

type Fields = Record<string, unknown>;

/** The blocks of a data set, and how many descriptions found no row. */
export interface DataSetBlocks {
  blocks: RecordInput[];
  lost: number;
}

/**
 * The blocks that say what is stored of a data set: each source, with its explicit claims and the rows that made the others. Importing them
 * finds everything as it is; who wants to know what would not be, compares them with the graph.
 */
export function toBlocks(stored: StoredDataSet): DataSetBlocks {
  const writer = new BlockWriter(stored);
  return { blocks: writer.blocks(), lost: writer.lost };
}

/** What claims of one block have in common. */
interface Source {
  document: NodeRef;
  attributionKind: string;
  attribution: StoredClaim['attribution'];
  confidence: number | null;
  /** Of rows that have none of their own. */
  paragraph: string | null;
}

/** A row to be: what claims of it say, and the description that goes with it. */
interface Row {
  node: NodeRef;
  /** The claim that it makes by itself; null if explicit claims have its values, or it only describes. */
  claim: StoredClaim | null;
  values: StoredValues;
  description: DescribedRow | null;
  /** Whether there is one only if a description is left for it: explicit claims have all that it says. */
  isOptional?: boolean;
}

interface Group {
  source: Source;
  explicit: StoredClaim[];
  rows: Row[];
}

class BlockWriter {
  readonly #stored: StoredDataSet;
  /** Descriptions that no row has yet, by node and document. */
  readonly #descriptions: Map<string, DescribedRow[]>;
  /** The rows that give their nodes keys. */
  readonly #declaring = new Set<Row>();
  /** Anonymous sources that have been described. */
  readonly #declared = new Set<string>();

  constructor(stored: StoredDataSet) {
    this.#stored = stored;
    this.#descriptions = Map.groupBy(stored.descriptions, ({ node, document }) => placeOf(node, document));
  }

  get lost(): number {
    return this.#descriptions.values().reduce((sum, { length }) => sum + length, 0);
  }

  blocks(): RecordInput[] {
    const groups = [...this.#groups(), ...this.#inferredGroups()];
    for (const isOptional of [false, true]) {
      for (const { source, rows } of groups) {
        for (const row of rows)
          if ((row.isOptional ?? false) === isOptional) row.description = this.#takeDescription(row, source);
      }
    }
    for (const group of groups)
      group.rows = group.rows.filter((row) => row.isOptional !== true || row.description !== null);
    // Anonymous sources are described in the chain of attribution.
    const others = this.#stored.descriptions.filter(
      (each) => each.node.type !== 'AnonymousSource' && this.#isLeft(each),
    );
    for (const description of others) {
      // A fact is not described without being claimed.
      if (this.#stored.facts.has(description.node.id)) continue;
      this.#take(description);
      const group =
        groups.find(
          ({ source, rows }) => isOf(source, description) && rows.some(({ node }) => node.id === description.node.id),
        ) ?? groups.find(({ source }) => isOf(source, description));
      const row: Row = { node: description.node, claim: null, values: {}, description };
      if (group) group.rows.push(row);
      else groups.push({ source: { ...UNATTRIBUTED, document: description.document }, explicit: [], rows: [row] });
    }
    this.#chooseDeclaring(groups);
    return groups.map((group) => this.#toBlock(group));
  }

  /** Claims and the rows that they came from, by their source. */
  #groups(): Group[] {
    const told = this.#stored.claims.filter(({ supportsAreInferred }) => !supportsAreInferred);
    return Map.groupBy(told, signatureOf)
      .values()
      .map((claims): Group => {
        const explicit = claims.filter(({ isGenerated }) => !isGenerated);
        const rows = claims.filter(({ isGenerated }) => isGenerated).map(toRow);
        for (const { node, values, isOptional } of feedsOf(explicit)) {
          const row = rows.find((each) => each.node.id === node.id);
          if (row) row.values = { ...values, ...row.values };
          else rows.push({ ...{ node, values, isOptional }, claim: null, description: null });
        }
        return { source: sourceOf(claims[0]!), explicit, rows: this.#withMeetings(rows) };
      })
      .toArray();
  }

  /** What these claims support follows from the facts that there are, if their block has no rows. */
  #inferredGroups(): Group[] {
    const inferred = this.#stored.claims.filter(({ supportsAreInferred }) => supportsAreInferred);
    return Map.groupBy(inferred, signatureOf)
      .values()
      .map((claims): Group => ({ source: sourceOf(claims[0]!), explicit: claims, rows: [] }))
      .toArray();
  }

  /** With a row for each meeting whose participants are there. */
  #withMeetings(rows: readonly Row[]): Row[] {
    const has = new Set(rows.map(({ node }) => node.id));
    const missing = new Set(
      rows.flatMap(({ node }) => (node.type === 'Participation' ? this.#stored.facts.get(node.id)!.ends[1] : [])),
    ).difference(has);
    const meetings = [...missing].map((id): Row => {
      const node: NodeRef = { id, key: this.#stored.keys.get(id)!, type: 'Meeting', isNew: false };
      return { node, claim: null, values: {}, description: null };
    });
    return [...meetings, ...rows];
  }

  /** The note of a row is that of its claim. */
  #takeDescription({ node, claim }: Row, { document }: Source): DescribedRow | null {
    const left = this.#descriptions.get(placeOf(node, document)) ?? [];
    const found = left.find(({ values }) => claim === null || (values.note ?? null) === claim.note) ?? left[0];
    if (found === undefined) return null;
    this.#take(found);
    return found;
  }

  #isLeft(description: DescribedRow): boolean {
    return this.#descriptions.get(placeOf(description.node, description.document))!.includes(description);
  }

  #take(description: DescribedRow): void {
    const place = placeOf(description.node, description.document);
    this.#descriptions.set(
      place,
      this.#descriptions.get(place)!.filter((each) => each !== description),
    );
  }

  /** The row that gives a node its key is the one with the most of what a new node must have; all others refer to it. */
  #chooseDeclaring(groups: readonly Group[]): void {
    const rows = groups.flatMap((group) => group.rows);
    for (const own of Map.groupBy(rows, ({ node }) => node.id).values()) {
      const [{ node }] = own as [Row];
      const { required } = typeSpecOf[node.type as keyof typeof typeSpecOf];
      const scoreOf = (row: Row) => {
        const fields = { ...row.values, ...row.description?.values, ...this.#identityOf(row) };
        return required.filter((field) => field in fields).length;
      };
      const best = own.reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one));
      const isTold = this.#stored.facts.has(node.id)
        ? Object.keys(this.#identityOf(best)).length > 0
        : scoreOf(best) > 0;
      if (isTold) this.#declaring.add(best);
    }
  }
  /** What makes a fact the one that it is. A row that refers to one need not repeat it, and then its claim is about the fact itself. */
  #identityOf({ node, claim }: Row): Fields {
    const fact = this.#stored.facts.get(node.id);
    if (fact === undefined) return {};
    const [first, second] = fact.ends.map((id) => this.#stored.keys.get(id)!);
    if (node.type === 'Participation') return { actor: first, role: fact.role };
    if (claim?.subject.id === node.id) return {};
    return node.type === 'Tenure' ? { official: first, post: second } : { member: first, organization: second };
  }

  #toBlock({ source, explicit, rows }: Group): RecordInput {
    const lists: Record<string, Fields[]> = {};
    const participants = rows.filter(({ node }) => node.type === 'Participation');
    const meetings = new Map<string, Fields[]>();
    for (const row of rows) {
      if (row.node.type === 'Participation') continue;
      const fields = this.#toFields(row, source);
      (lists[listOf(row.node)] ??= []).push(fields);
      if (row.node.type === 'Meeting') meetings.set(row.node.id, [...(meetings.get(row.node.id) ?? []), fields]);
    }
    for (const [meeting, own] of Map.groupBy(participants, ({ node }) => this.#stored.facts.get(node.id)!.ends[1])) {
      const [first, ...others] = meetings.get(meeting)!;
      // A meeting with several rows has participants in each.
      for (const row of own.toReversed()) {
        const isBare = (fields: Fields) => Object.keys(fields).length === 1;
        const fields = others.find(isBare) ?? first!;
        fields.participants = [this.#toFields(row, source), ...((fields.participants ?? []) as Fields[])];
      }
    }
    return {
      source: this.#toSource(source),
      ...lists,
      ...(explicit.length > 0 && { claims: explicit.map((claim) => this.#toClaim(claim, source)) }),
    } as unknown as RecordInput;
  }

  #toSource({ document, attributionKind, attribution, confidence, paragraph }: Source): RecordInput['source'] {
    return {
      document: this.#keyOf(document),
      ...(attribution.length > 0 && {
        attribution: attribution.map(({ agent, how }) => ({ ...this.#toAgent(agent, document), how })),
      }),
      attributionKind,
      ...(confidence !== null && { confidence }),
      ...(paragraph !== null && { paragraph }),
    } as RecordInput['source'];
  }

  #keyOf({ id, key }: NodeRef): string {
    return this.#stored.keys.get(id) ?? key;
  }

  /** An anonymous source is described at its first mention. */
  #toAgent(agent: NodeRef, document: NodeRef): Fields {
    const [description] = this.#descriptions.get(placeOf(agent, document)) ?? [];
    if (agent.type !== 'AnonymousSource' || description === undefined || this.#declared.has(agent.id))
      return { agent: this.#keyOf(agent) };
    this.#declared.add(agent.id);
    this.#take(description);
    return { anonymous: { key: this.#keyOf(agent), ...this.#toInput(typeSpecOf.AnonymousSource, description.values) } };
  }

  #toFields(row: Row, source: Source): Fields {
    const { node, claim, values, description } = row;
    const spec = typeSpecOf[node.type as keyof typeof typeSpecOf];
    const isParticipation = node.type === 'Participation';
    const name = this.#declaring.has(row)
      ? { key: this.#keyOf(node) }
      : isParticipation
        ? {}
        : { ref: this.#keyOf(node) };
    const isShown = this.#isShownBy(row, source.document);
    const claimed = Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'observedAt' || !isShown));
    const paragraph = source.paragraph === null ? (claim?.evidence[0]?.paragraph ?? null) : null;
    return {
      ...name,
      ...this.#identityOf(row),
      ...this.#toInput(spec, { ...description?.values, ...claimed }),
      ...(paragraph !== null && { paragraph }),
      ...(claim && claim.relations.length > 0 && { relations: claim.relations }),
    };
  }

  /** Whether it was observed when its document was published: then the row does not say so, and of a membership it cannot. */
  #isShownBy({ node, values: { observedAt } }: Row, document: NodeRef): boolean {
    const published = this.#stored.published.get(document.id);
    if (node.type === 'Membership' || published === undefined) return node.type === 'Membership';
    return isSameJson(observedAt, { ...published, edtf: withoutClock(published.edtf) });
  }

  /** Values with nodes by their keys. */
  #toInput(spec: TypeSpec, values: StoredValues): Fields {
    const keyOf = (id: unknown) => this.#stored.keys.get(id as string) ?? id;
    return Object.fromEntries(
      Object.entries(values).map(([field, found]) => {
        const { targets } = { ...spec.claimed, ...spec.described }[field] ?? {};
        if (targets === undefined) return [field, found];
        return [field, Array.isArray(found) ? found.map(keyOf) : keyOf(found)];
      }),
    );
  }

  #toClaim(claim: StoredClaim, { document }: Source): Fields {
    const { type, subject, objects, value, count, text, time, polarity, quantifier, modality, note } = claim;
    const isNamed = !/[@ ]/.test(claim.localKey);
    const [first, ...others] = claim.evidence;
    const isPlain = others.length === 0 && first?.document.id === document.id && first.line === null;
    const evidence = claim.evidence.map((each) => ({
      ...(each.document.id !== document.id && { document: this.#keyOf(each.document) }),
      ...(each.paragraph !== null && { paragraph: each.paragraph }),
      ...(each.line !== null && { line: each.line }),
    }));
    return {
      ...(isNamed && { key: claim.localKey }),
      type,
      subject: this.#keyOf(subject),
      ...(objects.length > 0 && { objects: objects.map((object) => this.#keyOf(object)) }),
      ...(value !== null && { value }),
      ...(count !== null && { count }),
      text,
      ...(time !== null && { time }),
      ...(polarity !== 'AFFIRMATIVE' && { polarity }),
      ...(quantifier !== null && { quantifier }),
      modality,
      ...(!followsFromType(claim) && { supports: claim.supports.map(({ node }) => this.#keyOf(node)) }),
      ...(claim.relations.length > 0 && { relations: claim.relations }),
      ...(isPlain ? first.paragraph !== null && { paragraph: first.paragraph } : { evidence }),
      ...(claim.attributionInferred && { attributionInferred: true }),
      ...(note !== null && { note }),
    };
  }
}

const UNATTRIBUTED = { attributionKind: 'NARRATION', attribution: [], confidence: null, paragraph: null };

const isOf = (source: Source, { document }: DescribedRow) => source.document.id === document.id;

const placeOf = (node: NodeRef, document: NodeRef) => `${node.id} ${document.id}`;

function sourceOf(claim: StoredClaim): Source {
  const { evidence, attributionKind, attribution, confidence, supports, isGenerated } = claim;
  const [{ document, paragraph }] = evidence as [StoredClaim['evidence'][number]];
  const takesNone = isGenerated && supports[0]!.node.type === 'Organization';
  return { document, attributionKind, attribution, confidence, paragraph: takesNone ? paragraph : null };
}

function signatureOf(claim: StoredClaim): string {
  const { document, attribution, ...others } = sourceOf(claim);
  return JSON.stringify([document.id, attribution.map(({ agent, how }) => [agent.id, how]), others]);
}

function toRow(claim: StoredClaim): Row {
  const [{ node, values }] = claim.supports as [StoredClaim['supports'][number]];
  return { node, claim, values, description: null };
}

const listOf = ({ type }: NodeRef): InputListName =>
  (Object.keys(typeSpecs) as InputListName[]).find((name) => typeSpecs[name].type === type)!;

/** What a row of a fact has to say. */
const ALWAYS_SAID: readonly string[] = ['status', 'role'];

/** What rows gave to explicit claims, by node: the values that do not follow from the claim itself, and what such a row has to say. */
function feedsOf(claims: readonly StoredClaim[]): Pick<Row, 'node' | 'values' | 'isOptional'>[] {
  const feeds = new Map<string, Pick<Row, 'node' | 'values' | 'isOptional'>>();
  for (const claim of claims) {
    for (const { node, values } of claim.supports) {
      const implied = impliedValues(
        { ...claim, count: claim.count ?? null, quantifier: claim.quantifier ?? null },
        node,
      );
      const entries = Object.entries(values);
      const given = Object.fromEntries(entries.filter(([field, found]) => !isSame(implied[field], found)));
      const always = entries.filter(([field]) => ALWAYS_SAID.includes(field));
      const said = Object.fromEntries(
        always.length > 0 || slotsByClaimType[claim.type] === undefined ? always : entries,
      );
      const known = feeds.get(node.id);
      feeds.set(node.id, {
        node,
        values: { ...said, ...known?.values, ...given },
        isOptional: (known?.isOptional ?? true) && Object.keys(given).length === 0,
      });
    }
  }
  return [...feeds.values()];
}

const isSame = (implied: RowValues[string] | undefined, found: unknown): boolean =>
  implied !== undefined && isSameJson(withIds(implied), found);

const isSameJson = (one: unknown, other: unknown) => comparableJson(one) === comparableJson(other);

const withIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withIds);
  return typeof value === 'object' && value !== null && 'isNew' in value ? (value as unknown as NodeRef).id : value;
};

/** Whether just what a claim supports follows from its type and what it is about, or from the facts that there are. */
function followsFromType({ type, subject, objects, supports, supportsAreInferred }: StoredClaim): boolean {
  if (supportsAreInferred) return true;
  const statements = objects.filter((object) => object.type === 'Statement');
  const isOfSubject = supportedSubjectTypes[type]?.includes(subject.type) ?? false;
  const following = statements.length > 0 ? statements : isOfSubject ? [subject] : [];
  const supported = new Set(supports.map(({ node }) => node.id));
  return following.length === supported.size && following.every(({ id }) => supported.has(id)) && supported.size > 0;
}
