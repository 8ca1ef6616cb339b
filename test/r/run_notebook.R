# Runs the chunks of an R Markdown file, one after the other, and prints the values of some of its names as JSON.
# Arguments: the file, and the names. A table is a list of its rows, a network that of its ties. Figures are drawn, and `figures` says how many.

suppressPackageStartupMessages(library(igraph))
arguments <- commandArgs(trailingOnly = TRUE)
options(warn = 2)

folder <- tempfile()
dir.create(folder)
svg(file.path(folder, "%d.svg"), onefile = FALSE)
lines <- readLines(arguments[1], encoding = "UTF-8")
is_fence <- startsWith(lines, "```")
in_chunk <- cumsum(is_fence) %% 2 == 1 & !is_fence
invisible(capture.output(suppressPackageStartupMessages(eval(parse(text = lines[in_chunk], encoding = "UTF-8"), globalenv()))))
invisible(dev.off())

plain <- function(value) if (is_igraph(value)) as_data_frame(value) else value
values <- lapply(setNames(nm = arguments[-1]), function(name) plain(get(name, globalenv())))
cat(jsonlite::toJSON(c(list(figures = length(list.files(folder))), values), auto_unbox = TRUE, digits = NA))
