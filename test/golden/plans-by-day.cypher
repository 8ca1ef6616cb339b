MATCH (n1:Claim) WHERE n1.type IN $p2 AND n1.reviewState IN $p3 AND n1.sortDue IS NOT NULL AND n1.dueUntil >= $p4 AND n1.dueFrom <= $p5 AND (n1.dueGaps IS NULL OR none(x3 IN n1.dueGaps WHERE x3 <= $p4 + '|~' AND substring(x3, 11) >= $p5)) AND n1.sortDue > $p1
WITH n1 ORDER BY n1.sortDue LIMIT $p6
RETURN [CASE WHEN n1.planOutcome IS NOT NULL THEN n1.planOutcome WHEN n1.dueUntil < $p0 THEN 'OVERDUE' ELSE 'OPEN' END, n1.key, COLLECT { MATCH (n1)-[:CONFIRMED_BY]->(n2) RETURN [n2.key] ORDER BY n2.sortKey }] AS d ORDER BY n1.sortDue
