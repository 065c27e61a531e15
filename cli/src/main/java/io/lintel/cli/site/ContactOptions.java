package io.lintel.cli.site;

import io.lintel.sdk.organisation.Contact;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to reach a customer; what is not given stays as it is. */
final class ContactOptions {
    @Option(names = "--email", paramLabel = "ADDRESS", description = "The contact's e-mail address.")
    private @Nullable String email;

    @Option(names = "--street", paramLabel = "TEXT", description = "Street and number.")
    private @Nullable String street;

    @Option(names = "--zip", paramLabel = "CODE", description = "The postal code.")
    private @Nullable String zip;

    @Option(names = "--city", paramLabel = "CITY", description = "The city.")
    private @Nullable String city;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "The phone number with country code.")
    private @Nullable String phone;

    @Option(names = "--web", paramLabel = "ADDRESS", description = "The web address.")
    private @Nullable String web;

    boolean areGiven() {
        return email != null || street != null || zip != null || city != null || phone != null || web != null;
    }

    Contact over(Contact known) {
        return new Contact(
                street == null ? known.address() : street,
                zip == null ? known.zip() : zip,
                city == null ? known.city() : city,
                email == null ? known.email() : email,
                phone == null ? known.phone() : phone,
                web == null ? known.web() : web);
    }
}
