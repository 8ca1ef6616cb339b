MATCH (n1:Entity) WHERE any(label IN labels(n1) WHERE label IN $p1) AND n1.sortKey > $p0
WITH n1 ORDER BY n1.sortKey LIMIT $p2
CALL (n1) { OPTIONAL MATCH (n1)-[:LOCATED_IN]->(n2) RETURN n2 LIMIT 1 }
RETURN [n1.key, n1.sortKey, [label IN labels(n1) WHERE NOT label IN ['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision']][0], n2.key, n2 IS NOT NULL] AS d ORDER BY n1.sortKey
