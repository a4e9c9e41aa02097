package axial.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A path that is no file but a database: it says where, never who with which password. */
final class DatabasePath {
    private static final Pattern LOGIN = Pattern.compile("(?i)[?&]pass|//[^/?]*@|[?&]user=");
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://[\\w.:,\\[\\]-]+/[\\w%-]+(\\?.*)?");
    private static final List<String> PARAMETERS =
            List.of("ssl", "sslmode", "sslrootcert", "connectTimeout", "socketTimeout", "targetServerType");

    private DatabasePath() {}

    static boolean is(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("jdbc:");
    }

    /** What is wrong with it, without showing it; empty where nothing is. */
    static String problem(String path, String format) {
        if (LOGIN.matcher(path).find()) {
            return "\"path\" holds a login. A password never stands in a job file, which is copied and shown to others."
                    + " Remove it here and write  options: { user: <name>, password_file: <file> }.";
        }
        if (!ADDRESS.matcher(path).matches()) {
            return "\"path\" must be like jdbc:postgresql://host/database where the visits are in a database.";
        }
        for (String parameter : path.replaceFirst("^[^?]*\\??", "").split("&", -1)) {
            String name = parameter.replaceFirst("=.*", "");
            if (!name.isEmpty() && !PARAMETERS.contains(name)) {
                return "\"path\" has the parameter \"" + name + "\", which is not taken. "
                        + DidYouMean.among(PARAMETERS, name);
            }
        }
        return format.equals("omop")
                ? ""
                : "\"path\" names a database, and only OMOP tables are read from one. Write  format: omop  or give a file.";
    }
}
