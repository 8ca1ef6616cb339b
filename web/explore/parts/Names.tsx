import { use, useState } from 'react';
import { type DescriptionRowFragment, DescriptionsOfDocument } from '../api/documents.generated.ts';
import { enumInWords } from '../enum-words.ts';
import { capitalised, inWords, nameInWords } from '../words.ts';
import { Ask } from './Ask.tsx';
import { KnownAtContext } from './known-at.ts';
import { ThingLinks } from './Link.tsx';
import { Section } from './Page.tsx';

interface NameOfThing {
  value: string;
  lang: string;
  kind: string;
}

const SHOWN_AT_FIRST = 12;

/** All names that are recorded, and the codes of the thing elsewhere. */
export function Names({
  of,
  names,
  externalIds,
}: {
  of: string;
  names: readonly NameOfThing[];
  externalIds: readonly { scheme: string; value: string; url?: string | null }[];
}) {
  const [isOpen, setOpen] = useState(false);
  const knownAt = use(KnownAtContext);
  const list = (some: readonly NameOfThing[]) => (
    <ul className="names">
      {some.map(({ value, lang, kind }) => (
        <li key={`${value} ${lang} ${kind}`}>
          <span lang={lang === 'und' || lang === 'mul' ? undefined : lang}>{value}</span>{' '}
          <span className="aside">
            {lang}
            {kind !== 'COMMON' && `, ${inWords(kind)}`}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Section title="Names and codes">
      {list(names.slice(0, SHOWN_AT_FIRST))}
      {names.length > SHOWN_AT_FIRST && (
        <details>
          <summary>{names.length - SHOWN_AT_FIRST} more names</summary>
          {list(names.slice(SHOWN_AT_FIRST))}
        </details>
      )}
      {externalIds.length > 0 && (
        <ul className="codes">
          {externalIds.map(({ scheme, value, url }) => (
            <li key={`${scheme} ${value}`}>
              <span className="aside">{scheme.replaceAll('_', ' ')}</span>{' '}
              {url ? (
                <a href={url} rel="noreferrer external">
                  {value}
                </a>
              ) : (
                value
              )}
            </li>
          ))}
        </ul>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Which document says which{knownAt !== null && ', as known now'}</summary>
        {isOpen && (
          <Ask question={DescriptionsOfDocument} variables={{ ref: of }}>
            {({ entity }) => <Described descriptions={entity?.descriptions ?? []} />}
          </Ask>
        )}
      </details>
    </Section>
  );
}

/** Each thing that is said with the documents that say it. */
function Described({ descriptions }: { descriptions: readonly DescriptionRowFragment[] }) {
  const said = Map.groupBy(descriptions, ({ field, value, lang }) => `${field} ${value} ${lang}`);
  return (
    <dl className="described">
      {[...said].map(([key, documents]) => {
        const { field, value, lang } = documents[0]!;
        return (
          <div key={key}>
            <dt>
              <span className="aside">{capitalised(nameInWords(field))}:</span>{' '}
              <span lang={lang ?? undefined}>{lang === null ? enumInWords(value) : value}</span>
            </dt>
            <dd>
              <ThingLinks to={documents.map(({ document }) => document)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
