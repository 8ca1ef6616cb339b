/// <reference lib="dom" />
import { type ReactNode, useId, useState } from 'react';
import { useSearchParams } from 'wouter';
import { MeetingKind } from '../../../../src/domain/vocabulary.generated.ts';
import { PictureChoicesDocument } from '../../api/documents.generated.ts';
import { useAsk } from '../../parts/Ask.tsx';
import { ChosenConditions, type ValueWords } from '../../parts/ChosenConditions.tsx';
import { titleOf } from '../../parts/Link.tsx';
import { capitalised, inWords } from '../../words.ts';

/**
 * The settings of a picture, which stand in the address. Where they would take the room of the picture, on a narrow screen or because
 * there are many, they are folded away at first, unless nothing can be shown before something is chosen; then what is set is told in
 * words.
 */
export function Settings({
  isNeeded = false,
  areMany = false,
  words,
  children,
}: {
  isNeeded?: boolean;
  areMany?: boolean;
  /** Words for the choices of settings, by their names. */
  words?: ValueWords;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(() => isNeeded || (!areMany && matchMedia('(min-width: 40rem)').matches));
  const [address, setAddress] = useSearchParams();
  return (
    <div className="picture-settings" data-many={areMany}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Settings</summary>
        <form aria-label="What is shown" onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
      </details>
      {!isOpen && (
        <ChosenConditions
          of={settingsOf(address)}
          words={words}
          onChange={(name, values) => setAddress(withSetting(name, values))}
        />
      )}
    </div>
  );
}

/** What an address of a picture may say beside settings: what is chosen in the picture, and the part of the map that is seen. */
const OTHER = new Set(['node', 'tie', 'view']);

function settingsOf(address: URLSearchParams): Record<string, string[]> {
  const names = new Set([...address.keys()].filter((name) => !OTHER.has(name)));
  return Object.fromEntries([...names].map((name) => [name, address.getAll(name).filter((value) => value !== '')]));
}

/** The values of a setting in the address, and what replaces them; an empty value takes it out. */
export function useSetting(name: string): [string[], (...values: string[]) => void] {
  const [address, setAddress] = useSearchParams();
  return [address.getAll(name), (...values) => setAddress(withSetting(name, values))];
}

/** Changes one setting of an address, and leaves the others. */
export const withSetting =
  (name: string, values: readonly string[]) =>
  (before: URLSearchParams): URLSearchParams => {
    const after = new URLSearchParams(before);
    after.delete(name);
    for (const value of values) if (value !== '') after.append(name, value);
    return after;
  };

/** One of a few values, in words. The first is that of an address that says nothing. */
export function ChoiceSetting({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: Readonly<Record<string, string>>;
}) {
  const [[value = ''], set] = useSetting(name);
  const [usual] = Object.keys(choices);
  return (
    <label>
      {label}
      <select
        value={value || usual}
        onChange={({ currentTarget }) => set(currentTarget.value === usual ? '' : currentTarget.value)}
      >
        {Object.entries(choices).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text, taken when the reader leaves the field or presses Enter. */
export function TextSetting({
  name,
  label,
  ...input
}: { name: string; label: string } & Pick<
  React.InputHTMLAttributes<HTMLInputElement>,
  'type' | 'min' | 'max' | 'step' | 'placeholder' | 'pattern' | 'size'
>) {
  const [[value = ''], set] = useSetting(name);
  return (
    <label>
      {label}
      <input
        key={value}
        defaultValue={value}
        autoComplete="off"
        maxLength={100}
        {...input}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value.trim() !== value && currentTarget.reportValidity()) set(currentTarget.value.trim());
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
      />
    </label>
  );
}

const DAY = { placeholder: '2024-03', pattern: '\\d{4}(-\\d{2}){0,2}', size: 10 };

/** From when and to when: years, months or days. */
export function TimeSettings() {
  return (
    <>
      <TextSetting name="time.from" label="From" {...DAY} />
      <TextSetting name="time.to" label="To" {...DAY} />
    </>
  );
}

export function ShownSetting() {
  return <ChoiceSetting name="shown" label="Meetings" choices={{ held: 'held', planned: 'planned', all: 'all' }} />;
}

/** Which kinds of meeting; none chosen means all. */
export function KindSetting() {
  const [kinds, set] = useSetting('kinds');
  return (
    <details className="menu kinds">
      <summary>{kinds.length === 0 ? 'All kinds' : kinds.map((kind) => capitalised(inWords(kind))).join(', ')}</summary>
      <fieldset>
        <legend className="unseen">Kinds of meeting</legend>
        {Object.values(MeetingKind).map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget }) =>
                set(...(currentTarget.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind)))
              }
            />{' '}
            {capitalised(inWords(kind))}
          </label>
        ))}
        {kinds.length > 0 && (
          <button type="button" onClick={() => set()}>
            All kinds
          </button>
        )}
      </fieldset>
    </details>
  );
}

/** Which body met: one of those of the record. With `usual`, what the address leaves out. */
export function BodySetting({ usual }: { usual?: string }) {
  const { data } = useAsk(PictureChoicesDocument, {});
  return <EntitySetting name="body" label="Body" all="any or none" groups={data?.meetings.counts} usual={usual} />;
}

/** A country of those that took part; without `name`, that it took part, itself or through somebody. */
export function CountrySetting({ name = 'actors', label }: { name?: string; label: string }) {
  const { data } = useAsk(PictureChoicesDocument, {});
  return <EntitySetting name={name} label={label} all="any country" groups={data?.participations.counts} />;
}

type Groups = readonly { entities: readonly (Parameters<typeof titleOf>[0] | null)[] }[];

function EntitySetting({
  name,
  label,
  all,
  groups = [],
  usual = '',
}: {
  name: string;
  label: string;
  all: string;
  groups?: Groups | undefined;
  usual?: string | undefined;
}) {
  const [[inAddress], set] = useSetting(name);
  const id = useId();
  const value = inAddress ?? usual;
  const found = groups
    .flatMap(({ entities: [entity] }) => (entity ? [{ key: entity.key, title: titleOf(entity) }] : []))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const isKnown = value === '' || value === ANY || found.some(({ key }) => key === value);
  return (
    <label htmlFor={id}>
      {label}
      <select
        id={id}
        value={value === ANY ? '' : value}
        onChange={({ currentTarget: { value } }) => set(value === usual ? '' : value === '' ? ANY : value)}
      >
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {found.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In the address, that a setting with a usual value is left open on purpose. */
export const ANY = 'any';
