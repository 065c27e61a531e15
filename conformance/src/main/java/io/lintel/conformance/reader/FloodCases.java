package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.List;

/** Floods that empty a reader's budget for failed cold taps. Each needs the reader for itself, because it counts tokens. */
final class FloodCases {
    private static final int BURST = 32;
    private static final int MOST_FAILURES = 200;
    private static final int GRANTS_OF_NO_BUDGET = 3;
    private static final int MOST_GRANTS = 12;
    private static final long NANOS_PER_TOKEN = 250_000_000L;

    private FloodCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>(
                        "reader.budget.flood",
                        "TAP-4.3-12",
                        "failed cold taps in a row, a good one among them, and fast ones",
                        bench -> {
                            Holder stranger = bench.holder();
                            flood(bench, "TAP-6.1-7", () -> fail(bench, stranger));
                        }),
                new Trial<>(
                        "reader.budget.references",
                        "TAP-4.3-14",
                        "phones that are asked for their credential and leave, a good tap among them, and fast ones",
                        bench -> {
                            Holder stranger = bench.holder();
                            flood(bench, "TAP-4.3-14", () -> leave(bench, stranger));
                        }));
    }

    /** Spends a token of the reader's, or is refused because there is none. */
    @FunctionalInterface
    private interface Spending {
        void spend() throws IOException;
    }

    /**
     * Fails until the budget must be empty, and then tries good taps, each behind failed ones. A reader or a network that is too
     * slow for that is not tried.
     *
     * <p>Tokens come back on a grid that began when the bucket was last full, so one may come between a failed tap and the good one
     * behind it. A grant gives its token back, and the next failed tap takes it: so each grant needs a token of its own, and in
     * less time than lies between so many the bucket cannot have had them.
     *
     * @param number the sentence that a reader breaks whose budget does not empty
     */
    private static void flood(ReaderBench bench, String number, Spending spending) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        Holder holder = bench.holder();
        long begun = System.nanoTime();
        int failed = 0;
        while (failed < BURST + 1 + (System.nanoTime() - begun) / NANOS_PER_TOKEN) {
            spending.spend();
            failed++;
            if (failed > MOST_FAILURES) {
                throw new NotTried("each failed tap took so long that the budget does not empty");
            }
        }
        long empty = System.nanoTime();
        int grants = 0;
        while (isGranted(bench, holder, spending)) {
            grants++;
            long mostTokens = 1 + (System.nanoTime() - empty) / NANOS_PER_TOKEN;
            Mismatch.unless(
                    grants < GRANTS_OF_NO_BUDGET || grants <= mostTokens,
                    number,
                    "refused, because " + failed + " cold taps have kept their tokens",
                    grants + " answers, each behind two more, while " + mostTokens + " tokens came back");
            if (grants == MOST_GRANTS) {
                throw new NotTried("each tap took so long that a token came back meanwhile");
            }
        }
        FastCases.hitAtOnce(bench, ratchets);
        ReaderBench.pause(1500);
        bench.granted(holder);
    }

    /** Tries a good tap right behind failed ones, and returns whether it was let through to an answer. */
    private static boolean isGranted(ReaderBench bench, Holder holder, Spending spending) throws IOException {
        try (ReaderTap good = bench.connect();
                PhoneEnd phone = good.phone(holder)) {
            Bytes cold = ColdCases.whole(phone, holder);
            spending.spend();
            spending.spend();
            good.send(cold);
            Seen seen = good.next();
            boolean granted = seen instanceof Seen.Message message
                    && message.octets().startsWith(MessageKind.ANSWER.octet())
                    && message.octets().size() == Lengths.ANSWER;
            Mismatch.unless(
                    granted
                            || (seen instanceof Seen.Message refusal
                                    && refusal.octets().equals(MessageKind.REFUSED.octet())),
                    "TAP-6.1-7",
                    "refused, because cold taps have failed in a row",
                    seen.describe());
            return granted;
        }
    }

    private static void fail(ReaderBench bench, Holder holder) throws IOException {
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            Bytes cold = ColdCases.whole(phone, holder);
            tap.send(ColdCases.flip(cold, cold.size() - 1));
            tap.expectRefused("TAP-6.1-8");
        }
    }

    /** Gives a reference that the reader lacks, and leaves when it is asked for the credential. */
    private static void leave(ReaderBench bench, Holder holder) throws IOException {
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            Seen seen = tap.next();
            Mismatch.unless(
                    seen instanceof Seen.Message message
                            && (message.octets().startsWith(MessageKind.SEND_CREDENTIAL.octet())
                                    || message.octets().equals(MessageKind.REFUSED.octet())),
                    "TAP-6.1-11",
                    "send-credential, or refused where no token is left",
                    seen.describe());
        }
    }
}
