/// <reference lib="dom" />
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useKey } from '../api/key.ts';
import { Coming, Failed } from './Ask.tsx';

/** What reference managers read, by its ending at `/export`. */
const FILES = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' } as const;

/** How to cite what is shown: a sentence to paste, an entry for LaTeX, and files for reference managers. */
export default function Cite({ address }: { address: (format: string) => string }) {
  return (
    <div className="cite" role="region" aria-label="Citation">
      <Citation name="APA" address={address('txt')} show={(text) => <blockquote>{text}</blockquote>} />
      <Citation name="BibTeX" address={address('bib')} show={(text) => <pre>{text}</pre>} />
      <p>
        As a file:{' '}
        {Object.entries(FILES).map(([format, name]) => (
          <a key={format} href={address(format)} download>
            {name}
          </a>
        ))}
      </p>
    </div>
  );
}

/** A citation in one style, which can be copied. */
function Citation({ name, address, show }: { name: string; address: string; show: (text: string) => ReactNode }) {
  const { data, error, refetch } = useCitation(address);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Coming />;
  return (
    <section aria-label={name}>
      <p>
        {name} <Copy what={name} text={data} />
      </p>
      {show(data)}
    </section>
  );
}

function useCitation(address: string) {
  const key = useKey();
  return useQuery({
    queryKey: ['citation', address, key !== null],
    queryFn: async ({ signal }) => {
      const response = await fetch(address, {
        signal,
        headers: key === null ? {} : { authorization: `Bearer ${key}` },
      });
      if (!response.ok) throw new Error('The citation could not be made.');
      return (await response.text()).trimEnd();
    },
  });
}

/** Copies a text. Where the browser does not allow it, as on pages without TLS, it says so; the text can be selected. */
function Copy({ what, text }: { what: string; text: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('Copied');
    } catch {
      setOutcome('Your browser did not allow that: select the text and copy it.');
    }
  };
  return (
    <>
      <button type="button" aria-label={`Copy ${what}`} onClick={() => void copy()}>
        Copy
      </button>{' '}
      <span role="status">{outcome}</span>
    </>
  );
}
