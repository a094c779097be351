# Draws answers to every kind of question: src/test/resources/reports/every-kind.csv, of the questionnaire beside it.
# Run in src/test/resources/reports: Rscript ../../r/every-kind.R > every-kind.csv
set.seed(20261127, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
n <- 150
some <- function(x, share) { x[runif(n) < share] <- NA; x }
begun <- as.POSIXct("2026-01-05 08:00:00", tz = "UTC") + sort(floor(runif(n, 0, 84 * 86400)))
mood <- rnorm(n)
level <- function(points, slope = 1) pmin(points, pmax(1, round((points + 1) / 2 + slope * mood + rnorm(n))))
several <- function(codes, p) sapply(seq_len(n), function(i) paste(codes[runif(length(codes)) < p], collapse = ";"))
place <- sample(c("shop", "web", "app", "else"), n, TRUE, c(.45, .3, .2, .05))
heard <- several(c("friend", "search", "ad"), c(.4, .35, .2))
heard[heard == ""] <- "none"
food <- sample(seq(0, 60, 5), n, TRUE); rent <- sample(seq(0, 40, 5), n, TRUE)
base <- round(runif(n, 2, 20))
set <- function(items) t(sapply(seq_len(n), function(i) {
  pull <- c(a = 1.2, b = .6, c = 0, d = -.4)[items] + -log(-log(runif(length(items))))
  c(items[which.max(pull)], items[which.min(pull)])
}))
one <- set(c("a", "b", "c")); two <- set(c("b", "c", "d")); three <- set(c("a", "c", "d"))
d <- data.frame(
  id = seq_len(n), started_at = format(begun, "%Y-%m-%dT%H:%M:%SZ"),
  submitted_at = format(begun + round(exp(rnorm(n, 4.5, .6))), "%Y-%m-%dT%H:%M:%SZ"),
  weight = round(exp(rnorm(n, 0, .4)), 2),
  place = some(place, .03), place_else = ifelse(place == "else", "at the market", NA),
  often = some(sample(c("rarely", "monthly", "weekly"), n, TRUE, c(.3, .45, .25)), .05), heard = some(heard, .04),
  first_time = some(sample(c("yes", "no"), n, TRUE, c(.3, .7)), .02),
  nps = some(pmin(10, pmax(0, round(7.4 + 1.6 * mood + rnorm(n, 0, 1.2)))), .05),
  satisfied = some(level(5), .04), effort = some(level(7, 1.2), .06), stars = some(level(4, .6), .1),
  easy = some(level(5), .03), fast = some(level(5, .8), .03), confusing = some(6 - level(5, .9), .03), clear = some(level(5, .7), .04),
  use_list = some(several(c("phone", "laptop"), c(.7, .5)), .05), use_map = some(several(c("phone", "laptop"), c(.8, .2)), .1),
  who_food = some(sample(c("me", "us", "other"), n, TRUE, c(.5, .35, .15)), .05),
  order = some(sapply(seq_len(n), function(i) paste(c("price", "taste", "origin")[order(c(0, .4, 1) + rnorm(3, 0, .8))], collapse = ";")), .08),
  food, rent, rest = 100 - food - rent,
  best_1_best = one[, 1], best_1_worst = one[, 2], best_2_best = two[, 1], best_2_worst = two[, 2],
  best_3_best = some(three[, 1], .05), best_3_worst = three[, 2],
  noise = some(10 * sample(0:10, n, TRUE), .05), distance = some(round(exp(rnorm(n, 1, .7)), 1), .06),
  price_too_cheap = base, price_cheap = base + sample(1:6, n, TRUE), price_expensive = base + sample(5:14, n, TRUE),
  price_too_expensive = base + sample(12:25, n, TRUE),
  kano_bags_functional = some(sample(1:5, n, TRUE, c(.3, .3, .25, .1, .05)), .03),
  kano_bags_dysfunctional = some(sample(1:5, n, TRUE, c(.05, .1, .25, .25, .35)), .03),
  more = ifelse(runif(n) < .3, sample(c("Fine.", "Too loud", "More bread please"), n, TRUE), NA),
  since = some(format(as.Date("2020-01-01") + sample(0:2000, n, TRUE)), .3),
  call = ifelse(runif(n) < .5, sprintf("%02d:%02d", sample(8:18, n, TRUE), sample(c(0, 15, 30, 45), n, TRUE)), NA),
  photo = ifelse(runif(n) < .1, paste0("p", seq_len(n)), NA), quote = some(sample(c("agreed", "declined"), n, TRUE, c(.8, .2)), .05),
  reach_email = ifelse(runif(n) < .2, paste0("n", seq_len(n), "@example.org"), NA), guide = ifelse(runif(n) < .4, "clicked", NA))
d$minutes <- 12 * d$distance
write.csv(d, row.names = FALSE, na = "", quote = FALSE)
