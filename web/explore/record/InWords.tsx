import { NamesOfDocument, type DoneChangeFragment } from '../api/documents.generated.ts';
import { useAsk } from '../parts/Ask.tsx';
import { titleOf } from '../parts/Link.tsx';
import { changesInWords, keysToName } from './changes-in-words.ts';

const SHOWN_AT_FIRST = 12;

/** What a write does, sentence by sentence. Names of things that only values mention are asked for. */
export function InWords({
  changes,
  nothing = 'Nothing would change.',
}: {
  changes: readonly DoneChangeFragment[];
  nothing?: string;
}) {
  const refs = keysToName(changes);
  const { data } = useAsk(NamesOfDocument, { refs }, { enabled: refs.length > 0 });
  const names = new Map(data?.entities.nodes.map((node) => [node.key, titleOf(node)]));
  const sentences = changesInWords(changes, (key) => names.get(key));
  if (sentences.length === 0) return <p>{nothing}</p>;
  return (
    <>
      <ul className="in-words">
        {sentences.slice(0, SHOWN_AT_FIRST).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sentences.length > SHOWN_AT_FIRST && (
        <details>
          <summary>{sentences.length - SHOWN_AT_FIRST} more</summary>
          <ul className="in-words">
            {sentences.slice(SHOWN_AT_FIRST).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
