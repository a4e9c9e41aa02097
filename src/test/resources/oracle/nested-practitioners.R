# The rows of axial.stats.MadePractitioners in eight clinics, what lme4 says of practitioners within clinics, and Wald's limits
# with the clinics fixed, by least squares on dense matrices: Rscript nested-practitioners.R
suppressMessages(library(lme4))
state <- 1
draw <- function(below) {
  state <<- (48271 * state) %% 2147483647
  state %% below
}
rows <- list()
for (g in 1:40) {
  effect <- draw(5)
  episodes <- 5 + draw(20)
  for (i in seq_len(episodes)) {
    arm <- as.numeric(draw(10) < 3 + effect)
    covariates <- vapply(1:30, function(c) draw(if (c <= 20) 11 else 2), 0)
    rows[[length(rows) + 1]] <- c(g, arm, covariates, effect - 2 * arm + covariates[1] + draw(7))
  }
}
data <- as.data.frame(do.call(rbind, rows))
names(data) <- c("practitioner", "arm", paste0("x", 1:30), "change")
data$clinic <- factor(data$practitioner %% 8)
data$practitioner <- factor(data$practitioner)
right <- paste(c("arm", paste0("x", 1:30)), collapse = " + ")
fit <- lmer(as.formula(paste("change ~", right, "+ (1 | clinic) + (1 | practitioner)")), data,
  control = lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14)))
parts <- as.data.frame(VarCorr(fit))
for (i in seq_len(nrow(parts))) cat(sprintf("%s,%.12g\n", parts$grp[i], parts$vcov[i]))
cat(sprintf("shrunken_sd,%.12g\n", sd(ranef(fit)$practitioner[, 1])))
x <- model.matrix(as.formula(paste("~ clinic +", right)), data)
z <- model.matrix(~ practitioner - 1, data)
y <- data$change
both <- lm.fit(cbind(x, z), y)
f <- nrow(data) - both$rank
q <- both$rank - qr(x)$rank
within <- sum(both$residuals^2) / f
statistic <- function(ratio) {
  root <- chol(solve(diag(nrow(data)) + ratio * z %*% t(z)))
  (sum(lm.fit(root %*% x, root %*% y)$residuals^2) - f * within) / q / within
}
cat(sprintf("within,%.12g\nq,%d\nf,%d\n", within, q, f))
for (p in c(0.975, 0.025)) {
  cat(sprintf("limit,%.12g\n", uniroot(function(r) statistic(r) - qf(p, q, f), c(0, 20), tol = 1e-12)$root))
}
