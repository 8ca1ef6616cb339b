import { z } from 'zod';
import { isId, isKey } from '../../domain/identity/keys.ts';
import { typeNames } from '../../domain/node-types.ts';
import { exportedRelationships } from './exported-schema.ts';

/** In small letters, as ids are made: another way of writing one would be another id. */
const Id = z.string().refine((text) => isId(text) && text === text.toLowerCase(), 'is not an id');
const Key = z.string().refine(isKey, 'is not a key');
const Type = z.enum(typeNames);
const nonNegativeInt = z.int().nonnegative();

/** What Neo4j can store as one property. */
const property = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.number()),
  z.array(z.boolean()),
]);
const json = z.record(z.string(), z.unknown());
const thingContent = z
  .object({ version: nonNegativeInt, createdAt: z.string(), updatedAt: z.string() })
  .catchall(property);
const counts = z.record(z.string(), z.union([nonNegativeInt, z.record(z.string(), nonNegativeInt)]));

const judgement = z.strictObject({ record: z.string(), id: Id, holds: z.record(z.string(), property) });

/** The schema of each kind of line, in the order of the file. */
export const lineSchemas = {
  chancery: z.strictObject({ record: z.string(), format: z.int() }),
  dataSet: z.strictObject({ record: z.string(), key: z.string(), holds: z.record(z.string(), property) }),
  thing: z.strictObject({ record: z.string(), id: Id, key: Key, type: Type, holds: thingContent }),
  tombstone: z.strictObject({
    record: z.string(),
    id: Id,
    key: Key,
    type: Type,
    holds: z.record(z.string(), property),
  }),
  judgement,
  formerJudgement: judgement,
  link: z.strictObject({
    record: z.string(),
    type: z.enum(exportedRelationships),
    from: Id,
    to: Id,
    holds: z.object({ says: json.optional() }).catchall(property),
  }),
  revision: z.strictObject({
    record: z.string(),
    id: Id,
    of: Id,
    holds: z
      .object({
        changes: json,
        state: json,
        version: nonNegativeInt,
        sequence: nonNegativeInt,
        sortSequence: z.string(),
      })
      .catchall(property),
  }),
  end: z.strictObject({ record: z.string(), counts, sha256: z.string() }),
} as const;

export type LineKind = keyof typeof lineSchemas;

export const lineKinds = Object.keys(lineSchemas) as LineKind[];
