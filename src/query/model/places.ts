import { filter } from '../filters/condition.ts';
import { heldOnArguments } from '../filters/held.ts';
import { onlyVisible } from '../filters/tests.ts';
import { type Mappings } from '../fields/mapping.ts';
import { property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { entity } from './entity.ts';
import { holding } from './holding.ts';

export const place: Mappings = {
  ...entity,
  kind: property(),
  latitude: property(),
  longitude: property(),
  country: one('-[:LOCATED_IN]->'),
  within: one('-[:WITHIN]->'),
  operatedBy: one('-[:OPERATED_BY]->'),
};

export const post: Mappings = {
  ...entity,
  country: one('-[:POST_OF]->(:Country)'),
  organization: one('-[:POST_OF]->(:Organization)'),
  level: property(),
  portfolio: property(),
  holders: many({
    path: '<-[:OF_POST]-',
    filter: filter({}, heldOnArguments, onlyVisible),
    order: ({ node }) => `${node}.sortTime DESC`,
  }),
  heldOn: holding,
};

export const topic: Mappings = { ...entity, broader: one('-[:BROADER]->') };
