import { attendance } from './attendance.ts';
import { meetings } from './meetings.ts';
import { officeHolders } from './office-holders.ts';
import { reference } from './reference.ts';
import { udcgHistory } from './udcg-history.ts';

/** The data sets that are made from tables, by file, each with its text. */
export const made: Record<string, () => string> = {
  'reference.yaml': reference,
  'office-holders.yaml': officeHolders,
  'udcg-history.yaml': udcgHistory,
  'attendance.yaml': attendance,
  'meetings.yaml': meetings,
};

/** The folder of the made files, where those written by hand are too. */
export const FOLDER = new URL('../', import.meta.url);
