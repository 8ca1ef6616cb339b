import { type ClaimInput, type RecordInput } from '../../record/input/record-input.ts';
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
  /** The indexes of the units that define what this one refers to. */
  dependencies: Set<number>;
}

/** Entities first, then events, then facts, then written-out claims. */
const listOrder: readonly ListName[] = [
  ...(['countries', 'topics', 'organizations', 'posts', 'places', 'officials', 'documents'] as const),
  ...(['developments', 'meetings', 'tenures', 'memberships', 'statements'] as const),
  'claims',
];

type Fields = Readonly<Record<string, unknown>>;

/** A row with the keys by which it is grouped and ordered. */
interface KeyedRow extends RowAddress {
  size: number;
  /** All rows that share one of these keys are in one unit. */
  groupKeys: string[];
  /** The row joins the unit of the rows with one of these group keys, if there is one. */
  joinsGroups: string[];
  provides: string[];
  refs: string[];
}

/**
 * Groups rows into units: rows that the writer compares with each other stay together (README.md).
 *
 * @param scopes The key of each block's data set.
 */
export function groupIntoUnits(blocks: readonly RecordInput[], scopes: readonly string[]): Unit[] {
  const documentKeys = documentKeysByUrl(blocks);
  const rows = blocks.flatMap((block, number) => keyRows(block, number, scopes[number]!, documentKeys));
  rows.sort((a, b) => listOrder.indexOf(a.list) - listOrder.indexOf(b.list) || a.block - b.block || a.index - b.index);
  const unionFind = new UnionFind(rows.length);
  const firstRowByKey = new Map<string, number>();
  rows.forEach(({ groupKeys }, place) => {
    for (const key of groupKeys) {
      const other = firstRowByKey.get(key);
      if (other === undefined) firstRowByKey.set(key, place);
      else unionFind.union(other, place);
    }
  });
  rows.forEach(({ joinsGroups }, place) => {
    for (const key of joinsGroups) unionFind.union(firstRowByKey.get(key) ?? place, place);
  });

  const unitOf = unionFind.groupNumbers();
  const units: Unit[] = [];
  const providers = new Map<string, number>();
  rows.forEach(({ block, list, index, size, provides }, place) => {
    const unit = (units[unitOf[place]!] ??= { rows: [], size: 0, dependencies: new Set() });
    unit.rows.push({ block, list, index });
    unit.size += size;
    for (const key of provides) if (!providers.has(key)) providers.set(key, unitOf[place]!);
  });
  rows.forEach(({ refs }, place) => {
    const own = unitOf[place]!;
    for (const ref of refs) {
      const provider = providers.get(ref) ?? own;
      if (provider !== own) units[own]!.dependencies.add(provider);
    }
  });
  return units;
}

/** The keys of documents by URL, because a source may refer to a document by either. */
const documentKeysByUrl = (blocks: readonly RecordInput[]) =>
  new Map(
    blocks.flatMap(({ documents }) =>
      (documents ?? []).flatMap(({ url, key, ref }): [string, string][] =>
        url === undefined ? [] : [[url, key ?? ref ?? url]],
      ),
    ),
  );

function keyRows(
  block: RecordInput,
  number: number,
  scope: string,
  documentKeys: ReadonlyMap<string, string>,
): KeyedRow[] {
  const { source } = block;
  const address = source.url === undefined ? undefined : (documentKeys.get(source.url) ?? source.url);
  const document = source.document ?? address ?? source.title ?? '';
  const anonymous = (source.attribution ?? []).flatMap(({ anonymous }) => anonymous?.key ?? []);
  const inBlock = (word: string) => `${number} ${word}`;

  const rows = inputLists.flatMap((list) =>
    inputRows(block, list).map((fields, index): KeyedRow => {
      const entity = entityKey(list, fields);
      const isComplete =
        typeSpecs[list].required.every((field) => fields[field] !== undefined) || fields.ref !== undefined;
      return {
        ...{ block: number, list, index, size: 1 + participantsOf(fields).length },
        groupKeys: [
          `row ${scope} ${document} ${entity}`,
          ...supportKeys(list, fields).map(inBlock),
          ...(isComplete ? [] : [entity]),
        ],
        joinsGroups: [entity],
        provides: [...keysOf(fields), ...anonymous, ...externalIdsIn({ source, [list]: [fields] })],
        refs: [...refsIn({ source, [list]: [fields] }, 0).flatMap(provided), document],
      };
    }),
  );
  const claims = (block.claims ?? []).map((claim, index): KeyedRow => {
    const { key, type, subject, supports, evidence } = claim;
    return {
      ...{ block: number, list: 'claims', index, size: 1 },
      groupKeys: key === undefined ? [`claim ${scope} ${evidence?.[0]?.document ?? document} ${type} ${subject}`] : [],
      joinsGroups: [...supportedKeys(claim).map(inBlock), subject, ...(supports ?? [])],
      provides: [...(key === undefined ? [] : [key]), ...anonymous],
      refs: [...refsIn({ source, claims: [claim] }, 0).flatMap(provided), document],
    };
  });
  return [...rows, ...claims];
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
