/// <reference lib="dom" />
import { type KeyboardEvent, useRef, useState } from 'react';
import { languageOf, useLang } from '../../languages.ts';
import { titleOf } from '../../parts/Link.tsx';
import { type Matrix, moved, shadeOf } from './matrix.ts';

/** The matrix as a grid: one stop of the Tab key, the arrows go from cell to cell, Enter or a click opens one. */
export function Grid({
  matrix: { nodes, weights, highest },
  chosen: [a, b],
  onOpen,
}: {
  matrix: Matrix;
  /** The keys of the two whose cell is open. */
  chosen: readonly (string | undefined)[];
  onOpen: (row: number, column: number) => void;
}) {
  const lang = useLang();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<readonly [number, number]>([0, Math.min(1, nodes.length - 1)]);
  const onKeyDown = (event: KeyboardEvent) => {
    const [row, column] = active;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (weights[row]![column]! > 0) onOpen(row, column);
      return;
    }
    const next = moved(active, event.key, nodes.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    grid.current!.rows[next[0] + 1]!.cells[next[1] + 1]!.focus();
  };
  const header = nodes.map(({ entity }) => {
    const title = titleOf(entity);
    return { key: entity.key, title, language: languageOf(title, lang) };
  });
  return (
    <div className="matrix">
      <table role="grid" ref={grid} aria-label="Meetings of each pair" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {header.map(({ key, title, language }) => (
              <th key={key} scope="col">
                <span lang={language}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {header.map(({ key, title, language }, row) => (
            <tr
              key={key}
              className={row > 0 && nodes[row]!.community !== nodes[row - 1]!.community ? 'apart' : undefined}
            >
              <th scope="row" lang={language}>
                {title}
              </th>
              {header.map((other, column) => {
                const weight = weights[row]![column]!;
                const isOpen = (key === a && other.key === b) || (key === b && other.key === a);
                return (
                  <td
                    key={other.key}
                    tabIndex={row === active[0] && column === active[1] ? 0 : -1}
                    aria-selected={isOpen}
                    data-shade={row === column ? 'self' : shadeOf(weight, highest)}
                    title={weight > 0 ? `${title} and ${other.title}: ${weight}` : undefined}
                    onClick={() => {
                      setActive([row, column]);
                      if (weight > 0) onOpen(row, column);
                    }}
                  >
                    {weight > 0 && weight}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
