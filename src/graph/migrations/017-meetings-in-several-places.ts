import { asListOfOne } from './list-of-one.ts';
import { type Migration } from './migration.ts';

/** A meeting may be in several places, in an order. */
export const meetingsInSeveralPlaces: Migration = {
  number: 17,
  name: 'meetings in several places',
  schema: [],
  backfill: asListOfOne('Meeting', 'place', 'places', 'HELD_AT'),
  needsRebuild: true,
};
