import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type AccessSettings } from '../../access/authenticator.ts';
import { ClientError } from '../../domain/errors.ts';
import { type DatabaseAddress } from '../../graph/database.ts';

/** Everything that can be set from outside, checked; read once at the start and passed on. */
export interface Config {
  /** The port of the web server; 0 for any free one. */
  port: number;
  /** The address that the web server listens on; `localhost` for both loopback addresses. */
  host: string;
  /** The folder of the managed database. */
  home: string;
  /** The database to use instead of a managed one. */
  external: DatabaseAddress | null;
  /** Whether an external database gets the seed data; a managed one always does. */
  seed: boolean;
  /** Who may read, and whose tokens are taken. */
  access: AccessSettings;
  /** How many proxies stand before the server. */
  proxies: number;
  /** How long a question may take. */
  queryTimeoutMs: number;
  logLevel: LogLevel;
}

export type LogLevel = z.infer<typeof LogLevel>;
const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']);
const NoSpaces = z.string().regex(/^\S+$/);
const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const Digit = z.string().regex(/^\d$/).transform(Number);
const Seconds = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(3_600));

/** Nothing that is fetched from here decides who may write unless it came over TLS, or from this machine. */
const HttpsUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && `${username}${search}${hash}` === '';
});

/** What people are told about a setting. */
export interface SettingDoc {
  description: string;
  /** Ends the sentence "expected ...". */
  expected: string;
  /** The value when it is not set; null where there is none. */
  default: string | null;
  /** Never repeated in messages. */
  secret?: boolean;
}

/** Each setting once: an environment variable, or a line of `.env`. */
const Settings = z.object({
  PORT: Port.meta({
    description: 'The port of the web server.',
    expected: 'a whole number from 0 to 65535',
    default: '4000',
  } satisfies SettingDoc),
  HOST: NoSpaces.meta({
    description:
      'The address to listen on. Nothing is encrypted, and reading is open unless CHANCERY_READING closes it.',
    expected: 'localhost for this machine only, 0.0.0.0 for every network, or one of its own addresses',
    default: 'localhost',
  } satisfies SettingDoc),
  CHANCERY_HOME: z.string().meta({
    description: 'The folder in which Chancery keeps a database of its own.',
    expected: 'a folder',
    default: '.chancery',
  } satisfies SettingDoc),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/@]+\/?$/)
    .optional()
    .meta({
      description: 'The Neo4j to use, 5.26 or later. When it is not set, Chancery runs one of its own.',
      expected:
        'an address like bolt://localhost:7687 or neo4j+s://graph.example.org, with one of the schemes bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc',
      default: null,
    } satisfies SettingDoc),
  NEO4J_USERNAME: NoSpaces.meta({
    description: 'The user at NEO4J_URI.',
    expected: 'a name without spaces',
    default: 'neo4j',
  } satisfies SettingDoc),
  NEO4J_PASSWORD: z
    .string()
    .optional()
    .meta({
      description: 'The password at NEO4J_URI.',
      expected: 'a password, because NEO4J_URI is set',
      default: null,
      secret: true,
    } satisfies SettingDoc),
  NEO4J_DATABASE: NoSpaces.optional().meta({
    description: "The database at NEO4J_URI; the user's home database when it is not set.",
    expected: 'a name without spaces',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_SEED: z.enum(['true', 'false']).meta({
    description: 'Whether the database at NEO4J_URI gets the seed data at the start; a managed one always does.',
    expected: 'true or false',
    default: 'false',
  } satisfies SettingDoc),
  CHANCERY_READING: z.enum(['open', 'closed']).meta({
    description: 'Whether reading is open to everyone, or needs a key too. Writing always does.',
    expected: 'open or closed',
    default: 'open',
  } satisfies SettingDoc),
  CHANCERY_OIDC_ISSUER: HttpsUrl.optional().meta({
    description: 'The OpenID Connect issuer whose tokens (JWT) are taken beside keys, as `iss` names it.',
    expected: 'an address like https://id.example.org, without ? and #; http:// only on this machine',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_OIDC_AUDIENCE: NoSpaces.optional().meta({
    description: 'What tokens must name as their audience (`aud`).',
    expected: 'a name without spaces, because CHANCERY_OIDC_ISSUER is set',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_OIDC_ROLE_CLAIM: NoSpaces.meta({
    description: 'The claim with the roles: its name, or a path like `realm_access.roles`.',
    expected: 'a name without spaces',
    default: 'roles',
  } satisfies SettingDoc),
  CHANCERY_OIDC_JWKS_URL: HttpsUrl.optional().meta({
    description: "Where the issuer's keys are; its discovery document says so when this is not set.",
    expected: 'an address like https://id.example.org/keys, without ? and #; http:// only on this machine',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_PROXIES: Digit.meta({
    description: 'How many reverse proxies stand before the server; so many say whom they ask for.',
    expected: 'a whole number from 0 to 9',
    default: '0',
  } satisfies SettingDoc),
  QUERY_TIMEOUT: Seconds.meta({
    description: 'The seconds after which a question is given up.',
    expected: 'a whole number of seconds from 1 to 3600',
    default: '20',
  } satisfies SettingDoc),
  LOG_LEVEL: LogLevel.meta({
    description: 'How much is logged. At `debug`, unexpected errors are shown in full.',
    expected: `one of ${LogLevel.options.join(', ')}`,
    default: 'info',
  } satisfies SettingDoc),
});

type Name = keyof typeof Settings.shape;
const names = Object.keys(Settings.shape) as Name[];

/** The table of settings, for the README. */
export const settings = Object.fromEntries(
  names.map((name) => [name, Settings.shape[name].meta() as unknown as SettingDoc]),
) as Record<Name, SettingDoc>;

/**
 * Reads the settings from the environment and, beneath it, from the file `.env` in the folder. An empty value counts as
 * none.
 *
 * @throws TellableError INVALID_SETTING that names every setting that is wrong, its value, and what was expected.
 */
export function readConfig(env: NodeJS.ProcessEnv, folder: string = process.cwd()): Config {
  const file = readEnvFile(join(folder, '.env'));
  const valueOf = (name: Name) => env[name]?.trim() || file[name]?.trim() || (settings[name].default ?? undefined);
  const rawValues = Object.fromEntries(names.map((name) => [name, valueOf(name)]));

  const parsed = Settings.superRefine((values, context) => {
    if (values.NEO4J_URI !== undefined && values.NEO4J_PASSWORD === undefined) {
      context.addIssue({ code: 'custom', path: ['NEO4J_PASSWORD'] });
    }
    if (values.CHANCERY_OIDC_ISSUER !== undefined && values.CHANCERY_OIDC_AUDIENCE === undefined) {
      context.addIssue({ code: 'custom', path: ['CHANCERY_OIDC_AUDIENCE'] });
    }
  }).safeParse(rawValues);
  if (!parsed.success)
    throw invalidSettings([...new Set(parsed.error.issues.map(({ path }) => path[0] as Name))], rawValues);

  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    home: data.CHANCERY_HOME,
    seed: data.CHANCERY_SEED === 'true',
    access: {
      readingIsOpen: data.CHANCERY_READING === 'open',
      issuer:
        data.CHANCERY_OIDC_ISSUER === undefined
          ? null
          : {
              url: data.CHANCERY_OIDC_ISSUER,
              audience: data.CHANCERY_OIDC_AUDIENCE!,
              roleClaim: data.CHANCERY_OIDC_ROLE_CLAIM,
              jwksUrl: data.CHANCERY_OIDC_JWKS_URL ?? null,
            },
    },
    proxies: data.CHANCERY_PROXIES,
    queryTimeoutMs: data.QUERY_TIMEOUT * 1_000,
    logLevel: data.LOG_LEVEL,
    external:
      data.NEO4J_URI === undefined
        ? null
        : {
            uri: data.NEO4J_URI,
            username: data.NEO4J_USERNAME,
            password: data.NEO4J_PASSWORD!,
            database: data.NEO4J_DATABASE,
          },
  };
}

function invalidSettings(invalidNames: Name[], rawValues: { [name: string]: string | undefined }): ClientError {
  const lines = invalidNames.map((name) => {
    const { expected, secret } = settings[name];
    const value = rawValues[name];
    return value === undefined || secret
      ? `${name} is not set; expected ${expected}.`
      : `${name} is ${JSON.stringify(value)}; expected ${expected}.`;
  });
  const where = 'Settings are read from the environment and from the file .env; the README lists them.';
  return new ClientError('INVALID_SETTING', `${lines.join('\n')}\n${where}`, { settings: invalidNames });
}

function readEnvFile(path: string): Record<string, string> {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ClientError('INVALID_SETTING', `The file ${path} cannot be read: ${(error as Error).message}`);
  }
}
