import { type ReactNode, useEffect } from 'react';
import {
  Comparator,
  EntityType,
  EventStatus,
  MeetingKind,
  MeetingMode,
} from '../../../src/domain/vocabulary.generated.ts';
import { MeetingToRecordDocument } from '../api/documents.generated.ts';
import { Coming, Failed, useAsk } from '../parts/Ask.tsx';
import {
  type AddedType,
  type Chosen,
  type Draft,
  type ExternalIdDraft,
  type NameDraft,
  withChanged,
  withKnown,
  without,
} from './draft.ts';
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
        onChange={(known) => change((now) => withKnown(now, known))}
      />
      {draft.known && <KnownMeeting known={draft.known} />}
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
      <Chosens
        name="topics"
        legend="About what"
        labels={['Topic', 'Another topic']}
        types={[EntityType.TOPIC]}
        values={draft.topics}
        onChange={(topics) => change({ topics })}
        addable={['Topic']}
      />
      <div className="side-by-side">
        <TextField
          name="attendance"
          label="How many took part, as the source says"
          hint="57; leave it empty if the source gives no number"
          inputMode="numeric"
          maxLength={9}
          value={draft.attendance}
          onChange={(attendance) => change({ attendance })}
        />
        <Choice
          name="comparator"
          label="How exact that is"
          empty="Exactly"
          values={Object.values(Comparator).filter((each) => each !== 'EXACTLY')}
          words={(each) => COMPARATORS[each]}
          value={draft.comparator}
          onChange={(comparator) => change({ comparator })}
        />
      </div>
      <details className="more" open={hasMore(draft)}>
        <summary>Body and number, part of another, codes, remark, reason</summary>
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
        <TextField
          name="basis"
          label="How you know when it was"
          hint="The last Wednesday before the page was published"
          maxLength={1_000}
          value={draft.basis}
          onChange={(basis) => change({ basis })}
        />
        <ExternalIds ids={draft.externalIds} onChange={(externalIds) => change({ externalIds })} />
        <TextField
          name="reason"
          label="Why you record it"
          hint="Kept in the history beside the changes."
          maxLength={2_000}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      </details>
    </fieldset>
  );
}

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  EXACTLY: 'Exactly',
  ABOUT: 'About that many',
  OVER: 'More than that',
  UP_TO: 'That many or fewer',
};

/** Whether something is filled in that is seldom needed. */
const hasMore = ({ body, partOf, note, basis, reason, externalIds }: Draft): boolean =>
  body !== null || partOf !== null || [note, basis, reason].some((text) => text !== '') || externalIds.length > 0;

/** The meeting that is recorded onto, as the reader sees it: where somebody changes it meanwhile, nothing is written before the reader has seen that. */
function KnownMeeting({ known }: { known: Chosen }) {
  const { draft, change, problems } = useForm();
  const { data, error, isFetching, refetch } = useAsk(MeetingToRecordDocument, { ref: known.key });
  const isUnseen = draft.knownVersion === null;
  const version = isFetching ? undefined : data?.meeting?.version;
  useEffect(() => {
    if (isUnseen && version !== undefined) change({ knownVersion: version });
  }, [isUnseen, version]);
  const lookAgain = async () => {
    const { data: now } = await refetch();
    if (now?.meeting) change({ knownVersion: now.meeting.version });
  };
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Coming />;
  return (
    <>
      {problems.get('known')?.some(({ code }) => code === 'VERSION_CONFLICT') && (
        <button type="button" onClick={() => void lookAgain()}>
          Show it as it is now, and go on
        </button>
      )}
      {data.meeting && <ComparedList thing={data.meeting} />}
    </>
  );
}

function ExternalIds({ ids, onChange }: { ids: ExternalIdDraft[]; onChange: (ids: ExternalIdDraft[]) => void }) {
  return (
    <FieldGroup name="externalIds" legend="Codes by which others know it">
      {ids.map((id, index) => (
        // Codes have no identity but their place.
        <div key={index} className="in-a-row">
          <TextField
            name={`externalIds.${index}.scheme`}
            label="Scheme"
            placeholder="WIKIDATA"
            maxLength={100}
            value={id.scheme}
            onChange={(scheme) => onChange(withChanged(ids, index, { scheme }))}
          />
          <TextField
            name={`externalIds.${index}.value`}
            label="Code"
            placeholder="Q42"
            maxLength={500}
            value={id.value}
            onChange={(value) => onChange(withChanged(ids, index, { value }))}
          />
          <button type="button" onClick={() => onChange(without(ids, index))}>
            Remove<span className="unseen"> code {index + 1}</span>
          </button>
        </div>
      ))}
      <button type="button" className="small" onClick={() => onChange([...ids, { scheme: '', value: '' }])}>
        Add a code
      </button>
    </FieldGroup>
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

/** Where it was: all places that the source names. */
function Places({ draft: { places, mode }, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <Chosens
      name="places"
      legend="Where"
      labels={['Place, or the country if the source names no place', 'Another place']}
      types={[EntityType.PLACE, EntityType.COUNTRY]}
      values={places}
      onChange={(next) => change({ places: next })}
      addable={['Place']}
    >
      <Choice
        name="mode"
        label="How"
        empty="The source does not say"
        values={Object.values(MeetingMode)}
        value={mode}
        onChange={(next) => change({ mode: next })}
      />
    </Chosens>
  );
}

/** Several things, each chosen one by one; after them stands the field for the next one. */
function Chosens({
  name,
  legend,
  labels: [first, further],
  types,
  values,
  onChange,
  addable,
  children,
}: {
  name: string;
  legend: string;
  labels: [first: string, further: string];
  types: EntityType[];
  values: Chosen[];
  onChange: (values: Chosen[]) => void;
  addable: AddedType[];
  children?: ReactNode;
}) {
  return (
    <FieldGroup name={name} legend={legend}>
      {[...values, null].map((value, index) => (
        <Picker
          key={value?.key ?? `next ${index}`}
          name={`${name}.${index}`}
          label={index === 0 ? first : further}
          types={types}
          value={value}
          onChange={(chosen) =>
            onChange(chosen === null ? without(values, index) : values.toSpliced(index, 1, chosen).filter(isFirst))
          }
          addable={addable}
        />
      ))}
      {children}
    </FieldGroup>
  );
}

const isFirst = <T extends { key: string }>({ key }: T, index: number, all: readonly T[]) =>
  all.findIndex((each) => each.key === key) === index;
