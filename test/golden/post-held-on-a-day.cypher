OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Post
RETURN [COLLECT { MATCH (n)<-[:OF_POST]-(n1) WHERE (n1.possibleFrom <= $p1 AND n1.possibleUntil >= $p1 OR any(x3 IN range(0, size(coalesce(n1.observedFrom, [])) - 1) WHERE n1.observedFrom[x3] <= $p1 AND n1.observedUntil[x3] >= $p1)) AND n1.standing <> 'WITHDRAWN' CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_BY]->(n2) RETURN n2 LIMIT 1 } RETURN [n1.certainFrom, n1.certainUntil, n1.observedFrom, n1.observedUntil, n1.possibleFrom, n1.possibleUntil, n2.key, n2 IS NOT NULL] ORDER BY n1.sortTime DESC }] AS d
