import { join } from 'node:path';
import { type Database, connect } from '../../src/graph/database.ts';
import { type ManagedNeo4j, startManaged } from '../../src/graph/managed/managed.ts';
import { generate } from './generate.ts';
import { type Size, nameOf } from './size.ts';
import { DATASET_VERSION } from './blocks.ts';

/** A managed Neo4j with a whole world in it. */
export interface BenchmarkDatabase {
  size: Size;
  neo4j: ManagedNeo4j;
  database: Database;
  /** Participations that were recorded per second; null when the world was there from an earlier run. */
  importRate: number | null;
  /** How many participations it has in fact. */
  participations: number;
  stop(): Promise<void>;
}

/** MiB; the default heap, and a page cache that holds the world, as a server of that size would have it. */
const MEMORY = { heap: 1024, pageCache: 2048 };

/** Where worlds are kept between runs, each in a folder by its size and form. */
const CACHE = join(import.meta.dirname, '../../.chancery/bench');

/** Starts the database of the world of this size, and makes what is missing of it. */
export async function openBenchmarkDatabase(size: Size, say: (line: string) => void): Promise<BenchmarkDatabase> {
  const folder = join(CACHE, `v${DATASET_VERSION}-${nameOf(size)}`);
  const neo4j = await startManaged({ folder, onProgress: say, memory: MEMORY });
  try {
    const database = await connect(neo4j);
    await database.migrate();
    say(`The world of ${size.participations} participations is in ${folder}`);
    const importRate = await generate(database, size, say);
    const [row] = await database.read((tx) => tx.rows('MATCH (p:Participation) RETURN count(p)'));
    const stop = async () => {
      await database.close();
      await neo4j.stop();
    };
    return { size, neo4j, database, importRate, participations: row![0] as number, stop };
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
}
