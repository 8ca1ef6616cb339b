MATCH (n1:Meeting) WHERE (n1.status IN ['PROPOSED', 'SCHEDULED', 'RESCHEDULED'] AND n1.standing <> 'WITHDRAWN' AND n1.timeFrom <= n1.timeUntil AND n1.timeUntil < $p1 AND NOT EXISTS { (n1)-[:PART_OF*1..]->({status: 'CANCELLED'}) }) AND n1.standing <> 'WITHDRAWN' AND n1.sortTime > $p0
WITH n1 ORDER BY n1.sortTime LIMIT $p2
RETURN [n1.key] AS d ORDER BY n1.sortTime

MATCH (n:Thing&Meeting {key: $p0})
RETURN [(n.status IN ['PROPOSED', 'SCHEDULED', 'RESCHEDULED'] AND n.standing <> 'WITHDRAWN' AND n.timeFrom <= n.timeUntil AND n.timeUntil < $p1 AND NOT EXISTS { (n)-[:PART_OF*1..]->({status: 'CANCELLED'}) })] AS d
