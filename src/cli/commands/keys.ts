import { Command, InvalidArgumentError, Option } from 'commander';
import { type ApiKey, addKey, listKeys, revokeKey } from '../../access/api-keys.ts';
import { ROLES, type Role, parseRole } from '../../access/roles.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

const roleNames = ROLES.map((role) => role.toLowerCase());

export const keysCommand = new Command('keys').description(
  'make, list and revoke the keys with which people and programs ask',
);

keysCommand
  .command('add')
  .description('make a key; it is printed once, and only its hash is kept')
  .argument('<name>', 'who will use it; changes are signed with it')
  .addOption(
    new Option('--role <role>', `${roleNames.join(', ')}: readers ask, analysts also record`)
      .argParser(parseRoleOption)
      .makeOptionMandatory(),
  )
  .action(async (name: string, { role }: { role: Role }) => {
    const key = await withDatabase(readConfig(process.env), print, (database) => addKey(database, { name, role }));
    print(
      `The key of ${name}, ${role.toLowerCase()}. It is shown this once and cannot be had again; keep it as you keep a password.`,
    );
    print('');
    process.stdout.write(`${key}\n`);
    print('');
    print('Programs send it with each request as the header  Authorization: Bearer KEY');
    print('In the playground it goes under Headers:           {"authorization": "Bearer KEY"}');
    print(`To end it: npm run -s chancery -- keys revoke ${JSON.stringify(name)}`);
  });

keysCommand
  .command('list')
  .description('say which keys there are: name, role, days of making and last use, and whether revoked')
  .action(async () => {
    const all = await withDatabase(readConfig(process.env), print, listKeys);
    if (all.length === 0)
      return print('There are no keys. Make one: npm run -s chancery -- keys add NAME --role analyst');
    process.stdout.write(`${formatTable(all)}\n`);
  });

keysCommand
  .command('revoke')
  .description('end a key: at once, for good; what was done with it stays in the history under its name')
  .argument('<name>', 'its name, as "keys list" has it')
  .action(async (name: string) => {
    await withDatabase(readConfig(process.env), print, (database) => revokeKey(database, name));
    print(`The key ${name} is revoked. Servers that run refuse it from now on.`);
  });

function parseRoleOption(text: string): Role {
  const role = parseRole(text);
  if (role === undefined) throw new InvalidArgumentError(`Expected one of ${roleNames.join(', ')}.`);
  return role;
}

/** Columns as wide as what is in them. */
function formatTable(all: ApiKey[]): string {
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
