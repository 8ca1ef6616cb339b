/// <reference lib="dom" />
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { languageOf, useLang } from '../../languages.ts';
import { saveFile } from '../save.ts';
import { type Cell, type Table, csvOf, textOf } from '../table.ts';

/** A picture with what it can be saved as, and the same figures as a table. */
export function Figure({
  name,
  label,
  table,
  saves = {},
  isTableOpen = false,
  beside,
  children,
}: {
  /** What its files are called: `meetings-per-year`. */
  name: string;
  /** What it shows, for those who cannot see it. */
  label: string;
  table: Table;
  /** Kinds of file as which the picture itself can be saved, and what makes each. */
  saves?: Record<string, () => Blob | Promise<Blob>>;
  isTableOpen?: boolean;
  /** What explains what was chosen in the picture: a `Beside`. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <figure className="picture" aria-label={label}>
        {children}
      </figure>
      {beside}
      <SaveAs name={name} table={table} saves={saves} />
      <Folded summary="The same as a table" isOpen={isTableOpen}>
        <Figures caption={label} table={table} />
      </Folded>
    </>
  );
}

/** What a picture and its figures can be saved as. */
export function SaveAs({
  name,
  table,
  saves = {},
}: {
  name: string;
  table: Table;
  saves?: Record<string, () => Blob | Promise<Blob>>;
}) {
  return (
    <p className="save-picture">
      Save as{' '}
      {Object.entries(saves).map(([format, make]) => (
        <button
          key={format}
          type="button"
          onClick={() => void Promise.resolve(make()).then((file) => saveFile(`${name}.${format.toLowerCase()}`, file))}
        >
          {format}
        </button>
      ))}
      <button
        type="button"
        onClick={() => saveFile(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))}
      >
        CSV
      </button>
    </p>
  );
}

/** What is shown when it is opened, and made only then, since it can be large. */
export function Folded({ summary, isOpen, children }: { summary: string; isOpen: boolean; children: ReactNode }) {
  const [isShown, setShown] = useState(isOpen);
  useEffect(() => {
    const show = () => flushSync(() => setShown(true));
    addEventListener('beforeprint', show);
    return () => removeEventListener('beforeprint', show);
  }, []);
  return (
    <details className="figures" open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isShown && children}
    </details>
  );
}

/** A table; each row is named by its first cell. It can be scrolled sideways on its own. */
export function Figures({ caption, table: { columns, rows } }: { caption: string; table: Table }) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={index > 0 && isNumber(rows[0]?.[index]) ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row">
                <CellContent cell={first!} />
              </th>
              {cells.map((cell, index) => (
                <td key={index} className={isNumber(cell) ? 'number' : undefined}>
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isNumber = (cell: Cell | undefined) => cell !== undefined && typeof textOf(cell) === 'number';

function CellContent({ cell }: { cell: Cell }) {
  const lang = useLang();
  const value = textOf(cell);
  const words = typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 3 }) : value;
  const language = typeof value === 'string' ? languageOf(value, lang) : undefined;
  return typeof cell === 'object' ? (
    <Link href={cell.href} lang={language}>
      {words}
    </Link>
  ) : (
    <span lang={language}>{words}</span>
  );
}
