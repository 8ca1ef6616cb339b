import { type Tx } from '../../graph/database.ts';
import { type Candidate } from '../deed/deed.ts';
import { type Plan } from '../plan/plan.ts';
export const possibleDuplicates = (_tx: Tx, _plan: Plan): Promise<Candidate[]> => Promise.resolve([]);
