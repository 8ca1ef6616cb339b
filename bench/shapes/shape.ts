import { type ServerName } from '../servers/running.ts';

/** What is asked of a thing, in no particular language. */
export interface Shape {
  type: TypeName;
  fields: string[];
  edges: { edge: string; shape: Shape }[];
}

export type TypeName = 'Country' | 'Official' | 'Organization' | 'Meeting' | 'Participation' | 'Post' | 'Place';

interface Edge {
  to: TypeName;
  /** By what the peer is to sort a list, as Chancery does without being asked; null for one thing. */
  sort: string | null;
  /** The actor of a participation may be of several types. */
  on?: boolean;
}

const one = (to: TypeName): Edge => ({ to, sort: null });
const many = (to: TypeName, sort: string): Edge => ({ to, sort });

/** Fields and edges that bear the same name with Chancery and with the peer. */
export const vocabulary: Record<TypeName, { root: string; fields: string[]; edges: Record<string, Edge> }> = {
  Country: {
    root: 'country',
    fields: ['key', 'name', 'version'],
    edges: { officials: many('Official', 'sortName: ASC') },
  },
  Official: {
    root: 'official',
    fields: ['key', 'name', 'version'],
    edges: { country: one('Country'), meetings: many('Meeting', 'sortTime: DESC') },
  },
  Organization: {
    root: 'organization',
    fields: ['key', 'name', 'version', 'kind'],
    edges: { meetings: many('Meeting', 'sortTime: DESC') },
  },
  Meeting: {
    root: 'meeting',
    fields: ['key', 'name', 'version', 'kind', 'status', 'standing', 'mode', 'ordinal'],
    edges: { body: one('Organization'), place: one('Place'), participations: many('Participation', 'sortTime: ASC') },
  },
  Participation: {
    root: 'participation',
    fields: ['key', 'version', 'role', 'status', 'standing', 'level', 'mode', 'inferred', 'note'],
    edges: { actor: { ...one('Official'), on: true }, meeting: one('Meeting'), capacity: one('Post') },
  },
  Post: { root: 'post', fields: ['key', 'name', 'version', 'level', 'portfolio'], edges: { country: one('Country') } },
  Place: {
    root: 'place',
    fields: ['key', 'name', 'version', 'kind', 'latitude', 'longitude'],
    edges: { country: one('Country') },
  },
};

/** Items of each list. */
const FIRST = 5;

/**
 * Writes the shape as a query in the words of one of the two.
 *
 * @param alias Gives the name under which a field is to be answered.
 */
export function documentOf(
  shape: Shape,
  server: ServerName,
  alias: (field: string) => string = (field) => field,
): string {
  const as = (field: string) => (alias(field) === field ? field : `${alias(field)}: ${field}`);

  const selection = ({ type, fields, edges }: Shape): string => {
    const inner = edges.map(({ edge, shape }) => {
      const { sort, on } = vocabulary[type].edges[edge]!;
      if (on) return `${as(edge)} { ... on ${shape.type} ${selection(shape)} }`;
      if (sort === null) return `${as(edge)} ${selection(shape)}`;
      if (server === 'peer') return `${as(edge)}(limit: ${FIRST}, sort: [{ ${sort} }]) ${selection(shape)}`;
      return `${as(edge)}(first: ${FIRST}) { nodes ${selection(shape)} }`;
    });
    return `{ ${[...fields.map(as), ...inner].join(' ')} }`;
  };

  const { root } = vocabulary[shape.type];
  return server === 'peer'
    ? `query ($ref: String!) { ${plural(root)}(where: { key: { eq: $ref } }) ${selection(shape)} }`
    : `query ($ref: Ref!) { ${root}(ref: $ref) ${selection(shape)} }`;
}

const plural = (root: string) => (root === 'country' ? 'countries' : `${root}s`);
