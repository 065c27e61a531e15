package io.lintel.store.sql;

import static io.lintel.sdk.model.ErrorCode.CONFIRMATION_REQUIRED;
import static io.lintel.sdk.model.ErrorCode.DUPLICATE_ACCESS_NUMBER;
import static io.lintel.sdk.model.ErrorCode.ENROLMENT_NOT_OFFERED;
import static io.lintel.sdk.model.ErrorCode.ILLEGAL_TRANSITION;
import static io.lintel.sdk.model.ErrorCode.INSUFFICIENT_CREDIT;
import static io.lintel.sdk.model.ErrorCode.INVALID_REQUEST;
import static io.lintel.sdk.model.ErrorCode.NOT_FOUND;
import static io.lintel.sdk.model.ErrorCode.NOT_OFFERED;
import static io.lintel.sdk.model.ErrorCode.PERSON_REMOVED;
import static io.lintel.sdk.model.ErrorCode.TECHNOLOGY_MISMATCH;
import static io.lintel.sdk.model.ErrorCode.TOO_MANY_CREDENTIALS;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.store.sql.NaiveKey.Life;
import io.lintel.store.sql.NaiveKey.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A site as the requirements describe it, kept in plain lists and decided by plain conditions. It says of each command why
 * it may be refused, any one of the reasons being good, and what the site is like afterwards.
 */
final class NaiveSite {

    /** How far behind a reader may be. */
    private static final Duration CLOCK_LAG = Duration.ofMinutes(10);

    /** A person. */
    static final class Person {
        boolean removed;
    }

    final LifecycleProduct product;
    final List<Person> people = new ArrayList<>();
    final List<NaiveKey> keys = new ArrayList<>();
    long serials;
    private long devices;
    private long lastAutomatic;
    private long highestNumber;
    long available = LifecycleGround.CREDIT;
    long paid;
    long trial;
    long reserved;
    long spent;
    long lost;

    NaiveSite(LifecycleProduct product) {
        this.product = product;
        this.trial = product.trial();
    }

    boolean isForgotten(NaiveKey key) {
        return !keys.contains(key);
    }

    private boolean isMissing(Optional<NaiveKey> key) {
        return key.isEmpty() || isForgotten(key.get());
    }

    Set<ErrorCode> whyNoPerson(boolean familyNameGiven) {
        if (product.selfService()) {
            return Set.of(ENROLMENT_NOT_OFFERED);
        }
        return product.needsFamilyName() && !familyNameGiven ? Set.of(INVALID_REQUEST) : Set.of();
    }

    long addPerson() {
        people.add(new Person());
        return people.size();
    }

    private Optional<ErrorCode> whyNotThisPerson(long person) {
        if (product.selfService()) {
            return Optional.of(ENROLMENT_NOT_OFFERED);
        }
        if (person < 1 || person > people.size()) {
            return Optional.of(NOT_FOUND);
        }
        return people.get((int) person - 1).removed ? Optional.of(PERSON_REMOVED) : Optional.empty();
    }

    Set<ErrorCode> whyNoRemovalOfPerson(long person) {
        return whyNotThisPerson(person).map(Set::of).orElse(Set.of());
    }

    void removePerson(long person) {
        people.get((int) person - 1).removed = true;
        for (NaiveKey key : keys) {
            if (key.person == person) {
                cascade(key, "SYSTEM");
                key.device.removed = true;
            }
        }
    }

    Set<ErrorCode> whyNoIssue(long person, OptionalLong number, boolean rightColour) {
        Optional<ErrorCode> notThisPerson = whyNotThisPerson(person);
        if (notThisPerson.isPresent()) {
            return Set.of(notThisPerson.get());
        }
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        boolean holdsOne = keys.stream().anyMatch(key -> key.person == person && key.life.isLive());
        add(reasons, product.onePerPerson() && holdsOne, TOO_MANY_CREDENTIALS);
        add(reasons, !rightColour, TECHNOLOGY_MISMATCH);
        boolean mayName = product.numbers() != LifecycleProduct.Numbers.AUTO;
        boolean mustName = product.numbers() == LifecycleProduct.Numbers.MANUAL;
        add(reasons, number.isPresent() ? !mayName : mustName, INVALID_REQUEST);
        add(reasons, number.isPresent() && isTaken(number.getAsLong()), DUPLICATE_ACCESS_NUMBER);
        add(reasons, paid + trial < product.cost(), INSUFFICIENT_CREDIT);
        return reasons;
    }

    NaiveKey issue(long person, OptionalLong number, Instant now) {
        long given = number.orElse(
                product.numbers() == LifecycleProduct.Numbers.AUTO ? lastAutomatic + 1 : highestNumber + 1);
        lastAutomatic++;
        highestNumber = Math.max(highestNumber, given);
        devices++;
        return charged(new NaiveKey(++serials, given, person, new NaiveKey.Device(devices), codeEnds(now)));
    }

    private boolean isTaken(long number) {
        return keys.stream().anyMatch(key -> key.life.isLive() && key.number == number);
    }

    private Instant codeEnds(Instant now) {
        return now.atZone(ZoneOffset.UTC).plus(product.codeValidity).toInstant();
    }

    private NaiveKey charged(NaiveKey key) {
        for (int credit = 0; credit < product.cost(); credit++) {
            if (paid > 0) {
                paid--;
                key.fromPaid++;
            } else {
                trial--;
                key.fromTrial++;
            }
        }
        if (product.cost() > 0) {
            key.money = product.reserves() ? Money.RESERVED : Money.SPENT;
            reserved += product.reserves() ? product.cost() : 0;
            spent += product.reserves() ? 0 : product.cost();
        }
        keys.add(key);
        return key;
    }

    Set<ErrorCode> whyNoResend(Optional<NaiveKey> key) {
        return isMissing(key) ? Set.of(NOT_FOUND) : reason(key.get().life != Life.WAITING, ILLEGAL_TRANSITION);
    }

    NaiveKey.Code resend(NaiveKey key, Instant now) {
        key.code.replaced = true;
        key.code = new NaiveKey.Code(key, codeEnds(now));
        return key.code;
    }

    /** Why a phone that never used this code gets nothing for it, in the activation's own words; empty for a grant. */
    Optional<String> whyNoRedemption(NaiveKey.Code code, Instant now) {
        if (isForgotten(code.key)) {
            return Optional.of("UNKNOWN_CODE");
        }
        if (code.used) {
            return Optional.of("ALREADY_USED");
        }
        if (!code.key.life.isLive()) {
            return Optional.of("CREDENTIAL_ENDED");
        }
        if (code.replaced) {
            return Optional.of("UNKNOWN_CODE");
        }
        return now.isBefore(code.ends) ? Optional.empty() : Optional.of("EXPIRED");
    }

    /** The same for the phone that did use it. */
    Optional<String> whyNoRepetition(NaiveKey.Code code) {
        if (isForgotten(code.key)) {
            return Optional.of("UNKNOWN_CODE");
        }
        return code.key.life.isLive() ? Optional.empty() : Optional.of("CREDENTIAL_ENDED");
    }

    void redeem(NaiveKey.Code code) {
        code.used = true;
        NaiveKey key = code.key;
        key.life = product.activeAfterFirstSync() ? Life.REDEEMED : Life.ACTIVE;
        key.device.proven = key.life == Life.ACTIVE;
        if (key.money == Money.RESERVED) {
            key.money = Money.SPENT;
            reserved -= product.cost();
            spent += product.cost();
        }
    }

    /** A phone that nobody knows redeems the project's code: the next number, at once. */
    NaiveKey register() {
        devices++;
        NaiveKey key = new NaiveKey(++serials, ++lastAutomatic, 0, new NaiveKey.Device(devices), Instant.MAX);
        charged(key);
        redeem(key.code);
        return key;
    }

    void held(NaiveKey key) {
        if (key.life == Life.REDEEMED) {
            key.life = Life.ACTIVE;
            key.device.proven = true;
        }
    }

    void deletedAsTold(NaiveKey key) {
        if (key.life == Life.PENDING) {
            key.life = Life.REVOKED;
            giveBack(key);
        } else if (key.life == Life.DELETED) {
            giveBack(key);
        }
    }

    void deletedByPerson(NaiveKey key) {
        if (key.life == Life.REDEEMED) {
            key.device.proven = true;
        }
        if (key.life.onPhone()) {
            remove(key, Life.REVOKED, "USER");
            giveBack(key);
        } else if (key.life == Life.DELETED) {
            giveBack(key);
        }
    }

    Set<ErrorCode> whyNoRevocation(Optional<NaiveKey> key, boolean host) {
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        add(reasons, !product.administratorsRevoke() && !host, NOT_OFFERED);
        add(reasons, isMissing(key), NOT_FOUND);
        add(reasons, key.isPresent() && !key.get().life.isLive(), ILLEGAL_TRANSITION);
        return reasons;
    }

    void revoke(NaiveKey key) {
        if (key.life == Life.WAITING) {
            remove(key, Life.REVOKED, "ADMIN");
            giveBack(key);
        } else {
            remove(key, Life.PENDING, "ADMIN");
        }
    }

    Set<ErrorCode> whyNoRevocationByHolder(Optional<NaiveKey> key) {
        if (isMissing(key)) {
            return Set.of(NOT_FOUND);
        }
        Life life = key.get().life;
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        add(reasons, !product.holdersDelete(), NOT_OFFERED);
        add(reasons, !life.isLive() && life != Life.PENDING, ILLEGAL_TRANSITION);
        return reasons;
    }

    void revokeByHolder(NaiveKey key) {
        remove(key, Life.REVOKED, "USER");
        giveBack(key);
    }

    Set<ErrorCode> whyNoLoss(Optional<NaiveKey> key, boolean confirmed) {
        if (isMissing(key)) {
            return Set.of(NOT_FOUND);
        }
        Life life = key.get().life;
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        add(reasons, !product.marksLost(), NOT_OFFERED);
        add(reasons, life != Life.PENDING && life != Life.REVOKED, ILLEGAL_TRANSITION);
        add(reasons, life == Life.PENDING && !confirmed, CONFIRMATION_REQUIRED);
        return reasons;
    }

    /** How much is lost with it. */
    long lose(NaiveKey key) {
        long gone = 0;
        if (key.life == Life.PENDING && key.money == Money.SPENT) {
            key.money = Money.LOST;
            gone = product.cost();
            spent -= gone;
            lost += gone;
        }
        key.life = Life.LOST;
        return gone;
    }

    Set<ErrorCode> whyNoRestoration(Optional<NaiveKey> found) {
        if (isMissing(found)) {
            return Set.of(NOT_FOUND);
        }
        NaiveKey key = found.get();
        boolean takenBack = key.life == Life.REVOKED
                || (product.deletesFreely() && (key.life == Life.PENDING || key.life == Life.DELETED));
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        add(reasons, !product.restores(), NOT_OFFERED);
        add(reasons, !takenBack || key.device.removed || key.succeeded, ILLEGAL_TRANSITION);
        add(reasons, key.person > 0 && people.get((int) key.person - 1).removed, PERSON_REMOVED);
        add(reasons, isTaken(key.number), DUPLICATE_ACCESS_NUMBER);
        add(reasons, paid + trial < product.cost(), INSUFFICIENT_CREDIT);
        return reasons;
    }

    NaiveKey restore(NaiveKey key, Instant now) {
        key.succeeded = true;
        key.device.proven = false;
        return charged(new NaiveKey(++serials, key.number, key.person, key.device, codeEnds(now)));
    }

    Set<ErrorCode> whyNoDeletion(Optional<NaiveKey> key) {
        if (isMissing(key)) {
            return Set.of(NOT_FOUND);
        }
        if (!product.offersDelete()) {
            return Set.of(NOT_OFFERED);
        }
        Life life = key.get().life;
        return reason(product.deletesFreely() ? life == Life.DELETED : life != Life.REVOKED, ILLEGAL_TRANSITION);
    }

    void delete(NaiveKey key) {
        remove(key, Life.DELETED, "ADMIN");
        if (product.forgetsDeleted()) {
            key.device.removed = true;
            keys.remove(key);
        }
    }

    Set<ErrorCode> whyNoRemovalOfDevice(Optional<NaiveKey> key, boolean host) {
        Set<ErrorCode> reasons = EnumSet.noneOf(ErrorCode.class);
        add(reasons, !product.administratorsRevoke() && !host, NOT_OFFERED);
        add(reasons, key.isEmpty(), NOT_FOUND);
        add(reasons, key.isPresent() && key.get().device.removed, ILLEGAL_TRANSITION);
        return reasons;
    }

    void removeDevice(NaiveKey known) {
        keys.stream()
                .filter(key -> key.device == known.device && !key.succeeded)
                .forEach(key -> cascade(key, "ADMIN"));
        known.device.removed = true;
    }

    /** How many revocations it confirms. */
    int confirmEndedLeases(Instant now) {
        int confirmed = 0;
        for (NaiveKey key : keys) {
            boolean ended = product.lease().isPresent()
                    && key.leaseEnd.isBefore(Instant.MAX)
                    && !now.isBefore(key.leaseEnd.plus(CLOCK_LAG));
            if (key.life == Life.PENDING && ended) {
                key.life = Life.REVOKED;
                giveBack(key);
                confirmed++;
            } else if (key.life == Life.DELETED && ended) {
                giveBack(key);
            }
        }
        return confirmed;
    }

    Set<ErrorCode> whyNoTakingBack(long credits) {
        return reason(paid < credits, INSUFFICIENT_CREDIT);
    }

    void passOn(long credits) {
        available -= credits;
        paid += credits;
    }

    void takeBack(long credits) {
        passOn(-credits);
    }

    private void cascade(NaiveKey key, String by) {
        if (key.life == Life.DELETED) {
            return;
        }
        boolean neverUsed = key.life == Life.WAITING;
        remove(key, Life.DELETED, by);
        if (neverUsed) {
            giveBack(key);
        }
    }

    private static void remove(NaiveKey key, Life next, String by) {
        key.life = next;
        key.removedBy = Objects.requireNonNullElse(key.removedBy, by);
    }

    private void giveBack(NaiveKey key) {
        boolean comesBack = product.returns() && (key.money == Money.RESERVED || key.money == Money.SPENT);
        if (!comesBack) {
            return;
        }
        reserved -= key.money == Money.RESERVED ? product.cost() : 0;
        spent -= key.money == Money.SPENT ? product.cost() : 0;
        paid += key.fromPaid;
        trial += key.fromTrial;
        key.money = Money.BACK;
    }

    private static Set<ErrorCode> reason(boolean holds, ErrorCode reason) {
        return holds ? Set.of(reason) : Set.of();
    }

    private static void add(Set<ErrorCode> reasons, boolean holds, ErrorCode reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
