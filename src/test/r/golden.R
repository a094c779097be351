# Works out anew, with R, the numbers of the golden workbooks under src/test/resources/golden, and compares cell by cell. Prints
# for each sheet how many numbers it has, how many were compared and how many differ, then each difference; ends with status 1 if
# any differs. Run from the repository's root: Rscript src/test/r/golden.R
# Needs survey, survival, psych and jsonlite.
suppressPackageStartupMessages({library(survey); library(survival); library(jsonlite)})
options(survey.lonely.psu = "adjust", digits = 12)
Z <- qnorm(.975)
root <- "src/test/resources/"

# --- what a golden text holds -------------------------------------------------------------------------------------------------
number <- function(letters) Reduce(function(sum, one) 26 * sum + one, utf8ToInt(letters) - 64L, 0L)
golden <- function(file) {
  lines <- readLines(paste0(root, "golden/", file, ".txt"), encoding = "UTF-8")
  cells <- regmatches(lines, regexec("^(.*?)!([A-Z]+)([0-9]+) = (.*)$", lines, perl = TRUE))
  cells <- do.call(rbind, cells[lengths(cells) == 5])
  value <- sub(" \\[.*\\]$", "", cells[, 5])
  digits <- gsub("^0+", "", gsub("[^0-9]", "", sub("e.*$", "", value)))
  # Numbers are printed to ten significant digits, which tells them from codes.
  numeric <- grepl("^-?[0-9]+\\.[0-9]+(e[-+][0-9]+)?$", value) & (nchar(digits) >= 10 | grepl("^-?0\\.0+$", value))
  value <- ifelse(numeric, value, cells[, 5])
  data.frame(sheet = cells[, 2], row = as.integer(cells[, 4]), col = sapply(cells[, 3], number), text = value,
             num = suppressWarnings(ifelse(numeric, as.numeric(value), NA)), stringsAsFactors = FALSE)
}
words <- function(language) {
  bundle <- function(name) readLines(paste0("src/main/resources/io/earshot/workbook/", name, language, ".properties"), encoding = "UTF-8")
  lines <- grep("^[^#].*?=", unlist(lapply(c("words", "modules", "tables", "bases"), bundle)), value = TRUE)
  setNames(sub("^.*?=", "", lines, perl = TRUE), sub("=.*$", "", lines))
}

# --- what a questionnaire asks ------------------------------------------------------------------------------------------------
variables <- function(questionnaire) {
  found <- list()
  add <- function(name, kind, codes = NULL, measure = "nominal", question = "", type = "", ends = NULL, reversed = FALSE)
    found[[name]] <<- list(name = name, kind = kind, codes = codes, measure = measure, question = question, type = type,
                           ends = ends, reversed = reversed)
  codes <- function(options) sapply(options, function(o) as.character(o$code))
  for (page in questionnaire$pages) for (e in page$elements) {
    n <- e$name
    switch(e$type,
      single_choice = { add(n, "coded", codes(e$options), if (isTRUE(e$ordered)) "ordinal" else "nominal", n, e$type)
        for (o in e$options) if (isTRUE(o$openText)) add(paste0(n, "_", o$code), "text", question = n) },
      multiple_choice = { add(n, "multiple", codes(e$options), question = n, type = e$type)
        for (o in e$options) if (isTRUE(o$openText)) add(paste0(n, "_", o$code), "text", question = n) },
      yes_no = add(n, "coded", c("yes", "no"), question = n, type = e$type),
      nps = add(n, "coded", as.character(0:10), "ordinal", n, e$type),
      csat = add(n, "coded", as.character(1:5), "ordinal", n, e$type),
      ces = add(n, "coded", as.character(1:(if (is.null(e$points)) 7 else e$points)), "ordinal", n, e$type),
      rating = add(n, "coded", as.character(1:e$points), "ordinal", n, e$type),
      likert = for (r in e$rows) add(r$name, "coded", codes(e$scale), "ordinal", n, e$type, reversed = isTRUE(r$reversed)),
      matrix_choice = for (r in e$rows)
        add(r$name, if (isTRUE(e$multiple)) "multiple" else "coded", codes(e$options), question = n, type = e$type),
      ranking = for (o in e$options)
        add(paste0(n, ".", o$code), "coded", as.character(seq_len(if (is.null(e$top)) length(e$options) else e$top)), "ordinal", n, e$type),
      constant_sum = for (r in e$rows) add(r$name, "number", question = n, type = e$type),
      max_diff = for (i in seq_along(e$sets)) for (end in c("best", "worst"))
        add(paste(n, i, end, sep = "_"), "coded", unlist(e$sets[[i]]), question = n, type = e$type),
      slider = add(n, "number", question = n, type = e$type, ends = c(e$min, e$max)),
      number = add(n, "number", question = n, type = e$type),
      text = add(n, "text", question = n), date = add(n, "date", question = n), time = add(n, "number", question = n, type = e$type),
      file = add(n, "text", question = n),
      consent = add(n, "coded", c("agreed", "declined"), question = n, type = e$type),
      contact = for (f in e$fields) add(paste0(n, "_", f$field), "text", question = n),
      link = add(n, "coded", "clicked", question = n, type = e$type))
  }
  for (h in questionnaire$hidden) add(h$name, if (h$type == "number") "number" else "text")
  for (c in questionnaire$computed) add(c$name, if (c$type == "number") "number" else "text")
  for (s in questionnaire$scores) add(s$name, "number")
  found
}
# The answers as R takes them: a column of text, number or, for several, a matrix.
answers <- function(csv, questionnaire, vars) {
  d <- read.csv(csv, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  for (page in questionnaire$pages) for (e in page$elements) if (e$type == "ranking" && e$name %in% names(d)) {
    ranks <- strsplit(ifelse(is.na(d[[e$name]]), "", d[[e$name]]), ";")
    for (o in e$options) d[[paste0(e$name, ".", o$code)]] <- sapply(ranks, function(r) as.character(match(o$code, r)))
  }
  # A time is a number of minutes after midnight.
  for (v in vars) if (v$type == "time") d[[v$name]] <- as.character(sapply(strsplit(d[[v$name]], ":"), function(x) 60 * as.numeric(x[1]) + as.numeric(x[2])))
  for (s in questionnaire$scores) {
    items <- sapply(s$items, function(i) if (is.list(i)) i$variable else i)
    turned <- sapply(s$items, function(i) if (is.list(i)) isTRUE(i$reversed) else vars[[i]]$reversed)
    x <- sapply(seq_along(items), function(k) {
      v <- as.numeric(d[[items[k]]]); ends <- range(as.numeric(vars[[items[k]]]$codes)); if (turned[k]) sum(ends) - v else v })
    total <- if (s$method == "mean") rowMeans(x) else rowSums(x)
    if (!is.null(s$rescale)) total <- s$rescale$to[[1]] + (total - s$rescale$from[[1]]) *
      (s$rescale$to[[2]] - s$rescale$to[[1]]) / (s$rescale$from[[2]] - s$rescale$from[[1]])
    d[[s$name]] <- as.character(total)
    d[[paste0("\001", s$name)]] <- total
  }
  d
}
value <- function(d, v) if (v$kind == "coded") match(d[[v$name]], v$codes) else
  if (!is.null(d[[paste0("\001", v$name)]])) d[[paste0("\001", v$name)]] else as.numeric(d[[v$name]])
scores <- function(d, v) if (v$kind == "number") value(d, v) else {
  codes <- suppressWarnings(as.numeric(v$codes)); (if (anyNA(codes)) seq_along(v$codes) else codes)[value(d, v)] }
answered <- function(d, v) !is.na(if (is.null(d[[v$name]])) rep(NA, nrow(d)) else d[[v$name]])
lines_of <- function(d, v) {
  out <- list(); has <- answered(d, v)
  share <- function(kind, chosen) out[[length(out) + 1]] <<- list(kind = kind, y = ifelse(has, as.numeric(chosen), NA))
  if (v$kind == "multiple") for (c in v$codes)
    share("answer", sapply(strsplit(ifelse(has, d[[v$name]], ""), ";"), function(x) c %in% x))
  if (v$kind == "coded") {
    at <- value(d, v); s <- scores(d, v)
    for (i in seq_along(v$codes)) share("answer", at == i)
    if (v$type == "nps") { share("net", s >= 9); share("net", s >= 7 & s < 9); share("net", s < 7) }
    else if (v$measure == "ordinal" && v$type != "single_choice" && length(v$codes) >= 4) {
      share("net", at > length(v$codes) - 2); share("net", at <= 2) }
  }
  if (v$kind == "coded" && v$type == "nps")
    out[[length(out) + 1]] <- list(kind = "score", y = 100 * ((scores(d, v) >= 9) - (scores(d, v) <= 6)))
  else if (v$kind == "number" || v$kind == "coded" && v$measure == "ordinal")
    for (kind in c("mean", "deviation", "median")) out[[length(out) + 1]] <- list(kind = kind, y = scores(d, v))
  out
}

# --- statistics -----------------------------------------------------------------------------------------------------------------
effective <- function(w) if (sum(w) == 0) 0 else sum(w)^2 / sum(w^2)
wilson <- function(p, n) {
  ends <- (p + Z^2 / (2 * n) + c(-1, 1) * Z * sqrt(p * (1 - p) / n + Z^2 / (4 * n^2))) / (1 + Z^2 / n)
  c(p, if (p == 0) 0 else ends[1], if (p == 1) 1 else ends[2]) }
# value, low, high of a line among some rows; w is NULL without weights
measure <- function(line, rows, w) {
  y <- line$y[rows]; ok <- !is.na(y)
  if (!any(ok)) return(c(NA, NA, NA))
  if (line$kind %in% c("answer", "net")) {
    p <- if (is.null(w)) mean(y[ok]) else weighted.mean(y[ok], w[rows][ok])
    return(wilson(p, if (is.null(w)) sum(ok) else effective(w[rows][ok])))
  }
  if (is.null(w)) {
    y <- y[ok]; n <- length(y)
    return(switch(line$kind,
      mean = if (n < 2) c(mean(y), NA, NA) else c(mean(y), mean(y) + c(-1, 1) * qt(.975, n - 1) * sd(y) / sqrt(n)),
      score = if (n < 2) c(mean(y), NA, NA) else c(mean(y), mean(y) + c(-1, 1) * qt(.975, n - 1) * sd(y) / sqrt(n)),
      deviation = c(sd(y), NA, NA),
      median = { k <- qbinom(.025, n, .5); s <- sort(y); if (k < 1) c(NA, NA, NA) else c(median(y), s[k], s[n - k + 1]) }))
  }
  inside <- seq_along(line$y) %in% which(rows) & !is.na(line$y)
  g <- subset(svydesign(~1, weights = ~w, data = data.frame(y = ifelse(inside, line$y, 0), w, inside)), inside)
  switch(line$kind,
    mean = , score = { m <- svymean(~y, g); c(coef(m), confint(m, df = degf(g))) },
    deviation = c(sqrt(coef(svyvar(~y, g))), NA, NA),
    median = { q <- svyquantile(~y, g, .5, qrule = "math", interval.type = "mean")$y; c(q[1], q[2], q[3]) })
}
contrast <- function(y, w, a, b, drawn) {
  u <- numeric(length(y)); a <- a & drawn; b <- b & drawn
  pa <- weighted.mean(y[a], w[a]); pb <- weighted.mean(y[b], w[b])
  u[a] <- w[a] * (y[a] - pa) / sum(w[a]); u[b] <- u[b] - w[b] * (y[b] - pb) / sum(w[b])
  u <- u[drawn]; n <- length(u)
  list(difference = pa - pb, error = sqrt(n / (n - 1) * sum((u - mean(u))^2)), df = sum(a | b) - 2) }
# statistic, df, p, low, high, effect of columns a less b
compare <- function(line, a, b, block, w) {
  y <- line$y; has <- !is.na(y); share <- line$kind %in% c("answer", "net"); none <- rep(NA, 6)
  one <- y[a & has]; two <- y[b & has]
  h <- function(p, q) 2 * asin(sqrt(p)) - 2 * asin(sqrt(q))
  if (share && is.null(w) && !block$overlapping) {
    n <- c(length(one), length(two)); p <- c(mean(one), mean(two)); pool <- sum(n * p) / sum(n)
    if (pool == 0 || pool == 1) return(none)
    z <- (p[1] - p[2]) / sqrt(pool * (1 - pool) * sum(1 / n)); se <- sqrt(sum(p * (1 - p) / n))
    return(c(z, NA, 2 * pnorm(-abs(z)), p[1] - p[2] + c(-1, 1) * Z * se, h(p[1], p[2])))
  }
  if (share && is.null(w)) {
    n <- c(length(one), length(two)); p <- c(mean(one), mean(two)); both <- sum(a & b & has)
    pool <- sum(n * p) / sum(n); v <- pool * (1 - pool) * (sum(1 / n) - 2 * both / prod(n))
    if (v <= 0) return(none)
    z <- (p[1] - p[2]) / sqrt(v)
    u <- (a & has) * (y - p[1]) / n[1] - (b & has) * (y - p[2]) / n[2]; se <- sqrt(sum(u^2, na.rm = TRUE))
    return(c(z, NA, 2 * pnorm(-abs(z)), p[1] - p[2] + c(-1, 1) * Z * se, h(p[1], p[2])))
  }
  if (share) {
    p <- c(weighted.mean(one, w[a & has]), weighted.mean(two, w[b & has]))
    drawn <- has & block$some; k <- contrast(y, w, a, b, drawn)
    if (all(p * (1 - p) <= 1e-12) || k$error == 0) return(none)
    z <- k$difference / k$error
    return(c(z, NA, 2 * pnorm(-abs(z)), k$difference + c(-1, 1) * Z * k$error, h(p[1], p[2])))
  }
  if (is.null(w) && !block$overlapping) {
    if (var(one) + var(two) == 0) return(none)
    t <- t.test(one, two); n <- c(length(one), length(two))
    d <- (mean(one) - mean(two)) / sqrt(((n[1] - 1) * var(one) + (n[2] - 1) * var(two)) / (sum(n) - 2))
    return(c(t$statistic, t$parameter, t$p.value, t$conf.int, d))
  }
  k <- contrast(y, if (is.null(w)) rep(1, length(y)) else w, a, b, has)
  if (!(k$error > 1e-13)) return(none)
  t <- k$difference / k$error
  c(t, k$df, 2 * pt(-abs(t), k$df), k$difference + c(-1, 1) * qt(.975, k$df) * k$error, NA)
}
letter <- function(k) { name <- ""; while (k > 0) { name <- paste0(LETTERS[(k - 1) %% 26 + 1], name); k <- (k - 1) %/% 26 }; name }

# --- comparing ----------------------------------------------------------------------------------------------------------------
total <- c(numbers = 0, compared = 0, differ = 0)
check <- function(file, cells, want, loose = character()) {
  key <- paste(cells$sheet, cells$row, cells$col)
  for (sheet in unique(cells$sheet)) {
    at <- cells$sheet == sheet & !is.na(cells$num)
    if (!any(at) || grepl("^(Data \\(|Donn|Open answers|Cover|Couverture)", sheet)) next
    known <- at & key %in% names(want)
    wanted <- as.numeric(unlist(want[key[known]])); got <- cells$num[known]
    # Relative, so that small p-values count; what is found by steps, such as loadings, agrees to fewer digits.
    tolerance <- if (sheet %in% loose) c(1e-4, 1e-5) else if (file == "banner") c(1e-6, 1e-9) else c(1e-8, 1e-12)
    bad <- is.na(wanted) | abs(wanted - got) > tolerance[1] * abs(wanted) + tolerance[2]
    lacking <- setdiff(grep(paste0("^", sheet, " [0-9]+ [0-9]+$"), names(want)[!is.na(unlist(want))], value = TRUE), key[at])
    cat(sprintf("%-18s %-26s %6d numbers %6d compared %4d differ\n", file, sheet, sum(at), sum(known), sum(bad) + length(lacking)))
    where <- which(known)[bad]
    for (i in head(where, 8)) cat("    ", cells$sheet[i], LETTERS[(cells$col[i] - 1) %% 26 + 1], cells$row[i], "is", cells$num[i], "R says", want[[key[i]]], "\n")
    if (length(lacking)) cat("     lacking:", head(lacking, 5), "\n")
    total <<- total + c(sum(at), sum(known), sum(bad) + length(lacking))
    if (Sys.getenv("UNCOVERED") != "") for (i in head(which(at & !known), 6)) cat("     not compared:", key[i], cells$text[i], "\n")
  }
}

report <- function(file, csv, questionnaire, definition, language = "", zone = "UTC") {
  cells <- golden(file); W <- words(language); want <- new.env()
  put <- function(sheet, row, col, x) if (length(x)) for (i in seq_along(x))
    if (!is.na(x[i])) assign(paste(sheet, row, col + i - 1), x[[i]], envir = want)
  vars <- variables(questionnaire); d <- answers(csv, questionnaire, vars)
  if (!is.null(definition$keep)) d <- d[definition$keep(d), ]
  w <- if (is.null(definition$weigh)) NULL else definition$weigh(d)
  on <- function(key) { rows <- cells[cells$sheet == W[[key]], ]; split(rows, rows$row) }
  texts <- function(row, col) { t <- row$text[row$col == col & is.na(row$num)]; if (length(t)) t else "" }
  # The variable that a row is about: named in its second cell, or in brackets at the end of its first.
  about <- function(row) { b <- texts(row, 2); if (b %in% names(vars)) return(b)
    n <- regmatches(texts(row, 1), regexec("\\[([^]]+)\\]$", texts(row, 1)))[[1]]; if (length(n) == 2) n[2] else "" }
  all <- rep(TRUE, nrow(d))
  base <- function(has) if (is.null(w)) c(sum(has), sum(has), sum(has)) else c(sum(has), sum(w[has]), effective(w[has]))
  weighted <- !is.null(w)
  # Below this nothing is shown but the base.
  shown <- function(n) n == 0 | n >= min(10, definition$minimum)
  wn <- function(rows) if (weighted) sum(w[rows]) else sum(rows)

  topline <- function() {
    v <- NULL; at <- 0; here <- list()
    for (row in on("topline")) {
      r <- row$row[1]; b <- about(row)
      if (b %in% names(vars) && all(is.na(row$num))) { v <- vars[[b]]; at <- 0; here <- lines_of(d, v); next }
      if (is.null(v) || all(is.na(row$num))) next
      has <- answered(d, v); a <- texts(row, 1)
      if (a == W[["topline.answered"]]) put(W[["topline"]], r, 3, sum(has))
      else if (a == W[["topline.weightedBase"]]) put(W[["topline"]], r, 3, base(has)[2])
      else if (a == W[["topline.effectiveBase"]]) put(W[["topline"]], r, 3, base(has)[3])
      else if (a == W[["topline.asked"]]) put(W[["topline"]], r, 3, nrow(d))
      else if (a == W[["absence.no-answer"]]) put(W[["topline"]], r, 3, sum(!has))
      else {
        at <- at + 1; line <- here[[at]]; chosen <- line$y == 1 & has; chosen[is.na(chosen)] <- FALSE
        m <- measure(line, all, w)
        if (line$kind == "score") m <- score(line$y, w)[c("score", "slow", "shigh")]
        if (line$kind == "deviation") m <- m[1]
        if (line$kind %in% c("answer", "net")) put(W[["topline"]], r, 3, c(sum(chosen), if (weighted) wn(chosen), sum(chosen) / nrow(d), m))
        else put(W[["topline"]], r, if (weighted) 6 else 5, m)
      }
    }
  }
  # Tango's interval of (b - c) / n: q is where the likelihood of b, c and the rest at a difference d has no slope, b / (q + d) + c / q =
  # 2 a / (1 - 2 q - d); limits of -1 and 1 where all are in one.
  score_limits <- function(b, c, n) {
    spread <- function(d) { a <- max(0, n - b - c)
      q <- max(Re(polyroot(c(c * d * (1 - d), (b + c) * (1 - d) - 2 * (a + c) * d, -2 * (a + b + c))))); sqrt(n * max(0, 2 * q + d - d^2)) }
    at <- (b - c) / n; f <- function(d, s) b - c - n * d - s * Z * spread(d)
    c(if (at <= -1) -1 else uniroot(f, c(-1 + 1e-12, at - 1e-9), s = 1, tol = 1e-14)$root,
      if (at >= 1) 1 else uniroot(f, c(at + 1e-9, 1 - 1e-12), s = -1, tol = 1e-14)$root)
  }
  score <- function(y, w) {
    ok <- !is.na(y); y <- y[ok]; v <- if (is.null(w)) rep(1, length(y)) else w[ok]
    up <- sum(v[y == 100]) / sum(v); down <- sum(v[y == -100]) / sum(v); n <- length(y); ne <- effective(v)
    s <- 100 * (up - down)
    se <- if (is.null(w)) 100 * sqrt((up + down - (up - down)^2) / n) else SE(svymean(~y, svydesign(~1, weights = ~v, data = data.frame(y, v))))[1]
    P <- (up * ne + .75) / (ne + 3); D <- (down * ne + .75) / (ne + 3); ae <- 100 * sqrt((P + D - (P - D)^2) / (ne + 3))
    limits <- 100 * score_limits(up * ne, down * ne, ne)
    c(score = s, slow = limits[1], shigh = limits[2], low = s - Z * se, high = s + Z * se, error = se, adjusted = 100 * (P - D), alow = 100 * (P - D) - Z * ae,
      ahigh = 100 * (P - D) + Z * ae, up = up, middle = 1 - up - down, down = down, ups = sum(y == 100), middles = sum(y == 0),
      downs = sum(y == -100), n = n)
  }
  blocks <- function(groups) {
    out <- list(); k <- 0
    block <- function(v, within, vars) {
      cols <- lapply(v$codes, function(c) {
        inside <- if (v$kind == "multiple") sapply(strsplit(ifelse(is.na(d[[v$name]]), "", d[[v$name]]), ";"), function(x) c %in% x) else d[[v$name]] == c
        inside[is.na(inside)] <- FALSE; inside & within })
      names(cols) <- sapply(seq_along(cols), function(i) letter(k + i)); k <<- k + length(cols)
      out[[length(out) + 1]] <<- list(cols = cols, overlapping = v$kind == "multiple", vars = vars,
                                      some = answered(d, v) & within, v = v, codes = v$codes)
    }
    for (g in groups) {
      last <- vars[[g[[length(g)]]]]
      if (length(g) == 1) block(last, all, unlist(g)) else {
        outer <- vars[[g[[1]]]]
        for (c in outer$codes) { inside <- d[[outer$name]] == c; inside[is.na(inside)] <- FALSE; if (any(inside)) block(last, inside, unlist(g)) }
      }
    }
    out
  }
  results <- list() # comparisons by variable, line, letters
  banner <- function(key, spans) {
    v <- NULL; at <- 0; here <- list(); n <- 0
    for (row in on(key)) {
      r <- row$row[1]; a <- texts(row, 1)
      name <- regmatches(a, regexec("\\[([^]]+)\\]$", a))[[1]]
      if (length(name) == 2 && name[2] %in% names(vars)) {
        v <- vars[[name[2]]]; at <- 0; n <- 0
        here <- Filter(function(l) l$kind != "median", lines_of(d, v)); next }
      if (is.null(v) || all(is.na(row$num))) next
      has <- answered(d, v); columns <- c(list(all), unlist(lapply(spans, `[[`, "cols"), recursive = FALSE))
      place <- function(i) 2 * i
      if (a %in% W[c("banner.base", "banner.weighted", "banner.effective")]) {
        which <- match(a, W[c("banner.base", "banner.weighted", "banner.effective")])
        for (i in seq_along(columns)) put(W[[key]], r, place(i), base(columns[[i]] & has)[which])
      } else if (a %in% W[c("banner.statistic", "banner.statistic.weighted", "banner.p", "banner.v")]) {
        i <- 2
        for (b in spans) {
          s <- association(v, b)
          if (!is.null(s)) put(W[[key]], r, place(i), s[[if (a == W[["banner.p"]]) "p" else if (a == W[["banner.v"]]) "v" else "statistic"]])
          i <- i + length(b$cols)
        }
      } else {
        at <- at + 1; line <- here[[at]]
        for (i in seq_along(columns)) {
          said <- row$text[row$col == place(i)]
          if (shown(base(columns[[i]] & has)[3])) put(W[[key]], r, place(i), measure(line, columns[[i]], w)[1])
          else if (length(said) != 1 || !grepl("^n < [0-9]+$", said)) {
            cat("     not suppressed:", key, v$name, "line", at, "column", i, "\n"); total[["differ"]] <<- total[["differ"]] + 1 }
        }
        i <- 2
        for (b in spans) {
          found <- compared(v, line, at, b)
          for (j in seq_along(b$cols)) {
            got <- row$text[row$col == place(i) + 1]; expected <- found$letters[[j]]
            if (length(got) && got != expected || !length(got) && expected != "") {
              cat("     letters", key, v$name, "line", at, "column", names(b$cols)[j], "are", got, "R says", expected, "\n")
              total[["differ"]] <<- total[["differ"]] + 1 }
            total[["compared"]] <<- total[["compared"]] + 1; letters_compared <<- letters_compared + 1
            i <- i + 1
          }
        }
      }
    }
  }
  letters_compared <- 0
  compared <- function(v, line, at, b) {
    letters <- setNames(rep("", length(b$cols)), names(b$cols))
    if (line$kind %in% c("deviation") || length(b$cols) < 2) return(list(letters = letters))
    has <- !is.na(line$y); pairs <- combn(length(b$cols), 2); min <- definition$minimum
    tests <- apply(pairs, 2, function(p) {
      x <- b$cols[[p[1]]]; y <- b$cols[[p[2]]]
      if (v$name %in% b$vars || base(x & has)[3] < min || base(y & has)[3] < min) return(rep(NA, 6))
      compare(line, x, y, b, w) })
    adjusted <- p.adjust(tests[3, ], definition$correction)
    for (p in seq_len(ncol(pairs))) if (!is.na(adjusted[p])) {
      larger <- if (tests[1, p] > 0) pairs[, p] else rev(pairs[, p])
      who <- names(b$cols)[larger[2]]
      if (adjusted[p] < .05) letters[larger[1]] <- paste(letters[larger[1]], who)
      else if (adjusted[p] < definition$second) letters[larger[1]] <- paste(letters[larger[1]], tolower(who))
      results[[paste(v$name, at, names(b$cols)[pairs[1, p]], names(b$cols)[pairs[2, p]])]] <<-
        c(measure(line, b$cols[[pairs[1, p]]], w)[1], measure(line, b$cols[[pairs[2, p]]], w)[1], tests[, p], adjusted[p])
    }
    list(letters = sapply(letters, function(l) { l <- strsplit(trimws(l), " ")[[1]]; paste(l[order(nchar(l), toupper(l))], collapse = "") }))
  }
  association <- function(v, b) {
    if (v$kind != "coded" || b$overlapping || v$name %in% b$vars) return(NULL)
    g <- rep(NA, nrow(d)); for (j in seq_along(b$cols)) g[b$cols[[j]]] <- j
    ok <- answered(d, v) & !is.na(g)
    # A test is of the columns that are shown.
    for (j in unique(g[ok])) if (!shown(base(ok & !is.na(g) & g == j)[3])) g[!is.na(g) & g == j] <- NA
    ok <- ok & !is.na(g); x <- factor(value(d, v)[ok]); g <- factor(g[ok])
    if (nlevels(x) < 2 || nlevels(g) < 2) return(NULL)
    if (is.null(w)) {
      t <- suppressWarnings(chisq.test(table(x, g), correct = FALSE))
      return(list(statistic = t$statistic, df = t$parameter, df2 = NA, p = t$p.value, v = sqrt(t$statistic / (sum(ok) * (min(nlevels(x), nlevels(g)) - 1)))))
    }
    k <- w[ok]; s <- svychisq(~x + g, svydesign(~1, weights = ~k, data = data.frame(x, g, k)), statistic = "F")
    P <- xtabs(k ~ x + g) / sum(k); E <- outer(rowSums(P), colSums(P))
    list(statistic = s$statistic, df = s$parameter[1], df2 = s$parameter[2], p = s$p.value, v = sqrt(sum((P - E)^2 / E) / (min(dim(P)) - 1)))
  }
  associations <- function(spans) {
    list <- list(); for (b in spans) list[[length(list) + 1]] <- b
    seen <- list()
    for (row in on("associations")) {
      v <- vars[[texts(row, 1)]]; if (is.null(v) || all(is.na(row$num))) next
      seen[[v$name]] <- if (is.null(seen[[v$name]])) 1 else seen[[v$name]] + 1
      s <- Filter(Negate(is.null), lapply(spans, function(b) association(v, b)))[[seen[[v$name]]]]
      put(W[["associations"]], row$row[1], 6, unlist(s[c("statistic", "df", "df2", "p", "v")]))
    }
  }
  tests_and_tidy <- function(spans) {
    tidy <- on("tidy"); at <- list(); code <- list(); last <- ""
    columns <- unlist(lapply(spans, `[[`, "cols"), recursive = FALSE); k <- 0
    for (row in tidy) {
      v <- vars[[texts(row, 1)]]; if (is.null(v) || all(is.na(row$num))) next
      key <- paste(v$name, texts(row, 2), texts(row, 4))
      if (key != last) { at[[v$name]] <- if (is.null(at[[v$name]])) 1 else at[[v$name]] + 1; last <- key }
      code[[paste(v$name, texts(row, 4))]] <- at[[v$name]]
      line <- Filter(function(l) l$kind != "median", lines_of(d, v))[[at[[v$name]]]]
      letter <- texts(row, 5); inside <- if (letter == "") all else columns[[letter]]
      has <- answered(d, v) & inside; m <- measure(line, inside, w)
      chosen <- if (line$kind %in% c("answer", "net")) has & line$y == 1 else has; chosen[is.na(chosen)] <- FALSE
      put(W[["tidy"]], row$row[1], 10, c(base(has), if (shown(base(has)[3])) c(sum(chosen), wn(chosen), if (line$kind == "deviation") m[1] else m)))
    }
    ps <- sapply(results, function(x) x[5]); discovery <- setNames(p.adjust(ps, "BH"), names(results))
    for (row in on("tests")) {
      v <- vars[[texts(row, 1)]]; if (is.null(v) || all(is.na(row$num))) next
      key <- paste(v$name, code[[paste(v$name, texts(row, 2))]], sub(" .*", "", texts(row, 3)), sub(" .*", "", texts(row, 4)))
      x <- results[[key]]
      # values, difference, interval, statistic, df, p, adjusted, discovery, effect
      r <- row$row[1]; t <- W[["tests"]]
      put(t, r, 7, c(x[1], x[2], x[1] - x[2], x[6], x[7])); put(t, r, 13, x[3]); put(t, r, 14, x[4])
      put(t, r, 15, c(x[5], x[9], discovery[[key]])); put(t, r, 18, x[8])
    }
  }
  weighting <- function() {
    t <- W[["weighting"]]; from <- definition$margins; k <- 0; quantiles <- 0; edges <- c(0, .25, .5, .75, 1, 1.25, 1.5, 2, 3, 5, 10, Inf); bins <- 0
    p <- c(0, .01, .05, .25, .5, .75, .95, .99, 1); rows <- on("weighting"); cv <- sd(w) / mean(w)
    tops <- list("weighting.n" = nrow(d), "weighting.deff" = nrow(d) * sum(w^2) / sum(w)^2, "weighting.effective" = effective(w),
                 "weighting.efficiency" = effective(w) / nrow(d), "weighting.mean" = mean(w), "weighting.min" = min(w), "weighting.max" = max(w), "weighting.cv" = cv)
    for (row in rows) {
      if (all(is.na(row$num))) next
      a <- texts(row, 1); r <- row$row[1]; one <- names(tops)[match(a, W[names(tops)])]
      if (!is.na(one)) put(t, r, 2, tops[[one]])
      else if (any(row$col == 1 & !is.na(row$num))) { quantiles <- quantiles + 1; put(t, r, 1, c(p[quantiles], quantile(w, p[quantiles]))) }
      else if (any(row$col == 5 & !is.na(row$num))) {
        k <- k + 1; m <- from[[k]]; inside <- d[[m$variable]] == m$code
        put(t, r, 3, c(sum(inside), mean(inside), m$target, sum(w[inside]) / sum(w), sum(w[inside]) / sum(w) - m$target)) }
      else if (grepl("[0-9]", a) && any(row$col == 2)) { bins <- bins + 1; x <- w / mean(w); put(t, r, 2, sum(x >= edges[bins] & x < edges[bins + 1])) }
    }
  }
  nps <- function() {
    v <- NULL
    for (row in on("nps")) {
      if (about(row) %in% names(vars) && all(is.na(row$num))) v <- vars[[about(row)]]
      if (is.null(v) || all(is.na(row$num))) next
      s <- score(100 * ((scores(d, v) >= 9) - (scores(d, v) <= 6)), w); t <- W[["nps"]]; r <- row$row[1]; a <- texts(row, 1)
      if (a == W[["nps.adjusted"]]) put(t, r, 2, s[c("adjusted", "alow", "ahigh")])
      if (a == W[["nps.score"]]) put(t, r, 2, s[c("score", "slow", "shigh")])
      if (a == W[["nps.wald"]]) put(t, r, 2, s[c("score", "low", "high")])
      if (a == W[["nps.error"]]) put(t, r, 2, s["error"])
      if (a == W[["nps.promoters"]]) { put(t, r, 2, s["up"]); put(t, r, 5, s["ups"]) }
      if (a == W[["nps.passives"]]) { put(t, r, 2, s["middle"]); put(t, r, 5, s["middles"]) }
      if (a == W[["nps.detractors"]]) { put(t, r, 2, s["down"]); put(t, r, 5, s["downs"]) }
      if (a == W[["base"]]) put(t, r, 5, s["n"]); if (a == W[["missing"]]) put(t, r, 5, nrow(d) - s["n"])
      if (a == W[["base.weighted"]]) put(t, r, 5, base(answered(d, v))[2]); if (a == W[["base.effective"]]) put(t, r, 5, base(answered(d, v))[3])
    }
  }
  frequencies <- function() {
    v <- NULL; at <- 0
    for (row in on("frequencies")) {
      b <- about(row); r <- row$row[1]; t <- W[["frequencies"]]
      if (b %in% names(vars) && all(is.na(row$num))) { v <- vars[[b]]; at <- 0; next }
      if (is.null(v) || all(is.na(row$num))) next
      has <- answered(d, v); a <- texts(row, 1); s <- if (weighted) 6 else 5
      if (a == W[["base"]]) put(t, r, 3, sum(has)) else if (a == W[["missing"]]) put(t, r, 3, sum(!has))
      else if (a == W[["base.weighted"]]) put(t, r, 3, base(has)[2]) else if (a == W[["base.effective"]]) put(t, r, 3, base(has)[3])
      else if (a == W[["meanOfCodes"]]) put(t, r, s, measure(list(kind = "mean", y = scores(d, v)), all, w))
      else if (a == W[["sdOfCodes"]]) put(t, r, s, measure(list(kind = "deviation", y = scores(d, v)), all, w)[1])
      else { at <- at + 1; line <- lines_of(d, v)[[at]]; chosen <- has & line$y == 1; chosen[is.na(chosen)] <- FALSE
        put(t, r, 3, c(sum(chosen), if (weighted) wn(chosen), wn(chosen) / wn(all), measure(line, all, w))) }
    }
  }
  numbers <- function() for (row in on("numbers")) {
    b <- texts(row, 2); if (!(b %in% names(vars)) || all(is.na(row$num))) next
    y <- value(d, vars[[b]])
    put(W[["numbers"]], row$row[1], 3, c(sum(!is.na(y)), sum(is.na(y)), summary_of(y)))
    if (weighted) put(W[["numbers"]], row$row[1], 14, base(!is.na(y))[2:3])
  }
  summary_of <- function(y) {
    ok <- y[!is.na(y)]
    q <- if (is.null(w)) quantile(ok, c(.25, .5, .75)) else { g <- subset(svydesign(~1, weights = ~w, data = data.frame(y, w)), !is.na(y)); as.vector(svyquantile(~y, g, c(.25, .5, .75), qrule = "math", ci = FALSE)$y) }
    c(measure(list(kind = "mean", y = y), all, w), measure(list(kind = "deviation", y = y), all, w)[1], min(ok), q, max(ok))
  }
  likerts <- function() Filter(function(e) e$type == "likert", unlist(lapply(questionnaire$pages, `[[`, "elements"), recursive = FALSE))
  matrix_of <- function(e, turn = TRUE) sapply(e$rows, function(row) {
    x <- as.numeric(d[[row$name]]); ends <- range(sapply(e$scale, function(s) as.numeric(s$code))); if (turn && isTRUE(row$reversed)) sum(ends) - x else x })
  scales <- function() {
    t <- W[["scales"]]; k <- 0; all_scales <- likerts(); at <- list()
    for (row in on("scales")) {
      if (all(is.na(row$num))) next
      r <- row$row[1]; b <- texts(row, 2)
      if (b %in% names(vars)) {
        e <- Filter(function(e) vars[[b]]$question == e$name, all_scales)[[1]]; x <- matrix_of(e); i <- match(b, sapply(e$rows, `[[`, "name"))
        ok <- complete.cases(x); x <- x[ok, ]; v <- if (is.null(w)) rep(1, nrow(x)) else w[ok]; C <- cov.wt(x, v)$cov; o <- setdiff(seq_len(ncol(x)), i)
        m <- weighted.mean(x[, i], v); n <- nrow(x); K <- C[o, o]
        put(t, r, 4, c(m, sqrt(sum(v * (x[, i] - m)^2) / sum(v) * n / (n - 1)), sum(C[i, o]) / sqrt(C[i, i] * sum(K)), length(o) / (length(o) - 1) * (1 - sum(diag(K)) / sum(K))))
      } else {
        k <- k + 1; x <- matrix_of(all_scales[[k]]); ok <- complete.cases(x); x <- x[ok, ]; n <- nrow(x); p <- ncol(x)
        if (is.null(w)) { a <- suppressWarnings(psych::alpha(x, check.keys = FALSE))$total$raw_alpha
          ends <- 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (p - 1)) }
        else {
          f <- data.frame(x, sum = rowSums(x), w = w[ok]); g <- svydesign(~1, weights = ~w, data = f)
          s <- svyvar(as.formula(paste("~", paste(setdiff(names(f), "w"), collapse = "+"))), g); keep <- as.vector(diag(p + 1) == 1)
          est <- diag(as.matrix(s)[1:(p + 1), 1:(p + 1)]); V <- attr(s, "var")[keep, keep]
          a <- p / (p - 1) * (1 - sum(est[1:p]) / est[p + 1]); grad <- p / (p - 1) * c(rep(-1 / est[p + 1], p), sum(est[1:p]) / est[p + 1]^2)
          reach <- qt(.975, n - 1) * sqrt(drop(t(grad) %*% V %*% grad)) / (1 - a); ends <- 1 - (1 - a) * exp(c(reach, -reach)) }
        put(t, r, 3, c(p, n, a, ends))
      }
    }
  }
  crosstab <- function(down, across) {
    t <- W[["crosstab"]]; x <- vars[[down]]; y <- vars[[across]]; ok <- answered(d, x) & answered(d, y); k <- if (is.null(w)) rep(1, nrow(d)) else w
    X <- factor(value(d, x)[ok], seq_along(x$codes)); Y <- factor(value(d, y)[ok], seq_along(y$codes))
    S <- xtabs(k[ok] ~ X + Y); N <- table(X, Y); part <- ""; at <- 0
    for (row in on("crosstab")) {
      a <- texts(row, 1); r <- row$row[1]
      if (all(is.na(row$num))) { if (a %in% W[c("columnPercent", "counts")]) { part <- a; at <- 0 }; next }
      if (a == W[["base"]]) put(t, r, 2, c(sum(N), colSums(N)))
      else if (a == W[["base.weighted"]]) put(t, r, 2, c(sum(S), colSums(S)))
      else if (a == W[["base.effective"]]) put(t, r, 2, c(effective(k[ok]), sapply(levels(Y), function(l) effective(k[ok][Y == l]))))
      else if (a %in% W[c("chiSquare", "df", "p", "cramersV", "cramersVCorrected", "smallestExpected", "crosstab.f", "crosstab.numerator", "crosstab.denominator")]) {
        # A test is of the columns that have shares.
        each <- sapply(levels(Y), function(l) effective(k[ok][Y == l])); seen <- shown(each)
        if (is.null(w)) {
          M <- N[, seen]; c <- suppressWarnings(chisq.test(M[rowSums(M) > 0, colSums(M) > 0], correct = FALSE)); D <- dim(c$observed); n <- sum(M); f2 <- c$statistic / n
          p2 <- max(0, f2 - prod(D - 1) / (n - 1)); rc <- D - (D - 1)^2 / (n - 1)
          put(t, r, 2, switch(names(W)[match(a, W)], chiSquare = c$statistic, df = c$parameter, p = c$p.value, cramersV = sqrt(f2 / min(D - 1)),
            cramersVCorrected = sqrt(p2 / min(rc - 1)), smallestExpected = min(c$expected)))
        } else {
          inside <- seen[as.integer(Y)]; f <- data.frame(X = droplevels(X[inside]), Y = droplevels(Y[inside]), k = k[ok][inside]); s <- svychisq(~X + Y, svydesign(~1, weights = ~k, data = f), statistic = "F")
          put(t, r, 2, if (a == W[["p"]]) s$p.value else if (a == W[["crosstab.f"]]) s$statistic else if (a == W[["crosstab.numerator"]]) s$parameter[1] else s$parameter[2])
        }
      } else { at <- at + 1; if (part == W[["counts"]]) put(t, r, 2, c(sum(N[at, ]), N[at, ])) else {
        put(t, r, 2, sum(S[at, ]) / sum(S)); each <- sapply(levels(Y), function(l) effective(k[ok][Y == l]))
        for (j in which(shown(each))) put(t, r, 2 + j, prop.table(S, 2)[at, j]) } }
    }
  }
  matrices <- function() {
    label <- function(text) if (is.list(text)) text[[if (language == "") "en" else sub("_", "", language)]] else text
    all_of <- Filter(function(e) e$type %in% c("likert", "matrix_choice", "constant_sum"), unlist(lapply(questionnaire$pages, `[[`, "elements"), recursive = FALSE)); e <- NULL
    for (row in on("matrices")) {
      a <- texts(row, 1)
      if (all(is.na(row$num))) {
        # Several questions may be asked by one sentence; then the name tells them apart.
        k <- which(sapply(all_of, function(e) label(e$text) == a | grepl(paste0("[", e$name, "]"), a, fixed = TRUE) | tolower(a) == gsub("_", " ", e$name)))
        if (length(k)) e <- all_of[[k[1]]]; next }
      i <- match(a, sapply(e$rows, function(r) label(r$text))); if (is.na(i)) next
      v <- vars[[e$rows[[i]]$name]]; kept <- Filter(function(l) l$kind != "median", lines_of(d, v))
      put(W[["matrices"]], row$row[1], 2, c(sum(answered(d, v)), sapply(kept, function(l) measure(l, all, w)[1])))
    }
  }
  codebook <- function() for (row in on("codebook")) {
    name <- texts(row, 1); if (all(is.na(row$num))) next
    # What stands beside answers is in the file under its own name; every response has a status, and a weight where there are weights.
    v <- vars[[name]]; own <- sub("^response\\.", "", name)
    has <- if (!is.null(v)) answered(d, v) else if (own %in% c("status", "weight")) all else if (own %in% names(d)) !is.na(d[[own]]) else !all
    put(W[["codebook"]], row$row[1], 8, c(sum(has), sum(!has)))
  }
  factors <- function() {
    t <- W[["factors"]]; groups <- Filter(function(e) length(e$rows) > 2, likerts()); if (length(likerts()) > 1) groups <- c(groups, list(NULL)); k <- 0; last <- 0; fit <- NULL
    for (row in on("factors")) {
      b <- texts(row, 2); if (!(b %in% names(vars)) || all(is.na(row$num))) next
      r <- row$row[1]
      if (r != last + 1) {
        k <- k + 1; x <- if (is.null(groups[[k]])) do.call(cbind, lapply(likerts(), matrix_of, turn = FALSE)) else matrix_of(groups[[k]], FALSE)
        who <- if (is.null(groups[[k]])) unlist(lapply(likerts(), function(e) sapply(e$rows, `[[`, "name"))) else sapply(groups[[k]]$rows, `[[`, "name")
        ok <- complete.cases(x); x <- x[ok, ]; R <- if (is.null(w)) cor(x) else cov.wt(x, w[ok], cor = TRUE)$cor; m <- max(1, sum(eigen(R)$values > 1))
        fit <- tryCatch(factanal(covmat = R, factors = m, n.obs = nrow(x), control = list(nstart = 5, opt = list(factr = 10, maxit = 10000))), error = function(e) NULL); msa <- psych::KMO(R)$MSAi
        L <- if (is.null(fit)) NULL else { l <- unclass(fit$loadings); l <- sweep(l, 2, ifelse(colSums(l) < 0, -1, 1), "*"); l[, order(-colSums(l^2)), drop = FALSE] }
      }
      last <- r; i <- match(b, who)
      put(t, r, 4, c(msa[i], if (!is.null(L)) c(L[i, ], fit$uniquenesses[i])))
    }
  }
  modules <- source("src/test/r/golden-modules.R", local = TRUE)$value
  spans <- if (is.null(definition$banner)) NULL else blocks(definition$banner)
  topline(); if (!is.null(spans)) { banner("banner", spans); associations(spans); tests_and_tidy(spans) }
  if (!is.null(definition$waves)) {
    wave <- definition$waves(d); d$wave <- wave; vars$wave <- list(name = "wave", kind = "coded", codes = sort(unique(wave)), type = "", measure = "ordinal")
    spans <- blocks(list("wave")); spans[[1]]$vars <- character(); banner("waves", spans); associations(spans) }
  if (weighted) weighting()
  nps(); frequencies(); numbers(); scales(); if (!is.null(definition$crosstab)) crosstab(definition$crosstab[1], definition$crosstab[2])
  codebook(); factors(); if ("matrices" %in% names(W)) matrices(); modules(definition)
  check(file, cells, as.list(want), loose = c(W[["factors"]], W[["maxDiff"]]))
  if (letters_compared) cat(sprintf("%-18s %-26s %6d letters compared\n", file, "", letters_compared))
}

template <- function(name) fromJSON(paste0("survey-schemas/templates/", name, ".json"), simplifyVector = FALSE)
own <- fromJSON(paste0(root, "reports/every-kind.json"), simplifyVector = FALSE)
every <- paste0(root, "reports/every-kind.csv"); bfi <- "src/main/resources/demo/bfi.csv"
auto <- list("place", "often", "first_time", "who_food")
plain <- list(minimum = 30, correction = "none", second = 0)
report("topline", every, own, plain)
report("crosstabs", every, own, c(plain, list(banner = list("place", "often", "first_time", "kano_bags_functional"))))
report("wave-comparison", every, own, c(plain, list(waves = function(d) substr(d$submitted_at, 1, 7))))
sections <- list(minimum = 30, correction = "BH", second = .1, banner = list("first_time", "heard"), crosstab = c("often", "place"))
report("every-plain", every, own, sections, zone = "Europe/Paris")
report("every-weighted", every, own, c(sections, list(weigh = function(d) as.numeric(d$weight))), zone = "Europe/Paris")
report("scale-reliability", bfi, template("big-five-25"), c(plain, list(crosstab = c("gender", "education"))))
targets <- c(lapply(1:2, function(i) list(variable = "gender", code = as.character(i), target = c(.49, .51)[i])),
             lapply(1:5, function(i) list(variable = "education", code = as.character(i), target = c(.15, .25, .3, .2, .1)[i])))
report("banner", bfi, template("big-five-25"), list(minimum = 30, correction = "holm", second = .1, margins = targets,
  banner = list("gender", "education", c("gender", "education")),
  keep = function(d) !is.na(d$age) & as.numeric(d$age) >= 18 & !is.na(d$education) & !is.na(d$gender),
  weigh = function(d) weights(rake(svydesign(~1, weights = rep(1, nrow(d)), data = d), list(~gender, ~education),
    list(data.frame(gender = as.character(1:2), Freq = c(.49, .51) * nrow(d)),
         data.frame(education = as.character(1:5), Freq = c(.15, .25, .3, .2, .1) * nrow(d))), control = list(maxit = 1000, epsilon = 1e-12)))), language = "_fr")
for (one in list(c("nps-tracker", "checkout-feedback", ""), c("csat-ces", "checkout-feedback", ""), c("key-drivers", "checkout-feedback", "_fr"), c("sus", "sus", ""),
                 c("price-sensitivity", "price-sensitivity", ""), c("kano", "kano", "_fr"), c("max-diff", "max-diff", ""), c("data-quality", "sus", "")))
  report(one[1], paste0(root, "reports/", one[2], ".csv"), template(one[2]), plain, one[3], "Europe/Paris")
report("response-rates", paste0(root, "reports/checkout-feedback.csv"), template("checkout-feedback"), c(plain, list(funnel = rbind(c(100, 40, 30, 10, 15, 5, 10), c(60, 20, 20, 5, 5, 0, 5)))), "_fr")
cat(sprintf("%d numbers, %d compared (letters included), %d differ\n", total[["numbers"]], total[["compared"]], total[["differ"]]))
quit(status = if (total[["differ"]] > 0) 1 else 0)
