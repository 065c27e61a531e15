package io.lintel.protocol.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project's issuing keys, at most one for each purpose and epoch, and the lowest epoch that still counts. */
record Issuers(List<Issuer> keys, int minimumEpoch) {
    static final int MAX_KEYS = 64;

    static final Issuers NONE = new Issuers(List.of(), 1);

    Issuers {
        keys = List.copyOf(keys);
    }

    Issuers with(Issuer added) {
        List<Issuer> changed = new ArrayList<>(keys.size() + 1);
        Issuer kept = added;
        for (Issuer known : keys) {
            if (!known.sharesRoleWith(added)) {
                changed.add(known);
            } else if (!known.key().equals(added.key())) {
                throw StatementException.notAuthentic(StatementKinds.ISSUING_KEY.kind());
            } else if (!added.isNewerThan(known)) {
                kept = known;
            }
        }
        changed.add(kept);
        if (changed.size() > MAX_KEYS) {
            throw new IllegalStateException("a project has at most " + MAX_KEYS + " issuing keys");
        }
        return new Issuers(changed, minimumEpoch);
    }

    Issuers withMinimum(int epoch) {
        return new Issuers(keys, epoch);
    }

    Optional<Issuer> find(Purpose purpose, int epoch) {
        for (Issuer issuer : keys) {
            if (epoch >= minimumEpoch && issuer.is(purpose, epoch)) {
                return Optional.of(issuer);
            }
        }
        return Optional.empty();
    }

    List<Signed<IssuingKey>> statements() {
        return keys.stream().map(Issuer::statement).toList();
    }
}
