package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.testing.Requirement;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppLinksTest {

    @Test
    @Requirement("NTF-09")
    void qrCodesLeadToTheAppInBothStores() throws Exception {
        assertEquals(
                "https://example.org/android?a=1&b=2",
                QrReading.text(Messages.APPS.androidQr().toByteArray()));
        assertEquals(
                "https://example.org/ios", QrReading.text(Messages.APPS.iosQr().toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/app", "javascript:alert(1)", "https:///app", "app"})
    void linkThatAMailReaderWouldNotOpenSafelyIsRefused(String link) {
        URI ios = URI.create("https://example.org/ios");

        assertThrows(IllegalArgumentException.class, () -> new AppLinks(URI.create(link), ios));
    }
}
