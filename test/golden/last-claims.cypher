MATCH (n1:Claim) WHERE n1.reviewState IN $p2 AND n1.sortKey < $p0 AND n1.sortKey > $p1
WITH n1 ORDER BY n1.sortKey DESC LIMIT $p3
RETURN [n1.key, n1.sortKey, n1.status] AS d ORDER BY n1.sortKey DESC
