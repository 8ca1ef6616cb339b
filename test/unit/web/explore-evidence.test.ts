import { expect, test } from '@jest/globals';
import type { PresenceFragment } from '../../../web/explore/api/documents.generated.ts';
import { countActors, groupPresences } from '../../../web/explore/parts/presence-groups.ts';
import { strongestFirst } from '../../../web/explore/parts/strongest-first.ts';

const presence = (key: string, role: string, status: string, actedBy: string[] = []) =>
  ({
    key: `${key} ${role}`,
    actor: { __typename: 'Official', key, name: key },
    ...{ role, status },
    actedBy: actedBy.map((each) => ({ status: each })),
  }) as unknown as PresenceFragment;

test('each is listed once, under the leading role in which he or she came, with the other roles beside it', () => {
  const { byRole } = groupPresences([
    presence('austin', 'ATTENDEE', 'ATTENDED'),
    presence('umerov', 'ATTENDEE', 'ATTENDED'),
    presence('umerov', 'CHAIR', 'INVITED'),
    presence('umerov', 'SPEAKER', 'ATTENDED'),
    presence('healey', 'CHAIR', 'ATTENDED'),
  ]);
  expect(
    byRole.map(([role, people]) => [
      role,
      people.map(({ actor, presences }) => [actor.key, presences.map((p) => p.role)]),
    ]),
  ).toEqual([
    ['CHAIR', [['healey', ['CHAIR']]]],
    ['SPEAKER', [['umerov', ['SPEAKER', 'ATTENDEE', 'CHAIR']]]],
    ['ATTENDEE', [['austin', ['ATTENDEE']]]],
  ]);
});

test('the plan of a country for which somebody came stands apart; one for which nobody came does not', () => {
  const { byRole, carriedOut } = groupPresences([
    presence('country:GB', 'CHAIR', 'PLANNED', ['ATTENDED']),
    presence('country:FR', 'HOST', 'PLANNED', ['INVITED']),
  ]);
  expect(carriedOut.map(({ actor }) => actor.key)).toEqual(['country:GB']);
  expect(byRole.map(([role]) => role)).toEqual(['HOST']);
});

test('people are counted, not their roles', () => {
  expect(countActors([presence('umerov', 'ATTENDEE', 'ATTENDED'), presence('umerov', 'SPEAKER', 'ATTENDED')])).toBe(1);
});

test('what happened comes before plans and allegations, and more sources before fewer', () => {
  const claims = [
    { status: 'ALLEGED', independentSources: 5 },
    { status: 'OCCURRED', independentSources: 1 },
    { status: 'PLANNED', independentSources: 2 },
    { status: 'OCCURRED', independentSources: 3 },
  ] as const;
  expect(strongestFirst(claims).map(({ status, independentSources }) => `${status} ${independentSources}`)).toEqual([
    'OCCURRED 3',
    'OCCURRED 1',
    'PLANNED 2',
    'ALLEGED 5',
  ]);
});
