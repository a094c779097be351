# What R says of the samples in src/test/resources/reports: one line "name value" per number that ModulesAgainstRTest
# compares. Run in src/test/resources/reports: Rscript ../../r/modules.R > modules.expected
options(digits = 15)
say <- function(name, value) cat(name, format(value, digits = 15, scientific = FALSE), "\n", sep = " ")
library(survival)

# NPS by week in Paris
d <- read.csv("checkout-feedback.csv")
t <- as.POSIXct(d$submitted_at, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
day <- as.Date(format(t, tz = "Europe/Paris"))
week <- day - (as.integer(format(day, "%u")) - 1)
s <- 100 * ((d$nps >= 9) - (d$nps <= 6))
score <- tapply(s, week, mean)
n <- tapply(s, week, length)
say("trend.weeks", as.integer((max(week) - min(week)) / 7) + 1)
say("trend.scored", length(score))
say("trend.first", score[[1]])
say("trend.last", score[[length(score)]])
say("trend.centre", mean(score))
sigma <- mean(abs(diff(score))) / (2 / sqrt(pi))
say("trend.low", mean(score) - 3 * sigma)
x <- tapply(d$nps >= 9, week, sum)
say("trend.armitage", prop.trend.test(x, n)$statistic[[1]])
p <- sum(x) / sum(n)
say("trend.promotersHigh", min(1, p + 3 * sqrt(p * (1 - p) / n[[1]])))
pairs <- outer(score, score, "-")[lower.tri(diag(length(score)))]
say("trend.kendallS", sum(sign(pairs)))

# Top and bottom box of five points
say("box.top", mean(d$satisfaction >= 4))
w <- prop.test(sum(d$satisfaction >= 4), nrow(d), correct = FALSE)$conf.int
say("box.topLow", w[1])
say("box.topHigh", w[2])
say("box.net", mean(d$satisfaction >= 4) - mean(d$satisfaction <= 2))

# Drivers of the score: LMG over all orders, by lm
drivers <- c("satisfaction", "clear", "quick", "unsure_cost")
k <- na.omit(d[, c("nps", drivers)])
r2 <- function(set) if (length(set) == 0) 0 else summary(lm(reformulate(set, "nps"), k))$r.squared
permutations <- function(v) if (length(v) < 2) list(v) else
  do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
orders <- permutations(drivers)
lmg <- sapply(drivers, function(one) mean(sapply(orders, function(order) {
  before <- order[seq_len(match(one, order) - 1)]
  r2(c(before, one)) - r2(before)
})))
say("drivers.n", nrow(k))
say("drivers.r2", r2(drivers))
for (one in drivers) say(paste0("drivers.lmg.", one), lmg[[one]])
e <- eigen(cor(k[, drivers]))
half <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
johnson <- half^2 %*% (solve(half) %*% cor(k[, drivers], k$nps))^2
say("drivers.johnson.clear", johnson[2])
say("drivers.performance.clear", 100 * (mean(d$clear, na.rm = TRUE) - 1) / 4)

# System Usability Scale
u <- read.csv("sus.csv")
i <- as.matrix(u[, paste0("sus_", 1:10)])
i[, seq(2, 10, 2)] <- 6 - i[, seq(2, 10, 2)]
sus <- 2.5 * (rowSums(i) - 10)
say("sus.n", sum(!is.na(sus)))
say("sus.mean", mean(sus, na.rm = TRUE))
say("sus.low", t.test(sus)$conf.int[1])
say("sus.from70", sum(sus >= 70 & sus < 80, na.rm = TRUE))

# Van Westendorp, as pricesensitivitymeter counts
v <- read.csv("price-sensitivity.csv")
v <- v[v$price_too_cheap < v$price_cheap & v$price_cheap < v$price_expensive & v$price_expensive < v$price_too_expensive, ]
prices <- sort(unique(unlist(v[, -1])))
tooCheap <- 1 - ecdf(v$price_too_cheap)(prices)
cheap <- 1 - ecdf(v$price_cheap)(prices)
expensive <- ecdf(v$price_expensive)(prices)
tooExpensive <- ecdf(v$price_too_expensive)(prices)
cross <- function(a, b) {
  i <- which(diff(sign(a - b)) != 0)[1]
  prices[i] - (a - b)[i] * (prices[i + 1] - prices[i]) / ((a - b)[i + 1] - (a - b)[i])
}
say("prices.n", nrow(v))
say("prices.optimal", cross(tooCheap, tooExpensive))
say("prices.indifference", cross(cheap, expensive))
say("prices.lowest", cross(tooCheap, 1 - cheap))
say("prices.highest", cross(tooExpensive, 1 - expensive))
say("prices.points", length(prices))
say("prices.tooCheap10", tooCheap[10])
say("prices.expensive10", expensive[10])

# Kano's table: rows functional, columns dysfunctional
table <- matrix(c("Q", "A", "A", "A", "O", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M",
                  "R", "R", "R", "R", "Q"), 5, byrow = TRUE)
kano <- read.csv("kano.csv")
class <- table[cbind(kano$kano_offline_functional, kano$kano_offline_dysfunctional)]
for (one in c("M", "O", "A", "I", "R", "Q")) say(paste0("kano.", one), sum(class == one))
say("kano.better", sum(class %in% c("A", "O")) / sum(class %in% c("A", "O", "M", "I")))
say("kano.worse", -sum(class %in% c("O", "M")) / sum(class %in% c("A", "O", "M", "I")))

# MaxDiff
m <- read.csv("max-diff.csv", stringsAsFactors = FALSE)
sets <- jsonlite::fromJSON("../../../../survey-schemas/templates/max-diff.json", simplifyVector = FALSE)$pages[[1]]$elements
sets <- Filter(function(e) e$type == "max_diff", sets)[[1]]
items <- sapply(sets$options, function(o) o$code)
rows <- list(); stratum <- 0; best <- setNames(rep(0, length(items)), items); shown <- best; worst <- best
for (set in seq_along(sets$sets)) for (r in seq_len(nrow(m))) {
  here <- unlist(sets$sets[[set]])
  b <- m[[paste0("matters_", set, "_best")]][r]; w <- m[[paste0("matters_", set, "_worst")]][r]
  shown[here] <- shown[here] + 1; best[b] <- best[b] + 1; worst[w] <- worst[w] + 1
  for (sign in c(1, -1)) {
    stratum <- stratum + 1
    x <- sapply(items, function(item) sign * (here == item))
    rows[[stratum]] <- data.frame(stratum, chosen = here == (if (sign == 1) b else w), x)
  }
}
f <- do.call(rbind, rows)
fit <- clogit(reformulate(c(items[-1], "strata(stratum)"), "chosen"), f)
say("maxdiff.shown.speed", shown[["speed"]])
say("maxdiff.best.speed", best[["speed"]])
say("maxdiff.worst.speed", worst[["speed"]])
say("maxdiff.utility.reliability", coef(fit)[["reliability"]])
say("maxdiff.utility.design", coef(fit)[["design"]])
utility <- c(0, coef(fit))
say("maxdiff.share.price", 1 / sum(exp(utility)))

# What stands behind the personality items: one scale, and all 25
b <- read.csv("../../../main/resources/demo/bfi.csv")
a <- na.omit(b[, paste0("A", 1:5)])
say("factors.kmo", psych::KMO(a)$MSA)
say("factors.msa.A1", psych::KMO(a)$MSAi[["A1"]])
say("factors.bartlett", psych::cortest.bartlett(cor(a), nrow(a))$chisq)
all <- na.omit(b[, c(paste0("A", 1:5), paste0("C", 1:5), paste0("E", 1:5), paste0("N", 1:5), paste0("O", 1:5))])
values <- eigen(cor(all))$values
say("factors.n", nrow(all))
say("factors.first", values[1])
say("factors.k", sum(values > 1))
fa <- factanal(all, sum(values > 1), control = list(nstart = 4, opt = list(maxit = 10000, factr = 10)))
say("factors.chi", fa$STATISTIC[[1]])
say("factors.loading.N1", abs(fa$loadings["N1", which.max(abs(fa$loadings["N1", ]))]))
say("factors.uniqueness.O5", fa$uniquenesses[["O5"]])
x <- a; x$A1 <- x$A1 # as if nobody had said that A1 points the other way
say("negative.rest.A1", cor(x$A1, rowSums(x[, -1])))
