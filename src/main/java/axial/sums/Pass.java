package axial.sums;

import java.io.Serializable;

/** One pass over parts: what they add to a set of sums. */
interface Pass<P> extends Serializable {
    /** How many sums. */
    int size();

    /** Adds one part. */
    void add(P part, OrderFreeSums sums);

    /** The sums over all parts. */
    static <P> OrderFreeSums sum(Parts<P> parts, Pass<P> pass) {
        OrderFreeSums all = new OrderFreeSums(pass.size());
        parts.inEach(part -> {
                    OrderFreeSums sums = new OrderFreeSums(pass.size());
                    pass.add(part, sums);
                    return sums;
                })
                .forEach(all::addAll);
        return all;
    }
}
