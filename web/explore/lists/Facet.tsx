import { useState } from 'react';
import { capitalised, inWords } from '../words.ts';
import { titleOf, type Linked } from '../parts/Link.tsx';

/** A value of a facet, and how many there are of it. */
export interface FacetValue {
  values: readonly (string | null)[];
  count: number;
  /** Left out where the values are no keys of entities. */
  entities?: readonly (Linked | null)[];
}

const SHOWN_AT_FIRST = 8;

/** A facet: its values with how many there are of each, those that are chosen first; several may be chosen where `many` is set. */
export function Facet({
  title,
  rows,
  chosen,
  many = false,
  onChoose,
}: {
  title: string;
  rows: readonly FacetValue[];
  chosen: readonly string[];
  many?: boolean;
  onChoose: (values: string[]) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const known = rows.flatMap(({ values: [value], entities: [entity] = [], count }) =>
    value ? [{ value, words: entity ? titleOf(entity) : capitalised(inWords(value)), count }] : [],
  );
  const all = [
    ...chosen
      .filter((value) => !known.some((each) => each.value === value))
      .map((value) => ({ value, words: value, count: 0 })),
    ...known.toSorted((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value))),
  ];
  if (all.length === 0) return null;
  const choose = (value: string) => {
    if (chosen.includes(value)) onChoose(chosen.filter((each) => each !== value));
    else onChoose(many ? [...chosen, value] : [value]);
  };
  const list = (some: typeof all) => (
    <ul>
      {some.map(({ value, words, count }) => (
        <li key={value}>
          <label>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => choose(value)} />
            <span>{words}</span> <span className="count">{count.toLocaleString('en')}</span>
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {list(all.slice(0, SHOWN_AT_FIRST))}
      {all.length > SHOWN_AT_FIRST && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{all.length - SHOWN_AT_FIRST} more</summary>
          {isOpen && list(all.slice(SHOWN_AT_FIRST))}
        </details>
      )}
    </fieldset>
  );
}

/** A facet without counts: one of the values of an enum, or any. */
export function Choice({
  title,
  values,
  chosen,
  onChoose,
}: {
  title: string;
  values: readonly string[];
  chosen: string | undefined;
  onChoose: (values: string[]) => void;
}) {
  return (
    <label className="choice">
      {title}
      <select value={chosen ?? ''} onChange={({ currentTarget: { value } }) => onChoose(value === '' ? [] : [value])}>
        <option value="">Any</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {capitalised(inWords(value))}
          </option>
        ))}
      </select>
    </label>
  );
}
