import { Command } from 'commander';
import { TellableError } from '../../domain/errors.ts';
import { type ManagedNeo4j, startManaged } from '../../graph/managed/managed.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { stopOnSignals } from '../signals.ts';

export const db = new Command('db')
  .description('run the managed database alone, until Ctrl-C')
  .addHelpText('after', '\nOther commands use it while it runs, and so can any Neo4j client.')
  .action(async () => {
    const config = readConfig(process.env);
    if (config.external !== null) {
      throw new TellableError(
        'DATABASE_IS_EXTERNAL',
        `NEO4J_URI is set to ${config.external.uri}, so Chancery runs no database of its own. Unset it to run one.`,
      );
    }

    const running: { neo4j?: ManagedNeo4j } = {};
    stopOnSignals(async () => {
      if (running.neo4j !== undefined) {
        await running.neo4j.stop();
        say('Neo4j has stopped.');
      }
      return 0;
    });
    const neo4j = (running.neo4j = await startManaged({ folder: config.home, say }));
    say('');
    say(`Neo4j runs at ${neo4j.uri}`);
    say(`  user      ${neo4j.username}`);
    say(`  password  in ${neo4j.passwordFile}`);
    say('Ctrl-C stops it.');

    const lost = await neo4j.lost;
    await neo4j.stop();
    throw lost;
  });
