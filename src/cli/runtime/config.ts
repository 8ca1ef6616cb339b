import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type AccessSettings } from '../../access/authenticator.ts';
import { ClientError } from '../../domain/errors.ts';
import { type DatabaseAddress } from '../../graph/database.ts';

/** All settings, validated; read once at start-up and passed on. */
export interface Config {
  /** 0 for any free port. */
  port: number;
  /** The address to listen on; `localhost` for both loopback addresses. */
  host: string;
  /** The folder of the managed Neo4j. */
  home: string;
  /** The Neo4j to use instead of a managed one. */
  external: DatabaseAddress | null;
  /** Whether to import the seed data into an external database; a managed one always has it. */
  seed: boolean;
  access: AccessSettings;
  /** The origin at which others reach the server, `https://chancery.example.org`; null to go by each request. */
  publicUrl: string | null;
  /** Names that a server on loopback answers to beside localhost. */
  hosts: readonly string[];
  /** Origins of other sites whose pages may use the API; `*` for all. */
  origins: readonly string[];
  /** Number of trusted reverse proxies in front of the server. */
  proxies: number;
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
const HostNames = z
  .string()
  .regex(/^[\w.-]+(\s*,\s*[\w.-]+)*$/)
  .transform((text) => text.toLowerCase().split(/\s*,\s*/))
  .optional();
const Digit = z.string().regex(/^\d$/).transform(Number);
const Seconds = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(3_600));

/** The keys that decide who may write are fetched from here, so only over TLS, or from this machine. */
const HttpsUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && `${username}${search}${hash}` === '';
});

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text.toLowerCase();
const Origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((origins) => (origins.length === 1 && origins[0] === '*') || origins.every(isOrigin))
  .transform((origins) => origins.map((origin) => origin.toLowerCase()))
  .optional();

/** An address of web pages without anything after the host, as the pages of the server lead to one another from its root. */
const Origin = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password, pathname, search, hash } = new URL(text);
    return ['http:', 'https:'].includes(protocol) && `${username}${password}${pathname}${search}${hash}` === '/';
  })
  .transform((text) => new URL(text).origin);

/** The documentation of a setting, for the README and for messages. */
export interface SettingDoc {
  description: string;
  /** Ends the sentence "expected ...". */
  expected: string;
  /** The default value; null for none. */
  default: string | null;
  /** Never shown in messages. */
  secret?: boolean;
}

/** The table of settings; each is an environment variable, or a line of `.env`. */
const Settings = z.object({
  PORT: Port.meta({
    description: 'The port of the web server.',
    expected: 'a whole number from 0 to 65535',
    default: '4000',
  } satisfies SettingDoc),
  HOST: NoSpaces.meta({
    description: 'The address to listen on. There is no TLS, and everyone can read unless CHANCERY_READING is closed.',
    expected: 'localhost for this machine only, 0.0.0.0 for every network, or one of its own addresses',
    default: 'localhost',
  } satisfies SettingDoc),
  CHANCERY_URL: Origin.optional().meta({
    description:
      'The address at which others reach the server: it stands in citations, in the addresses of files and in links to pages. If it is not set, each has the one that it was asked for at.',
    expected:
      'an address like https://chancery.example.org, with https:// or http:// and nothing after the host or port',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_HOME: z.string().meta({
    description: 'The folder of the managed database.',
    expected: 'a folder',
    default: '.chancery',
  } satisfies SettingDoc),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/@]+\/?$/)
    .optional()
    .meta({
      description: 'The Neo4j to use, 5.26 or later. If it is not set, Chancery runs its own (the managed database).',
      expected:
        'an address like bolt://localhost:7687 or neo4j+s://graph.example.org, with one of the schemes bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc',
      default: null,
    } satisfies SettingDoc),
  NEO4J_USERNAME: NoSpaces.meta({
    description: 'The user name for NEO4J_URI.',
    expected: 'a name without spaces',
    default: 'neo4j',
  } satisfies SettingDoc),
  NEO4J_PASSWORD: z
    .string()
    .optional()
    .meta({
      description: 'The password for NEO4J_URI.',
      expected: 'a password, because NEO4J_URI is set',
      default: null,
      secret: true,
    } satisfies SettingDoc),
  NEO4J_DATABASE: NoSpaces.optional().meta({
    description: "The database at NEO4J_URI. If it is not set, the user's home database.",
    expected: 'a name without spaces',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_SEED: z.enum(['true', 'false']).meta({
    description: 'Whether to import the seed data into the database at NEO4J_URI. The managed database always has it.',
    expected: 'true or false',
    default: 'false',
  } satisfies SettingDoc),
  CHANCERY_READING: z.enum(['open', 'closed']).meta({
    description: 'Whether everyone can read (open) or reading needs a key (closed). Writing always needs one.',
    expected: 'open or closed',
    default: 'open',
  } satisfies SettingDoc),
  CHANCERY_OIDC_ISSUER: HttpsUrl.optional().meta({
    description: 'The OpenID Connect issuer (`iss`) whose tokens (JWT) are accepted in addition to keys.',
    expected: 'an address like https://id.example.org, without ? and #; http:// only on this machine',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_OIDC_AUDIENCE: NoSpaces.optional().meta({
    description: 'The audience (`aud`) that tokens must have.',
    expected: 'a name without spaces, because CHANCERY_OIDC_ISSUER is set',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_OIDC_ROLE_CLAIM: NoSpaces.meta({
    description: 'The claim of a token that has the roles: a name, or a path like `realm_access.roles`.',
    expected: 'a name without spaces',
    default: 'roles',
  } satisfies SettingDoc),
  CHANCERY_OIDC_JWKS_URL: HttpsUrl.optional().meta({
    description: "The URL of the issuer's key set (JWKS). If it is not set, the discovery document says where it is.",
    expected: 'an address like https://id.example.org/keys, without ? and #; http:// only on this machine',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_HOSTS: HostNames.meta({
    description:
      'Names that a server on loopback answers to beside localhost, separated by commas: those that a proxy on this machine passes on.',
    expected: 'host names without ports, separated by commas, like chancery.example.org,archive.example.org',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_ORIGINS: Origins.meta({
    description:
      'Other sites whose pages may use the API from a browser (CORS and WebSockets), separated by commas; `*` for all. If it is not set, none may. Programs that are no browsers always may.',
    expected: 'origins like https://dashboard.example.org, without a slash at the end and separated by commas, or *',
    default: null,
  } satisfies SettingDoc),
  CHANCERY_PROXIES: Digit.meta({
    description: 'The number of trusted reverse proxies in front of the server (`X-Forwarded-For`).',
    expected: 'a whole number from 0 to 9',
    default: '0',
  } satisfies SettingDoc),
  QUERY_TIMEOUT: Seconds.meta({
    description: 'The time limit of a query, in seconds.',
    expected: 'a whole number of seconds from 1 to 3600',
    default: '20',
  } satisfies SettingDoc),
  LOG_LEVEL: LogLevel.meta({
    description: 'The log level. At `debug`, commands print unexpected errors with their stack.',
    expected: `one of ${LogLevel.options.join(', ')}`,
    default: 'info',
  } satisfies SettingDoc),
});

type Name = keyof typeof Settings.shape;
const names = Object.keys(Settings.shape) as Name[];

/** The documentation of all settings, by name; the README has it as a table. */
export const settings = Object.fromEntries(
  names.map((name) => [name, Settings.shape[name].meta() as unknown as SettingDoc]),
) as Record<Name, SettingDoc>;

/**
 * Reads the settings from the environment, which takes precedence, and from the file `.env` in the folder. An empty value counts as
 * not set.
 *
 * @throws ClientError INVALID_SETTING with every setting that is not valid, its value, and what was expected.
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
    publicUrl: data.CHANCERY_URL ?? null,
    hosts: data.CHANCERY_HOSTS ?? [],
    origins: data.CHANCERY_ORIGINS ?? [],
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
