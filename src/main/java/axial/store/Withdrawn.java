package axial.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Patients who were withdrawn, as keyed hashes (HMAC-SHA-256): enough to know them again in a re-sent file, not enough to
 * read a pseudonym back without trying it.
 *
 * @param key of this store, hexadecimal
 * @param hashes hexadecimal
 */
public record Withdrawn(String key, Set<String> hashes) implements Serializable {
    private static final int KEY_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    public Withdrawn {
        hashes = new TreeSet<>(hashes);
    }

    static Withdrawn nobody() {
        return new Withdrawn("", Set.of());
    }

    /** These and further patients. */
    Withdrawn with(Collection<String> patients) {
        String used = key.isEmpty() ? newKey() : key;
        Set<String> all = new TreeSet<>(hashes);
        Mac mac = mac(used);
        patients.forEach(patient -> all.add(hash(mac, patient)));
        return new Withdrawn(used, all);
    }

    /** Whether the patient was withdrawn. */
    public boolean contains(String patient) {
        return !hashes.isEmpty() && hashes.contains(hash(mac(key), patient));
    }

    private static String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), MAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(Mac mac, String patient) {
        return HexFormat.of().formatHex(mac.doFinal(patient.getBytes(StandardCharsets.UTF_8)));
    }
}
