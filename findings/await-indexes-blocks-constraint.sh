#!/usr/bin/env bash
# Neo4j 5.26.12: `CALL db.awaitIndexes(n)`, called while another session runs CREATE CONSTRAINT, waits until its own timeout.
#
# The procedure goes through the indexes in one transaction and keeps a shared lock on the label of each one that it looks at.
# The index behind a new uniqueness constraint is online only when the constraint's transaction has taken the exclusive lock on
# that label again, after the index is populated. So the procedure waits for the index, the constraint for the procedure; the
# deadlock detector does not see it, because one of the two waits is not for a lock. The procedure then fails with "Expected all
# indexes to come online", and the constraint is there a moment later. Two services that prepare one new database together,
# each with CREATE CONSTRAINT and db.awaitIndexes, stand still for as long as they are willing to wait.
#
# What to do: ask SHOW INDEXES for states that are not ONLINE, again and again, each time in a transaction of its own.
#
# Seen (openjdk 17, 200,000 nodes):
#   constraint alone: 1.8 s
#   constraint beside SHOW INDEXES: 1.0 s
#   constraint beside db.awaitIndexes(15): 15.5 s; the procedure failed
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
import java.time.Duration;
import java.util.concurrent.*;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.*;

public class Finding {
    static GraphDatabaseService db;

    static Future<Double> constraint(ExecutorService pool, String name) {
        return pool.submit(() -> {
            long start = System.nanoTime();
            db.executeTransactionally("CREATE CONSTRAINT " + name + " FOR (n:Person) REQUIRE n." + name + " IS UNIQUE");
            return (System.nanoTime() - start) / 1e9;
        });
    }

    static String state(String name) {
        return db.executeTransactionally("SHOW INDEXES YIELD name, state WHERE name = '" + name + "' RETURN state",
            java.util.Map.of(), rows -> rows.hasNext() ? (String) rows.next().get("state") : "ABSENT");
    }

    static void untilPopulating(String name) {
        while (state(name).equals("ABSENT")) Thread.onSpinWait();
    }

    public static void main(String[] words) throws Exception {
        var service = new DatabaseManagementServiceBuilder(Path.of("data")).build();
        var pool = Executors.newCachedThreadPool();
        try {
            db = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            for (int i = 0; i < 10; i++) db.executeTransactionally(
                "UNWIND range(1, 20000) AS x WITH x + " + i * 20_000 + " AS x " +
                "CREATE (:Person {a: 'number ' + x, b: 'number ' + x, c: 'number ' + x})");
            state("a");

            System.out.printf("constraint alone: %.1f s%n", constraint(pool, "a").get());

            var beside = constraint(pool, "b");
            untilPopulating("b");
            while (!state("b").equals("ONLINE")) Thread.sleep(20);
            double polled = beside.get();
            System.out.printf("constraint beside SHOW INDEXES: %.1f s%n", polled);

            var held = constraint(pool, "c");
            untilPopulating("c");
            String outcome;
            try {
                db.executeTransactionally("CALL db.awaitIndexes(15)");
                outcome = "the procedure returned";
            } catch (QueryExecutionException failure) {
                outcome = "the procedure failed";
                if (!failure.getMessage().contains("Expected all indexes to come online")) throw failure;
            }
            double took = held.get();
            System.out.printf("constraint beside db.awaitIndexes(15): %.1f s; %s%n", took, outcome);
            if (!outcome.endsWith("failed") || took < 14 || polled > 10) {
                System.out.println("CHANGED");
                System.exit(1);
            }
        } finally {
            service.shutdown();
            pool.shutdownNow();
        }
        System.exit(0);
    }
}
JAVA
timeout 300 java -Xmx1500m -cp 'jars/*' Finding.java
