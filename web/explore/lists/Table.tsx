import { Children, type ReactNode } from 'react';

/** A column: its heading, and the order that a press on it asks for, where it can be sorted. */
export interface Column {
  heading: string;
  orderBy?: string;
}

/** A table of a list. Where a column can be sorted its heading is a button, and says in which direction it is. */
export function Table({
  caption,
  columns,
  order,
  onSort,
  children,
}: {
  caption: string;
  columns: readonly Column[];
  order?: { field: string; direction: string };
  onSort?: (field: string, direction: string) => void;
  children: ReactNode;
}) {
  if (Children.count(children) === 0) return null;
  return (
    <div className="table">
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, orderBy }) => {
              const isSorted = orderBy !== undefined && order?.field === orderBy;
              const isAscending = isSorted && order.direction === 'ASC';
              return (
                <th
                  key={heading}
                  scope="col"
                  aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
                >
                  {orderBy === undefined || !onSort ? (
                    heading
                  ) : (
                    <button
                      type="button"
                      onClick={() => onSort(orderBy, isSorted && !isAscending ? 'ASC' : isSorted ? 'DESC' : 'ASC')}
                    >
                      {heading} <span aria-hidden="true">{isSorted ? (isAscending ? '↑' : '↓') : '↕'}</span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
