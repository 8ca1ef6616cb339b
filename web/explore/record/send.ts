import { ask } from '../api/ask.ts';
import {
  type DoneChangeFragment,
  type ProblemFoundFragment,
  RecordAllDocument,
  RecordMeetingDocument,
  type RecordedClaimFragment,
  type RecordedMeetingFragment,
  type SimilarThingFragment,
} from '../api/documents.generated.ts';
import type { Recording } from './input.ts';

/** What a recording did, or with a dry run would do. */
export interface Recorded {
  meeting: RecordedMeetingFragment | null;
  claims: readonly RecordedClaimFragment[];
  possibleDuplicates: readonly SimilarThingFragment[];
  changes: readonly DoneChangeFragment[];
  problems: readonly ProblemFoundFragment[];
  warnings: readonly ProblemFoundFragment[];
}

export interface Options {
  dryRun?: boolean;
  allowDuplicate: boolean;
  idempotencyKey?: string;
}

/** Records, or with `dryRun` says what that would do. Both mutations answer the same but for where the meeting stands. */
export async function send(
  { mutation, input }: Recording,
  options: Options,
  lang: string[],
  signal?: AbortSignal,
): Promise<Recorded> {
  if (mutation === 'recordMeeting')
    return (await ask(RecordMeetingDocument, { input: { ...input, ...options }, lang }, signal)).recordMeeting;
  const { nodes, ...rest } = (await ask(RecordAllDocument, { input: { ...input, ...options }, lang }, signal)).record;
  return { ...rest, meeting: nodes.find((node) => node.__typename === 'Meeting') ?? null };
}
