import type { ReactNode } from 'react';
import type { ComparedFragment } from '../api/documents.generated.ts';
import { languageOf, useLang } from '../languages.ts';
import { type Values, besideOneAnother } from './beside.ts';
import { valuesOf } from './compared.ts';

/** Two things that may be one, value by value. */
export function SideBySide({ heads, a, b }: { heads: [ReactNode, ReactNode]; a: Values; b: Values }) {
  const lang = useLang();
  return (
    <table className="compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {besideOneAnother(a, b).map(({ name, a: left, b: right, isSame }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {isSame !== null && (
                <span className="aside">
                  {' '}
                  {isSame ? '=' : '≠'}
                  <span className="unseen">{isSame ? ' the same' : ' not the same'}</span>
                </span>
              )}
            </th>
            <td lang={languageOf(left, lang)}>{left || '–'}</td>
            <td lang={languageOf(right, lang)}>{right || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The main values of one thing of the record. */
export function ComparedList({ thing }: { thing: ComparedFragment }) {
  return (
    <dl className="known compared-list">
      {Object.entries(valuesOf(thing)).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
