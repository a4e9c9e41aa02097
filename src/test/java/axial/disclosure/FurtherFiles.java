package axial.disclosure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the attacker reads in the tables of follow-up and of harm by patient: as text, whole numbers from rates too. */
record FurtherFiles(LinearPuzzle puzzle, String when) {
    private static final int ARMS = 3;

    private void count(String name, String cell) {
        if (cell.isEmpty()) {
            puzzle.unknown(name);
        } else {
            puzzle.known(name, Long.parseLong(cell));
        }
    }

    /**
     * Those with a first score, those of them followed, of everybody and of the levels that make up everybody. With no
     * covariate that may be missing, those followed are those analysed.
     */
    void readMissing(List<NamedCsvRecord> missing) {
        Set<String> telling = missing.stream()
                .filter(row -> !row.getField("eligible").isEmpty())
                .map(FurtherFiles::levels)
                .collect(Collectors.toSet());
        Map<String, TreeSet<String>> levels = new TreeMap<>();
        for (NamedCsvRecord row : missing) {
            if (!telling.contains(levels(row))) {
                continue; // all of its levels are withheld: so many unknown numbers with one sum
            }
            String outcome = row.getField("outcome");
            String arm = row.getField("arm");
            String by = row.getField("by");
            String level = by.equals("all") ? "" : " " + by + "=" + row.getField("level");
            String eligible = when + "baseline " + outcome + arm;
            String followed = when + "follow-up " + outcome + row.getField("window") + arm;
            count(eligible + level, row.getField("eligible"));
            count(followed + level, row.getField("followed"));
            puzzle.sumWithRest(eligible + level, List.of(followed + level), "lost before " + followed + level);
            if (by.equals("clinic_id")) {
                String analysed = when + "analysed "
                        + String.join("/", outcome, row.getField("window"), arm, "", row.getField("level"));
                if (puzzle.names().contains(analysed)) {
                    puzzle.sum(followed + level, List.of(analysed));
                }
            }
            if (!level.isEmpty()) {
                levels.computeIfAbsent(eligible + "\n" + by, k -> new TreeSet<>())
                        .add(eligible + level);
                levels.computeIfAbsent(followed + "\n" + by, k -> new TreeSet<>())
                        .add(followed + level);
            }
        }
        levels.forEach((whole, parts) -> puzzle.sum(whole.split("\n")[0], List.copyOf(parts)));
    }

    private static String levels(NamedCsvRecord row) {
        return row.getField("outcome") + "/" + row.getField("arm") + "/" + row.getField("by");
    }

    /** Those analysed are those of each level of a category; who a side is stands in the estimates. */
    void readBalance(List<NamedCsvRecord> balance, List<NamedCsvRecord> estimates) {
        Map<String, NamedCsvRecord> sides = new TreeMap<>();
        estimates.forEach(row -> sides.putIfAbsent(row.getField("question"), row));
        Map<String, TreeSet<String>> levels = new TreeMap<>();
        for (NamedCsvRecord row : balance) {
            for (String side : List.of("arm", "comparator")) {
                String covariate = row.getField("covariate");
                String level = row.getField("level");
                String arm = sides.get(row.getField("question")).getField(side);
                String all =
                        when + "analysed " + String.join("/", row.getField("outcome"), row.getField("window"), arm, "");
                String of = level.isEmpty() ? all + "/" : all + covariate + "=" + level + "/";
                count(of, row.getField("n_" + side));
                if (!level.isEmpty()) {
                    levels.computeIfAbsent(all + "/\n" + covariate, k -> new TreeSet<>())
                            .add(of);
                }
            }
        }
        levels.forEach((whole, parts) -> puzzle.sum(whole.split("\n")[0], List.copyOf(parts)));
    }

    /**
     * A clinic's episodes are those with a first score and without; those with one are followed or lost. Every arm is in
     * some question, so that they are also those of each arm.
     */
    void readQuality(List<NamedCsvRecord> quality) {
        for (NamedCsvRecord row : quality) {
            String clinic = row.getField("clinic_id");
            String check = row.getField("check");
            if (!clinic.isEmpty()
                    && row.getField("month").isEmpty()
                    && Set.of("M1", "M2").contains(check)) {
                String outcome = row.getField("field");
                String window = row.getField("window");
                boolean first = check.equals("M1");
                String of = when + (first ? "episodes of " + clinic : "baseline " + outcome + " in " + clinic);
                String others = when
                        + (first
                                ? "baseline " + outcome + " in " + clinic
                                : "follow-up " + outcome + window + " in " + clinic);
                String failing = check + " failing " + when + outcome + window + " in " + clinic;
                count(of, row.getField("of"));
                count(failing, row.getField("n"));
                puzzle.sum(of, List.of(failing, others));
                ofArms(others, when + (first ? "baseline " + outcome : "follow-up " + outcome + window), clinic);
            }
        }
    }

    private void ofArms(String all, String ofArm, String clinic) {
        List<String> arms = puzzle.names().stream()
                .filter(name -> name.startsWith(ofArm) && name.endsWith(" clinic_id=" + clinic))
                .filter(name -> !name.contains("+"))
                .toList();
        if (arms.size() == ARMS) {
            puzzle.sum(all, arms);
        }
    }

    /** Patients asked, with any event, and with one of a severity; visits as in the table of safety. */
    void readHarms(List<NamedCsvRecord> harms) {
        for (NamedCsvRecord row : harms) {
            boolean patients = row.getField("measure").equals("per_patient");
            if (patients || row.getField("measure").equals("per_asked_visit")) {
                String of = when + (patients ? "patients " : "visits ") + row.getField("arm");
                String events = of + " " + row.getField("group");
                count(of + " asked", row.getField("exposure"));
                count(events, row.getField("events"));
                if (!row.getField("estimate").isEmpty()
                        && !row.getField("exposure").isEmpty()) {
                    double rate = Double.parseDouble(row.getField("estimate")) / 1000;
                    puzzle.known(events, StrictMath.round(rate * Double.parseDouble(row.getField("exposure"))));
                }
                if (patients) {
                    boolean any = row.getField("group").equals("any");
                    puzzle.sumWithRest(of + (any ? " asked" : " any"), List.of(events), "others than " + events);
                }
            }
        }
    }
}
