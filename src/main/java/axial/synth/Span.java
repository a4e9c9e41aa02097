package axial.synth;

/** The contract's windows in days since the index visit; within one, the truth stands still. */
enum Span {
    IMMEDIATE(1),
    SHORT(91),
    INTERMEDIATE(364),
    LONG(730);

    private final int lastDay;

    Span(int lastDay) {
        this.lastDay = lastDay;
    }

    static Span at(int day) {
        for (Span span : values()) {
            if (day <= span.lastDay) {
                return span;
            }
        }
        return LONG;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
