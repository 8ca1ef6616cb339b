#!/usr/bin/env bash
# genqlient 0.8.1: no code for a field that returns an interface which another interface implements.
#
# The schema is valid (GraphQL October 2021, 3.7 Interfaces: "interface Entity implements Node"). genqlient takes the possible types of
# Node from gqlparser, whose list has the interfaces that implement Node beside the object types, and refuses whatever is not an object:
# generate/convert.go, "should never happen on a valid schema". The specification counts only object types as possible types.
#
# What to do: let no interface implement another. Object types that name all of their interfaces answer the same queries.
#
# Seen (go 1.26):
#   interface Entity implements Node: interface Node had non-object implementation Entity
#   interface Entity: generated
# Needs go 1.24 or later. Ends with 1 if genqlient does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

printf 'module finding\n\ngo 1.24\n' >go.mod
go get -tool github.com/Khan/genqlient@v0.8.1 golang.org/x/tools@v0.52.0 >go.log 2>&1 || { cat go.log; exit 1; }
echo 'query Q($id: ID!) { node(id: $id) { id } }' >q.graphql
printf 'schema: s.graphql\noperations: [q.graphql]\ngenerated: generated.go\npackage: main\n' >genqlient.yaml

outcome() {
  cat >s.graphql <<SDL
type Query { node(id: ID!): Node }
interface Node { id: ID! }
$1 { id: ID! name: String! }
type Person implements Node & Entity { id: ID! name: String! }
SDL
  local said
  if said=$(go tool genqlient 2>&1); then said=generated; else said=$(grep -o 'interface Node had .*' <<<"$said"); fi
  echo "$1: $said"
}

got=$(outcome 'interface Entity implements Node'; outcome 'interface Entity')
echo "$got"
[ "$got" = "interface Entity implements Node: interface Node had non-object implementation Entity
interface Entity: generated" ] || { echo CHANGED; exit 1; }
