import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import {
  AttributionAct,
  type AttributionKind,
  DocumentKind,
  EntityType,
  Reliability,
} from '../../../src/domain/vocabulary.generated.ts';
import { DocumentOfAddressDocument, type DocumentOfAddressQuery } from '../api/documents.generated.ts';
import { useAsk } from '../parts/Ask.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { useSettled } from '../parts/useSettled.ts';
import { When } from '../parts/When.tsx';
import { counted, inWords } from '../words.ts';
import { attributionActs, attributionKinds } from './attribution-words.ts';
import { type AttributionDraft, type SourceDraft, withChanged, without } from './draft.ts';
import { Choice, Field, FieldGroup, TextField } from './Field.tsx';
import { chosenOf, goToField, useForm } from './form.ts';
import { Picker } from './Picker.tsx';
import { TimeField } from './TimeField.tsx';

/** Where it stands and on whose word. A page that is recorded already is recognised by its address and not described again. */
export function SourceFields() {
  const { draft, change } = useForm();
  const { source } = draft;
  const set = (part: Partial<SourceDraft>) => change((now) => ({ ...now, source: { ...now.source, ...part } }));
  const known = useDocumentOf(source.url, (document) =>
    set({ document: document && chosenOf(document), ...(document?.publisher && { publisher: null }) }),
  );
  return (
    <fieldset className="part">
      <legend>The source</legend>
      <TextField
        name="source.url"
        label="Address of the page"
        inputMode="url"
        placeholder="https://"
        maxLength={2_000}
        value={source.url}
        onChange={(url) => set({ url, document: null })}
      />
      {known ? <Known document={known} /> : <Description source={source} set={set} />}
      {known?.publisher === null && (
        <Publisher source={source} set={set} hint="The record does not say; add it if you know." />
      )}
      <Choice
        name="source.attributionKind"
        label="Whose word is it?"
        values={Object.keys(attributionKinds) as AttributionKind[]}
        value={source.attributionKind}
        words={(kind) => attributionKinds[kind]}
        onChange={(attributionKind) => set({ attributionKind })}
      />
      <TextField
        name="source.paragraph"
        label="Paragraph"
        hint="9 for the ninth, H for the headline, CAP for a caption"
        maxLength={10}
        value={source.paragraph}
        onChange={(paragraph) => set({ paragraph })}
      />
      <details className="more" open={source.confidence !== ''}>
        <summary>How sure you are</summary>
        <TextField
          name="source.confidence"
          label="How sure you are that it says so, in percent"
          hint="Left empty: you do not say."
          inputMode="numeric"
          maxLength={3}
          value={source.confidence}
          onChange={(confidence) => set({ confidence })}
        />
      </details>
      <Chain steps={source.attribution} onChange={(attribution) => set({ attribution })} />
    </fieldset>
  );
}

type KnownDocument = NonNullable<DocumentOfAddressQuery['document']>;

/** The document with this address, once somebody has stopped typing it. `tell` learns of it, also that there is none. */
function useDocumentOf(url: string, tell: (document: KnownDocument | null) => void): KnownDocument | null {
  const settled = useSettled(url.trim());
  const isAddress = /^https?:/.test(settled) && URL.canParse(settled);
  const { data } = useAsk(DocumentOfAddressDocument, { url: settled }, { enabled: isAddress });
  const found = isAddress && settled === url.trim() ? (data?.document ?? null) : null;
  const key = found?.key ?? null;
  useEffect(() => {
    tell(found);
    // Only what is found makes a difference, not how it is told.
  }, [key]);
  return found;
}

function Known({ document }: { document: KnownDocument }) {
  const claims = document.counts.find(({ typeName }) => typeName === 'Claim')?.count ?? 0;
  return (
    <p className="known" role="status">
      ✓ Recorded already: <ThingLink to={document} />
      {document.publisher && (
        <>
          , published by <ThingLink to={document.publisher} />
        </>
      )}
      {document.published.edtf !== null && (
        <>
          , <When time={document.published} />
        </>
      )}
      . {counted(claims, 'claim')} rest on it.
    </p>
  );
}

interface PartOfSource {
  source: SourceDraft;
  set: (part: Partial<SourceDraft>) => void;
}

function Publisher({ source, set, hint }: PartOfSource & { hint?: string }) {
  return (
    <Picker
      name="source.publisher"
      label="Published by"
      hint={hint}
      types={[EntityType.ORGANIZATION]}
      value={source.publisher}
      onChange={(publisher) => set({ publisher })}
      addable={['Organization']}
    />
  );
}

function Description({ source, set }: PartOfSource) {
  return (
    <>
      <TextField name="source.title" label="Title" value={source.title} onChange={(title) => set({ title })} />
      <div className="side-by-side">
        <Choice
          name="source.kind"
          label="Kind"
          empty="Not said"
          values={Object.values(DocumentKind)}
          value={source.kind}
          onChange={(kind) => set({ kind })}
        />
        <Publisher source={source} set={set} />
      </div>
      <TimeField
        name="source.published"
        legend="Published"
        time={source.published}
        onChange={(published) => set({ published })}
      />
      <div className="side-by-side">
        <Choice
          name="source.reliability"
          label="Reliability"
          hint="NATO rating, best first"
          empty="Not rated"
          values={Object.values(Reliability).filter((value) => value !== 'UNKNOWN')}
          words={inWords}
          value={source.reliability}
          onChange={(reliability) => set({ reliability })}
        />
        <TextField
          name="source.language"
          label="Language of the page"
          hint="en, zh-Hant-TW, uk"
          maxLength={35}
          value={source.language}
          onChange={(language) => set({ language })}
        />
      </div>
    </>
  );
}

/** Who knew it and who passed it on, the first one first. Left out, the publisher reported it. */
function Chain({ steps, onChange }: { steps: AttributionDraft[]; onChange: (steps: AttributionDraft[]) => void }) {
  const add = () => {
    flushSync(() => onChange([...steps, { agent: null, anonymous: '', how: '' }]));
    goToField(`source.attribution.${steps.length}.anonymous`);
  };
  return (
    <FieldGroup name="source.attribution" legend="Who said it, and who passed it on">
      <p className="aside">The first source first. With nobody here, the publisher reported it.</p>
      {steps.map((step, index) => {
        const set = (part: Partial<AttributionDraft>) => onChange(withChanged(steps, index, part));
        const name = `source.attribution.${index}`;
        return (
          // Steps have no identity but their place.
          <div key={index} className="side-by-side step">
            {step.agent === null && (
              <Field
                name={`${name}.anonymous`}
                label="Somebody unnamed"
                hint="As the source describes them: a senior official"
              >
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    maxLength={500}
                    value={step.anonymous}
                    onChange={({ currentTarget }) => set({ anonymous: currentTarget.value })}
                  />
                )}
              </Field>
            )}
            {step.anonymous === '' && (
              <Picker
                name={name}
                label={step.agent === null ? 'or somebody named' : 'Who'}
                types={[EntityType.OFFICIAL, EntityType.COUNTRY, EntityType.ORGANIZATION]}
                value={step.agent}
                onChange={(agent) => set({ agent })}
                addable={['Official', 'Organization']}
              />
            )}
            <Choice
              name={`${name}.how`}
              label="How"
              values={Object.values(AttributionAct)}
              words={(act) => attributionActs[act]}
              value={step.how}
              onChange={(how) => set({ how })}
            />
            <button type="button" onClick={() => onChange(without(steps, index))}>
              Remove<span className="unseen"> step {index + 1} of who said it</span>
            </button>
          </div>
        );
      })}
      <button type="button" onClick={add}>
        Add who said it
      </button>
    </FieldGroup>
  );
}
