import { type Assertion, type Decision, type SlotContext, decide, standingOf } from '../../domain/claims/resolution.ts';
import { isClaimedAsPlan, isLive, toComparable } from '../../domain/claims/assertion.ts';
import { heldByAttendance, reportsOfAttendance, withoutStated } from '../../domain/claims/attendance.ts';
import { valueText } from '../../domain/claims/value-text.ts';
import { type TimeSpan, endsBefore, parseTime } from '../../domain/time/time.ts';
import { isPlanStatus } from '../../domain/claims/compare-values.ts';
import { ClaimStatus, EventStatus, Polarity, ReviewState, type Standing } from '../../domain/vocabulary.generated.ts';
import { slotsByClaimType } from '../../domain/claims/slots-by-claim-type.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type TypeName } from '../../domain/node-types.ts';
import {
  type DerivationInput,
  type ReferencedNodes,
  type SupportingClaim,
  type StoredDescription,
  resolveReference,
} from './derivation-input.ts';
import { labelsOf } from '../../storage/labels.ts';
import { typeSpecOf, multiValuedFields } from '../input/type-specs.ts';
import { withDeniedAct } from './denied-statements.ts';
import { describedValue, lastWords } from './described-values.ts';

/** What the sources of a node give together: one value for each field, and the conflicts between them. */
export interface ResolvedValues {
  /** Nodes by their ids, times as {@link TimeSpan}; missing where no source says anything. */
  values: Readonly<Record<string, unknown>>;
  conflicts: readonly FieldConflict[];
  standing: Standing;
}

/** Claims or descriptions about one field that contradict one another; claims by their ids. */
export interface FieldConflict {
  field: string;
  among: readonly string[];
  /** What each of them says, in the same order. */
  values: readonly string[];
  /** Instead of claims, documents whose descriptions disagree, by their ids. */
  documents: readonly { id: string; value: string }[];
  follows: string | null;
  rule: string | null;
}

/** Claims about other nodes that decide what becomes of this one. */
type ClaimsBeside = Pick<DerivationInput, 'attendance' | 'contrary'>;

const NOTHING_BESIDE: ClaimsBeside = { attendance: [], contrary: [] };

/**
 * Resolves what descriptions and claims say of a node by the rules of src/domain/claims.
 *
 * @param attendance Of a meeting: claims of who attended it, which show that it was held.
 * @param contrary Of a participation: claims about others in its meeting that stand against claims about it.
 */
export function resolveValues(
  type: Exclude<TypeName, 'Claim'>,
  descriptions: readonly StoredDescription[],
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
  { attendance, contrary }: ClaimsBeside = NOTHING_BESIDE,
): ResolvedValues {
  const { claimed, described } = typeSpecOf[type];
  const reported = type === 'Statement' ? withDeniedAct(claims) : claims;
  const live = reported.filter(({ metadata }) => isLive(metadata));
  const attended = toAssertions('status', {}, attendance, nodes);
  const opposing = toAssertions('status', {}, contrary, nodes);
  const held = heldByAttendance(attended);
  const isSupported = live.length > 0 || held.length > 0;
  // A withdrawn fact keeps the values of its last claims, so that it can still be shown.
  const basis = isSupported ? live : withoutCorrected(reported).map(asAccepted);
  const isAboutAnother = (claim: string) => contrary.some(({ id }) => id === claim);
  const values: Record<string, unknown> = {};
  const conflicts: FieldConflict[] = [];
  let isDenied = false;
  for (const [field, spec] of Object.entries({ ...described, ...claimed })) {
    if (field === 'names' || field === 'externalIds') continue;
    if (multiValuedFields.has(field)) {
      values[field] = unionOfValues(field, spec, descriptions, basis, nodes);
      continue;
    }
    if (field === 'note') {
      values.note = remarks(descriptions);
      continue;
    }
    if (field === 'inferred') {
      values.inferred = basis.length > 0 && basis.every((claim) => claim.values.inferred === true);
      continue;
    }
    const stated = toAssertions(field, spec, basis, nodes);
    const given = field === 'status' ? [...stated, ...withoutStated(held, stated)] : stated;
    const assertions = values.status === EventStatus.POSTPONED && spec.time ? withoutMovedPlans(given, basis) : given;
    const decision = decide(assertions, slotContext(nodes));
    // What is said of others takes no part in the value; but where the rules prefer it, this is in dispute.
    const isOpposed = field === 'status' && opposing.length > 0;
    const compared = isOpposed ? [...assertions, ...opposing] : assertions;
    const listed = isOpposed ? decide(compared, slotContext(nodes)) : decision;
    // What ended stands against no description.
    const described = describedValue(field, spec, descriptions, nodes, isSupported ? assertions : []);
    const differs = described.documents.length > 0;
    const value =
      (differs || !isSupported ? described.value : null) ??
      decision.value ??
      described.value ??
      (lastingFields.has(field) ? lastAffirmed(field, spec, claims, nodes) : undefined) ??
      unresolvedValue(field, decision.disputed, assertions);
    isDenied ||= isDeniedIn(field, decision);
    if (value !== undefined) values[field] = value;
    if (differs && labelsOf(type).includes('Entity')) {
      const { documents, claims: among, follows, rule } = described;
      conflicts.push({ ...toFieldConflict(field, spec, { among, follows, rule }, compared, basis, nodes), documents });
    } else if (isSupported && listed.among.length > 0)
      conflicts.push(toFieldConflict(field, spec, listed, compared, [...basis, ...attendance, ...contrary], nodes));
  }
  const standing = standingOf(
    [...claims.map(({ metadata }) => metadata), ...reportsOfAttendance(attended)],
    isDenied ||
      conflicts.some(({ among, follows }) => among.length > 0 && (follows === null || isAboutAnother(follows))),
  );
  return { values, conflicts, standing };
}

/** Of an event that was put off, the plans that this presupposes no longer give its time; one that was published later does. */
function withoutMovedPlans(assertions: readonly Assertion[], claims: readonly SupportingClaim[]): Assertion[] {
  const postponing = claims.filter(({ values }) => values.status === EventStatus.POSTPONED);
  const isLater = ({ published }: Assertion) =>
    postponing.every(({ metadata }) => endsBefore(metadata.published, published));
  return assertions.filter((each) => each.movesPlan === true || !isClaimedAsPlan(each.status) || isLater(each));
}

/** What no source denies away: a meeting known by its attendance is of some kind, a statement that is denied somebody's. */
const lastingFields: ReadonlySet<string> = new Set(['kind', 'role', 'speakers', 'act']);

/** The value of the claims that give one, whether they still stand or not. */
function lastAffirmed(
  field: string,
  spec: FieldSpec,
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
): unknown {
  const affirming = claims.filter(({ metadata }) => metadata.polarity === Polarity.AFFIRMATIVE);
  return decide(toAssertions(field, spec, affirming.map(asAccepted), nodes)).value;
}

/** Whether the fact follows a claim that denies it: who does not belong to a group, what nobody said. */
const isDeniedIn = (field: string, { value, follows }: Decision): boolean =>
  (field === 'role' || field === 'act') && follows !== null && value === null;

/** What was corrected was never true of this node, so it counts only where nothing else was ever said of it. */
function withoutCorrected(claims: readonly SupportingClaim[]): readonly SupportingClaim[] {
  const uncorrected = claims.filter(({ metadata }) => metadata.reviewState !== ReviewState.CORRECTED);
  return uncorrected.length > 0 ? uncorrected : claims;
}

const asAccepted = (claim: SupportingClaim): SupportingClaim => ({
  ...claim,
  metadata: { ...claim.metadata, reviewState: ReviewState.ACCEPTED },
});

/** What the graph knows of places: which places, and which country, lie around another one. */
export const slotContext = (nodes: ReferencedNodes): SlotContext => ({
  around: (value) => nodes.get(value as string)?.around ?? [],
  isWithin: (inner, outer) => nodes.get(inner as string)?.around.includes(outer as string) ?? false,
});

/** What the claims say of one field, as the rules compare it. */
export function toAssertions(
  field: string,
  spec: FieldSpec,
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
): Assertion[] {
  return claims.flatMap((each) => {
    const value = each.values[field];
    if (value === undefined || value === null) return [];
    const compared = spec.time ? parseTime(value) : existing(value, spec, nodes);
    if (compared === undefined) return [];
    return [{ ...each.metadata, ...assertionAttributes(field, each), value: compared }];
  });
}

/**
 * The value without references to nodes that are gone, each of the others once; undefined if nothing is left. A source that names a place
 * and the city or country around it names one place.
 */
function existing(value: unknown, spec: FieldSpec, nodes: ReferencedNodes): unknown {
  if (!spec.targets) return value;
  if (!Array.isArray(value)) return nodes.has(value as string) ? resolveReference(value, spec, nodes) : undefined;
  const members = value.filter((each) => nodes.has(each as string)).map((each) => resolveReference(each, spec, nodes));
  const { isWithin = () => false } = slotContext(nodes);
  const isAround = (outer: unknown, inner: unknown) => isWithin(inner, outer) && !isWithin(outer, inner);
  const distinct = [...new Set(members)].filter((each) => !members.some((other) => isAround(each, other)));
  return distinct.length > 0 ? distinct : undefined;
}

/** The fields that say that a fact is so: who does not belong to a group has no role in it, what nobody said is no speech act. */
const existenceFields = { status: true, role: true, act: true };

/**
 * What of an assertion depends on the field. A denial denies that something is so, not where or in which post. The date of
 * something planned or cancelled is a plan, even if an official record reports the plan.
 */
function assertionAttributes(
  field: string,
  { type, metadata: claim, values }: SupportingClaim,
): Pick<Assertion, 'polarity' | 'status' | 'time' | 'movesPlan' | 'tellsOfPlan'> {
  const own = slotsByClaimType[type]?.includes(field) ?? false;
  const polarity = field in existenceFields || own ? claim.polarity : Polarity.AFFIRMATIVE;
  const isOfPlan = isPlanStatus(values.status) || values.status === EventStatus.CANCELLED;
  const planned = field !== 'status' && isOfPlan && claim.status === ClaimStatus.OCCURRED;
  return {
    polarity,
    status: planned ? ClaimStatus.PLANNED : claim.status,
    tellsOfPlan: field !== 'status' && isOfPlan,
    movesPlan: values.status === EventStatus.POSTPONED || values.status === EventStatus.RESCHEDULED,
    ...(field === 'status' && values.time ? { time: parseTime(values.time) } : {}),
  };
}

/** The value where no claim wins: a status is UNKNOWN, a required field has the first value, others have none. */
function unresolvedValue(field: string, disputed: boolean, assertions: readonly Assertion[]): unknown {
  if (assertions.length === 0) return undefined;
  if (field === 'status') return 'UNKNOWN';
  if (!disputed || !lastingFields.has(field)) return undefined;
  return assertions[0]!.value;
}

/** All values of a field, each once, in the order of descriptions and claims. */
function unionOfValues(
  field: string,
  spec: FieldSpec,
  descriptions: readonly StoredDescription[],
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
): unknown[] {
  const affirmed = claims.filter(({ metadata: claim }) => claim.polarity === Polarity.AFFIRMATIVE);
  const all = [...descriptions, ...affirmed].flatMap(({ values }) => {
    const value = values[field] ?? [];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  });
  const present = all.filter((value) => !spec.targets || nodes.has(value as string));
  const ready = present.map((value) =>
    spec.time ? parseTime(value as Partial<TimeSpan>) : resolveReference(value, spec, nodes),
  );
  return [...new Map(ready.map((value) => [JSON.stringify(value), value])).values()];
}

/** Remarks contradict nothing, so none takes the place of another document's; undefined if there are none. */
function remarks(descriptions: readonly StoredDescription[]): string | undefined {
  const given = descriptions.filter(({ values }) => typeof values.note === 'string');
  const last = lastWords(given).map(({ values }) => values.note);
  return last.length > 0 ? [...new Set(last)].join('\n\n') : undefined;
}

function toFieldConflict(
  field: string,
  spec: FieldSpec,
  { among, follows, rule }: Pick<Decision, 'among' | 'follows' | 'rule'>,
  assertions: readonly Assertion[],
  claims: readonly SupportingClaim[],
  nodes: ReferencedNodes,
): FieldConflict {
  const idOf = (key: string) => claims.find(({ metadata: claim }) => claim.claim === key)!.id;
  const textOf = (key: string) =>
    assertedText(
      assertions.find(({ claim }) => claim === key)!,
      spec,
      nodes,
    ).value;
  return {
    field,
    among: among.map(idOf),
    values: among.map(textOf),
    documents: [],
    follows: follows === null ? null : idOf(follows),
    rule,
  };
}

/** The value that a claim gives to a field as readers see it, and the node that it names, if it is one. */
export function assertedText(
  assertion: Assertion,
  { targets }: FieldSpec,
  nodes: ReferencedNodes,
): { value: string; node: string | null } {
  const { value, isNegated } = toComparable(assertion);
  const named = targets ? [value].flat().flatMap((each) => nodes.get(each as string) ?? []) : [];
  const text = named.length > 0 ? named.map(({ key }) => key).join(', ') : value;
  return { value: valueText(text, isNegated), node: named.length === 1 ? named[0]!.id : null };
}
