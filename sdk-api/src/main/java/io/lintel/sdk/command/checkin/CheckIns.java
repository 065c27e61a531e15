package io.lintel.sdk.command.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.SourceBudget;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Answers check-ins of phones: opens, applies durably, and only then responds. Thread-safe. */
public final class CheckIns {

    private final Environment environment;
    private final SourceBudget sources;
    private final CredentialBudget credentials = new CredentialBudget();

    /** Where a request belongs, as far as can be told before it has its turn. */
    private record Known(Site site, Turn turn) {}

    public CheckIns(Environment environment, SourceBudget sources) {
        this.environment = environment;
        this.sources = sources;
    }

    public Bytes checkIn(Bytes request, String source) {
        Instant now = environment.now();
        sources.take(source, now);
        try {
            Suite suite = ManagerCheckIn.suiteOf(request).orElseThrow(CheckInException::new);
            CryptoSuite crypto = environment.crypto(suite);
            try (DhKeyPair managerKey = managerKey(suite);
                    ManagerCheckIn opened = ManagerCheckIn.open(crypto, managerKey, request)) {
                return respond(opened, crypto, now);
            }
        } catch (CheckInException notOpened) {
            sources.failed(source, now);
            throw notAuthentic();
        }
    }

    private DhKeyPair managerKey(Suite suite) {
        return environment.store().read(unit -> {
            SiteKeys keys = new SiteKeys(environment, unit);
            if (!keys.hasManagerKey(suite)) {
                throw new CheckInException();
            }
            return keys.manager(suite);
        });
    }

    private Bytes respond(ManagerCheckIn opened, CryptoSuite crypto, Instant now) {
        CheckInRequest request = opened.request();
        // A stranger's key is turned away here, without taking a writer's turn.
        Optional<Known> known = environment
                .store()
                .read(unit -> siteOf(unit, request, opened.holderKey().encoded())
                        .map(site -> new Known(site, turn(unit, site, request))));
        if (known.isEmpty()) {
            return opened.refuse(CheckInRefusal.UNKNOWN_CREDENTIAL, Optional.empty(), crypto.generateEphemeral());
        }
        Site site = known.get().site();
        Optional<Duration> wait = credentials.waitOf(
                site.customer(), request.serial(), known.get().turn(), now);
        if (wait.isPresent()) {
            return opened.refuse(CheckInRefusal.RATE_LIMITED, wait, crypto.generateEphemeral());
        }
        CheckInAnswer answer = environment.store().write(site.customer(), unit -> decide(unit, site, request));
        try {
            return opened.answer(answer, crypto.generateEphemeral());
        } finally {
            answer.projectKey().ifPresent(key -> key.key().destroy());
        }
    }

    private static Turn turn(UnitOfWork unit, Site site, CheckInRequest request) {
        return Turn.of(request, unit.checkIns().last(site.customer(), request.serial()));
    }

    private static Optional<Site> siteOf(UnitOfWork unit, CheckInRequest request, Bytes holderKey) {
        return unit.sites()
                .findByProject(request.project())
                .filter(site -> !unit.customers().isDeleted(site.customer()))
                .filter(site -> unit.credentials()
                        .newestStatement(site.customer(), request.serial())
                        .map(SignedCredential::holderKey)
                        .filter(known -> known.constantTimeEquals(holderKey))
                        .isPresent());
    }

    private CheckInAnswer decide(UnitOfWork unit, Site site, CheckInRequest request) {
        CommandContext context =
                CommandContext.begin(environment, unit, Principal.phone(), new CommandId(request.requestId()));
        return new CheckInDecision(context, site, request).decide();
    }

    private static ManagerException notAuthentic() {
        return new ManagerException.Refused(
                ErrorCode.CHECK_IN_NOT_AUTHENTIC,
                "the check-in was not made for this manager, or was damaged; it gets no answer");
    }
}
