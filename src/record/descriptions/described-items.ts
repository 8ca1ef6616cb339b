import { valueText } from '../../domain/claims/value-text.ts';
import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { parseTime } from '../../domain/time/time.ts';
import { type Tx } from '../../graph/database.ts';
import { withoutRetracted } from '../../storage/retracted-values.ts';
import { readReferencedNodes } from '../derive/derivation-input.ts';
import { type FieldSpec } from '../input/type-specs.ts';

/** One value that a document gives to a field of a node: the only one, or one of a list. */
export interface DescribedItem {
  /** The `DESCRIBES` that has it, valid in this transaction only. */
  element: string;
  /** The id of the document. */
  document: string;
  /** As stored: nodes by the id with which they were recorded. */
  value: unknown;
  /** What it can be called, what readers see first. */
  texts: readonly string[];
}

const DESCRIPTIONS = `MATCH (t:Thing {id: $id})<-[r:DESCRIBES]-(d:Document) USING INDEX SEEK t:Thing(id)
RETURN elementId(r) AS element, d.id AS document, r.values AS json, coalesce(r.retracted, []) AS retracted
ORDER BY d.key, r.localKey, json`;

interface DescriptionColumns {
  element: string;
  document: string;
  json: string;
  retracted: string[];
}

/** What documents say of one field of a node, without what was taken back. */
export async function readDescribedItems(
  tx: Tx,
  node: string,
  field: string,
  spec: FieldSpec,
): Promise<DescribedItem[]> {
  const rows = await tx.run<DescriptionColumns>(DESCRIPTIONS, { id: node });
  const items = rows.flatMap(({ element, document, json, retracted }) => {
    const left = withoutRetracted(JSON.parse(json) as Record<string, unknown>, retracted)[field] ?? [];
    return [left].flat().map((value: unknown) => ({ element, document, value }));
  });
  if (!spec.targets) return items.map((item) => ({ ...item, texts: [textOf(field, spec, item.value)] }));
  const nodes = await readReferencedNodes(
    tx,
    items.map(({ value }) => value as string),
  );
  return items.map((item) => {
    const found = nodes.get(item.value as string);
    return { ...item, texts: [...(found ? [found.key, found.id] : []), item.value as string] };
  });
}

function textOf(field: string, { time }: FieldSpec, value: unknown): string {
  if (field === 'names') return (value as { value: string }).value;
  if (field === 'externalIds') return externalIdName(value as ExternalId);
  return valueText(time ? parseTime(value as { edtf: string }) : value);
}
