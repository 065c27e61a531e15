package io.lintel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is stored: its Argon2id hash (RFC 9106) with salt and parameters.
 *
 * <p>The text form is the PHC string that other libraries read too: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 * Immutable and safe to share between threads.
 */
public final class PasswordHash {
    private static final int SALT_SIZE = 16;
    private static final int TAG_SIZE = 32;
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2idParameters parameters;
    private final Bytes salt;
    private final Bytes tag;

    private PasswordHash(Argon2idParameters parameters, Bytes salt, Bytes tag) {
        this.parameters = parameters;
        this.salt = salt;
        this.tag = tag;
    }

    /** Hashes a password under a fresh salt; {@code password} stays the caller's. */
    public static PasswordHash of(SecretBytes password, Argon2idParameters parameters, SecureRandom random) {
        byte[] salt = new byte[SALT_SIZE];
        random.nextBytes(salt);
        return new PasswordHash(parameters, Bytes.wrap(salt), derive(password, parameters, salt, TAG_SIZE));
    }

    /**
     * Reads the text form: a salt of 8 to 64 octets, a hash of 16 to 64.
     *
     * @throws IllegalArgumentException if it is not that form, or asks for more work than {@link Argon2idParameters} allows
     */
    public static PasswordHash parse(String encoded) {
        Matcher matcher = PHC.matcher(encoded);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in PHC form");
        }
        Argon2idParameters parameters = new Argon2idParameters(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        return new PasswordHash(parameters, base64(matcher.group(4)), base64(matcher.group(5)));
    }

    private static Bytes base64(String text) {
        return Bytes.wrap(Base64.getDecoder().decode(text));
    }

    /** The work that went into this hash. */
    public Argon2idParameters parameters() {
        return parameters;
    }

    /** Whether this is the hash of {@code password}; the comparison takes the same time wherever they differ. */
    public boolean matches(SecretBytes password) {
        return MessageDigest.isEqual(
                tag.octets(),
                derive(password, parameters, salt.octets(), tag.size()).octets());
    }

    /** The PHC string, to be stored where only the service can read it. */
    public String encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + parameters.memoryKibibytes() + ",t=" + parameters.iterations() + ",p="
                + parameters.lanes() + "$" + text(base64, salt) + "$" + text(base64, tag);
    }

    private static String text(Base64.Encoder base64, Bytes octets) {
        return new String(base64.encode(octets.octets()), StandardCharsets.US_ASCII);
    }

    private static Bytes derive(SecretBytes password, Argon2idParameters parameters, byte[] salt, int size) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKibibytes())
                .withIterations(parameters.iterations())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[size];
        generator.generateBytes(password.octets(), tag);
        return Bytes.wrap(tag);
    }

    @Override
    public String toString() {
        return "PasswordHash[" + parameters + ", redacted]";
    }
}
