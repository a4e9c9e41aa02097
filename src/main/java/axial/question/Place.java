package axial.question;

/**
 * Where something stands in a job file.
 *
 * @param path the key path, such as {@code questions[0].outcomes[1]}; empty for the file as a whole
 * @param line from 1
 * @param column from 1
 */
record Place(String path, int line, int column) {
    static final Place START = new Place("", 1, 1);

    Place at(String deeperPath) {
        return new Place(deeperPath, line, column);
    }

    /** The path of a key below this place. */
    String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of a list item below this place, counted from 0. */
    String item(int index) {
        return path + "[" + index + "]";
    }

    /** The whole path, or {@code the job file} where it is empty. */
    String whole() {
        return path.isEmpty() ? "the job file" : path;
    }

    /** The last word of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
