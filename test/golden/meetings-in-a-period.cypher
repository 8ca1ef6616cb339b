MATCH (n1:Meeting) WHERE n1.timeUntil >= $p2 AND n1.timeFrom <= $p3 AND (n1.timeGaps IS NULL OR none(x3 IN n1.timeGaps WHERE x3 <= $p2 + '|~' AND substring(x3, 11) >= $p3)) AND n1.standing <> 'WITHDRAWN' AND n1.sortTime > $p1
WITH n1 ORDER BY n1.sortTime LIMIT $p4
RETURN [n1.key, n1.name, n1.timeStartEarliest, COUNT { MATCH (n1)<-[:IN_EVENT]-(n2) WHERE n2.standing IN $p0 }] AS d ORDER BY n1.sortTime
