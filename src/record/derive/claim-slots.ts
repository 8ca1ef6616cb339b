import { contentOf } from '../../domain/claims/propositions.ts';
import { valueText } from '../../domain/claims/value-text.ts';
import { Polarity, type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { claimSlotName, fieldSlotName } from '../../storage/conflicts.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { boundProperties, cypherPick, unflattenTime } from '../../storage/times.ts';
import { type FieldSpec, multiValuedFields, typeSpecOf } from '../input/type-specs.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { type ClaimMetadata, type ClaimMetadataRow, toClaimMetadata } from './claim-metadata.ts';
import { countOf, namedIn } from './conflict-detection.ts';
import { denying } from './denied-statements.ts';
import {
  type ReferencedNodes,
  type SupportingClaim,
  readReferencedNodes,
  toSupportingClaim,
} from './derivation-input.ts';
import { assertedText, toAssertions } from './resolve-values.ts';

/** What a claim says in one slot. */
export interface FilledSlot {
  /** The id of the node that it is about. */
  subject: string;
  /** `KEY|field`, or `KEY|TYPE` for what is not a field of a node. */
  slot: string;
  value: string;
  /** The id of the node that is the value. */
  node: string | null;
}

const CONTENT_PROPERTIES = ['type', 'value', 'countValue', 'countComparator', ...boundProperties('time')];

/** What is returned of a claim `c` for {@link readClaimSlots}. */
export const CLAIM_CONTENT = `c {${cypherPick(CONTENT_PROPERTIES)}, isExplicit: c.matter IS NOT NULL} AS content,
  [(c)-[:SUBJECT]->(t) | t {.id, .key}][0] AS subject,
  [(c)-[r:OBJECT]->(t) | {order: r.order, id: t.id, key: t.key}] AS objects,
  [(c)-[s:SUPPORTS]->(t) | {node: t.id, key: t.key, labels: labels(t), sortKey: t.sortKey, act: t.act, fields: s.fields, json: s.values}] AS supports`;

/** The same of a claim in the overlay. */
export function walkContent(claim: OverlayNode): ClaimContentRow {
  const [subject] = claim.out('SUBJECT').map(({ to }) => ({ id: to.id, key: to.key }));
  return {
    content: {
      ...(claim.pick(CONTENT_PROPERTIES) as { type: ClaimType }),
      isExplicit: claim.properties.matter !== undefined,
    },
    subject: subject!,
    objects: claim
      .out('OBJECT')
      .map(({ to, properties }) => ({ order: properties.order as number, id: to.id, key: to.key })),
    supports: claim.out('SUPPORTS').map(({ to, properties }) => ({
      node: to.id,
      key: to.key,
      labels: [...to.labels],
      sortKey: to.properties.sortKey as string,
      act: (to.properties.act ?? null) as string | null,
      fields: properties.fields as string[],
      json: properties.values as string[],
    })),
  };
}

/** The row of {@link CLAIM_CONTENT}. */
export interface ClaimContentRow {
  content: Record<string, unknown> & { type: ClaimType; isExplicit: boolean };
  subject: { id: string; key: string };
  objects: { order: number; id: string; key: string }[];
  supports: {
    node: string;
    key: string;
    labels: string[];
    sortKey: string;
    /** Of a statement. */
    act: string | null;
    fields: string[];
    json: string[];
  }[];
}

type Row = ClaimMetadataRow & ClaimContentRow;

/** The slots that these claims fill, by the id of the claim. */
export async function readClaimSlots(tx: Tx, rows: readonly Row[]): Promise<Map<string, FilledSlot[]>> {
  const supports = rows.flatMap((row) => row.supports.map((support) => ({ row, support })));
  const claims = supports.map(({ row, support }) => ({
    support,
    claim: withDenial(toSupportingClaim({ ...row, ...row.content, ...support }), support.act),
  }));
  const named = claims.flatMap(({ support, claim }) => referencesOf(support.labels, claim));
  const nodes = await readReferencedNodes(tx, named);
  const byClaim = Map.groupBy(claims, ({ claim }) => claim.id);
  return new Map(
    rows.map((row) => {
      const own = (byClaim.get(row.claimId) ?? []).toSorted((a, b) => (a.support.sortKey < b.support.sortKey ? -1 : 1));
      const filled = own.flatMap(({ support, claim }) => slotsOfNode(support, claim, nodes));
      return [row.claimId, filled.length > 0 ? filled : slotOfProposition(row)];
    }),
  );
}

const withDenial = (claim: SupportingClaim, act: string | null) => (act === null ? claim : denying(claim, act));

const fieldsOf = (labels: readonly string[]): [string, FieldSpec][] => {
  const type = typeFromLabels(labels);
  if (type === null || type === 'Claim') return [];
  const { described, claimed } = typeSpecOf[type];
  return Object.entries({ ...described, ...claimed }).filter(([field]) => field !== 'inferred');
};

const referencesOf = (labels: readonly string[], { values }: SupportingClaim): string[] =>
  fieldsOf(labels)
    .filter(([, { targets }]) => targets)
    .flatMap(([field]) => [values[field] ?? []].flat() as string[]);

function slotsOfNode(
  { node, key, labels }: ClaimContentRow['supports'][number],
  claim: SupportingClaim,
  nodes: ReferencedNodes,
): FilledSlot[] {
  return fieldsOf(labels).flatMap(([field, spec]) =>
    eachValue(field, claim).flatMap((single) =>
      toAssertions(field, spec, [single], nodes).map((assertion) => ({
        subject: node,
        slot: fieldSlotName(key, field),
        ...assertedText(assertion, spec, nodes),
      })),
    ),
  );
}

/** The claim once for each of several values, such as topics. */
function eachValue(field: string, claim: SupportingClaim): SupportingClaim[] {
  if (!multiValuedFields.has(field)) return [claim];
  return [claim.values[field] ?? []].flat().map((value) => ({ ...claim, values: { ...claim.values, [field]: value } }));
}

/** What an explicit claim says that is not a field of a node, such as the number of members of an organization. */
function slotOfProposition(row: Row): FilledSlot[] {
  const { content, subject } = row;
  if (!content.isExplicit) return [];
  const objects = row.objects.toSorted((a, b) => a.order - b.order);
  const said = contentOf({
    type: content.type,
    value: (content.value ?? null) as string | null,
    count: countOf(content),
    time: unflattenTime('time', content),
    objects,
  });
  if (said === null) return [];
  const named = namedIn(said, objects);
  return [
    {
      subject: subject.id,
      slot: claimSlotName(subject.key, content.type),
      value: valueText(named.map(({ key }) => key).join(', ') || said, isNegative(toClaimMetadata(row))),
      node: named.length === 1 ? named[0]!.id : null,
    },
  ];
}

const isNegative = ({ polarity }: ClaimMetadata) => polarity === Polarity.NEGATIVE;

/** The relationships from a claim to what it is about, one for each value that it gives to a slot. */
export const saysRelationships = (
  from: string,
  slots: readonly FilledSlot[],
  independentSources: (slot: string) => number,
): Relationship<DerivedRelationshipType>[] =>
  slots.map(({ subject, slot, value, node }, order) => ({
    type: 'SAYS',
    from,
    to: subject,
    properties: { order, slot, value, ...(node !== null && { node }), independentSources: independentSources(slot) },
  }));
