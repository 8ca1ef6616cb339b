import { newId } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { type ClaimInput, type RecordInput, type SourceInput } from '../input.ts';
import { type NewClaim, changesOf } from '../plan/changes.ts';
import { ClaimFinder } from '../plan/claim-finder.ts';
import { type Draft } from '../plan/draft.ts';
import { identifiedDraft } from '../plan/identify.ts';
import { impliedValues } from '../plan/implied.ts';
import { FreeKeys } from '../plan/keys.ts';
import { type Reading, type Writing, declaredKeys, newThings, readingOf } from '../plan/plan.ts';
import { Problems } from '../plan/problems.ts';
import { type Problem } from '../problem.ts';
import { writePlan } from '../write/plan.ts';
import { carriedOver, isAboutSame } from './carry-over.ts';
import { type FoundClaim, liveClaims } from './find.ts';
import { type StoredClaim, storedClaim } from './stored.ts';

export interface Correction {
  claim: string;
  /** All that is claimed from now on. */
  by: ClaimInput;
  /** Where it stands and on whose word; left out: where the corrected claim stands, and on whose word that does. */
  source?: SourceInput;
}

/**
 * Puts a claim in the place of another, which stays and no longer counts. The new one takes over the key. It supports what
 * `by.supports` says, else what the other one did where both speak of the same, else what follows from its type; how
 * it stands to others it takes over too, unless `by.relations` says it.
 */
export const correctClaim =
  ({ claim: ref, by, source }: Correction): Deed =>
  async (tx, stamp) => {
    const problems = new Problems();
    const { claim } = await liveClaims(tx, { claim: ref }, problems);
    const before = claim && (await storedClaim(tx, claim.id));
    if (by.key !== undefined && by.key !== claim?.key)
      problems.invalid(['by', 'key'], 'a correction takes over the key of the claim that it corrects; leave key out');
    const reading = await readingOf(tx, [blockOf(by, source, before)], [''], problems);
    const written = reading.spoken.drafts[0];
    const finder = new ClaimFinder(reading.found.directory);
    const told = by.relations && written ? finder.relationsOf(written, problems) : null;
    const draft = before && written ? draftOf(written, by, before) : null;
    const correction = claim && before && draft ? await correcting(tx, { claim, before, draft, told }, problems) : null;
    if (!problems.none || correction === null)
      return refused((await problems.all(tx, declaredKeys(reading.found, reading.spoken))).map(atArgument));
    const { touched, changed } = await writePlan(tx, await writingOf(tx, correction, reading, problems), stamp);
    return done(touched, changed, { thing: correction.id, claims: [correction.id] });
  };

/** The correction as a block of its own; its only claim is the first draft. */
function blockOf(
  { key: _key, ...by }: ClaimInput,
  source: SourceInput | undefined,
  before: StoredClaim | null,
): RecordInput {
  // Where the claim is not known, nothing is written: the rest is checked all the same.
  if (before === null) return { source: source ?? { title: 'correction', attributionKind: 'ANALYST' }, claims: [by] };
  if (source !== undefined) return { source, claims: [by] };
  const { attributionKind, attributionInferred, attribution, confidence, evidence } = before;
  const stands = evidence.map(({ document, paragraph, line }) => ({
    document,
    paragraph: paragraph ?? undefined,
    line: line ?? undefined,
  }));
  return {
    source: { document: evidence[0]!.document, attributionKind, attribution },
    claims: [
      {
        ...by,
        ...(by.evidence === undefined && by.paragraph === undefined ? { evidence: stands } : {}),
        attributionInferred: by.attributionInferred ?? attributionInferred,
        confidence: by.confidence ?? confidence ?? undefined,
      },
    ],
  };
}

/** The claim with what it supports. */
function draftOf(written: Draft, by: ClaimInput, before: StoredClaim): Draft {
  const speaksForSame = by.supports === undefined && isAboutSame(before, written);
  const draft = speaksForSame ? { ...written, ...supportsOf(before, written) } : written;
  return { ...draft, supports: carriedOver(before, draft) };
}

const supportsOf = (before: StoredClaim, written: Draft): Pick<Draft, 'supports' | 'supportsFollow'> => ({
  supports: before.supports.map(({ thing }) => ({ thing, values: impliedValues(written, thing) })),
  supportsFollow: before.supportsFollow,
});

interface Made {
  claim: FoundClaim;
  before: StoredClaim;
  draft: Draft;
  /** How it is said to stand to others; null where that is not said. */
  told: NewClaim['relations'] | null;
}

/** The claim to write; null where there is a problem. */
async function correcting(tx: Tx, { claim, before, draft, told }: Made, problems: Problems): Promise<NewClaim | null> {
  const relations = told ?? before.relations;
  relations.forEach(({ to }, index) => {
    if (to === claim.id)
      problems.invalid([0, 'claims', 0, 'relations', index, 'to'], 'a claim does not stand to itself');
  });
  const identified = identifiedDraft(draft);
  if (identified.fingerprint === before.fingerprint)
    problems.invalid(['by'], `${claim.key} says just this already; say what is to be different`);
  if (!problems.none) return null;
  const keys = await FreeKeys.among(tx, [`${claim.key}/v`], []);
  const corrects = { id: claim.id, key: keys.takeVersion(claim.key) };
  return { ...identified, id: newId(), key: claim.key, relations, corrects };
}

/** The claim, and what its source says of the document. */
async function writingOf(tx: Tx, correction: NewClaim, reading: Reading, problems: Problems): Promise<Writing> {
  const { found, spoken, rebound } = reading;
  const beside = { drafts: [], descriptions: spoken.descriptions };
  const changes = await changesOf(tx, beside, found, { scopes: [''], prune: false }, problems);
  return {
    newThings: newThings(found),
    changes: { ...changes, claims: [correction] },
    rebound,
    dataSets: [],
  };
}

/** Problems of the block are told where the arguments of the mutation stand. */
function atArgument(problem: Problem): Problem {
  const [block, part, ...rest] = problem.path;
  if (block !== 0) return problem;
  return { ...problem, path: part === 'claims' ? ['by', ...rest.slice(1)] : [part!, ...rest] };
}
