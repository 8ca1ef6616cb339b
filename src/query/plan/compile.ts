import { type Call, kindOfRef, plainCall } from '../fields/call.ts';
import { type Mapping } from '../fields/mapping.ts';
import { type ReadField, type Row } from '../response/read.ts';
import { layOut } from '../statement/layout.ts';
import { Selection } from '../statement/selection.ts';
import { type Root, type Written, write } from '../statement/write.ts';
import { Recent } from '../recent.ts';
import { callOf } from './calls.ts';
import { demandField } from './demand.ts';
import { type PlannedRoot } from './planned.ts';

/** A root field ready to run: its statement, and how the answer is read from the rows. */
export interface Compiled extends Written {
  /** What the statement was written from; undefined where it asks the graph for nothing. */
  root: Root | undefined;
  read: ReadField<Row>;
}

/** So many statements of one root field are kept: its filters, orders and directions make ever more of them. */
const VARIANTS = 64;

type Thing = NonNullable<Mapping['thing']>;

const known = new WeakMap<PlannedRoot, Recent<string, Compiled>>();

/** The calls of a root field with these variables; after those of its fields comes one whose value is the day. */
export function callsOf(root: PlannedRoot, variables: Readonly<Record<string, unknown>>, today: string): Call[] {
  return [...root.calls.map((field) => callOf(field, variables)), plainCall({}, [today])];
}

/** The statement for a root field whose calls have these shapes; what is in the calls beside does not matter. */
export function compile(root: PlannedRoot, calls: readonly Call[]): Compiled {
  let variants = known.get(root);
  if (!variants) known.set(root, (variants = new Recent(VARIANTS)));
  return variants.take(calls.map(({ shape }) => shape).join('\n'), () => compiled(root, calls));
}

function compiled({ field, calls: fields }: PlannedRoot, calls: readonly Call[]): Compiled {
  const selection = new Selection();
  const reading = demandField(field, selection, { calls });
  const { thing } = field.mapping!;
  const laid = layOut(selection, (number) => calls[number]!.shape);
  // Arguments that are not acceptable leave nothing to ask the graph for.
  const isAsking = field.call === null || !calls[field.call]!.error;
  const root = { thing: thing && startOf(thing, field.call!, calls), selection: laid, today: fields.length };
  const written = isAsking ? write(root) : NOTHING;
  return { ...written, root: written.text === '' ? undefined : root, read: reading() };
}

function startOf({ by, label }: Thing, call: number, calls: readonly Call[]): Root['thing'] {
  return { by: by === 'ref' ? kindOfRef(calls[call]!.values[0]) : by, label, call, index: 0 };
}

const NOTHING: Written = { text: '', parameters: [], hasHead: false, streamed: undefined };
