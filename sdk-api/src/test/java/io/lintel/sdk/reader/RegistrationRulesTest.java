package io.lintel.sdk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.profile.DoorRules;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.RegistrationRules.Identity;
import io.lintel.testing.Requirement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRulesTest {

    private static final DoorRules IMAPORTER = Profiles.builtIn("imaporter").doors();
    private static final DoorRules ANYTHING = new DoorRules(null, Set.of(), Set.of(), true);
    private static final ReaderDetails GOOD = ReaderDetails.named("Front door").withReaderId("IMA XhOUJ");

    @ParameterizedTest
    @CsvSource({
        "IMA XhOUJ, true",
        "IMA 00000, true",
        "IMA XhOU, false",
        "IMA XhOUJ1, false",
        "ima XhOUJ, false",
        "XhOUJ, false"
    })
    @Requirement("RDR-03")
    void readerIdHasTheProfilesForm(String id, boolean good) {
        assertEquals(good, isGood(GOOD.withReaderId(id), IMAPORTER));
        assertTrue(isGood(GOOD.withReaderId(id), ANYTHING));
    }

    @Test
    @Requirement({"RDR-07", "RDR-08"})
    void signalsAreTheProfilesSteps() {
        assertEquals(
                Set.of(10, 40, 70, 100),
                Set.copyOf(IntStream.rangeClosed(0, 100)
                        .filter(percent -> isGood(GOOD.withSignals(percent, 40), IMAPORTER))
                        .boxed()
                        .toList()));
        assertEquals(
                Set.of(40, 55, 70),
                Set.copyOf(IntStream.rangeClosed(0, 100)
                        .filter(percent -> isGood(GOOD.withSignals(10, percent), IMAPORTER))
                        .boxed()
                        .toList()));
        assertTrue(isGood(GOOD.withSignals(33, 77), ANYTHING));
    }

    @Test
    @Requirement("RDR-01")
    void readerHasAnIdOrAMacAddress() {
        ReaderDetails neither = ReaderDetails.named("Front door");

        assertEquals(
                1,
                RegistrationRules.broken(neither, ANYTHING, Identity.ID_OR_MAC).size());
        assertTrue(isGood(neither.withMac(MacAddress.parse("001ec025ea74")), ANYTHING));
        assertTrue(isGood(GOOD, ANYTHING));
        assertTrue(RegistrationRules.broken(neither, ANYTHING, Identity.KEYS).isEmpty());
    }

    @Test
    @Requirement("RDR-10")
    void siteWithoutGroupsHasOneForAll() {
        ReaderDetails grouped = GOOD.in(Set.of(2), Technology.NONE);

        assertEquals(false, isGood(grouped, new DoorRules(null, Set.of(), Set.of(), false)));
        assertTrue(isGood(grouped, ANYTHING));
    }

    @Test
    void everyBrokenRuleIsNamed() {
        ReaderDetails bad = ReaderDetails.named("Front door").withSignals(11, 41);

        assertEquals(
                3, RegistrationRules.broken(bad, IMAPORTER, Identity.ID_OR_MAC).size());
    }

    @Test
    @Requirement("RDR-02")
    void nameIsFreeTextThatAPhoneHasRoomFor() {
        assertEquals(
                "Vchod č. 1 – „hlavní“",
                ReaderDetails.named("Vchod č. 1 – „hlavní“").name());
        assertThrows(IllegalArgumentException.class, () -> ReaderDetails.named(" "));
        assertThrows(IllegalArgumentException.class, () -> ReaderDetails.named("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> ReaderDetails.named("č".repeat(33)));
    }

    @Test
    void boundsHoldWhateverTheProfile() {
        assertThrows(IllegalArgumentException.class, () -> GOOD.withReaderId(""));
        assertThrows(IllegalArgumentException.class, () -> GOOD.withReaderId(" IMA"));
        assertThrows(IllegalArgumentException.class, () -> GOOD.withReaderId("x".repeat(33)));
        assertThrows(IllegalArgumentException.class, () -> GOOD.withReaderId("č"));
        assertThrows(IllegalArgumentException.class, () -> GOOD.withSignals(-1, 40));
        assertThrows(IllegalArgumentException.class, () -> GOOD.withSignals(10, 101));
        assertThrows(IllegalArgumentException.class, () -> GOOD.in(Set.of(), Technology.NONE));
        assertThrows(IllegalArgumentException.class, () -> GOOD.in(Set.of(16384), Technology.NONE));
        assertEquals(Optional.of("IMA XhOUJ"), GOOD.readerId());
    }

    private static boolean isGood(ReaderDetails details, DoorRules rules) {
        return RegistrationRules.broken(details, rules, Identity.ID_OR_MAC).isEmpty();
    }
}
