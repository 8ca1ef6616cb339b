import { createHash } from 'node:crypto';
import { calledKey } from '../things.ts';
import { type Description } from './claims.ts';
import { type Draft } from './draft.ts';
import { type Identified } from './pairing.ts';
import { canonical } from './values.ts';

export interface IdentifiedDraft extends Identified {
  draft: Draft;
}

export interface IdentifiedDescription extends Identified {
  description: Description;
}

/** The fingerprint of a row tells every change of what it says, and nothing else: not the order of its fields. */
const fingerprintOf = (said: unknown): string => createHash('sha256').update(canonical(said)).digest('hex');

/**
 * Where a claim stands in its data set: its own key, else what it is about and where it stands. Without a data set
 * nothing is ever found in order to be changed, so the content itself is part of the key.
 */
export function identifiedDraft(draft: Draft): IdentifiedDraft {
  const { key, scope, text, textMade, relations, supports, supportsFollow, ...rest } = draft;
  const fingerprint = fingerprintOf({
    ...rest,
    path: null,
    text: textMade ? null : text,
    relations: relations.map(({ type, to }) => `${type} ${to}`),
    // What follows from the facts of other sources is no change of what this one says.
    supports: supportsFollow ? [] : supports.map(({ thing, values }) => [thing, values]),
  });
  const document = calledKey(draft.evidence[0]!.document);
  const place = textMade
    ? `${calledKey(draft.supports[0]!.thing)}@${document}`
    : `${draft.type} ${calledKey(draft.subject)}@${document}`;
  return { draft, fingerprint, localKey: inScope(key ?? place, fingerprint, scope) };
}

export function identifiedDescription(description: Description): IdentifiedDescription {
  const { row, document, scope, told } = description;
  const fingerprint = fingerprintOf(told);
  return {
    description,
    fingerprint,
    localKey: inScope(`${calledKey(row.thing)}@${calledKey(document)}`, fingerprint, scope),
  };
}

const inScope = (localKey: string, fingerprint: string, scope: string) =>
  scope === '' ? `${localKey}#${fingerprint.slice(0, 16)}` : localKey;
