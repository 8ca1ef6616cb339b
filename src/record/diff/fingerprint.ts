import { createHash } from 'node:crypto';
import { type NodeRef, requestedKey } from '../resolve/node-ref.ts';
import { type DescriptionDraft } from '../draft/draft-claims.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { type Fingerprinted } from './match-rows.ts';
import { loneFields } from '../input/type-specs.ts';
import { type RowValues, comparableJson } from '../draft/row-values.ts';

export interface FingerprintedClaim extends Fingerprinted {
  draft: ClaimDraft;
  /** Its local key in a data set, and in a mutation, which has none: the same row has both, however it comes. */
  keys: { inDataSet: string; inMutation: string };
}

export interface FingerprintedDescription extends Fingerprinted {
  description: DescriptionDraft;
}

/** Changes with every change of a row's content, and with nothing else, such as the order of its fields. */
const fingerprintOf = (content: unknown): string => createHash('sha256').update(comparableJson(content)).digest('hex');

/**
 * The local key of a claim is its own key, else composed of its subject and document. Without a data set (in a mutation) no claim
 * is ever matched to be changed, so the fingerprint is part of the key.
 */
export function fingerprintClaim(draft: ClaimDraft): FingerprintedClaim {
  const { key, scope, text, isGenerated, relations, supports, supportsAreInferred, ...rest } = draft;
  const fingerprint = fingerprintOf({
    ...rest,
    path: null,
    text: isGenerated ? null : text,
    relations: relations.map(({ type, to }) => `${type} ${to}`),
    // Inferred supports depend on other sources' facts, so they do not count as a change of this one.
    supports: supportsAreInferred ? [] : supports.map(({ node, values }) => [node, withLoneValues(values)]),
  });
  const document = requestedKey(draft.evidence[0]!.document);
  const place = isGenerated
    ? `${requestedKey(draft.supports[0]!.node)}@${document}`
    : `${draft.type} ${requestedKey(draft.subject)}@${document}`;
  const keys = { inDataSet: key ?? place, inMutation: inMutation(key ?? place, fingerprint) };
  return { draft, fingerprint, localKey: scope === '' ? keys.inMutation : keys.inDataSet, keys };
}

/**
 * Before there were joint statements, and meetings in several places, a claim had a speaker and a place: a row that is still as it was then
 * is recognised by that.
 */
function withLoneValues(values: RowValues): RowValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const known = Object.values(loneFields).find(({ several }) => several === field);
      return known && Array.isArray(value) && value.length === 1 ? [known.lone, value[0] as NodeRef] : [field, value];
    }),
  );
}

export function fingerprintDescription(description: DescriptionDraft): FingerprintedDescription {
  const { row, document, scope, values } = description;
  const fingerprint = fingerprintOf(values);
  const localKey = `${requestedKey(row.node)}@${requestedKey(document)}`;
  return { description, fingerprint, localKey: scope === '' ? inMutation(localKey, fingerprint) : localKey };
}

const inMutation = (localKey: string, fingerprint: string) => `${localKey}#${fingerprint.slice(0, 16)}`;
