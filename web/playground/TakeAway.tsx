/// <reference lib="dom" />
import { Button } from '@graphiql/react';
import { useState } from 'react';
import type { AnswerTable } from '../shared/answer-table.ts';
import { csvOf, tsvOf } from '../shared/table-text.ts';

/** Takes a table away, as a file or to be pasted. `path` is of its list in the answer, or empty. */
export function TakeAway({ table, path }: { table: AnswerTable; path: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tsvOf(table));
      setSaid('Copied: paste it into a spreadsheet.');
    } catch {
      setSaid('This browser does not let the page copy. Download the CSV.');
    }
    setTimeout(() => setSaid(''), 4_000);
  };
  return (
    <>
      <Button type="button" onClick={() => download(fileName(path), csvOf(table))}>
        Download CSV
      </Button>
      <Button type="button" onClick={() => void copy()}>
        Copy
      </Button>
      <span role="status">{said}</span>
    </>
  );
}

/** `chancery-meetings.csv` for `meetings.nodes`. */
function fileName(path: string): string {
  const words = path.split('.').filter((name) => !['', 'nodes', 'edges'].includes(name));
  return `chancery-${words.join('-') || 'answer'}.csv`;
}

function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
