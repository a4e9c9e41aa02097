package axial.ingest;

import java.util.List;
import java.util.Locale;

/** Words of ours for what exports write where a value is missing; a cell that holds one is no value of a patient. */
final class Sentinels {
    private static final List<String> KNOWN = List.of(
            "-1",
            "-7",
            "-8",
            "-9",
            "-77",
            "-88",
            "-99",
            "-777",
            "-888",
            "-999",
            "-9999",
            "99",
            "999",
            "9999",
            ".",
            "-",
            "--",
            "?",
            "NI",
            "NA",
            "N/A",
            "#N/A",
            "NASK",
            "ASKU",
            "UNK",
            "NAV",
            "INV",
            "MSK",
            "NT",
            "ND",
            "NP",
            "NAN",
            "NIL",
            "NULL",
            "NONE",
            "MISSING",
            "UNKNOWN",
            "NOT DONE",
            "NOT TESTED",
            "NOT ASKED");

    private Sentinels() {}

    /** Whether the text is one of the words, in capitals or not. */
    static boolean contain(String text) {
        return KNOWN.contains(text.toUpperCase(Locale.ROOT));
    }
}
