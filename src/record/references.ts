import { type Database } from '../graph/database.ts';
import { type RecordInput } from './input.ts';
import { listed, parts, rowsOf } from './parts.ts';
import { knownByRef } from './plan/known.ts';
import { type Mention, mentionsOf } from './plan/mentions.ts';
import { anonymousKey, documentKey } from './plan/made-keys.ts';
import { Problems } from './plan/problems.ts';
import { type Problem } from './problem.ts';
import { type TypeName } from '../domain/thing-types.ts';

/** References looked up in one statement. */
const BATCH = 5_000;

/**
 * Checks of blocks, however many, what can be checked before any of them is recorded: that no key is given twice, and that
 * whatever is pointed at is given in them or in the graph.
 *
 * @param scopes The key of each block's data set.
 */
export async function checkReferences(
  database: Database,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
): Promise<Problem[]> {
  const problems = new Problems();
  const given = keysGiven(blocks, scopes, problems);
  const keys = new Set([...given.values()].flat());
  const open = blocks.flatMap((block, number) =>
    [...mentionsOf(block, number), ...pointing(block, number)].filter(({ ref }) => !keys.has(ref)),
  );
  const refs = [...new Set(open.map(({ ref }) => ref))];
  return database.read(async (tx) => {
    const known = new Set<string>();
    for (let start = 0; start < refs.length; start += BATCH)
      for (const ref of (await knownByRef(tx, refs.slice(start, start + BATCH))).keys()) known.add(ref);
    for (const mention of open) if (!known.has(mention.ref)) problems.notFound(mention);
    return problems.none ? [] : problems.all(tx, given);
  });
}

/** Rows that speak of a thing by `ref`. */
const pointing = (block: RecordInput, number: number): Mention[] =>
  listed.flatMap((list) =>
    rowsOf(block, list).flatMap(({ ref }, index) =>
      typeof ref === 'string' ? [{ ref, to: [parts[list].type], path: [number, list, index, 'ref'] }] : [],
    ),
  );

/** The keys that blocks give, by type; tells of those that a data set gives twice. */
function keysGiven(blocks: readonly RecordInput[], scopes: readonly string[], problems: Problems) {
  const keys = new Map<TypeName, string[]>();
  const met = new Set<string>();
  const add = (type: TypeName, key: unknown) => {
    if (typeof key !== 'string') return;
    const others = keys.get(type);
    if (others) others.push(key);
    else keys.set(type, [key]);
  };
  blocks.forEach((block, number) => {
    const once = (type: TypeName, key: unknown, path: Problem['path']) => {
      if (typeof key !== 'string') return;
      const name = `${scopes[number]!} ${key}`;
      if (met.has(name)) {
        const message =
          type === 'Claim'
            ? `${key} is given to two claims`
            : `${key} is given twice; where it is meant again, write ref: ${key}`;
        problems.add('DUPLICATE', [...path, 'key'], message);
      }
      met.add(name);
      add(type, key);
    };
    for (const list of listed) {
      rowsOf(block, list).forEach(({ key }, index) => once(parts[list].type, key, [number, list, index]));
    }
    block.meetings?.forEach(({ participants }, meeting) =>
      participants?.forEach(({ key }, index) =>
        once('Participation', key, [number, 'meetings', meeting, 'participants', index]),
      ),
    );
    block.claims?.forEach(({ key }, index) => once('Claim', key, [number, 'claims', index]));
    add('Document', documentKey(block.source));
    for (const { anonymous } of block.source.attribution ?? [])
      if (anonymous) add('AnonymousSource', anonymousKey(anonymous, block.source));
  });
  return keys;
}
