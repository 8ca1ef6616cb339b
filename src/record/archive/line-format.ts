import { type TypeName } from '../../domain/node-types.ts';
import { type NodeKind, isExported } from './exported-schema.ts';
import { labelsOf } from '../../storage/labels.ts';
import { sortKey, sortUpdated } from '../../storage/order-keys.ts';

/** Grows when files of before can no longer be read. */
export const FORMAT = 1;

/** What a node or relationship holds: its properties, those that are JSON as what they say. */
export type LineContent = Readonly<Record<string, unknown>>;

/** A node of the graph, as a line. */
export interface NodeLine {
  record: NodeKind;
  /** Missing for a data set, which has only a key. */
  id?: string;
  /** Missing for a judgement. */
  key?: string;
  /** The type of a thing, or of what a tombstone was. */
  type?: TypeName;
  holds: LineContent;
}

/** A relationship between two nodes, by their ids. */
export interface LinkLine {
  record: 'link';
  type: string;
  from: string;
  to: string;
  holds: LineContent;
}

/** What a thing came to be by one change. */
export interface RevisionLine {
  record: 'revision';
  id: string;
  /** The id of the thing. */
  of: string;
  holds: LineContent;
}

/** Numbers of what a file, or a graph, holds; by type where there are types. */
export interface ArchiveCounts {
  dataSets: number;
  things: Readonly<Record<string, number>>;
  /** Claims that count: neither corrected nor retracted nor of something deleted. */
  liveClaims: number;
  tombstones: number;
  judgements: number;
  formerJudgements: number;
  links: Readonly<Record<string, number>>;
  revisions: number;
}

/** Begins every file. */
export interface FirstLine {
  record: 'chancery';
  format: number;
}

/** Ends every file, so that one that lacks something is told from a whole one. */
export interface LastLine {
  record: 'end';
  counts: ArchiveCounts;
  /** Of all lines before this one. */
  sha256: string;
}

export type Line = FirstLine | NodeLine | LinkLine | RevisionLine | LastLine;

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** With fields in order, and without those that are missing. */
const sortFields = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(byKey),
  );

/**
 * The one text of a line, with its end. Fields are in the order of their names; what was said in JSON keeps the order in
 * which it was said, since that is part of the record.
 */
export function formatLine(line: Line): string {
  const ordered = 'holds' in line ? { ...line, holds: sortFields(line.holds) } : line;
  return `${JSON.stringify(sortFields(ordered))}\n`;
}

type Properties = Readonly<Record<string, unknown>>;

/** A thing as the graph has it, as a line. */
export function toThingLine(type: TypeName, { id, key, ...properties }: Properties): NodeLine {
  const holds = Object.fromEntries(Object.entries(properties).filter(([name]) => isExported(type, name)));
  return { record: 'thing', id: id as string, key: key as string, type, holds };
}

/** What the graph has of a line's thing before the rest is worked out. */
export function fromThingLine({ id, key, type, holds }: NodeLine): Properties {
  const isEntity = labelsOf(type!).includes('Entity');
  const updated = isEntity ? { sortUpdated: sortUpdated(holds.updatedAt as string, key!) } : {};
  return { ...holds, id, key, sortKey: sortKey(key!), ...updated };
}

/** A tombstone keeps everything it had, for the day on which it comes back. */
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

/** Whether the JSON on a relationship is one text, else a text for each field. */
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

export function toRevisionLine(of: string, { id, thing: _same, changes, state, ...rest }: Properties): RevisionLine {
  const parsed = { changes: JSON.parse(changes as string) as unknown, state: JSON.parse(state as string) as unknown };
  return { record: 'revision', id: id as string, of, holds: { ...rest, ...parsed } };
}

export const fromRevisionLine = ({ id, of, holds: { changes, state, ...rest } }: RevisionLine): Properties => ({
  ...rest,
  id,
  thing: of,
  changes: JSON.stringify(changes),
  state: JSON.stringify(state),
});
