import { type Tx } from '../transactions/transaction.ts';
import { type Migration } from './migration.ts';

/** Things looked at in one transaction. */
const PAGE = 10_000;

const END_OF_PAGE = `MATCH (t:Thing) WHERE t.id > $after WITH t ORDER BY t.id LIMIT ${PAGE} RETURN max(t.id)`;

const CLASSIFY = `MATCH (t:Thing) WHERE t.id > $after AND t.id <= $end
WITH t WHERE t:Event|Participation|Statement AND t.timeFrom < t.timeUntil
WITH t, CASE WHEN t.timeFrom > '0000-00-00' AND t.timeUntil < '9999-99-99'
  THEN duration.inDays(date(t.timeFrom), date(t.timeUntil)).days + 1 END AS days
SET t.timeLength = CASE WHEN days <= 3 THEN 'DAYS' WHEN days <= 7 THEN 'WEEK' WHEN days <= 31 THEN 'MONTH'
  WHEN days <= 92 THEN 'QUARTER' WHEN days <= 366 THEN 'YEAR' WHEN days <= 3653 THEN 'DECADE' ELSE 'LONGER' END`;

async function changePage(tx: Tx, after: string): Promise<string | null> {
  const [row] = await tx.rows(END_OF_PAGE, { after });
  const end = row![0] as string | null;
  if (end !== null) await tx.rows(CLASSIFY, { after, end });
  return end;
}

/** Times by the class of their length, so that those that reach into a window of days are found by an index, in place of those of their ends. */
export const timesByLength: Migration = {
  number: 25,
  name: 'times by length',
  schema: [
    ...['Event', 'Meeting', 'Participation', 'Statement'].map(
      (label) =>
        `CREATE INDEX ${label.toLowerCase()}_time_length IF NOT EXISTS FOR (n:${label}) ON (n.timeLength, n.sortTime)`,
    ),
    ...['meeting', 'statement'].flatMap((label) =>
      ['from', 'until'].map((end) => `DROP INDEX ${label}_time_${end} IF EXISTS`),
    ),
  ],
  changePage,
};
