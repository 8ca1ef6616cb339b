MATCH (:ExternalId {name: $p0})<-[:IDENTIFIED_BY]-(n) WITH n ORDER BY n.sortKey LIMIT 1
RETURN [n.externalIds, n.key, [label IN labels(n) WHERE NOT label IN ['Thing', 'Entity', 'Actor', 'Event', 'Fact', 'Revision']][0], COLLECT { MATCH (n)<-[:POST_OF]-(n1:Post) WHERE n:Country RETURN [n1.key] ORDER BY n1.sortLevel }] AS d
