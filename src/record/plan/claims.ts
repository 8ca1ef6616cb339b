import { AttributionAct } from '../../domain/vocabulary.generated.ts';
import { type ClaimInput, type ClaimRelationInput } from '../input.ts';
import { actorTypes } from '../../domain/thing-types.ts';
import { type Thing } from '../things.ts';
import { carry } from './carry.ts';
import { type Draft, type DraftRelation, valuesFor } from './draft.ts';
import { impliedValues } from './implied.ts';
import { type Path } from './mentions.ts';
import { rowClaim } from './row-claim.ts';
import { type Row } from './rows.ts';
import { type Source } from './sources.ts';
import { type Implied, type Supported } from './supporting.ts';
import { type Survey } from './survey.ts';
import { type Naming } from './words.ts';
import { type Values, valuesOf } from './values.ts';
import { type RecordInput } from '../input.ts';

/** What the claims of a block have in common. */
export type Voice = Pick<Draft, 'scope' | 'attributionKind' | 'attribution' | 'confidence'> & { document: Thing };

/** What a row says beside claims, kept on its DESCRIBES. */
export interface Description {
  row: Row;
  document: Thing;
  scope: string;
  told: Values;
}

export interface Spoken {
  drafts: Draft[];
  descriptions: Description[];
}

/** The claims of one block: those written out, and those that its rows make of what none of these says. */
export function spokenIn(
  block: RecordInput,
  number: number,
  { directory, sources, rows }: Survey,
  implied: Implied,
  call: Naming,
): Spoken {
  const source = sources[number]!;
  if (source.document === null) return { drafts: [], descriptions: [] };
  const voice = voiceOf(source, source.document, directory);
  const explicit = (block.claims ?? []).flatMap((claim, index) =>
    explicitClaim(claim, [number, 'claims', index], voice, source, directory, (said) => implied.of(said, number)),
  );
  const drafts: Draft[] = [...explicit];
  const descriptions: Description[] = [];
  for (const row of rows.filter((each) => each.block === number)) {
    const told = valuesOf(row.fields, row.part.told, directory);
    const said = valuesOf(row.fields, row.part.said, directory);
    const claims = explicit.filter((claim) => valuesFor(claim, row.thing) !== undefined);
    const published = source.published;
    if ('observedAt' in row.part.said && said.observedAt === undefined && published !== null) {
      const shown = claims.some((claim) => valuesFor(claim, row.thing)!.observedAt !== undefined);
      if (!shown) said.observedAt = published;
    }
    const left = carry(said, row.thing, claims);
    if (Object.keys(left).length > 0) drafts.push(rowClaim(row, left, voice, source, directory, call));
    else claims[0]?.relations.push(...relationsAt(row.fields.relations as ClaimRelationInput[] | undefined, row.path));
    for (const slot of Object.keys(told)) {
      if (claims.some((claim) => valuesFor(claim, row.thing)![slot] !== undefined)) delete told[slot];
    }
    descriptions.push({ row, document: source.document, scope: source.scope, told });
  }
  return { drafts, descriptions };
}

/** Left out, the chain is: the publisher reported it. */
function voiceOf(
  { input, publisher, anonymous, scope }: Source,
  document: Thing,
  directory: Survey['directory'],
): Voice {
  const attribution = input.attribution
    ? input.attribution.flatMap(({ agent, how }, index) => {
        const thing = anonymous.get(index) ?? (agent === undefined ? undefined : directory.find(agent));
        return thing ? [{ agent: thing, how }] : [];
      })
    : [publisher === null ? undefined : directory.find(publisher)]
        .filter((thing) => thing !== undefined)
        .map((agent) => ({ agent, how: AttributionAct.REPORTED }));
  return {
    document,
    scope,
    attributionKind: input.attributionKind,
    attribution: attribution.filter(({ agent }) => agent.type === 'AnonymousSource' || actorTypes.includes(agent.type)),
    confidence: input.confidence ?? null,
  };
}

export const relationsAt = (relations: readonly ClaimRelationInput[] | undefined, path: Path): DraftRelation[] =>
  (relations ?? []).map(({ type, to }, index) => ({ type, to, path: [...path, 'relations', index, 'to'] }));

function explicitClaim(
  claim: ClaimInput,
  path: Path,
  { document, ...voice }: Voice,
  source: Source,
  directory: Survey['directory'],
  implied: (said: Draft) => Supported,
): Draft[] {
  const things = (refs: readonly string[] | undefined) =>
    (refs ?? []).map((ref) => directory.find(ref)).filter((thing) => thing !== undefined);
  const [subject] = things([claim.subject]);
  if (!subject) return [];
  const paragraph = claim.paragraph ?? source.input.paragraph ?? null;
  const evidence = claim.evidence?.map((each) => ({
    document: things(each.document === undefined ? [] : [each.document])[0] ?? document,
    paragraph: each.paragraph ?? null,
    line: each.line ?? null,
  }));
  const draft: Draft = {
    ...voice,
    key: claim.key ?? null,
    path,
    type: claim.type,
    subject,
    objects: things(claim.objects),
    value: claim.value ?? null,
    count: claim.count ?? null,
    text: claim.text,
    textMade: false,
    time: claim.time ?? null,
    polarity: claim.polarity,
    quantifier: claim.quantifier ?? null,
    modality: claim.modality,
    attributionInferred: claim.attributionInferred ?? false,
    confidence: claim.confidence ?? voice.confidence,
    note: claim.note ?? null,
    evidence: evidence ?? [{ document, paragraph, line: null }],
    supports: [],
    supportsFollow: false,
    relations: relationsAt(claim.relations, path),
  };
  const supported = claim.supports ? { things: things(claim.supports), follows: false } : implied(draft);
  draft.supports = supported.things.map((thing) => ({ thing, values: impliedValues(draft, thing) }));
  draft.supportsFollow = supported.follows;
  return [draft];
}
