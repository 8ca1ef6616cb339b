import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type YamlPath, parseYaml } from '../../../src/dataset/file/yaml.ts';

const valueOf = (text: string) => {
  const { value, errors: complaints } = parseYaml(text);
  expect(complaints).toEqual([]);
  return value;
};

const complaintsOf = (text: string) =>
  parseYaml(text).errors.map(({ position: { line, column }, message }) => `${line}:${column} ${message}`);

describe('text stays text', () => {
  test.each(['2025-02-12', '2022-04', '2022-02/..', 'NO', 'no', 'on', 'yes', '12:30', '1_000', 'c001', '=', '<<'])(
    '%s',
    (word) => expect(valueOf(`a: ${word}`)).toEqual({ a: word }),
  );

  test('a quoted code keeps its zeros; without quotes it is a number', () => {
    expect(valueOf('a: "036"\nb: 036')).toEqual({ a: '036', b: 36 });
  });

  test('fields may be called by numbers and by odd names', () => {
    const value = valueOf('1: a\n007: b\n__proto__: c') as object;
    expect(Object.entries(value).sort()).toEqual([['007', 'b'], ['1', 'a'], ['__proto__', 'c']]); // prettier-ignore
  });

  test('JSON is YAML, tabs and all', () => {
    expect(valueOf('{\n\t"a": [1, true, null, "x"],\n\t"b": {"c": 1.5}\n}')).toEqual({
      a: [1, true, null, 'x'],
      b: { c: 1.5 },
    });
  });

  test('an alias repeats what is anchored', () => {
    expect(valueOf('a: &day { edtf: 2025-02-12 }\nb: *day')).toEqual({
      a: { edtf: '2025-02-12' },
      b: { edtf: '2025-02-12' },
    });
  });
});

describe('a fault of the text is told where it is to be mended', () => {
  test.each([
    ['a field twice', 'a: 1\nb: 2\na: 3', '3:1 the field a is given twice; it is already in line 1'],
    ['a tab', 'a:\n\tb: 1', '2:1 this line is indented with a tab; YAML allows only spaces'],
    ['a colon in text', 'a: so: he said', '1:4 a colon and a space start a field, but this is already a value; put text with a colon in quotes'], // prettier-ignore
    ['text that begins with @', 'a: @home', '1:4 text cannot begin with @; put it in quotes'],
    ['text that begins with %', 'a: %', '1:4 text cannot begin with %; put it in quotes'],
    ['an open quote', 'a: 1\nb: "x\nc: 2\nd: 3', '2:4 a quote is opened here and not closed'],
    ['an open bracket', 'a: [1, 2\nb: 3', '1:4 a bracket is opened here and not closed'],
    [
      'wrong indentation',
      'a:\n    b: 1\n  c: 2',
      '3:1 this line is not indented like the fields it seems to belong to',
    ],
    ['a line that is no field', 'a: 1\nb', '2:1 a field was expected here: name, colon, space, value'],
    ['two documents', 'a: 1\n---\nb: 2', '2:1 a second document begins here (---); a data set is one document'],
    ['a tag', 'a: !person x', '1:4 unknown tag !person; data sets do not use tags'],
    ['an unknown alias', 'a: *b', '1:4 unknown YAML anchor &b'],
    ['an alias inside itself', 'a: &x { b: *x }', '1:12 *x is inside its own anchor &x'],
    ['a name that is a list', '? [a, b]\n: 1', '1:3 a field name has to be plain text, not a list or a map'],
    ['a list after a field', '- a\nb: 1', '2:1 invalid YAML: unexpected scalar at node end'],
  ])('%s', (_, text, complaint) => expect(complaintsOf(text)).toEqual([complaint]));

  test('faults that leave the structure whole are told together, and the rest is read', () => {
    const faulty = 'a: 1\na: 2\nb: @x\nc:\n\td: 3\ne: so: he said\nf: "quoted" twice\ng: 4\n';
    const { value, errors: complaints } = parseYaml(faulty);
    expect(complaints.map(({ position }) => position.line)).toEqual([2, 3, 5, 6, 7]);
    expect(value).toMatchObject({ a: 2, c: { d: 3 }, g: 4 });
  });

  test('aliases that multiply do not fill the memory', () => {
    const levels = Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`); // prettier-ignore
    const [complaint, ...more] = complaintsOf(`a0: &a0 [x]\n${levels.join('\n')}\n`);
    expect(complaint).toMatch(/aliases expand this file to more than a million values; write them out$/);
    expect(more).toEqual([]);
  });

  // A parser that built all of it before it looked at the depth took 40 s and 1.2 GB.
  test.each([
    ['[', 60, '1:53'],
    ['[', 1_000_000, '1:53'],
    ['{"a": ', 1_000_000, '1:313'],
    ['- ', 1_000_000, '1:105'],
    ['? ', 1_000_000, '1:105'],
  ])('%s nested %d times is too deep, and not read to its end', (opening, depth, place) => {
    expect(complaintsOf(`${opening.repeat(depth)}x`)).toEqual([`${place} this is nested more than 50 levels deep`]);
  });
});

describe('positions', () => {
  const text = [
    'dataSet: { key: a, title: Title }',
    'blocks:',
    '  - source:',
    '      attributionKind: NARRATION',
    '    meetings:',
    '      - key: meeting:x',
    '        time:',
    '        names: [{ value: 名, lang: zh-Hant-TW }]',
  ].join('\n');
  const { positionOf } = parseYaml(text);
  const at = (path: YamlPath, what?: 'field' | 'value') => {
    const { line, column } = positionOf(path, what);
    return `${line}:${column}`;
  };

  test.each<[string, YamlPath, 'field' | 'value', string]>([
    ['a value', ['blocks', 0, 'source', 'attributionKind'], 'value', '4:24'],
    ['the name of its field', ['blocks', 0, 'source', 'attributionKind'], 'field', '4:7'],
    ['an item of a list', ['blocks', 0, 'meetings', 0], 'value', '6:9'],
    ['inside a line', ['blocks', 0, 'meetings', 0, 'names', 0, 'lang'], 'value', '8:35'],
    ['a field without a value', ['blocks', 0, 'meetings', 0, 'time'], 'value', '7:9'],
    ['what is missing, by what should hold it', ['blocks', 0, 'meetings', 0, 'kind'], 'value', '6:9'],
    ['a part of a short form', ['dataSet', 'key', 'edtf'], 'value', '1:17'],
    ['everything', [], 'value', '1:1'],
  ])('%s', (_, path, what, expected) => expect(at(path, what)).toBe(expected));

  test('every value of any file is found where it stands', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.stringMatching(/^[a-z]{1,8}$/), tie('list'), tie('fields')),
      list: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      fields: fc.dictionary(fc.stringMatching(/^[a-z]{2,6}$/), tie('any'), { minKeys: 1, maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(value.fields, (fields) => {
        const written = stringify(fields, { lineWidth: 0 });
        const parsed = parseYaml(written);
        for (const [path, leaf] of leaves(fields)) {
          const { line, column } = parsed.positionOf(path);
          expect(written.split('\n')[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^"?${leaf}"?$`));
        }
      }),
    );
  });
});

function leaves(part: unknown, path: YamlPath = []): [YamlPath, string][] {
  if (typeof part === 'string') return [[path, part]];
  return Object.entries(part as object).flatMap(([step, inner]) =>
    leaves(inner, [...path, Array.isArray(part) ? Number(step) : step]),
  );
}
