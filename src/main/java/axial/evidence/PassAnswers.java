package axial.evidence;

import axial.stats.Finding;
import java.util.List;
import java.util.Map;

/**
 * What passes over the episodes found.
 *
 * @param models by the key of the request
 * @param arms per contrast of several arms at once, in the order of the request; empty where nothing was asked
 */
public record PassAnswers(Map<String, ModelAnswer> models, List<Finding> arms) {}
