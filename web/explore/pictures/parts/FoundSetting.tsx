import { useState } from 'react';
import { EntityNamesDocument, type EntityType, SearchDocument } from '../../api/documents.generated.ts';
import { useAsk } from '../../parts/Ask.tsx';
import { ThingLink, titleOf } from '../../parts/Link.tsx';
import { tellApart } from '../../parts/SearchBox.tsx';
import { useSettled } from '../../parts/useSettled.ts';
import { NameBox, type Named } from './NameBox.tsx';
import { useSetting } from './Settings.tsx';

/**
 * Somebody or something found by name as one types, as a setting. What is chosen stands in the address by its key, and is
 * shown by its name, with what takes it away.
 */
export function FoundSetting({ name, label, types }: { name: string; label: string; types: readonly EntityType[] }) {
  const [[chosen], set] = useSetting(name);
  const [text, setText] = useState('');
  const [isChanging, setChanging] = useState(false);
  const { found, isSearching } = useFound(text, types);
  const take = (...keys: string[]) => {
    set(...keys);
    setChanging(keys.length === 0);
  };
  if (chosen && !isChanging) {
    return <Chosen of={chosen} label={label} onChange={() => setChanging(true)} onRemove={() => take()} />;
  }
  return (
    // Who leaves the box without taking anything changes nothing.
    <div onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setChanging(false)}>
      <NameBox
        label={label}
        text={text}
        onText={setText}
        found={found}
        isSearching={isSearching}
        nothing="Nothing has such a name. Try fewer words, or another spelling."
        isFocused={isChanging}
        onTake={take}
      />
    </div>
  );
}

/** What of some types has a name that a text is of, as the search at the top of the page finds it. */
export function useFound(text: string, types: readonly EntityType[], first = 8) {
  const sought = text.trim();
  const settled = useSettled(sought);
  const { data, isFetching } = useAsk(
    SearchDocument,
    { text: settled, first, types: [...types] },
    { enabled: settled !== '' },
  );
  const isHere = sought !== '' && settled === sought;
  const found: Named[] = !isHere
    ? []
    : (data?.search.edges ?? []).map(({ node, matched }) => ({
        key: node.key,
        title: titleOf(node),
        aside: [matched !== titleOf(node) && matched, tellApart(node)].filter(Boolean).join(' · '),
      }));
  return { found, isSearching: sought !== '' && (!isHere || isFetching) };
}

function Chosen({
  of,
  label,
  onChange,
  onRemove,
}: {
  of: string;
  label: string;
  onChange: () => void;
  onRemove: () => void;
}) {
  const { data } = useAsk(EntityNamesDocument, { refs: [of] });
  const entity = data?.entities.nodes[0];
  const words = entity ? titleOf(entity) : of;
  return (
    <div className="chosen-name" role="group" aria-label={label}>
      {label}
      <span>
        {entity ? <ThingLink to={entity} /> : of}
        <button type="button" aria-label={`Change ${words}`} onClick={onChange}>
          Change
        </button>
        <button type="button" aria-label={`Take ${words} away`} title="Take away" onClick={onRemove}>
          ×
        </button>
      </span>
    </div>
  );
}
