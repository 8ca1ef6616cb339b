import {
  type AttributionAct,
  type AttributionKind,
  type ClaimRelationType,
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
} from '../../domain/vocabulary.generated.ts';
import { type ClaimInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type InputPath } from '../resolve/references.ts';
import { type RowValues } from './row-values.ts';

/** What a claim says of one thing: slots and their values; none where it only shows that the thing is. */
export interface Support {
  thing: NodeRef;
  values: RowValues;
}

/** How a claim stands to another one, as the input points at it. */
export interface DraftRelation {
  type: ClaimRelationType;
  to: string;
  path: InputPath;
}

/** A claim about to be recorded, written out in the input or made by a row of its own. */
export interface ClaimDraft {
  /** The key that the input gives to it; null where it gives none. */
  key: string | null;
  /** The data set within which keys of claims are looked up first; empty for a mutation. */
  scope: string;
  path: InputPath;
  type: ClaimType;
  subject: NodeRef;
  objects: NodeRef[];
  value: string | null;
  count: ClaimInput['count'] | null;
  text: string;
  /** True where `text` was made here and may change with the names of things. */
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
  /** True where what it supports follows from what facts there are, and changes with them. */
  supportsFollow: boolean;
  relations: DraftRelation[];
}

/** The values that a claim says of a thing; none where it does not support it. */
export const supportedValues = ({ supports }: Pick<ClaimDraft, 'supports'>, node: NodeRef): RowValues | undefined =>
  supports.find((support) => support.thing.id === node.id)?.values;
