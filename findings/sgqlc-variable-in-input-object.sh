#!/usr/bin/env bash
# sgqlc 18: a variable inside an input object makes an operation that cannot be sent, where its type is an input object itself.
#
# `things(filter: { time: $window })` is a valid query (GraphQL October 2021, 2.9 Input Values), and sgqlc-codegen generates code for it without a
# word. Writing the operation then builds the value of `time` from the variable, as of plain data: Input.__init__ in
# sgqlc/types/__init__.py accepts a Variable only as the whole argument, so it ends with "$window (Variable) is not a JSON Object".
#
# What to do: one variable for the whole argument (`things(filter: $filter)`).
#
# Seen (Python 3.11):
#   filter: {time: $window}: AssertionError: $window (Variable) is not a JSON Object
#   filter: $filter: query Query($filter: Filter) { things(filter: $filter) }
# Needs python 3.10 or later. Ends with 1 if sgqlc does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip -q install sgqlc==18 2>pip.log || { cat pip.log; exit 1; }

cat >finding.py <<'PY'
from sgqlc.operation import Operation
from sgqlc.types import Arg, Field, Input, Schema, String, Type, Variable

schema = Schema()

class Window(Input):
    __schema__ = schema
    start = Field(String)

class Filter(Input):
    __schema__ = schema
    time = Field(Window)

class Query(Type):
    __schema__ = schema
    things = Field(String, args={'filter': Arg(Filter)})

def outcome(kind, name, argument):
    operation = Operation(Query, variables={name: Arg(kind)})
    operation.things(filter=argument)
    try:
        return ' '.join(str(operation).split())
    except (ValueError, AssertionError) as error:
        while error.__cause__ is not None:
            error = error.__cause__
        return f'{type(error).__name__}: {error}'

print('filter: {time: $window}:', outcome(Window, 'window', {'time': Variable('window')}))
print('filter: $filter:', outcome(Filter, 'filter', Variable('filter')))
PY
got=$(python/bin/python finding.py)
echo "$got"
[ "$got" = "filter: {time: \$window}: AssertionError: \$window (Variable) is not a JSON Object
filter: \$filter: query Query(\$filter: Filter) { things(filter: \$filter) }" ] || { echo CHANGED; exit 1; }
