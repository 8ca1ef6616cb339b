WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t6
UNWIND t6 AS x5 MATCH (v2)-[:POST_OF]->(x5) WHERE v2:Post MATCH (n1:Tenure)-[:OF_POST]->(v2) WHERE n1.possibleFrom <= $p0 AND n1.possibleUntil >= $p0 AND n1.standing <> 'WITHDRAWN'
CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_BY]->(n3) RETURN n3 LIMIT 1 }
CALL (n1) { OPTIONAL MATCH (n1)-[:OF_POST]->(n4) RETURN n4 LIMIT 1 }
RETURN [n1.certainFrom, n1.certainUntil, n1.observedFrom, n1.observedUntil, n1.possibleFrom, n1.possibleUntil, n1.presumedFrom, n1.presumedUntil, n3.name, n3 IS NOT NULL, n4.key, n4.level, n4 IS NOT NULL] AS d ORDER BY v2.sortLevel, n1.sortTime
