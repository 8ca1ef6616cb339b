import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { type Problem } from '../../record/input/problem.ts';
import { RecordInput } from '../../record/input/record-input.ts';
import { validateInput } from '../../record/input/validate.ts';
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
  const { expectedVersions, reason, idempotencyKey, dryRun, allowDuplicate, ...block } = toPlainInput(
    input,
  ) as InputFields;
  const { value, problems } = validateInput(RecordInput, block);
  const versions = (expectedVersions ?? []) as { ref: string; version: number }[];
  const operation =
    value === null
      ? invalidOperation(problems)
      : recordBlockOperation(value, {
          expectedVersions: versions.map((each, index) => ({ ...each, path: ['expectedVersions', index, 'version'] })),
          allowDuplicate: allowDuplicate === true,
        });
  return {
    ...mutationOptions({ reason, idempotencyKey, dryRun }),
    operation: mapProblemPaths(operation, (path) => ['input', ...path]),
  };
}

export function recordMeetingRequest({ input }: Arguments): MutationRequest {
  const { source, expectedVersion, reason, idempotencyKey, dryRun, allowDuplicate, ...row } = toPlainInput(
    input,
  ) as InputFields;
  const { value, problems } = validateInput(RecordInput, { source, meetings: [row] });
  const operation =
    value === null
      ? invalidOperation(problems)
      : recordMeetingOperation(value.source, value.meetings![0]!, {
          expectedVersion: typeof expectedVersion === 'number' ? expectedVersion : null,
          allowDuplicate: allowDuplicate === true,
        });
  return {
    ...mutationOptions({ reason, idempotencyKey, dryRun }),
    operation: mapProblemPaths(operation, (path) => ['input', ...toMeetingPath(path)]),
  };
}

/** The writer validates a list with one meeting; in this mutation's input the meeting's fields are at the top level. */
const toMeetingPath = (path: Path): Path => (path[0] === 'meetings' ? path.slice(2) : path);
