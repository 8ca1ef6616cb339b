#!/usr/bin/env bash
# Neo4j 5.26.12: inside COUNT { } and COLLECT { }, `CALL (*) { }` imports none of the variables around, and the count is silently another.
#
# `CALL (*)` is to import all variables in scope (Cypher manual, CALL subqueries, "Importing variables"), and COUNT, COLLECT and EXISTS
# subqueries see all variables around them. Together they do not: the `n` in the subquery below is a new variable, so that every
# pair of the graph is counted for each row. No error, no notification. `CALL (n)` counts rightly in the same place, and so does
# `CALL (*)` inside another CALL.
#
# What to do: name the variables that a CALL imports.
#
# Seen (openjdk 17), with one person who knows two, beside 100 others who know one each:
#   COUNT { MATCH ... }: 2
#   COUNT { CALL (n) { MATCH ... } }: 2
#   COUNT { CALL (*) { MATCH ... } }: 102
#   COLLECT { CALL (*) { MATCH ... } }: 102 items
#   CALL (n) { CALL (*) { MATCH ... } }: 2
# Needs java 17 or 21 and mvn. Ends with 1 if Neo4j does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>5.26.12</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=jars >mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat >Finding.java <<'JAVA'
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

public class Finding {
    static GraphDatabaseService db;

    static long ask(String name, String expression) {
        String cypher = "MATCH (n:Person {name: 'Ada'}) " + expression;
        long count = db.executeTransactionally(cypher, Map.of(), rows -> (Long) rows.next().get("count"));
        System.out.println(name + ": " + count);
        return count;
    }

    public static void main(String[] words) throws Exception {
        var service = new DatabaseManagementServiceBuilder(Path.of("data")).build();
        boolean asSeen;
        try {
            db = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            db.executeTransactionally("CREATE (n:Person {name: 'Ada'}) CREATE (n)-[:KNOWS]->(:Friend), (n)-[:KNOWS]->(:Friend)");
            db.executeTransactionally("UNWIND range(1, 100) AS x CREATE (:Person {name: 'other ' + x})-[:KNOWS]->(:Friend)");
            String match = "MATCH (n)-[:KNOWS]->(f) RETURN f";
            long plain = ask("COUNT { MATCH ... }", "RETURN COUNT { " + match + " } AS count");
            long named = ask("COUNT { CALL (n) { MATCH ... } }", "RETURN COUNT { CALL (n) { " + match + " } RETURN f } AS count");
            long star = ask("COUNT { CALL (*) { MATCH ... } }", "RETURN COUNT { CALL (*) { " + match + " } RETURN f } AS count");
            long items = ask("COLLECT { CALL (*) { MATCH ... } }, items", "RETURN size(COLLECT { CALL (*) { " + match + " } RETURN f }) AS count");
            long nested = ask("CALL (n) { CALL (*) { MATCH ... } }", "CALL (n) { CALL (*) { " + match + " } RETURN count(*) AS count } RETURN count");
            asSeen = plain == 2 && named == 2 && star == 102 && items == 102 && nested == 2;
        } finally {
            service.shutdown();
        }
        if (!asSeen) System.out.println("CHANGED");
        System.exit(asSeen ? 0 : 1);
    }
}
JAVA
timeout 300 java -Xmx1500m -cp 'jars/*' Finding.java
