import { type ExternalId, externalIdName } from '../../domain/identity/external-ids.ts';
import { type RecordInput } from '../input/record-input.ts';
import {
  type FieldSpec,
  type TypeSpec,
  inputLists,
  loneFields,
  typeSpecs,
  referenceTargets,
  inputRows,
} from '../input/type-specs.ts';
import { type InputPath } from '../input/problem.ts';
import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { anonymousKey, documentKey } from './generated-keys.ts';

/** A field of the input that refers to a node. */
export interface Reference {
  ref: string;
  /** The types that it accepts. */
  to: readonly TypeName[];
  path: InputPath;
}

const anyReferenceable = typeNames.filter((type) => type !== 'Claim');

/** All references of a block, except the `ref` of rows and the targets of claim relations. */
export function referencesIn(block: RecordInput, number: number): Reference[] {
  const references: Reference[] = [];
  const add = (ref: unknown, to: readonly TypeName[], ...path: InputPath) => {
    if (typeof ref === 'string') references.push({ ref, to, path: [number, ...path] });
  };
  const addFields = (row: Readonly<Record<string, unknown>>, typeSpec: TypeSpec, ...path: InputPath) => {
    for (const [name, { targets, many }] of allFields(typeSpec)) {
      if (!targets) continue;
      const refs = row[name];
      if (many) ((refs ?? []) as unknown[]).forEach((ref, index) => add(ref, targets, ...path, name, index));
      else add(refs, targets, ...path, name);
    }
  };

  const { source } = block;
  add(source.document, referenceTargets.document, 'source', 'document');
  add(source.publisher, referenceTargets.publisher, 'source', 'publisher');
  source.attribution?.forEach(({ agent, anonymous }, index) => {
    add(agent, referenceTargets.agent, 'source', 'attribution', index, 'agent');
    add(
      anonymous?.affiliation,
      referenceTargets.affiliation,
      'source',
      'attribution',
      index,
      'anonymous',
      'affiliation',
    );
    add(anonymous?.toldTo, referenceTargets.toldTo, 'source', 'attribution', index, 'anonymous', 'toldTo');
  });

  for (const name of inputLists) {
    const rows: Readonly<Record<string, unknown>>[] = block[name] ?? [];
    rows.forEach((row, index) => addFields(row, typeSpecs[name], name, index));
  }
  for (const [list, { lone, targets }] of Object.entries(loneFields)) {
    const rows: Readonly<Record<string, unknown>>[] = block[list as keyof typeof loneFields] ?? [];
    rows.forEach((row, index) => add(row[lone], targets, list, index, lone));
  }
  block.meetings?.forEach(({ participants }, meeting) =>
    participants?.forEach((row, index) =>
      addFields(row, typeSpecs.participants, 'meetings', meeting, 'participants', index),
    ),
  );

  block.claims?.forEach((claim, index) => {
    add(claim.subject, anyReferenceable, 'claims', index, 'subject');
    claim.objects?.forEach((ref, order) => add(ref, anyReferenceable, 'claims', index, 'objects', order));
    claim.supports?.forEach((ref, order) => add(ref, referenceTargets.supports, 'claims', index, 'supports', order));
    claim.evidence?.forEach(({ document }, order) =>
      add(document, referenceTargets.document, 'claims', index, 'evidence', order, 'document'),
    );
  });
  return references;
}

/** The external ids that the rows of a block have, as they are stored. */
export const externalIdsIn = (block: RecordInput): string[] =>
  inputLists.flatMap((name) =>
    inputRows(block, name).flatMap(({ externalIds }) => ((externalIds ?? []) as ExternalId[]).map(externalIdName)),
  );

/** All fields of a type of row. */
export const allFields = ({ identity, claimed, described }: TypeSpec): [string, FieldSpec][] =>
  Object.entries({ ...identity, ...claimed, ...described });

/**
 * All keys and ids of a block that may exist in the graph: references, the `ref` and `key` of rows and claims, and the keys
 * generated for a document or anonymous source that the source describes inline.
 */
export function refsIn(block: RecordInput, number: number): string[] {
  const refs = referencesIn(block, number).map(({ ref }) => ref);
  const add = ({ ref, key }: { ref?: unknown; key?: unknown }) =>
    refs.push(...[ref, key].filter((text) => typeof text === 'string'));
  for (const name of inputLists) inputRows(block, name).forEach(add);
  block.meetings?.forEach(({ participants }) => participants?.forEach(add));
  const { source } = block;
  add({ key: documentKey(source) });
  source.attribution?.forEach(({ anonymous }) => anonymous && add({ key: anonymousKey(anonymous, source) }));
  block.claims?.forEach((claim) => {
    add(claim);
    claim.relations?.forEach(({ to }) => refs.push(to));
  });
  const rowsWithRelations = [
    ...(block.meetings ?? []),
    ...(block.meetings?.flatMap(({ participants }) => participants ?? []) ?? []),
    ...(block.developments ?? []),
    ...(block.tenures ?? []),
    ...(block.memberships ?? []),
    ...(block.statements ?? []),
  ];
  for (const { relations } of rowsWithRelations) relations?.forEach(({ to }) => refs.push(to));
  return refs;
}
