import { type MeetingInput, type RecordInput } from '../../record/input/record-input.ts';
import { type DataSetFile } from '../file/format.ts';
import { type NameForm } from './mentions.ts';

/** The names of a node in the files by which a text could mention it. */
export interface NamedNode {
  /**
   * `country` and `named`: texts use its name. `meeting`: texts use its name, its body, its places or its participants.
   * `described`: its name was given by the coder and is not in texts.
   */
  kind: 'country' | 'named' | 'meeting' | 'described';
  names: string[];
  /** For a meeting: its body, places and participants. */
  relatedRefs: string[];
}

type NamedNodes = ReadonlyMap<string, NamedNode>;

const NAMED = ['officials', 'organizations', 'posts', 'places'] as const;
const DESCRIBED = ['developments', 'topics', 'documents', 'statements', 'tenures', 'memberships'] as const;

/** All nodes in the blocks, by key. */
export function collectNamedNodes(blocks: readonly RecordInput[]): NamedNodes {
  const nodes = new Map<string, NamedNode>();
  const add = (ref: string | undefined, kind: NamedNode['kind'], names: string[] = [], relatedRefs: string[] = []) => {
    if (ref === undefined) return;
    const node = nodes.get(ref) ?? { kind, names: [], relatedRefs: [] };
    node.names.push(...names);
    node.relatedRefs.push(...relatedRefs);
    nodes.set(ref, node);
  };
  for (const block of blocks) {
    for (const row of block.countries ?? []) add(row.ref ?? row.key, 'country', valuesOf(row.names));
    for (const part of NAMED)
      for (const row of block[part] ?? []) add(row.ref ?? row.key, 'named', valuesOf(row.names));
    for (const row of block.meetings ?? []) add(row.ref ?? row.key, 'meeting', valuesOf(row.names), relatedRefsOf(row));
    for (const part of DESCRIBED) for (const row of block[part] ?? []) add(row.ref ?? row.key, 'described');
    for (const { key } of (block.meetings ?? []).flatMap(({ participants }) => participants ?? []))
      add(key, 'described');
    for (const { anonymous } of block.source.attribution ?? [])
      add(anonymous?.key, 'named', valuesOf(anonymous?.names));
  }
  return nodes;
}

/** The words by which the text may mention the nodes: their names, and the short forms that the data set declares. */
export function collectNameForms(nodes: NamedNodes, { dataSet }: DataSetFile): NameForm[] {
  const isCountry = (ref: string) => nodes.get(ref)?.kind === 'country';
  const names = [...nodes].flatMap(([ref, node]) =>
    node.names.map((words) => ({ ref, words, isCountry: isCountry(ref), paragraphs: null })),
  );
  const shortForms = Object.entries(dataSet.source?.shortForms ?? {}).flatMap(([ref, forms]) =>
    forms.map((form) => ({
      ref,
      words: typeof form === 'string' ? form : form.form,
      isCountry: isCountry(ref),
      paragraphs: typeof form === 'string' ? null : form.in,
    })),
  );
  return [...names, ...shortForms];
}

const valuesOf = (names: readonly { value: string }[] = []) => names.map(({ value }) => value);

const relatedRefsOf = ({ body, place, places = [], participants = [] }: MeetingInput) =>
  [body, place, ...places, ...participants.map(({ actor }) => actor)].filter((ref) => ref !== undefined);
