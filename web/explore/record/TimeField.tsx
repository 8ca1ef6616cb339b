import { useId } from 'react';
import { MONTH_NAMES } from '../../../src/domain/time/calendar.ts';
import { timeInWords } from '../../../src/domain/time/time-in-words.ts';
import { capitalised } from '../words.ts';
import { type MonthPart, monthParts } from '../../../src/domain/time/parts-of-month.ts';
import { type BuiltTime, type TimeForm, edtfOf, timeForms } from './built-time.ts';
import { FieldGroup } from './Field.tsx';

/** A time as exact as the source gives it, built by choosing; below it what that means, in words and as it is recorded. */
export function TimeField({
  name,
  legend,
  time,
  onChange,
}: {
  name: string;
  legend: string;
  time: BuiltTime;
  onChange: (time: BuiltTime) => void;
}) {
  const change = (part: Partial<BuiltTime>) => onChange({ ...time, ...part });
  return (
    <FieldGroup name={name} legend={legend}>
      <div className="in-a-row">
        <label>
          <span className="unseen">{legend}: how exactly the source tells it</span>
          <select value={time.form} onChange={({ currentTarget }) => change({ form: currentTarget.value as TimeForm })}>
            {Object.entries(timeForms).map(([form, words]) => (
              <option key={form} value={form}>
                {capitalised(words)}
              </option>
            ))}
          </select>
        </label>
        <TimeParts time={time} change={change} />
      </div>
      <Built time={time} />
    </FieldGroup>
  );
}

function TimeParts({ time, change }: { time: BuiltTime; change: (part: Partial<BuiltTime>) => void }) {
  const { form, first, last, year, month, part, edtf } = time;
  const firstDay = (label: string) => (
    <Day label={label} value={first} onChange={(value) => change({ first: value })} />
  );
  const lastDay = (label: string) => <Day label={label} value={last} onChange={(value) => change({ last: value })} />;
  const yearField = (
    <label>
      Year
      <input
        type="text"
        inputMode="numeric"
        maxLength={4}
        size={5}
        value={year}
        onChange={({ currentTarget }) => change({ year: currentTarget.value })}
      />
    </label>
  );
  const about = (
    <label className="check">
      <input
        type="checkbox"
        checked={time.about}
        onChange={({ currentTarget }) => change({ about: currentTarget.checked })}
      />
      about then
    </label>
  );
  switch (form) {
    case 'unknown':
      return null;
    case 'day':
      return (
        <>
          {firstDay('Day')} {about}
        </>
      );
    case 'month':
      return (
        <>
          <label>
            Part
            <select
              value={part}
              onChange={({ currentTarget }) => change({ part: currentTarget.value as MonthPart | '' })}
            >
              <option value="">All of it</option>
              {Object.entries(monthParts).map(([name, [from, to]]) => (
                <option key={name} value={name}>
                  {capitalised(name)} ({to === 31 ? `${from} to the end` : `${from} to ${to}`})
                </option>
              ))}
            </select>
          </label>
          <label>
            Month
            <select value={month} onChange={({ currentTarget }) => change({ month: currentTarget.value })}>
              <option value="">Choose …</option>
              {MONTH_NAMES.map((each, index) => (
                <option key={each} value={String(index + 1).padStart(2, '0')}>
                  {each}
                </option>
              ))}
            </select>
          </label>
          {yearField} {part === '' && about}
        </>
      );
    case 'year':
      return (
        <>
          {yearField} {about}
        </>
      );
    case 'between':
      return (
        <>
          {firstDay('First day')} {lastDay('Last day')}
        </>
      );
    case 'until':
      return lastDay('On this day or earlier');
    case 'span':
      return (
        <>
          {firstDay('From')} {lastDay('To')}
        </>
      );
    case 'edtf':
      return (
        <label>
          EDTF
          <input
            type="text"
            maxLength={200}
            placeholder="2022-02/.."
            value={edtf}
            onChange={({ currentTarget }) => change({ edtf: currentTarget.value })}
          />
        </label>
      );
  }
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label>
      {label}
      <input type="date" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  );
}

/** The time in words and as EDTF; what is still missing; or why a text is none. */
function Built({ time }: { time: BuiltTime }) {
  const id = useId();
  const built = edtfOf(time);
  if ('edtf' in built && built.edtf === null) return null;
  return (
    <output id={id} className="built">
      {'missing' in built ? (
        <span className="aside">{capitalised(built.missing)}.</span>
      ) : (
        <>
          {wordsOf(built.edtf!)} <code>{built.edtf}</code>
          {isLongAgo(built.edtf!) && <span className="trouble">△ Look again: that is before 1900.</span>}
        </>
      )}
    </output>
  );
}

/** Whether a time begins in a year before 1900, which is likelier a slip than a meeting of defence ministers. */
const isLongAgo = (edtf: string) => /^\[?(0\d{3}|1[0-8]\d\d)\b/.test(edtf);

function wordsOf(edtf: string): string {
  try {
    return capitalised(timeInWords(edtf));
  } catch (error) {
    return (error as Error).message;
  }
}
