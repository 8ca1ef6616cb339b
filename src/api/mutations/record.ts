import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { recordMeetingOperation } from '../../record/recording/record-meeting.ts';
import { recordBlockOperation } from '../../record/recording/record-block.ts';
import { RecordInput } from '../../record/input/record-input.ts';
import { type Problem } from '../../record/input/problem.ts';
import { validateInput } from '../../record/input/validate.ts';
import {
  type MutationRequest,
  mutationOptions,
  invalidOperation,
  mapProblemPaths,
  toPlainInput,
} from './mutation-request.ts';

type Path = Problem['path'];
type InputFields = Readonly<Record<string, unknown>>;

/** All that one source says. */
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
    deed: mapProblemPaths(operation, (path) => ['input', ...path]),
  };
}

/** What one source says of one meeting. */
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
    deed: mapProblemPaths(operation, (path) => ['input', ...toMeetingPath(path)]),
  };
}

/** The one meeting is not a list of meetings in the input. */
const toMeetingPath = (path: Path): Path => (path[0] === 'meetings' ? path.slice(2) : path);
