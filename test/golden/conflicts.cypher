OPTIONAL MATCH (a:Thing {key: $p0})
OPTIONAL MATCH (b:Thing {id: $p0})
OPTIONAL MATCH (:Tombstone {id: $p0})-[:MERGED_INTO]->(c)
OPTIONAL MATCH (:Tombstone {key: $p0})-[:MERGED_INTO]->(d)
WITH coalesce(a, b, c, d) AS n WHERE n:Claim
CALL (n) { OPTIONAL MATCH (n)-[:SUBJECT]->(n1) RETURN n1 LIMIT 1 }
RETURN [n.text, n1.key, [label IN labels(n1) WHERE NOT label IN ['Thing', 'Entity', 'Actor', 'Event', 'Fact']][0], n1 IS NOT NULL, COLLECT { MATCH (n1)<-[:OF]-(n2) WHERE n1:Country|Development|Meeting|Official|Organization|Place|Post|Topic CALL (n2) { OPTIONAL MATCH (n2)-[:FOLLOWS]->(n3) RETURN n3 LIMIT 1 } CALL (n2) { OPTIONAL MATCH (n2)-[:OF]->(n4) RETURN n4 LIMIT 1 } RETURN [n2.rule, n2.slot, n3.key, n3 IS NOT NULL, n4.key, n4 IS NOT NULL, COLLECT { MATCH (n2)-[v6:AMONG]->(n5) RETURN [n5.key] ORDER BY v6.order }] ORDER BY n2.sortKey }, COLLECT { MATCH (n)-[v8:RELATES_TO]->(n7) RETURN [v8.type, n7.key] ORDER BY v8.type, n7.sortKey }] AS d
