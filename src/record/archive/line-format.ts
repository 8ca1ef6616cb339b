import { type TypeName } from '../../domain/node-types.ts';
import { type NodeKind, isExported } from './exported-schema.ts';
import { labelsOf } from '../../storage/labels.ts';
import { type State, changesOf, firstChanges } from '../../storage/revisions.ts';
import { sortKey, sortUpdated } from '../../storage/order-keys.ts';

/** Incremented when earlier files can no longer be read. */
export const FORMAT = 3;

/** The properties of a node or relationship; JSON text is parsed. */
export type LineContent = Readonly<Record<string, unknown>>;

/** A node, as a line. */
export interface NodeLine {
  record: NodeKind;
  /** Missing for a data set, which only has a key. */
  id?: string;
  /** Missing for a judgement. */
  key?: string;
  /** The type of the node, or of what a tombstone was. */
  type?: TypeName;
  holds: LineContent;
}

/** A relationship between two nodes, given by their ids. */
export interface LinkLine {
  record: 'link';
  type: string;
  from: string;
  to: string;
  holds: LineContent;
}

/** One revision of a node. */
export interface RevisionLine {
  record: 'revision';
  id: string;
  /** The id of the node. */
  of: string;
  holds: LineContent;
}

/** How much a file or a graph has, by type where there are types. */
export interface ArchiveCounts {
  dataSets: number;
  things: Readonly<Record<string, number>>;
  /** Claims that are neither corrected, retracted nor deleted. */
  liveClaims: number;
  tombstones: number;
  judgements: number;
  formerJudgements: number;
  links: Readonly<Record<string, number>>;
  revisions: number;
}

/** The first line of every file. */
export interface FirstLine {
  record: 'chancery';
  format: number;
}

/** The last line of every file, which reveals a file that was cut off or changed. */
export interface LastLine {
  record: 'end';
  counts: ArchiveCounts;
  /** Hash of all lines before this one. */
  sha256: string;
}

export type Line = FirstLine | NodeLine | LinkLine | RevisionLine | LastLine;

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** With the fields sorted, and without missing ones. */
const sortFields = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(byKey),
  );

/**
 * The canonical text of a line, with its line break. Fields are sorted by name, except within values stored as JSON, whose order
 * is part of the data.
 */
export function formatLine(line: Line): string {
  const ordered = 'holds' in line ? { ...line, holds: sortFields(line.holds) } : line;
  return `${JSON.stringify(sortFields(ordered))}\n`;
}

type Properties = Readonly<Record<string, unknown>>;

/** The line of a node, from its properties in the graph. */
export function toThingLine(type: TypeName, { id, key, ...properties }: Properties): NodeLine {
  const holds = Object.fromEntries(Object.entries(properties).filter(([name]) => isExported(type, name)));
  return { record: 'thing', id: id as string, key: key as string, type, holds };
}

/** The properties of a node before derived ones are added. */
export function fromThingLine({ id, key, type, holds }: NodeLine): Properties {
  const isEntity = labelsOf(type!).includes('Entity');
  const updated = isEntity ? { sortUpdated: sortUpdated(holds.updatedAt as string, key!) } : {};
  return { ...holds, id, key, sortKey: sortKey(key!), ...updated };
}

/** A tombstone has all properties of the node that it was, so that it can be restored. */
export const toTombstoneLine = ({ id, key, typeName, ...holds }: Properties): NodeLine => ({
  record: 'tombstone',
  id: id as string,
  key: key as string,
  type: typeName as TypeName,
  holds,
});

export const fromTombstoneLine = ({ id, key, type, holds }: NodeLine): Properties => ({
  ...holds,
  id,
  key,
  typeName: type,
});

/** Whether `values` of the relationship is one JSON text; otherwise it is a list with one for each field. */
const isDescription = (type: string, { was }: Properties) => (type === 'SHELVED' ? was : type) === 'DESCRIBES';

export function toLinkLine(type: string, from: string, to: string, properties: Properties): LinkLine {
  const { fields, values, ...holds } = properties;
  if (values === undefined) return { record: 'link', type, from, to, holds: properties };
  const says: unknown = isDescription(type, properties)
    ? JSON.parse(values as string)
    : Object.fromEntries(
        (fields as string[]).map((field, index) => [field, JSON.parse((values as string[])[index]!) as unknown]),
      );
  return { record: 'link', type, from, to, holds: { ...holds, says } };
}

export function fromLinkLine({ type, holds }: LinkLine): Properties {
  const { says, ...rest } = holds;
  if (says === undefined) return rest;
  if (isDescription(type, rest)) return { ...rest, values: JSON.stringify(says) };
  const fields = Object.entries(says as object);
  return { ...rest, fields: fields.map(([field]) => field), values: fields.map(([, value]) => JSON.stringify(value)) };
}

export function toRevisionLine({ id, thing, changes, state, ...rest }: Properties): RevisionLine {
  const parsed = {
    changes: changesOf(changes as string | null, state as string),
    state: JSON.parse(state as string) as State,
  };
  return { record: 'revision', id: id as string, of: thing as string, holds: { ...rest, ...parsed } };
}

export const fromRevisionLine = ({ id, of, holds: { changes, state, ...rest } }: RevisionLine): Properties => ({
  ...rest,
  id,
  thing: of,
  changes: followsFrom(state as State, changes) ? null : JSON.stringify(changes),
  state: JSON.stringify(state),
});

/** Whether {@link changesOf} has just these changes where only the state is stored. */
const followsFrom = (state: State, changes: unknown) => JSON.stringify(firstChanges(state)) === JSON.stringify(changes);
