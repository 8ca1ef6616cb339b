/// <reference lib="dom" />
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { addressOf, listAddress } from '../address.ts';
import { type FoundFragment, SearchDocument } from '../api/documents.generated.ts';
import { languageOf, useLang } from '../languages.ts';
import { inWords } from '../words.ts';
import { useAsk } from './Ask.tsx';
import { titleOf } from './Link.tsx';
import { whenInWords } from './time.ts';
import { useSettled } from './useSettled.ts';

const SUGGESTIONS = 8;

/** Search as you type, in any script: a combobox whose options lead to pages, and Enter without an option to all that is found. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [, navigate] = useLocation();
  const settled = useSettled(text.trim());
  const { data, error } = useAsk(
    SearchDocument,
    { text: settled, first: SUGGESTIONS },
    { enabled: settled !== '', keep: true },
  );
  const id = useId();
  const found = settled === '' || text.trim() === '' ? [] : (data?.search.edges ?? []);
  const isShown = isOpen && text.trim() !== '';

  const open = (address: string) => {
    setOpen(false);
    setActive(-1);
    setText('');
    navigate(address);
  };
  const submit = () => {
    const chosen = found[active];
    const address = chosen && addressOf(chosen.node);
    open(address ?? listAddress('search', { q: text.trim() }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(((active + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') submit();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <input
        type="search"
        role="combobox"
        aria-label="Search people, countries, meetings, places, in any script"
        placeholder="Search, in any script: Healey, 希利, Рамштайн"
        aria-expanded={isShown}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}${active}` : undefined}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div className="suggestions" hidden={!isShown}>
        <ul role="listbox" id={`${id}list`} aria-label="Found">
          {found.map(({ node, matched }, index) => (
            <Suggestion
              key={node.key}
              id={`${id}${index}`}
              node={node}
              matched={matched}
              isActive={index === active}
              onChoose={() => open(addressOf(node) ?? listAddress('search', { q: text }))}
            />
          ))}
        </ul>
        <p role="status" className="aside">
          {error
            ? error.message
            : data === undefined || settled !== text.trim()
              ? 'Searching …'
              : found.length === 0
                ? 'Nothing has such a name. Try fewer words, or another spelling.'
                : found.length < data.search.totalCount
                  ? `${found.length} of ${data.search.totalCount}; Enter shows all`
                  : `${found.length} found`}
        </p>
      </div>
    </form>
  );
}

function Suggestion({
  id,
  node,
  matched,
  isActive,
  onChoose,
}: {
  id: string;
  node: FoundFragment;
  matched: string;
  isActive: boolean;
  onChoose: () => void;
}) {
  const lang = useLang();
  const title = titleOf(node);
  return (
    // What the pointer presses must not take the focus from the box; the keyboard chooses by arrows and Enter.
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span lang={languageOf(title, lang)}>{title}</span>
      {matched !== title && (
        <span className="matched" lang={languageOf(matched, lang)}>
          {matched}
        </span>
      )}
      <span className="aside">{tellApart(node)}</span>
    </li>
  );
}

/** What kind of thing it is, and what tells it from others of its name. */
export function tellApart(node: FoundFragment): string {
  const also =
    'time' in node ? whenInWords(node.time) : 'country' in node && node.country ? node.country.name : undefined;
  return [inWords(node.__typename), also].filter(Boolean).join(' · ');
}
