import { createHash } from 'node:crypto';
import { requestedKey } from '../resolve/node-ref.ts';
import { type DescriptionDraft } from '../draft/draft-claims.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { type Fingerprinted } from './match-rows.ts';
import { comparableJson } from '../draft/row-values.ts';

export interface FingerprintedClaim extends Fingerprinted {
  draft: ClaimDraft;
}

export interface FingerprintedDescription extends Fingerprinted {
  description: DescriptionDraft;
}

/** The fingerprint of a row tells every change of what it says, and nothing else: not the order of its fields. */
const fingerprintOf = (content: unknown): string => createHash('sha256').update(comparableJson(content)).digest('hex');

/**
 * Where a claim stands in its data set: its own key, else what it is about and where it stands. Without a data set
 * nothing is ever found in order to be changed, so the content itself is part of the key.
 */
export function fingerprintClaim(draft: ClaimDraft): FingerprintedClaim {
  const { key, scope, text, isGenerated, relations, supports, supportsFollow, ...rest } = draft;
  const fingerprint = fingerprintOf({
    ...rest,
    path: null,
    text: isGenerated ? null : text,
    relations: relations.map(({ type, to }) => `${type} ${to}`),
    // What follows from the facts of other sources is no change of what this one says.
    supports: supportsFollow ? [] : supports.map(({ thing: node, values }) => [node, values]),
  });
  const document = requestedKey(draft.evidence[0]!.document);
  const place = isGenerated
    ? `${requestedKey(draft.supports[0]!.thing)}@${document}`
    : `${draft.type} ${requestedKey(draft.subject)}@${document}`;
  return { draft, fingerprint, localKey: inScope(key ?? place, fingerprint, scope) };
}

export function fingerprintDescription(description: DescriptionDraft): FingerprintedDescription {
  const { row, document, scope, values } = description;
  const fingerprint = fingerprintOf(values);
  return {
    description,
    fingerprint,
    localKey: inScope(`${requestedKey(row.thing)}@${requestedKey(document)}`, fingerprint, scope),
  };
}

const inScope = (localKey: string, fingerprint: string, scope: string) =>
  scope === '' ? `${localKey}#${fingerprint.slice(0, 16)}` : localKey;
