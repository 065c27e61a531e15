package io.lintel.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.reader.PolicySettings;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProfilesTest {

    private static final String VALID = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));

    @TestFactory
    Stream<DynamicTest> builtInProfileReadsBackAsItPrints() {
        return Profiles.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Profile profile = Profiles.builtIn(name);
                    assertEquals(name, profile.name());
                    assertEquals(profile, Profiles.parse(Profiles.print(profile)));
                }));
    }

    @Test
    void defaultHasTheRecommendedValues() {
        Profile profile = Profiles.builtIn(Profiles.DEFAULT);

        assertEquals(1, profile.credit().cost());
        assertEquals(Period.ofDays(7), profile.activation().boundedValidity().orElseThrow());
        assertEquals(Optional.of(Duration.ofDays(3)), profile.credential().boundedLease());
        assertEquals(PolicySettings.recommended(), profile.readers().settings(Set.of()));
        assertEquals(200, profile.readers().coldAfterUses());
        assertEquals(Duration.ofDays(30), profile.readers().coldAfter());
    }

    @Test
    void anExpiredListIsAllowedForABoundedTimeOnly() {
        ReaderRules patient = Profiles.builtIn("imaporter").readers();
        ReaderRules strict = Profiles.builtIn(Profiles.DEFAULT).readers();

        assertEquals(Duration.ofDays(90), patient.staleAllowance());
        assertEquals(Duration.ZERO, strict.staleAllowance());
        assertEquals(Optional.of(Duration.ofMinutes(10)), strict.readerClock().boundedLag());
        assertEquals(Optional.empty(), patient.readerClock().boundedLag());
    }

    @Test
    @Requirement({"ACT-05", "ACT-06"})
    void imaporterHasItsOwn() {
        Profile profile = Profiles.builtIn("imaporter");

        assertEquals(Period.ofMonths(1), profile.activation().boundedValidity().orElseThrow());
        assertEquals(5, profile.credit().trialGrant());
        assertEquals(Optional.empty(), profile.credential().boundedLease());
    }

    /** A site's creation is repeated with the profile's text: another order of words would be another request. */
    @Test
    void profilePrintsInOneOrderInEveryProcess() {
        assertTrue(VALID.contains("[ \"GIVEN_NAME\", \"EMAIL\" ]"), VALID);
        assertTrue(VALID.contains("[ \"LIST\", \"WIDGET\", \"DISPLAY\", \"AUTOMATIC\" ]"), VALID);
        assertTrue(VALID.contains("[ \"BLE_GATT\", \"BLE_L2CAP\" ]"), VALID);
    }

    @Test
    void vendorsOwnProfileIsAsGood() {
        Profile own = Profiles.parse(VALID.replace("\"name\" : \"lintel\"", "\"name\" : \"acme-doors\"")
                .replace("\"cost\" : 1", "\"cost\" : 3"));

        assertEquals("acme-doors", own.name());
        assertEquals(3, own.credit().cost());
    }

    @Test
    void textOfTheFirstSchemaIsReadAsStrictlyAsThenAndKeepsItsBehaviour() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/profiles/schema-1.json"));

        Profile upgraded = Profiles.parse(text);

        assertEquals(Profile.SCHEMA, upgraded.schema());
        assertEquals(3, upgraded.credit().trialGrant());
        assertEquals(Optional.of(Duration.ofDays(3)), upgraded.credential().boundedLease());
        assertEquals(CreditRules.ReturnOn.NEVER, upgraded.credit().returnOn());
        assertEquals(DeleteRules.Requires.NOT_OFFERED, upgraded.delete().requires());
        assertEquals(Optional.empty(), upgraded.readers().readerClock().boundedLag());
        assertEquals(upgraded, Profiles.parse(Profiles.print(upgraded)));
        assertThrows(
                ManagerException.Refused.class,
                () -> Profiles.parse(text.replace("\"cost\": 1", "\"cost\": 1, \"returnOn\": \"NEVER\"")));
        assertThrows(ManagerException.Refused.class, () -> Profiles.parse(text.replace("\"trialGrant\": 3,", "")));
    }

    @TestFactory
    Stream<DynamicTest> partsThatContradictEachOtherAreRefused() {
        return Stream.of(
                fault(
                        "scope without self-service",
                        VALID.replace("\"scope\" : \"CREDENTIAL\"", "\"scope\" : \"PROJECT\""),
                        "activation.scope must be PROJECT"),
                fault(
                        "return without proof",
                        VALID.replace("\"mode\" : \"CONFIRMED\"", "\"mode\" : \"AFTER_SYNC\""),
                        "revoke.mode must be CONFIRMED"),
                fault(
                        "forfeit without lost",
                        VALID.replace("\"markLost\" : true", "\"markLost\" : false"),
                        "revoke.markLost must be true"),
                fault(
                        "automatic and editable",
                        VALID.replace("\"strategy\" : \"NEXT_FREE\"", "\"strategy\" : \"AUTO\""),
                        "editable must be false"),
                fault(
                        "consecutive with a prefix",
                        Profiles.print(Profiles.builtIn("baltech-self-service"))
                                .replace(
                                        "\"strategy\" : \"CONSECUTIVE\",",
                                        "\"strategy\" : \"CONSECUTIVE\", \"prefix\" : {\"atLeast\" : 2, \"atMost\" : 3},"),
                        "prefix must be absent"),
                fault(
                        "time for a list that denies",
                        VALID.replace("\"staleList\" : \"DENY\"", "\"staleList\" : \"DENY\", \"staleFor\" : \"P1D\""),
                        "staleFor goes with staleList ALLOW"),
                fault("clock too far behind", VALID.replace("\"PT10M\"", "\"P31D\""), "worst lag is 0 to 30 days"),
                fault("two uses", VALID.replace("\"maxUses\" : 1", "\"maxUses\" : 2"), "maxUses must be 1"),
                fault(
                        "no way in",
                        VALID.replaceFirst("\"modes\" : \\[[^]]*]", "\"modes\" : [ ]"),
                        "modes must name at least one"),
                fault("no words", VALID.replace("\"LOST\" : \"Lost\",", ""), "states.LOST is missing"));
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        ManagerException refused = assertThrows(ManagerException.class, () -> Profiles.builtIn("../../etc/passwd"));

        assertEquals(ErrorCode.PROFILE_UNKNOWN, refused.code());
        assertTrue(String.valueOf(refused.getMessage())
                .contains("[lintel, imaporter, baltech, baltech-self-service, stid-blue]"));
    }

    @TestFactory
    Stream<DynamicTest> faultIsNamedByLineAndField() {
        return Stream.of(
                fault("no JSON", "{\n  \"schema\": 1,\n  oops", "line 3, column 3: this is not JSON"),
                fault("cut short", VALID.substring(0, VALID.length() / 2), "it ends too early"),
                fault("nothing", "", "the value is missing"),
                fault("null", "null", "null"),
                fault(
                        "unknown field",
                        VALID.replace("\"cost\" : 1", "\"cost\" : 1, \"price\" : 1"),
                        "field credit.price: there is no such"),
                fault(
                        "renamed field",
                        VALID.replace("\"cost\"", "\"price\""),
                        "field credit.cost: the value is missing"),
                fault("twice", VALID.replace("\"version\" : 1", "\"version\" : 1, \"version\" : 2"), "not JSON"),
                fault("number as text", VALID.replace("\"cost\" : 1", "\"cost\" : \"1\""), "field credit.cost"),
                fault("fraction", VALID.replace("\"cost\" : 1", "\"cost\" : 1.5"), "field credit.cost"),
                fault("out of bounds", VALID.replace("\"cost\" : 1", "\"cost\" : -1"), "cost must be 0 to 1000"),
                fault("not a period", VALID.replace("\"P7D\"", "\"a week\""), "field activation.validity"),
                fault("negative period", VALID.replace("\"P7D\"", "\"P-7D\""), "validity must be a period"),
                fault("unknown word", VALID.replace("\"PAID_FIRST\"", "\"BOTH\""), "[PAID_FIRST, TRIAL_FIRST]"),
                fault(
                        "null part",
                        VALID.replaceFirst("\"person\" : \\{[^}]*}", "\"person\" : null"),
                        "person is missing"),
                fault("other schema", VALID.replace("\"schema\" : 2", "\"schema\" : 3"), "schema must be 2"),
                fault("bad name", VALID.replace("\"name\" : \"lintel\"", "\"name\" : \"Lintel!\""), "name is 1 to 40"),
                fault("text after the end", VALID + "{}", "profile is not valid"),
                fault("too long", VALID + " ".repeat(70_000), "longer than"));
    }

    private static DynamicTest fault(String name, String text, String expected) {
        return DynamicTest.dynamicTest(name, () -> {
            ManagerException refused = assertThrows(ManagerException.class, () -> Profiles.parse(text));

            assertEquals(ErrorCode.PROFILE_INVALID, refused.code());
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains(expected), message);
        });
    }
}
