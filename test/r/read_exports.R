# Reads the exports in a folder with R and its igraph, and stops at the first value that is not what `expected.json` beside them says.
# Called with the folder; ends with one line, the versions.
suppressPackageStartupMessages(library(igraph))
folder <- commandArgs(trailingOnly = TRUE)[1]
path <- function(name) file.path(folder, name)
expected <- jsonlite::fromJSON(path("expected.json"))

same <- function(what, found, wanted) {
  if (!identical(found, wanted)) stop(what, ": ", deparse1(found), ", not ", deparse1(wanted))
}
missing_as <- function(values, value) ifelse(is.na(values), value, values)

# GraphML. A text that is missing is empty.
network <- read_graph(path("network.graphml"), format = "graphml")
nodes <- vertex_attr(network)
same("directed", is_directed(network), FALSE)
same("weighted", is_weighted(network), TRUE)
same("citation", graph_attr(network, "citation"), expected$citation)
same("keys", nodes$id, expected$nodes$key)
same("labels", nodes$label, expected$nodes$label)
same("codes", nodes$country.iso2, missing_as(expected$nodes$code, ""))
same("texts of digits", nodes$number, missing_as(expected$nodes$number, ""))
same("numbers", missing_as(nodes$closeness, -1), missing_as(expected$nodes$closeness, -1))
same("booleans", as.logical(nodes$held), expected$nodes$held)
same("weights", E(network)$weight, expected$ties$weight)
same("ids of ties", E(network)$tie, expected$ties$id)

# CSV, as read.csv has it with nothing but what a missing value is. Without that, Namibia is missing.
read <- read.csv(path("network.nodes.csv"), na.strings = "")
same("names of columns", head(names(read), 4), c("id", "label", "country.iso2", "time.edtf"))
same("labels in CSV", read$label, expected$nodes$label)
same("codes in CSV", read$country.iso2, ifelse(expected$nodes$code %in% "", NA, expected$nodes$code))
same("numbers in CSV", read$closeness, expected$nodes$closeness)
same("booleans in CSV", read$held, expected$nodes$held)
same("Namibia", is.na(read.csv(path("network.nodes.csv"))$country.iso2[expected$nodes$code %in% "NA"]), TRUE)
same("texts of digits in CSV", read.csv(path("digits.csv"))$number, c(7L, 26L))
same("the same as text", read.csv(path("digits.csv"), colClasses = c(number = "character"))$number, c("007", "26"))
# Where R has no long doubles, the last bit may differ.
numbers <- jsonlite::fromJSON(path("numbers.json"))
same("every number", all(abs(read.csv(path("numbers.csv"))$number - numbers) <= 2^-52 * abs(numbers)), TRUE)

# A network of two tables. The first column of nodes is their name.
tables <- graph_from_data_frame(read.csv(path("network.ties.csv")), directed = FALSE, vertices = read)
same("keys from tables", V(tables)$name, expected$nodes$key)
same("weights from tables", E(tables)$weight, expected$ties$weight)

cat("R", as.character(getRversion()), "igraph", as.character(packageVersion("igraph")), "\n")
