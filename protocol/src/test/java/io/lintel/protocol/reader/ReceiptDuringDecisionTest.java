package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A receipt that is asked for while the reader decides by what was in force before ({@code spec/revocation.md}, "Receipts"). */
class ReceiptDuringDecisionTest {
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED);

    private final TestSite site = TestSite.of(Suite.X25519, 63);
    private final TestPhone revoked = site.phone();
    private final TestPhone other = site.phone();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final ReaderDraft door = site.reader().siteRule(request -> {
        meanwhile.getAndSet(() -> {}).run();
        return Decision.granted();
    });
    private final Reader reader = door.start();
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread asking = new Thread(() -> {
        receipt.complete(reader.receipt(TestSite.NOW).orElseThrow().value());
        interrupted.complete(Thread.currentThread().isInterrupted());
    });

    @AfterEach
    void end() throws InterruptedException {
        asking.join();
    }

    @Test
    @Spec("LIST-4-7")
    void itIsSignedWhenTheDecisionsOfBeforeAreMade() {
        meanwhile.set(() -> {
            reader.install(site.list(7, serial(revoked)).bytes(), TestSite.NOW);
            askForTheReceipt();
            assertFalse(receipt.isDone(), "it says that list 7 is enforced, and here somebody is let in by list 6");
        });

        assertTrue(Conversation.between(reader, revoked).run().isGranted(), "by the list in force when it began");

        assertEquals(7, receipt.join().listEpoch());
        assertFalse(Conversation.between(reader, revoked).run().isGranted());
    }

    @Test
    @Spec("LIST-4-7")
    void itNamesAnotherConfigurationWhenTheDecisionsByTheOneBeforeAreMade() {
        meanwhile.set(() -> {
            CompletableFuture.runAsync(() -> reader.adopt(site.artefact(site.content(door, List.of()), 2)))
                    .join();
            askForTheReceipt();
            assertFalse(
                    receipt.isDone(),
                    "it says that revision 2 is in force, and here somebody is let in by the one before");
        });

        assertTrue(Conversation.between(reader, other).run().isGranted());

        assertEquals(2, receipt.join().revision());
    }

    @Test
    void itNamesTheListThatCameWhileItWaited() {
        meanwhile.set(() -> {
            reader.install(site.list(7).bytes(), TestSite.NOW);
            askForTheReceipt();
            reader.install(site.list(8, serial(revoked)).bytes(), TestSite.NOW);
        });

        assertTrue(Conversation.between(reader, revoked).run().isGranted(), "by the list in force when it began");

        assertEquals(8, receipt.join().listEpoch());
    }

    @Test
    void whoeverIsInterruptedWaitsOnAndKnowsItAfterwards() {
        meanwhile.set(() -> {
            reader.install(site.list(7, serial(revoked)).bytes(), TestSite.NOW);
            askForTheReceipt();
            asking.interrupt();
            awaitThat(() -> !asking.isInterrupted() && WAITING.contains(asking.getState()));
            assertFalse(receipt.isDone());
        });

        assertTrue(Conversation.between(reader, revoked).run().isGranted());

        assertEquals(7, receipt.join().listEpoch());
        assertTrue(interrupted.join());
    }

    @Test
    void aPolicyThatAsksForItIsRefusedAtOnceAndDenies() {
        AtomicReference<IllegalStateException> refused = new AtomicReference<>();
        meanwhile.set(() -> {
            refused.set(assertThrows(IllegalStateException.class, () -> reader.receipt(TestSite.NOW)));
            throw refused.get();
        });

        assertFalse(Conversation.between(reader, other).run().isGranted());
        assertNotNull(refused.get());

        assertTrue(Conversation.between(reader, other).run().isGranted());
        assertTrue(reader.receipt(TestSite.NOW).isPresent(), "behind the decision it is nobody's to refuse");
    }

    @Test
    void aPolicyThatAdoptsAConfigurationIsRefusedAtOnce() {
        reader.receipt(TestSite.NOW);
        long before = reader.revision();
        AtomicReference<IllegalStateException> refused = new AtomicReference<>();
        meanwhile.set(() -> refused.set(assertThrows(
                IllegalStateException.class, () -> reader.adopt(site.artefact(site.content(door, List.of()), 2)))));

        assertTrue(Conversation.between(reader, other).run().isGranted());

        assertNotNull(refused.get());
        assertEquals(before, reader.revision());
    }

    @Test
    void nobodyAtTheDoorWaitsForIt() {
        meanwhile.set(() -> {
            reader.install(site.list(7, serial(revoked)).bytes(), TestSite.NOW);
            askForTheReceipt();
            assertTrue(Conversation.between(reader, other).run().isGranted());
            assertFalse(receipt.isDone());
        });

        assertEquals(
                List.of(true, true),
                List.of(
                        Conversation.between(reader, revoked).run().isGranted(),
                        Conversation.between(reader, other).run().isGranted()));
        assertEquals(7, receipt.join().listEpoch());
    }

    /** Returns when the thread that asks has the receipt, or waits for it. */
    private void askForTheReceipt() {
        asking.start();
        awaitThat(() -> WAITING.contains(asking.getState()));
    }

    private static void awaitThat(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static long serial(TestPhone phone) {
        return phone.credential().value().serial();
    }
}
