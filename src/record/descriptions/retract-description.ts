import { closestMatches } from '../../domain/identity/keys.ts';
import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { retractedEntry } from '../../storage/retracted-values.ts';
import { didYouMean } from '../input/problem.ts';
import { typeSpecOf } from '../input/type-specs.ts';
import { type WriteOperation, rejected, succeeded } from '../operation/operation.ts';
import { findByRef } from '../resolve/lookups.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { NodeRegistry } from '../resolve/node-registry.ts';
import { Problems } from '../resolve/problems.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type DescribedItem, readDescribedItems } from './described-items.ts';

export interface RetractDescriptionInput {
  of: string;
  field: string;
  /** As readers see it. */
  value: string;
  document: string;
}

const RETRACT = `UNWIND $rows AS row
MATCH (:Document)-[r:DESCRIBES]->(:Thing) WHERE elementId(r) = row.element
SET r.retracted = coalesce(r.retracted, []) + [row.entry]`;

/**
 * Takes back one value that one document gives to a field of a node apart from claims, for the reason that the mutation gives. What other
 * documents say stays, and what follows from names and the like is derived again.
 */
export const retractDescriptionOperation =
  ({ of, field, value, document }: RetractDescriptionInput): WriteOperation =>
  async (tx) => {
    const problems = new Problems();
    const registry = new NodeRegistry(await findByRef(tx, [of, document]), problems);
    const node = registry.resolve({ ref: of, to: describableTypes, path: ['of'] });
    const source = registry.resolve({ ref: document, to: ['Document'], path: ['document'] });
    const items = node && (await findItems(tx, node, field, problems));
    const told = items && source ? items.filter((item) => item.document === source.id) : [];
    const meant = told.filter(({ texts }) => texts.includes(value.trim()));
    if (items && source) {
      if (meant.length === 0) reportUnsaid(`${field} of ${node.key}`, { value, source, told, items }, problems);
      else if (meant.length === items.length) await checkDispensable(tx, node, field, problems);
    }
    if (!problems.isEmpty || !node) return rejected(await problems.withSuggestions(tx, new Map()));
    await tx.run(RETRACT, {
      rows: meant.map((item) => ({ element: item.element, entry: retractedEntry({ field, value: item.value }) })),
    });
    const dirty = new DirtySet();
    dirty.add(node.type, node.id);
    const change = { id: node.id, isNew: false, isPartial: true as const, state: {}, operation: 'RETRACT' as const };
    return succeeded(dirty, [change], { mainNode: node.id, mentionedNodes: [node.id, source!.id] });
  };

/** Claims are retracted themselves. */
const describableTypes: readonly TypeName[] = typeNames.filter((type) => type !== 'Claim');

const CLAIMS = `MATCH (t:Thing {id: $id})<-[s:SUPPORTS]-(c:Claim) USING INDEX SEEK t:Thing(id)
WHERE c.live AND $field IN s.fields RETURN c.key ORDER BY c.sortKey LIMIT 3`;

/** What documents say of the field; null if descriptions have no such field. */
async function findItems(
  tx: Tx,
  { id, key, type }: NodeRef,
  field: string,
  problems: Problems,
): Promise<DescribedItem[] | null> {
  const { described, claimed } = typeSpecOf[type as Exclude<TypeName, 'Claim'>];
  if (Object.hasOwn(described, field)) return readDescribedItems(tx, id, field, described[field]!);
  if (Object.hasOwn(claimed, field)) {
    const claims = (await tx.rows(CLAIMS, { id, field })).map(([claim]) => claim as string);
    const which = claims.length === 0 ? '' : `, such as ${claims.join(', ')}`;
    const message = `${field} of ${key} rests on claims${which}; use retractClaim or correctClaim`;
    problems.add('NOT_ALLOWED', ['field'], message);
    return null;
  }
  const fields = Object.keys(described);
  const guesses = closestMatches(field, fields);
  problems.invalid(
    ['field'],
    `"${field}" is not described of ${key}; expected one of ${fields.join(', ')}${didYouMean(guesses)}`,
  );
  return null;
}

interface Unsaid {
  value: string;
  source: NodeRef;
  /** What the document says of the field. */
  told: readonly DescribedItem[];
  /** What all documents say of it. */
  items: readonly DescribedItem[];
}

function reportUnsaid(what: string, { value, source, told, items }: Unsaid, problems: Problems): void {
  const texts = [...new Set(told.map((item) => item.texts[0]!))];
  const elsewhere = items.some((item) => item.texts.includes(value.trim()));
  const instead =
    texts.length > 0
      ? `it says ${texts.slice(0, 5).join(', ')}${didYouMean(closestMatches(value, texts))}`
      : 'it says nothing of that';
  const others = elsewhere ? '; another document says it' : '';
  problems.add('NOT_FOUND', ['value'], `${source.key} does not say "${value}" for ${what}: ${instead}${others}`);
}

/** Fields of which a node needs one: without it, it could not be shown or found. */
const neededFields: Partial<Record<TypeName, readonly (readonly string[])[]>> = {
  Country: [['names']],
  Official: [['names']],
  Topic: [['names']],
  Meeting: [['names']],
  Development: [['names']],
  Organization: [['names'], ['kind']],
  Place: [['names'], ['kind']],
  Post: [['names'], ['level'], ['country', 'organization']],
  Document: [['title', 'url']],
  AnonymousSource: [['description']],
  Statement: [['gist']],
};

/** Reports the last value of what a node needs. */
async function checkDispensable(tx: Tx, { id, key, type }: NodeRef, field: string, problems: Problems): Promise<void> {
  const { described } = typeSpecOf[type as Exclude<TypeName, 'Claim'>];
  for (const group of neededFields[type] ?? []) {
    if (!group.includes(field)) continue;
    const others = await Promise.all(
      group.filter((name) => name !== field).map((name) => readDescribedItems(tx, id, name, described[name]!)),
    );
    if (others.flat().length > 0) continue;
    const message = `nothing else gives ${group.join(' or ')} of ${key}, which it needs; record the right one first`;
    problems.add('NOT_ALLOWED', ['value'], message);
  }
}
