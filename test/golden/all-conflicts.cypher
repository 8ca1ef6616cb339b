WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t8
UNWIND t8 AS x7 MATCH (x6)-[:SUBJECT|OBJECT|SUPPORTS|CONCERNS]->(x7) WHERE x6.reviewState IN $p2 MATCH (n1)-[:AMONG]->(x6) WHERE n1:Conflict AND n1.sortKey > $p0
WITH DISTINCT n1 ORDER BY n1.sortKey LIMIT $p3
CALL (n1) { OPTIONAL MATCH (n1)-[:FOLLOWS]->(n2) RETURN n2 LIMIT 1 }
CALL (n1) { OPTIONAL MATCH (n1)-[:OF]->(n3) RETURN n3 LIMIT 1 }
RETURN [n1.rule, n1.slot, n2.key, n2 IS NOT NULL, n3.key, n3 IS NOT NULL, COLLECT { MATCH (n1)-[v5:AMONG]->(n4) RETURN [n4.key] ORDER BY v5.order }] AS d ORDER BY n1.sortKey

MATCH (n1:Conflict) WHERE n1.sortKey > $p0
WITH n1 ORDER BY n1.sortKey LIMIT $p1
RETURN [n1.slot, n1.sortKey] AS d ORDER BY n1.sortKey
