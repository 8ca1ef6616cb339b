import { readTable } from './csv.ts';
import { type Blocks } from './sources.ts';
import { filled } from './yaml.ts';

/** Adds what single pages say of the day of a meeting, or of how many took part, beside what the tables of meetings have. */
export function addMeetingClaims(blocks: Blocks, isOfDataSet: (meeting: string) => boolean): void {
  for (const { meeting, source, time, count, comparator, raw, confidence } of readTable('meeting-claims')) {
    if (!isOfDataSet(meeting!)) continue;
    const attendance = count ? { value: Number(count), comparator: comparator as 'ABOUT', raw: raw! } : undefined;
    blocks.add(source!, { meetings: [filled({ ref: meeting!, time, attendance })] }, Number(confidence));
  }
}
