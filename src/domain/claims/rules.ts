/** The rules that choose between contradicting values, in order of priority, each with its description for users. */
export const RULES = {
  REVIEWED_FIRST: 'Claims accepted by an analyst rank first, then unreviewed ones; disputed ones rank last.',
  OUTCOME_BEFORE_PLAN: 'Outcomes rank before plans, and both rank before allegations.',
  MORE_RELIABLE_DOCUMENT: 'The more reliable document ranks first; an UNRELIABLE one ranks last, whatever it reports.',
  LATER_PLAN: 'Of two plans, the one published later counts, or the one to which the other was moved.',
  NEARER_SOURCE: 'Official records rank first, then named persons, then the author; anonymous sources rank last.',
  MORE_SOURCES: 'The value with more independent sources ranks first.',
  LATER_RECORDED: 'Of what one source says in one document, what was recorded later counts.',
} as const;
export type Rule = keyof typeof RULES;
