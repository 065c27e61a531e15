package io.lintel.store.file;

import io.lintel.protocol.phone.Resumption;
import java.nio.file.Path;

/**
 * A process that reserves attempts from a wallet as fast as it can, and prints each once it is its own: the step's
 * number times four, plus the attempt's index. Arguments: the wallet's directory and how many attempts to reserve.
 */
final class AttemptServer {
    private static final int ATTEMPTS_PER_STEP = 4;

    private AttemptServer() {}

    public static void main(String[] arguments) {
        FileWalletStore store = FileWalletStore.open(Path.of(arguments[0]));
        int wanted = Integer.parseInt(arguments[1]);
        int served = 0;
        while (served < wanted) {
            Resumption held = store.resumption(Samples.KEY).orElseThrow();
            Resumption.State ratchet = held.ratchet().orElseThrow();
            long step = Samples.step(ratchet);
            int attempt = ratchet.nextAttempt();
            Resumption next = attempt + 1 < ATTEMPTS_PER_STEP
                    ? Samples.resumption(held.revision() + 1, step, attempt + 1)
                    : Samples.resumption(held.revision() + 1, step + 1, 0);
            if (store.replaceResumption(Samples.KEY, held.revision(), next)) {
                System.out.println(step * ATTEMPTS_PER_STEP + attempt);
                System.out.flush();
                served++;
            }
        }
    }
}
