package io.lintel.store.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credential in the naive model. */
final class NaiveKey {

    /** A credential's life. */
    enum Life {
        WAITING,
        REDEEMED,
        ACTIVE,
        PENDING,
        REVOKED,
        LOST,
        DELETED;

        boolean isLive() {
            return this == WAITING || this == REDEEMED || this == ACTIVE;
        }

        boolean onPhone() {
            return this == REDEEMED || this == ACTIVE || this == PENDING;
        }
    }

    /** Where the credit is that a credential cost. */
    enum Money {
        NONE,
        RESERVED,
        SPENT,
        BACK,
        LOST
    }

    /** A device. */
    static final class Device {
        final long number;
        boolean proven;
        boolean removed;

        Device(long number) {
            this.number = number;
        }
    }

    /** An activation code. */
    static final class Code {
        final NaiveKey key;
        final Instant ends;
        boolean replaced;
        boolean used;

        Code(NaiveKey key, Instant ends) {
            this.key = key;
            this.ends = ends;
        }
    }

    final long serial;
    final long number;
    final long person;
    final Device device;
    Life life = Life.WAITING;
    Money money = Money.NONE;
    long fromPaid;
    long fromTrial;

    @Nullable
    String removedBy;

    /** Whether it was restored: another credential is on its device now. */
    boolean succeeded;

    Instant leaseEnd = Instant.MAX;
    Code code;

    NaiveKey(long serial, long number, long person, Device device, Instant codeEnds) {
        this.serial = serial;
        this.number = number;
        this.person = person;
        this.device = device;
        this.code = new Code(this, codeEnds);
    }
}
