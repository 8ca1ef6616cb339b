#!/usr/bin/env bash
# genqlient 0.8.1: two different Go types get one name where a named fragment on an interface selects a field that is called as one of the
# types that implement the interface.
#
# The query is valid: `fragment Who on Actor { key ... on Person { country { name } } }`, where Country is an Actor too. genqlient names the struct for
# a Country in the fragment Who + Country. It names the struct of the field country Who + Country as well: a type's name is left out
# after a field of the same name, and the type of the inline fragment is not part of the prefix (generate/names.go). It ends with
# "conflicting definition".
#
# What to do: an alias for the field (`of: country { name }`).
#
# Seen (go 1.26):
#   country: conflicting definition for WhoCountry
#   of: country: generated
# Needs go 1.24 or later. Ends with 1 if genqlient does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

printf 'module finding\n\ngo 1.24\n' >go.mod
go get -tool github.com/Khan/genqlient@v0.8.1 golang.org/x/tools@v0.52.0 >go.log 2>&1 || { cat go.log; exit 1; }
cat >s.graphql <<'SDL'
type Query { actor: Actor }
interface Actor { key: String! }
type Country implements Actor { key: String! code: String! name: String! }
type Person implements Actor { key: String! country: Country! }
SDL
printf 'schema: s.graphql\noperations: [q.graphql]\ngenerated: generated.go\npackage: main\n' >genqlient.yaml

outcome() {
  echo "query Q { actor { ...Who } } fragment Who on Actor { key ... on Person { $1 { name } } }" >q.graphql
  local said
  if said=$(go tool genqlient 2>&1); then said=generated; else said=$(grep -o 'conflicting definition for [A-Za-z]*' <<<"$said"); fi
  echo "$1: $said"
}

got=$(outcome country; outcome 'of: country')
echo "$got"
[ "$got" = "country: conflicting definition for WhoCountry
of: country: generated" ] || { echo CHANGED; exit 1; }
