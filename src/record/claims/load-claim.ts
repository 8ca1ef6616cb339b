import {
  type AttributionAct,
  type AttributionKind,
  type ClaimRelationType,
  type ClaimType,
  type Comparator,
  type Modality,
  type Polarity,
  type Quantifier,
} from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type ClaimDraft, type Support } from '../draft/claim-draft.ts';
import { type RowValues } from '../draft/row-values.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { unflattenTime } from '../../storage/times.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A stored claim with its attribution, evidence, supports and relations. */
export interface LoadedClaim extends Pick<
  ClaimDraft,
  'type' | 'subject' | 'objects' | 'value' | 'count' | 'time' | 'polarity' | 'modality' | 'quantifier'
> {
  attributionKind: AttributionKind;
  attributionInferred: boolean;
  attribution: { agent: string; how: AttributionAct }[];
  confidence: number | null;
  evidence: { document: string; paragraph: string | null; line: number | null }[];
  /** The values it gives to each node that it supports; nodes in values are ids. */
  supports: Support[];
  supportsAreInferred: boolean;
  /** Its relations to live claims, as its source gives them. */
  relations: { type: ClaimRelationType; to: string }[];
  /** True if it was generated from a row, false for an explicit claim. */
  isFromRow: boolean;
  note: string | null;
  fingerprint: string;
}

const CLAIM = `MATCH (c:Thing&Claim {id: $id})-[:SUBJECT]->(s) USING INDEX SEEK c:Thing(id)
RETURN properties(c) AS properties, s {.id, .key, labels: labels(s)} AS subject,
  COLLECT { MATCH (c)-[r:OBJECT]->(o) RETURN o {.id, .key, labels: labels(o)} ORDER BY r.order } AS objects,
  COLLECT { MATCH (c)-[r:ATTRIBUTED_TO]->(a) RETURN {agent: a.id, how: r.how} ORDER BY r.order } AS attribution,
  COLLECT { MATCH (c)-[r:EVIDENCE]->(d) RETURN {document: d.id, paragraph: r.paragraph, line: r.line} ORDER BY r.order } AS evidence,
  [(c)-[r:SUPPORTS]->(t) | {thing: t {.id, .key, labels: labels(t)}, fields: r.fields, json: r.values}] AS supports,
  [(c)-[r:RELATES_TO {by: 'SOURCE'}]->(o) WHERE o.live | {type: r.type, to: o.id}] AS relations`;

interface NodeColumns {
  id: string;
  key: string;
  labels: string[];
}

interface ClaimColumns extends Pick<LoadedClaim, 'attribution' | 'evidence' | 'relations'> {
  properties: Record<string, unknown>;
  subject: NodeColumns;
  objects: NodeColumns[];
  supports: { thing: NodeColumns; fields: string[]; json: string[] }[];
}

export async function loadClaim(tx: Tx, id: string): Promise<LoadedClaim> {
  const [row] = await tx.run<ClaimColumns>(CLAIM, { id });
  const { properties, subject, objects, supports, ...rest } = row!;
  const text = (name: string) => (properties[name] as string | undefined) ?? null;
  return {
    ...rest,
    type: properties.type as ClaimType,
    subject: toNodeRef(subject),
    objects: objects.map(toNodeRef),
    value: text('value'),
    count: toCount(properties),
    time: toTimeInput(properties),
    polarity: properties.polarity as Polarity,
    modality: properties.modality as Modality,
    quantifier: text('quantifier') as Quantifier | null,
    attributionKind: properties.attributionKind as AttributionKind,
    attributionInferred: properties.attributionInferred as boolean,
    confidence: (properties.confidence as number | undefined) ?? null,
    supports: supports.map(({ thing, fields, json }) => ({
      node: toNodeRef(thing),
      values: Object.fromEntries(
        fields.map((field, index) => [field, JSON.parse(json[index]!) as unknown]),
      ) as RowValues,
    })),
    supportsAreInferred: properties.supportsFollow === true,
    isFromRow: text('matter') === null,
    note: text('note'),
    fingerprint: properties.fingerprint as string,
  };
}

const toNodeRef = ({ id, key, labels }: NodeColumns): NodeRef => ({
  id,
  key,
  type: typeFromLabels(labels)!,
  isNew: false,
});

function toCount({ countValue, countComparator, countRaw }: ClaimColumns['properties']): LoadedClaim['count'] {
  if (typeof countValue !== 'number') return null;
  const raw = countRaw as string | undefined;
  return { value: countValue, comparator: countComparator as Comparator, ...(raw === undefined ? {} : { raw }) };
}

function toTimeInput(properties: ClaimColumns['properties']): TimeInput | null {
  const { edtf, raw, basis } = unflattenTime('time', properties);
  return edtf === null ? null : { edtf, raw: raw ?? undefined, basis: basis ?? undefined };
}
