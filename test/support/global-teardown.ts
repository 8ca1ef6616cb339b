import { rmSync } from 'node:fs';

/** Ends the databases of the run. */
export default async function tearDown(): Promise<void> {
  await Promise.all(
    globalThis.throwaways.map(async ({ neo4j, folder }) => {
      await neo4j.stop();
      rmSync(folder, { recursive: true, force: true });
    }),
  );
}
