package axial.walk;

import java.io.Serializable;

/** The arms, combinations of levels and numbers that turned up together, each with a number: who is alike in all but baselines. */
final class CovariateKinds implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ARM = 0;
    private static final int COMBINATION = 1;
    private static final int NUMBERS = 2;

    private final LevelCombinations combinations;
    private final int numbers;
    private final Tuples kinds;

    CovariateKinds(LevelCombinations combinations, int numbers) {
        this.combinations = combinations;
        this.numbers = numbers;
        this.kinds = new Tuples(NUMBERS + numbers);
    }

    LevelCombinations combinations() {
        return combinations;
    }

    /** None of the same kind, of combinations of their own. */
    CovariateKinds none() {
        return new CovariateKinds(new LevelCombinations(combinations.categories()), numbers);
    }

    /** The kind of each episode of a block. */
    int[] of(EpisodeBlock episodes) {
        int[] combination = combinations.of(episodes);
        int[] kind = new int[combination.length];
        int[] tuple = new int[NUMBERS + numbers];
        for (int e = 0; e < kind.length; e++) {
            tuple[ARM] = episodes.arm(e);
            tuple[COMBINATION] = combination[e];
            for (int n = 0; n < numbers; n++) {
                tuple[NUMBERS + n] = episodes.number(n, e);
            }
            kind[e] = kinds.of(tuple);
        }
        return kind;
    }

    /** The numbers here of all kinds there, by their numbers there. */
    int[] codes(CovariateKinds there) {
        int[] combination = combinations.codes(there.combinations);
        int[] here = new int[there.size()];
        int[] tuple = new int[NUMBERS + numbers];
        for (int kind = 0; kind < here.length; kind++) {
            there.read(kind, tuple);
            tuple[COMBINATION] = combination[tuple[COMBINATION]];
            here[kind] = kinds.of(tuple);
        }
        return here;
    }

    /** The number here of a kind of others of the same combinations. */
    int code(CovariateKinds there, int kind) {
        int[] tuple = new int[NUMBERS + numbers];
        there.read(kind, tuple);
        return kinds.of(tuple);
    }

    private void read(int kind, int[] tuple) {
        for (int i = 0; i < tuple.length; i++) {
            tuple[i] = kinds.value(kind, i);
        }
    }

    /** Of so many parts the one of each kind, the same for all of an arm and combination of levels, wherever they were met. */
    int[] parts(int parts) {
        int[] ofCombinations = combinations.hashes();
        int[] part = new int[size()];
        for (int kind = 0; kind < part.length; kind++) {
            int hash = (31 * ofCombinations[combination(kind)] + arm(kind)) * 0x9e3779b9 >>> 8;
            part[kind] = Math.floorMod(hash, parts);
        }
        return part;
    }

    int size() {
        return kinds.size();
    }

    int arm(int kind) {
        return kinds.value(kind, ARM);
    }

    int combination(int kind) {
        return kinds.value(kind, COMBINATION);
    }

    /** How many number covariates there are. */
    int numbers() {
        return numbers;
    }

    int number(int which, int kind) {
        return kinds.value(kind, NUMBERS + which);
    }
}
