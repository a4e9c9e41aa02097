package axial.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 of bytes that come one after the other: by it files, ledgers and rules are known. */
public final class Sha256 {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    /** Of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of all these bytes, in lower-case hexadecimal digits. */
    public static String of(byte[] bytes) {
        return new Sha256().add(bytes, bytes.length).hex();
    }

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** Of what is left of the bytes, which are closed. */
    public static String of(InputStream bytes) throws IOException {
        try (bytes) {
            Sha256 sum = new Sha256();
            byte[] buffer = new byte[BUFFER];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                sum.add(buffer, n);
            }
            return sum.hex();
        }
    }

    /** The first {@code n} of these bytes come next. */
    public Sha256 add(byte[] bytes, int n) {
        digest.update(bytes, 0, n);
        return this;
    }

    /** A text in UTF-8 comes next. */
    public Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, bytes.length);
    }

    /** In lower-case hexadecimal digits; what is added after that begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** In base 64; what is added after that begins anew. */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
