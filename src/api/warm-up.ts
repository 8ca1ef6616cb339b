import { parse } from 'graphql';
import { type Caller } from '../access/caller.ts';

/** The caller of the warm-up mutation, which is rolled back. */
export const WARM_UP_CALLER: Caller = { name: 'warm-up', role: 'ANALYST', kind: 'key' };

/**
 * A dry run that uses every kind of input: it makes Neo4j plan the statements of the writer, for which the first mutation after a start
 * would otherwise wait some seconds. It refers only to nodes of its own.
 */
export const WARM_UP_MUTATION = parse(`mutation {
  record(input: {
    dryRun: true
    allowDuplicate: true
    source: {
      title: "warm-up", url: "https://warm-up.invalid/", language: "en", publisher: "warm-up:org", reliability: RELIABLE
      kind: OTHER, attributionKind: ANALYST, published: { edtf: "2000-01-01" }
    }
    countries: [{ key: "warm-up:country", names: [{ value: "warm-up", lang: "en" }] }]
    officials: [{ key: "warm-up:official", country: "warm-up:country", names: [{ value: "warm-up", lang: "en" }] }]
    organizations: [{ key: "warm-up:org", kind: OTHER, names: [{ value: "warm-up", lang: "en" }] }]
    posts: [{ key: "warm-up:post", level: OTHER, country: "warm-up:country", names: [{ value: "warm-up", lang: "en" }] }]
    places: [{ key: "warm-up:place", kind: CITY, country: "warm-up:country", names: [{ value: "warm-up", lang: "en" }] }]
    tenures: [{ official: "warm-up:official", post: "warm-up:post", status: CURRENT }]
    meetings: [{
      key: "warm-up:meeting", kind: OTHER, status: HELD, time: { edtf: "2000-01-01" }, place: "warm-up:place"
      body: "warm-up:org", ordinal: 1, names: [{ value: "warm-up", lang: "en" }]
      participants: [
        { actor: "warm-up:official", role: CHAIR, status: ATTENDED, capacity: "warm-up:post", onBehalfOf: "warm-up:country" }
        { actor: "warm-up:country", role: ATTENDEE, status: ATTENDED }
      ]
    }]
    claims: [{
      type: DISCUSSED, subject: "warm-up:meeting", objects: ["warm-up:org"], modality: OCCURRED, text: "warm-up"
    }]
  }) {
    changes { key }
    problems { message path }
  }
}`);
