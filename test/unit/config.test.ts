import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig, settings } from '../../src/cli/runtime/config.ts';
import { ClientError } from '../../src/domain/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The message for these settings. */
function complaint(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env, folder);
  } catch (error) {
    if (error instanceof ClientError) return error.message;
  }
  throw new Error('expected an error for people');
}

describe('readConfig', () => {
  test('needs no setting', () => {
    expect(readConfig({}, folder)).toMatchObject({ port: 4000, home: '.chancery', external: null, logLevel: 'info' });
  });

  test('accepts an external database', () => {
    const env = { NEO4J_URI: 'neo4j+s://graph.example.org', NEO4J_PASSWORD: 'secret', NEO4J_DATABASE: 'diplomacy' };
    expect(readConfig(env, folder).external).toEqual({
      uri: 'neo4j+s://graph.example.org',
      username: 'neo4j',
      password: 'secret',
      database: 'diplomacy',
    });
  });

  test('reads .env, which the environment overrides', () => {
    writeFileSync(join(folder, '.env'), 'PORT=5000\nCHANCERY_HOME="/data/my graph"\n');
    expect(readConfig({ PORT: '6000' }, folder)).toMatchObject({ port: 6000, home: '/data/my graph' });
  });

  test('treats an empty value as not set', () => {
    expect(readConfig({ NEO4J_URI: '', PORT: ' ' }, folder)).toMatchObject({ port: 4000, external: null });
  });

  test.each(['80000', '-1', '4000.5', 'http', '0x10'])('refuses the port %s', (port) => {
    expect(complaint({ PORT: port })).toContain(`PORT is "${port}"; expected a whole number from 0 to 65535.`);
  });

  test.each(['http://localhost:7474', 'localhost:7687', 'bolt://', 'bolt://a b', 'bolt://me:secret@host'])(
    'refuses the address %s',
    (uri) => {
      const message = complaint({ NEO4J_URI: uri, NEO4J_PASSWORD: 'x' });
      expect(message).toContain(`NEO4J_URI is "${uri}"; expected an address like bolt://localhost:7687`);
    },
  );

  test('names every invalid setting, and where settings are read from', () => {
    const message = complaint({ PORT: 'x', LOG_LEVEL: 'loud', NEO4J_USERNAME: 'two words' });
    expect(message.split('\n')).toEqual([
      'PORT is "x"; expected a whole number from 0 to 65535.',
      'NEO4J_USERNAME is "two words"; expected a name without spaces.',
      'LOG_LEVEL is "loud"; expected one of trace, debug, info, warn, error, silent.',
      'Settings are read from the environment and from the file .env; the README lists them.',
    ]);
  });

  test('takes the address at which others reach the server as an origin', () => {
    const publicUrl = (url: string) => readConfig({ CHANCERY_URL: url }, folder).publicUrl;
    expect(readConfig({}, folder).publicUrl).toBeNull();
    expect(publicUrl('https://chancery.example.org')).toBe('https://chancery.example.org');
    expect(publicUrl('HTTPS://Chancery.Example.org:443/')).toBe('https://chancery.example.org');
    expect(publicUrl('http://10.0.0.5:8080')).toBe('http://10.0.0.5:8080');
  });

  test.each([
    'chancery.example.org',
    'ftp://chancery.example.org',
    'https://chancery.example.org/graph',
    'https://chancery.example.org/?a=b',
    'https://me:secret@chancery.example.org',
    'https://',
  ])('refuses %s as the address at which others reach the server', (url) => {
    expect(complaint({ CHANCERY_URL: url })).toContain(
      `CHANCERY_URL is "${url}"; expected an address like https://chancery.example.org, with https:// or http:// and nothing after`,
    );
  });

  test('accepts an issuer of tokens, which needs an audience', () => {
    const issuer = { CHANCERY_OIDC_ISSUER: 'https://id.example.org/realms/a', CHANCERY_OIDC_AUDIENCE: 'chancery' };
    expect(readConfig({ ...issuer, CHANCERY_READING: 'closed' }, folder).access).toEqual({
      readingIsOpen: false,
      issuer: { url: 'https://id.example.org/realms/a', audience: 'chancery', roleClaim: 'roles', jwksUrl: null },
    });
    expect(readConfig({}, folder).access).toEqual({ readingIsOpen: true, issuer: null });
    expect(complaint({ ...issuer, CHANCERY_OIDC_AUDIENCE: '' })).toContain(
      'CHANCERY_OIDC_AUDIENCE is not set; expected',
    );
  });

  test.each(['http://id.example.org', 'ftp://id.example.org', 'https://me:secret@id.example.org', 'id.example.org'])(
    'does not let %s say whose tokens are valid',
    (url) => {
      expect(complaint({ CHANCERY_OIDC_ISSUER: url, CHANCERY_OIDC_AUDIENCE: 'x' })).toContain(
        'CHANCERY_OIDC_ISSUER is',
      );
    },
  );

  test('requires the password of an external database', () => {
    expect(complaint({ NEO4J_URI: 'bolt://localhost' })).toContain('NEO4J_PASSWORD is not set; expected a password');
  });
});

describe('settings', () => {
  test('are each explained, and their defaults are valid', () => {
    for (const { description: about, expected } of Object.values(settings)) {
      expect(about).toMatch(/\.$/);
      expect(expected).not.toMatch(/\.$/);
    }
    const others = Object.entries(settings).flatMap(([name, { default: otherwise }]) =>
      otherwise ? [[name, otherwise]] : [],
    );
    expect(readConfig(Object.fromEntries(others) as NodeJS.ProcessEnv, folder)).toEqual(readConfig({}, folder));
  });
});
