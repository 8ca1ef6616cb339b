import { Document, isCollection, isMap, isScalar, visit } from 'yaml';
import { type z } from 'zod';
import { type DataSetFile } from '../../src/dataset/file/format.ts';

/** A data set as a person would write it: short times, defaults left out. */
export type Draft = z.input<typeof DataSetFile>;
export type Block = Draft['blocks'][number];

/** Text and numbers that are filled in; what is empty is left out. */
export function filled<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}

/** The text of a data set: blocks in block style, small things within one line, above them what it is. */
export function textOf(header: string, dataSet: Draft): string {
  const document = new Document(dataSet, { version: '1.2', aliasDuplicateObjects: false });
  document.commentBefore = ` yaml-language-server: $schema=../docs/dataset.schema.json\n\n${header.replace(/^/gm, ' ')}`;
  visit(document, {
    Collection: (_, node) => {
      if (isFlat(node) && String(JSON.stringify(node)).length < 90) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}

/** True for a map of plain values, or a list of them; lists of maps keep a line for each. */
function isFlat(node: unknown): boolean {
  if (!isCollection(node)) return false;
  if (isMap(node)) return node.items.every(({ value }) => isScalar(value));
  return node.items.every(isScalar);
}
