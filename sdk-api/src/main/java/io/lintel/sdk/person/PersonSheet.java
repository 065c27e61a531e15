package io.lintel.sdk.person;

import io.lintel.protocol.activation.ActivationCode;
import io.lintel.sdk.credential.AccessNumber;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.notification.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All about one person, as an administrator sees it ({@code USR-07}, {@code DEV-14}): a view, computed, never stored. Its {@code
 * toString} names the person's number alone.
 *
 * @param person names, address and creation
 * @param status Active or what the product calls a removed person
 * @param telephone where text messages go
 * @param devices by number; none for a new person ({@code USR-06})
 */
public record PersonSheet(Person person, String status, Optional<PhoneNumber> telephone, List<Panel> devices) {

    /** Copies the list. */
    public PersonSheet {
        devices = List.copyOf(devices);
    }

    /**
     * A device with its newest credential.
     *
     * @param device the device's number
     * @param name free text ({@code DEV-05})
     * @param created when it was added
     * @param code what a phone still has to redeem; empty where nothing waits
     * @param credential the credential
     * @param accessNumber its number, whose text is decimal and hexadecimal ({@code DEV-07})
     * @param keyName what the phone shows
     * @param status device and credential in the product's words
     * @param lastCheckIn when its phone synchronised last; empty for never ({@code DEV-13})
     */
    public record Panel(
            long device,
            String name,
            Instant created,
            Optional<Code> code,
            IssuedCredential credential,
            AccessNumber accessNumber,
            String keyName,
            CredentialStatus status,
            Optional<Instant> lastCheckIn) {}

    /**
     * A code that waits for its phone.
     *
     * @param code the code
     * @param expires when it dies
     */
    public record Code(ActivationCode code, Instant expires) {}

    @Override
    public String toString() {
        return "PersonSheet[" + person + "]";
    }
}
