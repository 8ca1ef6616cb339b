/** The types of nodes with an id and a key, each with a label of the same name (docs/graph.md, "Identity"). */
export const typeNames = [
  'Country',
  'Official',
  'Organization',
  'Post',
  'Place',
  'Topic',
  'Meeting',
  'Development',
  'Participation',
  'Tenure',
  'Membership',
  'Statement',
  'Document',
  'AnonymousSource',
  'Claim',
] as const;
export type TypeName = (typeof typeNames)[number];

/** Groups of types, as inputs expect them. */
export const actorTypes: readonly TypeName[] = ['Country', 'Official', 'Organization'];
export const entityTypes: readonly TypeName[] = [...actorTypes, 'Post', 'Place', 'Topic', 'Meeting', 'Development'];
export const factTypes: readonly TypeName[] = ['Participation', 'Tenure', 'Membership', 'Statement'];

/** The type in messages: `a post`, `an official`. */
export function withArticle(type: TypeName): string {
  const word = type === 'AnonymousSource' ? 'anonymous source' : type.toLowerCase();
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** Alternatives in messages: `a country, an official or an organization`. */
export function formatChoice(types: readonly TypeName[]): string {
  if (types.length === typeNames.length) return 'a node';
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

/** The labels of each type besides `:Thing` and its own. */
export const additionalLabels: Record<TypeName, readonly string[]> = {
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

/** The type of a node with these labels; null if there is none or more than one. */
export function typeFromLabels(labels: readonly string[]): TypeName | null {
  const [type, another] = typeNames.filter((name) => labels.includes(name));
  return type === undefined || another !== undefined ? null : type;
}
