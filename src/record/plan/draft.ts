import {
  type AttributionAct,
  type AttributionKind,
  type ClaimRelationType,
  type ClaimType,
  type Modality,
  type Polarity,
  type Quantifier,
} from '../../domain/vocabulary.generated.ts';
import { type ClaimInput, type TimeInput } from '../input.ts';
import { type Thing } from '../things.ts';
import { type Path } from './mentions.ts';
import { type Values } from './values.ts';

/** What a claim says of one thing: slots and their values; none where it only shows that the thing is. */
export interface Support {
  thing: Thing;
  values: Values;
}

/** How a claim stands to another one, as the input points at it. */
export interface DraftRelation {
  type: ClaimRelationType;
  to: string;
  path: Path;
}

/** A claim about to be recorded, written out in the input or made by a row of its own. */
export interface Draft {
  /** The key that the input gives to it; null where it gives none. */
  key: string | null;
  /** The data set within which keys of claims are looked up first; empty for a mutation. */
  scope: string;
  path: Path;
  type: ClaimType;
  subject: Thing;
  objects: Thing[];
  value: string | null;
  count: ClaimInput['count'] | null;
  text: string;
  /** True where `text` was made here and may change with the names of things. */
  textMade: boolean;
  time: TimeInput | null;
  polarity: Polarity;
  quantifier: Quantifier | null;
  modality: Modality;
  attributionKind: AttributionKind;
  attributionInferred: boolean;
  attribution: { agent: Thing; how: AttributionAct }[];
  confidence: number | null;
  note: string | null;
  evidence: { document: Thing; paragraph: string | null; line: number | null }[];
  supports: Support[];
  /** True where what it supports follows from what facts there are, and changes with them. */
  supportsFollow: boolean;
  relations: DraftRelation[];
}

/** The values that a claim says of a thing; none where it does not support it. */
export const valuesFor = ({ supports }: Pick<Draft, 'supports'>, thing: Thing): Values | undefined =>
  supports.find((support) => support.thing.id === thing.id)?.values;
