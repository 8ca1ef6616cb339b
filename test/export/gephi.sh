#!/usr/bin/env bash
# Opens the network of the tests in the Gephi Toolkit 0.10.1, as GEXF, GraphML and CSV, and compares what it makes of them with what is below.
#
# Fetches the toolkit (80 MB) from Maven Central into a temporary folder. Needs node_modules, Java 17 and Maven. Not part of CI: what it
# has found are tests in test/unit/export and lines of docs/exports-in-tools.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$here/../../node_modules/.bin/node" --disable-warning=ExperimentalWarning "$here/write-files.ts" "$folder"
cp "$here/Open.java" "$folder"
cd "$folder"
# The classifier `all` has everything; what the toolkit depends on without it is not on Maven Central.
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>chancery</groupId>
  <artifactId>gephi</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.gephi</groupId>
      <artifactId>gephi-toolkit</artifactId>
      <version>0.10.1</version>
      <classifier>all</classifier>
      <exclusions>
        <exclusion>
          <groupId>*</groupId>
          <artifactId>*</artifactId>
        </exclusion>
      </exclusions>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' Open.java
java -Djava.awt.headless=true -cp 'lib/*:.' Open network.gexf network.graphml network.ties.csv network.nodes.csv >seen.txt 2>log.txt || {
  cat log.txt
  exit 1
}
diff seen.txt - <<'SEEN'
network.gexf: 8 nodes, 5 edges, undirected, dynamic
  nodes: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String degree:Long closeness:Double held:Boolean aliases:String
  edges: Id:String Label:String Interval:IntervalSet Weight:Double meetings:Long firstMeeting.edtf:String
  meeting:udcg-26: Group #26,\nsecond line <[1739318400000.0, 1739404799000.0]>
  official:austin - official:shoigu 1.0
  official:austin - official:wei 0.30000001192092896
  official:wei - official:kapofi 0.3333333432674408
  meeting:udcg-26 - official:austin 2.0
  meeting:a.b/c_d - official:salman 1.0000000116860974E-7
  nodes after Degree: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String degree:Long closeness:Double held:Boolean aliases:String Degree:Integer
network.graphml: 8 nodes, 5 edges, undirected, static
  nodes: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String degree:Long closeness:Double held:Long aliases:String
  edges: Id:String Label:String Interval:IntervalSet Weight:Double tie:String meetings:Long firstMeeting.edtf:String
  meeting:udcg-26: Group #26,\nsecond line null
  official:austin - official:shoigu 1.0
  official:austin - official:wei 0.30000001192092896
  official:wei - official:kapofi 0.3333333432674408
  meeting:udcg-26 - official:austin 2.0
  meeting:a.b/c_d - official:salman 1.0000000116860974E-7
  nodes after Degree: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String degree:Long closeness:Double held:Long aliases:String Degree:Integer
network.ties.csv: 7 nodes, 5 edges, undirected, static
  nodes: Id:String Label:String Interval:IntervalSet
  edges: Id:String Label:String Interval:IntervalSet Weight:Double meetings:Integer firstmeeting.edtf:String
  meeting:udcg-26: null null
  official:austin - official:shoigu 1.0
  official:austin - official:wei 0.30000000000000004
  official:wei - official:kapofi 0.3333333333333333
  meeting:udcg-26 - official:austin 2.0
  meeting:a.b/c_d - official:salman 1.0E-7
  nodes after Degree: Id:String Label:String Interval:IntervalSet Degree:Integer
network.nodes.csv: 8 nodes, 0 edges, not undirected, static
  nodes: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String degree:Long closeness:Double held:Boolean aliases:String
  edges: Id:String Label:String Interval:IntervalSet Weight:Double
  meeting:udcg-26: Group #26,\nsecond line null
  nodes after Degree: Id:String Label:String Interval:IntervalSet country.iso2:String time.edtf:String number:String Degree:Integer closeness:Double held:Boolean aliases:String In-Degree:Integer Out-Degree:Integer
SEEN
echo "Gephi opens all of them as expected."
