package io.lintel.sdk.event;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where events may be posted to. */
final class WebhookAddress {

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebhookAddress() {}

    static void require(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost() == null ? "" : url.getHost();
        boolean safe = scheme.equals("https") || (scheme.equals("http") && OWN_MACHINE.contains(host));
        if (!safe || host.isEmpty()) {
            throw new IllegalArgumentException(
                    "a webhook's address must begin with https://, or with http://localhost on this machine");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw new IllegalArgumentException("a webhook's port is 1 to " + MAX_PORT);
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a webhook's address has neither a name and password nor a fragment");
        }
        if (url.toString().length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a webhook's address has at most " + MAX_LENGTH + " characters");
        }
    }
}
