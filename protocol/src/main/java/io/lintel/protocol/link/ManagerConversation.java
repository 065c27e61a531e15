package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.LinkMessage.Acknowledge;
import io.lintel.protocol.link.LinkMessage.Counters;
import io.lintel.protocol.link.LinkMessage.Current;
import io.lintel.protocol.link.LinkMessage.Events;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.link.LinkMessage.Offer;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.Signed;
import io.lintel.protocol.link.LinkMessage.State;
import io.lintel.protocol.link.LinkMessage.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a manager says on a link that stands ({@code spec/link.md}, "What the manager does"). */
final class ManagerConversation implements AutoCloseable {
    private final LinkAccount account;
    private final Stock stock;
    private Optional<ReaderReport> report = Optional.empty();

    ManagerConversation(LinkAccount account) {
        this.account = account;
        this.stock = new Stock(account);
    }

    LinkAccount account() {
        return account;
    }

    List<FromManager> hear(FromReader message) {
        // A reader says first how it stands with it: all else is told against that.
        LinkFault.unless(message instanceof State || report.isPresent(), LinkEnd.UNEXPECTED);
        if (message instanceof State state) {
            return stated(state.report());
        }
        if (message instanceof Events events) {
            EventBatch batch = events.batch();
            return List.of(new Acknowledge(batch.series(), account.record(batch)));
        }
        if (message instanceof Want want) {
            return parts(want);
        }
        if (message instanceof Signed signed) {
            account.receipt(signed.receipt());
        } else if (message instanceof Counters counters) {
            account.count(counters.counts());
        }
        return List.of();
    }

    private List<FromManager> stated(ReaderReport said) {
        report = Optional.of(said);
        account.report(said);
        List<FromManager> news = news();
        return news.isEmpty() ? List.of(new Current()) : news;
    }

    /** What is newer than what the reader said it has. */
    List<FromManager> news() {
        return report.map(said ->
                        stock.after(said).stream().<FromManager>map(Offer::new).toList())
                .orElse(List.of());
    }

    private List<FromManager> parts(Want want) {
        Optional<Bytes> slice = want.hash().flatMap(hash -> stock.find(want.kind(), hash, want.offset()));
        if (slice.isEmpty()) {
            return offerAgain(want.kind());
        }
        Bytes octets = slice.get();
        LinkFault.unless(!octets.isEmpty(), LinkEnd.UNEXPECTED);
        List<FromManager> parts = new ArrayList<>();
        for (int from = 0; from < octets.size(); from += LinkWire.PART_SIZE) {
            Bytes part = octets.slice(from, Math.min(octets.size(), from + LinkWire.PART_SIZE));
            parts.add(new Part(want.kind(), want.offset() + from, part));
        }
        return parts;
    }

    /** What the reader asks for is gone, or it asks for whatever there is. */
    private List<FromManager> offerAgain(Parcel.Kind kind) {
        ReaderReport said = report.orElseThrow(() -> new LinkFault(LinkEnd.UNEXPECTED));
        return stock.again(kind, said)
                .map(parcel -> List.<FromManager>of(new Offer(parcel)))
                .orElse(List.of(new Current()));
    }

    @Override
    public void close() {
        stock.close();
    }
}
