package axial.question;

/**
 * One thing wrong with a job file.
 *
 * @param path the key path, such as {@code questions[0].outcomes[1]}
 * @param line the line in the file, from 1
 * @param column the column in the line, from 1
 * @param what what is wrong, why, and what to do, in whole sentences
 */
public record Problem(String path, int line, int column, String what) {}
