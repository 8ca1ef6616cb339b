import { EntityType, EventStatus, MeetingKind, MeetingMode } from '../../../src/domain/vocabulary.generated.ts';
import { MeetingToRecordDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { type Draft, type NameDraft, withChanged, without } from './draft.ts';
import { Choice, Field, FieldGroup, TextField } from './Field.tsx';
import { useForm } from './form.ts';
import { LanguageField } from './LanguageField.tsx';
import { Picker } from './Picker.tsx';
import { ComparedList } from './SideBySide.tsx';
import { TimeField } from './TimeField.tsx';

/** What met, when, where, and what became of it. */
export function MeetingFields() {
  const { draft, change } = useForm();
  return (
    <fieldset className="part">
      <legend>The meeting</legend>
      <Picker
        name="known"
        label="Is it in the record already?"
        hint="Leave this empty for a new one; what is much alike is shown beside."
        types={[EntityType.MEETING]}
        value={draft.known}
        onChange={(known) => change({ known })}
      />
      {draft.known && (
        <Ask question={MeetingToRecordDocument} variables={{ ref: draft.known.key }}>
          {({ meeting }) => meeting && <ComparedList thing={meeting} />}
        </Ask>
      )}
      <Names names={draft.names} onChange={(names) => change({ names })} />
      <div className="side-by-side">
        <Choice
          name="kind"
          label="Kind"
          values={Object.values(MeetingKind)}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          name="status"
          label="What the source says became of it"
          values={Object.values(EventStatus).filter((status) => status !== 'UNKNOWN')}
          value={draft.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <TimeField name="time" legend="When" time={draft.time} onChange={(time) => change({ time })} />
      <TextField
        name="raw"
        label="The time as printed"
        hint="In the words of the source: early February, 12日"
        maxLength={200}
        value={draft.raw}
        onChange={(raw) => change({ raw })}
      />
      <Places draft={draft} change={change} />
      <details className="more" open={draft.body !== null || draft.partOf !== null || draft.note !== ''}>
        <summary>Body and number, part of another, remark</summary>
        <div className="side-by-side">
          <Picker
            name="body"
            label="Body that met"
            types={[EntityType.ORGANIZATION]}
            value={draft.body}
            onChange={(body) => change({ body })}
            addable={['Organization']}
          />
          <TextField
            name="ordinal"
            label="Which meeting of it"
            hint="26 for the 26th"
            inputMode="numeric"
            maxLength={6}
            value={draft.ordinal}
            onChange={(ordinal) => change({ ordinal })}
          />
        </div>
        <Picker
          name="partOf"
          label="Part of another meeting"
          types={[EntityType.MEETING]}
          value={draft.partOf}
          onChange={(partOf) => change({ partOf })}
        />
        <TextField
          name="note"
          label="Your remark"
          hint="For readers; it claims nothing."
          maxLength={10_000}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </details>
    </fieldset>
  );
}

function Names({ names, onChange }: { names: NameDraft[]; onChange: (names: NameDraft[]) => void }) {
  return (
    <>
      {names.map((name, index) => (
        // Names have no identity but their place.
        <div key={index} className="in-a-row name">
          <Field name={`names.${index}`} label={index === 0 ? 'What it is called' : 'Another name'}>
            {(control) => (
              <input
                {...control}
                type="text"
                maxLength={1_000}
                value={name.value}
                lang={name.lang}
                onChange={({ currentTarget }) => onChange(withChanged(names, index, { value: currentTarget.value }))}
              />
            )}
          </Field>
          <LanguageField
            name={`names.${index}.lang`}
            label="Language"
            value={name.lang}
            onChange={(lang) => onChange(withChanged(names, index, { lang }))}
          />
          {index > 0 && (
            <button type="button" onClick={() => onChange(without(names, index))}>
              Remove<span className="unseen"> name {index + 1}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" className="small" onClick={() => onChange([...names, { value: '', lang: 'zh-Hant' }])}>
        Add a name in another language
      </button>
    </>
  );
}

/** Where it was: all places that the source names, each chosen one by one. */
function Places({ draft: { places, mode }, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <FieldGroup name="places" legend="Where">
      {[...places, null].map((place, index) => (
        <Picker
          key={place?.key ?? `next ${index}`}
          name={`places.${index}`}
          label={index === 0 ? 'Place, or the country if the source names no place' : 'Another place'}
          types={[EntityType.PLACE, EntityType.COUNTRY]}
          value={place}
          onChange={(chosen) =>
            change({
              places: chosen === null ? without(places, index) : places.toSpliced(index, 1, chosen).filter(isFirst),
            })
          }
          addable={['Place']}
        />
      ))}
      <Choice
        name="mode"
        label="How"
        empty="The source does not say"
        values={Object.values(MeetingMode)}
        value={mode}
        onChange={(next) => change({ mode: next })}
      />
    </FieldGroup>
  );
}

const isFirst = <T extends { key: string }>({ key }: T, index: number, all: readonly T[]) =>
  all.findIndex((each) => each.key === key) === index;
