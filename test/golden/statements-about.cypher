WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t3
RETURN [null, COUNT { UNWIND t3 AS x2 MATCH (n1)-[:ABOUT_TOPIC|ADDRESSED_TO|ON_OCCASION]->(x2) WHERE n1:Statement AND n1.act IN $p0 AND n1.standing <> 'WITHDRAWN' RETURN DISTINCT n1 }] AS d
UNION ALL
WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t3
UNWIND t3 AS x10 MATCH (n4)-[:ABOUT_TOPIC|ADDRESSED_TO|ON_OCCASION]->(x10) WHERE n4:Statement AND n4.act IN $p0 AND n4.standing <> 'WITHDRAWN' AND n4.sortTime > $p2
WITH DISTINCT n4 ORDER BY n4.sortTime LIMIT $p3
CALL (n4) { OPTIONAL MATCH (n4)-[:ADDRESSED_TO]->(n5) RETURN n5 LIMIT 1 }
CALL (n4) { OPTIONAL MATCH (n4)-[:MADE_BY {order: 0}]->(n6) RETURN n6 LIMIT 1 }
RETURN [n4.act, n4.gist, n5.key, n5 IS NOT NULL, n6.key, n6 IS NOT NULL, COLLECT { MATCH (n4)-[:ABOUT_TOPIC]->(n7) RETURN [n7.key] ORDER BY n7.sortName }, COLLECT { MATCH (n4)-[v9:MADE_BY]->(n8) RETURN [n8.key] ORDER BY v9.order }] AS d ORDER BY n4.sortTime
