package axial.ingest;

import static axial.ingest.HostileFile.HEADER;

import java.util.ArrayList;
import java.util.List;

/** Ids, words and sentences with formulas in them, or characters that nobody sees. */
final class OddTexts {
    private OddTexts() {}

    static List<HostileFile> formulas() {
        List<HostileFile> files = new ArrayList<>();
        for (String cell :
                List.of("=SUM(\"A1:A9\",\"x\")", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=1")) {
            files.add(HostileFile.cell("clinic_id", cell).with("clinic_id", cell));
            files.add(HostileFile.cell("adverse_event", cell).with("adverse_event", cell));
        }
        return files;
    }

    static List<HostileFile> unseen() {
        List<HostileFile> files = new ArrayList<>();
        for (String unseen : List.of(
                "\u0000",
                "\u0007",
                "\u001b[31m",
                "\t",
                "\n",
                "\r\n",
                "\u0085",
                "\u00a0",
                "\u00ad",
                "\u2007",
                "\u200b",
                "\u200d",
                "\u200e",
                "\u2028",
                "\u202e",
                "\u2066",
                "\u3000",
                "\ue000",
                "\ufeff",
                "\uffff")) {
            files.add(HostileFile.cell("clinic_id", "C" + unseen + "1").rejected("2 clinic_id not_plain_text"));
        }
        for (String unseen : List.of("\u0000", "\u0007", "\u001b[31m", "\u0085", "\u202e", "\u2066", "\ufeff")) {
            files.add(HostileFile.cell("adverse_event", "sore" + unseen + "neck")
                    .rejected("2 adverse_event not_plain_text"));
        }
        files.add(HostileFile.cell("migraine", "aura\u200b").rejected("2 migraine not_plain_text"));
        files.add(HostileFile.cell("practitioner_id", "T\u202e1").rejected("2 practitioner_id not_plain_text"));
        files.add(HostileFile.cell("red_flags", "fever\u200b").rejected("2 red_flags token_not_understood"));
        files.add(HostileFile.cell("sex", "female\u200b").rejected("2 sex unknown_word"));
        return files;
    }

    static List<HostileFile> seen() {
        List<HostileFile> files = new ArrayList<>();
        for (String text : List.of(
                "sore,\nthen stiff", "a\tb", "5\u00a0min", "می\u200cخواهم", "👩\u200d⚕️ said so", "x".repeat(5000))) {
            files.add(HostileFile.cell("adverse_event", text).with("adverse_event", text));
        }
        for (String id : List.of(
                "Köln", "Ko\u0308ln", "東京", "C 1", "C-1/2", "0", "00012", "1e5", "NaN", "null", "x".repeat(1000))) {
            files.add(HostileFile.cell("clinic_id", id).with("clinic_id", id));
        }
        files.add(HostileFile.cell("clinic_id", "  C1  ").with("clinic_id", "C1"));
        files.add(HostileFile.cell("sex", "Female").rejected("2 sex unknown_word"));
        files.add(HostileFile.cell("sex", "F").rejected("2 sex unknown_word"));
        files.add(HostileFile.cell("adverse_events_asked", "1").rejected("2 adverse_events_asked unknown_word"));
        files.add(HostileFile.cell("adverse_events_asked", "TRUE").with("adverse_events_asked", true));
        files.add(HostileFile.cell("age_years", "93").with("age_years", 900_000));
        files.add(HostileFile.cell("age_years", "131").rejected("2 age_years outside_range"));
        files.add(HostileFile.cell("age_years", "-1").rejected("2 age_years outside_range"));
        files.add(HostileFile.cell("stress", "99999999999").rejected("2 stress too_large"));
        return files;
    }

    static List<HostileFile> rows() {
        String none = ",PSECRET,C1,2024-03-04,massage,6\n";
        return List.of(
                HostileFile.of("every record bad", HEADER + "V1,PSECRET,C1,2025-02-30,massage,77\n,,,,,\n")
                        .rejected(
                                "2 pain_nprs outside_range",
                                "2 visit_date date_not_understood",
                                "3 clinic_id missing_required",
                                "3 patient_id missing_required",
                                "3 visit_date missing_required",
                                "3 visit_id missing_required"),
                HostileFile.of("no visit_id", HEADER + none).rejected("2 visit_id missing_required"),
                HostileFile.of("a test patient", HEADER + "V1,Test PSECRET Test,C1,2024-03-04,massage,6\n")
                        .accepted(1),
                HostileFile.of("a treatment with a stray sign", HEADER + "V1,PSECRET,C1,2024-03-04,massage & heat,6\n")
                        .rejected("2 treatments token_not_understood"),
                HostileFile.of("a negated treatment", HEADER + "V1,PSECRET,C1,2024-03-04,no manipulation,6\n")
                        .rejected("2 treatments token_not_understood"));
    }
}
