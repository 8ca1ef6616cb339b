import { type ClaimInput, type RecordInput } from '../../record/input.ts';
import { listed, parts, rowsOf } from '../../record/parts.ts';
import { refsOf } from '../../record/plan/mentions.ts';
import { ofSubject } from '../../record/plan/supporting.ts';
import { Groups } from './groups.ts';

/** The lists of a block: its parts, and the claims that are written out. */
export type ListName = (typeof listed)[number] | 'claims';

/** A row of the input; that of a meeting has its participants in it. */
export interface Place {
  block: number;
  list: ListName;
  index: number;
}

/** Rows that have to go in one transaction. */
export interface Unit {
  rows: Place[];
  /** How many rows the author counts in it: participants are rows too. */
  size: number;
  /** Numbers of the units that give what this one points at. */
  needs: Set<number>;
}

/** Things first, then what happened, then who held what and said what, then the claims that are written out. */
const order: readonly ListName[] = [
  ...(['countries', 'topics', 'organizations', 'posts', 'places', 'officials', 'documents'] as const),
  ...(['developments', 'meetings', 'tenures', 'memberships', 'statements'] as const),
  'claims',
];

type Fields = Readonly<Record<string, unknown>>;

/** A row with what tells where it belongs. */
interface Bound extends Place {
  size: number;
  /** Words of which all rows that hold one go together. */
  holds: string[];
  /** Words by which a row goes with those that hold one, if there are any. */
  joins: string[];
  gives: string[];
  refs: string[];
}

/**
 * Parts blocks into units: what the writer compares with one another stays together (README.md).
 *
 * @param scopes The key of each block's data set.
 */
export function unitsOf(blocks: readonly RecordInput[], scopes: readonly string[]): Unit[] {
  const addresses = addressesIn(blocks);
  const rows = blocks.flatMap((block, number) => boundRows(block, number, scopes[number]!, addresses));
  rows.sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list) || a.block - b.block || a.index - b.index);
  const groups = new Groups(rows.length);
  const holders = new Map<string, number>();
  rows.forEach(({ holds }, place) => {
    for (const word of holds) {
      const other = holders.get(word);
      if (other === undefined) holders.set(word, place);
      else groups.join(other, place);
    }
  });
  rows.forEach(({ joins }, place) => {
    for (const word of joins) groups.join(holders.get(word) ?? place, place);
  });

  const unitOf = groups.numbers();
  const units: Unit[] = [];
  const givers = new Map<string, number>();
  rows.forEach(({ block, list, index, size, gives }, place) => {
    const unit = (units[unitOf[place]!] ??= { rows: [], size: 0, needs: new Set() });
    unit.rows.push({ block, list, index });
    unit.size += size;
    for (const key of gives) if (!givers.has(key)) givers.set(key, unitOf[place]!);
  });
  rows.forEach(({ refs }, place) => {
    const own = unitOf[place]!;
    for (const ref of refs) {
      const giver = givers.get(ref) ?? own;
      if (giver !== own) units[own]!.needs.add(giver);
    }
  });
  return units;
}

/** Documents that rows describe, by their addresses: a source may name one by either. */
const addressesIn = (blocks: readonly RecordInput[]) =>
  new Map(
    blocks.flatMap(({ documents }) =>
      (documents ?? []).flatMap(({ url, key, ref }): [string, string][] =>
        url === undefined ? [] : [[url, key ?? ref ?? url]],
      ),
    ),
  );

function boundRows(block: RecordInput, number: number, scope: string, addresses: ReadonlyMap<string, string>): Bound[] {
  const { source } = block;
  const address = source.url === undefined ? undefined : (addresses.get(source.url) ?? source.url);
  const document = source.document ?? address ?? source.title ?? '';
  const anonymous = (source.attribution ?? []).flatMap(({ anonymous }) => anonymous?.key ?? []);
  const about = (word: string) => `${number} ${word}`;

  const rows = listed.flatMap((list) =>
    rowsOf(block, list).map((fields, index): Bound => {
      const thing = thingOf(list, fields);
      const whole = parts[list].needs.every((field) => fields[field] !== undefined) || fields.ref !== undefined;
      return {
        ...{ block: number, list, index, size: 1 + participantsOf(fields).length },
        holds: [`row ${scope} ${document} ${thing}`, ...spokenFor(list, fields).map(about), ...(whole ? [] : [thing])],
        joins: [thing],
        gives: [...keysIn(fields), ...anonymous],
        refs: [...refsOf({ source, [list]: [fields] }, 0), document],
      };
    }),
  );
  const claims = (block.claims ?? []).map((claim, index): Bound => {
    const { key, type, subject, supports, evidence } = claim;
    return {
      ...{ block: number, list: 'claims', index, size: 1 },
      holds: key === undefined ? [`claim ${scope} ${evidence?.[0]?.document ?? document} ${type} ${subject}`] : [],
      joins: [...speaksFor(claim).map(about), subject, ...(supports ?? [])],
      gives: [...(key === undefined ? [] : [key]), ...anonymous],
      refs: [...refsOf({ source, claims: [claim] }, 0), document],
    };
  });
  return [...rows, ...claims];
}

const participantsOf = (fields: Fields) => (fields.participants ?? []) as Fields[];

const keysIn = (fields: Fields): string[] =>
  [fields, ...participantsOf(fields)].map(({ key }) => key).filter((key) => typeof key === 'string');

/** What a row speaks of, in words that are the same for the same thing. */
function thingOf(list: ListName, fields: Fields): string {
  const key = fields.key ?? fields.ref;
  if (typeof key === 'string') return key;
  if (list === 'tenures') return seat(fields.official, fields.post);
  if (list === 'memberships') return seat(fields.member, fields.organization);
  return `${String(fields.body)}#${String(fields.ordinal)}`;
}

const seat = (one: unknown, other: unknown) => `${String(one)} at ${String(other)}`;

/** The words under which claims of the block may speak for a row, as {@link speaksFor} has them. */
function spokenFor(list: ListName, fields: Fields): string[] {
  const own = thingOf(list, fields);
  const words = [own, ...keysIn(fields), ...(list === 'statements' ? [`said ${own}`] : [])];
  if (list === 'tenures') words.push(seat(fields.official, fields.post));
  if (list === 'memberships') words.push(seat(fields.member, fields.organization));
  return [...words, ...participantsOf(fields).map(({ actor }) => seat(actor, own))];
}

/** What a claim says that it supports, or what it may support by its type and what it speaks of (plan/supporting.ts). */
function speaksFor({ type, subject, objects = [], supports }: ClaimInput): string[] {
  if (supports) return supports;
  return [
    ...(ofSubject[type] ? [subject] : []),
    ...objects.flatMap((object) => [seat(subject, object), seat(object, subject), `said ${object}`]),
  ];
}
