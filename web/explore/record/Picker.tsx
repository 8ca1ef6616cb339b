/// <reference lib="dom" />
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { EntityType } from '../../../src/domain/vocabulary.generated.ts';
import { AskError, NO_ANSWER } from '../api/ask.ts';
import { SearchDocument } from '../api/documents.generated.ts';
import { languageOf, useLang } from '../languages.ts';
import { useAsk } from '../parts/Ask.tsx';
import { tellApart } from '../parts/SearchBox.tsx';
import { useSettled } from '../parts/useSettled.ts';
import { type AddedType, type Chosen, withTyped } from './draft.ts';
import { type Control, Field } from './Field.tsx';
import { chosenOf, idOfField, nounOf, useForm } from './form.ts';
import { AddedDetails } from './AddedDetails.tsx';
import { notChosenInWords } from './input.ts';
import { useAdd } from './useAdd.ts';

const SUGGESTIONS = 8;

/** How long a search that got no answer waits before it is asked again. */
const ASKED_AGAIN_AFTER_MS = 3_000;

/** One thing to choose: of the record, of what is offered without typing, or new. */
type Option = { text: string; aside: string; matched?: string } & ({ chosen: Chosen } | { add: AddedType });

/**
 * A thing, found as you type in any script. What is offered stands there before anything is typed; what is not found can be added
 * right there, if it is of a type that can.
 */
export function Picker({
  name,
  label,
  hint,
  types,
  value,
  onChange,
  offered = [],
  addable = [],
  addedIn = null,
  isDescribedElsewhere = false,
}: {
  name: string;
  label: string;
  hint?: string;
  types: EntityType[];
  value: Chosen | null;
  onChange: (chosen: Chosen | null) => void;
  offered?: readonly { chosen: Chosen; why: string }[];
  addable?: AddedType[];
  /** The country of what is added, to begin with. */
  addedIn?: Chosen | null;
  /** Whether what is new here is described in another field, where it was added. */
  isDescribedElsewhere?: boolean;
}) {
  const { draft } = useForm();
  const [isChanging, setChanging] = useState(false);
  const lang = useLang();
  // The control that had the focus is gone; the one in its place takes it, so that Tab goes on from here.
  const goOn = (change: () => void) => {
    flushSync(change);
    document.getElementById(idOfField(name))?.focus();
  };
  const choose = (chosen: Chosen | null) =>
    goOn(() => {
      setChanging(false);
      onChange(chosen);
    });
  if (value === null || isChanging)
    return (
      <Field
        name={name}
        label={label}
        hint={value === null ? hint : `It stays ${value.name} until you choose another; Escape keeps it.`}
        onSuggested={choose}
      >
        {(control) => (
          <Search
            {...{ name, control, types, offered, addable, addedIn }}
            onChoose={choose}
            onLeft={() => setChanging(false)}
            onEscape={() => value !== null && goOn(() => setChanging(false))}
          />
        )}
      </Field>
    );
  const added = draft.added.find(({ key }) => key === value.key);
  const which = (
    <span className="unseen">
      {' '}
      {label.toLowerCase()}, which is {value.name}
    </span>
  );
  return (
    <>
      <Field name={name} label={label} onSuggested={choose}>
        {(control) => (
          <span className="picked">
            <span lang={languageOf(value.name, lang)}>{value.name}</span>{' '}
            <span className="aside">{added ? `new ${nounOf(value.__typename)}` : nounOf(value.__typename)}</span>
            <span className="picked-buttons">
              <button {...control} type="button" onClick={() => goOn(() => setChanging(true))}>
                Change{which}
              </button>
              <button type="button" onClick={() => choose(null)}>
                Clear{which}
              </button>
            </span>
          </span>
        )}
      </Field>
      {added && !isDescribedElsewhere && <AddedDetails added={added} />}
    </>
  );
}

function Search({
  name,
  control,
  types,
  offered,
  addable,
  addedIn,
  onChoose,
  onLeft,
  onEscape,
}: {
  name: string;
  control: Control;
  types: EntityType[];
  offered: readonly { chosen: Chosen; why: string }[];
  addable: AddedType[];
  addedIn: Chosen | null;
  onChoose: (chosen: Chosen) => void;
  /** The field was left with nothing typed. */
  onLeft: () => void;
  onEscape: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { draft, change } = useForm();
  const text = draft.typed[name] ?? '';
  const type = (next: string) => change((now) => withTyped(now, name, next));
  useEffect(() => () => change((now) => withTyped(now, name, '')), [name]);
  const add = useAdd(addedIn);
  const lang = useLang();
  const id = useId();
  const typed = text.trim();
  const settled = useSettled(typed);
  const { data, error, isPlaceholderData, refetch } = useAsk(
    SearchDocument,
    { text: settled, types, first: SUGGESTIONS },
    { enabled: settled !== '', keep: true },
  );
  useEffect(() => {
    if (!(error instanceof AskError) || error.code !== NO_ANSWER) return;
    const timer = setInterval(() => void refetch(), ASKED_AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, [error, refetch]);
  const isSearched = data !== undefined && !isPlaceholderData && settled === typed;
  const found = typed === '' || error || data === undefined ? [] : data.search.edges;
  const options: Option[] =
    typed === ''
      ? offered.map(({ chosen, why }) => ({ chosen, text: chosen.name, aside: why }))
      : [
          ...draft.added
            .filter(
              ({ __typename, name }) =>
                (addable as string[]).includes(__typename) && name.toLowerCase().includes(typed.toLowerCase()),
            )
            .map((chosen) => ({ chosen: chosenOf(chosen), text: chosen.name, aside: 'new, added in this form' })),
          ...found.map(({ node, matched }) => ({
            chosen: chosenOf(node),
            text: chosenOf(node).name,
            aside: tellApart(node),
            matched,
          })),
          ...(isSearched && !error ? addable : []).map((type) => ({
            add: type,
            text: `Add “${typed}”`,
            aside: `a new ${nounOf(type)}, not in the record yet`,
          })),
        ];
  const isLeftOver = typed !== '' && !isOpen;
  const isShown = isOpen && (typed !== '' || options.length > 0);

  const choose = async (option: Option) => {
    setOpen(false);
    onChoose('chosen' in option ? option.chosen : await add(option.add, typed));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active] ?? (isSearched && found.length === 1 ? options[0] : undefined);
      if (option && isShown) void choose(option);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      type('');
      onEscape();
    }
  };

  return (
    <div
      className="picker"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setOpen(false);
        if (typed === '') onLeft();
      }}
    >
      <input
        {...control}
        aria-invalid={isLeftOver || control['aria-invalid']}
        type="text"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}${active}` : undefined}
        autoComplete="off"
        maxLength={200}
        placeholder="Type a name, in any script"
        value={text}
        onChange={({ currentTarget }) => {
          type(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div className="suggestions" hidden={!isShown}>
        <ul role="listbox" id={`${id}list`} aria-label="Found">
          {options.map((option, index) => (
            // What the pointer presses must not take the focus from the box; the keyboard chooses by arrows and Enter.
            <li
              key={'chosen' in option ? option.chosen.key : option.add}
              id={`${id}${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void choose(option)}
            >
              <span lang={languageOf(option.text, lang)}>{option.text}</span>
              {option.matched !== undefined && option.matched !== option.text && (
                <span className="matched" lang={languageOf(option.matched, lang)}>
                  {option.matched}
                </span>
              )}
              <span className="aside">{option.aside}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="aside">
          {typed === ''
            ? 'Or type another name'
            : error
              ? error.message
              : !isSearched
                ? 'Searching …'
                : found.length === 0
                  ? 'Nothing has such a name.'
                  : `${found.length} of ${data.search.totalCount}; arrows and Enter choose`}
        </p>
      </div>
      <div role="status">
        {isLeftOver && (
          <p className="trouble problem">
            <span aria-hidden="true">✕</span> {notChosenInWords(typed)}
          </p>
        )}
      </div>
    </div>
  );
}
