package io.lintel.sdk.event;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook request ({@code spec/events.md}, "Signature"): HMAC-SHA256 over the time and the body, so that
 * a receiver knows who sent it and that it is fresh.
 *
 * <pre>Lintel-Signature: t=1795169700,v1=5257a869e7...</pre>
 */
public final class WebhookSignature {

    /** The header that carries it. */
    public static final String HEADER = "Lintel-Signature";

    /** How old a request may be, and how far its clock may be ahead: the window in which it could be replayed. */
    public static final Duration REPLAY_WINDOW = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** The header's value for a request that is sent now. */
    public static String of(SecretBytes secret, Bytes body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + mac(secret, seconds, body).toHex();
    }

    /**
     * Whether a request was signed with the secret, within {@link #REPLAY_WINDOW} of now. What is not is to be answered with
     * 401 and forgotten. Within the window the event's id tells a repetition.
     *
     * @param header the value of {@link #HEADER}
     * @param body the body's octets exactly as they came
     */
    public static boolean isGenuine(SecretBytes secret, String header, Bytes body, Instant now) {
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        long seconds = Long.parseLong(parts.group(1));
        boolean genuine = mac(secret, seconds, body).constantTimeEquals(Bytes.ofHex(parts.group(2)));
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        return genuine && age.compareTo(REPLAY_WINDOW) <= 0;
    }

    private static Bytes mac(SecretBytes secret, long seconds, Bytes body) {
        byte[] key = secret.copy();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(Bytes.utf8(seconds + ".").toByteArray());
            return Bytes.copyOf(mac.doFinal(body.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
