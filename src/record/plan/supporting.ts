import { timeOf } from '../../domain/time.ts';
import { Role, type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input.ts';
import { type TypeName } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { type Draft } from './draft.ts';
import { knownBySlot } from './known.ts';
import { type Span, overlapping, rowSpan, spanOf, storedSpan } from './span.ts';
import { type Survey } from './survey.ts';

/** What of a claim tells for which facts it may speak. */
export type Said = Pick<Draft, 'type' | 'subject' | 'objects' | 'time'>;

/** Claims of these types speak of their subject itself, where it is of one of these types. */
export const ofSubject: Partial<Record<ClaimType, readonly TypeName[]>> = {
  EVENT: ['Meeting', 'Development'],
  ORDINAL: ['Meeting'],
  HELD_AT: ['Meeting'],
  PARTICIPANT_COUNT: ['Meeting'],
  DISCUSSED: ['Meeting', 'Development'],
  AGREED: ['Meeting', 'Development'],
  TIME: ['Meeting', 'Development', 'Statement'],
  STATUS: ['Meeting', 'Development', 'Participation', 'Tenure'],
  LOCATED_IN: ['Place'],
  OPERATED_BY: ['Place'],
  FOUNDED: ['Organization'],
};

/** The roles of which a type of claim speaks; ATTENDS speaks of any, and of these last. */
const roles: Partial<Record<ClaimType, readonly Role[]>> = {
  CHAIRS: [Role.CHAIR],
  CONVENES: [Role.CONVENER],
  HOSTS: [Role.HOST],
  ATTENDS: Object.values(Role),
};
const leading: readonly string[] = [Role.CHAIR, Role.CONVENER, Role.HOST, Role.ORGANIZER];

/** The slots of the facts of which a claim may speak by its type, subject and objects. */
export function slotsOf({ type, subject, objects }: Said): string[] {
  switch (type) {
    case 'CHAIRS':
    case 'CONVENES':
    case 'HOSTS':
    case 'ATTENDS':
      return objects
        .filter((object) => object.type === 'Meeting')
        .flatMap((meeting) => roles[type]!.map((role) => `${subject.id}|${meeting.id}|${role}`));
    case 'HOLDS_POST':
    case 'HELD_POST':
    case 'CANDIDATE_FOR':
      return objects.filter((object) => object.type === 'Post').map((post) => `${subject.id}|${post.id}`);
    case 'MEMBERS':
      return objects.map((member) => `${member.id}|${subject.id}`);
    default:
      return [];
  }
}

/** What a claim supports, and whether that is for good: where it follows from what facts there are, a new one may change it. */
export interface Supported {
  things: readonly Thing[];
  follows: boolean;
}

/** A fact of the input or of the graph. */
interface Fact {
  thing: Thing;
  /** Null for a participation, which has no time of its own. */
  span: Span | null;
}

/** What a claim speaks for when it does not say so: what its type and subject imply. Facts are never made by a claim. */
export class Implied {
  readonly #inInput: ReadonlyMap<string, (Fact & { block: number })[]>;
  readonly #stored: ReadonlyMap<string, Fact[]>;

  private constructor(inInput: Map<string, (Fact & { block: number })[]>, stored: Map<string, Fact[]>) {
    this.#inInput = inInput;
    this.#stored = stored;
  }

  /** @param further Slots of which others than the claims of these blocks will ask. */
  static async among(
    tx: Tx,
    blocks: readonly RecordInput[],
    survey: Survey,
    further: readonly string[],
  ): Promise<Implied> {
    const inInput = new Map<string, (Fact & { block: number })[]>();
    for (const { thing, block, fields } of survey.rows) {
      const slot = survey.identities.get(thing.id)?.slot ?? survey.directory.known(thing.id)?.slot;
      if (!slot) continue;
      const span = thing.type === 'Participation' ? null : rowSpan(fields, survey.sources[block]!.published);
      inInput.set(slot, [...(inInput.get(slot) ?? []), { thing, span, block }]);
    }
    const open = blocks.flatMap(({ claims }) =>
      (claims ?? [])
        .filter(({ supports }) => supports === undefined)
        .flatMap(({ type, subject, objects }) => {
          const things = [subject, ...(objects ?? [])].map((ref) => survey.directory.find(ref));
          const [first, ...others] = things.filter((thing) => thing !== undefined);
          return things[0] && first ? slotsOf({ type, subject: first, objects: others, time: null }) : [];
        }),
    );
    const known = await knownBySlot(tx, [...open, ...further]);
    const stored = [...known].map(([slot, facts]): [string, Fact[]] => [
      slot,
      facts.map((thing) => ({
        thing,
        span: thing.type === 'Participation' ? null : storedSpan(thing.properties),
      })),
    ]);
    return new Implied(inInput, new Map(stored));
  }

  /**
   * Facts in rows of the claim's own block are what it means; else all those that any source speaks of.
   *
   * @param block Null for a claim that the graph has.
   */
  of(claim: Said, block: number | null): Supported {
    const spoken = claim.objects.filter(({ type }) => type === 'Statement');
    if (spoken.length > 0) return { things: spoken, follows: false };
    if (ofSubject[claim.type]?.includes(claim.subject.type)) return { things: [claim.subject], follows: false };
    const input = (slot: string) => this.#inInput.get(slot) ?? [];
    const own = factsOf(claim, (slot) => input(slot).filter((fact) => fact.block === block));
    if (own.length > 0) return { things: own, follows: false };
    const all = (slot: string) => [...input(slot), ...(this.#stored.get(slot) ?? [])];
    return { things: factsOf(claim, (slot) => all(slot).filter((fact) => inTime(fact, claim))), follows: true };
  }
}

/** Who is said to attend is meant in any role, and in a leading one only where there is no other. */
function factsOf(claim: Said, bySlot: (slot: string) => readonly Fact[]): Thing[] {
  const found = slotsOf(claim)
    .map((slot) => ({ slot, facts: bySlot(slot) }))
    .filter(({ facts }) => facts.length > 0);
  const led = ({ slot }: { slot: string }) => leading.some((role) => slot.endsWith(`|${role}`));
  const plain = claim.type === 'ATTENDS' ? found.filter((each) => !led(each)) : found;
  return distinct((plain.length > 0 ? plain : found).flatMap(({ facts }) => facts.map(({ thing }) => thing)));
}

/** A claim about a tenure speaks of the one that it overlaps. */
function inTime(fact: Fact, { time, type }: Said): boolean {
  if (fact.span === null || time === null) return true;
  const unknown = timeOf({});
  const status = type === 'HELD_POST' ? 'ENDED' : null;
  const span = spanOf({ status, start: unknown, end: unknown, observedAt: [timeOf(time)] });
  return overlapping(fact.span, span);
}

const distinct = (things: readonly Thing[]): Thing[] => [...new Map(things.map((thing) => [thing.id, thing])).values()];
