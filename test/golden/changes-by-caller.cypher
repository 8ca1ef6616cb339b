MATCH (n1:Revision) WHERE n1.by = $p1 AND n1.sortSequence < $p0
WITH n1 ORDER BY n1.sortSequence DESC LIMIT $p2
RETURN [n1.by, n1.key, n1.operation, n1.typeName] AS d ORDER BY n1.sortSequence DESC
