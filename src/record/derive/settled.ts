import { type Assertion, type SlotContext, decide, standingOf } from '../../domain/slots.ts';
import { isLive } from '../../domain/assertion.ts';
import { type Time, timeOf } from '../../domain/time.ts';
import { isPlanWord } from '../../domain/values.ts';
import { ClaimStatus, EventStatus, Polarity, ReviewState, type Standing } from '../../domain/vocabulary.generated.ts';
import { slotsOf } from '../claim-slots.ts';
import { type Field } from '../parts.ts';
import { type TypeName } from '../../domain/thing-types.ts';
import { type Neighbours, type Said, type Told, resolved } from './evidence.ts';
import { partOf, unions } from './fields.ts';

/** What a thing's sources come to: one value for each field, and what they could not agree on. */
export interface Settled {
  /** Things by their ids, times as {@link Time}; missing where nothing is said. */
  values: Readonly<Record<string, unknown>>;
  disputes: readonly Dispute[];
  standing: Standing;
}

/** Claims about one field that cannot hold together; claims by their ids. */
export interface Dispute {
  field: string;
  among: readonly string[];
  follows: string | null;
  rule: string | null;
}

/** Settles what descriptions and claims say of a thing by the written rules (docs/domain.md, "When sources meet"). */
export function settled(
  type: Exclude<TypeName, 'Claim'>,
  told: readonly Told[],
  said: readonly Said[],
  neighbours: Neighbours,
): Settled {
  const { said: slots, told: attributes } = partOf[type];
  const live = said.filter(({ claim }) => isLive(claim));
  // What is withdrawn keeps the values of its last claims, so that it can still be told what it was.
  const basis = live.length > 0 ? live : said.map(accepted);
  const values: Record<string, unknown> = {};
  const disputes: Dispute[] = [];
  for (const [field, kind] of Object.entries({ ...attributes, ...slots })) {
    if (field === 'names' || field === 'externalIds') continue;
    if (unions.has(field)) {
      values[field] = union(field, kind, told, basis, neighbours);
      continue;
    }
    if (field === 'inferred') {
      values.inferred = basis.length > 0 && basis.every((claim) => claim.values.inferred === true);
      continue;
    }
    const assertions = assertionsOn(field, kind, basis, neighbours);
    const decision = decide(assertions, contextOf(neighbours));
    const value =
      decision.value ?? toldFirst(field, kind, told, neighbours) ?? openValue(field, decision.disputed, assertions);
    if (value !== undefined) values[field] = value;
    if (live.length > 0 && decision.among.length > 0) disputes.push(disputeOf(field, decision, basis));
  }
  const standing = standingOf(
    said.map(({ claim }) => claim),
    disputes.some(({ follows }) => follows === null),
  );
  return { values, disputes, standing };
}

const accepted = (said: Said): Said => ({ ...said, claim: { ...said.claim, reviewState: ReviewState.ACCEPTED } });

/** Whether one place lies in another, by what the graph knows. */
export const contextOf = (neighbours: Neighbours): SlotContext => ({
  within: (inner, outer) => neighbours.get(inner as string)?.around.includes(outer as string) ?? false,
});

/** What the claims say of one field, in the form in which the rules compare it. */
export function assertionsOn(field: string, kind: Field, said: readonly Said[], neighbours: Neighbours): Assertion[] {
  return said.flatMap((each) => {
    const value = each.values[field];
    if (value === undefined || value === null) return [];
    if (kind.to && !neighbours.has(value as string)) return [];
    const compared = kind.time ? timeOf(value) : resolved(value, kind, neighbours);
    return [{ ...each.claim, ...tellingOf(field, each), value: compared }];
  });
}

/** The fields that say of a fact that it is so: who does not belong to a group belongs to it as nothing. */
const existence = { status: true, role: true };

/**
 * How a claim tells one field. What it denies is that something is so, not where or in which post; and the date of what
 * is only planned, or was called off, is a plan even where an official record tells of the plan.
 */
function tellingOf(field: string, { type, claim, values }: Said): Pick<Assertion, 'polarity' | 'status' | 'time'> {
  const own = slotsOf[type]?.includes(field) ?? false;
  const polarity = field in existence || own ? claim.polarity : Polarity.AFFIRMATIVE;
  const comesOfPlan = isPlanWord(values.status) || values.status === EventStatus.CANCELLED;
  const planned = field !== 'status' && comesOfPlan && claim.status === ClaimStatus.OCCURRED;
  return {
    polarity,
    status: planned ? ClaimStatus.PLANNED : claim.status,
    ...(field === 'status' && values.time ? { time: timeOf(values.time) } : {}),
  };
}

function toldFirst(field: string, kind: Field, told: readonly Told[], neighbours: Neighbours): unknown {
  for (const { values } of told) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    if (kind.to && !neighbours.has(value as string)) continue;
    return kind.time ? timeOf(value) : resolved(value, kind, neighbours);
  }
  return undefined;
}

/** Where nobody prevails: a status is UNKNOWN, a word that cannot be missing is the first one said, the rest stays open. */
function openValue(field: string, disputed: boolean, assertions: readonly Assertion[]): unknown {
  if (assertions.length === 0) return undefined;
  if (field === 'status') return 'UNKNOWN';
  if (!disputed || !['kind', 'role', 'speaker', 'act'].includes(field)) return undefined;
  return assertions[0]!.value;
}

/** Everything that is said of a field, each value once, in the order of descriptions and claims. */
function union(
  field: string,
  kind: Field,
  told: readonly Told[],
  said: readonly Said[],
  neighbours: Neighbours,
): unknown[] {
  const affirmed = said.filter(({ claim }) => claim.polarity === Polarity.AFFIRMATIVE);
  const all = [...told, ...affirmed].flatMap(({ values }) => {
    const value = values[field] ?? [];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  });
  const present = all.filter((value) => !kind.to || neighbours.has(value as string));
  const ready = present.map((value) =>
    kind.time ? timeOf(value as Partial<Time>) : resolved(value, kind, neighbours),
  );
  return [...new Map(ready.map((value) => [JSON.stringify(value), value])).values()];
}

function disputeOf(field: string, { among, follows, rule }: ReturnType<typeof decide>, said: readonly Said[]): Dispute {
  const idOf = (key: string) => said.find(({ claim }) => claim.claim === key)!.id;
  return { field, among: among.map(idOf), follows: follows === null ? null : idOf(follows), rule };
}
