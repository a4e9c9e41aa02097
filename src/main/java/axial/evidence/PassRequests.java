package axial.evidence;

import java.util.List;

/**
 * Everything that needs passes over the episodes.
 *
 * @param models one per analysis that is shown
 * @param arms all arms of the job in one model, per outcome for which three or more may be shown
 */
public record PassRequests(List<ModelRequest> models, List<ArmsRequest> arms) {
    /** How many models. */
    public int size() {
        return models.size() + arms.size();
    }
}
