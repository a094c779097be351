# The modules' sheets of the golden workbooks; a part of golden.R, whose functions it uses, and whose d, w, W, vars, put.
elements <- unlist(lapply(questionnaire$pages, `[[`, "elements"), recursive = FALSE)
of_type <- function(...) Filter(function(e) e$type %in% c(...), elements)
label <- function(text) if (is.list(text)) text[[if (language == "") "en" else sub("_", "", language)]] else text
sheet_rows <- function(key) Filter(function(row) any(!is.na(row$num)), on(key))
v1 <- function(rows) if (is.null(w)) rep(1, sum(rows)) else w[rows]

trend <- function() {
  nps <- of_type("nps"); if (!length(nps)) return()
  y <- 100 * ((as.numeric(d[[nps[[1]]$name]]) >= 9) - (as.numeric(d[[nps[[1]]$name]]) <= 6)); ok <- !is.na(y)
  time <- as.POSIXct(d$submitted_at, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"); day <- as.Date(format(time, tz = zone))
  week <- day - (as.integer(format(day, "%u")) - 1); weeks <- seq(min(week[ok]), max(week[ok]), by = 7)
  each <- lapply(weeks, function(k) { in_week <- ok & week == k
    if (!any(in_week)) NULL else list(s = score(ifelse(in_week, y, NA), w), n = sum(in_week), ne = effective(v1(in_week))) })
  some <- !sapply(each, is.null); s <- sapply(each[some], function(e) e$s[["score"]]); sigma <- mean(abs(diff(s))) / (2 / sqrt(pi))
  ne <- sapply(each[some], `[[`, "ne"); up <- sapply(each[some], function(e) e$s[["up"]]); p <- sum(up * ne) / sum(ne)
  for (i in seq_along(sheet_rows("trend"))) {
    row <- sheet_rows("trend")[[i]]; k <- match(texts(row, 1), format(weeks)); e <- each[[k]]; r <- row$row[1]; t <- W[["trend"]]
    put(t, r, 2, if (is.null(e)) 0 else e$n); put(t, r, 6, mean(s) + c(0, -3, 3) * sigma)
    if (!is.null(e)) { put(t, r, 3, e$s[c("score", "slow", "shigh")])
      put(t, r, 9, c(e$s[["up"]], pmin(1, pmax(0, p + c(-3, 3) * sqrt(p * (1 - p) / e$ne))))) }
  }
}
boxes <- function() {
  asked <- of_type("csat", "ces", "rating"); names <- sapply(asked, function(e) label(e$text)); t <- W[["boxes"]]; first <- TRUE; seen <- character()
  for (row in sheet_rows("boxes")) {
    e <- asked[[match(texts(row, 1), names)]]; v <- vars[[e$name]]; y <- scores(d, v); k <- length(v$codes); b <- if (k < 5) 1 else if (k < 7) 2 else 3
    ok <- !is.na(y); share <- function(x) measure(list(kind = "answer", y = ifelse(ok, as.numeric(x), NA)), all, w); r <- row$row[1]
    if (!(e$name %in% seen)) {
      seen <- c(seen, e$name); top <- share(y > k - b); low <- share(y <= b)
      put(t, r, 3, c(sum(ok), top, low, top[1] - low[1], weighted.mean(y[ok], v1(ok)), if (weighted) base(ok)[2:3]))
    } else put(t, r, 2, c(sapply(seq_len(k), function(i) share(y == i)[1]), sum(ok), if (weighted) base(ok)[2:3]))
  }
}
score_sheet <- function() {
  for (s in questionnaire$scores) {
    y <- value(d, vars[[s$name]]); ok <- !is.na(y); t <- W[["scores"]]; bin <- 0
    items <- lapply(s$items, function(i) range(as.numeric(vars[[if (is.list(i)) i$variable else i]]$codes)))
    ends <- Reduce(`+`, items) / if (s$method == "mean") length(items) else 1
    if (!is.null(s$rescale)) ends <- unlist(s$rescale$to)
    for (row in sheet_rows("scores")) {
      r <- row$row[1]
      if (texts(row, 1) == label(if (is.null(s$text)) s$name else s$text)) put(t, r, 3, c(length(items), sum(ok), summary_of(y), if (weighted) base(ok)[2:3]))
      else { bin <- bin + 1; from <- ends[1] + diff(ends) * (bin - 1) / 10; to <- ends[1] + diff(ends) * bin / 10
        at <- pmin(10, pmax(1, floor((y - ends[1]) / diff(ends) * 10) + 1)); inside <- ok & at == bin
        put(t, r, 2, c(sum(inside), sum(v1(inside)) / sum(v1(ok)))) }
    }
  }
}
drivers <- function() {
  outcome <- c(of_type("nps"), of_type("csat"), of_type("ces"), of_type("rating"))[[1]]$name
  rated <- unlist(lapply(elements, function(e) switch(e$type, csat = , ces = , rating = , slider = , nps = e$name, likert = sapply(e$rows, `[[`, "name"), NULL)))
  rated <- setdiff(rated, outcome); x <- sapply(c(outcome, rated), function(n) scores(d, vars[[n]])); ok <- complete.cases(x)
  R <- cov.wt(x[ok, ], v1(ok), cor = TRUE)$cor; y <- R[rated, outcome]; A <- R[rated, rated]; p <- length(rated)
  r2 <- function(set) if (!length(set)) 0 else drop(y[set] %*% solve(A[set, set, drop = FALSE], y[set]))
  # All subsets, weighted as Shapley has it.
  value <- sapply(0:(2^p - 1), function(b) r2(which(bitwAnd(b, 2^(0:(p - 1))) > 0)))
  size <- sapply(0:(2^p - 1), function(b) sum(bitwAnd(b, 2^(0:(p - 1))) > 0))
  lmg <- sapply(1:p, function(j) { without <- which(bitwAnd(0:(2^p - 1), 2^(j - 1)) == 0)
    sum((value[without + 2^(j - 1)] - value[without]) / (p * choose(p - 1, size[without]))) })
  e <- eigen(A); half <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); johnson <- drop(half^2 %*% (solve(half) %*% y)^2)
  beta <- solve(A, y); use <- beta^2 / diag(solve(A)); order <- order(-lmg); k <- 0
  for (row in sheet_rows("drivers")) {
    k <- k + 1; j <- order[k]; v <- vars[[rated[j]]]; z <- x[, rated[j]]; has <- !is.na(z); ends <- if (v$kind == "number") unlist(v$ends) else range(as.numeric(v$codes))
    put(W[["drivers"]], row$row[1], 2, c(rank(-lmg)[j], lmg[j] / sum(lmg), 100 * (weighted.mean(z[has], v1(has)) - ends[1]) / diff(ends), lmg[j], johnson[j], y[j], beta[j], use[j], sum(has)))
  }
}
prices <- function() {
  x <- sapply(c("price_too_cheap", "price_cheap", "price_expensive", "price_too_expensive"), function(n) as.numeric(d[[n]]))
  ok <- which(x[, 1] < x[, 2] & x[, 2] < x[, 3] & x[, 3] < x[, 4]); x <- x[ok, ]; k <- if (is.null(w)) rep(1, length(ok)) else w[ok]
  at <- sort(unique(as.vector(x))); upto <- function(c) sapply(at, function(p) sum(k[x[, c] <= p]) / sum(k))
  f <- cbind(1 - upto(1), 1 - upto(2), upto(3), upto(4))
  cross <- function(a, b) { i <- which(diff(sign(round(a - b, 12))) != 0)[1]; at[i] - (a - b)[i] * (at[i + 1] - at[i]) / ((a - b)[i + 1] - (a - b)[i]) }
  points <- c(cross(f[, 1], 1 - f[, 2]), cross(f[, 1], f[, 4]), cross(f[, 2], f[, 3]), cross(f[, 4], 1 - f[, 3])); i <- 0; n <- 0
  for (row in sheet_rows("prices"))
    if (any(row$col == 1 & !is.na(row$num))) { i <- i + 1; put(W[["prices"]], row$row[1], 1, c(at[i], f[i, ])) }
    else { n <- n + 1; put(W[["prices"]], row$row[1], 3, points[n]) }
}
kano <- function() {
  table <- matrix(c("Q", "A", "A", "A", "O", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M", "R", "I", "I", "I", "M", "R", "R", "R", "R", "Q"), 5, byrow = TRUE)
  for (row in sheet_rows("kano")) {
    feature <- gsub(" ", "_", texts(row, 1)); a <- as.numeric(d[[paste0("kano_", feature, "_functional")]]); b <- as.numeric(d[[paste0("kano_", feature, "_dysfunctional")]])
    ok <- !is.na(a) & !is.na(b); c <- factor(table[cbind(a[ok], b[ok])], c("M", "O", "A", "I", "R", "Q")); n <- table(c); s <- xtabs(v1(ok) ~ c); m <- sum(s[c("M", "O", "A", "I")])
    put(W[["kano"]], row$row[1], 4, c(-sum(s[c("M", "O")]) / m, sum(s[c("A", "O")]) / m, sum(ok), n)); two <- sort(s, decreasing = TRUE)[1:2]
    put(W[["kano"]], row$row[1], 13, c((two[1] - two[2]) / sum(s), sum(s[c("M", "O", "A")]) / sum(s)))
    if (weighted) put(W[["kano"]], row$row[1], 16, c(s, base(ok)[2:3]))
  }
}
max_diff <- function() for (e in of_type("max_diff")) {
  codes <- sapply(e$options, `[[`, "code"); k <- setNames(rep(0, length(codes)), codes); shown <- best <- worst <- people <- net <- k; rows <- list(); stratum <- 0
  for (set in seq_along(e$sets)) for (i in seq_len(nrow(d))) {
    here <- unlist(e$sets[[set]]); up <- d[[paste(e$name, set, "best", sep = "_")]][i]; down <- d[[paste(e$name, set, "worst", sep = "_")]][i]
    if (is.na(up) || is.na(down)) next
    v <- if (is.null(w)) 1 else w[i]; shown[here] <- shown[here] + 1; best[up] <- best[up] + 1; worst[down] <- worst[down] + 1
    people[here] <- people[here] + v; net[up] <- net[up] + v; net[down] <- net[down] - v
    for (sign in c(1, -1)) { stratum <- stratum + 1
      rows[[stratum]] <- data.frame(stratum, id = i, v, one = 1, chosen = as.numeric(here == (if (sign == 1) up else down)), sapply(codes, function(c) sign * (here == c))) }
  }
  f <- do.call(rbind, rows); form <- paste("Surv(one, chosen) ~", paste(codes[-1], collapse = "+"), "+ strata(stratum)")
  fit <- suppressWarnings(if (is.null(w)) coxph(as.formula(form), f, ties = "breslow") else coxph(as.formula(paste(form, "+ cluster(id)")), f, weights = v, ties = "breslow"))
  u <- c(0, coef(fit)); se <- c(0, sqrt(diag(vcov(fit)))); order <- order(-net / people); i <- 0
  for (row in sheet_rows("maxDiff")) { i <- i + 1; j <- order[i]
    put(W[["maxDiff"]], row$row[1], 2, c(exp(u[j]) / sum(exp(u)), u[j], se[j], shown[j], best[j], worst[j], net[j] / people[j])) }
}
ranking <- function() for (e in of_type("ranking")) {
  names <- sapply(e$options, function(o) paste0(e$name, ".", o$code)); x <- sapply(names, function(n) as.numeric(d[[n]])); any_rank <- rowSums(!is.na(x)) > 0
  first <- colSums(x == 1, na.rm = TRUE); order <- order(-first); i <- 0
  for (row in sheet_rows("ranking")) { i <- i + 1; y <- x[, order[i]]
    put(W[["ranking"]], row$row[1], 2, c(measure(list(kind = "mean", y = y), all, w), sum(!is.na(y)), first[order[i]],
        measure(list(kind = "answer", y = ifelse(any_rank, as.numeric(!is.na(y) & y == 1), NA)), all, w))) }
}
quality <- function() {
  t <- W[["quality"]]; seconds <- as.numeric(difftime(as.POSIXct(d$submitted_at, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"), as.POSIXct(d$started_at, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"), units = "secs"))
  seconds[seconds <= 0] <- NA; median_ <- median(seconds, na.rm = TRUE); l <- log(seconds); flagged <- !is.na(seconds) & seconds < median_ / 3
  scales <- Filter(function(e) length(e$rows) > 1, of_type("likert")); sign <- list()
  for (e in scales) { x <- matrix_of(e, FALSE); ok <- complete.cases(x); alike <- ok & apply(x, 1, function(r) all(r == r[1])); if (ncol(x) >= 5) flagged <- flagged | alike
    c <- x[ok, ]; sign[[e$name]] <- c(ncol(x), sum(rowSums(!is.na(x)) > 0), sum(ok), sum(alike), sum(duplicated(c)), sum(mahalanobis(c, colMeans(c), cov(c)) > qchisq(.999, ncol(x)))) }
  key <- function(y, nps, rows) { y <- ifelse(rows, y, NA)
    if (nps) score(100 * ((y >= 9) - (y <= 6)), w)[c("score", "slow", "shigh")] else measure(list(kind = "mean", y = y), all, w) }
  keys <- list(); for (e in of_type("nps")) keys[[length(keys) + 1]] <- list(e$name, TRUE); for (e in of_type("csat", "ces", "rating")) keys[[length(keys) + 1]] <- list(e$name, FALSE)
  for (s in questionnaire$scores) keys[[length(keys) + 1]] <- list(s$name, FALSE); at <- 0; items <- 0
  asked <- Filter(function(v) v$question != "" && !(v$kind == "text" && grepl(paste0("^", v$question, "_"), v$name) && v$question %in% sapply(of_type("single_choice", "multiple_choice"), `[[`, "name")), vars)
  simple <- list("quality.all" = nrow(d), "quality.timed" = c(sum(!is.na(seconds)), median_), "quality.third" = c(sum(seconds < median_ / 3, na.rm = TRUE), median_ / 3),
    "quality.half" = c(sum(seconds < median_ / 2, na.rm = TRUE), median_ / 2), "quality.outliers" = sum(l < median(l, na.rm = TRUE) - 2.5 * mad(l, na.rm = TRUE), na.rm = TRUE), "quality.flagged" = sum(flagged))
  for (row in sheet_rows("quality")) {
    a <- texts(row, 1); r <- row$row[1]; k <- names(simple)[match(a, W[names(simple)])]
    if (!is.na(k) && at == 0) put(t, r, 2, simple[[k]])
    else if (texts(row, 2) %in% W[c("line.score", "line.mean", "mean", "nps", "trend.score")] && at < length(keys)) { at <- at + 1; y <- scores(d, vars[[keys[[at]][[1]]]])
      put(t, r, 3, c(key(y, keys[[at]][[2]], all), key(y, keys[[at]][[2]], !flagged))) }
    else if (a %in% names(sign)) put(t, r, 3, sign[[a]])
    else { items <- items + 1; v <- asked[[items]]; missing <- sum(!answered(d, v)); put(t, r, 3, c(nrow(d), missing, wilson(missing / nrow(d), nrow(d)))) }
  }
}
rates <- function(days) {
  t <- W[["rates"]]; s <- colSums(days); day <- 0; named <- c("rates.eligible", "rates.granted", "rates.seen", "rates.dismissed", "rates.started", "rates.partial", "rates.complete")
  # Closed or left without a first answer: seen and not started.
  I <- s[7]; P <- s[6]; left <- s[3] - s[5]; unseen <- s[2] - s[3]; all_ <- I + P + left + unseen
  aapor <- list(rates.rr5 = I / all_, rates.rr6 = (I + P) / all_, rates.coop1 = I / (I + P + left), rates.coop2 = (I + P) / (I + P + left), rates.ref3 = left / all_, rates.con3 = (I + P + left) / all_)
  for (row in sheet_rows("rates")) {
    a <- texts(row, 1); r <- row$row[1]; k <- match(a, W[named]); m <- names(aapor)[match(a, W[names(aapor)])]
    if (!is.na(m)) put(t, r, 2, aapor[[m]])
    else if (!is.na(k)) { put(t, r, 2, s[k]); before <- c(NA, 1, 2, NA, 3, NA, 5)[k]; if (!is.na(before)) put(t, r, 3, wilson(s[k] / s[before], s[before])) }
    else { day <- day + 1; put(t, r, 2, days[day, ]) }
  }
}
function(definition) {
  if (length(on("trend"))) trend()
  if (length(on("boxes"))) boxes()
  if (length(on("scores"))) score_sheet()
  if (length(on("drivers"))) drivers()
  if (length(on("prices"))) prices()
  if (length(on("kano"))) kano()
  if (length(on("maxDiff"))) max_diff()
  if (length(on("ranking"))) ranking()
  if (length(on("quality"))) quality()
  if (length(on("rates"))) rates(definition$funnel)
}
