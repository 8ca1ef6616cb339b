import { type endpointRelationships } from '../../storage/relationships.ts';
import { type NodeRef } from './node-ref.ts';

/** What identifies a new fact; its endpoints never change. */
export interface FactIdentity {
  slot: string;
  role?: string;
  relationships: { type: (typeof endpointRelationships)[number]; to: NodeRef }[];
}
