package axial.question;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a treatment code means where other columns tell.
 *
 * @param code alone, or as {@code system|code}
 * @param when per column, texts of which one must stand there; a {@code *} at the end stands for anything
 * @param is the treatments it then means, joined by {@code ;}
 */
public record CodeRule(String code, Map<String, List<String>> when, String is) implements Serializable {}
