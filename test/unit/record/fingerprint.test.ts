import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type ClaimDraft } from '../../../src/record/draft/claim-draft.ts';
import { type RowValue, comparableJson } from '../../../src/record/draft/row-values.ts';
import { fingerprintClaim } from '../../../src/record/diff/fingerprint.ts';
import { type NodeRef } from '../../../src/record/resolve/node-ref.ts';

/** An import knows its rows by fingerprints that are stored, so that they stay as they are whatever changes in the code. */

const node = (type: NodeRef['type'], key: string): NodeRef => ({ id: key, key, type, isNew: false });
const [statement, document] = [node('Statement', 'stmt:s'), node('Document', 'doc:d')];
const [ann, bob] = [node('Official', 'official:ann'), node('Official', 'official:bob')];

const content = { subject: ann, objects: [statement], evidence: [{ document, paragraph: null, line: null }] };
const fingerprint = (values: Record<string, RowValue>) =>
  fingerprintClaim({
    ...{ key: null, scope: 'set', path: [], isGenerated: true, relations: [], supportsAreInferred: false },
    ...content,
    supports: [{ node: statement, values }],
  } as unknown as ClaimDraft).fingerprint;

test('a statement of one is known as it was before there could be several', () => {
  const before = {
    ...content,
    path: null,
    text: null,
    relations: [],
    supports: [[statement, { act: 'INFORM', speaker: ann }]],
  };
  const stored = createHash('sha256').update(comparableJson(before)).digest('hex');
  expect(fingerprint({ act: 'INFORM', speakers: [ann] })).toBe(stored);
});

test('a meeting in one place is known as it was before there could be several', () => {
  const [kyiv, kharkiv] = [node('Place', 'place:kyiv'), node('Place', 'place:kharkiv')];
  const before = { ...content, path: null, text: null, relations: [], supports: [[statement, { place: kyiv }]] };
  const stored = createHash('sha256').update(comparableJson(before)).digest('hex');
  expect(fingerprint({ places: [kyiv] })).toBe(stored);
  const rows = [[kyiv], [kharkiv], [kyiv, kharkiv], [kharkiv, kyiv]].map((places) => fingerprint({ places }));
  expect(new Set(rows).size).toBe(rows.length);
});

test('other speakers, and their order, are another row', () => {
  const rows = [[ann], [bob], [ann, bob], [bob, ann], []].map((speakers) => fingerprint({ act: 'INFORM', speakers }));
  expect(new Set(rows).size).toBe(rows.length);
});
