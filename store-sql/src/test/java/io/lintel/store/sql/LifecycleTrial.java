package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.store.sql.LifecycleStep.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives the same commands to a manager and to the naive model. A command is done where the model sees no reason against it,
 * and else refused for one of the model's reasons, without a commit; afterwards both are compared.
 */
final class LifecycleTrial {

    private static final Set<Who> MANAGE = EnumSet.of(Who.HOST, Who.ADMIN, Who.WORKSPACE);
    private static final Set<Who> MOVE_CREDIT = EnumSet.of(Who.HOST, Who.DISTRIBUTOR);

    /** Between two commands, so that nobody meets a limit of requests per hour. */
    private static final Duration PAUSE = Duration.ofMinutes(3);

    /** A code as it was handed out, and the phone that used it. */
    private record Handed(NaiveKey.Code code, ActivationTicket ticket, Phone phone) {}

    private final LifecycleSubject subject;
    private final LifecycleGround ground;
    private final LifecycleComparison comparison;
    private final NaiveSite site;
    private final List<Handed> codes = new ArrayList<>();
    private final Map<NaiveKey, CheckInPhone> phones = new HashMap<>();
    private final List<NaiveKey> known = new ArrayList<>();
    private Consumer<Manager> lastCommand = manager -> {};
    private Who lastWho = Who.HOST;
    private int commands;

    LifecycleTrial(LifecycleSubject subject, LifecycleProduct product) {
        this.subject = subject;
        this.ground = subject.ground;
        this.site = new NaiveSite(product);
        this.comparison = new LifecycleComparison(ground, site);
    }

    void run(List<LifecycleStep> steps) {
        for (LifecycleStep step : steps) {
            ground.bench.clock.set(now().plus(PAUSE));
            perform(step);
            comparison.compare();
        }
        comparison.verifyLedger();
    }

    /** How many commands the manager was given, refused ones included. */
    int commands() {
        return commands;
    }

    /** The combinations of statuses that were seen. */
    Set<String> triples() {
        return comparison.triples();
    }

    private Instant now() {
        return ground.bench.clock.instant();
    }

    private void perform(LifecycleStep step) {
        switch (step.kind()) {
            case ADD_PERSON -> addPerson(step);
            case REMOVE_PERSON -> removePerson(step);
            case ISSUE -> issue(step);
            case RESEND -> resend(step);
            case REDEEM -> redeem(step);
            case REDEEM_AGAIN -> redeemAgain(step);
            case HELD -> checkIn(step, Holding.HELD);
            case DELETED_AS_TOLD -> checkIn(step, Holding.DELETED_AS_TOLD);
            case DELETED_BY_PERSON -> checkIn(step, Holding.DELETED_BY_PERSON);
            case REVOKE -> revoke(step);
            case REVOKE_AS_HOLDER -> revokeAsHolder(step);
            case LOSE -> lose(step);
            case RESTORE -> restore(step);
            case DELETE -> delete(step);
            case REMOVE_DEVICE -> removeDevice(step);
            case CONFIRM_ENDED_LEASES -> confirmEndedLeases(step);
            case PASS_ON -> passOn(step);
            case TAKE_BACK -> takeBack(step);
            case WAIT -> ground.bench.clock.set(now().plus(Duration.ofHours(20L * (1 + step.pick() % 10))));
            case REPEAT -> repeat();
        }
    }

    private void addPerson(LifecycleStep step) {
        String familyName = step.variant() % 8 == 0 ? "" : "Byron";
        AddPerson request = new AddPerson(ground.customer, "Ada", familyName, "ada@example.org");
        attempt(
                        step.who(),
                        MANAGE,
                        site.whyNoPerson(!familyName.isEmpty()),
                        (manager, id) -> subject.addPerson(manager, id, request))
                .ifPresent(number -> assertEquals(site.addPerson(), number));
    }

    private void removePerson(LifecycleStep step) {
        long person = person(step);
        attempt(step.who(), MANAGE, site.whyNoRemovalOfPerson(person), (manager, id) -> {
                    subject.removePerson(manager, id, person);
                    return person;
                })
                .ifPresent(site::removePerson);
    }

    private void issue(LifecycleStep step) {
        long person = person(step);
        boolean wrong = step.variant() % 12 == 0;
        Technology colour = wrong ? site.product.wrongColour().orElse(site.product.colour()) : site.product.colour();
        OptionalLong number = number(step);
        IssueCredential request = new IssueCredential(
                ground.customer,
                person,
                "Phone",
                number,
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                colour);
        boolean right = !wrong || site.product.wrongColour().isEmpty();
        attempt(
                        step.who(),
                        MANAGE,
                        site.whyNoIssue(person, number, right),
                        (manager, id) -> subject.issue(manager, id, request))
                .ifPresent(issued -> handedOut(site.issue(person, number, now()), issued));
    }

    /** Mostly what suits the product; now and then a number that is taken, or one where none may be, or none where one must. */
    private OptionalLong number(LifecycleStep step) {
        boolean named =
                site.product.numbers() == LifecycleProduct.Numbers.MANUAL ? step.pick() % 8 != 0 : step.pick() % 8 == 0;
        return named ? OptionalLong.of(1 + step.variant() % 60) : OptionalLong.empty();
    }

    private void handedOut(NaiveKey key, CredentialIssued issued) {
        assertEquals(key.serial, issued.serial(), "serial");
        assertEquals(key.number, issued.accessNumber(), "access number");
        assertEquals(key.device.number, issued.device(), "device");
        known.add(key);
        handedOut(key.code, issued.activation());
    }

    private void handedOut(NaiveKey.Code code, ActivationTicket ticket) {
        assertEquals(code.ends, ticket.expires(), "the code's end");
        codes.add(new Handed(code, ticket, ground.bench.phone(Suite.X25519)));
    }

    private void resend(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        attempt(step.who(), MANAGE, site.whyNoResend(key), (manager, id) -> subject.resend(manager, id, serial(key)))
                .ifPresent(ticket -> handedOut(site.resend(key.orElseThrow(), now()), ticket));
    }

    /** Mostly a code that is good, so that most credentials come alive; where there is none, one that nobody used. */
    private void redeem(LifecycleStep step) {
        if (site.product.selfService()) {
            register();
            return;
        }
        List<Handed> unused =
                codes.stream().filter(handed -> !handed.code().used).toList();
        List<Handed> good = unused.stream()
                .filter(handed -> site.whyNoRedemption(handed.code(), now()).isEmpty())
                .toList();
        List<Handed> from = good.isEmpty() || step.variant() % 8 == 0 ? unused : good;
        if (from.isEmpty()) {
            issue(step);
        } else {
            redeem(from.get(from.size() - 1 - step.pick() % Math.min(from.size(), 4)));
        }
    }

    private void redeem(Handed handed) {
        Optional<String> reason = site.whyNoRedemption(handed.code(), now());
        ActivationResult result = redeem(handed.phone(), handed.ticket(), reason);
        if (result instanceof ActivationResult.Activated activated) {
            site.redeem(handed.code());
            activated(handed, activated);
        }
    }

    /** One more phone redeems the project's code. */
    private void register() {
        ProjectActivation project = ground.bench.manager.sites().projectActivation(ground.customer);
        ActivationTicket ticket =
                new ActivationTicket(project.suite(), project.managerKey(), project.code(), Instant.MAX);
        Phone phone = ground.bench.phone(Suite.X25519);
        ActivationResult.Activated activated =
                assertInstanceOf(ActivationResult.Activated.class, redeem(phone, ticket, Optional.empty()));
        NaiveKey key = site.register();
        known.add(key);
        Handed handed = new Handed(key.code, ticket, phone);
        codes.add(handed);
        activated(handed, activated);
    }

    private void activated(Handed handed, ActivationResult.Activated activated) {
        NaiveKey key = handed.code().key;
        CheckInPhone phone = new CheckInPhone(
                ground.bench, key.serial, handed.ticket(), handed.phone().holder(), activated.grant());
        phones.put(key, phone);
        key.leaseEnd = phone.statedLeaseEnd();
    }

    /** Any code, by its phone or by another one. */
    private void redeemAgain(LifecycleStep step) {
        if (codes.isEmpty()) {
            issue(step);
            return;
        }
        Handed handed = codes.get(codes.size() - 1 - step.pick() % Math.min(codes.size(), 6));
        if (handed.code().used && step.variant() % 2 == 0) {
            redeem(handed.phone(), handed.ticket(), site.whyNoRepetition(handed.code()));
        } else if (!site.product.selfService()
                && site.whyNoRedemption(handed.code(), now()).isPresent()) {
            redeem(handed.phone().another(), handed.ticket(), site.whyNoRedemption(handed.code(), now()));
        } else {
            issue(step);
        }
    }

    private ActivationResult redeem(Phone phone, ActivationTicket ticket, Optional<String> reason) {
        commands++;
        ActivationResult result = subject.redeem(phone, ticket);
        assertEquals(
                reason,
                result instanceof ActivationResult.Refused refused
                        ? Optional.of(refused.reason().name())
                        : Optional.empty());
        return result;
    }

    private void checkIn(LifecycleStep step, Holding holding) {
        List<NaiveKey> activated = known.stream().filter(phones::containsKey).toList();
        if (activated.isEmpty()) {
            redeem(step);
            return;
        }
        NaiveKey key = activated.get(activated.size() - 1 - step.pick() % Math.min(activated.size(), 5));
        CheckInPhone phone = phones.get(key);
        commands++;
        CheckInResult result = subject.checkIn(phone, phone.says(holding));
        if (site.isForgotten(key)) {
            assertInstanceOf(CheckInResult.Refused.class, result);
            return;
        }
        switch (holding) {
            case HELD -> site.held(key);
            case DELETED_AS_TOLD -> site.deletedAsTold(key);
            case DELETED_BY_PERSON -> site.deletedByPerson(key);
        }
        CheckInAnswer answer =
                assertInstanceOf(CheckInResult.Answered.class, result).answer();
        Instruction expected = holding != Holding.HELD
                ? Instruction.FORGET
                : key.life.isLive() ? Instruction.KEEP : Instruction.DELETE;
        assertEquals(expected, answer.instruction());
        phone.keep(answer);
        if (answer.credential().isPresent()) {
            key.leaseEnd = phone.statedLeaseEnd();
        }
    }

    private void revoke(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        attempt(
                        step.who(),
                        MANAGE,
                        site.whyNoRevocation(key, step.who() == Who.HOST),
                        (manager, id) -> subject.revoke(manager, id, serial(key)))
                .ifPresent(revoked -> {
                    site.revoke(key.orElseThrow());
                    assertEquals(state(key.orElseThrow()), revoked.state());
                });
    }

    /** As the credential's own holder, or as another's. */
    private void revokeAsHolder(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        boolean own = step.variant() % 5 > 0;
        Principal holder = new Principal.EndUser(ground.customer, own ? serial(key) : serial(key) + 1);
        Set<ErrorCode> reasons = own ? site.whyNoRevocationByHolder(key) : Set.of(ErrorCode.PERMISSION_DENIED);
        CommandId id = TestBench.id();
        attempt(reasons, () -> subject.revoke(ground.bench.manager.as(holder), id, serial(key)))
                .ifPresent(revoked -> site.revokeByHolder(key.orElseThrow()));
    }

    private void lose(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        boolean confirmed = step.variant() % 3 > 0;
        attempt(
                        step.who(),
                        MANAGE,
                        site.whyNoLoss(key, confirmed),
                        (manager, id) -> subject.markLost(manager, id, serial(key), confirmed))
                .ifPresent(lost -> assertEquals(site.lose(key.orElseThrow()), lost.lostCredit()));
    }

    private void restore(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        attempt(
                        step.who(),
                        MANAGE,
                        site.whyNoRestoration(key),
                        (manager, id) -> subject.restore(manager, id, serial(key)))
                .ifPresent(restored -> handedOut(site.restore(key.orElseThrow(), now()), restored));
    }

    private void delete(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        attempt(step.who(), MANAGE, site.whyNoDeletion(key), (manager, id) -> {
                    subject.delete(manager, id, serial(key));
                    return key.orElseThrow();
                })
                .ifPresent(site::delete);
    }

    private void removeDevice(LifecycleStep step) {
        Optional<NaiveKey> key = target(step);
        long device = key.map(found -> found.device.number).orElse(9999L);
        attempt(step.who(), MANAGE, site.whyNoRemovalOfDevice(key, step.who() == Who.HOST), (manager, id) -> {
                    subject.removeDevice(manager, id, device);
                    return key.orElseThrow();
                })
                .ifPresent(site::removeDevice);
    }

    private void confirmEndedLeases(LifecycleStep step) {
        attempt(step.who(), MANAGE, Set.of(), subject::confirmEndedLeases)
                .ifPresent(confirmed -> assertEquals(site.confirmEndedLeases(now()), confirmed));
    }

    private void passOn(LifecycleStep step) {
        long credits = (1L + step.pick() % 6) * Math.max(1, site.product.cost());
        attempt(
                        step.who(),
                        MOVE_CREDIT,
                        Set.of(),
                        (manager, id) -> manager.credits().passOn(id, new PassOnCredit(ground.customer, credits)))
                .ifPresent(balance -> site.passOn(credits));
    }

    private void takeBack(LifecycleStep step) {
        long credits = 1L + step.pick() % 9;
        attempt(
                        step.who(),
                        MOVE_CREDIT,
                        site.whyNoTakingBack(credits),
                        (manager, id) -> manager.credits().takeBack(id, new TakeCreditBack(ground.customer, credits)))
                .ifPresent(balance -> site.takeBack(credits));
    }

    /** The last command that was done, once more under its id. */
    private void repeat() {
        commands++;
        String before = ground.dump();
        lastCommand.accept(ground.as(lastWho));
        assertEquals(before, ground.dump(), "a repetition changed something");
    }

    private interface Doing<R> {
        R as(Manager manager, CommandId id);
    }

    private <R> Optional<R> attempt(Who who, Set<Who> allowed, Set<ErrorCode> reasons, Doing<R> doing) {
        boolean denied = !allowed.contains(who);
        CommandId id = TestBench.id();
        Optional<R> done =
                attempt(denied ? Set.of(ErrorCode.PERMISSION_DENIED) : reasons, () -> doing.as(ground.as(who), id));
        if (done.isPresent()) {
            lastWho = who;
            lastCommand = manager -> doing.as(manager, id);
        }
        return done;
    }

    private <R> Optional<R> attempt(Set<ErrorCode> reasons, Supplier<R> command) {
        commands++;
        if (reasons.isEmpty()) {
            return Optional.of(assertDoesNotThrow(command::get));
        }
        boolean denied = reasons.contains(ErrorCode.PERMISSION_DENIED);
        String before = denied ? ground.dump() : "";
        long version = ground.version();
        ManagerException refused = assertThrows(ManagerException.class, command::get);
        assertTrue(reasons.contains(refused.code()), () -> refused.getMessage() + " instead of " + reasons);
        assertEquals(version, ground.version(), "a refused command committed something");
        if (denied) {
            assertEquals(before, ground.dump(), "a denied command changed something");
        }
        return Optional.empty();
    }

    /** One of the last people, or nobody. */
    private long person(LifecycleStep step) {
        int people = site.people.size();
        return people == 0 || step.pick() % 40 == 0 ? 9999 : people - step.pick() % Math.min(people, 4);
    }

    /** One of the last credentials, forgotten ones too, or none. */
    private Optional<NaiveKey> target(LifecycleStep step) {
        if (known.isEmpty() || step.pick() % 40 == 0) {
            return Optional.empty();
        }
        NaiveKey key = known.get(known.size() - 1 - step.pick() % Math.min(known.size(), 5));
        return Optional.of(key);
    }

    private long serial(Optional<NaiveKey> key) {
        return key.map(found -> found.serial).orElse(9999L);
    }

    private static CredentialState state(NaiveKey key) {
        return LifecycleComparison.state(key, Instant.MIN);
    }
}
