# Times in R what Task.java times: base, psych and survey. Arguments: file of answers, number of respondents.
# Prints a line per task: name, seconds, the number by which to see that both did the same.
suppressMessages({ library(psych); library(survey) })
arguments <- commandArgs(TRUE)
n <- as.integer(arguments[2])
connection <- file(arguments[1], "rb")
column <- function() {
  x <- readBin(connection, "integer", n, size = 1, signed = TRUE)
  x[x < 0] <- NA
  x
}
items <- as.data.frame(lapply(1:25, function(i) column()), col.names = paste0("item", 1:25))
banners <- as.data.frame(lapply(1:10, function(i) as.factor(column())), col.names = paste0("banner", 1:10))
outcome <- column()
close(connection)
# What a user of R would have at hand: factors for tables, numbers for correlations.
factors <- as.data.frame(lapply(items, as.factor))

timed <- function(name, task) {
  invisible(gc())
  seconds <- system.time(number <- task())[["elapsed"]]
  cat(name, seconds, format(number, digits = 16), "\n")
}

timed("FREQUENCIES", function() sum(sapply(factors, function(x) {
  counts <- table(x)
  sum(sapply(counts, function(count) prop.test(count, sum(counts), correct = FALSE)$conf.int[2]))
})))

lettered <- function(t) {
  bases <- colSums(t)
  pairs <- combn(ncol(t), 2)
  apply(t, 1, function(row) {
    a <- pairs[1, ]; b <- pairs[2, ]
    pooled <- (row[a] + row[b]) / (bases[a] + bases[b])
    z <- (row[a] / bases[a] - row[b] / bases[b]) / sqrt(pooled * (1 - pooled) * (1 / bases[a] + 1 / bases[b]))
    p <- p.adjust(2 * pnorm(-abs(z)), "bonferroni")
    larger <- ifelse(z > 0, a, b); smaller <- ifelse(z > 0, b, a)
    sapply(seq_along(bases), function(j) paste(LETTERS[smaller[p < 0.05 & larger == j]], collapse = ""))
  })
}
timed("CROSSTABS", function() sum(sapply(factors, function(x) sapply(banners, function(b) {
  t <- table(x, b)
  lettered(t)
  chisq.test(t, correct = FALSE)$statistic
}))))

timed("CORRELATIONS", function() {
  r <- cor(items, use = "complete.obs")
  factanal(covmat = r, factors = 5, n.obs = sum(complete.cases(items)))
  # Of the covariances: on the answers themselves psych::alpha takes half a minute.
  psych::alpha(cov(items, use = "pairwise"), n.obs = n, check.keys = FALSE, warnings = FALSE)$total$raw_alpha
})

timed("RELATIVE_WEIGHTS", function() {
  r <- cor(cbind(outcome, items[1:10]), use = "complete.obs")
  e <- eigen(r[-1, -1])
  half <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  sum(half^2 %*% solve(half, r[-1, 1])^2)
})

timed("RAKING", function() {
  data <- cbind(banners[1:4], w = 1)
  design <- svydesign(ids = ~1, weights = ~w, data = data)
  margin <- function(name) {
    share <- seq(10, length.out = nlevels(data[[name]]))
    setNames(data.frame(levels(data[[name]]), n * share / sum(share)), c(name, "Freq"))
  }
  raked <- rake(design, list(~banner1, ~banner2, ~banner3, ~banner4), lapply(names(data)[1:4], margin),
                control = list(maxit = 100, epsilon = 1e-10, verbose = FALSE))
  sum(weights(raked)^2)
})
