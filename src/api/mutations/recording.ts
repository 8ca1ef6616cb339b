import { type Arguments } from '../../query/fields/call.ts';
import { recordingMeeting } from '../../record/deed/recording-meeting.ts';
import { recording } from '../../record/deed/recording.ts';
import { RecordInput } from '../../record/input.ts';
import { type Problem } from '../../record/problem.ts';
import { shapeOf } from '../../record/shape.ts';
import { type Asked, howOf, impossible, pathed, plain } from './asked.ts';

type Path = Problem['path'];
type Fields = Readonly<Record<string, unknown>>;

/** All that one source says. */
export function record({ input }: Arguments): Asked {
  const { expectedVersions, reason, idempotencyKey, dryRun, allowDuplicate, ...block } = plain(input) as Fields;
  const { value, problems } = shapeOf(RecordInput, block);
  const versions = (expectedVersions ?? []) as { ref: string; version: number }[];
  const deed =
    value === null
      ? impossible(problems)
      : recording(value, {
          expectedVersions: versions.map((each, index) => ({ ...each, path: ['expectedVersions', index, 'version'] })),
          allowDuplicate: allowDuplicate === true,
        });
  return {
    ...howOf({ reason, idempotencyKey, dryRun }),
    deed: pathed(deed, (path) => ['input', ...path]),
  };
}

/** What one source says of one meeting. */
export function recordMeeting({ input }: Arguments): Asked {
  const { source, expectedVersion, reason, idempotencyKey, dryRun, allowDuplicate, ...row } = plain(input) as Fields;
  const { value, problems } = shapeOf(RecordInput, { source, meetings: [row] });
  const deed =
    value === null
      ? impossible(problems)
      : recordingMeeting(value.source, value.meetings![0]!, {
          expectedVersion: typeof expectedVersion === 'number' ? expectedVersion : null,
          allowDuplicate: allowDuplicate === true,
        });
  return {
    ...howOf({ reason, idempotencyKey, dryRun }),
    deed: pathed(deed, (path) => ['input', ...withinMeeting(path)]),
  };
}

/** The one meeting is not a list of meetings in the input. */
const withinMeeting = (path: Path): Path => (path[0] === 'meetings' ? path.slice(2) : path);
