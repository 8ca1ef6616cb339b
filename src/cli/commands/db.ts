import { Command } from 'commander';
import { ClientError } from '../../domain/errors.ts';
import { type ManagedNeo4j, startManaged } from '../../graph/managed/managed.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { stopOnSignals } from '../runtime/signals.ts';

export const dbCommand = new Command('db')
  .description('run only the managed database, until Ctrl-C')
  .addHelpText('after', '\nOther commands use it while it runs, and any Neo4j client can connect to it.')
  .action(async () => {
    const config = readConfig(process.env);
    if (config.external !== null) {
      throw new ClientError(
        'DATABASE_IS_EXTERNAL',
        `NEO4J_URI is set to ${config.external.uri}, so there is no managed database to run. Unset it to run one.`,
      );
    }

    const running: { neo4j?: ManagedNeo4j } = {};
    stopOnSignals(async () => {
      if (running.neo4j !== undefined) {
        await running.neo4j.stop();
        print('Neo4j has stopped.');
      }
      return 0;
    });
    const neo4j = (running.neo4j = await startManaged({ folder: config.home, onProgress: print }));
    print('');
    print(`Neo4j runs at ${neo4j.uri}`);
    print(`  user      ${neo4j.username}`);
    print(`  password  in ${neo4j.passwordFile}`);
    print('Ctrl-C stops it.');

    const crashed = await neo4j.crashed;
    await neo4j.stop();
    throw crashed;
  });
