OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
WITH coalesce(a, b, c) AS n WHERE n:Country
RETURN [n.externalIds, n.key, n.name, n.nameKinds, n.nameLangs, n.nameValues] AS d
