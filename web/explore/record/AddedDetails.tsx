import { EntityType, Level, OrganizationKind, PlaceKind } from '../../../src/domain/vocabulary.generated.ts';
import { type Added, withPostOf } from './draft.ts';
import { Choice, FieldGroup } from './Field.tsx';
import { nounOf, useForm } from './form.ts';
import { LanguageField } from './LanguageField.tsx';
import { Picker } from './Picker.tsx';

/** What the record needs of somebody or something new, by type. */
export function AddedDetails({ added }: { added: Added }) {
  const { change } = useForm();
  const set = (part: Partial<Added>) =>
    change((draft) => ({
      ...draft,
      added: draft.added.map((each) => (each.key === added.key ? { ...each, ...part } : each)),
    }));
  const { key, __typename: type, name, lang, country } = added;
  const field = (part: string) => `added.${key}.${part}`;
  return (
    <FieldGroup name={`added.${key}`} legend={`New ${nounOf(type)}: ${name}`}>
      <LanguageField
        name={field('lang')}
        label="Language of the name"
        value={lang}
        onChange={(next) => set({ lang: next })}
      />
      {type !== 'Topic' && (
        <Picker
          name={field('country')}
          label={type === 'Official' ? 'Country that he or she serves' : 'Country'}
          types={[EntityType.COUNTRY]}
          value={country}
          onChange={(next) => set({ country: next })}
        />
      )}
      {type === 'Official' && (
        <Picker
          name={field('post')}
          label="Post held, if the source says so"
          types={[EntityType.POST]}
          value={added.post}
          onChange={(next) => change((draft) => withPostOf(draft, added, next))}
          addable={['Post']}
          addedIn={country}
        />
      )}
      {type === 'Post' && (
        <Choice
          name={field('level')}
          label="Level"
          values={Object.values(Level)}
          value={added.level}
          onChange={(level) => set({ level })}
        />
      )}
      {type === 'Organization' && (
        <Choice
          name={field('kind')}
          label="Kind"
          values={Object.values(OrganizationKind)}
          value={added.organizationKind}
          onChange={(organizationKind) => set({ organizationKind })}
        />
      )}
      {type === 'Place' && (
        <Choice
          name={field('kind')}
          label="Kind"
          values={Object.values(PlaceKind)}
          value={added.placeKind}
          onChange={(placeKind) => set({ placeKind })}
        />
      )}
    </FieldGroup>
  );
}
