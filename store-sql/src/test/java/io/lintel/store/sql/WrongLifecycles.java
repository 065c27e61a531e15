package io.lintel.store.sql;

import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.sdk.Manager;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialLost;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.AddPerson;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Managers with one fault each, as somebody might write them. */
final class WrongLifecycles {

    private WrongLifecycles() {}

    /** What faults are made of: changes past the rules. */
    private abstract static class Faulty extends LifecycleSubject {

        Faulty(LifecycleGround ground) {
            super(ground);
        }

        /** Changes a credential as it likes. */
        void change(long serial, UnaryOperator<IssuedCredential> how) {
            ground.bench.store.write(unit -> {
                unit.credentials().find(customer, serial).map(how).ifPresent(unit.credentials()::update);
                return true;
            });
        }

        boolean isIn(long serial, CredentialState state) {
            return ground.bench
                    .store
                    .read(unit -> unit.credentials().find(customer, serial))
                    .filter(credential -> credential.state() == state)
                    .isPresent();
        }

        /** Moves credit as it likes. */
        void charge(long serial, BiConsumer<Charges, Long> how) {
            TestBench bench = ground.bench;
            Environment environment = new Environment(
                    bench.store, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES, LoginPolicy.RECOMMENDED);
            bench.store.write(unit -> {
                CommandContext context = CommandContext.begin(environment, unit, Principal.host(), TestBench.id());
                Site site = context.site(customer);
                how.accept(new Charges(context, site, context.profile(customer).credit()), serial);
                return true;
            });
        }

        /** Opens all codes of a credential again. */
        void reopen(long serial) {
            ground.bench.store.write(unit -> {
                for (long number = 1; unit.activations().find(customer, number).isPresent(); number++) {
                    unit.activations()
                            .find(customer, number)
                            .filter(activation -> activation.serial() == serial)
                            .ifPresent(activation -> unit.activations().update(activation.with(new Activation.Open())));
                }
                return true;
            });
        }
    }

    /** Gives credit back when somebody asks for a revocation, while the phone still opens doors. */
    static final class RefundOfAnActiveCredential extends Faulty {
        RefundOfAnActiveCredential(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CredentialRevoked revoke(Manager manager, CommandId id, long serial) {
            CredentialRevoked revoked = super.revoke(manager, id, serial);
            if (revoked.state() == CredentialState.REVOKE_PENDING) {
                charge(serial, Charges::giveBack);
            }
            return revoked;
        }
    }

    /** Restores for nothing. */
    static final class RestorationWithoutCharge extends Faulty {
        RestorationWithoutCharge(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CredentialIssued restore(Manager manager, CommandId id, long serial) {
            CredentialIssued restored = super.restore(manager, id, serial);
            charge(restored.serial(), Charges::giveBack);
            return restored;
        }
    }

    /** Gives back what is lost with a credential. */
    static final class LossThatForfeitsNothing extends Faulty {
        LossThatForfeitsNothing(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CredentialLost markLost(Manager manager, CommandId id, long serial, boolean confirmed) {
            if (confirmed && isIn(serial, CredentialState.REVOKE_PENDING)) {
                charge(serial, Charges::giveBack);
                change(serial, pending -> pending.in(CredentialState.REVOKED));
            }
            return super.markLost(manager, id, serial, confirmed);
        }
    }

    /** Lets a code be used by one phone after another. */
    static final class CodeRedeemedTwice extends Faulty {
        CodeRedeemedTwice(LifecycleGround ground) {
            super(ground);
        }

        @Override
        ActivationResult redeem(Phone phone, ActivationTicket ticket) {
            ActivationResult result = super.redeem(phone, ticket);
            boolean used = result instanceof ActivationResult.Refused refused
                    && refused.reason() == ActivationRefusal.ALREADY_USED;
            if (!used) {
                return result;
            }
            ground.bench.manager.credentials().list(customer, 0, 1000).stream()
                    .filter(credential -> credential.state() == CredentialState.ACTIVE)
                    .forEach(credential -> {
                        change(credential.serial(), active -> active.in(CredentialState.AWAITING_ACTIVATION));
                        reopen(credential.serial());
                    });
            return super.redeem(phone, ticket);
        }
    }

    /** Leaves the old code in force when it sends a new one. */
    static final class OldCodeStaysGood extends Faulty {
        OldCodeStaysGood(LifecycleGround ground) {
            super(ground);
        }

        @Override
        ActivationTicket resend(Manager manager, CommandId id, long serial) {
            ActivationTicket ticket = super.resend(manager, id, serial);
            reopen(serial);
            return ticket;
        }
    }

    /** Does not ask whose customer it is. */
    static final class RevocationForAnybody extends Faulty {
        RevocationForAnybody(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CredentialRevoked revoke(Manager manager, CommandId id, long serial) {
            return ground.bench.manager.credentials().revoke(id, new RevokeCredential(customer, serial));
        }
    }

    /** Refuses those who may not, after it has begun. */
    static final class DeniedHalfWay extends Faulty {
        DeniedHalfWay(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CredentialRevoked revoke(Manager manager, CommandId id, long serial) {
            try {
                return super.revoke(manager, id, serial);
            } catch (ManagerException refused) {
                change(
                        serial,
                        credential ->
                                credential.removed(credential.state(), RemovedBy.ADMIN, ground.bench.clock.instant()));
                throw refused;
            }
        }
    }

    /** Deletes what its phone has not given up. */
    static final class DeletionWhilePending extends Faulty {
        DeletionWhilePending(LifecycleGround ground) {
            super(ground);
        }

        @Override
        void delete(Manager manager, CommandId id, long serial) {
            if (isIn(serial, CredentialState.REVOKE_PENDING)) {
                change(serial, pending -> pending.in(CredentialState.REVOKED));
            }
            super.delete(manager, id, serial);
        }
    }

    /** Believes a revocation confirmed although the phone still holds the credential. */
    static final class ConfirmationByAPhoneThatHoldsIt extends Faulty {
        ConfirmationByAPhoneThatHoldsIt(LifecycleGround ground) {
            super(ground);
        }

        @Override
        CheckInResult checkIn(CheckInPhone phone, CheckInRequest request) {
            CheckInResult result = super.checkIn(phone, request);
            if (isIn(phone.serial, CredentialState.REVOKE_PENDING)) {
                change(phone.serial, pending -> pending.in(CredentialState.REVOKED));
            }
            return result;
        }
    }

    /** Lets a person's credentials outlive the person. */
    static final class CredentialOfNobody extends Faulty {
        CredentialOfNobody(LifecycleGround ground) {
            super(ground);
        }

        @Override
        void removePerson(Manager manager, CommandId id, long person) {
            List<IssuedCredential> before =
                    ground.bench.store.read(unit -> unit.credentials().ofPerson(customer, person));
            super.removePerson(manager, id, person);
            before.stream()
                    .filter(credential -> credential.state().isLive())
                    .forEach(credential -> change(credential.serial(), gone -> credential));
        }
    }

    /** Does a command again when it is repeated. */
    static final class CommandDoneTwice extends Faulty {
        CommandDoneTwice(LifecycleGround ground) {
            super(ground);
        }

        @Override
        long addPerson(Manager manager, CommandId id, AddPerson request) {
            return super.addPerson(manager, TestBench.id(), request);
        }
    }
}
