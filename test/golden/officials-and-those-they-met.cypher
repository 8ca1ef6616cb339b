MATCH (n:Thing&Country {key: $p0})
RETURN [n.name] AS d
UNION ALL
MATCH (n:Thing&Country {key: $p0})
MATCH (n)<-[:SERVES]-(n1)
WITH n1 ORDER BY n1.sortName LIMIT $p4
RETURN [n1.name, COLLECT { MATCH (n1)-[x6:ATTENDS WHERE NOT x6.status IN ['ABSENT', 'DECLINED']]->(n2) WHERE n2.standing <> 'WITHDRAWN' WITH n2 ORDER BY n2.sortTime DESC LIMIT $p3 RETURN [n2.key, COLLECT { MATCH (n2)<-[:IN_EVENT]-(n3) WHERE n3.standing IN $p1 WITH n3 ORDER BY n3.sortTime LIMIT $p2 CALL (n3) { OPTIONAL MATCH (n3)-[:OF_ACTOR]->(n4) RETURN n4 LIMIT 1 } CALL (n4) { OPTIONAL MATCH (n4)-[:SERVES]->(n5) RETURN n5 LIMIT 1 } RETURN [n3.role, n4.key, CASE WHEN n4:Country THEN 'Country' WHEN n4:Official THEN 'Official' WHEN n4:Organization THEN 'Organization' END, n4 IS NOT NULL, n5.key, n5 IS NOT NULL] ORDER BY n3.sortTime }] ORDER BY n2.sortTime DESC }] AS d ORDER BY n1.sortName
