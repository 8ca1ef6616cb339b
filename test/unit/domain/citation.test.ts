import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CitedSnapshot, formatCitation } from '../../../src/domain/citation.ts';

const cited: CitedSnapshot = {
  id: '0b9c1d1e-8f0a-4c53-9d0f-3a5b0e6a7c11',
  takenAt: '2026-11-04T20:36:17.000Z',
  sha256: 'ab'.repeat(32),
  version: '412',
  instance: '5e8f0a4c-53d0-4f3a-8b0e-6a7c110b9c1d',
  note: null,
};

/** The entry as BibTeX reads it: a key, and fields whose braces match. */
function bibtexOf(text: string): { type: string; key: string; fields: Record<string, string> } {
  const [, type, key] = /^@(\w+)\{([^\s,{}]+),\n/.exec(text)!;
  const fields: Record<string, string> = {};
  let at = text.indexOf('\n') + 1;
  for (let head; (head = /^ {2}(\w+) = \{/.exec(text.slice(at)));) {
    const start = at + head[0].length;
    let end = start;
    for (let depth = 1; depth > 0; end++) {
      if (end >= text.length) throw new Error(`${head[1]} is not closed`);
      if (text[end] === '{') depth++;
      if (text[end] === '}') depth--;
    }
    fields[head[1]!] = text.slice(start, end - 1);
    expect(text.slice(end, end + 2)).toBe(',\n');
    at = end + 2;
  }
  expect(text.slice(at)).toBe('}\n');
  return { type: type!, key: key!, fields };
}

describe('a citation', () => {
  test('in BibTeX has the data set, its version, its date, its hash and where it is from, and no authors', () => {
    const { type, key, fields } = bibtexOf(formatCitation(cited, 'BIBTEX'));
    expect([type, key]).toEqual(['misc', 'chancery-2026-11-04-abababab']);
    expect(fields).toEqual({
      title: '{Chancery: a knowledge graph of defence diplomacy}',
      key: 'Chancery',
      year: '2026',
      month: '11',
      day: '4',
      version: 'graph version 412',
      howpublished: `Data set. Snapshot ${cited.id} of the Chancery graph ${cited.instance}`,
      note: `SHA-256 of its export: ${cited.sha256}`,
    });
  });

  test('in APA is a title, a day and an origin', () => {
    expect(formatCitation({ ...cited, note: 'For chapter 3' }, 'APA')).toBe(
      'Chancery: a knowledge graph of defence diplomacy (Graph version 412) [Data set]. (2026, November 4). ' +
        `Snapshot ${cited.id} of the Chancery graph ${cited.instance}. SHA-256 of its export: ${cited.sha256}. For chapter 3.`,
    );
  });

  test('in CSL-JSON is one data set', () => {
    expect(JSON.parse(formatCitation({ ...cited, note: 'For "chapter 3"' }, 'CSL_JSON'))).toEqual([
      {
        id: 'chancery-2026-11-04-abababab',
        type: 'dataset',
        title: 'Chancery: a knowledge graph of defence diplomacy',
        version: 'graph version 412',
        issued: { 'date-parts': [[2026, 11, 4]] },
        source: `Chancery graph ${cited.instance}`,
        number: cited.id,
        note: `Snapshot ${cited.id}. SHA-256 of its export: ${cited.sha256}. For "chapter 3"`,
      },
    ]);
  });

  test('stays well formed whatever the note says, and TeX sees only text in it', () => {
    const note = fc.string({
      unit: fc.oneof(fc.constantFrom(...'\\{}~^&%$#_"@,= \n'), fc.string({ minLength: 1, maxLength: 1 })),
    });
    fc.assert(
      fc.property(note, (note) => {
        const { fields } = bibtexOf(formatCitation({ ...cited, note }, 'BIBTEX'));
        const bare = fields.note!.replace(/\\(textbackslash|textasciitilde|textasciicircum)\{\}|\\[{}&%$#_]/g, '');
        expect(bare).not.toMatch(/[\\{}~^&%$#_\n]/);
        expect(() => JSON.parse(formatCitation({ ...cited, note }, 'CSL_JSON')) as unknown).not.toThrow();
        expect(formatCitation({ ...cited, note }, 'APA')).not.toContain('\n');
      }),
    );
  });
});
