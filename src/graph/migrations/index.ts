import { identityAndOrders } from './001-identity-and-orders.ts';
import { ordersOfAllEntitiesAndConflicts } from './002-orders-of-all-entities-and-conflicts.ts';
import { mattersOfClaims } from './003-matters-of-claims.ts';
import { plansByDay } from './004-plans-by-day.ts';
import { keysOfCallers } from './005-keys-of-callers.ts';
import { changesInOrder } from './006-changes-in-order.ts';
import { activities } from './007-activities.ts';
import { snapshotConstraints } from './008-snapshots.ts';
import { textsOfKnownFacts } from './009-texts-of-known-facts.ts';
import { evidenceBySlot } from './010-evidence-by-slot.ts';
import { headsOfOrganizations } from './011-heads-of-organizations.ts';
import { namesInScriptsOfReaders } from './012-names-in-scripts-of-readers.ts';
import { addressesOfDocuments } from './013-addresses-of-documents.ts';
import { postsAndTenuresInOrder } from './014-posts-and-tenures-in-order.ts';
import { jointStatements } from './015-joint-statements.ts';
import { unnamedPeople } from './016-unnamed-people.ts';
import { meetingsInSeveralPlaces } from './017-meetings-in-several-places.ts';
import { namesThatMeet } from './018-names-that-meet.ts';
import { possibleDuplicates } from './019-possible-duplicates.ts';
import { changesByCaller } from './020-changes-by-caller.ts';
import { likenessOfMeetings } from './021-likeness-of-meetings.ts';
import { firstRevisions } from './022-first-revisions.ts';
import { indexesThatAreRead } from './023-indexes-that-are-read.ts';
import { linksToldOnce } from './024-links-told-once.ts';
import { timesByLength } from './025-times-by-length.ts';
import { type Migration } from './migration.ts';

/** All migrations, in order. */
export const migrations: readonly Migration[] = [
  identityAndOrders,
  ordersOfAllEntitiesAndConflicts,
  mattersOfClaims,
  plansByDay,
  keysOfCallers,
  changesInOrder,
  activities,
  snapshotConstraints,
  textsOfKnownFacts,
  evidenceBySlot,
  headsOfOrganizations,
  namesInScriptsOfReaders,
  addressesOfDocuments,
  postsAndTenuresInOrder,
  jointStatements,
  unnamedPeople,
  meetingsInSeveralPlaces,
  namesThatMeet,
  possibleDuplicates,
  changesByCaller,
  likenessOfMeetings,
  firstRevisions,
  indexesThatAreRead,
  linksToldOnce,
  timesByLength,
];
