package io.lintel.connectors;

import io.lintel.crypto.Bytes;
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

    /** The QR code that leads to the app for Android, as a picture to hang up or to show ({@code NTF-09}). */
    public Bytes androidQr() {
        return QrImage.png(android.toASCIIString());
    }

    /** The QR code that leads to the app for iOS. */
    public Bytes iosQr() {
        return QrImage.png(ios.toASCIIString());
    }

    private static void requireHttps(URI link) {
        if (!"https".equalsIgnoreCase(link.getScheme()) || link.getHost() == null) {
            throw new IllegalArgumentException("the app's address must begin with https://");
        }
    }
}
