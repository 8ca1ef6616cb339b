import { type ReactNode, useId } from 'react';
import { titleOf } from '../parts/Link.tsx';
import { capitalised, inWords } from '../words.ts';
import { type Chosen } from './draft.ts';
import { type Trouble, chosenOf, idOfField, useForm } from './form.ts';
import { messageInWords, namesIn } from './messages-in-words.ts';

/** What a control needs to belong to its field. */
export interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A field of the form: its label, its control, what to know, and what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  onSuggested,
  children,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Takes what was probably meant, if it is clicked. */
  onSuggested?: (chosen: Chosen) => void;
  children: (control: Control) => ReactNode;
}) {
  const { problems } = useForm();
  const id = useId();
  const isWrong = problems.has(name);
  return (
    <div className="field">
      <label htmlFor={idOfField(name)}>{label}</label>
      {children({
        id: idOfField(name),
        'aria-describedby': `${id}hint ${id}troubles`,
        'aria-invalid': isWrong || undefined,
      })}
      <div id={`${id}hint`} className="aside hint">
        {hint}
      </div>
      <div id={`${id}troubles`}>
        <Troubles name={name} onSuggested={onSuggested} />
      </div>
    </div>
  );
}

/** Several controls that are one field, with what is wrong with it. */
export function FieldGroup({ name, legend, children }: { name: string; legend: string; children: ReactNode }) {
  return (
    <fieldset className="field group" id={idOfField(name)} tabIndex={-1}>
      <legend>{legend}</legend>
      {children}
      <Troubles name={name} />
    </fieldset>
  );
}

/** What is wrong with a field, and what is probably a slip. */
export function Troubles({ name, onSuggested }: { name: string; onSuggested?: (chosen: Chosen) => void }) {
  const { problems, warnings } = useForm();
  return (
    <>
      {problems.get(name)?.map((trouble) => (
        <TroubleText key={trouble.message} kind="problem" trouble={trouble} onSuggested={onSuggested} />
      ))}
      {warnings.get(name)?.map((trouble) => (
        <TroubleText key={trouble.message} kind="warning" trouble={trouble} />
      ))}
    </>
  );
}

function TroubleText({
  kind,
  trouble: { message, suggestions },
  onSuggested,
}: {
  kind: 'problem' | 'warning';
  trouble: Trouble;
  onSuggested?: (chosen: Chosen) => void;
}) {
  const { draft } = useForm();
  return (
    <div className={`trouble ${kind}`}>
      <p>
        <span aria-hidden="true">{kind === 'problem' ? '✕' : '△'}</span>{' '}
        <span className="unseen">{kind === 'problem' ? 'Problem:' : 'Look again:'}</span>{' '}
        {capitalised(messageInWords(message, namesIn(draft)))}
      </p>
      {onSuggested && suggestions.length > 0 && (
        <p>
          Perhaps{' '}
          {suggestions.map((each) => (
            <button key={each.key} type="button" onClick={() => onSuggested(chosenOf(each))}>
              {titleOf(each)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

/** One value of a vocabulary, or none yet; `empty` says what none means. */
export function Choice<Value extends string>({
  name,
  label,
  hint,
  values,
  value,
  empty = 'Choose …',
  words = (each) => capitalised(inWords(each)),
  onChange,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  values: readonly Value[];
  value: Value | '';
  empty?: string;
  words?: (value: Value) => string;
  onChange: (value: Value | '') => void;
}) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value as Value | '')}
        >
          <option value="">{empty}</option>
          {values.map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A text of one line, or of several. */
export function TextField({
  name,
  label,
  hint,
  value,
  onChange,
  maxLength = 1_000,
  ...more
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  placeholder?: string;
  inputMode?: 'numeric' | 'url';
}) {
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          {...more}
          type="text"
          autoComplete="off"
          maxLength={maxLength}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}
