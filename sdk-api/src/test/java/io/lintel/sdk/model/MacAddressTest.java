package io.lintel.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"00:1E:C0:25:EA:74", "00:1e:c0:25:ea:74", "00-1e-c0-25-ea-74", "001EC025EA74", " 001ec025ea74 "})
    @Requirement("RDR-04")
    void everyWayOfTypingAnAddressGivesTheSeedsForm(String typed) {
        assertEquals("00:1E:C0:25:EA:74", MacAddress.parse(typed).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:1E:C0:25:EA",
                "00:1E:C0:25:EA:7G",
                "00:1E-C0:25:EA:74",
                "00:1E:C0:25:EA:74:00",
                "0:1E:C0:25:EA:74"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(typed));
    }

    @Test
    void onlyTheCanonicalFormIsAValue() {
        assertThrows(IllegalArgumentException.class, () -> new MacAddress("00:1e:c0:25:ea:74"));
        assertEquals(Bytes.ofHex("001ec025ea74"), new MacAddress("00:1E:C0:25:EA:74").octets());
    }
}
