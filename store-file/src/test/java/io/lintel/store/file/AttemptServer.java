package io.lintel.store.file;

import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.WalletStoreException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A process that reserves attempts from a wallet as fast as it can, and prints each once it is its own: the step's
 * number times four, plus the attempt's index. Arguments: the wallet's directory and how many attempts to reserve.
 *
 * <p>The wallet's lock is not fair: where several processes hammer on it, one may be told that it is busy. It asks again, as
 * a person would with the next gesture.
 */
final class AttemptServer {
    private static final int ATTEMPTS_PER_STEP = 4;

    private AttemptServer() {}

    public static void main(String[] arguments) {
        FileWalletStore store = FileWalletStore.open(Path.of(arguments[0]));
        int wanted = Integer.parseInt(arguments[1]);
        int served = 0;
        while (served < wanted) {
            OptionalLong attempt = reserve(store);
            if (attempt.isPresent()) {
                System.out.println(attempt.getAsLong());
                System.out.flush();
                served++;
            }
        }
    }

    /** Reserves the next attempt, or nothing when another process was first. */
    private static OptionalLong reserve(FileWalletStore store) {
        try {
            Resumption held = store.resumption(Samples.KEY).orElseThrow();
            Resumption.State ratchet = held.ratchet().orElseThrow();
            long step = Samples.step(ratchet);
            int attempt = ratchet.nextAttempt();
            Resumption next = attempt + 1 < ATTEMPTS_PER_STEP
                    ? Samples.resumption(held.revision() + 1, step, attempt + 1)
                    : Samples.resumption(held.revision() + 1, step + 1, 0);
            return store.replaceResumption(Samples.KEY, held.revision(), next)
                    ? OptionalLong.of(step * ATTEMPTS_PER_STEP + attempt)
                    : OptionalLong.empty();
        } catch (WalletStoreException failure) {
            if (failure.getCause() instanceof FileStoreException.Busy) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }
}
