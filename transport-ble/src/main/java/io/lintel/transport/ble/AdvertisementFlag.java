package io.lintel.transport.ble;

import java.util.EnumSet;
import java.util.Set;

/** What holds of a reader while it advertises ({@code spec/ble.md} 2.2). */
public enum AdvertisementFlag {
    /** It serves as many phones as it takes on; a phone waits a moment before it connects. */
    BUSY(0x01),
    /** It has no configuration, or has lost its clock: it can open for nobody until somebody sees to it. */
    OUT_OF_SERVICE(0x02);

    private final int bit;

    AdvertisementFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    static Set<AdvertisementFlag> of(int bits) {
        EnumSet<AdvertisementFlag> flags = EnumSet.noneOf(AdvertisementFlag.class);
        for (AdvertisementFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
