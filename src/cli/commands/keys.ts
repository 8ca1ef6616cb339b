import { Command, InvalidArgumentError, Option } from 'commander';
import { type ApiKey, addKey, listKeys, revokeKey } from '../../access/keys.ts';
import { ROLES, type Role, roleNamed } from '../../access/roles.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { withDatabase } from '../with-database.ts';

const roleNames = ROLES.map((role) => role.toLowerCase());

export const keys = new Command('keys').description(
  'make, list and revoke the keys with which people and programs ask',
);

keys
  .command('add')
  .description('make a key; it is printed once, and only its hash is kept')
  .argument('<name>', 'who will use it; changes are signed with it')
  .addOption(
    new Option('--role <role>', `${roleNames.join(', ')}: readers ask, analysts also record`)
      .argParser(asRole)
      .makeOptionMandatory(),
  )
  .action(async (name: string, { role }: { role: Role }) => {
    const key = await withDatabase(readConfig(process.env), say, (database) => addKey(database, { name, role }));
    say(
      `The key of ${name}, ${role.toLowerCase()}. It is shown this once and cannot be had again; keep it as you keep a password.`,
    );
    say('');
    process.stdout.write(`${key}\n`);
    say('');
    say('Programs send it with each request as the header  Authorization: Bearer KEY');
    say('In the playground it goes under Headers:           {"authorization": "Bearer KEY"}');
    say(`To end it: npm run -s chancery -- keys revoke ${JSON.stringify(name)}`);
  });

keys
  .command('list')
  .description('say which keys there are: name, role, days of making and last use, and whether revoked')
  .action(async () => {
    const all = await withDatabase(readConfig(process.env), say, listKeys);
    if (all.length === 0)
      return say('There are no keys. Make one: npm run -s chancery -- keys add NAME --role analyst');
    process.stdout.write(`${table(all)}\n`);
  });

keys
  .command('revoke')
  .description('end a key: at once, for good; what was done with it stays in the history under its name')
  .argument('<name>', 'its name, as "keys list" has it')
  .action(async (name: string) => {
    await withDatabase(readConfig(process.env), say, (database) => revokeKey(database, name));
    say(`The key ${name} is revoked. Servers that run refuse it from now on.`);
  });

function asRole(text: string): Role {
  const role = roleNamed(text);
  if (role === undefined) throw new InvalidArgumentError(`Expected one of ${roleNames.join(', ')}.`);
  return role;
}

/** Columns as wide as what is in them. */
function table(all: ApiKey[]): string {
  const rows = [
    ['name', 'role', 'made on', 'last used on', 'revoked on'],
    ...all.map(({ name, role, createdAt, lastUsedOn, revokedAt }) => [
      name,
      role.toLowerCase(),
      createdAt.slice(0, 10),
      lastUsedOn ?? '-',
      revokedAt?.slice(0, 10) ?? '-',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
