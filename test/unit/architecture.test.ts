import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/** The structure of src as its imports draw it (docs/architecture.md): arrows point one way, between modules and between folders. */
const files = globSync('src/**/*.ts').sort();
const sources = new Map(
  files.map((file) => [file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)]),
);

/** For each file the files that it imports or re-exports from, types included. */
const imports = new Map([...sources].map(([file, source]) => [file, importedFiles(file, source)]));

function importedFiles(file: string, source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const add = (specifier: ts.Expression | undefined) => {
    if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.'))
      found.add(relative('.', join(dirname(file), specifier.text)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The same between folders; what a folder imports from itself is left out. */
function foldersOf(graph: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of graph) {
    const from = dirname(file);
    const to = folders.get(from) ?? new Set();
    folders.set(from, to);
    for (const target of targets) if (dirname(target) !== from) to.add(dirname(target));
  }
  return folders;
}

/** Those that reach one another, each such group with its members in order: empty when every arrow points one way. */
function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reachable = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  const reach = new Map([...graph.keys()].map((node) => [node, reachable(node)]));
  const groups = new Map<string, string[]>();
  for (const [node, reached] of reach) {
    if (!reached.has(node)) continue;
    const group = [...reached].filter((other) => reach.get(other)?.has(node)).sort();
    groups.set(group.join(' '), group);
  }
  return [...groups.values()];
}

describe('imports', () => {
  test('are found', () => {
    expect(imports.get('src/main.ts')!.size).toBeGreaterThan(3);
    const outside = [...imports.values()].flatMap((targets) => [...targets].filter((target) => !sources.has(target)));
    expect([...new Set(outside)].sort()).toEqual(['package.json', 'web/built.ts', 'web/examples.ts']);
  });

  test('a circle is told with its members', () => {
    const graph = (edges: Record<string, string[]>) =>
      new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));
    expect(circlesIn(graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [] }))).toEqual([['a', 'b', 'c']]);
    expect(circlesIn(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
  });

  test('no files import one another in a circle', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  test('no folders import one another in a circle', () => {
    expect(circlesIn(foldersOf(imports))).toEqual([]);
  });
});

test('an exported name means one thing', () => {
  const places = new Map<string, string[]>();
  for (const [file, source] of sources) {
    const names = new Set(source.statements.flatMap(exportedNames));
    for (const name of names) places.set(name, [...(places.get(name) ?? []), file]);
  }
  expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
});

/** What a statement declares and exports; re-exports declare nothing. */
function exportedNames(statement: ts.Statement): string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const { name } = statement as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
