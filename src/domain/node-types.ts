/** The types of nodes with an id and a key, each with a label of the same name. */
export type TypeName =
  | 'Country'
  | 'Official'
  | 'Organization'
  | 'Post'
  | 'Place'
  | 'Topic'
  | 'Meeting'
  | 'Development'
  | 'Participation'
  | 'Tenure'
  | 'Membership'
  | 'Statement'
  | 'Document'
  | 'AnonymousSource'
  | 'Claim';

/** The interfaces that each type implements in the SDL, besides Node. */
export const interfacesOf: Record<TypeName, readonly ('Entity' | 'Actor' | 'Event' | 'Fact')[]> = {
  Country: ['Entity', 'Actor'],
  Official: ['Entity', 'Actor'],
  Organization: ['Entity', 'Actor'],
  Post: ['Entity'],
  Place: ['Entity'],
  Topic: ['Entity'],
  Meeting: ['Entity', 'Event'],
  Development: ['Entity', 'Event'],
  Participation: ['Fact'],
  Tenure: ['Fact'],
  Membership: ['Fact'],
  Statement: ['Fact'],
  Document: [],
  AnonymousSource: [],
  Claim: [],
};

export const typeNames = Object.keys(interfacesOf) as TypeName[];

/** Groups of types, as inputs expect them. */
export const entityTypes = typeNames.filter((type) => interfacesOf[type].includes('Entity'));
export const factTypes = typeNames.filter((type) => interfacesOf[type].includes('Fact'));
export const actorTypes = typeNames.filter((type) => interfacesOf[type].includes('Actor'));

/** The type in messages: `a post`, `an official`. */
export function withArticle(type: TypeName): string {
  const word = type === 'AnonymousSource' ? 'anonymous source' : type.toLowerCase();
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** Alternatives in messages: `a country, an official or an organization`. */
export function formatChoice(types: readonly TypeName[]): string {
  if (types.length === typeNames.length) return 'a thing';
  if (types.length === entityTypes.length && types.every((type) => entityTypes.includes(type))) return 'an entity';
  const words = types.map(withArticle);
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The prefix of generated keys. */
export const keyPrefix: Record<TypeName, string> = {
  Country: 'country',
  Official: 'official',
  Organization: 'org',
  Post: 'post',
  Place: 'place',
  Topic: 'topic',
  Meeting: 'meeting',
  Development: 'development',
  Participation: 'part',
  Tenure: 'tenure',
  Membership: 'membership',
  Statement: 'stmt',
  Document: 'doc',
  AnonymousSource: 'anon',
  Claim: 'claim',
};
