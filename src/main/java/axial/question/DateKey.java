package axial.question;

import java.io.Serializable;
import java.util.Arrays;

/** The secret by which dates are moved where none may be kept. It is never written anywhere, also not into a message. */
public final class DateKey implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] secret;

    public DateKey(byte[] secret) {
        this.secret = secret.clone();
    }

    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateKey key && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
