MATCH (n:Thing&Meeting {key: $p0})
RETURN [n.ordinal, n.status, n.timeEdtf] AS d
UNION ALL
MATCH (n:Thing&Meeting {key: $p0})
MATCH (n)<-[:IN_EVENT]-(n1) WHERE n1.role = 'CHAIR' AND n1.standing <> 'WITHDRAWN' AND n1.actedFor IS NULL
CALL (n1) { OPTIONAL MATCH (n1)-[:OF_ACTOR]->(n2) RETURN n2 LIMIT 1 }
RETURN [n1.status, n2.key, n2 IS NOT NULL, COLLECT { MATCH (n1)<-[:SUPPORTS]-(n3) WHERE n3.live RETURN [n3.attributionKind, COLLECT { MATCH (n3)-[v5:EVIDENCE]->(n4) RETURN [v5.paragraph] ORDER BY v5.order }] ORDER BY n3.sortKey }] AS d ORDER BY n1.sortTime
