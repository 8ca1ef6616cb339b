WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t6, COLLECT { UNWIND $p4 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t8
UNWIND t8 AS x7 MATCH (n1)-[:HELD_AT]->()-[:WITHIN|LOCATED_IN*0..]->(x7) WHERE n1:Meeting AND EXISTS { MATCH (n1)<-[:IN_EVENT]-(x4) WHERE EXISTS { MATCH (x4)-[:OF_ACTOR]->(x5) WHERE x5 IN t6 } AND x4.status IN $p2 AND x4.standing IN $p3 } AND n1.standing <> 'WITHDRAWN' AND n1.sortUpdated < $p0
WITH DISTINCT n1 ORDER BY n1.sortUpdated DESC LIMIT $p5
CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_AT {order: 0}]->(n2:Place) RETURN n2 LIMIT 1 }
CALL (n2) { OPTIONAL MATCH (n2)-[:WITHIN]->(n3) RETURN n3 LIMIT 1 }
RETURN [n1.key, n2.key, n2 IS NOT NULL, n3.key, n3 IS NOT NULL] AS d ORDER BY n1.sortUpdated DESC
