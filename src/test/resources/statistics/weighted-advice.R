# Own seeded data (CC0) and what R 4.2.2 with survey 4.1.1 finds in them; the tests of weighted advice hold these numbers.
# Rscript weighted-advice.R   writes weighted-advice.csv beside it and prints the numbers.
suppressMessages(library(survey)); options(digits = 12)
set.seed(41); n <- 40
d <- data.frame(w = round(rlnorm(n, 0, .6), 2), two = sample(c("A", "B"), n, TRUE), three = sample(c("P", "Q", "R"), n, TRUE))
d$spend <- round(20 + 4 * (d$two == "A") + 3 * (d$three == "R") + rnorm(n, 0, 5), 1)
d$visits <- round(5 + .2 * d$spend + rnorm(n, 0, 2), 1)
d$ease <- pmin(5, pmax(1, round(3 + .8 * (d$two == "A") + .5 * (d$three == "R") + rnorm(n))))
d$again <- pmin(5, pmax(1, d$ease + sample(c(-2, -1, 0, 1), n, TRUE)))
d$reason <- sample(c("x", "y", "z"), n, TRUE, c(.5, .3, .2)); d$reason[d$two == "A" & runif(n) < .4] <- "z"
d$later <- ifelse(runif(n) < .5, d$reason, sample(c("x", "y", "z"), n, TRUE))
d$before <- sample(c("no", "yes"), n, TRUE, c(.6, .4)); d$after <- ifelse(runif(n) < .55, d$before, "yes"); d$after[7] <- "no"; d$before[7] <- "yes"
write.csv(d, "weighted-advice.csv", row.names = FALSE, quote = FALSE)
des <- svydesign(ids = ~1, weights = ~w, data = d); w <- d$w; neff <- function(w) sum(w)^2 / sum(w^2)
# standard error of a function of the weights: svytotal of weight times derivative, by central differences
linearised <- function(f, w) { z <- vapply(seq_along(w), function(i) { h <- 1e-4 * w[i]; u <- v <- w; u[i] <- u[i] + h; v[i] <- v[i] - h; w[i] * (f(u) - f(v)) / (2 * h) }, 0); u <- svydesign(ids = ~1, weights = rep(1, length(z)), data = data.frame(z = z)); c(f(w), SE(svytotal(~z, u))) }
plain <- function(e, df) e[1] + c(-1, 1) * qt(.975, df) * e[2]
fisher <- function(e, df) tanh(atanh(e[1]) + c(-1, 1) * qt(.975, df) * e[2] / (1 - e[1]^2))
p_fisher <- function(e, df) 2 * pt(-abs(atanh(e[1]) * (1 - e[1]^2) / e[2]), df)
say <- function(name, ...) cat(name, sprintf("%.12g", c(...)), "\n")
wm <- function(w, x) sum(w * x) / sum(w)
t2 <- svyttest(spend ~ two, des); A <- d$two == "A"
dd <- function(w) { m1 <- wm(w[A], d$spend[A]); m2 <- wm(w[!A], d$spend[!A]); s2 <- sum(w * (d$spend - ifelse(A, m1, m2))^2) / sum(w) * n / (n - 2); (m1 - m2) / sqrt(s2) }
e <- linearised(dd, w); say("t", t2$p.value, e[1], plain(e, n - 2))
r2 <- svyranktest(ease ~ two, des)
delta <- function(w) { o <- outer(d$ease[A], d$ease[!A], function(a, b) sign(a - b)); sum(outer(w[A], w[!A]) * o) / sum(w[A]) / sum(w[!A]) }
e <- linearised(delta, w); say("rank", r2$p.value, e[1], fisher(e, n - 2))
share <- function(y) { m <- ave(w * y, d$three, FUN = sum) / ave(w, d$three, FUN = sum); all <- wm(w, y); b <- sum(w * (m - all)^2); eta <- b / (b + sum(w * (y - m)^2)); v <- neff(w) - 3; f <- eta / (1 - eta) * v / 2; nc <- function(q) if (pf(f, 2, v) < q) 0 else uniroot(function(l) pf(f, 2, v, l) - q, c(0, 200), tol = 1e-12)$root; l <- c(nc(.975), nc(.025)); c(eta, l / (l + v + 3)) }
g <- regTermTest(svyglm(spend ~ three, des), ~three); say("anova", g$p, share(d$spend))
k <- svyranktest(ease ~ three, des); rh <- numeric(n); ii <- order(d$ease); rh[ii] <- ave(cumsum(w[ii]) - w[ii] / 2, factor(d$ease[ii])); say("kruskal", c(k$p.value), share(rh))
x2 <- svychisq(~reason + two, des); tab <- svytable(~reason + two, des); X <- suppressWarnings(chisq.test(tab / sum(tab)))$statistic; c2 <- X * neff(w); nc <- function(q) if (pchisq(c2, 2) < q) 0 else uniroot(function(l) pchisq(c2, 2, l) - q, c(0, 200), tol = 1e-12)$root; say("chisq", x2$p.value, sqrt(X), sqrt(c(nc(.975), nc(.025)) / neff(w)))
ch <- d$spend - d$visits * 2; d$ch <- ch; des <- svydesign(ids = ~1, weights = ~w, data = d); m <- svymean(~ch, des); dz <- function(w) { mm <- wm(w, ch); mm / sqrt(sum(w * (ch - mm)^2) / sum(w) * n / (n - 1)) }; e <- linearised(dz, w); say("paired", 2 * pt(-abs(coef(m) / SE(m)), degf(des)), e[1], plain(e, n - 1))
# signed ranks: rank = weight of smaller changes, half of equal ones, half a mean weight
s <- d$ease - d$again; on <- s != 0; sr <- function(w) { a <- abs(s[on]); u <- w[on]; R <- vapply(seq_along(a), function(i) sum(u[a < a[i]]) + sum(u[a == a[i]]) / 2, 0) + mean(u) / 2; sum(u * sign(s[on]) * R) / sum(u * R) }
z <- linearised(sr, w); say("signed", p_fisher(z, sum(on) - 1), z[1], fisher(z, sum(on) - 1))
cx <- d$spend - wm(w, d$spend); cy <- d$visits - wm(w, d$visits); v <- svymean(~xx + xy + yy, svydesign(ids = ~1, weights = ~w, data = data.frame(w, xx = cx^2, xy = cx * cy, yy = cy^2))); e <- linearised(function(w) cov.wt(d[c("spend", "visits")], w, cor = TRUE)$cor[1, 2], w); say("pearson", p_fisher(e, n - 2), e[1], fisher(e, n - 2)); say("svycontrast", SE(svycontrast(v, quote(xy / sqrt(xx * yy)))), e[2])
mid <- function(w, x) vapply(x, function(q) sum(w[x < q]) + sum(w[x == q]) / 2, 0); e <- linearised(function(w) cov.wt(cbind(mid(w, d$ease), mid(w, d$spend)), w, cor = TRUE)$cor[1, 2], w); say("spearman", p_fisher(e, n - 2), e[1], fisher(e, n - 2))
c1 <- d$before != d$after; th <- sum(w[c1 & d$before == "no"]); q <- th / sum(w[c1]); ne <- neff(w[c1]); x <- q * ne; al <- function(x) if (x <= 0) 1 else pbeta(.5, x, ne - x + 1); say("mcnemar", min(1, 2 * min(al(x), al(ne - x))), q - .5, qbeta(.025, x, ne - x + 1) - .5, qbeta(.975, x + 1, ne - x) - .5)
for (p in list(c("x", "y"), c("x", "z"), c("y", "z"))) d[[paste0("d", p[1], p[2])]] <- (d$reason == p[1] & d$later == p[2]) - (d$reason == p[2] & d$later == p[1])
des <- svydesign(ids = ~1, weights = ~w, data = d); m <- svymean(~dxy + dxz + dyz, des); W <- coef(m) %*% solve(vcov(m), coef(m)); ddf <- n - 1 - 2; q <- wm(w, d$reason != d$later); ne <- neff(w); zz <- qnorm(.975); say("symmetry", pf(W * ddf / ((n - 1) * 3), 3, ddf, lower.tail = FALSE), q, (q + zz^2 / 2 / ne + c(-1, 1) * zz * sqrt(q * (1 - q) / ne + zz^2 / 4 / ne^2)) / (1 + zz^2 / ne))
