package axial.sums;

import axial.walk.EpisodeRow;
import java.io.Serializable;
import java.util.List;

/** One pass over the episodes: what each adds to a set of sums. */
interface EpisodePass extends Serializable {
    /** How many sums. */
    int size();

    /** Adds one episode. */
    void add(EpisodeRow episode, OrderFreeSums sums);

    /** The sums over all episodes. */
    static OrderFreeSums sum(Walked walked, EpisodePass pass) {
        List<OrderFreeSums> parts = walked.episodes()
                .map(episodes -> {
                    OrderFreeSums sums = new OrderFreeSums(pass.size());
                    for (EpisodeRow episode : episodes) {
                        pass.add(episode, sums);
                    }
                    return sums;
                })
                .collect();
        OrderFreeSums all = new OrderFreeSums(pass.size());
        parts.forEach(all::addAll);
        return all;
    }
}
