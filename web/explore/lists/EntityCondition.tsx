import { useState } from 'react';
import { type EntityType, EntityNamesDocument, SearchDocument } from '../api/documents.generated.ts';
import { useAsk } from '../parts/Ask.tsx';
import { titleOf } from '../parts/Link.tsx';
import { tellApart } from '../parts/SearchBox.tsx';
import { useSettled } from '../parts/useSettled.ts';

const SUGGESTIONS = 5;

/** Things that a list is narrowed by: found as one types, in any script. Where `many` is set, several. */
export function EntityCondition({
  title,
  types,
  chosen,
  many = false,
  onChoose,
}: {
  title: string;
  types: EntityType[];
  chosen: readonly string[];
  many?: boolean;
  onChoose: (refs: string[]) => void;
}) {
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  const found = useAsk(SearchDocument, { text: settled, first: SUGGESTIONS, types }, { enabled: settled !== '' });
  const names = useAsk(EntityNamesDocument, { refs: [...chosen] }, { enabled: chosen.length > 0 });
  const nameOf = (ref: string) => {
    const entity = names.data?.entities.nodes.find(({ key }) => key === ref);
    return entity ? titleOf(entity) : ref;
  };
  const choose = (ref: string) => {
    setText('');
    onChoose(many ? [...chosen, ref] : [ref]);
  };
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {chosen.length > 0 && (
        <ul>
          {chosen.map((ref) => (
            <li key={ref}>
              <label>
                <input type="checkbox" checked onChange={() => onChoose(chosen.filter((each) => each !== ref))} />
                <span>{nameOf(ref)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <input
        type="search"
        aria-label={`${title}: find by name`}
        placeholder="Name, in any script"
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          const first = settled === text.trim() ? found.data?.search.edges[0] : undefined;
          if (event.key === 'Enter' && first) choose(first.node.key);
        }}
      />
      {settled !== '' && text !== '' && (
        <ul>
          {found.data?.search.edges.map(({ node }) => (
            <li key={node.key}>
              <button type="button" className="plain" onClick={() => choose(node.key)}>
                {titleOf(node)} <span className="aside">{tellApart(node)}</span>
              </button>
            </li>
          ))}
          {found.data?.search.totalCount === 0 && <li className="aside">Nothing has such a name.</li>}
        </ul>
      )}
    </fieldset>
  );
}
