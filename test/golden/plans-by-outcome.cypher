RETURN [null, COUNT { MATCH (n1:Claim) WHERE n1.reviewState IN $p0 AND n1.sortDue IS NOT NULL AND CASE WHEN n1.planOutcome IS NOT NULL THEN n1.planOutcome WHEN n1.dueUntil < $p1 THEN 'OVERDUE' ELSE 'OPEN' END IN $p2 }] AS d
UNION ALL
MATCH (n2:Claim) WHERE n2.reviewState IN $p0 AND n2.sortDue IS NOT NULL AND CASE WHEN n2.planOutcome IS NOT NULL THEN n2.planOutcome WHEN n2.dueUntil < $p1 THEN 'OVERDUE' ELSE 'OPEN' END IN $p2 AND n2.sortDue > $p3
WITH n2 ORDER BY n2.sortDue LIMIT $p4
RETURN [n2.sortDue, CASE WHEN n2.planOutcome IS NOT NULL THEN n2.planOutcome WHEN n2.dueUntil < $p1 THEN 'OVERDUE' ELSE 'OPEN' END, n2.key, n2.modality, COLLECT { MATCH (n2)-[:CONTRADICTED_BY]->(n3) RETURN [n3.key] ORDER BY n3.sortKey }] AS d ORDER BY n2.sortDue
