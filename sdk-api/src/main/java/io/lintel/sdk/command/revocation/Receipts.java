package io.lintel.sdk.command.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.ReceiptOrder;
import io.lintel.sdk.revocation.ReceiptsReceived;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.store.EnforcementRecords;
import io.lintel.sdk.store.RevocationListRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes receipts of readers, and settles what they prove. Whoever brings a receipt is not believed: it counts by its reader's
 * signature, once, for the list that it names and that the site published.
 */
public final class Receipts {

    private final CommandContext context;
    private final CustomerId customer;
    private final EnforcementRecords records;
    private final ProjectTrust trust;
    private final Map<Bytes, CertifiedReader> readers = new HashMap<>();
    private final Optional<Instant> linked;
    private final long lost;
    private final Touched touched = new Touched();

    private Receipts(CommandContext context, Site site, Optional<Instant> linked) {
        this.context = context;
        this.linked = linked;
        this.customer = site.customer();
        this.records = context.unit().enforcement();
        this.trust = context.trust(site);
        this.lost = context.unit().restorations().list(customer).stream()
                .mapToLong(Restoration::lostEpoch)
                .max()
                .orElse(0);
        for (CertifiedReader reader : records.certified(customer)) {
            readers.put(reader.keyFingerprint(), reader);
        }
        // Whoever has a stolen reader's keys can say in its name whatever he likes.
        context.unit().compromisedReaders().list(customer).forEach(stolen -> readers.remove(stolen.keyFingerprint()));
    }

    /** Takes them all, in their order, from somebody who carries them. */
    public static ReceiptsReceived take(CommandContext context, Site site, List<Bytes> signed) {
        return take(context, site, signed, Optional.empty());
    }

    /** Takes one from its own reader, which has linked at a time: what it says, it says now. */
    public static ReceiptsReceived takeLinked(CommandContext context, Site site, Bytes signed, Instant linked) {
        return take(context, site, List.of(signed), Optional.of(linked));
    }

    private static ReceiptsReceived take(
            CommandContext context, Site site, List<Bytes> signed, Optional<Instant> linked) {
        if (signed.isEmpty()) {
            return new ReceiptsReceived(List.of(), 0);
        }
        Receipts receipts = new Receipts(context, site, linked);
        List<Outcome> outcomes = signed.stream().map(receipts::take).toList();
        return new ReceiptsReceived(
                outcomes, Settlement.after(context, site, receipts.touched).enforced());
    }

    private Outcome take(Bytes signed) {
        Signed<Receipt> verified;
        CertifiedReader reader;
        try {
            reader = readers.get(ProjectTrust.readerKeyOf(signed));
            if (reader == null) {
                return Outcome.NOT_AUTHENTIC;
            }
            verified = trust.verifyReceipt(
                    trust.verifyReaderCertificateAsIssued(reader.certificate()).value(), signed);
        } catch (StatementException notAuthentic) {
            return Outcome.NOT_AUTHENTIC;
        }
        return take(reader, verified);
    }

    private Outcome take(CertifiedReader reader, Signed<Receipt> signed) {
        Receipt receipt = signed.value();
        int number = reader.number();
        Optional<KnownReceipt> before = records.newest(customer, number);
        ReceiptOrder order = ReceiptOrder.of(before, records.setBack(customer, number), receipt, linked, context.now());
        if (order == ReceiptOrder.OLD) {
            return Outcome.NOT_NEWER;
        }
        OptionalInt group = receipt.list().map(this::groupOf).orElse(OptionalInt.of(RevocationList.ALL_GROUPS));
        if (order == ReceiptOrder.SET_BACK) {
            SetBacks.note(context, customer, before.orElseThrow(), receipt.listEpoch(), receipt.clock());
        }
        long least = before.map(KnownReceipt::listEpoch).orElse(reader.firstCertified());
        if (order == ReceiptOrder.SET_BACK || receipt.listEpoch() < least) {
            touched.setBack(reader, group.isEmpty() ? 0 : receipt.listEpoch());
        }
        if (group.isEmpty()) {
            AheadReaders.note(context, customer, number, receipt.listEpoch());
            // Also of a list that nobody knows any more: the reader has gone back, and to what nobody can say.
            return order == ReceiptOrder.SET_BACK ? Outcome.SET_BACK : Outcome.UNKNOWN_LIST;
        }
        KnownReceipt known = new KnownReceipt(
                customer,
                number,
                receipt.number(),
                receipt.listEpoch(),
                group.getAsInt(),
                receipt.revision(),
                receipt.clock(),
                context.now(),
                context.principal().actor().name(),
                signed.bytes());
        records.add(known);
        // What only counts on is no change, and there is one from every reader at every visit.
        boolean says = before.isEmpty()
                || before.get().listEpoch() != receipt.listEpoch()
                || before.get().listGroup() != known.listGroup()
                || before.get().revision() != receipt.revision();
        if (says) {
            context.record(customer, Change.Kind.RECEIPT_RECEIVED, number);
            touched.by(reader, before, known);
        }
        return order == ReceiptOrder.SET_BACK ? Outcome.SET_BACK : Outcome.TAKEN;
    }

    /**
     * The group of a list that the site published; empty for any other, and for those of before the database was put back: nobody
     * knows what has become since of a reader that once had one.
     */
    private OptionalInt groupOf(Receipt.ListInForce list) {
        if (list.epoch() <= lost) {
            return OptionalInt.empty();
        }
        RevocationListRecords lists = context.unit().revocationLists();
        boolean forAll = lists.mark(customer, list.epoch())
                .filter(mark -> mark.hash().equals(list.hash()))
                .isPresent();
        return forAll ? OptionalInt.of(RevocationList.ALL_GROUPS) : lists.groupOf(customer, list.epoch(), list.hash());
    }
}
