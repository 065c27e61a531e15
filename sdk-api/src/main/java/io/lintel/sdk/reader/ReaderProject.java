package io.lintel.sdk.reader;

import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/**
 * What all readers of a site are configured with ({@code SYS-13}). Name, system id and key are the customer's own, so they
 * cannot differ from those of the readers ({@code SYS-08}).
 *
 * @param customer whose readers
 * @param name the project's name: the customer's
 * @param systemId the system id; none where the product has none or nobody set it
 * @param systemKeyFingerprint of the system key, which is the administrator's password at the readers; never the key itself
 * @param registered how doors behave and the card structure, as the next publication brings it to readers
 * @param published the same, as configurations carry it now
 */
public record ReaderProject(
        CustomerId customer,
        String name,
        Optional<String> systemId,
        Optional<String> systemKeyFingerprint,
        DoorBehaviour registered,
        DoorBehaviour published) {}
