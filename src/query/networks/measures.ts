import { NetworkMeasure, PathLength } from '../../domain/vocabulary.generated.ts';
import { type NetworkAnswer, type NodeMeasure } from '../ir/computed.ts';

/** A measure as it is if nothing else is said. */
export function usualMeasure(
  measure: NetworkMeasure,
  { lengths = PathLength.DISTANCE, sample = null }: { lengths?: PathLength; sample?: number | null } = {},
): NodeMeasure {
  switch (measure) {
    case NetworkMeasure.DEGREE:
      return { measure: 'degree' };
    case NetworkMeasure.STRENGTH:
      return { measure: 'strength' };
    case NetworkMeasure.BETWEENNESS:
      return { measure: 'betweenness', lengths, sample };
    case NetworkMeasure.CLOSENESS:
      return { measure: 'closeness', lengths, sample: null };
    case NetworkMeasure.EIGENVECTOR:
      return { measure: 'eigenvector' };
  }
}

/** The values of a measure, one for each node. */
export async function valuesOf(
  answer: NetworkAnswer,
  measure: NodeMeasure,
  signal?: AbortSignal,
): Promise<Float64Array | Int32Array> {
  switch (measure.measure) {
    case 'degree':
      return answer.degrees();
    case 'strength':
      return answer.strengths();
    default:
      return answer.measure(measure, signal);
  }
}

/** What a reader must know of these measures: which of them are estimates. */
export function notesOn(asked: readonly NodeMeasure[], { nodes }: NetworkAnswer): string[] {
  return asked.flatMap((measure) =>
    'sample' in measure && measure.sample !== null && measure.sample < nodes.length
      ? [`The ${measure.measure} is an estimate from the paths of ${measure.sample} of ${nodes.length} nodes.`]
      : [],
  );
}
