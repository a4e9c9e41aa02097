package axial.stats;

/** Where the terms of several sums go: a place for each sum, so that they may be added in any order, exactly. */
@FunctionalInterface
public interface Adder {
    /** Adds a term to the sum at a place. */
    void add(int place, double term);
}
