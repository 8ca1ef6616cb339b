import {
  type AttributionAct,
  type AttributionKind,
  type ClaimRelationType,
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
} from '../../domain/vocabulary.generated.ts';
import { type ClaimInput, type ClaimRelationInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type InputPath } from '../input/problem.ts';
import { type RowValues } from './row-values.ts';

/** A node that a claim supports, and the slots it fills; without values, it only supports that the node exists. */
export interface Support {
  node: NodeRef;
  values: RowValues;
}

/** A relation to another claim, by the reference that the input gives. */
export interface DraftRelation {
  type: ClaimRelationType;
  to: string;
  path: InputPath;
}

/** A claim to be recorded, given explicitly in the input or generated from a row. */
export interface ClaimDraft {
  /** The key given in the input, if any. */
  key: string | null;
  /** The data set in which keys of claims are looked up first; empty for a mutation. */
  scope: string;
  path: InputPath;
  type: ClaimType;
  subject: NodeRef;
  objects: NodeRef[];
  value: string | null;
  count: ClaimInput['count'] | null;
  text: string;
  /** True if generated from a row; then `text` may change with the names of nodes. */
  isGenerated: boolean;
  time: TimeInput | null;
  polarity: Polarity;
  quantifier: Quantifier | null;
  modality: Modality;
  attributionKind: AttributionKind;
  attributionInferred: boolean;
  attribution: { agent: NodeRef; how: AttributionAct }[];
  confidence: number | null;
  note: string | null;
  evidence: { document: NodeRef; paragraph: string | null; line: number | null }[];
  supports: Support[];
  /** True if `supports` was inferred from the facts that exist, so that new facts may change it. */
  supportsAreInferred: boolean;
  relations: DraftRelation[];
}

/** The values that a claim gives to a node; undefined if it does not support it. */
export const supportedValues = ({ supports }: Pick<ClaimDraft, 'supports'>, node: NodeRef): RowValues | undefined =>
  supports.find((support) => support.node.id === node.id)?.values;

/** What all claims of a block share. */
export type BlockAttribution = Pick<ClaimDraft, 'scope' | 'attributionKind' | 'attribution' | 'confidence'> & {
  document: NodeRef;
};

/** Relations as the input gives them, each with its place. */
export const draftRelations = (
  relations: readonly ClaimRelationInput[] | undefined,
  path: InputPath,
): DraftRelation[] =>
  (relations ?? []).map(({ type, to }, index) => ({ type, to, path: [...path, 'relations', index, 'to'] }));
