WITH COLLECT { UNWIND $p0 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t3
RETURN [null, COUNT { UNWIND t3 AS x2 MATCH (x2)<-[:OF_ACTOR|ON_BEHALF_OF]-(x4 WHERE x4.status = 'ATTENDED' AND x4.standing = 'ESTABLISHED' AND NOT x4.inferred)-[:IN_EVENT]->()<-[:IN_EVENT]-(x5 WHERE x5.status = 'ATTENDED' AND x5.standing = 'ESTABLISHED' AND NOT x5.inferred)-[:OF_ACTOR]->(n1) WHERE NOT EXISTS { (x4)-[:OF_ACTOR]->(n1) } WITH * WHERE n1:Official RETURN DISTINCT n1 }] AS d
UNION ALL
WITH COLLECT { UNWIND $p0 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) WITH coalesce(a, b, c, d) AS t WHERE t IS NOT NULL RETURN DISTINCT t } AS t3
UNWIND t3 AS x7 MATCH (x7)<-[:OF_ACTOR|ON_BEHALF_OF]-(x8 WHERE x8.status = 'ATTENDED' AND x8.standing = 'ESTABLISHED' AND NOT x8.inferred)-[:IN_EVENT]->()<-[:IN_EVENT]-(x9 WHERE x9.status = 'ATTENDED' AND x9.standing = 'ESTABLISHED' AND NOT x9.inferred)-[:OF_ACTOR]->(n6) WHERE NOT EXISTS { (x8)-[:OF_ACTOR]->(n6) } WITH * WHERE n6:Official AND n6.sortName > $p1
WITH DISTINCT n6 ORDER BY n6.sortName LIMIT $p2
RETURN [n6.key] AS d ORDER BY n6.sortName

WITH COLLECT { UNWIND $p1 AS ref OPTIONAL MATCH (a:Thing {key: ref}) OPTIONAL MATCH (b:Thing {id: ref}) OPTIONAL MATCH (:Tombstone {id: ref})-[:MERGED_INTO]->(c) OPTIONAL MATCH (:Tombstone {key: ref})-[:MERGED_INTO]->(d) RETURN coalesce(a, b, c, d) AS t } AS t3
UNWIND t3[..1] AS x2 MATCH (x2)<-[:IN_EVENT]-(x4 WHERE x4.status = 'ATTENDED' AND x4.standing = 'ESTABLISHED' AND NOT x4.inferred)-[:OF_ACTOR]->(n1) WHERE all(x5 IN t3[1..] WHERE EXISTS { (x5)<-[:IN_EVENT]-(x6 WHERE x6.status = 'ATTENDED' AND x6.standing = 'ESTABLISHED' AND NOT x6.inferred)-[:OF_ACTOR]->(n1) }) WITH * WHERE n1:Official AND n1.sortName > $p0
WITH DISTINCT n1 ORDER BY n1.sortName LIMIT $p2
RETURN [n1.key] AS d ORDER BY n1.sortName
