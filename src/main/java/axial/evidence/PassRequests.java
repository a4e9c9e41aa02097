package axial.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that needs passes over the episodes.
 *
 * @param models one per analysis that is shown
 * @param arms all arms of the job in one model; null where fewer than three may be shown
 */
public record PassRequests(
        List<ModelRequest> models, @Nullable ArmsRequest arms) {
    /** How many models. */
    public int size() {
        return models.size() + (arms == null ? 0 : 1);
    }
}
