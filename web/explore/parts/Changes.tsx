import type { ChangeRowFragment } from '../api/documents.generated.ts';
import { enumInWords } from '../enum-words.ts';
import { inWords } from '../words.ts';
import { ThingLink } from './Link.tsx';
import { momentInWords } from './moment.ts';

/** What was done, as a person says it. */
const DONE: Readonly<Record<ChangeRowFragment['operation'], string>> = {
  CREATE: 'added',
  UPDATE: 'changed',
  MERGE: 'merged',
  UNMERGE: 'separated again',
  RETRACT: 'took back',
  DELETE: 'deleted',
  RESTORE: 'restored',
};

/** Changes of the record, the latest first: when, by whom, of what, why, and each value before and after. */
export function Changes({ changes }: { changes: readonly ChangeRowFragment[] }) {
  return (
    <ol className="changes">
      {changes.toReversed().map((change) => (
        <li key={change.cursor}>
          <p>
            <time dateTime={change.at}>{momentInWords(change.at)}</time> · {change.by} {DONE[change.operation]} the{' '}
            {inWords(change.typeName)} {change.node ? <ThingLink to={change.node} /> : change.key}
            {change.reason !== null && <>: “{change.reason}”</>}
          </p>
          {change.operation !== 'CREATE' && <Differences before={change.before} after={change.after} />}
        </li>
      ))}
    </ol>
  );
}

/** The values that are not the same before and after. */
export function Differences({ before, after }: { before: unknown; after: unknown }) {
  const [was, is] = [before, after].map((state) => (state ?? {}) as Record<string, unknown>);
  const names = [...new Set([...Object.keys(was!), ...Object.keys(is!)])].filter(
    (name) => JSON.stringify(was![name]) !== JSON.stringify(is![name]),
  );
  return (
    <dl className="differences">
      {names.map((name) => (
        <div key={name}>
          <dt>{inWords(name)}</dt>
          <dd>
            {was![name] !== undefined && <del>{valueInWords(was![name])}</del>}{' '}
            {is![name] !== undefined && <ins>{valueInWords(is![name])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value of a state in words: texts as they are, times by their EDTF, lists with commas. */
function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'object') {
    const { edtf, value: inner } = value as { edtf?: string; value?: string };
    return edtf ?? inner ?? JSON.stringify(value);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return enumInWords(value);
}
