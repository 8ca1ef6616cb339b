OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Organization
CALL (n) { MATCH (n)<-[:OF_BODY]-(n4) WHERE n4.standing <> 'WITHDRAWN' WITH CASE WHEN n4.timeExact AND left(n4.sortTime, 4) = substring(n4.sortTime, 11, 4) THEN left(n4.sortTime, 4) END AS x5, n4.mode AS x6, count(*) AS x7 ORDER BY x7 DESC, x5, x6 LIMIT $p3 WITH [x7, [x5, x6]] AS d ORDER BY x7 DESC, x5, x6 RETURN collect(d) AS x3 }
RETURN [COLLECT { MATCH (n)<-[:OF_BODY]-(n1) WHERE n1.standing <> 'WITHDRAWN' AND n1.sortTime < $p1 WITH n1 ORDER BY n1.sortTime DESC LIMIT $p2 RETURN [n1.key] ORDER BY n1.sortTime DESC }, COUNT { MATCH (n)<-[:OF_BODY]-(n2) WHERE n2.standing <> 'WITHDRAWN' }, x3] AS d
