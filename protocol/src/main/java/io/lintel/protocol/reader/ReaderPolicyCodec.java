package io.lintel.protocol.reader;

import io.lintel.protocol.proto.ReaderPolicyBody;
import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a reader enforces, in protobuf. */
final class ReaderPolicyCodec {
    private static final int MAX_ANSWER_MILLIS = 60_000;

    private ReaderPolicyCodec() {}

    static ReaderPolicyBody write(ReaderContent content) {
        PolicySettings policy = content.policy();
        ReaderPolicyBody.Builder body = ReaderPolicyBody.newBuilder()
                .addAllTransports(policy.transports().stream()
                        .map(Transport::wireName)
                        .sorted()
                        .toList())
                .setTriggers(bits(policy.triggers()))
                .setPersonVerificationRequired(policy.personVerification() == PersonVerification.REQUIRED)
                .setMaxAnswerMillis(Math.toIntExact(policy.maxAnswerTime().toMillis()))
                .setColdAfterUses(content.coldAfterUses())
                .setColdAfterSeconds(Math.toIntExact(content.coldAfter().toSeconds()))
                .setStaleSeconds(Math.toIntExact(policy.staleAllowance().toSeconds()))
                .setAllowWithoutClock(policy.clock().without() == Without.ALLOW);
        policy.clock().worstLag().ifPresent(lag -> body.setClockLagSeconds(Math.toIntExact(lag.toSeconds())));
        return body.build();
    }

    static PolicySettings policy(ReaderPolicyBody body) {
        require(
                body.getMaxAnswerMillis() >= 1 && body.getMaxAnswerMillis() <= MAX_ANSWER_MILLIS,
                "answer time out of bounds");
        EnumSet<Transport> transports = EnumSet.noneOf(Transport.class);
        for (String name : body.getTransportsList()) {
            transports.add(Transport.ofWireName(name)
                    .orElseThrow(() -> new ReaderArtefactException("it names an unknown transport")));
        }
        return new PolicySettings(
                transports,
                triggers(body.getTriggers()),
                body.getPersonVerificationRequired()
                        ? PersonVerification.REQUIRED
                        : PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofMillis(body.getMaxAnswerMillis()),
                seconds(body.getStaleSeconds()),
                clock(body));
    }

    private static ReaderClock clock(ReaderPolicyBody body) {
        return new ReaderClock(
                body.hasClockLagSeconds() ? Optional.of(seconds(body.getClockLagSeconds())) : Optional.empty(),
                body.getAllowWithoutClock() ? Without.ALLOW : Without.DENY);
    }

    private static Duration seconds(int unsigned) {
        return Duration.ofSeconds(Integer.toUnsignedLong(unsigned));
    }

    static int coldAfterUses(ReaderPolicyBody body) {
        require(body.getColdAfterUses() >= 1, "cold tap limits out of bounds");
        return body.getColdAfterUses();
    }

    static Duration coldAfter(ReaderPolicyBody body) {
        require(body.getColdAfterSeconds() >= 1, "cold tap limits out of bounds");
        return Duration.ofSeconds(body.getColdAfterSeconds());
    }

    private static int bits(Set<Trigger> triggers) {
        int bits = 0;
        for (Trigger trigger : triggers) {
            bits |= 1 << (trigger.code() - 1);
        }
        return bits;
    }

    private static Set<Trigger> triggers(int bits) {
        EnumSet<Trigger> triggers = EnumSet.allOf(Trigger.class);
        triggers.removeIf(trigger -> (bits & (1 << (trigger.code() - 1))) == 0);
        require(bits(triggers) == bits, "it names an unknown trigger");
        return triggers;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new ReaderArtefactException(rule);
        }
    }
}
