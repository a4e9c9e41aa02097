package axial.sums;

import java.io.Serializable;

/** One pass over the episodes: what they add to a set of sums. */
interface EpisodePass extends Serializable {
    /** How many sums. */
    int size();

    /** Adds the episodes of one part. */
    void add(EpisodeColumns part, OrderFreeSums sums);

    /** The sums over all episodes. */
    static OrderFreeSums sum(Episodes episodes, EpisodePass pass) {
        OrderFreeSums all = new OrderFreeSums(pass.size());
        episodes.inEach(part -> {
                    OrderFreeSums sums = new OrderFreeSums(pass.size());
                    pass.add(EpisodeColumns.of(part), sums);
                    return sums;
                })
                .forEach(all::addAll);
        return all;
    }
}
