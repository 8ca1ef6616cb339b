OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Post
RETURN [n.level, COLLECT { MATCH (n)<-[:OF_POST]-(n1) WHERE n1.certainFrom <= $p1 AND n1.certainUntil >= $p1 AND n1.standing <> 'WITHDRAWN' CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_BY]->(n2) RETURN n2 LIMIT 1 } RETURN [n2.key, n2 IS NOT NULL] ORDER BY n1.sortTime DESC }, COLLECT { MATCH (n)<-[:OF_POST]-(n3) WHERE n3.standing <> 'WITHDRAWN' CALL (n3) { OPTIONAL MATCH (n3)-[:HELD_BY]->(n4) RETURN n4 LIMIT 1 } RETURN [n3.observedAt, n3.startEdtf, n4.key, n4 IS NOT NULL] ORDER BY n3.sortTime DESC }] AS d
