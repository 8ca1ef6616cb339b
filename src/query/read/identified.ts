import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { type Database, type ReadOptions } from '../../graph/database.ts';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { FIND_IDENTIFIED } from '../statement/lookups.ts';

/**
 * What the arguments mean by external ids in the place of references (`wikidata:Q145`): the id of the entity that has each. Undefined where
 * no text has that form, which costs no query.
 */
export async function findIdentified(
  database: Database,
  bound: readonly Pick<BoundArguments, 'arguments'>[],
  options: ReadOptions,
): Promise<ReadonlyMap<string, string> | undefined> {
  const refs = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      const name = externalIdOfRef(value);
      if (name !== null) refs.set(value, name);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const { arguments: args } of bound) collect(args);
  if (refs.size === 0) return undefined;
  const parameters = { refs: [...refs].map(([ref, name]) => ({ ref, name })) };
  const rows = await database.queryRows({ cypher: FIND_IDENTIFIED, columns: ['ref', 'id'] }, parameters, options);
  return rows.length === 0 ? undefined : new Map(rows as [string, string][]);
}
