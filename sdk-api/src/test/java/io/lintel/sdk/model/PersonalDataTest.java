package io.lintel.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.person.AddPerson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final CustomerId CUSTOMER = new CustomerId("00000000000000c1");

    @Test
    void noTextFormShowsWhoAPersonIs() {
        String texts = new Person(CUSTOMER, 1, "Ada", "Byron", "ada@example.org", Instant.EPOCH).toString()
                + new AddPerson(CUSTOMER, "Ada", "Byron", "ada@example.org")
                + new Device(CUSTOMER, 1, 1, "Ada's phone", Device.Status.ACTIVE, Instant.EPOCH)
                + IssueCredential.of(CUSTOMER, 1, "Ada's phone");

        assertFalse(texts.contains("Ada") || texts.contains("Byron"), texts);
    }

    @Test
    void refusalNamesTheFieldAndNotTheValue() {
        String secretName = "x".repeat(201);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new Person(CUSTOMER, 1, secretName, "", "", Instant.EPOCH));

        assertEquals("the given name is longer than 200 characters", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Person(CUSTOMER, 1, "a\u0007b", "", "", Instant.EPOCH));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Device(CUSTOMER, 1, 1, " ", Device.Status.ACTIVE, Instant.EPOCH));
    }

    @Test
    void idsAreHexOfTheirSize() {
        assertThrows(IllegalArgumentException.class, () -> new CustomerId("00000000000000C1"));
        assertThrows(IllegalArgumentException.class, () -> new CustomerId("c1"));
        assertThrows(IllegalArgumentException.class, () -> new DistributorId("x000000000000000"));
        assertThrows(IllegalArgumentException.class, () -> CommandId.parse("00"));
        assertThrows(IllegalArgumentException.class, () -> new CommandId(Bytes.of(1)));
        CommandId id = new CommandId(Bytes.ofHex("0123456789abcdef0123456789abcdef"));
        assertEquals(id, CommandId.parse(id.toString()));
    }
}
