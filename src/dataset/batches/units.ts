import { type ClaimInput } from '../../record/input/record-input.ts';
import { type BlockOfDataSet } from '../../record/input/options.ts';
import { inputLists, typeSpecs, inputRows } from '../../record/input/type-specs.ts';
import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { externalIdsIn, refsIn } from '../../record/resolve/references.ts';
import { supportedSubjectTypes } from '../../record/draft/implied-supports.ts';
import { UnionFind } from './union-find.ts';

/** The lists of a block: one for each type of node, and the written-out claims. */
export type ListName = (typeof inputLists)[number] | 'claims';

/** A row of the input. The row of a meeting contains its participants. */
export interface RowAddress {
  block: number;
  list: ListName;
  index: number;
}

/** Rows that have to be in one transaction. */
export interface Unit {
  rows: RowAddress[];
  /** The number of rows, including participants. */
  size: number;
  /** The numbers of the units that define what this one refers to. */
  dependencies: readonly number[];
}

/** Of a block, entities first, then events, then facts, then written-out claims. */
const listOrder: readonly ListName[] = [
  ...(['countries', 'topics', 'organizations', 'posts', 'places', 'officials', 'documents'] as const),
  ...(['developments', 'meetings', 'tenures', 'memberships', 'statements'] as const),
  'claims',
];

type Fields = Readonly<Record<string, unknown>>;

/** A row with the keys by which it is grouped and ordered. */
interface KeyedRow {
  address: RowAddress;
  size: number;
  /** All rows that share one of these keys are in one unit: of all blocks, or of its own. */
  groupKeys: string[];
  blockKeys: string[];
  /** The row joins the unit of the rows with one of these keys, if there is one. */
  joinsGroups: string[];
  joinsInBlock: string[];
  provides: string[];
  refs: string[];
}

/**
 * Groups rows into units: rows that the writer compares with each other stay together (README.md). The blocks are gone through twice,
 * and of their rows only what is needed to find them again is kept.
 */
export function groupIntoUnits(input: Iterable<BlockOfDataSet>): Unit[] {
  const documentKeys = documentKeysByUrl(input);
  const addresses: RowAddress[] = [];
  const sizes: number[] = [];
  const unionFind = new UnionFind();
  const firstByKey = new Map<string, number>();
  const joining: [place: number, key: string][] = [];
  const providers = new Map<string, number>();
  /** The places of the rows that define what a row refers to. */
  const needs: number[][] = [];
  /** Rows that point forward, by what they refer to. */
  const waiting = new Map<string, number[]>();

  let number = 0;
  for (const source of input) {
    const rows = keyRows(source, number, documentKeys);
    const start = addresses.length;
    const firstInBlock = new Map<string, number>();
    rows.forEach(({ address, size, groupKeys, blockKeys, joinsGroups, provides }, index) => {
      const place = start + index;
      addresses.push(address);
      sizes.push(size);
      unionFind.add();
      for (const [keys, first] of [
        [groupKeys, firstByKey],
        [blockKeys, firstInBlock],
      ] as const) {
        for (const key of keys) {
          const other = first.get(key);
          if (other === undefined) first.set(key, place);
          else unionFind.union(other, place);
        }
      }
      for (const key of joinsGroups) joining.push([place, key]);
      for (const key of provides) if (!providers.has(key)) providers.set(key, place);
    });
    rows.forEach(({ joinsInBlock, refs }, index) => {
      const place = start + index;
      for (const key of joinsInBlock) unionFind.union(firstInBlock.get(key) ?? place, place);
      const known = new Set<number>();
      for (const ref of refs) {
        const provider = providers.get(ref);
        if (provider !== undefined) known.add(provider);
        else if (waiting.has(ref)) waiting.get(ref)!.push(place);
        else waiting.set(ref, [place]);
      }
      needs.push([...known]);
    });
    number += 1;
  }
  for (const [place, key] of joining) unionFind.union(firstByKey.get(key) ?? place, place);
  for (const [ref, places] of waiting) {
    const provider = providers.get(ref); // otherwise it is in the graph
    if (provider !== undefined) for (const place of places) needs[place]!.push(provider);
  }
  return toUnits(unionFind.groupNumbers(), addresses, sizes, needs);
}

function toUnits(
  unitOf: readonly number[],
  addresses: readonly RowAddress[],
  sizes: readonly number[],
  needs: readonly (readonly number[])[],
): Unit[] {
  const units: (Unit & { dependencies: number[] })[] = [];
  addresses.forEach((address, place) => {
    const unit = (units[unitOf[place]!] ??= { rows: [], size: 0, dependencies: [] });
    unit.rows.push(address);
    unit.size += sizes[place]!;
    for (const need of needs[place]!) if (unitOf[need] !== unitOf[place]) unit.dependencies.push(unitOf[need]!);
  });
  return units;
}

/** The keys of documents by URL, because a source may refer to a document by either. */
function documentKeysByUrl(input: Iterable<BlockOfDataSet>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { block } of input)
    for (const { url, key, ref } of block.documents ?? []) if (url !== undefined) keys.set(url, key ?? ref ?? url);
  return keys;
}

function keyRows(
  { block, dataSet: { key: scope } }: BlockOfDataSet,
  number: number,
  documentKeys: ReadonlyMap<string, string>,
): KeyedRow[] {
  const { source } = block;
  const address = source.url === undefined ? undefined : (documentKeys.get(source.url) ?? source.url);
  const document = source.document ?? address ?? source.title ?? '';
  const anonymous = (source.attribution ?? []).flatMap(({ anonymous }) => anonymous?.key ?? []);

  const rows = inputLists.flatMap((list) =>
    inputRows(block, list).map((fields, index): KeyedRow => {
      const entity = entityKey(list, fields);
      const isComplete =
        typeSpecs[list].required.every((field) => fields[field] !== undefined) || fields.ref !== undefined;
      return {
        address: { block: number, list, index },
        size: 1 + participantsOf(fields).length,
        groupKeys: [`row ${scope} ${document} ${entity}`, ...(isComplete ? [] : [entity])],
        blockKeys: supportKeys(list, fields),
        joinsGroups: [entity],
        joinsInBlock: [],
        provides: [...keysOf(fields), ...anonymous, ...externalIdsIn({ source, [list]: [fields] })],
        refs: [...refsIn({ source, [list]: [fields] }, 0).flatMap(provided), document],
      };
    }),
  );
  const claims = (block.claims ?? []).map((claim, index): KeyedRow => {
    const { key, type, subject, supports, evidence } = claim;
    return {
      address: { block: number, list: 'claims', index },
      size: 1,
      groupKeys: key === undefined ? [`claim ${scope} ${evidence?.[0]?.document ?? document} ${type} ${subject}`] : [],
      blockKeys: [],
      joinsGroups: [subject, ...(supports ?? [])],
      joinsInBlock: supportedKeys(claim),
      provides: [...(key === undefined ? [] : [key]), ...anonymous],
      refs: [...refsIn({ source, claims: [claim] }, 0).flatMap(provided), document],
    };
  });
  return [...rows, ...claims].sort(
    (a, b) =>
      listOrder.indexOf(a.address.list) - listOrder.indexOf(b.address.list) || a.address.index - b.address.index,
  );
}

/** What the row that a reference means may provide: its key, or its external id. */
const provided = (ref: string): string[] => [ref, externalIdOfRef(ref) ?? ref];

const participantsOf = (fields: Fields) => (fields.participants ?? []) as Fields[];

const keysOf = (fields: Fields): string[] =>
  [fields, ...participantsOf(fields)].map(({ key }) => key).filter((key) => typeof key === 'string');

/** Identifies the node that a row is about. */
function entityKey(list: ListName, fields: Fields): string {
  const key = fields.key ?? fields.ref;
  if (typeof key === 'string') return key;
  if (list === 'tenures') return pairKey(fields.official, fields.post);
  if (list === 'memberships') return pairKey(fields.member, fields.organization);
  return `${String(fields.body)}#${String(fields.ordinal)}`;
}

const pairKey = (one: unknown, other: unknown) => `${String(one)} at ${String(other)}`;

/** The keys by which claims of the block may support a row; see {@link supportedKeys}. */
function supportKeys(list: ListName, fields: Fields): string[] {
  const own = entityKey(list, fields);
  const words = [own, ...keysOf(fields), ...(list === 'statements' ? [`said ${own}`] : [])];
  if (list === 'tenures') words.push(pairKey(fields.official, fields.post));
  if (list === 'memberships') words.push(pairKey(fields.member, fields.organization));
  return [...words, ...participantsOf(fields).map(({ actor }) => pairKey(actor, own))];
}

/** What a claim supports explicitly, or may support by its type, subject and objects (record/draft/implied-supports.ts). */
function supportedKeys({ type, subject, objects = [], supports }: ClaimInput): string[] {
  if (supports) return supports;
  return [
    ...(supportedSubjectTypes[type] ? [subject] : []),
    ...objects.flatMap((object) => [pairKey(subject, object), pairKey(object, subject), `said ${object}`]),
  ];
}
