OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Country
RETURN [n.externalIds, n.key, n.name, n.nameKinds, n.nameLangs, n.nameValues] AS d
