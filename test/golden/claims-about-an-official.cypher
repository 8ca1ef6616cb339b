MATCH (n:Thing&Official {key: $p0})
RETURN [null, COUNT { MATCH (n)<-[:SUBJECT|OBJECT|SUPPORTS|CONCERNS]-(n1) WHERE n1.attributionKind IN $p1 AND n1.reviewState IN $p2 RETURN DISTINCT n1 }] AS d
UNION ALL
MATCH (n:Thing&Official {key: $p0})
MATCH (n)<-[:SUBJECT|OBJECT|SUPPORTS|CONCERNS]-(n2) WHERE n2.attributionKind IN $p1 AND n2.reviewState IN $p2
WITH DISTINCT n2 ORDER BY n2.sortKey LIMIT $p3
CALL (n2) { OPTIONAL MATCH (n2)-[:SUBJECT]->(n3) RETURN n3 LIMIT 1 }
RETURN [n2.key, n2.sortKey, n3.key, [label IN labels(n3) WHERE NOT label IN ['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision']][0], n3 IS NOT NULL, COLLECT { MATCH (n2)-[v5:ATTRIBUTED_TO]->(n4) CALL (n4) { OPTIONAL MATCH (n4)-[:AFFILIATED_TO]->(n6) RETURN n6 LIMIT 1 } RETURN [v5.how, n4.description, n4.name, CASE WHEN n4:AnonymousSource THEN 'AnonymousSource' WHEN n4:Country THEN 'Country' WHEN n4:Official THEN 'Official' WHEN n4:Organization THEN 'Organization' END, n6.key, n6 IS NOT NULL] ORDER BY v5.order }, COLLECT { MATCH (n2)-[v8:EVIDENCE]->(n7) RETURN [v8.paragraph, n7.key] ORDER BY v8.order }, COLLECT { MATCH (n2)-[:SUPPORTS]->(n9) RETURN [n9.key] ORDER BY n9.sortKey }] AS d ORDER BY n2.sortKey
