package io.lintel.sdk.reader;

import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CustomerId;
import java.util.Set;

/**
 * Asks for a reader's certificate. The reader made its keys itself; whoever calls vouches for the door it stands at.
 *
 * @param customer whose reader
 * @param name shown to people in the app; 1 to 200 characters
 * @param groups the groups it belongs to: 1 to 8, each 1 to 16383
 * @param technology its colour
 * @param request the reader's own request
 */
public record EnrollReader(
        CustomerId customer, String name, Set<Integer> groups, Technology technology, ReaderRequest request) {

    /** Copies the groups. */
    public EnrollReader {
        groups = Set.copyOf(groups);
    }

    /** A reader of a site that uses neither groups nor colours. */
    public static EnrollReader of(CustomerId customer, String name, ReaderRequest request) {
        return new EnrollReader(customer, name, IssueCredential.ONLY_GROUP, Technology.NONE, request);
    }
}
