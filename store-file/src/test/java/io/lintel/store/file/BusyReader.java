package io.lintel.store.file;

import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * A process that takes one list after the other, as fast as it can, and prints of each, once it is in force, its epoch and the
 * number of the receipt. Arguments: the reader's directory and the name of a {@link Memory}.
 */
final class BusyReader {
    private static final int LONG_LIST_EVERY = 8;
    /** Ends a line, so that one that was cut off is known. */
    static final String SAID = "said";

    private static final int MANY = 20_000;

    /** How a reader keeps its lists: rightly, or in a way that the test has to find. */
    enum Memory {
        RIGHT,
        ONE_SLOT,
        HASTY;

        ReaderMemory of(FileReaderMemory files) {
            return switch (this) {
                case RIGHT -> files;
                case ONE_SLOT -> new OneSlot(files);
                case HASTY -> new HastyMemory(files);
            };
        }
    }

    private BusyReader() {}

    static TestSite site() {
        return TestSite.of(Suite.X25519, 85);
    }

    static ReaderDraft door(TestSite site) {
        return site.reader().withoutList();
    }

    /** Returns the list of an epoch: most are short, and now and then one is long, and its write too. */
    static Signed<RevocationList> list(TestSite site, long epoch) {
        SerialSet revoked = epoch % LONG_LIST_EVERY == 0
                ? SerialSet.of(LongStream.range(0, MANY)
                        .map(i -> 1 + 100_000 * i / 7 + epoch)
                        .toArray())
                : SerialSet.of(epoch);
        return site.list(epoch, 1, revoked);
    }

    public static void main(String[] arguments) {
        TestSite site = site();
        ReaderDraft door = door(site);
        try (FileReaderMemory files = FileReaderMemory.open(Path.of(arguments[0]), site.project())) {
            Reader reader = door.memory(Memory.valueOf(arguments[1]).of(files)).start();
            long epoch =
                    reader.listInForce().map(list -> list.value().listEpoch()).orElse(0L);
            while (true) {
                epoch++;
                if (!reader.install(list(site, epoch).bytes(), TestSite.NOW)) {
                    throw new IllegalStateException("list " + epoch + " was not newer");
                }
                long number = reader.receipt(TestSite.NOW).orElseThrow().value().number();
                System.out.println(epoch + " " + number + " " + SAID);
                System.out.flush();
            }
        }
    }
}
