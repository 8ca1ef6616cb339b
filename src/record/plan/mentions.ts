import { type RecordInput } from '../input.ts';
import { type Field, type Part, listed, parts, pointers, rowsOf } from '../parts.ts';
import { type Problem } from '../problem.ts';
import { type TypeName, typeNames } from '../../domain/thing-types.ts';
import { anonymousKey, documentKey } from './made-keys.ts';

export type Path = Problem['path'];

/** A place of the input that points at a thing. */
export interface Mention {
  ref: string;
  /** What may stand there. */
  to: readonly TypeName[];
  path: Path;
}

const anything = typeNames.filter((type) => type !== 'Claim');

/** Every place of a block that points at a thing, except `ref` of a row and the claims that relations point at. */
export function mentionsOf(block: RecordInput, number: number): Mention[] {
  const mentions: Mention[] = [];
  const add = (ref: unknown, to: readonly TypeName[], ...path: Path) => {
    if (typeof ref === 'string') mentions.push({ ref, to, path: [number, ...path] });
  };
  const addFields = (row: Readonly<Record<string, unknown>>, part: Part, ...path: Path) => {
    for (const [name, { to, many }] of fieldsOf(part)) {
      if (!to) continue;
      const refs = row[name];
      if (many) ((refs ?? []) as unknown[]).forEach((ref, index) => add(ref, to, ...path, name, index));
      else add(refs, to, ...path, name);
    }
  };

  const { source } = block;
  add(source.document, pointers.document, 'source', 'document');
  add(source.publisher, pointers.publisher, 'source', 'publisher');
  source.attribution?.forEach(({ agent, anonymous }, index) => {
    add(agent, pointers.agent, 'source', 'attribution', index, 'agent');
    add(anonymous?.affiliation, pointers.affiliation, 'source', 'attribution', index, 'anonymous', 'affiliation');
    add(anonymous?.toldTo, pointers.toldTo, 'source', 'attribution', index, 'anonymous', 'toldTo');
  });

  for (const name of listed) {
    rowsOf(block, name).forEach((row, index) => addFields(row, parts[name], name, index));
  }
  block.meetings?.forEach(({ participants }, meeting) =>
    participants?.forEach((row, index) =>
      addFields(row, parts.participants, 'meetings', meeting, 'participants', index),
    ),
  );

  block.claims?.forEach((claim, index) => {
    add(claim.subject, anything, 'claims', index, 'subject');
    claim.objects?.forEach((ref, order) => add(ref, anything, 'claims', index, 'objects', order));
    claim.supports?.forEach((ref, order) => add(ref, pointers.supports, 'claims', index, 'supports', order));
    claim.evidence?.forEach(({ document }, order) =>
      add(document, pointers.document, 'claims', index, 'evidence', order, 'document'),
    );
  });
  return mentions;
}

/** All fields of a part. */
export const fieldsOf = ({ identity, said, told }: Part): [string, Field][] =>
  Object.entries({ ...identity, ...said, ...told });

/**
 * Every text of a block by which a thing may already be known: mentions, the `ref` and `key` of rows and claims, and the
 * keys that are made where a source describes its document or an anonymous source in place.
 */
export function refsOf(block: RecordInput, number: number): string[] {
  const refs = mentionsOf(block, number).map(({ ref }) => ref);
  const add = ({ ref, key }: { ref?: unknown; key?: unknown }) =>
    refs.push(...[ref, key].filter((text) => typeof text === 'string'));
  for (const name of listed) rowsOf(block, name).forEach(add);
  block.meetings?.forEach(({ participants }) => participants?.forEach(add));
  const { source } = block;
  add({ key: documentKey(source) });
  source.attribution?.forEach(({ anonymous }) => anonymous && add({ key: anonymousKey(anonymous, source) }));
  block.claims?.forEach((claim) => {
    add(claim);
    claim.relations?.forEach(({ to }) => refs.push(to));
  });
  const relating = [
    ...(block.meetings ?? []),
    ...(block.meetings?.flatMap(({ participants }) => participants ?? []) ?? []),
    ...(block.developments ?? []),
    ...(block.tenures ?? []),
    ...(block.memberships ?? []),
    ...(block.statements ?? []),
  ];
  for (const { relations } of relating) relations?.forEach(({ to }) => refs.push(to));
  return refs;
}
