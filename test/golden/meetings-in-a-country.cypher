WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t4
UNWIND t4 AS x3 MATCH (n1)-[:HELD_AT]->()-[:WITHIN|LOCATED_IN*0..]->(x3) WHERE n1:Meeting AND n1.standing <> 'WITHDRAWN' AND n1.sortTime > $p0
WITH DISTINCT n1 ORDER BY n1.sortTime LIMIT $p2
CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_AT {order: 0}]->(n2:Place) RETURN n2 LIMIT 1 }
RETURN [n1.key, n2.key, n2 IS NOT NULL] AS d ORDER BY n1.sortTime
