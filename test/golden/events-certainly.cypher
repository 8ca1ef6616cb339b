MATCH (n1:Event) WHERE n1.timeExact AND n1.timeFrom >= $p1 AND n1.sortTime >= $p1 AND n1.timeUntil <= $p2 AND n1.sortTime < $p2 + '~' AND n1.standing <> 'WITHDRAWN' AND n1.sortTime > $p0
WITH n1 ORDER BY n1.sortTime LIMIT $p3
CALL (n1) { OPTIONAL MATCH (n1)-[:HELD_AT {order: 0}]->(n2:Place) RETURN n2 LIMIT 1 }
CALL (n1) { OPTIONAL MATCH (n1)-[:PART_OF]->(n3) RETURN n3 LIMIT 1 }
CALL (n1) { OPTIONAL MATCH (n1)-[:PART_OF]->(n4:Meeting) RETURN n4 LIMIT 1 }
RETURN [n1.key, n1.status, CASE WHEN n1:Development THEN 'Development' WHEN n1:Meeting THEN 'Meeting' END, n2.key, n2 IS NOT NULL, n3.key, n3 IS NOT NULL, n4.key, n4 IS NOT NULL] AS d ORDER BY n1.sortTime
