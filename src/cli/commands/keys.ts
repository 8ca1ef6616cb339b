import { Command, InvalidArgumentError, Option } from 'commander';
import { type ApiKey, addKey, listKeys, revokeKey } from '../../access/api-keys.ts';
import { ROLES, type Role, parseRole } from '../../access/roles.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

const roleNames = ROLES.map((role) => role.toLowerCase());

export const keysCommand = new Command('keys').description('create, list and revoke API keys');

keysCommand
  .command('add')
  .description('create a key; it is printed once, and only its hash is stored')
  .argument('<name>', 'the name of its user, recorded with each change')
  .addOption(
    new Option('--role <role>', `${roleNames.join(', ')}: readers query, analysts also write`)
      .argParser(parseRoleOption)
      .makeOptionMandatory(),
  )
  .action(async (name: string, { role }: { role: Role }) => {
    const key = await withDatabase(readConfig(process.env), print, (database) => addKey(database, { name, role }));
    print(`The key of ${name}, ${role.toLowerCase()}. It is shown only this once; keep it like a password.`);
    print('');
    process.stdout.write(`${key}\n`);
    print('');
    print('Programs send it with each request in the header  Authorization: Bearer KEY');
    print('In the playground, put it under Headers:           {"authorization": "Bearer KEY"}');
    print(`To revoke it: npm run -s chancery -- keys revoke ${JSON.stringify(name)}`);
  });

keysCommand
  .command('list')
  .description('list all keys: name, role, and the days of creation, last use and revocation')
  .action(async () => {
    const all = await withDatabase(readConfig(process.env), print, listKeys);
    if (all.length === 0)
      return print('There are no keys. Create one: npm run -s chancery -- keys add NAME --role analyst');
    process.stdout.write(`${formatTable(all)}\n`);
  });

keysCommand
  .command('revoke')
  .description('revoke a key, at once and for good; the history keeps its name')
  .argument('<name>', 'its name, as in "keys list"')
  .action(async (name: string) => {
    await withDatabase(readConfig(process.env), print, (database) => revokeKey(database, name));
    print(`The key ${name} is revoked. Running servers reject it from now on.`);
  });

function parseRoleOption(text: string): Role {
  const role = parseRole(text);
  if (role === undefined) throw new InvalidArgumentError(`Expected one of ${roleNames.join(', ')}.`);
  return role;
}

function formatTable(all: ApiKey[]): string {
  const rows = [
    ['name', 'role', 'created on', 'last used on', 'revoked on'],
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
