import { type Database } from '../../graph/database.ts';
import { Rollback, resultOrRollback } from '../operation/rollback.ts';
import { type DataSet } from '../input/options.ts';
import { type DataSetBlocks, toBlocks } from './data-set-blocks.ts';
import { readStoredDataSet } from './read-data-set.ts';

/** A data set as a file has it, and what it leaves out. */
export interface ExportedDataSet extends DataSetBlocks {
  dataSet: DataSet;
  /** Claims that analysts have corrected or retracted. */
  ended: number;
  /** Descriptions of which analysts have taken something back: the file says it still. */
  takenBack: number;
}

/**
 * What one data set says, as blocks that an import takes. It shows one state of the graph, because it holds the write lock.
 *
 * @throws ClientError if there is no such data set, or it is larger than a file may be.
 */
export const exportDataSet = (database: Database, key: string): Promise<ExportedDataSet> =>
  resultOrRollback<ExportedDataSet>(
    database.write(async (tx) => {
      const stored = await readStoredDataSet(tx, key);
      const { dataSet, ended, takenBack } = stored;
      // The transaction only kept writers away.
      throw new Rollback({ dataSet, ...toBlocks(stored), ended, takenBack });
    }),
  );
