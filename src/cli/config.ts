import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type AccessSettings } from '../access/access.ts';
import { TellableError } from '../domain/errors.ts';
import { type Address } from '../graph/database.ts';

/** Everything that can be set from outside, checked; read once at the start and passed on. */
export interface Config {
  /** The port of the web server; 0 for any free one. */
  port: number;
  /** The address that the web server listens on; `localhost` for both loopback addresses. */
  host: string;
  /** The folder of the managed database. */
  home: string;
  /** The database to use instead of a managed one. */
  external: Address | null;
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
const Word = z.string().regex(/^\S+$/);
const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const Count = z.string().regex(/^\d$/).transform(Number);
const Seconds = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(3_600));

/** Nothing that is fetched from here decides who may write unless it came over TLS, or from this machine. */
const Safe = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && `${username}${search}${hash}` === '';
});

/** What people are told about a setting. */
export interface SettingNotes {
  about: string;
  /** Ends the sentence "expected ...". */
  expected: string;
  /** The value when it is not set; null where there is none. */
  otherwise: string | null;
  /** Never repeated in messages. */
  secret?: boolean;
}

/** Each setting once: an environment variable, or a line of `.env`. */
const Settings = z.object({
  PORT: Port.meta({
    about: 'The port of the web server.',
    expected: 'a whole number from 0 to 65535',
    otherwise: '4000',
  } satisfies SettingNotes),
  HOST: Word.meta({
    about: 'The address to listen on. Nothing is encrypted, and reading is open unless CHANCERY_READING closes it.',
    expected: 'localhost for this machine only, 0.0.0.0 for every network, or one of its own addresses',
    otherwise: 'localhost',
  } satisfies SettingNotes),
  CHANCERY_HOME: z.string().meta({
    about: 'The folder in which Chancery keeps a database of its own.',
    expected: 'a folder',
    otherwise: '.chancery',
  } satisfies SettingNotes),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/@]+\/?$/)
    .optional()
    .meta({
      about: 'The Neo4j to use, 5.26 or later. When it is not set, Chancery runs one of its own.',
      expected:
        'an address like bolt://localhost:7687 or neo4j+s://graph.example.org, with one of the schemes bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc',
      otherwise: null,
    } satisfies SettingNotes),
  NEO4J_USERNAME: Word.meta({
    about: 'The user at NEO4J_URI.',
    expected: 'a name without spaces',
    otherwise: 'neo4j',
  } satisfies SettingNotes),
  NEO4J_PASSWORD: z
    .string()
    .optional()
    .meta({
      about: 'The password at NEO4J_URI.',
      expected: 'a password, because NEO4J_URI is set',
      otherwise: null,
      secret: true,
    } satisfies SettingNotes),
  NEO4J_DATABASE: Word.optional().meta({
    about: "The database at NEO4J_URI; the user's home database when it is not set.",
    expected: 'a name without spaces',
    otherwise: null,
  } satisfies SettingNotes),
  CHANCERY_SEED: z.enum(['true', 'false']).meta({
    about: 'Whether the database at NEO4J_URI gets the seed data at the start; a managed one always does.',
    expected: 'true or false',
    otherwise: 'false',
  } satisfies SettingNotes),
  CHANCERY_READING: z.enum(['open', 'closed']).meta({
    about: 'Whether reading is open to everyone, or needs a key too. Writing always does.',
    expected: 'open or closed',
    otherwise: 'open',
  } satisfies SettingNotes),
  CHANCERY_OIDC_ISSUER: Safe.optional().meta({
    about: 'The OpenID Connect issuer whose tokens (JWT) are taken beside keys, as `iss` names it.',
    expected: 'an address like https://id.example.org, without ? and #; http:// only on this machine',
    otherwise: null,
  } satisfies SettingNotes),
  CHANCERY_OIDC_AUDIENCE: Word.optional().meta({
    about: 'What tokens must name as their audience (`aud`).',
    expected: 'a name without spaces, because CHANCERY_OIDC_ISSUER is set',
    otherwise: null,
  } satisfies SettingNotes),
  CHANCERY_OIDC_ROLE_CLAIM: Word.meta({
    about: 'The claim with the roles: its name, or a path like `realm_access.roles`.',
    expected: 'a name without spaces',
    otherwise: 'roles',
  } satisfies SettingNotes),
  CHANCERY_OIDC_JWKS_URL: Safe.optional().meta({
    about: "Where the issuer's keys are; its discovery document says so when this is not set.",
    expected: 'an address like https://id.example.org/keys, without ? and #; http:// only on this machine',
    otherwise: null,
  } satisfies SettingNotes),
  CHANCERY_PROXIES: Count.meta({
    about: 'How many reverse proxies stand before the server; so many say whom they ask for.',
    expected: 'a whole number from 0 to 9',
    otherwise: '0',
  } satisfies SettingNotes),
  QUERY_TIMEOUT: Seconds.meta({
    about: 'The seconds after which a question is given up.',
    expected: 'a whole number of seconds from 1 to 3600',
    otherwise: '20',
  } satisfies SettingNotes),
  LOG_LEVEL: LogLevel.meta({
    about: 'How much is logged. At `debug`, unexpected errors are shown in full.',
    expected: `one of ${LogLevel.options.join(', ')}`,
    otherwise: 'info',
  } satisfies SettingNotes),
});

type Name = keyof typeof Settings.shape;
const names = Object.keys(Settings.shape) as Name[];

/** The table of settings, for the README. */
export const settings = Object.fromEntries(
  names.map((name) => [name, Settings.shape[name].meta() as unknown as SettingNotes]),
) as Record<Name, SettingNotes>;

/**
 * Reads the settings from the environment and, beneath it, from the file `.env` in the folder. An empty value counts as
 * none.
 *
 * @throws TellableError INVALID_SETTING that names every setting that is wrong, its value, and what was expected.
 */
export function readConfig(env: NodeJS.ProcessEnv, folder: string = process.cwd()): Config {
  const file = readEnvFile(join(folder, '.env'));
  const text = (name: Name) => env[name]?.trim() || file[name]?.trim() || (settings[name].otherwise ?? undefined);
  const given = Object.fromEntries(names.map((name) => [name, text(name)]));

  const checked = Settings.superRefine((values, context) => {
    if (values.NEO4J_URI !== undefined && values.NEO4J_PASSWORD === undefined) {
      context.addIssue({ code: 'custom', path: ['NEO4J_PASSWORD'] });
    }
    if (values.CHANCERY_OIDC_ISSUER !== undefined && values.CHANCERY_OIDC_AUDIENCE === undefined) {
      context.addIssue({ code: 'custom', path: ['CHANCERY_OIDC_AUDIENCE'] });
    }
  }).safeParse(given);
  if (!checked.success) throw invalid([...new Set(checked.error.issues.map(({ path }) => path[0] as Name))], given);

  const { data } = checked;
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

function invalid(wrong: Name[], given: { [name: string]: string | undefined }): TellableError {
  const lines = wrong.map((name) => {
    const { expected, secret } = settings[name];
    const value = given[name];
    return value === undefined || secret
      ? `${name} is not set; expected ${expected}.`
      : `${name} is ${JSON.stringify(value)}; expected ${expected}.`;
  });
  const where = 'Settings are read from the environment and from the file .env; the README lists them.';
  return new TellableError('INVALID_SETTING', `${lines.join('\n')}\n${where}`, { settings: wrong });
}

function readEnvFile(path: string): Record<string, string> {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new TellableError('INVALID_SETTING', `The file ${path} cannot be read: ${(error as Error).message}`);
  }
}
