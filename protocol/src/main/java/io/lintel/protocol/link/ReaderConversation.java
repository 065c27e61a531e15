package io.lintel.protocol.link;

import io.lintel.protocol.link.Intake.Outcome;
import io.lintel.protocol.link.LinkMessage.Acknowledge;
import io.lintel.protocol.link.LinkMessage.Counters;
import io.lintel.protocol.link.LinkMessage.Events;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.link.LinkMessage.Offer;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.State;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader says on a link that stands ({@code spec/link.md}, "What the reader does"). */
final class ReaderConversation {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderConversation.class);

    /** How many times the reader says its state before it tells its counters again, and takes what it could not store. */
    private static final int BEATS_BETWEEN_COUNTERS = 15;

    private final LinkedReader reader;
    private final Intake intake;
    private Optional<EventBatch> unacknowledged = Optional.empty();
    private Optional<Signed<Receipt>> told = Optional.empty();
    private int beats;

    ReaderConversation(LinkedReader reader) {
        this.reader = reader;
        this.intake = new Intake(reader);
    }

    /** The link has just come to stand. */
    List<FromReader> begin(Instant now) {
        List<FromReader> said = standing(now);
        said.add(counters());
        said.addAll(events());
        return said;
    }

    List<FromReader> beat(Instant now) {
        List<FromReader> said = standing(now);
        beats++;
        if (beats % BEATS_BETWEEN_COUNTERS == 0) {
            intake.retry();
            said.add(counters());
        }
        said.addAll(events());
        return said;
    }

    List<FromReader> hear(FromManager message, Instant now) {
        if (message instanceof Acknowledge acknowledge) {
            return acknowledged(acknowledge);
        }
        if (message instanceof Offer offer) {
            return intake.offered(offer.parcel()).map(List::<FromReader>of).orElse(List.of());
        }
        if (message instanceof Part part) {
            return came(intake.received(part, now), now);
        }
        return List.of();
    }

    private List<FromReader> came(Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.More more) {
            return List.of(more.want());
        }
        return outcome instanceof Outcome.Taken ? standing(now) : List.of();
    }

    /** Tells the oldest events, unless there are none or others wait for their acknowledgement. */
    List<FromReader> events() {
        if (unacknowledged.isPresent()) {
            return List.of();
        }
        EventBatch oldest = reader.spool().oldest();
        if (oldest.events().isEmpty()) {
            return List.of();
        }
        unacknowledged = Optional.of(oldest);
        return List.of(new Events(oldest));
    }

    private List<FromReader> acknowledged(Acknowledge acknowledge) {
        EventBatch batch = unacknowledged.orElseThrow(() -> new LinkFault(LinkEnd.UNEXPECTED));
        boolean fits = acknowledge.series().equals(batch.series()) && acknowledge.last() >= batch.last();
        LinkFault.unless(fits, LinkEnd.UNEXPECTED);
        // One batch waits at a time, so only a spool that was set back meets a manager that knows higher numbers.
        if (acknowledge.last() > batch.last()) {
            reader.spool().renew();
        } else {
            reader.spool().forget(acknowledge.last());
        }
        unacknowledged = Optional.empty();
        return events();
    }

    private List<FromReader> standing(Instant now) {
        List<FromReader> said = new ArrayList<>();
        said.add(new State(reader.report()));
        Optional<Signed<Receipt>> receipt = receipt(now).filter(signed -> !told.equals(Optional.of(signed)));
        if (receipt.isPresent()) {
            said.add(new LinkMessage.Signed(receipt.get().bytes()));
            told = receipt;
        }
        return said;
    }

    /** A memory that fails costs the receipt, not the link. */
    private Optional<Signed<Receipt>> receipt(Instant now) {
        try {
            return reader.reader().receipt(now);
        } catch (ReaderMemoryException failed) {
            LOG.error("no receipt was given: {}", failed.getMessage());
            return Optional.empty();
        }
    }

    private Counters counters() {
        return new Counters(Arrays.stream(Counter.values())
                .map(counter -> reader.reader().counters().get(counter))
                .toList());
    }
}
