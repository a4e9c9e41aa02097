# What the rows of repeated measures and of lasting benefit say of conformance case-a, question mobilization-vs-manipulation,
# outcome pain_nprs, computed from the visits alone: Rscript lasting-case-a.R CASE_DIR (nlme, clubSandwich).
suppressMessages({library(nlme); library(clubSandwich)})
v <- read.csv(file.path(commandArgs(TRUE)[1], "visits.csv"), colClasses = c(visit_id = "character"), na.strings = "")
v$day <- as.integer(as.Date(v$visit_date)); v$treatments[is.na(v$treatments)] <- ""
v <- v[order(v$patient_id, v$day, v$visit_id, method = "radix"), ]
windows <- list(immediate = c(0, 1, 0), short = c(2, 91, 28), intermediate = c(92, 364, 182), long = c(365, 730, 365))
arms <- list(cmob = "mobilization:cervical", cman = "manipulation:cervical", tman = "manipulation:thoracic", tmob = "mobilization:thoracic")
known <- unlist(arms)
episode <- function(p) {
  t <- which(p$treatments != ""); if (!length(t)) return(NULL)
  i <- t[1]; nextstart <- t[-1][diff(p$day[t]) > 90]
  end <- if (length(nextstart)) nextstart[1] - 1 else nrow(p)
  x <- p[i, ]
  if (is.na(x$age_years) || x$age_years < 18 || (!is.na(x$red_flags) && x$red_flags != "")) return(NULL)
  tok <- intersect(strsplit(x$treatments, ";")[[1]], known)
  arm <- names(arms)[sapply(arms, function(a) setequal(a, tok))]; if (length(arm) != 1) return(NULL)
  b <- x$pain_nprs; k <- i - 1
  while (is.na(b) && k >= 1 && x$day - p$day[k] <= 14) { b <- p$pain_nprs[k]; k <- k - 1 }
  pick <- function(w) {
    best <- NA; dist <- Inf
    if (w[1] <= 0 && !is.na(x$pain_nprs_after)) { best <- x$pain_nprs_after; dist <- abs(w[3]) }
    if (end > i) for (j in (i + 1):end) { d <- p$day[j] - x$day
      if (d >= 1 && d >= w[1] && d <= w[2] && !is.na(p$pain_nprs[j]) && abs(d - w[3]) <= dist) { best <- p$pain_nprs[j]; dist <- abs(d - w[3]) } }
    best - b }
  ch <- sapply(windows, pick)
  s <- x$symptom_duration_days
  data.frame(patient = x$patient_id, arm = arm, clinic = x$clinic_id, baseline = b, age = x$age_years,
    sex = ifelse(is.na(x$sex), "unknown", x$sex), disorder = ifelse(is.na(x$disorder), "unknown", x$disorder),
    stage = if (is.na(s)) "unknown" else if (s < 30) "acute" else if (s <= 90) "subacute" else "chronic", t(ch))
}
d <- do.call(rbind, lapply(split(v, v$patient_id), episode))
d <- d[d$arm %in% c("cmob", "cman") & !is.na(d$baseline), ]; d$a <- as.numeric(d$arm == "cmob")
w <- names(windows)
long <- do.call(rbind, lapply(seq_along(w), function(k) data.frame(d[, c("patient","a","clinic","baseline","age","sex","disorder","stage")], t = k, y = d[[w[k]]])))
long <- long[!is.na(long$y), ]; long <- long[order(long$patient, long$t), ]; long$tf <- factor(long$t)
m <- gls(y ~ tf + tf:a + tf:baseline + age + sex + disorder + stage, data = long,
  correlation = corSymm(form = ~ t | patient), weights = varIdent(form = ~ 1 | tf), method = "REML",
  control = glsControl(maxIter = 500, msMaxIter = 500, msTol = 1e-12, tolerance = 1e-10, opt = "optim", optimMethod = "BFGS"))
m <- update(m, control = glsControl(maxIter = 500, msMaxIter = 2000, msTol = 1e-14, tolerance = 1e-12))
b <- coef(m); V <- vcov(m); at <- paste0("tf", 1:4, ":a")
cat(sprintf("n %d %d\n", length(unique(long$patient[long$a == 1])), length(unique(long$patient[long$a == 0]))))
for (k in 1:4) cat("mmrm difference", w[k], sprintf("%.10g %.10g\n", b[at[k]], sqrt(V[at[k], at[k]])))
l <- b[at[3]] - b[at[2]]; cat("mmrm decay short-intermediate", sprintf("%.10g %.10g\n", l, sqrt(V[at[3],at[3]] + V[at[2],at[2]] - 2 * V[at[2],at[3]])))
X <- model.matrix(m, long); u <- d[rowSums(!is.na(d[, w])) > 0, ]
for (arm in 1:0) { n <- u; n$y <- 0; n$t <- 2; n$tf <- factor(2, levels = 1:4); n$a <- arm
  x <- colMeans(model.matrix(~ tf + tf:a + tf:baseline + age + sex + disorder + stage, n)[, names(b)])
  cat("mmrm mean short", arm, sprintf("%.10g %.10g\n", sum(x * b), sqrt(x %*% V %*% x))) }
both <- d[!is.na(d$short) & !is.na(d$intermediate), ]; both$g <- both$intermediate - both$short
f <- lm(g ~ a + baseline + age + sex + disorder + stage, both)
ct <- coef_test(f, vcov = "CR2", cluster = both$clinic, test = "Satterthwaite"); r <- ct["a", ]
cat("lasting decay", sprintf("%.12g %.12g %.12g\n", r$beta, r$SE, r$df))
for (arm in 1:0) { p <- both[both$a == arm, ]; n <- nrow(p); A <- mean(p$short); B <- mean(p$intermediate)
  u <- tapply(p$short - A, p$clinic, sum) / n; z <- tapply(p$intermediate - B, p$clinic, sum) / n; G <- length(u)
  v1 <- G/(G-1)*sum(u^2); v2 <- G/(G-1)*sum(z^2); c12 <- G/(G-1)*sum(u*z); t <- qt(.975, G - 1)
  a0 <- A^2 - t^2*v1; b0 <- A*B - t^2*c12; c0 <- B^2 - t^2*v2; root <- sqrt(b0^2 - a0*c0)
  cat("retention", arm, n, G, sprintf("%.12g %.12g %.12g\n", B/A, (b0-root)/a0, (b0+root)/a0))
  s <- p$short <= -2; e <- sum(p$intermediate[s] > -2); cat("relapse", arm, sum(s), e, sprintf("%.12g %.12g\n", binom.test(e, sum(s))$conf.int[1], binom.test(e, sum(s))$conf.int[2])) }
# interaction of arm and symptom stage, short: CR2, Hotelling's T2 with G-1 df
s <- d[!is.na(d$short) & d$stage != "unknown", ]; s$g <- interaction(s$stage, s$a, drop = TRUE)
f <- lm(short ~ 0 + g + baseline + age + sex + disorder, s); V <- vcovCR(f, s$clinic, "CR2"); b <- coef(f)
st <- c("acute", "chronic", "subacute"); C <- t(sapply(st[-1], function(k) { z <- 0 * b; z[paste0("g", k, ".1")] <- 1; z[paste0("g", k, ".0")] <- -1; z["gacute.1"] <- -1; z["gacute.0"] <- 1; z }))
T2 <- t(C %*% b) %*% solve(C %*% V %*% t(C), C %*% b); G <- length(unique(s$clinic)); q <- 2; F <- T2 * (G - q) / (q * (G - 1))
cat("interaction", nrow(s), G, sprintf("%.12g %.12g\n", F, pf(F, q, G - q, lower = FALSE)))
