# The task of WalkAgainstDuckDb in R: the cohort of neck-review.yaml and plain sums by arm and clinic, with data.table; then
# CR2 with clubSandwich where it can. Usage: Rscript bench/r/walk.R FOLDER-WITH-visits.csv [THREADS]
suppressMessages(library(data.table))
arguments <- commandArgs(TRUE)
setDTthreads(if (length(arguments) > 1) as.integer(arguments[2]) else 2)
timed <- function(what, step) {
  time <- system.time(result <- step)
  cat(sprintf("%s: %.1f s, CPU %.1f s\n", what, time[["elapsed"]], time[["user.self"]] + time[["sys.self"]]))
  result
}
outcomes <- c("pain_nprs", "ndi_percent", "eq5d_index", "groc", "satisfaction")
windows <- list(immediate = c(0, 1, 0), short = c(2, 91, 28), intermediate = c(92, 364, 182), long = c(365, 730, 365))
# An arm is the set of these among the treatments of the first treated visit; what else was done does not matter.
tokens <- c("manipulation:cervical", "mobilization:cervical", "manipulation:thoracic", "mobilization:thoracic")
arms <- c(tokens, "manipulation:cervical;manipulation:thoracic", "mobilization:cervical;mobilization:thoracic")
arm_of <- function(treatments) {
  each <- unique(treatments)
  arm <- vapply(strsplit(each, ";", fixed = TRUE), function(t) paste(sort(intersect(t, tokens)), collapse = ";"), "")
  arm[match(treatments, each)]
}

visits <- timed("read csv", {
  d <- fread(file.path(arguments[1], "visits.csv"))
  d[, day := as.integer(as.IDate(visit_date))]
  setorder(d, patient_id, day, visit_id)
  d
})
sums <- timed("cohort and sums", {
  visits[, treated := treatments != ""]
  visits[, n := seq_len(.N), by = patient_id]
  index <- visits[treated == TRUE, .SD[1], by = patient_id]
  index[, arm := arm_of(treatments)]
  index <- index[arm %in% arms & age_years >= 18 & red_flags == ""]
  all <- visits[index[, .(patient_id, arm, at = n, day0 = day, clinic = clinic_id)], on = "patient_id"]
  # The first episode ends where 90 days pass without treatment before the next one.
  all[treated == TRUE, gap := day - shift(day), by = patient_id]
  all[, episode := 1L + cumsum(!is.na(gap) & gap > 90 & n > at), by = patient_id]
  all <- all[episode == 1L]
  rows <- list()
  for (outcome in outcomes) {
    all[, score := get(outcome)]
    after <- paste0(outcome, "_after")
    all[, followed := if (after %in% names(all)) fifelse(n == at, as.numeric(get(after)), as.numeric(score)) else as.numeric(score)]
    base <- all[n <= at & day0 - day <= 14 & !is.na(score), .(baseline = score[.N]), by = patient_id]
    for (name in names(windows)) {
      w <- windows[[name]]
      near <- all[n >= at & (n == at | day > day0) & day - day0 >= w[1] & day - day0 <= w[2] & !is.na(followed)]
      near[, away := abs(day - day0 - w[3])]
      setorder(near, patient_id, away, -day, -n)
      near <- near[, .SD[1], by = patient_id, .SDcols = c("followed", "arm", "clinic")]
      near <- near[base, on = "patient_id", nomatch = NULL]
      near[, change := followed - baseline]
      near[, `:=`(outcome = outcome, window = name)]
      rows[[length(rows) + 1]] <- near
    }
  }
  episodes <- rbindlist(rows)
  episodes[, .(n = .N, change = sum(change), square = sum(change^2), baseline = sum(baseline)),
    by = .(outcome, window, arm, clinic)]
})
cat(sprintf("changes analysed: %d, of %d visits\n", sum(sums$n), nrow(visits)))
if (requireNamespace("clubSandwich", quietly = TRUE)) {
  one <- episodes[outcome == "pain_nprs" & window == "short" & arm %in% arms[1:2]]
  fit <- lm(change ~ arm + baseline, data = one)
  tryCatch(
    timed(sprintf("CR2 of %d episodes, %d clinics", nrow(one), uniqueN(one$clinic)), {
      clubSandwich::coef_test(fit, vcov = clubSandwich::vcovCR(fit, cluster = one$clinic, type = "CR2"))
    }),
    error = function(e) cat("CR2: clubSandwich ends with:", conditionMessage(e), "\n")
  )
}
