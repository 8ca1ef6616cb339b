import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { type Problem } from '../../record/input/problem.ts';
import { RecordInput } from '../../record/input/record-input.ts';
import { isConsequence, keysOfFaultyRows, recoverValid } from '../../record/input/recover.ts';
import { validateInput } from '../../record/input/validate.ts';
import { type WriteOperation, rejected } from '../../record/operation/operation.ts';
import { recordBlockOperation } from '../../record/recording/record-block.ts';
import { recordMeetingOperation } from '../../record/recording/record-meeting.ts';
import {
  type MutationRequest,
  mutationOptions,
  invalidOperation,
  mapProblemPaths,
  toPlainInput,
} from './mutation-request.ts';

type Path = Problem['path'];
type InputFields = Readonly<Record<string, unknown>>;

export function recordRequest({ input }: Arguments): MutationRequest {
  const { expectedVersions, reason, idempotencyKey, dryRun, allowDuplicate, stopOnWarnings, ...block } = toPlainInput(
    input,
  ) as InputFields;
  const versions = (expectedVersions ?? []) as { ref: string; version: number }[];
  const operation = validatedOperation(block, (value) =>
    recordBlockOperation(value, {
      expectedVersions: versions.map((each, index) => ({ ...each, path: ['expectedVersions', index, 'version'] })),
      allowDuplicate: allowDuplicate === true,
      stopOnWarnings: stopOnWarnings === true,
    }),
  );
  return {
    ...mutationOptions({ reason, idempotencyKey, dryRun }),
    operation: mapProblemPaths(operation, (path) => ['input', ...path]),
  };
}

export function recordMeetingRequest({ input }: Arguments): MutationRequest {
  const { source, expectedVersion, reason, idempotencyKey, dryRun, allowDuplicate, stopOnWarnings, ...row } =
    toPlainInput(input) as InputFields;
  const operation = validatedOperation({ source, meetings: [row] }, (value) =>
    recordMeetingOperation(value.source, value.meetings![0]!, {
      expectedVersion: typeof expectedVersion === 'number' ? expectedVersion : null,
      allowDuplicate: allowDuplicate === true,
      stopOnWarnings: stopOnWarnings === true,
    }),
  );
  return {
    ...mutationOptions({ reason, idempotencyKey, dryRun }),
    operation: mapProblemPaths(operation, (path) => ['input', ...toMeetingPath(path)]),
  };
}

/**
 * The operation for a block. Of an invalid one the valid part is checked against the graph all the same, so that everything that is wrong
 * is reported at once; then nothing is written.
 */
function validatedOperation(block: InputFields, operationFor: (value: RecordInput) => WriteOperation): WriteOperation {
  const { value, problems } = validateInput(RecordInput, block);
  if (value !== null) return operationFor(value);
  const paths = problems.map(({ path }) => path);
  const recovered = recoverValid(RecordInput, block, paths);
  const { value: validPart } = validateInput(RecordInput, recovered.value);
  if (validPart === null) return invalidOperation(problems);
  const invalid = { paths, lostKeys: recovered.lostKeys, faultyKeys: new Set(keysOfFaultyRows(block, paths)) };
  return async (tx, context) => {
    const result = await operationFor(validPart)(tx, context);
    const ofInput = (found: readonly Problem[]) =>
      found
        .map((each) => ({ ...each, path: recovered.originalPath(each.path) }))
        .filter((each) => !isConsequence(each, block, invalid));
    return rejected([...problems, ...ofInput(result.problems)], { warnings: ofInput(result.warnings) });
  };
}

/** The writer validates a list with one meeting; in this mutation's input the meeting's fields are at the top level. */
const toMeetingPath = (path: Path): Path => (path[0] === 'meetings' ? path.slice(2) : path);
