MATCH (n:Thing&Entity {key: $p0})
CALL (n) { OPTIONAL MATCH (n)-[:HELD_AT {order: 0}]->(n1:Place) RETURN n1 LIMIT 1 }
CALL (n) { OPTIONAL MATCH (n)-[:LOCATED_IN]->(n2) RETURN n2 LIMIT 1 }
CALL (n) { OPTIONAL MATCH (n)-[:SERVES]->(n3) RETURN n3 LIMIT 1 }
CALL (n) { OPTIONAL MATCH (n)-[:WITHIN]->(n4) RETURN n4 LIMIT 1 }
RETURN [n.key, n.kind, [label IN labels(n) WHERE NOT label IN ['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision']][0], n1.key, n1 IS NOT NULL, n2.key, n2 IS NOT NULL, n3.key, n3 IS NOT NULL, n4.key, n4 IS NOT NULL, COLLECT { MATCH (n)<-[:HELD_BY]-(n5) WHERE n:Official AND n5.standing <> 'WITHDRAWN' RETURN [n5.key] ORDER BY n5.sortTime DESC }, COLLECT { MATCH (n)<-[:IN_EVENT]-(n6) WHERE n:Meeting AND n6.role = 'CHAIR' AND n6.standing <> 'WITHDRAWN' AND n6.actedFor IS NULL RETURN [n6.key] ORDER BY n6.sortTime }, COLLECT { MATCH (n)<-[:SUBJECT|OBJECT|SUPPORTS|CONCERNS]-(n7) WHERE n7.reviewState IN $p1 WITH DISTINCT n7 ORDER BY n7.sortKey LIMIT $p2 RETURN [n7.key] ORDER BY n7.sortKey }] AS d
