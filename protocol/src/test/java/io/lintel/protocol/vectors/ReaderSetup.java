package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.Decision;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.reader.ReaderClock;
import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** A reader's configuration as a vector states it; what it leaves out is as section 8 of the page says. */
final class ReaderSetup {
    private static final long NO_CLOCK = -1;

    private ReaderSetup() {}

    static ReaderConfiguration configuration(World world, JsonNode reader, Instant now) {
        String project = world.projectOfReader(Json.text(reader, "identity"));
        return new ReaderConfiguration(
                world.trust(project),
                world.projectKey(project, (int) Json.number(reader, "keyEpoch", 1)),
                policy(Json.required(reader, "policy")),
                limits(reader.path("limits")),
                Json.texts(reader, "directory").stream()
                        .map(name -> world.credential(name, now))
                        .toList(),
                world.list(reader, now));
    }

    private static PolicySettings policy(JsonNode policy) {
        return new PolicySettings(
                Json.texts(policy, "transports").stream()
                        .map(name -> Transport.ofWireName(name).orElseThrow())
                        .collect(Collectors.toSet()),
                Json.texts(policy, "triggers").stream()
                        .map(name -> Json.constant(Trigger.class, name))
                        .collect(Collectors.toSet()),
                Json.constant(PersonVerification.class, Json.text(policy, "personVerification")),
                Duration.ofMillis(Json.number(policy, "maxAnswerTimeMillis", 0)),
                Duration.ofSeconds(Json.number(policy, "staleSeconds", 0)),
                clock(policy));
    }

    private static ReaderClock clock(JsonNode policy) {
        return new ReaderClock(
                Optional.of(Json.number(policy, "clockLagSeconds", NO_CLOCK))
                        .filter(seconds -> seconds != NO_CLOCK)
                        .map(Duration::ofSeconds),
                policy.path("allowWithoutClock").asBoolean() ? Without.ALLOW : Without.DENY);
    }

    private static ReaderLimits limits(JsonNode limits) {
        ReaderLimits standard = ReaderLimits.standard();
        return new ReaderLimits(
                (int) Json.number(limits, "resumptions", standard.resumptions()),
                standard.directory(),
                standard.ephemerals(),
                standard.openerLifetime(),
                standard.sessionLifetime(),
                standard.ephemeralLifetime(),
                (int) Json.number(limits, "coldAfterUses", standard.coldAfterUses()),
                standard.coldAfter(),
                (int) Json.number(limits, "failedColdBurst", standard.failedColdBurst()),
                standard.failedColdEvery(),
                (int) Json.number(limits, "courierOctets", 0));
    }

    static AccessPolicy siteRule(JsonNode reader) {
        return reader.path("siteRule").asText().equals("deny")
                ? request -> Decision.denied(DenialReason.SITE_RULE)
                : AccessPolicy.none();
    }
}
