import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { rebuild } from '../../../src/record/integrity/rebuild.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, freshDatabase, recordBlocks, snapshotGraph } from '../../support/recording.ts';

let database: Database;
let sound: string;

const named = (value: string) => [{ value, lang: 'en' }];
const source = (name: string, reliability: 'RELIABLE' | 'UNRELIABLE'): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  published: { edtf: '2025-02-13' },
  reliability,
  attributionKind: 'NARRATION',
});

/** Two sources that disagree about one meeting, which a country was to chair by its minister, a meeting that is to come, and what is needed around them. */
const blocks: Block[] = [
  {
    source: source('record', 'RELIABLE'),
    countries: [{ key: 'country:GB', names: named('United Kingdom'), externalIds: [{ scheme: 'ISO', value: 'GB' }] }],
    officials: [{ key: 'official:john-healey', names: named('John Healey') }],
    organizations: [{ key: 'org:nato', names: named('NATO'), kind: 'INTERGOVERNMENTAL' }],
    posts: [{ key: 'post:gb-defence', names: named('Defence Secretary'), country: 'country:GB', level: 'MINISTER' }],
    places: [
      { key: 'place:brussels', names: named('Brussels'), kind: 'CITY' },
      { key: 'place:munich', names: named('Munich'), kind: 'CITY' },
    ],
    meetings: [
      {
        key: 'meeting:talks',
        kind: 'CONFERENCE',
        names: named('Talks'),
        status: 'HELD',
        time: { edtf: '2025-02-12' },
        place: 'place:brussels',
        participants: [
          { key: 'part:gb', actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' },
          { actor: 'official:john-healey', role: 'CHAIR', status: 'ATTENDED', capacity: 'post:gb-defence' },
        ],
      },
      { key: 'meeting:next', kind: 'CONFERENCE', names: named('Next'), status: 'SCHEDULED', time: { edtf: '2025-04' } },
    ],
    tenures: [
      { official: 'official:john-healey', post: 'post:gb-defence', status: 'CURRENT', start: { edtf: '2024-07-05' } },
    ],
    memberships: [{ member: 'country:GB', organization: 'org:nato', role: 'MEMBER', start: { edtf: '1949-04-04' } }],
  },
  {
    source: source('rumour', 'UNRELIABLE'),
    meetings: [{ ref: 'meeting:talks', status: 'HELD', place: 'place:munich' }],
    claims: [
      {
        key: 'c001',
        type: 'ASSESSMENT',
        subject: 'org:nato',
        modality: 'OCCURRED',
        text: 'NATO wanted Britain in the chair.',
        supports: ['part:gb'],
      },
    ],
  },
];

beforeEach(async () => {
  database = await freshDatabase();
  expect(await recordBlocks(database, blocks)).toMatchObject({ problems: [], written: true });
  sound = await snapshotGraph(database);
});

describe('damage to derived data', () => {
  const acts: [what: string, cypher: string, found: RegExp][] = [
    [
      'a missing relationship',
      'MATCH ()-[r:CHAIRS]->() DELETE r',
      /meeting:talks lacks CHAIRS from official:john-healey/,
    ],
    [
      'a relationship that nothing supports',
      `MATCH (c:Country), (m:Meeting) CREATE (c)-[:ATTENDS {roles: ['HOST'], status: 'ATTENDED'}]->(m)`,
      /meeting:talks has ATTENDS from country:GB to meeting:talks .*, which nothing supports/,
    ],
    [
      'a duplicate relationship',
      `MATCH (o)-[r:HOLDS]->(p) CREATE (o)-[s:HOLDS]->(p) SET s = properties(r)`,
      /has HOLDS/,
    ],
    [
      'a relationship without a fact',
      `MATCH (o:Official), (p:Post) CREATE (o)-[:HOLDS {fact: 'none'}]->(p)`,
      /john-healey has a HOLDS that belongs to no tenure/,
    ],
    [
      'a status',
      `MATCH (m:Meeting) SET m.status = 'CANCELLED'`,
      /meeting:talks has status "CANCELLED"; expected "HELD"/,
    ],
    [
      'a copy of a time',
      `MATCH (p:Participation) SET p.timeFrom = '2020-01-01'`,
      /has timeFrom "2020-01-01"; expected "2025-02-12"/,
    ],
    ['a missing property', 'MATCH (t:Tenure) REMOVE t.possibleFrom', /has possibleFrom null; expected "2024-07-05"/],
    ['names', `MATCH (c:Country) SET c.nameValues = ['Nowhere']`, /country:GB has nameValues \["Nowhere"\]/],
    [
      'a place',
      'MATCH (m:Meeting)-[r:HELD_AT]->() DELETE r WITH m MATCH (p:Place {key: "place:munich"}) CREATE (m)-[:HELD_AT]->(p)',
      /lacks HELD_AT from meeting:talks to place:brussels/,
    ],
    ['a missing conflict', 'MATCH (x:Conflict) DETACH DELETE x', /lacks the conflict meeting:talks\|places/],
    [
      'a conflict with another rule',
      `MATCH (x:Conflict) SET x.rule = 'MORE_SOURCES'`,
      /the conflict meeting:talks\|places/,
    ],
    [
      'a conflict about nothing',
      `CREATE (:Conflict {key: 'k', slot: 'nothing|places', sortKey: 's'})`,
      /nothing\|places is a conflict about nothing/,
    ],
    ['a relation between claims', `MATCH ()-[r:RELATES_TO {by: 'RULE'}]->() SET r.type = 'CORROBORATES'`, /RELATES_TO/],
    ['what a claim concerns', 'MATCH (:Claim {key: "c001"})-[r:CONCERNS]->(:Country) DELETE r', /c001 lacks CONCERNS/],
    [
      'that a claim concerns what it is about anyway',
      'MATCH (c:Claim)-[:SUBJECT]->(o:Official) CREATE (c)-[:CONCERNS]->(o)',
      /has CONCERNS .*, which nothing supports/,
    ],
    [
      'the outcome of a plan',
      'MATCH (c:Claim) WHERE c.sortDue IS NOT NULL SET c.planOutcome = "CONFIRMED"',
      /has planOutcome "CONFIRMED"; expected null/,
    ],
    [
      'an order key of a claim that is not a plan',
      `MATCH (c:Claim {type: 'CHAIRS'}) SET c.sortDue = 's'`,
      /has sortDue "s"; expected null/,
    ],
    [
      'the claim that confirms a plan',
      'MATCH (c:Claim {type: "CHAIRS"}), (d:Claim {type: "HOLDS_POST"}) CREATE (c)-[:CONFIRMED_BY]->(d)',
      /has CONFIRMED_BY .*, which nothing supports/,
    ],
    ['who acts for a country', 'MATCH ()-[r:ACTED_BY]->() DELETE r', /lacks ACTED_BY/],
    [
      'that somebody acted for a country',
      'MATCH (p:Participation {actedFor: true}) REMOVE p.actedFor',
      /has actedFor null; expected true/,
    ],
    ['the state that an official serves', 'MATCH ()-[r:SERVES]->() DELETE r', /official:john-healey lacks SERVES/],
    ['an external id', 'MATCH (x:ExternalId) DETACH DELETE x', /country:GB lacks the external id ISO GB/],
    [
      'an external id of nothing',
      `CREATE (:ExternalId {name: 'ISO XX', scheme: 'ISO', value: 'XX'})`,
      /ISO XX is an external id of nothing/,
    ],
    [
      'the status of a claim',
      `MATCH (c:Claim {type: 'CHAIRS'}) SET c.status = 'ALLEGED'`,
      /has status "ALLEGED"; expected "OCCURRED"/,
    ],
  ];

  test.each(acts)('%s: verify lists it, and rebuild repairs it', async (...[, cypher, found]) => {
    expect(await verify(database)).toEqual([]);
    await database.write((tx) => tx.run(cypher));

    const findings = (await verify(database)).map(({ key, message }) => `${key} ${message}`);
    expect(findings.join('\n')).toMatch(found);

    await rebuild(database);
    expect(await verify(database)).toEqual([]);
    expect(await snapshotGraph(database)).toBe(sound);
  });

  test('all damage at once', async () => {
    for (const [, cypher] of acts) await database.write((tx) => tx.run(cypher));
    expect((await verify(database)).length).toBeGreaterThanOrEqual(acts.length - 3);

    await rebuild(database);
    expect(await snapshotGraph(database)).toBe(sound);
  });

  test('rebuild changes nothing in an undamaged graph', async () => {
    expect(await rebuild(database)).toBe(0);
    expect(await snapshotGraph(database)).toBe(sound);
  });
});

describe('damage that rebuild cannot repair is listed', () => {
  const acts: [what: string, cypher: string, found: RegExp][] = [
    [
      'a fact without a claim',
      'MATCH (c:Claim {type: "HOLDS_POST"}) DETACH DELETE c',
      /tenure:john-healey-gb-defence rests on no claim/,
    ],
    ['a claim without evidence', 'MATCH (:Claim {type: "CHAIRS"})-[r:EVIDENCE]->() DELETE r', /rests on no document/],
    [
      'a claim without an attribution kind',
      'MATCH (c:Claim {type: "CHAIRS"}) REMOVE c.attributionKind',
      /has no attributionKind/,
    ],
    ['a node of two types', 'MATCH (c:Country) SET c:Topic', /country:GB has not exactly one label/],
    ['a node without an interface label', 'MATCH (c:Country) REMOVE c:Actor', /country:GB has not exactly one label/],
    [
      'a participation without an actor',
      'MATCH (:Participation)-[r:OF_ACTOR]->() DELETE r',
      /has not exactly one OF_ACTOR/,
    ],
    ['a missing revision', 'MATCH (c:Country) REMOVE c:Revision', /country:GB has no revision of its version/],
    [
      'a thing that is its own first revision after a change',
      'MATCH (c:Country) SET c.version = 2',
      /country:GB is its own first revision, but has changed since/,
    ],
    [
      'two nodes with the same order key',
      `MATCH (m:Place) SET m.sortName = 'same'`,
      /shares with another its sortName/,
    ],
  ];

  test.each(acts)('%s', async (...[, cypher, found]) => {
    await database.write((tx) => tx.run(cypher));

    const findings = await verify(database);
    expect(findings.map(({ key, message }) => `${key} ${message}`).join('\n')).toMatch(found);
  });
});
