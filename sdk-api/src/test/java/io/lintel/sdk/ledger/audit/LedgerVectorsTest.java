package io.lintel.sdk.ledger.audit;

import static io.lintel.sdk.ledger.LedgerFixture.CUSTOMER;
import static io.lintel.sdk.ledger.LedgerFixture.DISTRIBUTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.KeyCharge;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.audit.Verification.Sound;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.testing.Repository;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The vectors of {@code spec/ledger.md}: what is committed is what the ledger makes, and the page says the same. Run with
 * {@code -Dlintel.spec.write=true} it writes them anew.
 */
class LedgerVectorsTest {

    private static final Path SPEC = Repository.root().resolve("spec");
    private static final Path VECTORS = SPEC.resolve("vectors").resolve("ledger.jsonl");
    private static final DistributorId OTHER = new DistributorId("00000000000000d2");
    private static final CustomerId OTHERS = new CustomerId("00000000000000c2");

    private final LedgerFixture ledger = new LedgerFixture("Černý Most", true);
    private int minutes;

    @Test
    void committedVectorsAreWhatTheLedgerMakes() throws IOException {
        postEverything();
        String made = ledger.chain().stream()
                .map(entry -> ChainExport.line(entry) + "\n")
                .collect(Collectors.joining());

        if (Boolean.getBoolean("lintel.spec.write")) {
            Files.writeString(VECTORS, made);
        }
        assertEquals(Files.readString(VECTORS), made);
        assertEquals(
                EnumSet.allOf(Cause.class),
                ledger.chain().stream().map(entry -> entry.terms().cause()).collect(Collectors.toSet()));
    }

    @Test
    @Requirement("CRD-33")
    void committedVectorsPassAndThePageNamesTheirHeads() throws IOException {
        Sound sound = assertInstanceOf(Sound.class, new LedgerVerifier().verify(() -> Files.newInputStream(VECTORS)));
        String page = Files.readString(SPEC.resolve("ledger.md"));

        assertEquals(2, sound.heads().size());
        sound.heads()
                .forEach(head -> assertTrue(
                        page.contains("| `" + head.distributor() + "` | " + head.number() + " | `"
                                + head.hash().toHex() + "` |"),
                        "the page lacks " + head));
    }

    @Test
    void pageNamesEveryCause() throws IOException {
        String page = Files.readString(SPEC.resolve("ledger.md"));
        Set<Cause> missing = EnumSet.allOf(Cause.class);
        missing.removeIf(cause -> page.contains("`" + cause + "`"));

        assertEquals(Set.of(), missing);
    }

    private void postEverything() {
        post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        post(new AccountTransfer.Correction(ledger.id(), DISTRIBUTOR, 10));
        post(new AccountTransfer.FreeGrant(ledger.id(), DISTRIBUTOR, CUSTOMER, 5));
        post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 6));
        post(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 4));
        KeyCharge issued = charge(new ChargedKey(1, 4711), 3, ConsumptionOrder.PAID_FIRST);
        post(issued);
        post(new ChargeFollowUp.Return(ledger.id(), ledger.charge(issued.id())));
        KeyCharge settled = reserve(new ChargedKey(2, 0));
        post(settled);
        post(new ChargeFollowUp.Settle(ledger.id(), ledger.charge(settled.id())));
        post(new ChargeFollowUp.Forfeit(ledger.id(), ledger.charge(settled.id())));
        KeyCharge released = reserve(new ChargedKey(3, 4713));
        post(released);
        post(new ChargeFollowUp.Release(ledger.id(), ledger.charge(released.id())));
        post(new KeyCharge.Restore(
                ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 4711)));
        post(new AccountTransfer.FreeGrant(ledger.id(), OTHER, OTHERS, 1));
    }

    private void post(Transfer transfer) {
        Instant at = LedgerFixture.NOON.plusSeconds(60L * minutes++);
        ledger.post(transfer, at);
    }

    private KeyCharge charge(ChargedKey key, long credits, ConsumptionOrder order) {
        return new KeyCharge.Issue(ledger.id(), DISTRIBUTOR, CUSTOMER, credits, order, key);
    }

    private KeyCharge reserve(ChargedKey key) {
        return new KeyCharge.Reserve(ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, key);
    }
}
