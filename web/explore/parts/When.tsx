import type { WhenFragment } from '../api/documents.generated.ts';
import { whenInWords } from './time.ts';

/** What HTML takes as a machine-readable time: a day, a month or a year. */
const HTML_TIME = /^\d{4}(-\d\d){0,2}$/;

/** A time in words; the words of the source, where they were recorded, on pointing at it. */
export function When({ time }: { time: WhenFragment }) {
  const words = whenInWords(time);
  const title = time.raw === null ? undefined : `In the source: ${time.raw}`;
  if (time.edtf === null || !HTML_TIME.test(time.edtf)) {
    return (
      <span className="when" title={title}>
        {words}
      </span>
    );
  }
  return (
    <time className="when" dateTime={time.edtf} title={title}>
      {words}
    </time>
  );
}
