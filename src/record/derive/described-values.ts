import { type ExternalId, externalIdName, readExternalId } from '../../domain/identity/external-ids.ts';
import { type GivenName, type Name, readName } from '../../domain/names/names.ts';
import { type Assertion, type Rule, type SlotContext, decide } from '../../domain/claims/resolution.ts';
import { valueText } from '../../domain/claims/value-text.ts';
import { type TimeSpan, isSameTime, parseTime, refines } from '../../domain/time/time.ts';
import { NameKind } from '../../domain/vocabulary.generated.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type ReferencedNodes, type StoredDescription, resolveReference } from './derivation-input.ts';

/** What descriptions give as one field, beside claims. */
export interface DescribedValue {
  value: unknown;
  /** The documents that disagree about it, by their ids, with what each of them says; none if they agree. */
  documents: readonly { id: string; value: string }[];
  /** The claims that disagree with them, by their keys, and the one that prevails over both. */
  claims: string[];
  follows: string | null;
  rule: Rule | null;
}

/**
 * The value of a field of which descriptions tell, by the rules for sources that disagree: the last word of each series counts.
 * Where no rule decides, the value of the claims is kept, else that of the first of the descriptions, which are in order.
 */
export function describedValue(
  field: string,
  spec: FieldSpec,
  descriptions: readonly StoredDescription[],
  nodes: ReferencedNodes,
  claims: readonly Assertion[] = [],
): DescribedValue {
  const given = descriptions.flatMap(({ values, ...description }) => {
    const value = values[field];
    if (value === undefined || value === null || (spec.targets && !nodes.has(value as string))) return [];
    return [{ ...description, value: spec.time ? parseTime(value) : resolveReference(value, spec, nodes) }];
  });
  const last = lastWords(given);
  const assertions = last.flatMap(({ reliabilityRank, ...told }) =>
    reliabilityRank === null ? [] : [toAssertion({ ...told, reliabilityRank })],
  );
  const context: SlotContext = {
    around: (place) => nodes.get(place as string)?.around ?? [],
    isWithin: (inner, outer) => nodes.get(inner as string)?.around.includes(outer as string) ?? false,
  };
  const { value, among, follows, rule } = decide([...assertions, ...claims], context);
  const documents = last.filter(({ series }) => among.includes(series));
  const isDecided = rule !== null || among.length === 0;
  const amongClaims = claims.map(({ claim }) => claim).filter((claim) => among.includes(claim));
  return {
    value: (isDecided ? value : null) ?? decide(claims, context).value ?? last[0]?.value,
    claims: amongClaims,
    follows: amongClaims.find((claim) => claim === follows) ?? null,
    documents: documents.map((told) => ({
      id: told.document.id,
      value: valueText(spec.targets ? nodes.get(told.value as string)!.key : told.value),
    })),
    rule,
  };
}

/** Of each series what was recorded last; descriptions have that order. */
export const lastWords = <T extends Pick<StoredDescription, 'series'>>(descriptions: readonly T[]): T[] =>
  descriptions.filter(({ series }, index) => descriptions.findIndex((other) => other.series === series) === index);

/** A document's word as the rules compare it: named by its series, and as strong as the document is reliable. */
const toAssertion = ({
  document,
  series,
  origin,
  published,
  changedAt,
  reliabilityRank,
  value,
}: Omit<StoredDescription, 'values' | 'retracted' | 'reliabilityRank'> & {
  reliabilityRank: number;
  value: unknown;
}): Assertion => ({
  claim: series,
  value,
  ...{ polarity: 'AFFIRMATIVE', modality: 'OCCURRED', status: 'OCCURRED', attributionKind: 'NARRATION' },
  ...{ reviewState: 'ACCEPTED', supersedes: [], reliabilityRank, published },
  origins: [origin],
  documents: [document.id],
  recordedAt: changedAt,
});

/**
 * The names of all documents, each once, in the order in which the documents first described the node: another list changes no label.
 * A document that is recorded again replaces its own names of the kinds of which a language has one, at a time.
 */
export function describedNames(descriptions: readonly StoredDescription[]): Name[] {
  const names = byFirstRecorded(descriptions).flatMap((own) =>
    withoutReplaced(
      own,
      ({ values }) => (values.names ?? []) as GivenName[],
      ({ lang, kind, time }) => (replacedKinds.includes(kind) ? `${lang} ${kind} ${time?.edtf}` : null),
    ),
  );
  const sameNames = Map.groupBy(names.map(readName), ({ value, lang, kind }) => `${lang} ${kind} ${value}`);
  return [...sameNames.values()].flatMap((same) => {
    const { value, lang, kind } = same[0]!;
    const times = finestTimes(same.flatMap(({ time }) => time ?? []));
    return times.length > 0 ? times.map((time) => ({ value, lang, kind, time })) : [{ value, lang, kind }];
  });
}

/** The times during which sources say that a name was in use, each once, without those that are coarser than another. */
const finestTimes = (times: readonly TimeSpan[]): TimeSpan[] =>
  times.filter(
    (time, index) =>
      !times.some((other) => refines(other, time)) && times.findIndex((other) => isSameTime(other, time)) === index,
  );

const replacedKinds: readonly NameKind[] = [NameKind.COMMON, NameKind.OFFICIAL];

/** The external ids of all documents, as `SCHEME value`; of one scheme, a document's last. */
export function describedExternalIds(descriptions: readonly StoredDescription[]): string[] {
  const ids = bySeries(descriptions).flatMap((own) =>
    withoutReplaced(
      own,
      ({ values }) => (values.externalIds ?? []) as ExternalId[],
      (externalId) => readExternalId(externalIdName(externalId)).scheme,
    ),
  );
  return [...new Set(ids.map(externalIdName))];
}

const bySeries = (descriptions: readonly StoredDescription[]): StoredDescription[][] => [
  ...Map.groupBy(descriptions, ({ series }) => series).values(),
];

function byFirstRecorded(descriptions: readonly StoredDescription[]): StoredDescription[][] {
  const first = (own: readonly StoredDescription[]) => own.map(({ recordedAt }) => recordedAt).sort()[0]!;
  return bySeries(descriptions).toSorted((a, b) => (first(a) === first(b) ? 0 : first(a) < first(b) ? -1 : 1));
}

/** What a document says of a node, without what it said of the same slot before; null is no slot, to which every word adds. */
function withoutReplaced<T>(
  own: readonly StoredDescription[],
  itemsOf: (description: StoredDescription) => readonly T[],
  slotOf: (item: T) => string | null,
): T[] {
  const lastChange = new Map<string, string>();
  for (const description of own) {
    for (const item of itemsOf(description)) {
      const slot = slotOf(item);
      if (slot === null) continue;
      const last = lastChange.get(slot);
      if (last === undefined || last < description.changedAt) lastChange.set(slot, description.changedAt);
    }
  }
  return own.flatMap((description) =>
    itemsOf(description).filter((item) => {
      const slot = slotOf(item);
      return slot === null || lastChange.get(slot) === description.changedAt;
    }),
  );
}
