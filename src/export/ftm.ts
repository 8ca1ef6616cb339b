import { createHash } from 'node:crypto';
import { writeCsv } from './csv.ts';
import { inChunks, mapRows } from './stream.ts';
import { type About, type Rows, type TableColumn, portableText } from './table.ts';

/** A value of an entity, with who says so. */
export interface FtmValue {
  property: string;
  value: string;
  /** None where it follows from several things that sources say. */
  sources: readonly FtmSource[];
}

export interface FtmSource {
  /** What a statement calls its data set: the key of the document. */
  document: string;
  /** The key of the claim, where it is one. */
  claim: string | null;
  /** The instant at which it was recorded. */
  recordedAt: string | null;
}

/** An entity of FollowTheMoney. */
export interface FtmEntity {
  id: string;
  schema: string;
  values: readonly FtmValue[];
}

export interface FtmFile {
  about: About;
  entities: Rows<FtmEntity>;
}

/** What a statement calls its data set if no single document says it. */
const HERE = 'chancery';

/** Entities as lines of JSON, as `ftm` reads them. */
export function writeFtmEntities({ entities }: FtmFile): AsyncGenerator<string, void, undefined> {
  return inChunks(
    mapRows(entities, ({ id, schema, values }) => {
      const properties: Record<string, string[]> = {};
      for (const { property, value } of values) {
        const all = (properties[property] ??= []);
        const text = portableText(value);
        if (!all.includes(text)) all.push(text);
      }
      return `${JSON.stringify({ id, schema, properties, datasets: [HERE] })}\n`;
    }),
  );
}

const text = (name: string, description: string): TableColumn => ({ name, type: 'text', description });

/** Those of `ftm statements --format csv`, as far as there is something in them. */
export const STATEMENT_COLUMNS: readonly TableColumn[] = [
  text('canonical_id', 'The entity.'),
  text('entity_id', 'The entity.'),
  text('prop', 'The property.'),
  text('schema', 'The schema of the entity.'),
  text('value', 'The value.'),
  text('dataset', 'The key of the document that says so.'),
  text('origin', 'The key of the claim by which it does.'),
  text('external', 'No: nothing here is a mere candidate.'),
  text('first_seen', 'When it was recorded.'),
  text('last_seen', 'The same.'),
  text('id', 'The hash that FollowTheMoney makes of these.'),
];

/** A row for each value and each document that says so. */
export function writeFtmStatements({ about, entities }: FtmFile): AsyncGenerator<string, void, undefined> {
  async function* rows() {
    for await (const entity of entities) yield* statementsOf(entity);
  }
  return writeCsv({ about, columns: STATEMENT_COLUMNS, rows: rows() });
}

function* statementsOf({ id, schema, values }: FtmEntity) {
  const made = new Set<string>();
  for (const { property, value, sources } of values) {
    const said = sources.length > 0 ? sources : [{ document: HERE, claim: null, recordedAt: null }];
    for (const { document, claim, recordedAt } of said) {
      const key = createHash('sha1')
        .update(`${document}.${id}.${property}.${portableText(value)}`)
        .digest('hex');
      if (made.has(key)) continue;
      made.add(key);
      yield [id, id, property, schema, value, document, claim, 'f', recordedAt, recordedAt, key];
    }
  }
}
