package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.wire.OpenerPayload;
import java.time.Instant;
import java.util.Optional;

/** Where a courier is: at the reader that answered a tap, with what its opener said of the list that it enforces. */
record CourierErrand(Wallet wallet, Site site, ReaderCertificate reader, OpenerPayload opener) {

    /** Returns what this phone has for the reader: a list that is newer, with its head. */
    Optional<Offering> offering() {
        boolean wanted = opener.flags().contains(OpenerPayload.Flag.COURIER_WANTED);
        Optional<Signed<RevocationList>> newer = site.list()
                .filter(list -> wanted && list.value().listEpoch() > opener.listEpoch())
                .filter(list -> list.value().isFor(reader.groups()));
        if (newer.isEmpty()) {
            return Optional.empty();
        }
        Signed<RevocationList> list = newer.get();
        CourierBag bag = wallet.bags().of(site.project());
        return bag.headEpoch() == list.value().listEpoch()
                ? Optional.of(new Offering(list, bag.head(), bag.delta(opener.listEpoch(), list)))
                : Optional.empty();
    }

    /** Returns whether the reader's receipt would tell the manager something. */
    boolean lacksReceipt(Instant now) {
        return wallet.bags().of(site.project()).lacksReceipt(reader.keyFingerprint(), opener.listEpoch(), now);
    }

    /** Keeps a receipt, durably if the store can, where it is this reader's. */
    Optional<Receipt> keep(Bytes signed, Instant now) {
        try {
            Signed<Receipt> receipt = site.trust().verifyReceipt(reader, signed);
            wallet.bags().change(site.project(), bag -> bag.withReceipt(receipt, now));
            return Optional.of(receipt.value());
        } catch (StatementException notTheReaders) {
            return Optional.empty();
        }
    }
}
