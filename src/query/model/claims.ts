import { type FieldMappings } from '../ir/field.ts';
import { embeddedObject, property, relationshipProperty } from '../fields/property.ts';
import { toMany, toOne, targetNode } from '../fields/nodes.ts';
import { nodeFields } from './entity.ts';

export const claimFields: FieldMappings = {
  ...nodeFields,
  type: property(),
  subject: toOne('-[:SUBJECT]->'),
  objects: toMany({ path: '-[:OBJECT]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  value: property(),
  count: embeddedObject('count', 'value'),
  text: property(),
  polarity: property(),
  quantifier: property(),
  modality: property(),
  status: property(),
  attributionKind: property(),
  attribution: toMany({ path: '-[:ATTRIBUTED_TO]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  attributionInferred: property(),
  independentSources: property(),
  confidence: property(),
  time: embeddedObject('time'),
  evidence: toMany({ path: '-[:EVIDENCE]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  supports: toMany({ path: '-[:SUPPORTS]->', order: ({ node }) => `${node}.sortKey` }),
  relations: toMany({
    path: '-[:RELATES_TO]->',
    bindsRelationship: true,
    order: ({ node, rel }) => `${rel}.type, ${node}.sortKey`,
  }),
  reviewState: property(),
  corrects: toOne('-[:CORRECTS]->'),
  correctedBy: toOne('<-[:CORRECTS]-'),
  note: property(),
  recordedAt: property(),
  recordedBy: property(),
  retractedAt: property(),
  retractionReason: property(),
};

/** One step in the chain from the original source to the publisher: the relationship, and the agent it leads to. */
export const attributionStepFields: FieldMappings = { agent: targetNode(), how: relationshipProperty() };

/** Where a claim is documented: the relationship, and the document it leads to. */
export const evidenceFields: FieldMappings = {
  document: targetNode(),
  paragraph: relationshipProperty(),
  line: relationshipProperty(),
};

/** How a claim relates to another: the relationship, and the claim it leads to. */
export const claimRelationFields: FieldMappings = { type: relationshipProperty(), claim: targetNode() };

/** A source that is described but not named. */
export const anonymousSourceFields: FieldMappings = {
  ...nodeFields,
  description: property(),
  plural: property(),
  affiliation: toOne('-[:AFFILIATED_TO]->'),
  toldTo: toOne('-[:TOLD_TO]->'),
};
