/** Words for the values of the schema's enums where lower case alone does not read well. */
const WORDS: Readonly<Record<string, string>> = {
  HEAD_OF_STATE_AND_GOVERNMENT: 'head of state and government',
  IN_PERSON: 'in person',
  UP_TO: 'up to',
  NOT_TAKEN_UP: 'not taken up',
  MILITARY_CHIEF: 'military chief',
  NARRATION: 'told by the author',
  ON_RECORD: 'said on the record',
  MEDIA_REPORT: 'reported by another medium',
  ANONYMOUS: 'an unnamed source',
  ANONYMOUS_VIA_MEDIA: 'an unnamed source of another medium',
  ANALYST: 'judged by an analyst',
  DENY: 'denial',
  INFORM: 'information',
  ASSESS: 'assessment',
  COMMIT: 'commitment',
  ACCUSE: 'accusation',
  THREATEN: 'threat',
  APPROVE: 'approval',
  REJECT: 'rejection',
  ANNOUNCE: 'announcement',
  CORROBORATES: 'agrees with',
  REFINES: 'is more exact than',
  CONFIRMS_OUTCOME: 'confirms the plan of',
  COMPETES_WITH: 'is another account than',
  OVERSTATES: 'says more than',
  QUALIFIES: 'limits',
  SUPERSEDES: 'replaces',
  DIFFERENT_MEASURE_FROM: 'measures otherwise than',
  RELIABLE: 'A, reliable',
  USUALLY_RELIABLE: 'B, usually reliable',
  FAIRLY_RELIABLE: 'C, fairly reliable',
  NOT_USUALLY_RELIABLE: 'D, not usually reliable',
  UNRELIABLE: 'E, unreliable',
};

/** An enum value as a person says it: `phone call` for `PHONE_CALL`. */
export const inWords = (value: string): string => WORDS[value] ?? value.toLowerCase().replaceAll('_', ' ');

/** A name of the API as a person says it: `on behalf of` for `onBehalfOf`. */
export const nameInWords = (name: string): string => inWords(name.replace(/([a-z])([A-Z])/g, '$1 $2'));

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 meeting`, `26 meetings`. Irregular plurals are given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
