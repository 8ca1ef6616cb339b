import { type AnswerTable as Table, cellText } from '../shared/answer-table.ts';

/** Rows that are shown; a file has all. More would make the page slow, and nobody reads them. */
const SHOWN_ROWS = 1_000;

/** A table to look at, in a region of its own that the keyboard can scroll. */
export function AnswerTable({ table: { columns, rows }, name }: { table: Table; name: string }) {
  return (
    <div className="answer-table" role="region" aria-label="Answer as a table" tabIndex={0}>
      <table>
        <caption aria-live="polite">
          {name}: {rows.length === 1 ? '1 row' : `${rows.length.toLocaleString('en')} rows`}
          {rows.length > SHOWN_ROWS && `, the first ${SHOWN_ROWS.toLocaleString('en')} here, all in the CSV`}
        </caption>
        {rows.length > 0 && (
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{cellText(first ?? null)}</th>
              {cells.map((cell, at) => (
                <td key={at} className={typeof cell === 'number' ? 'number' : undefined}>
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
