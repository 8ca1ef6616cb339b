import { type RecordInput } from '../input.ts';
import { type Part, type PartName, listed, parts, rowsOf } from '../parts.ts';
import { type TypeName, withArticle } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Directory } from './directory.ts';
import { type Path } from './mentions.ts';
import { type Problems } from './problems.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A row of the input and the thing it speaks of. */
export interface Row {
  part: Part;
  thing: Thing;
  block: number;
  path: Path;
  fields: Fields;
  /** Of a participation: the meeting in whose row it stands. */
  meeting?: Thing;
}

/** A row of facts, whose thing is found by what makes it the same fact (same.ts). */
export interface FactRow extends Omit<Row, 'thing'> {
  part: Part & { type: 'Participation' | 'Tenure' | 'Membership' };
}

const isFact = (name: PartName): name is 'tenures' | 'memberships' => name === 'tenures' || name === 'memberships';

/**
 * Reads what a block's rows speak of; rows that point nowhere are told of and left out.
 *
 * @param declaring Whether to read the rows that give a key, or those that point by `ref`.
 */
export function entityRows(
  block: RecordInput,
  number: number,
  directory: Directory,
  scope: string,
  declaring: boolean,
): Row[] {
  return listed
    .filter((name) => !isFact(name))
    .flatMap((name) =>
      rowsOf(block, name).flatMap((fields, index) => {
        const part = parts[name];
        const path = [number, name, index];
        if ((fields.key !== undefined) !== declaring) return [];
        const thing = thingOf(fields, part.type, path, directory, scope);
        return thing === null ? [] : [{ part, thing, block: number, path, fields }];
      }),
    );
}

/** Reads the rows of tenures and memberships, and the participants of those meetings that are known by now. */
export function factRows(block: RecordInput, number: number, meetings: readonly Row[]): FactRow[] {
  const tenures = (['tenures', 'memberships'] as const).flatMap((name) =>
    rowsOf(block, name).map((fields, index) => ({
      part: parts[name],
      block: number,
      path: [number, name, index],
      fields,
    })),
  );
  const participations = meetings
    .filter((row) => row.block === number && row.part.type === 'Meeting')
    .flatMap((row) =>
      ((row.fields.participants ?? []) as Fields[]).map((fields, index) => ({
        part: parts.participants,
        block: number,
        path: [...row.path, 'participants', index],
        fields: { ...inherited(row.fields), ...fields },
        meeting: row.thing,
      })),
    );
  return [...participations, ...tenures];
}

/** A participant stands where its meeting stands, unless it says otherwise. */
const inherited = ({ paragraph }: Fields): Fields => (paragraph === undefined ? {} : { paragraph });

function thingOf(fields: Fields, type: TypeName, path: Path, directory: Directory, scope: string): Thing | null {
  const { ref, key } = fields as { ref?: string; key?: string };
  if (ref !== undefined) return directory.who({ ref, to: [type], path: [...path, 'ref'] });
  if (key !== undefined) return directory.declare(key, type, [...path, 'key'], scope);
  return null;
}

/** Tells of rows that neither point at a thing nor name a new one. Meetings may be meant by body and ordinal instead. */
export function checkNamed(block: RecordInput, number: number, problems: Problems): void {
  for (const name of listed.filter((part) => !isFact(part))) {
    rowsOf(block, name).forEach((fields, index) => {
      if (fields.ref !== undefined || fields.key !== undefined) return;
      if (name === 'meetings' && fields.body !== undefined && fields.ordinal !== undefined) return;
      const type = parts[name].type;
      const otherwise = name === 'meetings' ? ', or body and ordinal' : '';
      problems.invalid(
        [number, name, index],
        `the row does not say which ${type.toLowerCase()} is meant; give ref for ${withArticle(type)} already known, ` +
          `or key for a new one${otherwise}`,
      );
    });
  }
}
