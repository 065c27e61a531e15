package io.lintel.protocol.testing;

import io.lintel.protocol.testing.KilledStore.Killed;
import io.lintel.protocol.testing.KilledStore.Moment;

/** When a process dies: just before, or just after, one of its writes, whichever of its stores they go to. */
public final class Death {
    private final Moment moment;
    private int writesLeft;

    /** Lets some writes through; the next one kills. */
    public Death(int writesLeft, Moment moment) {
        this.writesLeft = writesLeft;
        this.moment = moment;
    }

    /** Does a write, or dies before or after it. */
    public void around(Runnable write) {
        boolean last = writesLeft-- <= 0;
        if (last && moment == Moment.BEFORE_THE_WRITE) {
            throw new Killed();
        }
        write.run();
        if (last) {
            throw new Killed();
        }
    }
}
