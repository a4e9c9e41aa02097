# The rows of axial.stats.MadePractitioners, and what clubSandwich says of them: Rscript practitioners.R 80 20 40
suppressMessages(library(clubSandwich))
size <- as.numeric(commandArgs(TRUE))
state <- 1
draw <- function(below) {
  state <<- (48271 * state) %% 2147483647
  state %% below
}
rows <- list()
for (g in seq_len(size[1])) {
  effect <- draw(5)
  episodes <- size[2] + draw(size[3])
  for (i in seq_len(episodes)) {
    arm <- as.numeric(draw(10) < 3 + effect)
    covariates <- vapply(1:30, function(c) draw(if (c <= 20) 11 else 2), 0)
    rows[[length(rows) + 1]] <- c(g, arm, covariates, effect - 2 * arm + covariates[1] + draw(7))
  }
}
data <- as.data.frame(do.call(rbind, rows))
names(data) <- c("practitioner", "arm", paste0("x", 1:30), "change")
fit <- lm(change ~ . - practitioner, data = data)
elapsed <- system.time(
  test <- coef_test(fit, vcov = vcovCR(fit, cluster = data$practitioner, type = "CR2"), coefs = c("arm", "x1", "x30"))
)
for (name in c("arm", "x1", "x30")) {
  row <- test[test$Coef == name, ]
  for (what in c("beta", "SE", "df_Satt")) {
    cat(sprintf("%s_%s,%.15g\n", name, what, row[[what]]))
  }
}
message(sprintf("%d rows, %d practitioners: %.1f s", nrow(data), size[1], elapsed[["elapsed"]]))
