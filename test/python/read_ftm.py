"""Reads entities and statements with followthemoney, and prints what it made of them, as JSON.

Arguments: a file of entities, and one of statements. Each entity is validated as `ftm validate` does.
"""

import json
import pathlib
import sys

from followthemoney import EntityProxy, model
from followthemoney.statement.serialize import read_path_statements
from followthemoney.statement.statement import Statement

entities_path, statements_path = map(pathlib.Path, sys.argv[1:])


def properties(proxy):
    return {prop.name: sorted(proxy.get(prop)) for prop in proxy.iterprops()}


entities = {}
for line in entities_path.read_text("utf-8").splitlines():
    data = json.loads(line)
    schema = model.get(data["schema"])
    schema.validate(data)
    proxy = EntityProxy.from_dict(data, cleaned=False)
    entities[proxy.id] = {"schema": proxy.schema.name, "properties": properties(proxy)}

misplaced = []
for entity in entities.values():
    for name, values in entity["properties"].items():
        prop = model.get(entity["schema"]).get(name)
        for value in values if prop.type.name == "entity" else []:
            if value not in entities or not model.get(entities[value]["schema"]).is_a(prop.range):
                misplaced.append([entity["schema"], name, value])

statements = []
for statement in read_path_statements(statements_path, "csv"):
    key = Statement.make_key(
        statement.dataset, statement.entity_id, statement.prop, statement.value, statement.external
    )
    statements.append(
        [statement.entity_id, statement.prop, statement.value, statement.dataset, statement.origin, statement.id == key]
    )

json.dump({"entities": entities, "misplaced": misplaced, "statements": statements}, sys.stdout)
