package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.reader.DoorUnlocking;
import io.lintel.sdk.reader.UnlockDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/**
 * Has a door opened from afar, at most once per cool-down ({@code RUL-01}..{@code RUL-04}). The profile says how long that is,
 * and whether there is remote unlock at all.
 */
public final class DoorUnlock implements Command<DoorUnlocking> {

    /** A door that opens later surprises whoever stands there by then. */
    private static final Duration EXECUTE_WITHIN = Duration.ofSeconds(10);

    private final UnlockDoor request;

    public DoorUnlock(UnlockDoor request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.UNLOCK_REMOTELY;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("door unlock").with(request.customer()).with(request.reader());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        Duration coolDown = context.profile(customer)
                .remoteUnlock()
                .offered()
                .orElseThrow(() -> new ManagerException.Refused(
                        ErrorCode.NOT_OFFERED,
                        "this site's profile has no remote unlock; open the door at its reader"));
        EnrolledReader reader = context.unit()
                .readers()
                .find(customer, request.reader())
                .orElseThrow(
                        () -> new ManagerException.NotFound("reader " + request.reader() + " of site " + customer));
        if (context.principal() instanceof Principal.EndUser user) {
            requireAccess(context, user, reader);
        }
        requireCooled(context, coolDown);
        context.unit().unlocks().put(customer, reader.number(), context.now());
        context.record(customer, Change.Kind.DOOR_UNLOCK_REQUESTED, reader.number());
        return Facts.none()
                .with("executeBy", context.now().plus(EXECUTE_WITHIN))
                .with("nextFrom", context.now().plus(coolDown));
    }

    @Override
    public DoorUnlocking result(CommandContext context, Facts facts) {
        return new DoorUnlocking(request.reader(), facts.instant("executeBy"), facts.instant("nextFrom"));
    }

    private void requireCooled(CommandContext context, Duration coolDown) {
        Optional<Instant> last = context.unit().unlocks().last(request.customer(), request.reader());
        Instant from = last.map(at -> at.plus(coolDown)).orElse(Instant.MIN);
        if (context.now().isBefore(from)) {
            Duration wait = Duration.between(context.now(), from);
            throw new ManagerException.Refused(
                    ErrorCode.COOLING_DOWN,
                    "this door was opened from afar a moment ago and has to cool down; try again in " + wait.toSeconds()
                            + " s, and if a phone goes on saying so, switch its Bluetooth off and on",
                    wait);
        }
    }

    /** From afar a credential opens what it opens at the door, and nothing else. */
    private static void requireAccess(CommandContext context, Principal.EndUser user, EnrolledReader reader) {
        boolean opens = context.unit()
                .credentials()
                .find(user.customer(), user.serial())
                .filter(credential -> opens(credential, reader, context.now()))
                .isPresent();
        if (!opens) {
            throw new ManagerException.Refused(
                    ErrorCode.PERMISSION_DENIED,
                    "this credential does not open this door now; ask the site's administrator");
        }
    }

    private static boolean opens(IssuedCredential credential, EnrolledReader reader, Instant now) {
        IssuedCredential.Terms terms = credential.terms();
        boolean inGroup = terms.groups().isEmpty() || !Collections.disjoint(terms.groups(), reader.groups());
        return credential.stateAt(now) == CredentialState.ACTIVE
                && !now.isBefore(terms.validFrom())
                && !terms.hasEnded(now)
                && terms.technology() == reader.technology()
                && inGroup;
    }
}
