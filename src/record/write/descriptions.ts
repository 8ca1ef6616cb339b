import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { type DirtySet, findFrom, markDirty } from './dirty-set.ts';
import { type InputDiff } from '../diff/diff.ts';
import { type FingerprintedDescription } from '../diff/fingerprint.ts';
import { toIds } from '../draft/row-values.ts';
import { createRelationships } from './relationships.ts';
import { type WriteContext } from './write-context.ts';

/** What an analyst records again is no longer taken back; a file does not overrule that. */
const REPLACE = `UNWIND $rows AS row
MATCH ()-[r:DESCRIBES]->() WHERE elementId(r) = row.element
SET r.fingerprint = row.fingerprint, r.values = row.values, r.changedAt = $at,
  r.retracted = CASE r.dataSet WHEN '' THEN null ELSE r.retracted END`;

/** The last description of a node stays, so that it never loses its name. */
const REMOVE = `UNWIND $rows AS row
MATCH (:Document)-[r:DESCRIBES]->(t:Thing) WHERE elementId(r) = row.element
AND COUNT { (:Document)-[:DESCRIBES]->(t) } > 1
DELETE r`;

const ITSELF = findFrom('', 'WITH from AS t');

/** Writes descriptions: what documents say of nodes apart from claims. */
export async function writeDescriptions(
  tx: WriteTransaction,
  { addedDescriptions: described, changedDescriptions: redescribed, removedDescriptions: undescribed }: InputDiff,
  dirty: DirtySet,
  { recordedAt }: WriteContext,
): Promise<void> {
  createRelationships(
    tx,
    described.map((row) => ({
      type: 'DESCRIBES',
      from: row.description.document.id,
      to: row.description.row.node.id,
      properties: {
        dataSet: row.description.scope,
        localKey: row.localKey,
        recordedAt,
        ...describesProperties(row),
      },
    })),
  );
  tx.tell(
    REPLACE,
    redescribed.map(({ row, stored: { element } }) => ({ element, ...describesProperties(row) })),
    { at: recordedAt },
  );
  for (const { element } of undescribed) tx.tell(REMOVE, [{ element }]);

  for (const row of [...described, ...redescribed.map((each) => each.row)]) {
    const { node } = row.description.row;
    dirty.add(node.type, node.id);
  }
  const undescribedNodes = undescribed.map(({ thing }) => thing);
  await markDirty(tx, ITSELF, undescribedNodes, dirty);
}

const describesProperties = ({ fingerprint, description: { values } }: FingerprintedDescription) => ({
  fingerprint,
  values: JSON.stringify(toIds(values)),
});
