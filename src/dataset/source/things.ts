import { type MeetingInput, type RecordInput } from '../../record/input.ts';
import { type DataSetFile } from '../format.ts';
import { type Form } from './mentions.ts';

/** What the files say of a thing, as far as a text could name it. */
export interface NamedThing {
  /**
   * `country` and `named`: texts call it by its name. `meeting`: texts call it by its body, its place or who is there.
   * `described`: its name is the coder's, and no text has it.
   */
  kind: 'country' | 'named' | 'meeting' | 'described';
  names: string[];
  /** Of a meeting: its body, place and participants. */
  through: string[];
}

type Things = ReadonlyMap<string, NamedThing>;

const NAMED = ['officials', 'organizations', 'posts', 'places'] as const;
const DESCRIBED = ['developments', 'topics', 'documents', 'statements', 'tenures', 'memberships'] as const;

/** Everything that the blocks speak of, by key. */
export function thingsOf(blocks: readonly RecordInput[]): Things {
  const things = new Map<string, NamedThing>();
  const note = (ref: string | undefined, kind: NamedThing['kind'], names: string[] = [], through: string[] = []) => {
    if (ref === undefined) return;
    const thing = things.get(ref) ?? { kind, names: [], through: [] };
    thing.names.push(...names);
    thing.through.push(...through);
    things.set(ref, thing);
  };
  for (const block of blocks) {
    for (const row of block.countries ?? []) note(row.ref ?? row.key, 'country', valuesOf(row.names));
    for (const part of NAMED)
      for (const row of block[part] ?? []) note(row.ref ?? row.key, 'named', valuesOf(row.names));
    for (const row of block.meetings ?? []) note(row.ref ?? row.key, 'meeting', valuesOf(row.names), relatives(row));
    for (const part of DESCRIBED) for (const row of block[part] ?? []) note(row.ref ?? row.key, 'described');
    for (const { key } of (block.meetings ?? []).flatMap(({ participants }) => participants ?? []))
      note(key, 'described');
    for (const { anonymous } of block.source.attribution ?? [])
      note(anonymous?.key, 'named', valuesOf(anonymous?.names));
  }
  return things;
}

/** The words by which the text may name the things: their names, and the short forms that the data set declares. */
export function formsOf(things: Things, { dataSet }: DataSetFile): Form[] {
  const isCountry = (ref: string) => things.get(ref)?.kind === 'country';
  const names = [...things].flatMap(([ref, thing]) =>
    thing.names.map((words) => ({ ref, words, country: isCountry(ref), paragraphs: null })),
  );
  const shortForms = Object.entries(dataSet.source?.shortForms ?? {}).flatMap(([ref, forms]) =>
    forms.map((form) => ({
      ref,
      words: typeof form === 'string' ? form : form.form,
      country: isCountry(ref),
      paragraphs: typeof form === 'string' ? null : form.in,
    })),
  );
  return [...names, ...shortForms];
}

const valuesOf = (names: readonly { value: string }[] = []) => names.map(({ value }) => value);

const relatives = ({ body, place, participants = [] }: MeetingInput) =>
  [body, place, ...participants.map(({ actor }) => actor)].filter((ref) => ref !== undefined);
