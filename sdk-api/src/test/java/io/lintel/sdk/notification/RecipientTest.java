package io.lintel.sdk.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: all@example.org",
                "ada@example.org,all@example.org",
                "ada@example.org all@example.org",
                "Ada <ada@example.org>",
                "\"ada\"@example.org",
                "ada@exam\nple.org",
                "ada@",
                "@example.org",
                "ada",
                "ada@-example.org",
                "ada@example..org",
                ".ada@example.org",
                ""
            })
    void nothingThatCouldBeTwoAddressesOrAHeaderLineIsAnAddress(String typed) {
        assertThrows(IllegalArgumentException.class, () -> new EmailAddress(typed));
    }

    @Test
    void domainWithLettersBeyondAsciiIsDeliverable() {
        assertEquals("ada@xn--bcher-kva.example", new EmailAddress("ada@bücher.example").deliverable());
        assertEquals("example.org", new EmailAddress("ada@Example.ORG").domain());
    }

    @Test
    @Requirement("NTF-06")
    void telephoneNumberNeedsItsCountryCode() {
        assertEquals("420601234567", PhoneNumber.parse("+420 601 234-567").digits());
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.parse("601 234 567"));
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.parse("+0601234567"));
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.parse("+420601234567890123"));
    }

    @Test
    void recipientIsNeverPrinted() {
        assertFalse(new EmailAddress("ada@example.org").toString().contains("ada"));
        assertFalse(new PhoneNumber("+420601234567").toString().contains("601"));
    }
}
