#!/usr/bin/env bash
# Runs other people's clients against a Chancery that is running: test/clients/run.sh [URL of the API, http://localhost:4000/graphql]
#
# Each one reads the schema, generates code where it does so, and sends a query with variables, pages and a fragment on an interface; one
# line each. Installs pinned versions from npm, PyPI and the Go module proxy in a temporary folder. Needs curl, node 20, python 3.11
# and go 1.24. Not part of CI: what it has found are the rules in test/unit/query/clients.test.ts.
set -euo pipefail
api=${1:-http://localhost:4000/graphql}
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder"
export API=$api GOFLAGS=-modcacherw GOPATH=$folder/gopath
failed=0

# Runs a client in a shell of its own; its last line is what it found, all of it if it fails.
client() {
  if (set -e; "$2") >"$1.log" 2>&1; then echo "$1: $(tail -1 "$1.log")"; else failed=1; echo "$1: FAILED"; cat "$1.log"; fi
}

python3 -m venv python
python/bin/pip -q install gql[requests]==4.0.0 sgqlc==18 ariadne-codegen==0.19.0 2>pip.log || { cat pip.log; exit 1; }
cat >package.json <<'E'
{ "type": "module", "private": true }
E
npm install --silent --no-audit --no-fund graphql@16.15.0 relay-compiler@21.0.1 relay-runtime@21.0.1 @apollo/client@4.3.8 rxjs@7.8.2 \
  react@19.3.1 @urql/core@6.0.3 @urql/exchange-graphcache@9.0.2

python/bin/python - <<'E'
import json, os, urllib.request
from graphql import build_client_schema, get_introspection_query, print_schema
request = urllib.request.Request(os.environ['API'], json.dumps({'query': get_introspection_query()}).encode(), {'content-type': 'application/json'})
introspection = json.load(urllib.request.urlopen(request))['data']
json.dump(introspection, open('introspection.json', 'w'))
open('schema.graphql', 'w').write(print_schema(build_client_schema(introspection)))
E

# `of:` is an alias for genqlient, which names the types of `country` and of a fragment on Country alike; docs/clients.md.
cat >operations.graphql <<'E'
query Meetings($first: Int!, $after: String, $filter: MeetingFilter) {
  meetings(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id
      key
      time { edtf precision startEarliest }
      conveners { actor { __typename ...Who } }
    }
  }
}
fragment Who on Actor { key name ... on Official { of: country { key } } }
query Again($id: ID!) { node(id: $id) { __typename id key ... on Meeting { time { edtf } } ... on Official { of: country { key } } } }
E

relay() {
  mkdir -p relay/src/__generated__
  cat >relay/src/app.js <<'E'
import { graphql } from 'relay-runtime';
graphql`fragment app_actor on Actor @refetchable(queryName: "appActorQuery") { key name ... on Official { country { key } } }`;
graphql`fragment app_meetings on Query @refetchable(queryName: "appPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
  meetings(first: $count, after: $after) @connection(key: "app_meetings") {
    edges { node { id key time { edtf } conveners { actor { ...app_actor } } } }
  }
}`;
graphql`query appQuery($id: ID!) {
  ...app_meetings
  changes(first: 3) { cursor nodeId }
  node(id: $id) { id ...app_node @alias }
}`;
graphql`fragment app_node on Node { key ... on Entity { name } ... on Fact { standing } }`;
E
  echo '{ "src": "./src", "schema": "../schema.graphql", "language": "javascript", "artifactDirectory": "./src/__generated__", "eagerEsModules": true }' >relay/relay.config.json
  (cd relay && ../node_modules/.bin/relay-compiler relay.config.json)
  cat >relay/run.mjs <<'E'
import { Environment, Network, RecordSource, Store, fetchQuery } from 'relay-runtime';
import request from './src/__generated__/appQuery.graphql.js';
const ask = ({ text }, variables) =>
  fetch(process.env.API, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: text, variables }) }).then((response) => response.json());
const { data } = await ask({ text: '{ meetings(first: 1) { nodes { id } } }' });
const environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
const answer = await fetchQuery(environment, request, { id: data.meetings.nodes[0].id }).toPromise();
if (new Set(answer.changes.map(({ cursor }) => cursor)).size !== 3) throw new Error('changes were mixed up');
const records = Object.values(environment.getStore().getSource().toJSON());
console.log(`compiled, 3 refetchable fragments; ${records.filter(({ __typename }) => __typename === 'Meeting').length} meetings in the store`);
E
  node relay/run.mjs
}

apollo() {
  cat >apollo.mjs <<'E'
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
const { __schema } = JSON.parse(readFileSync('introspection.json'));
const possibleTypes = Object.fromEntries(__schema.types.filter((type) => type.possibleTypes).map((type) => [type.name, type.possibleTypes.map(({ name }) => name)]));
const client = new ApolloClient({ link: new HttpLink({ uri: process.env.API }), cache: new InMemoryCache({ possibleTypes }) });
const query = gql(readFileSync('operations.graphql', 'utf8').split('query Again')[0]);
const first = await client.query({ query, variables: { first: 3, filter: { time: { from: '2022-01-01' } } } });
const second = await client.query({ query, variables: { first: 3, filter: { time: { from: '2022-01-01' } }, after: first.data.meetings.pageInfo.endCursor } });
const { data } = await client.query({ query: gql`{ changes(first: 3) { cursor nodeId } }` });
if (new Set(data.changes.map(({ cursor }) => cursor)).size !== 3) throw new Error('changes were mixed up');
const actor = client.cache.extract();
console.log(`2 pages, ${Object.keys(actor).filter((id) => id.startsWith('Meeting:')).length} meetings in the cache of ${second.data.meetings.totalCount}`);
E
  node apollo.mjs
}

urql() {
  cat >urql.mjs <<'E'
import { readFileSync } from 'node:fs';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
const schema = JSON.parse(readFileSync('introspection.json'));
const warnings = [];
const logger = (severity, message) => warnings.push(message);
const client = new Client({ url: process.env.API, preferGetMethod: false, exchanges: [cacheExchange({ schema, logger }), fetchExchange] });
const query = gql(readFileSync('operations.graphql', 'utf8').split('query Again')[0]);
const first = await client.query(query, { first: 3, filter: { time: { from: '2022-01-01' } } }).toPromise();
if (first.error) throw first.error;
const second = await client.query(query, { first: 3, after: first.data.meetings.pageInfo.endCursor }).toPromise();
const again = await client.query(query, { first: 3, filter: { time: { from: '2022-01-01' } } }).toPromise();
console.log(`2 pages of ${second.data.meetings.totalCount} meetings, the first again from the ${again.operation.context.meta.cacheOutcome === 'hit' ? 'cache' : 'server'}`);
E
  node urql.mjs
}

gql() {
  cat >gql_client.py <<'E'
import json, os
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport
client = Client(transport=RequestsHTTPTransport(url=os.environ['API']), fetch_schema_from_transport=True)
document = gql(open('operations.graphql').read())
document.operation_name, document.variable_values = 'Meetings', {'first': 3, 'filter': {'time': {'from': '2022-01-01'}}}
page = client.execute(document)['meetings']
document.operation_name, document.variable_values = 'Again', {'id': page['nodes'][0]['id']}
print('valid against the schema; a meeting again by id:', client.execute(document)['node']['key'])
E
  python/bin/python gql_client.py
}

sgqlc() {
  python/bin/sgqlc-codegen schema introspection.json chancery_schema.py
  python/bin/sgqlc-codegen operation --schema introspection.json chancery_schema sgqlc_operations.py \
    <(sed 's/\.\.\. on Official { of: country { key } }//' operations.graphql)
  cat >sgqlc_client.py <<'E'
import os
from sgqlc.endpoint.http import HTTPEndpoint
from sgqlc_operations import Operations
endpoint = HTTPEndpoint(os.environ['API'])
operation = Operations.query.meetings
answer = operation + endpoint(operation, {'first': 3, 'filter': {'time': {'from': '2022-01-01'}}})
print('generated; typed:', answer.meetings.nodes[0].key, answer.meetings.nodes[0].time.start_earliest)
E
  python/bin/python sgqlc_client.py
}

ariadne() {
  cat >pyproject.toml <<'E'
[tool.ariadne-codegen]
schema_path = "schema.graphql"
queries_path = "operations.graphql"
target_package_name = "chancery_client"
async_client = false
E
  python/bin/ariadne-codegen
  cat >ariadne_client.py <<'E'
import os
from chancery_client import Client
from chancery_client.input_types import MeetingFilter, TimeFilter
client = Client(url=os.environ['API'])
meetings = client.meetings(first=3, filter_=MeetingFilter(time=TimeFilter(from_='2022-01-01'))).meetings
print('generated; typed:', meetings.nodes[0].key, client.again(id=meetings.nodes[0].id).node.typename__)
E
  python/bin/python ariadne_client.py
}

genqlient() {
  mkdir go && cp schema.graphql operations.graphql go && cd go
  cat >go.mod <<'E'
module client

go 1.24
E
  cat >genqlient.yaml <<'E'
schema: schema.graphql
operations: [operations.graphql]
generated: generated.go
package: main
optional: pointer
bindings: { Date: { type: string }, DateTime: { type: string }, URL: { type: string }, Ref: { type: string }, EDTF: { type: string } }
E
  cat >main.go <<'E'
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"
)

func main() {
	client := graphql.NewClient(os.Getenv("API"), http.DefaultClient)
	from := "2022-01-01"
	page, err := Meetings(context.Background(), client, 3, nil, &MeetingFilter{Time: &TimeFilter{From: &from}})
	if err != nil {
		panic(err)
	}
	node, err := Again(context.Background(), client, page.Meetings.Nodes[0].Id)
	if err != nil {
		panic(err)
	}
	fmt.Println("generated; typed:", page.Meetings.Nodes[0].Key, *(*node.Node).GetTypename())
}
E
  go get -tool github.com/Khan/genqlient@v0.8.1 golang.org/x/tools@v0.52.0
  go tool genqlient
  go get github.com/Khan/genqlient/graphql@v0.8.1
  go run .
}

client relay-21.0.1 relay
client apollo-4.3.8 apollo
client urql-6.0.3 urql
client gql-4.0.0 gql
client sgqlc-18 sgqlc
client ariadne-codegen-0.19.0 ariadne
client genqlient-0.8.1 genqlient
exit $failed
