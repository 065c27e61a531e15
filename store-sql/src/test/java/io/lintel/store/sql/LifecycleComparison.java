package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.audit.LedgerVerifier;
import io.lintel.sdk.ledger.audit.Verification;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares all that a manager shows of a site with the naive model. */
final class LifecycleComparison {

    private final LifecycleGround ground;
    private final NaiveSite site;
    private final Set<String> triples = new LinkedHashSet<>();

    LifecycleComparison(LifecycleGround ground, NaiveSite site) {
        this.ground = ground;
        this.site = site;
    }

    Set<String> triples() {
        return Collections.unmodifiableSet(triples);
    }

    void compare() {
        credentials();
        people();
        credit();
    }

    private void credentials() {
        Instant now = ground.bench.clock.instant();
        List<String> expected = site.keys.stream().map(key -> line(key, now)).toList();
        List<IssuedCredential> found = ground.bench.manager.credentials().list(ground.customer, 0, 1000);
        assertEquals(expected, found.stream().map(LifecycleComparison::line).toList());
        if (!found.isEmpty()) {
            IssuedCredential one = found.get(Math.floorMod(now.hashCode(), found.size()));
            CredentialStatus status = ground.bench.manager.credentials().status(ground.customer, one.serial());
            triples.add(status.person() + " / " + status.device() + " / " + status.credential());
        }
    }

    private static String line(NaiveKey key, Instant now) {
        return key.serial + " number " + key.number + " person " + key.person + " device " + key.device.number + " "
                + state(key, now) + " by " + key.removedBy;
    }

    private static String line(IssuedCredential credential) {
        return credential.serial() + " number " + credential.accessNumber() + " person " + credential.person()
                + " device " + credential.device() + " " + credential.state() + " by "
                + credential.removal().map(removal -> removal.by().name()).orElse(null);
    }

    static CredentialState state(NaiveKey key, Instant now) {
        return switch (key.life) {
            case WAITING ->
                now.isBefore(key.code.ends) ? CredentialState.AWAITING_ACTIVATION : CredentialState.ACTIVATION_EXPIRED;
            case REDEEMED -> CredentialState.REDEEMED;
            case ACTIVE -> CredentialState.ACTIVE;
            case PENDING -> CredentialState.REVOKE_PENDING;
            case REVOKED -> CredentialState.REVOKED;
            case LOST -> CredentialState.LOST;
            case DELETED -> CredentialState.DELETED;
        };
    }

    private void people() {
        List<Person> found = ground.bench.manager.people().list(ground.customer, 0, 1000);
        assertEquals(
                site.people.stream().map(person -> person.removed).toList(),
                found.stream().map(person -> person.removed().isPresent()).toList(),
                "who is removed");
        if (site.product.onePerPerson()) {
            site.keys.stream()
                    .filter(key -> key.life.isLive())
                    .collect(Collectors.groupingBy(key -> key.person, Collectors.counting()))
                    .forEach((person, live) -> assertEquals(1, live, "person " + person));
        }
    }

    /** Both say the same of every account, and together they hold what was ever made. */
    private void credit() {
        CreditAccount account = ground.bench.manager.credits().account(ground.customer);
        Buckets available = ground.bench.manager.credits().balance(ground.distributor);
        assertEquals(new Buckets(site.paid, site.trial), account.balance());
        assertEquals(site.reserved, account.reserved(), "reserved");
        assertEquals(site.spent, account.spent(), "spent");
        assertEquals(site.lost, account.forfeited(), "forfeited");
        assertEquals(site.available, available.paid(), "the distributor's");
        assertEquals(
                LifecycleGround.CREDIT + site.product.trial(),
                available.paid()
                        + account.balance().paid()
                        + account.balance().trial()
                        + account.reserved()
                        + account.spent()
                        + account.forfeited(),
                "credit was made or lost");
        assertTrue(account.balance().paid() >= 0 && account.balance().trial() >= 0, "below zero");
    }

    /** The auditor's verifier, on the exported chain alone. */
    void verifyLedger() {
        try {
            StringBuilder export = new StringBuilder();
            ground.bench.manager.credits().reports().export(ground.distributor, export);
            byte[] octets = export.toString().getBytes(StandardCharsets.UTF_8);
            Verification result = new LedgerVerifier().verify(() -> new ByteArrayInputStream(octets));
            assertInstanceOf(Verification.Sound.class, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
