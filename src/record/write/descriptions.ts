import { type Tx } from '../../graph/database.ts';
import { type Touched, mark } from '../derive/touched.ts';
import { type Changes } from '../plan/changes.ts';
import { type IdentifiedDescription } from '../plan/identify.ts';
import { stored } from '../plan/values.ts';
import { inBatches } from './batches.ts';
import { createLinks } from './links.ts';
import { type Stamp } from './stamp.ts';

const REPLACE = `UNWIND $rows AS row
MATCH ()-[r:DESCRIBES]->() WHERE elementId(r) = row.element
SET r.fingerprint = row.fingerprint, r.values = row.values`;

/** The last description of a thing stays, so that it never loses its name. */
const REMOVE = `UNWIND $rows AS row
MATCH (:Document)-[r:DESCRIBES]->(t:Thing) WHERE elementId(r) = row.element
AND COUNT { (:Document)-[:DESCRIBES]->(t) } > 1
DELETE r`;

const LABELS = 'UNWIND $ids AS id MATCH (t:Thing {id: id}) RETURN id, labels(t) AS labels';

/** Writes what documents say of things beside claims. */
export async function writeDescriptions(
  tx: Tx,
  { described, redescribed, undescribed }: Changes,
  _stamp: Stamp,
  touched: Touched,
): Promise<void> {
  await createLinks(
    tx,
    described.map((row) => ({
      type: 'DESCRIBES',
      from: row.description.document.id,
      to: row.description.row.thing.id,
      properties: { dataSet: row.description.scope, localKey: row.localKey, ...said(row) },
    })),
  );
  await inBatches(
    tx,
    REPLACE,
    redescribed.map(({ row, stored: { element } }) => ({ element, ...said(row) })),
  );
  for (const { element } of undescribed) await tx.rows(REMOVE, { rows: [{ element }] });

  for (const row of [...described, ...redescribed.map((each) => each.row)]) {
    const { thing } = row.description.row;
    touched.add(thing.type, thing.id);
  }
  const bereft = undescribed.map(({ thing }) => thing);
  await mark(tx, LABELS, bereft, touched);
}

const said = ({ fingerprint, description: { told } }: IdentifiedDescription) => ({
  fingerprint,
  values: JSON.stringify(stored(told)),
});
