# What R's survey says of weighted figures: one line "name value" per number that WeightsAgainstRTest compares. Response i
# weighs 0.5 + (i mod 5) / 2. Run in src/test/resources/reports: Rscript ../../r/weights.R > weights.expected
suppressPackageStartupMessages({library(survey); library(survival)})
options(digits = 15, survey.lonely.psu = "adjust")
say <- function(name, value) cat(name, format(value, digits = 15, scientific = FALSE), "\n", sep = " ")
weigh <- function(d) { d$w <- 0.5 + (seq_len(nrow(d)) %% 5) / 2; d }
wilson <- function(p, n, z = qnorm(.975))
  (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
effective <- function(w) sum(w)^2 / sum(w^2)

d <- weigh(read.csv("checkout-feedback.csv"))

# Frequencies of one answer, of several, of a number
k <- d[!is.na(d$satisfaction), ]
g <- svydesign(~1, weights = ~w, data = k)
say("base.n", nrow(k)); say("base.weighted", sum(k$w)); say("base.effective", effective(k$w))
p <- coef(svymean(~I(as.numeric(satisfaction == 4)), g))[[1]]
say("frequency.share", p)
say("frequency.low", wilson(p, effective(k$w))[1]); say("frequency.high", wilson(p, effective(k$w))[2])
say("frequency.ofAll", sum(k$w[k$satisfaction == 4]) / sum(d$w))
m <- svymean(~satisfaction, g)
say("frequency.mean", coef(m)[[1]])
say("frequency.meanLow", confint(m, df = degf(g))[1])
say("frequency.sd", sqrt(coef(svyvar(~satisfaction, g)))[[1]])
a <- d[d$reasons != "", ]
q <- sum(a$w[grepl("price", a$reasons)]) / sum(a$w)
say("multiple.share", q); say("multiple.low", wilson(q, effective(a$w))[1])
o <- d[!is.na(d$orders_per_year), ]
go <- svydesign(~1, weights = ~w, data = o)
say("number.mean", coef(svymean(~orders_per_year, go))[[1]])
say("number.high", confint(svymean(~orders_per_year, go), df = degf(go))[2])
say("number.sd", sqrt(coef(svyvar(~orders_per_year, go)))[[1]])
quartiles <- coef(svyquantile(~orders_per_year, go, c(.25, .5, .75), qrule = "math"))
say("number.q1", quartiles[[1]]); say("number.median", quartiles[[2]]); say("number.q3", quartiles[[3]])

# The Net Promoter Score
n <- d[!is.na(d$nps), ]
n$s <- 100 * ((n$nps >= 9) - (n$nps <= 6))
gn <- svydesign(~1, weights = ~w, data = n)
s <- svymean(~s, gn)
say("nps.score", coef(s)[[1]]); say("nps.error", SE(s)[[1]])
say("nps.low", coef(s)[[1]] - qnorm(.975) * SE(s)[[1]])
say("nps.studentLow", confint(s, df = degf(gn))[1])
up <- sum(n$w[n$nps >= 9]) / sum(n$w); down <- sum(n$w[n$nps <= 6]) / sum(n$w); ne <- effective(n$w)
say("nps.promoters", up); say("nps.detractors", down)
P <- (up * ne + .75) / (ne + 3); D <- (down * ne + .75) / (ne + 3)
say("nps.adjusted", 100 * (P - D))
say("nps.adjustedLow", 100 * (P - D - qnorm(.975) * sqrt((P + D - (P - D)^2) / (ne + 3))))

# Its trend by week in Paris
t <- as.POSIXct(n$submitted_at, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
day <- as.Date(format(t, tz = "Europe/Paris"))
week <- day - (as.integer(format(day, "%u")) - 1)
score <- sapply(split(n, week), function(x) weighted.mean(x$s, x$w))
say("trend.first", score[[1]]); say("trend.last", score[[length(score)]])
say("trend.firstEffective", effective(n$w[week == min(week)]))
first <- svymean(~s, svydesign(~1, weights = ~w, data = n[week == min(week), ]))
say("trend.firstLow", coef(first)[[1]] - qnorm(.975) * SE(first)[[1]])
say("trend.centre", mean(score))
say("trend.low", mean(score) - 3 * mean(abs(diff(score))) / (2 / sqrt(pi)))
each <- sapply(split(n, week), function(x) effective(x$w))
promoters <- sapply(split(n, week), function(x) sum(x$w[x$nps >= 9]) / sum(x$w)) * each
say("trend.armitage", suppressWarnings(prop.trend.test(promoters, each))$statistic[[1]])

# Boxes of five points
say("box.top", coef(svymean(~I(as.numeric(satisfaction >= 4)), g))[[1]])
top <- coef(svymean(~I(as.numeric(satisfaction >= 4)), g))[[1]]
say("box.topLow", wilson(top, effective(k$w))[1])
net <- svymean(~I((satisfaction >= 4) - (satisfaction <= 2)), g)
say("box.net", coef(net)[[1]]); say("box.netError", SE(net)[[1]])

# Drivers
drivers <- c("satisfaction", "clear", "quick", "unsure_cost")
e <- na.omit(d[, c("nps", drivers, "w")])
r2 <- function(set) if (length(set) == 0) 0 else summary(lm(reformulate(set, "nps"), e, weights = w))$r.squared
permutations <- function(v) if (length(v) < 2) list(v) else
  do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
orders <- permutations(drivers)
lmg <- sapply(drivers, function(one) mean(sapply(orders, function(order) {
  before <- order[seq_len(match(one, order) - 1)]
  r2(c(before, one)) - r2(before)
})))
say("drivers.r2", r2(drivers))
for (one in drivers) say(paste0("drivers.lmg.", one), lmg[[one]])
r <- cov.wt(e[, c("nps", drivers)], e$w, cor = TRUE)$cor
say("drivers.correlation.clear", r["nps", "clear"])
h <- eigen(r[drivers, drivers]); half <- h$vectors %*% diag(sqrt(h$values)) %*% t(h$vectors)
say("drivers.johnson.clear", (half^2 %*% (solve(half) %*% r[drivers, "nps"])^2)[2])
c <- d[!is.na(d$clear), ]
say("drivers.performance.clear", 100 * (weighted.mean(c$clear, c$w) - 1) / 4)

# Scores
u <- weigh(read.csv("sus.csv"))
i <- as.matrix(u[, paste0("sus_", 1:10)]); i[, seq(2, 10, 2)] <- 6 - i[, seq(2, 10, 2)]
u$sus <- 2.5 * (rowSums(i) - 10)
v <- u[!is.na(u$sus), ]; # who did not answer was asked
gs <- subset(svydesign(~1, weights = ~w, data = u), !is.na(sus))
say("score.mean", coef(svymean(~sus, gs))[[1]]); say("score.low", confint(svymean(~sus, gs), df = degf(gs))[1])
say("score.from70", sum(v$w[v$sus >= 70 & v$sus < 80]) / sum(v$w))

# Alpha of agreeableness, A1 turned round
b <- weigh(read.csv("../../../main/resources/demo/bfi.csv"))
items <- c("A1", "A2", "A3", "A4", "A5")
x <- na.omit(b[, c(items, "w")]); x$A1 <- 7 - x$A1; x$sum <- rowSums(x[, items])
gx <- svydesign(~1, weights = ~w, data = x)
say("alpha", svycralpha(~A1 + A2 + A3 + A4 + A5, gx)[[1]])
vars <- svyvar(~A1 + A2 + A3 + A4 + A5 + sum, gx)
full <- as.matrix(vars)[1:6, 1:6]; V <- attr(vars, "var"); keep <- as.vector(diag(6) == 1)
est <- diag(full); cov <- V[keep, keep]
al <- 5 / 4 * (1 - sum(est[1:5]) / est[6])
grad <- 5 / 4 * c(rep(-1 / est[6], 5), sum(est[1:5]) / est[6]^2)
se <- sqrt(drop(t(grad) %*% cov %*% grad))
reach <- qt(.975, degf(gx)) * se / (1 - al)
say("alpha.low", 1 - (1 - al) * exp(reach)); say("alpha.high", 1 - (1 - al) * exp(-reach))
say("alpha.mean.A1", coef(svymean(~A1, gx))[[1]]); say("alpha.sd.A1", sqrt(est[[1]]))
wc <- cov.wt(x[, items], x$w)$cov
rest <- items[-1]
say("alpha.rest.A1", sum(wc["A1", rest]) / sqrt(wc["A1", "A1"] * sum(wc[rest, rest])))
say("alpha.dropped.A1", 4 / 3 * (1 - sum(diag(wc[rest, rest])) / sum(wc[rest, rest])))

# Gender by education
y <- b[!is.na(b$gender) & !is.na(b$education), ]
gy <- svydesign(~1, weights = ~w, data = y)
tab <- svytable(~gender + education, gy)
say("crosstab.share", prop.table(tab, 2)[2, 3]); say("crosstab.total", sum(tab[2, ]) / sum(tab))
say("crosstab.effective", effective(y$w[y$education == 3]))
rs <- svychisq(~gender + education, gy, statistic = "F")
say("crosstab.f", rs$statistic[[1]]); say("crosstab.ndf", rs$parameter[[1]]); say("crosstab.ddf", rs$parameter[[2]])
say("crosstab.p", rs$p.value[[1]])

# Van Westendorp
z <- weigh(read.csv("price-sensitivity.csv"))
z <- z[z$price_too_cheap < z$price_cheap & z$price_cheap < z$price_expensive & z$price_expensive < z$price_too_expensive, ]
prices <- sort(unique(unlist(z[, 2:5])))
upTo <- function(column) sapply(prices, function(price) sum(z$w[column <= price]) / sum(z$w))
tooCheap <- 1 - upTo(z$price_too_cheap); cheap <- 1 - upTo(z$price_cheap)
expensive <- upTo(z$price_expensive); tooExpensive <- upTo(z$price_too_expensive)
cross <- function(a, b) {
  i <- which(diff(sign(a - b)) != 0)[1]
  prices[i] - (a - b)[i] * (prices[i + 1] - prices[i]) / ((a - b)[i + 1] - (a - b)[i])
}
say("prices.optimal", cross(tooCheap, tooExpensive)); say("prices.indifference", cross(cheap, expensive))
say("prices.lowest", cross(tooCheap, 1 - cheap)); say("prices.highest", cross(tooExpensive, 1 - expensive))
say("prices.tooCheap10", tooCheap[10]); say("prices.effective", effective(z$w))

# Kano
table <- matrix(c("Q", "A", "A", "A", "O", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M",
                  "R", "R", "R", "R", "Q"), 5, byrow = TRUE)
kano <- weigh(read.csv("kano.csv"))
class <- factor(table[cbind(kano$kano_offline_functional, kano$kano_offline_dysfunctional)], c("M", "O", "A", "I", "R", "Q"))
sums <- xtabs(kano$w ~ class)
for (one in levels(class)) say(paste0("kano.", one), sums[[one]])
base <- sum(sums[c("A", "O", "M", "I")])
say("kano.better", sum(sums[c("A", "O")]) / base); say("kano.worse", -sum(sums[c("O", "M")]) / base)
two <- sort(sums, decreasing = TRUE)[1:2]; ek <- effective(kano$w); both <- sum(two) * ek / sum(sums)
say("kano.fong", 1.65 * sqrt(both * (2 * ek - both) / (2 * ek)))

# MaxDiff: weighted likelihood, errors with a respondent as a cluster
m <- weigh(read.csv("max-diff.csv", stringsAsFactors = FALSE))
sets <- jsonlite::fromJSON("../../../../survey-schemas/templates/max-diff.json", simplifyVector = FALSE)$pages[[1]]$elements
sets <- Filter(function(e) e$type == "max_diff", sets)[[1]]
codes <- sapply(sets$options, function(o) o$code)
rows <- list(); stratum <- 0; shown <- best <- worst <- setNames(rep(0, length(codes)), codes)
for (set in seq_along(sets$sets)) for (r in seq_len(nrow(m))) {
  here <- unlist(sets$sets[[set]]); w <- m$w[r]
  up <- m[[paste0("matters_", set, "_best")]][r]; down <- m[[paste0("matters_", set, "_worst")]][r]
  shown[here] <- shown[here] + w; best[up] <- best[up] + w; worst[down] <- worst[down] + w
  for (sign in c(1, -1)) {
    stratum <- stratum + 1
    x <- sapply(codes, function(item) sign * (here == item))
    rows[[stratum]] <- data.frame(stratum, id = r, w, chosen = as.numeric(here == (if (sign == 1) up else down)), x)
  }
}
f <- do.call(rbind, rows); f$one <- 1
fit <- coxph(as.formula(paste("Surv(one, chosen) ~", paste(codes[-1], collapse = " + "), "+ strata(stratum) + cluster(id)")),
             f, weights = w, ties = "breslow", control = coxph.control(eps = 1e-12, iter.max = 50))
say("maxdiff.score.speed", (best[["speed"]] - worst[["speed"]]) / shown[["speed"]])
say("maxdiff.utility.design", coef(fit)[["design"]])
say("maxdiff.error.design", sqrt(diag(vcov(fit)))[["design"]])
say("maxdiff.share.price", 1 / sum(exp(c(0, coef(fit)))))
