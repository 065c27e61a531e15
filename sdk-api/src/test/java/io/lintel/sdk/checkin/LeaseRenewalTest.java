package io.lintel.sdk.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseRenewalTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final LeaseRenewal threeDays = new LeaseRenewal(Optional.of(Duration.ofDays(3)), DAY);

    @Test
    void leaseIsDueWhenAThirdOfItIsOver() {
        Instant end = NOW.plus(Duration.ofDays(3));
        assertFalse(threeDays.isDue(end, end));
        assertFalse(threeDays.isDue(end, end.plus(DAY).minusSeconds(1)));
        assertTrue(threeDays.isDue(end, end.plus(DAY)));
    }

    @Test
    void leaseThatEndsWithTheValidityIsNotRenewed() {
        assertFalse(threeDays.isDue(NOW, NOW));
        assertFalse(threeDays.isDue(NOW, NOW.plusSeconds(60)));
    }

    @Test
    void credentialWithoutALeaseIsNeverDue() {
        assertFalse(new LeaseRenewal(Optional.empty(), DAY).isDue(NOW, NOW.plus(Duration.ofDays(1000))));
    }

    @Test
    void phonesCheckInThreeTimesALeaseOrMoreOften() {
        assertEquals(DAY, threeDays.nextCheckIn());
        assertEquals(DAY, new LeaseRenewal(Optional.of(Duration.ofDays(300)), DAY).nextCheckIn());
        assertEquals(DAY, new LeaseRenewal(Optional.empty(), DAY).nextCheckIn());
        assertEquals(Duration.ofMinutes(1), new LeaseRenewal(Optional.of(Duration.ofSeconds(30)), DAY).nextCheckIn());
        assertEquals(Duration.ofDays(30), new LeaseRenewal(Optional.empty(), Duration.ofDays(90)).nextCheckIn());
    }
}
