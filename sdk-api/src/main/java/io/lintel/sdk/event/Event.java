package io.lintel.sdk.event;

import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One change, as other systems are told it ({@code spec/events.md}): ids only, no personal data, no secrets. Who made the
 * change is in the audit trail under the same number, and not here.
 *
 * @param customer whose data changed
 * @param number 1, 2, 3, ... within the customer, without a gap
 * @param at when, in whole seconds
 * @param kind what
 * @param subject which thing: a serial, a person's, device's or reader's number, an epoch
 * @param command the command that changed it
 */
public record Event(CustomerId customer, long number, Instant at, Change.Kind kind, String subject, CommandId command) {

    /** The version of the JSON form. It rises when a field goes or changes its meaning; new kinds and fields may come any time. */
    public static final int SCHEMA = 1;

    /** The event of a recorded change. */
    public static Event of(RecordedChange recorded) {
        Change change = recorded.change();
        return new Event(
                change.customer(), recorded.number(), change.at(), change.kind(), change.subject(), change.command());
    }

    /** Names the event among all customers': a receiver that has seen an id drops its repetition. */
    public String id() {
        return customer + "." + number;
    }

    /** The kind as the JSON form writes it, such as {@code credential-issued}. */
    public String type() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The JSON form, on one line. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", SCHEMA);
        fields.put("id", id());
        fields.put("customer", customer.value());
        fields.put("number", number);
        fields.put("at", at.toString());
        fields.put("type", type());
        fields.put("subject", subject);
        fields.put("command", command.toString());
        return StrictJson.writeLine(fields);
    }
}
