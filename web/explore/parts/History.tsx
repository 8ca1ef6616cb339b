import { useState } from 'react';
import { ChangesAboutDocument } from '../api/documents.generated.ts';
import { Ask } from './Ask.tsx';
import { Changes } from './Changes.tsx';
import { momentInWords } from './moment.ts';
import { Section } from './Page.tsx';

/** All but claims, each of which is shown with its fact already. */
const TYPES = [
  'Meeting',
  'Participation',
  'Statement',
  'Official',
  'Country',
  'Organization',
  'Post',
  'Place',
  'Topic',
].concat(['Development', 'Tenure', 'Membership', 'Document']);

/** How many changes are asked for at most: the latest. */
const MOST = 100;

/** What was changed about a thing. It is asked for when it is opened. */
export function History({ of }: { of: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="What changed">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Each change of the record about this, with who made it and why</summary>
        {isOpen && (
          <Ask question={ChangesAboutDocument} variables={{ ref: of, typeNames: TYPES }}>
            {({ changes }) => (
              <>
                {changes.length === MOST && <p className="aside">The latest {MOST} changes:</p>}
                <Changes changes={changes} />
              </>
            )}
          </Ask>
        )}
      </details>
    </Section>
  );
}

/** A slider over the latest moments at which something about a thing was recorded; at its right end is what is known now. */
export function KnownAt({
  of,
  knownAt,
  onChange,
}: {
  of: string;
  knownAt: string | null;
  onChange: (knownAt: string | null) => void;
}) {
  const [isOpen, setOpen] = useState(knownAt !== null);
  return (
    <details className="known-at" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{knownAt === null ? 'As known now' : `As known on ${momentInWords(knownAt)}`}</summary>
      {isOpen && (
        <Ask question={ChangesAboutDocument} variables={{ ref: of, typeNames: TYPES }}>
          {({ changes }) => (
            <Slider moments={[...new Set(changes.map(({ at }) => at))]} knownAt={knownAt} onChange={onChange} />
          )}
        </Ask>
      )}
    </details>
  );
}

function Slider({
  moments,
  knownAt,
  onChange,
}: {
  moments: readonly string[];
  knownAt: string | null;
  onChange: (knownAt: string | null) => void;
}) {
  const last = moments.length - 1;
  const index =
    knownAt === null
      ? last
      : Math.max(
          0,
          moments.findLastIndex((moment) => moment <= knownAt),
        );
  if (last < 1)
    return <p>All of it was recorded at one time, {momentInWords(moments[0] ?? new Date().toISOString())}.</p>;
  return (
    <label>
      What was known then
      <input
        type="range"
        min={0}
        max={last}
        value={index}
        aria-valuetext={index === last ? 'now' : momentInWords(moments[index]!)}
        onChange={({ currentTarget: { valueAsNumber } }) =>
          onChange(valueAsNumber === last ? null : moments[valueAsNumber]!)
        }
      />
      <span className="aside">By when it was recorded here, not by when sources said it. </span>
      <output>
        {index === last ? 'Now' : momentInWords(moments[index]!)}, change {index + 1} of {moments.length}
      </output>
    </label>
  );
}
