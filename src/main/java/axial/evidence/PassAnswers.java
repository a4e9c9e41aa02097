package axial.evidence;

import axial.stats.Finding;
import java.util.List;
import java.util.Map;

/**
 * What passes over the episodes found.
 *
 * @param models by the key of the request
 * @param arms per request of several arms at once, in their order, and per contrast
 */
public record PassAnswers(Map<String, ModelAnswer> models, List<List<Finding>> arms) {}
