/// <reference lib="dom" />
import { useRef } from 'react';
import { EntityNamesDocument } from '../api/documents.generated.ts';
import { useAsk } from './Ask.tsx';
import { choiceInWords, conditionInWords, isTyped } from './condition-words.ts';
import { titleOf } from './Link.tsx';

/** Words for values, by the name of the condition. */
export type ValueWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

const KEY = /^[a-z]+:./;

/** Every condition that an address says, in words, each with what takes it away: nothing narrows what is shown unseen. */
export function ChosenConditions({
  of,
  words = {},
  onChange,
}: {
  of: Readonly<Record<string, readonly string[]>>;
  words?: ValueWords;
  onChange: (name: string, values: string[]) => void;
}) {
  const place = useRef<HTMLUListElement>(null);
  const all = Object.entries(of).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const refs = [...new Set(all.flatMap(({ name, value }) => (!isTyped(name) && KEY.test(value) ? [value] : [])))];
  const { data } = useAsk(EntityNamesDocument, { refs }, { enabled: refs.length > 0 });
  if (all.length === 0) return null;
  const wordsFor = (name: string, value: string): string => {
    if (isTyped(name)) return value;
    const entity = data?.entities.nodes.find(({ key }) => key === value);
    return words[name]?.[value] ?? (entity ? titleOf(entity) : choiceInWords(value));
  };
  return (
    <ul ref={place} className="chips" aria-label="What is shown" tabIndex={-1}>
      {all.map(({ name, value }) => (
        <li key={`${name}=${value}`}>
          <span className="aside">{conditionInWords(name)}:</span> {wordsFor(name, value)}
          <button
            type="button"
            aria-label={`Take away: ${conditionInWords(name)}, ${wordsFor(name, value)}`}
            title="Take away"
            onClick={() => {
              // The button that has the focus goes.
              place.current?.focus();
              onChange(
                name,
                of[name]!.filter((each) => each !== value),
              );
            }}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
