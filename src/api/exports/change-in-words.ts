import { cut } from '../../query/questions/in-words.ts';

/** A change as it is asked for. */
export interface FeedChange {
  cursor: string;
  at: string;
  by: string;
  operation: string;
  typeName: string;
  nodeId: string;
  key: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  reason: string | null;
  node: { name?: string; title?: string | null } | null;
}

/** What was done, as a person says it. */
const DONE: Readonly<Record<string, string>> = {
  CREATE: 'added',
  UPDATE: 'changed',
  MERGE: 'merged',
  UNMERGE: 'separated again',
  RETRACT: 'taken back in part',
  DELETE: 'deleted',
  RESTORE: 'restored',
};

/** A change as one line for a list, and the lines below it: what it was before and is now, and why. */
export function changeInWords({ operation, typeName, key, nodeId, before, after, reason, node }: FeedChange): {
  title: string;
  lines: string[];
} {
  const name = node?.name ?? node?.title ?? key ?? nodeId;
  const type = typeName.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const isNew = operation === 'CREATE';
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const differences = fields.map((field) => {
    const now = valueInWords(after?.[field]);
    return isNew ? `${field}: ${now}` : `${field}: ${valueInWords(before?.[field])} → ${now}`;
  });
  return {
    title: `${type} ${DONE[operation] ?? operation}: ${cut(name)}`,
    lines: [...(reason === null ? [] : [`Why: ${reason}`]), ...differences],
  };
}

/** A value of a state in words: texts as they are, times by their EDTF, lists with commas. */
function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return cut(value.map(valueInWords).join(', '));
  if (typeof value === 'object') {
    const { edtf, value: inner } = value as { edtf?: string; value?: string };
    return edtf ?? inner ?? cut(JSON.stringify(value));
  }
  return cut(typeof value === 'string' ? value : JSON.stringify(value));
}
