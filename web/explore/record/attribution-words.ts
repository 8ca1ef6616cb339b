import type { AttributionAct, AttributionKind } from '../../../src/domain/vocabulary.generated.ts';

/** Whose word it is, as an analyst chooses it. */
export const attributionKinds: Readonly<Record<AttributionKind, string>> = {
  OFFICIAL_RECORD: 'An official document: a readout, communique or register',
  ON_RECORD: 'A named person or body who is quoted',
  NARRATION: 'The author or agency, naming no source',
  HEADLINE: 'The headline alone',
  MEDIA_REPORT: 'Another news medium, whose report is passed on',
  ANONYMOUS: 'Somebody unnamed, who told this author or agency',
  ANONYMOUS_VIA_MEDIA: 'Somebody unnamed, who told another medium',
  ANALYST: 'You: general knowledge or a conclusion, not in the text',
};

/** How somebody passed it on, as the rest of a sentence about them. */
export const attributionActs: Readonly<Record<AttributionAct, string>> = {
  SAID: 'said it openly',
  POSTED: 'wrote it in a post of their own',
  TOLD: 'told it, not in public',
  READOUT: 'published it as an official account',
  REPORTED: 'reported it as their own news',
  RELAYED: 'passed on what another had said',
  REPUBLISHED: 'reprinted the text of another',
  HEADLINE: 'wrote the headline',
  CODED: 'added it while coding',
};
