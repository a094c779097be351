# The numbers that BannerTest holds one banner to: A1, age and gender by gender and by education, and by education within
# gender, unweighted and raked. Run from the repository's root: Rscript src/test/r/banner.R
# Needs the package survey. Prints name and value, one a line, to 12 digits.
suppressPackageStartupMessages(library(survey))
options(digits = 12, survey.lonely.psu = "adjust")
say <- function(name, ...) cat(name, format(c(...), digits = 12), "\n")

d <- read.csv("src/main/resources/demo/bfi.csv")

# --- unweighted: A1 by education -------------------------------------------------------------------------------------
u <- d[!is.na(d$A1) & !is.na(d$education), ]
t <- table(factor(u$A1, 1:6), factor(u$education, 1:5))
say("u.base", colSums(t))
say("u.share.6", prop.table(t, 2)[6, ])
say("u.wilson.6.1", prop.test(t[6, 1], sum(t[, 1]), correct = FALSE)$conf.int)
p <- outer(1:5, 1:5, Vectorize(function(a, b) {
    if (a < b) prop.test(t[1, c(a, b)], colSums(t)[c(a, b)], correct = FALSE)$p.value else NA
}))
pairs <- t(p)[lower.tri(p)]
say("u.p.1", pairs)
say("u.p.1.holm", p.adjust(pairs, "holm"))
one <- prop.test(t[1, c(1, 4)], colSums(t)[c(1, 4)], correct = FALSE)
say("u.1v4.z", sign(diff(-one$estimate)) * sqrt(one$statistic))
say("u.1v4.interval", one$conf.int)
say("u.1v4.h", 2 * asin(sqrt(one$estimate[1])) - 2 * asin(sqrt(one$estimate[2])))
x <- chisq.test(t, correct = FALSE)
say("u.chi", x$statistic, x$parameter, x$p.value, sqrt(x$statistic / (sum(t) * 4)))
m <- tapply(u$A1, u$education, mean)
say("u.mean", m)
w <- t.test(u$A1[u$education == 1], u$A1[u$education == 5])
say("u.mean.1v5", w$statistic, w$parameter, w$p.value, w$conf.int)
x1 <- u$A1[u$education == 1]; x5 <- u$A1[u$education == 5]
pooled <- sqrt(((length(x1) - 1) * var(x1) + (length(x5) - 1) * var(x5)) / (length(x1) + length(x5) - 2))
say("u.mean.1v5.d", (mean(x1) - mean(x5)) / pooled)
all <- d$A1[!is.na(d$A1)]
say("u.total", length(all), mean(all), sd(all), t.test(all)$conf.int)
say("u.top2", mean(all >= 5), prop.test(sum(all >= 5), length(all), correct = FALSE)$conf.int)
women <- u[u$gender == 2, ]
say("u.women.base", table(factor(women$education, 1:5)))
say("u.women.mean", tapply(women$A1, women$education, mean))

# --- weighted: adults, raked to gender and education --------------------------------------------------------------------
a <- d[!is.na(d$age) & d$age >= 18, ]
a <- a[!is.na(a$gender) & !is.na(a$education), ]
design <- svydesign(~1, weights = rep(1, nrow(a)), data = a)
raked <- rake(design, list(~gender, ~education),
    list(data.frame(gender = 1:2, Freq = c(.49, .51) * nrow(a)),
         data.frame(education = 1:5, Freq = c(.15, .25, .3, .2, .1) * nrow(a))),
    control = list(maxit = 1000, epsilon = 1e-12))
a$w <- weights(raked)
say("w.n", nrow(a))
say("w.deff", nrow(a) * sum(a$w^2) / sum(a$w)^2)
say("w.range", min(a$w), max(a$w))
# The weights are taken as given: a plain design with them.
k <- a[!is.na(a$A1), ]
g <- svydesign(~1, weights = ~w, data = k)
k$one <- as.numeric(k$A1 == 1)
g <- update(g, one = as.numeric(A1 == 1))
by <- svyby(~one, ~education, g, svymean, covmat = TRUE)
say("w.share.1", coef(by))
ne <- tapply(k$w, k$education, function(w) sum(w)^2 / sum(w^2))
say("w.effective", ne)
wilson <- function(p, n, z = qnorm(.975)) (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
say("w.wilson.1.1", wilson(coef(by)[1], ne[1]))
z <- function(a, b) { x <- as.numeric(1:5 == a) - as.numeric(1:5 == b); c <- svycontrast(by, x); coef(c) / SE(c) }
zs <- combn(5, 2, function(i) z(i[1], i[2]))
say("w.z.1", zs)
say("w.p.1.holm", p.adjust(2 * pnorm(-abs(zs)), "holm"))
s <- svychisq(~A1 + education, g, statistic = "F")
say("w.raoscott", s$statistic, s$parameter, s$p.value)
say("w.mean", coef(svyby(~A1, ~education, g, svymean)))
tt <- svyttest(A1 ~ I(education == 5), subset(g, education %in% c(1, 5)))
mc <- svycontrast(svyby(~A1, ~education, g, svymean, covmat = TRUE), c(1, 0, 0, 0, -1))
say("w.mean.1v5.contrast", coef(mc) / SE(mc))
say("w.mean.1v5", -tt$statistic, tt$parameter, tt$p.value)
say("w.sd", sqrt(coef(svyvar(~A1, g))))
say("w.median", coef(svyquantile(~A1, g, .5, qrule = "math", interval.type = "mean")))

# --- columns that share respondents, by weight ---------------------------------------------------------------------------
# Everybody who chose 5 or 6 at A2 against everybody who chose 5 or 6 at A3: the difference of their mean A1.
o <- d[!is.na(d$A1) & !is.na(d$A2) & !is.na(d$A3) & !is.na(d$age), ]
o$a <- as.numeric(o$A2 >= 5); o$b <- as.numeric(o$A3 >= 5)
o$ay <- o$a * o$A1; o$by <- o$b * o$A1
h <- svydesign(~1, weights = ~age, data = o)
c <- svycontrast(svytotal(~ay + a + by + b, h), quote(ay / a - by / b))
say("o.contrast", coef(c), SE(c))
