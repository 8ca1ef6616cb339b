import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import * as orderKeys from '../../../src/storage/order-keys.ts';

/**
 * Only src/storage/order-keys.ts builds order keys. Elsewhere in src one may be copied, compared or made by calling an
 * encoder, never put together: neither in TypeScript nor in a Cypher text. Migrations are history, and stay as they ran.
 */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file}`)
  .filter((file) => file.endsWith('.ts') && !/^src\/(storage|graph\/migrations)\/|\.generated\.ts$/.test(file));

const properties: ReadonlySet<string> = new Set(orderKeys.ORDER_KEYS);
const encoders: ReadonlySet<string> = new Set(Object.keys(orderKeys).filter((name) => !name.startsWith('cypher')));

/** In a Cypher text, `+` beside an order key, or an order key that is set to a text put together on the spot. */
const CONCATENATION = new RegExp(
  `\\+\\s*\\w*\\.?(${[...properties].join('|')})\\b|\\b(${[...properties].join('|')})\\s*(\\+|[=:]\\s*'|=[^=,\\n]*\\+)`,
);

/** Texts that name what has an order key, and order nothing. */
const NAMES: ReadonlySet<string> = new Set(['`place ${String(line.holds.sortSequence)}`']);

function offencesIn(file: string, text = readFileSync(file, 'utf8')): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = importsFromStorage(source);
  const offences: string[] = [];
  const report = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    offences.push(`${file}:${line + 1} ${what}: ${node.getText().slice(0, 80)}`);
  };

  const visit = (node: ts.Node): void => {
    const assigned = assignmentOf(node);
    if (assigned && properties.has(assigned.name) && !isCopyOrCall(assigned.value, imported))
      report(node, 'an order key is made by no encoder');
    if (isTextBuilding(node) && mentionsOrderKey(node, imported) && !NAMES.has(node.getText()))
      report(node, 'an order key is put together');
    if (isText(node) && CONCATENATION.test(cypherOf(node, imported))) report(node, 'Cypher puts an order key together');
    if (
      /^src\/(record|query)\//.test(file) &&
      ts.isPropertyAccessExpression(node) &&
      /^pad(Start|End)$/.test(node.name.text)
    )
      report(node, 'numbers are padded for an order');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return offences;
}

/** The names under which a file has encoders. */
function importsFromStorage(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    if (!/\/storage\/[\w-]+\.ts$/.test((statement.moduleSpecifier as ts.StringLiteral).text)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) names.add(name.text);
  }
  return names;
}

function assignmentOf(node: ts.Node): { name: string; value: ts.Expression } | undefined {
  const nameOf = (name: ts.Node) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '');
  if (ts.isPropertyAssignment(node)) return { name: nameOf(node.name), value: node.initializer };
  if (ts.isVariableDeclaration(node) && node.initializer) return { name: nameOf(node.name), value: node.initializer };
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const { left } = node;
    if (ts.isPropertyAccessExpression(left)) return { name: left.name.text, value: node.right };
    if (ts.isElementAccessExpression(left)) return { name: nameOf(left.argumentExpression), value: node.right };
    return { name: nameOf(left), value: node.right };
  }
  return undefined;
}

/** A stored key passed on, nothing, or what a function of src/storage gives. */
function isCopyOrCall(value: ts.Expression, imported: ReadonlySet<string>): boolean {
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isNonNullExpression(value))
    return isCopyOrCall(value.expression, imported);
  if (ts.isConditionalExpression(value))
    return isCopyOrCall(value.whenTrue, imported) && isCopyOrCall(value.whenFalse, imported);
  if (ts.isCallExpression(value)) {
    if (/^z\./.test(value.getText())) return true; // the schema of one
    return ts.isIdentifier(value.expression) && imported.has(value.expression.text);
  }
  if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) return true;
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined');
}

const isText = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** What becomes one text of several: `+`, a template, and the methods that join. */
function isTextBuilding(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) return true;
  if (ts.isBinaryExpression(node))
    return [ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusEqualsToken].includes(node.operatorToken.kind);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return ['join', 'concat', 'padStart', 'padEnd', 'replace', 'replaceAll'].includes(node.expression.name.text);
}

/** True where an encoder, or a property that holds an order key, is among what is put together, functions aside. */
function mentionsOrderKey(node: ts.Node, imported: ReadonlySet<string>): boolean {
  let found = false;
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child)) return;
    if (ts.isIdentifier(child))
      found ||= properties.has(child.text) || (encoders.has(child.text) && imported.has(child.text));
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

/** The text of a literal; what src/storage gives for Cypher is left out, everything else put in is `x`. */
function cypherOf(node: ts.Node, imported: ReadonlySet<string>): string {
  if (!ts.isTemplateExpression(node)) return (node as ts.StringLiteralLike).text;
  const isFromStorage = ({ expression }: ts.TemplateSpan) =>
    ts.isCallExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    imported.has(expression.expression.text);
  return (
    node.head.text + node.templateSpans.map((span) => (isFromStorage(span) ? '' : 'x') + span.literal.text).join('')
  );
}

describe('order keys are built in src/storage alone', () => {
  test('so nothing else in src puts one together', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => offencesIn(file))).toEqual([]);
  });

  const imports = "import { sortKey, sortTime } from '../storage/order-keys.ts';";
  test.each([
    ['a template', 'const order = { sortOrdinal: `${ordinal}|${key}` };'],
    ['a template of encoders', 'const at = `${sortTime(time, key)}|${key}`;'],
    ['a sum', "node.sortUpdated = at + '|' + key;"],
    ['a sum of stored keys', "const both = a.sortKey + ' ' + b.sortKey;"],
    ['a join', "const both = [a.sortName, b.key].join('|');"],
    ['a join kept for later', "const parts = (key) => [sortKey(key), key]; const sortDue = parts(key).join('|');"],
    ['a function of its own', 'const sortLevel = byLevel(level, key);'],
    ['a computed name', "properties['sortLevel'] = byLevel(level, key);"],
    ['padding', "const ordinal = String(number).padStart(6, '0');"],
    ['Cypher that sets a sum', "const SET = 'SET t.sortUpdated = $at + t.sortKey';"],
    ['Cypher that returns a sum', 'const ORDER = `RETURN r.type + t.sortKey AS order`;'],
    ['Cypher in parts', "const SET = `SET t.sortUpdated = ${at} + '|'`;"],
  ])('%s is found', (_, text) => {
    expect(offencesIn('src/query/example.ts', `${imports}\n${text}`)).not.toEqual([]);
  });

  test.each([
    ['a call of an encoder', 'const row = { sortKey: sortKey(key), sortTime: sortTime(time, key) };'],
    ['a copy', 'const row = { sortKey: other.sortKey };'],
    ['a comparison', 'rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));'],
    ['an order in Cypher', 'const order = `${node}.sortTime DESC`;'],
    ['a stored key in Cypher', "const SET = 'SET c.key = row.key, c.sortKey = row.sortKey';"],
  ])('%s is none', (_, text) => {
    expect(offencesIn('src/query/example.ts', `${imports}\n${text}`)).toEqual([]);
  });
});
