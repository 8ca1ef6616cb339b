import { type Mappings } from '../fields/mapping.ts';
import { embedded, property, relationshipProperty } from '../fields/property.ts';
import { many, one, there } from '../fields/things.ts';
import { node } from './entity.ts';

export const claim: Mappings = {
  ...node,
  type: property(),
  subject: one('-[:SUBJECT]->'),
  objects: many({ path: '-[:OBJECT]->', via: true, order: ({ via }) => `${via}.order` }),
  value: property(),
  count: embedded('count', 'value'),
  text: property(),
  polarity: property(),
  quantifier: property(),
  modality: property(),
  status: property(),
  attributionKind: property(),
  attribution: many({ path: '-[:ATTRIBUTED_TO]->', via: true, order: ({ via }) => `${via}.order` }),
  attributionInferred: property(),
  independentSources: property(),
  confidence: property(),
  time: embedded('time'),
  evidence: many({ path: '-[:EVIDENCE]->', via: true, order: ({ via }) => `${via}.order` }),
  supports: many({ path: '-[:SUPPORTS]->', order: ({ node }) => `${node}.sortKey` }),
  relations: many({
    path: '-[:RELATES_TO]->',
    via: true,
    order: ({ node, via }) => `${via}.type, ${node}.sortKey`,
  }),
  reviewState: property(),
  corrects: one('-[:CORRECTS]->'),
  correctedBy: one('<-[:CORRECTS]-'),
  note: property(),
  recordedAt: property(),
  recordedBy: property(),
  retractedAt: property(),
  retractionReason: property(),
};

/** One step in the chain from who knew to who printed: the relationship, with who it leads to. */
export const attributionStep: Mappings = { agent: there(), how: relationshipProperty() };

/** Where a claim stands: the relationship, with the document it leads to. */
export const evidence: Mappings = {
  document: there(),
  paragraph: relationshipProperty(),
  line: relationshipProperty(),
};

/** How one claim stands to another: the relationship, with the claim it leads to. */
export const claimRelation: Mappings = { type: relationshipProperty(), claim: there() };

/** Described, never named. */
export const anonymousSource: Mappings = {
  ...node,
  description: property(),
  plural: property(),
  affiliation: one('-[:AFFILIATED_TO]->'),
  toldTo: one('-[:TOLD_TO]->'),
};
