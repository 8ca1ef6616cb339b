MATCH (n:Thing&Country {key: $p0})
RETURN [n.externalIds, n.key, n.name, n.nameKinds, n.nameLangs, n.nameTimes, n.nameValues] AS d
