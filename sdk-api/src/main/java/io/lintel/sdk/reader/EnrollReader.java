package io.lintel.sdk.reader;

import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;
import java.util.Set;

/**
 * Asks for a reader's certificate. The reader made its keys itself; whoever calls vouches for the door it stands at.
 *
 * @param customer whose reader
 * @param subject which reader it is
 * @param request the reader's own request
 */
public record EnrollReader(CustomerId customer, Subject subject, ReaderRequest request) {

    /** Which reader gets the certificate. */
    public sealed interface Subject {}

    /**
     * One that nobody registered: it is registered with its certificate. Its keys identify it, so it needs neither an id nor a
     * MAC address.
     */
    public record NewReader(ReaderDetails details) implements Subject {}

    /** One that is registered, by number: the certificate names the groups and the colour that are registered. */
    public record Registered(int reader) implements Subject {}

    /** A new reader of this name, in these groups and of this colour. */
    public EnrollReader(
            CustomerId customer, String name, Set<Integer> groups, Technology technology, ReaderRequest request) {
        this(customer, new NewReader(ReaderDetails.named(name).in(groups, technology)), request);
    }

    /** A new reader of a site that uses neither groups nor colours. */
    public static EnrollReader of(CustomerId customer, String name, ReaderRequest request) {
        return new EnrollReader(customer, new NewReader(ReaderDetails.named(name)), request);
    }

    /** A reader that is registered. */
    public static EnrollReader registered(CustomerId customer, int reader, ReaderRequest request) {
        return new EnrollReader(customer, new Registered(reader), request);
    }
}
