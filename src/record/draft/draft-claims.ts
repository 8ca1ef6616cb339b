import { withoutClock } from '../../domain/time/time-of-day.ts';
import { AttributionAct } from '../../domain/vocabulary.generated.ts';
import { type ClaimInput, type ClaimRelationInput, type RecordInput } from '../input/record-input.ts';
import { actorTypes } from '../../domain/node-types.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { assignValues } from './assign-values.ts';
import { type BlockAttribution, type ClaimDraft, draftRelations, supportedValues } from './claim-draft.ts';
import { impliedValues } from './implied-values.ts';
import { type InputPath } from '../input/problem.ts';
import { claimFromRow } from './claim-from-row.ts';
import { type InputRow } from '../resolve/input-rows.ts';
import { type ResolvedSource } from '../resolve/sources.ts';
import { type SupportInference, type InferredSupports } from './implied-supports.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { type NodeNames } from './claim-text.ts';
import { type RowValues, hasRefusedReference, readRowValues } from './row-values.ts';

/** The values of a row that are not claimed, stored on its DESCRIBES relationship. */
export interface DescriptionDraft {
  row: InputRow;
  document: NodeRef;
  scope: string;
  values: RowValues;
}

/** The claims and descriptions to record. */
export interface DraftedInput {
  drafts: ClaimDraft[];
  descriptions: DescriptionDraft[];
  /** Rows that refer to something and say nothing of it. */
  silentRows: InputRow[];
}

/** Drafts the claims of one block: the explicit ones, and one for each row with values that no explicit claim covers. */
export function draftBlock(
  block: RecordInput,
  number: number,
  { registry, endpointsOf, sources, rows }: ResolvedInput,
  inference: SupportInference,
  names: NodeNames,
): DraftedInput {
  const source = sources[number]!;
  if (source.document === null) return { drafts: [], descriptions: [], silentRows: [] };
  const attribution = toAttribution(source, source.document, registry);
  const explicit = (block.claims ?? []).flatMap((claim, index) =>
    draftExplicitClaim(claim, [number, 'claims', index], attribution, source, registry, (draft) =>
      inference.infer(draft, number),
    ),
  );
  const drafts: ClaimDraft[] = [...explicit];
  const descriptions: DescriptionDraft[] = [];
  const silentRows: InputRow[] = [];
  for (const row of rows.filter((each) => each.block === number)) {
    const described = readRowValues(row.fields, row.typeSpec.described, registry);
    const claimed = readRowValues(row.fields, row.typeSpec.claimed, registry);
    const claims = explicit.filter((claim) => supportedValues(claim, row.node) !== undefined);
    const published = source.published;
    if ('observedAt' in row.typeSpec.claimed && claimed.observedAt === undefined && published !== null) {
      const isObserved = claims.some((claim) => supportedValues(claim, row.node)!.observedAt !== undefined);
      // It is held all day.
      if (!isObserved) claimed.observedAt = { ...published, edtf: withoutClock(published.edtf) };
    }
    const unassigned = assignValues(claimed, row.node, claims);
    // A text of what is missing would be none; the reference is a problem already.
    if (hasRefusedReference(row, registry)) continue;
    if (Object.keys(unassigned).length > 0)
      drafts.push(claimFromRow(row, unassigned, attribution, source, { registry, endpointsOf }, names));
    else
      claims[0]?.relations.push(...draftRelations(row.fields.relations as ClaimRelationInput[] | undefined, row.path));
    for (const slot of Object.keys(described)) {
      if (claims.some((claim) => supportedValues(claim, row.node)![slot] !== undefined)) delete described[slot];
    }
    descriptions.push({ row, document: source.document, scope: source.scope, values: described });
    const isOfSource = row.path[1] === 'source';
    if (!isOfSource && claims.length === 0 && [unassigned, described, row.fields.participants].every(isEmpty))
      silentRows.push(row);
  }
  return { drafts, descriptions, silentRows };
}

/** True for what gives no value: lists without items count as little as those that are left out. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

/** The attribution of a block; by default, the publisher reported it. */
function toAttribution(
  { input, publisher, anonymous, scope }: ResolvedSource,
  document: NodeRef,
  registry: ResolvedInput['registry'],
): BlockAttribution {
  const attribution = input.attribution
    ? input.attribution.flatMap(({ agent, how }, index) => {
        const node = anonymous.get(index) ?? (agent === undefined ? undefined : registry.find(agent));
        return node ? [{ agent: node, how }] : [];
      })
    : [publisher === null ? undefined : registry.find(publisher)]
        .filter((node) => node !== undefined)
        .map((agent) => ({ agent, how: AttributionAct.REPORTED }));
  return {
    document,
    scope,
    attributionKind: input.attributionKind,
    attribution: attribution.filter(({ agent }) => agent.type === 'AnonymousSource' || actorTypes.includes(agent.type)),
    confidence: input.confidence ?? null,
  };
}

function draftExplicitClaim(
  claim: ClaimInput,
  path: InputPath,
  { document, ...attribution }: BlockAttribution,
  source: ResolvedSource,
  registry: ResolvedInput['registry'],
  inferSupports: (draft: ClaimDraft) => InferredSupports,
): ClaimDraft[] {
  const nodes = (refs: readonly string[] | undefined) =>
    (refs ?? []).map((ref) => registry.find(ref)).filter((node) => node !== undefined);
  const [subject] = nodes([claim.subject]);
  if (!subject) return [];
  const paragraph = claim.paragraph ?? source.input.paragraph ?? null;
  const evidence = claim.evidence?.map((each) => ({
    document: nodes(each.document === undefined ? [] : [each.document])[0] ?? document,
    paragraph: each.paragraph ?? null,
    line: each.line ?? null,
  }));
  const draft: ClaimDraft = {
    ...attribution,
    key: claim.key ?? null,
    path,
    type: claim.type,
    subject,
    objects: nodes(claim.objects),
    value: claim.value ?? null,
    count: claim.count ?? null,
    text: claim.text,
    isGenerated: false,
    time: claim.time ?? null,
    polarity: claim.polarity,
    quantifier: claim.quantifier ?? null,
    modality: claim.modality,
    attributionInferred: claim.attributionInferred ?? false,
    confidence: claim.confidence ?? attribution.confidence,
    note: claim.note ?? null,
    evidence: evidence ?? [{ document, paragraph, line: null }],
    supports: [],
    supportsAreInferred: false,
    relations: draftRelations(claim.relations, path),
  };
  const inferred = claim.supports ? { nodes: nodes(claim.supports), isInferred: false } : inferSupports(draft);
  draft.supports = inferred.nodes.map((node) => ({ node, values: impliedValues(draft, node) }));
  draft.supportsAreInferred = inferred.isInferred;
  return [draft];
}
