import { describe, expect, test } from '@jest/globals';
import { memoryFor, neo4jConf } from '../../../src/graph/managed/configuration.ts';
import { cdsArchivePath } from '../../../src/graph/managed/cds-archive.ts';
import { parseBuild, parseMajorVersion } from '../../../src/graph/managed/java.ts';

const GIB = 2 ** 30;

describe('memoryFor', () => {
  test.each([
    [2, { heap: 384, pageCache: 256 }],
    [4, { heap: 683, pageCache: 512 }],
    [8, { heap: 1024, pageCache: 1024 }],
    [64, { heap: 1024, pageCache: 1024 }],
  ])('gives Neo4j a modest share of %i GiB', (gib, memory) => {
    expect(memoryFor(gib * GIB)).toEqual(memory);
  });
});

describe('neo4jConf', () => {
  const conf = neo4jConf({ port: 7777, memory: { heap: 512, pageCache: 256 } });

  test('lets only this machine in', () => {
    const listening = conf.split('\n').filter((line) => line.includes('listen_address'));
    expect(listening.length).toBeGreaterThan(0);
    for (const line of listening) expect(line).toMatch(/=127\.0\.0\.1(:7777)?$/);
  });

  test('sends nothing to anybody and writes no log of questions', () => {
    expect(conf).toContain('dbms.usage_report.enabled=false');
    expect(conf).toContain('db.logs.query.enabled=OFF');
  });
});

describe('majorVersion', () => {
  test.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25-ea"', 25],
    ['something else', null],
  ])('reads %j', (output, version) => {
    expect(parseMajorVersion(output)).toBe(version);
  });
});

test('each build of Java has an archive of classes of its own, beside the jars', () => {
  const output =
    'openjdk version "17.0.15" 2025-04-15\n' +
    'OpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)\n' +
    'OpenJDK 64-Bit Server VM (build 17.0.15+6-Debian-1deb12u1, mixed mode, sharing)\n';
  expect(parseBuild(output)).toBe('17.0.15+6-Debian-1deb12u1');
  expect(cdsArchivePath('/cache/neo4j-5.26.12', parseBuild(output))).toBe(
    '/cache/neo4j-5.26.12-java-17.0.15+6-Debian-1deb12u1.jsa',
  );
});
