import { externalIdName } from '../../domain/identity/external-ids.ts';
import { parseTime } from '../../domain/time/time.ts';
import { type Tx } from '../../graph/database.ts';
import { type ExternalIdInput, type TimeInput } from '../input/record-input.ts';
import { neededFields, neededOfRow } from '../input/needed-fields.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type ClaimDraft } from './claim-draft.ts';
import { findByExternalId } from '../resolve/lookups.ts';
import { allFields } from '../resolve/references.ts';
import { type Problems } from '../resolve/problems.ts';
import { type InputRow } from '../resolve/input-rows.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { isNodeRef, readRowValues } from './row-values.ts';

/** Checks the content of rows; their references are checked when resolved. */
export function checkRows({ rows, registry }: ResolvedInput, drafts: readonly ClaimDraft[], problems: Problems): void {
  checkRequired(rows, drafts, problems);
  checkDuplicateParticipants(rows, problems);
  for (const row of rows) {
    checkOrder(row, problems);
    checkSelfReferences(row, registry, problems);
    checkCoordinates(row, problems);
    checkAttendance(row, problems);
  }
}

/** The required fields of a new node may be given by any of its rows, or by a claim about it. */
function checkRequired(rows: readonly InputRow[], drafts: readonly ClaimDraft[], problems: Problems): void {
  const givenFields = new Map<string, Set<string>>();
  const add = ({ id }: NodeRef, names: readonly string[]) =>
    givenFields.set(id, new Set([...(givenFields.get(id) ?? []), ...names]));
  for (const { node, fields } of rows)
    add(
      node,
      Object.keys(fields).filter((name) => fields[name] !== undefined),
    );
  for (const { supports } of drafts) for (const { node, values } of supports) add(node, Object.keys(values));
  for (const { typeSpec, node, path, fields } of rows) {
    const describesItself = path[1] === 'source';
    if (!node.isNew || describesItself || (fields.key === undefined && fields.ref !== undefined)) continue;
    const given = givenFields.get(node.id)!;
    const isEmpty = (name: string) => Array.isArray(fields[name]) && (fields[name] as unknown[]).length === 0;
    const needed = [
      ...neededFields(typeSpec, (name) => given.has(name)),
      ...neededFields(typeSpec, (name) => !given.has(name) || !isEmpty(name)),
      ...neededOfRow(typeSpec, (name) => fields[name] !== undefined),
    ];
    for (const need of needed) problems.invalid(path, `${node.key} is new; ${need}`);
  }
}

function checkDuplicateParticipants(rows: readonly InputRow[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { typeSpec, node, block, path, fields } of rows) {
    if (typeSpec.type !== 'Participation') continue;
    const participation = `${block}|${node.requestedAs?.id ?? node.id}`;
    if (seen.has(participation)) {
      const message = `${String(fields.actor)} is given twice as ${String(fields.role)} of this meeting; combine them into one row`;
      problems.add('DUPLICATE', path, message);
    }
    seen.add(participation);
  }
}

/** An end that certainly precedes its start is a problem. */
function checkOrder({ path, fields }: InputRow, problems: Problems): void {
  for (const [begin, finish] of [
    ['start', 'end'],
    ['founded', 'dissolved'],
  ] as const) {
    const first = fields[begin] as TimeInput | undefined;
    const last = fields[finish] as TimeInput | undefined;
    if (!first || !last) continue;
    const earliest = parseTime(first).startEarliest;
    const latest = parseTime(last).endLatest;
    if (earliest !== null && latest !== null && latest < earliest)
      problems.invalid([...path, finish], `${last.edtf} is before the ${begin}, ${first.edtf}; expected a later time`);
  }
}

/** A node cannot be part of itself, belong to itself or stand in for itself. */
function checkSelfReferences(
  { typeSpec, node, path, fields }: InputRow,
  registry: ResolvedInput['registry'],
  problems: Problems,
): void {
  // References to nodes of a wrong type are left out here, and reported elsewhere.
  const values = readRowValues(fields, Object.fromEntries(allFields(typeSpec)), registry);
  const find = (name: string) => (isNodeRef(values[name]) ? values[name].id : undefined);
  for (const [name] of allFields(typeSpec)) {
    if (find(name) === node.id) problems.invalid([...path, name], `${node.key} refers to itself here`);
  }
  for (const [one, other, message] of [
    ['actor', 'standsInFor', 'an official cannot stand in for themselves'],
    ['actor', 'onBehalfOf', 'onBehalfOf names the actor itself; leave it out'],
    ['member', 'organization', 'an organization cannot be a member of itself'],
  ] as const) {
    if (find(one) !== undefined && find(one) === find(other)) problems.invalid([...path, other], message);
  }
}

function checkCoordinates({ path, fields }: InputRow, problems: Problems): void {
  for (const [one, other] of [
    ['latitude', 'longitude'],
    ['longitude', 'latitude'],
  ] as const) {
    if (fields[one] !== undefined && fields[other] === undefined)
      problems.invalid([...path, one], `${one} is given without ${other}; give both or neither`);
  }
}

/** Nobody has attended a meeting that has not taken place. */
function checkAttendance({ path, fields }: InputRow, problems: Problems): void {
  if (fields.participants === undefined || fields.status === undefined) return;
  if (['HELD', 'ONGOING', 'UNKNOWN'].includes(fields.status as string)) return;
  (fields.participants as { status: string }[]).forEach(({ status }, index) => {
    if (status === 'ATTENDED')
      problems.invalid(
        [...path, 'participants', index, 'status'],
        `nobody can have ATTENDED a meeting that is ${String(fields.status)}; expected a plan such as INVITED, PLANNED or CONFIRMED`,
      );
  });
}

/** An external id belongs to one entity. */
export async function checkExternalIds(tx: Tx, rows: readonly InputRow[], problems: Problems): Promise<void> {
  const given = rows.flatMap(({ node, path, fields }) =>
    ((fields.externalIds ?? []) as ExternalIdInput[]).map((externalId, index) => ({
      name: externalIdName(externalId),
      node,
      path: [...path, 'externalIds', index],
    })),
  );
  const owners = new Map<string, NodeRef>(await findByExternalId(tx, [...new Set(given.map(({ name }) => name))]));
  for (const { name, node, path } of given) {
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, node);
    else if (owner.id !== node.id)
      problems.add(
        'DUPLICATE',
        path,
        `${name} already belongs to ${owner.key}; to refer to it, write ref: ${owner.key}`,
        [owner.key],
      );
  }
}
