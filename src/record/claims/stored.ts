import { unflatTime } from '../../domain/time.ts';
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
import { type TimeInput } from '../input.ts';
import { type Draft, type Support } from '../plan/draft.ts';
import { type Values } from '../plan/values.ts';
import { typeOf } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';

/** All that a claim says and rests on, as the graph has it. */
export interface StoredClaim extends Pick<
  Draft,
  'type' | 'subject' | 'objects' | 'value' | 'count' | 'time' | 'polarity' | 'modality' | 'quantifier'
> {
  attributionKind: AttributionKind;
  attributionInferred: boolean;
  attribution: { agent: string; how: AttributionAct }[];
  confidence: number | null;
  evidence: { document: string; paragraph: string | null; line: number | null }[];
  /** What it says of each thing that it supports; things in values by their ids. */
  supports: Support[];
  supportsFollow: boolean;
  /** How its source says that it stands to claims that still count. */
  relations: { type: ClaimRelationType; to: string }[];
  /** True where a row of the input made it, false where it was written out. */
  isOfRow: boolean;
  fingerprint: string;
}

const CLAIM = `MATCH (c:Thing&Claim {id: $id})-[:SUBJECT]->(s) USING INDEX SEEK c:Thing(id)
RETURN properties(c) AS properties, s {.id, .key, labels: labels(s)} AS subject,
  COLLECT { MATCH (c)-[r:OBJECT]->(o) RETURN o {.id, .key, labels: labels(o)} ORDER BY r.order } AS objects,
  COLLECT { MATCH (c)-[r:ATTRIBUTED_TO]->(a) RETURN {agent: a.id, how: r.how} ORDER BY r.order } AS attribution,
  COLLECT { MATCH (c)-[r:EVIDENCE]->(d) RETURN {document: d.id, paragraph: r.paragraph, line: r.line} ORDER BY r.order } AS evidence,
  [(c)-[r:SUPPORTS]->(t) | {thing: t {.id, .key, labels: labels(t)}, fields: r.fields, json: r.values}] AS supports,
  [(c)-[r:RELATES_TO {by: 'SOURCE'}]->(o) WHERE o.live | {type: r.type, to: o.id}] AS relations`;

interface End {
  id: string;
  key: string;
  labels: string[];
}

interface Row extends Pick<StoredClaim, 'attribution' | 'evidence' | 'relations'> {
  properties: Record<string, unknown>;
  subject: End;
  objects: End[];
  supports: { thing: End; fields: string[]; json: string[] }[];
}

export async function storedClaim(tx: Tx, id: string): Promise<StoredClaim> {
  const [row] = await tx.run<Row>(CLAIM, { id });
  const { properties, subject, objects, supports, ...links } = row!;
  const text = (name: string) => (properties[name] as string | undefined) ?? null;
  return {
    ...links,
    type: properties.type as ClaimType,
    subject: thingOf(subject),
    objects: objects.map(thingOf),
    value: text('value'),
    count: countOf(properties),
    time: timeOf(properties),
    polarity: properties.polarity as Polarity,
    modality: properties.modality as Modality,
    quantifier: text('quantifier') as Quantifier | null,
    attributionKind: properties.attributionKind as AttributionKind,
    attributionInferred: properties.attributionInferred as boolean,
    confidence: (properties.confidence as number | undefined) ?? null,
    supports: supports.map(({ thing, fields, json }) => ({
      thing: thingOf(thing),
      values: Object.fromEntries(fields.map((field, index) => [field, JSON.parse(json[index]!) as unknown])) as Values,
    })),
    supportsFollow: properties.supportsFollow === true,
    isOfRow: text('matter') === null,
    fingerprint: properties.fingerprint as string,
  };
}

const thingOf = ({ id, key, labels }: End): Thing => ({ id, key, type: typeOf(labels)!, isNew: false });

function countOf({ countValue, countComparator, countRaw }: Row['properties']): StoredClaim['count'] {
  if (typeof countValue !== 'number') return null;
  const raw = countRaw as string | undefined;
  return { value: countValue, comparator: countComparator as Comparator, ...(raw === undefined ? {} : { raw }) };
}

function timeOf(properties: Row['properties']): TimeInput | null {
  const { edtf, raw, basis } = unflatTime('time', properties);
  return edtf === null ? null : { edtf, raw: raw ?? undefined, basis: basis ?? undefined };
}
