MATCH (n:Thing&Organization {key: $p0})
RETURN [n.name] AS d
UNION ALL
MATCH (n:Thing&Organization {key: $p0})
MATCH (n)<-[:OF_BODY]-(n1) WHERE n1.standing <> 'WITHDRAWN'
WITH n1 ORDER BY n1.sortTime DESC LIMIT $p3
RETURN [n1.key, n1.name, COLLECT { MATCH (n1)<-[:IN_EVENT]-(n2) WHERE n2.standing IN $p1 WITH n2 ORDER BY n2.sortTime LIMIT $p2 CALL (n2) { OPTIONAL MATCH (n2)-[:OF_ACTOR]->(n3) RETURN n3 LIMIT 1 } RETURN [n2.role, n3.name, n3 IS NOT NULL] ORDER BY n2.sortTime }, COLLECT { MATCH (n1)<-[:IN_EVENT]-(n4) WHERE n4.role = 'CHAIR' AND n4.standing <> 'WITHDRAWN' AND n4.actedFor IS NULL CALL (n4) { OPTIONAL MATCH (n4)-[:OF_ACTOR]->(n5) RETURN n5 LIMIT 1 } RETURN [n5.name, n5 IS NOT NULL] ORDER BY n4.sortTime }] AS d ORDER BY n1.sortTime DESC
