import { timeOf } from '../../domain/time.ts';
import { Role, type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type RecordInput } from '../input.ts';
import { type Thing, type TypeName } from '../things.ts';
import { type Draft } from './draft.ts';
import { type Known, knownBySlot } from './known.ts';
import { overlapping, spanOf, storedSpan } from './span.ts';
import { type Survey } from './survey.ts';

type Said = Pick<Draft, 'type' | 'subject' | 'objects' | 'time'>;

/** Claims of these types speak of their subject itself, where it is of one of these types. */
const ofSubject: Partial<Record<ClaimType, readonly TypeName[]>> = {
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
function slotsOf({ type, subject, objects }: Said): string[] {
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

/** What a claim speaks for when it does not say so: what its type and subject imply. Facts are never made by a claim. */
export class Implied {
  readonly #inInput: ReadonlyMap<string, { thing: Thing; block: number }[]>;
  readonly #stored: ReadonlyMap<string, Known[]>;

  private constructor(inInput: Map<string, { thing: Thing; block: number }[]>, stored: Map<string, Known[]>) {
    this.#inInput = inInput;
    this.#stored = stored;
  }

  static async among(tx: Tx, blocks: readonly RecordInput[], survey: Survey): Promise<Implied> {
    const inInput = new Map<string, { thing: Thing; block: number }[]>();
    for (const { thing, block } of survey.rows) {
      const slot = survey.identities.get(thing.id)?.slot ?? survey.directory.known(thing.id)?.slot;
      if (slot) inInput.set(slot, [...(inInput.get(slot) ?? []), { thing, block }]);
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
    return new Implied(inInput, await knownBySlot(tx, open));
  }

  /** @param block Facts in rows of the claim's own block go first, then those of the input, then those of the graph. */
  of(claim: Said, block: number): Thing[] {
    const spoken = claim.objects.filter(({ type }) => type === 'Statement');
    if (spoken.length > 0) return spoken;
    if (ofSubject[claim.type]?.includes(claim.subject.type)) return [claim.subject];
    const slots = slotsOf(claim);
    const facts = (bySlot: (slot: string) => readonly Thing[]) => {
      const found = slots.map((slot) => ({ slot, things: bySlot(slot) })).filter(({ things }) => things.length > 0);
      const led = ({ slot }: { slot: string }) => leading.some((role) => slot.endsWith(`|${role}`));
      const plain = claim.type === 'ATTENDS' ? found.filter((each) => !led(each)) : found;
      return (plain.length > 0 ? plain : found).flatMap(({ things }) => things);
    };
    const input = (slot: string) => this.#inInput.get(slot) ?? [];
    const own = facts((slot) => input(slot).flatMap((row) => (row.block === block ? [row.thing] : [])));
    if (own.length > 0) return distinct(own);
    const others = facts((slot) => input(slot).map(({ thing }) => thing));
    if (others.length > 0) return distinct(others);
    return facts((slot) => (this.#stored.get(slot) ?? []).filter((fact) => inTime(fact, claim)));
  }
}

/** A claim about a tenure speaks of the one that it overlaps. */
function inTime(fact: Known, { time, type }: Said): boolean {
  if (fact.type === 'Participation' || time === null) return true;
  const unknown = timeOf({});
  const status = type === 'HELD_POST' ? 'ENDED' : null;
  const span = spanOf({ status, start: unknown, end: unknown, observedAt: [timeOf(time)] });
  return overlapping(storedSpan(fact.properties), span);
}

const distinct = (things: readonly Thing[]): Thing[] => [...new Map(things.map((thing) => [thing.id, thing])).values()];
