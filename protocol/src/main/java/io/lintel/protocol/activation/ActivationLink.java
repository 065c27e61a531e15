package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code of an activation says: where the manager is, which key it has, and the code to redeem
 * ({@code spec/protocol.md}, "Activation link"). {@link #toString()} leaves the code out.
 *
 * <pre>lintel:1:&lt;suite&gt;:&lt;manager's key, base64url without padding&gt;:&lt;code&gt;@&lt;host&gt;:&lt;port&gt;</pre>
 *
 * @param suite the suite of the manager's key and of the project
 * @param managerKey the manager's static Diffie-Hellman key; its size is checked here, the rest when it is used
 * @param code what the phone redeems
 * @param host a DNS name, an IPv4 address, or an IPv6 address in brackets
 * @param port the TCP port, 1 to 65535
 */
public record ActivationLink(Suite suite, Bytes managerKey, ActivationCode code, String host, int port) {
    private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}\\]";
    private static final Pattern HOST_FORM = Pattern.compile(HOST);
    private static final Pattern FORM =
            Pattern.compile("lintel:1:([0-9]):([A-Za-z0-9_-]{43,44}):([0-9A-Za-z]{20})@(" + HOST + "):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ActivationLink {
        if (managerKey.size() != suite.dhKeySize()) {
            throw new IllegalArgumentException("the manager's key must have " + suite.dhKeySize() + " octets");
        }
        if (!HOST_FORM.matcher(host).matches()) {
            throw new IllegalArgumentException("the host must be a DNS name, an IPv4 address or an [IPv6 address]");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("the port must be 1 to " + MAX_PORT + ", not " + port);
        }
    }

    /**
     * Reads a link.
     *
     * @throws ActivationException with {@link ActivationException.Code#BAD_LINK}
     */
    public static ActivationLink parse(String scanned) {
        Matcher matcher = FORM.matcher(scanned.strip());
        if (!matcher.matches()) {
            throw bad("it does not have the form lintel:1:SUITE:KEY:CODE@HOST:PORT");
        }
        Optional<Suite> suite = Suite.ofId(Integer.parseInt(matcher.group(1)));
        try {
            return new ActivationLink(
                    suite.orElseThrow(() -> bad("this version does not know its suite")),
                    Bytes.copyOf(Base64.getUrlDecoder().decode(matcher.group(2))),
                    ActivationCode.parse(matcher.group(3)),
                    matcher.group(4),
                    Integer.parseInt(matcher.group(5)));
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static ActivationException bad(String why) {
        return new ActivationException(
                ActivationException.Code.BAD_LINK,
                "This is not a Lintel activation link: " + why + ". Scan the QR code of the activation e-mail again.");
    }

    /** Returns the link itself, code included: for the QR code, never to log. */
    public String text() {
        return "lintel:1:" + suite.id() + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(managerKey.toByteArray()) + ":" + code.text()
                + "@" + host + ":" + port;
    }

    @Override
    public String toString() {
        return "ActivationLink[" + host + ":" + port + ", code redacted]";
    }
}
