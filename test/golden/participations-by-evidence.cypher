MATCH (n1:Participation) WHERE n1.standing IN $p1 AND NOT coalesce(n1.status IN $p2, false) AND ((EXISTS { (n1)<-[:SUPPORTS]-(x2 WHERE x2.live) } AND NOT EXISTS { (n1)<-[:SUPPORTS]-(x3 WHERE x3.live AND NOT x3.attributionKind IN ['ANONYMOUS', 'ANONYMOUS_VIA_MEDIA']) }) OR (n1.role IN $p3)) AND n1.sortTime > $p0
WITH n1 ORDER BY n1.sortTime LIMIT $p4
RETURN [n1.key] AS d ORDER BY n1.sortTime
