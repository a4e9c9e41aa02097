package axial.sums;

import axial.walk.EpisodeRow;
import java.io.Serializable;

/** One pass over the episodes: what each adds to a set of sums. */
interface EpisodePass extends Serializable {
    /** How many sums. */
    int size();

    /** Adds one episode. */
    void add(EpisodeRow episode, OrderFreeSums sums);

    /** The sums over all episodes. */
    static OrderFreeSums sum(Episodes episodes, EpisodePass pass) {
        OrderFreeSums all = new OrderFreeSums(pass.size());
        episodes.inEach(part -> {
                    OrderFreeSums sums = new OrderFreeSums(pass.size());
                    for (EpisodeRow episode : part) {
                        pass.add(episode, sums);
                    }
                    return sums;
                })
                .forEach(all::addAll);
        return all;
    }
}
