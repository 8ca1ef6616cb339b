/// <reference lib="dom" />
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { exportAddress } from '../address.ts';
import { Actions } from '../parts/Actions.tsx';
import { ChosenConditions } from '../parts/ChosenConditions.tsx';
import { Page } from '../parts/Page.tsx';
import { type Conditions, conditionsOf } from './conditions.ts';
import { TextFilter } from './TextFilter.tsx';

/** Sets some conditions of a list anew; an empty list takes one away. */
export type SetConditions = (changes: Record<string, readonly string[]>) => void;

/** The conditions of the list that the address says, and how to change them. A changed condition begins at the first page again. */
export function useConditions() {
  const [search, setSearch] = useSearchParams();
  const conditions = conditionsOf(search);
  const set: SetConditions = (changes) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete('after');
      for (const [name, values] of Object.entries(changes)) {
        next.delete(name);
        for (const value of values) next.append(name, value);
      }
      return next;
    });
  return { conditions, set, after: search.get('after'), search };
}

/** Whether there is room for the conditions beside the list; where there is not, they are folded at first. */
const isWide = () => matchMedia('(min-width: 821px)').matches;

/** A list: its title, its files, its conditions at the side, and its rows. */
export function ListFrame({
  list,
  title,
  asked,
  conditions,
  onChange,
  hasText = true,
  facets,
  children,
}: {
  /** The name of the list in the API, and at `/export`. */
  list: string;
  title: string;
  asked: { question: { toString(): string }; variables: object };
  conditions: Conditions;
  onChange: SetConditions;
  hasText?: boolean;
  facets?: ReactNode;
  children: ReactNode;
}) {
  const [search] = useSearchParams();
  const chosen = conditionsOf(search);
  const count = Object.values(chosen).flat().length;
  return (
    <Page
      title={title}
      actions={
        <Actions
          asked={asked}
          cite={{ list, parameters: conditions }}
          downloads={{
            'The whole list (CSV)': exportAddress(list, 'csv', conditions),
            'The whole list (JSON lines)': exportAddress(list, 'jsonl', conditions),
          }}
        />
      }
    >
      <div className="list">
        <details className="conditions" open={isWide()}>
          <summary>Narrow down{count > 0 && ` (${count})`}</summary>
          {hasText && (
            <TextFilter
              key={conditions.text?.[0]}
              value={conditions.text?.[0] ?? ''}
              onChange={(text) => onChange({ text: text === '' ? [] : [text] })}
            />
          )}
          {facets}
        </details>
        <div className="list-rows">
          <ChosenConditions of={chosen} onChange={(name, values) => onChange({ [name]: values })} />
          {children}
        </div>
      </div>
    </Page>
  );
}
