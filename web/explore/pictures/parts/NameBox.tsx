/// <reference lib="dom" />
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { languageOf, useLang } from '../../languages.ts';

/** What can be taken in a {@link NameBox}: its name, and what tells it from others of that name. */
export interface Named {
  key: string;
  title: string;
  aside?: string;
}

/**
 * A box in which somebody or something is found as one types: the arrows go through what is found, Enter takes the one they
 * are on, else the first. Who keeps `text` finds what it says, and shows it as `found`.
 */
export function NameBox({
  label,
  text,
  onText,
  found,
  isSearching,
  nothing,
  isFocused = false,
  onTake,
}: {
  label: string;
  text: string;
  onText: (text: string) => void;
  found: readonly Named[];
  isSearching: boolean;
  /** What to say where nothing is found. */
  nothing: string;
  /** Whether the reader has just asked for it, and types in it next. */
  isFocused?: boolean;
  onTake: (key: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [isWaiting, setWaiting] = useState(false);
  const lang = useLang();
  const id = useId();
  const isShown = isOpen && text.trim() !== '';
  const at = found[Math.min(active, found.length - 1)];
  const take = (key: string) => {
    setOpen(false);
    setWaiting(false);
    onText('');
    onTake(key);
  };
  // Enter pressed before the answer is there takes the first of it once it is.
  useEffect(() => {
    if (!isWaiting || isSearching) return;
    setWaiting(false);
    if (at) take(at.key);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Escape') {
      setOpen(false);
    } else if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      if (isSearching) setWaiting(true);
      else if (at) take(at.key);
    }
  };
  return (
    <div
      className="name-box"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <label>
        {label}
        <input
          type="search"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={isShown && at ? `${id}${found.indexOf(at)}` : undefined}
          autoComplete="off"
          maxLength={200}
          placeholder="a name, in any script"
          autoFocus={isFocused}
          value={text}
          onChange={({ currentTarget }) => {
            onText(currentTarget.value);
            setOpen(true);
            setActive(0);
            setWaiting(false);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div className="suggestions" hidden={!isShown}>
        <ul role="listbox" id={`${id}list`} aria-label="Found">
          {found.map(({ key, title, aside }, index) => (
            // What the pointer presses must not take the focus from the box; the keyboard chooses by arrows and Enter.
            <li
              key={key}
              id={`${id}${index}`}
              role="option"
              aria-selected={key === at?.key}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(key)}
            >
              <span lang={languageOf(title, lang)}>{title}</span>
              {aside && <span className="aside">{aside}</span>}
            </li>
          ))}
        </ul>
        <p role="status" className="aside">
          {isSearching
            ? 'Searching …'
            : found.length === 0
              ? nothing
              : `${found.length} found; Enter takes ${active === 0 ? 'the first' : 'the marked one'}`}
        </p>
      </div>
    </div>
  );
}
