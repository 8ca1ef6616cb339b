MATCH (n1:Post) WHERE n1.level IN $p1 AND n1.sortName > $p0
WITH n1 ORDER BY n1.sortName LIMIT $p2
RETURN [n1.key, n1.level] AS d ORDER BY n1.sortName

RETURN [null, COUNT { MATCH (n1:Tenure) WHERE n1.standing IN $p0 AND n1.possibleUntil >= $p1 AND n1.possibleFrom <= $p2 }] AS d
UNION ALL
MATCH (n2:Tenure) WHERE n2.standing IN $p0 AND n2.possibleUntil >= $p1 AND n2.possibleFrom <= $p2 AND n2.sortTime > $p3
WITH n2 ORDER BY n2.sortTime LIMIT $p4
RETURN [n2.key] AS d ORDER BY n2.sortTime
