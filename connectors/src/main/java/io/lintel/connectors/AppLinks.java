package io.lintel.connectors;

import java.net.URI;

/**
 * Where people get the app ({@code NTF-04}).
 *
 * @param android an https address
 * @param ios an https address
 */
public record AppLinks(URI android, URI ios) {

    /** Refuses what a mail reader would not open safely. */
    public AppLinks {
        requireHttps(android);
        requireHttps(ios);
    }

    private static void requireHttps(URI link) {
        if (!"https".equalsIgnoreCase(link.getScheme()) || link.getHost() == null) {
            throw new IllegalArgumentException("the app's address must begin with https://");
        }
    }
}
