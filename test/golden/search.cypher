CALL db.index.fulltext.queryNodes('entity_search', $p1, {limit: 100}) YIELD node AS n1, score AS v2 WHERE any(label IN labels(n1) WHERE label IN $p0)
WITH n1, v2 ORDER BY coalesce(n1.standing = 'WITHDRAWN', false), v2 DESC, n1.sortName LIMIT $p2
RETURN [n1.externalIds, n1.key, n1.nameKinds, n1.nameLangs, n1.nameTimes, n1.nameValues, n1.sortName, n1.standing, n1:Official] AS d ORDER BY coalesce(n1.standing = 'WITHDRAWN', false), v2 DESC, n1.sortName
