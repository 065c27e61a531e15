package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.SystemEntry;

/** What of a form has to be equal for a repetition: everything but the secrets, of which nothing comparable is kept. */
final class EntryDigests {

    private EntryDigests() {}

    static RequestDigest system(RequestDigest digest, SystemEntry entry) {
        return digest.with(entry.name())
                .with(entry.type())
                .with(entry.id())
                .with(entry.key().isPresent())
                .with(entry.androidApp())
                .with(entry.iosApp());
    }

    static RequestDigest contact(RequestDigest digest, Contact contact) {
        return digest.with(contact.address())
                .with(contact.zip())
                .with(contact.city())
                .with(contact.email())
                .with(contact.phone())
                .with(contact.web());
    }

    static RequestDigest keys(RequestDigest digest, KeyEntry entry) {
        return digest.with(entry.keyName())
                .with(entry.prefix())
                .with(entry.defaultValidUntil())
                .with(entry.identification());
    }
}
