package io.lintel.sdk.command;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.sdk.command.revocation.Deltas;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.store.ManagerStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the manager was given at construction. */
public record Environment(
        ManagerStore store,
        Clock clock,
        SecureRandom random,
        Primitives primitives,
        LoginPolicy logins,
        ReadProfiles profiles,
        Trusts trusts,
        Deltas deltas) {

    /** What was given; nothing was read or verified yet. */
    public Environment(
            ManagerStore store, Clock clock, SecureRandom random, Primitives primitives, LoginPolicy logins) {
        this(store, clock, random, primitives, logins, new ReadProfiles(), new Trusts(), new Deltas());
    }

    public Environment with(LoginPolicy policy) {
        return new Environment(store, clock, random, primitives, policy, profiles, trusts, deltas);
    }

    /** The clock's time in whole seconds: statements count seconds, so the whole model does, and what is signed is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public CryptoSuite crypto(Suite suite) {
        return primitives.suite(suite);
    }
}
