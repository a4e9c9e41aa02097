package axial.ingest;

import java.io.Serializable;

/** How often a sign was plus, and how often minus. */
final class SignCount implements Serializable {
    private static final long serialVersionUID = 1;
    private long plus;
    private long minus;

    void add(int sign) {
        plus += sign > 0 ? 1 : 0;
        minus += sign < 0 ? 1 : 0;
    }

    void addAll(SignCount other, int times) {
        plus += times * other.plus;
        minus += times * other.minus;
    }

    long plus() {
        return plus;
    }

    long minus() {
        return minus;
    }

    /** The sign test's (plus − minus) / √(plus + minus); 0 where there is neither. */
    double z() {
        long n = plus + minus;
        return n == 0 ? 0 : (plus - minus) / Math.sqrt(n);
    }
}
