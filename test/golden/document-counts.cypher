MATCH (n:Thing&Document {key: $p0})
CALL (n) { CALL (n) { MATCH (n)-[:DESCRIBES]->(x) RETURN x UNION MATCH (n)<-[:EVIDENCE]-(x) RETURN x } UNWIND labels(x) AS label WITH label, count(x) AS number RETURN collect([label, number]) AS x1 }
CALL (n) { OPTIONAL MATCH (n)-[:PUBLISHED_BY]->(n2) RETURN n2 LIMIT 1 }
RETURN [n.publishedEdtf, n.publishedEndLatest, n.publishedPrecision, n.publishedStartEarliest, n.title, x1, n2.key, n2 IS NOT NULL, COLLECT { MATCH (n)<-[:EVIDENCE]-(n3) WHERE n3.reviewState IN $p1 AND n3.reliabilityRank <= $p2 WITH DISTINCT n3 ORDER BY n3.sortKey LIMIT $p3 RETURN [n3.independentSources, n3.key] ORDER BY n3.sortKey }, COUNT { MATCH (n)<-[:EVIDENCE]-(n4) WHERE n4.reviewState IN $p1 AND n4.reliabilityRank <= $p2 RETURN DISTINCT n4 }] AS d
