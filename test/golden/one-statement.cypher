MATCH (n:Thing&Statement {key: $p0})
CALL (n) { OPTIONAL MATCH (n)-[:MADE_BY {order: 0}]->(n1) RETURN n1 LIMIT 1 }
RETURN [n.act, n.gist, n1.name, n1 IS NOT NULL] AS d
UNION ALL
MATCH (n:Thing&Statement {key: $p0})
MATCH (n)<-[:SUPPORTS]-(n2) WHERE n2.live
RETURN [n2.key, COLLECT { MATCH (n2)-[v4:EVIDENCE]->(n3) RETURN [v4.paragraph] ORDER BY v4.order }] AS d ORDER BY n2.sortKey
