import { readersLanguages } from '../languages.ts';
import { Field } from './Field.tsx';

/** The language of a name as a BCP 47 tag; those of readers are offered. */
export function LanguageField({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <>
          <input
            {...control}
            className="language-tag"
            list={`${control.id}-tags`}
            maxLength={35}
            size={10}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
          <datalist id={`${control.id}-tags`}>
            {Object.entries(readersLanguages).map(([tag, own]) => (
              <option key={tag} value={tag}>
                {own}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
