OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Meeting
RETURN [n.key, n.name, n.timeEdtf, n.timePrecision, COLLECT { MATCH (n)<-[:IN_EVENT]-(n1) WHERE n1.standing IN $p2 AND n1.sortName > $p1 WITH n1 ORDER BY n1.sortName LIMIT $p3 CALL (n1) { OPTIONAL MATCH (n1)-[:OF_ACTOR]->(n2) RETURN n2 LIMIT 1 } CALL (n2) { OPTIONAL MATCH (n2)-[:SERVES]->(n3) RETURN n3 LIMIT 1 } RETURN [n1.role, n1.status, n2.name, CASE WHEN n2:Country THEN 'Country' WHEN n2:Official THEN 'Official' WHEN n2:Organization THEN 'Organization' END, n2 IS NOT NULL, n3.name, n3 IS NOT NULL] ORDER BY n1.sortName }] AS d
