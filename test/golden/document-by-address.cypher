MATCH (n:Document {address: $p0}) WITH n ORDER BY n.sortKey LIMIT 1
RETURN [n.key, n.url, COUNT { MATCH (n)<-[:EVIDENCE]-(n1) WHERE n1.reviewState IN $p1 RETURN DISTINCT n1 }] AS d
