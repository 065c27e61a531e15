package io.lintel.sdk.command.checkin;

import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.checkin.LeaseRenewal;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.revocation.Receipts;
import io.lintel.sdk.command.statistics.Intake;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import java.util.Optional;

/**
 * What one check-in of a known holder brings about, and its answer, within one unit of work ({@code spec/protocol.md},
 * "Check-in", what the manager does).
 *
 * <p>Audited are changes: a credential that becomes active, a revocation that is confirmed. A check-in that finds nothing to
 * change, and a renewed lease, leave no trace but {@link LastCheckIn} and the statement: there is one from every phone
 * several times a day.
 */
final class CheckInDecision {

    private final CommandContext context;
    private final Site site;
    private final CheckInRequest request;
    private final Profile profile;
    private final Optional<LastCheckIn> last;

    CheckInDecision(CommandContext context, Site site, CheckInRequest request) {
        this.context = context;
        this.site = site;
        this.request = request;
        this.profile = context.profile(site.customer());
        this.last = context.unit().checkIns().last(site.customer(), request.serial());
    }

    CheckInAnswer decide() {
        Turn turn = Turn.of(request, last);
        IssuedCredential credential = context.credential(site.customer(), request.serial());
        if (turn == Turn.NEW) {
            context.unit()
                    .checkIns()
                    .put(new LastCheckIn(
                            site.customer(), request.serial(), request.number(), request.requestId(), context.now()));
            request.report().ifPresent(report -> Intake.add(context.unit(), site.customer(), report, context.now()));
            credential = apply(credential);
        }
        // Whatever else a request is worth: a reader signed these, and the phone forgets them.
        if (Receipts.take(context, site, request.receipts()).enforced() > 0) {
            credential = context.credential(site.customer(), request.serial());
        }
        int number = turn == Turn.NEW ? request.number() : last.orElseThrow().number();
        LeaseRenewal renewal = new LeaseRenewal(
                profile.credential().boundedLease(), profile.checkIn().every());
        Instruction instruction = instruction(credential, turn);
        if (instruction != Instruction.KEEP) {
            return CheckInAnswer.of(number, instruction, renewal.nextCheckIn(), Reporting.NOT_WANTED);
        }
        if (turn == Turn.NEW) {
            Statement statement = new Statement(context, site, profile);
            noteKeys(statement);
            statement.renewIfDue(credential, renewal, request.held());
        }
        return new News(context, site, credential, request.held()).answer(number, renewal.nextCheckIn());
    }

    /** The phone's word about what it holds, before it is given more. */
    private void noteKeys(Statement statement) {
        HeldKeys.note(
                context,
                site,
                context.trust(site),
                request.serial(),
                request.held(),
                statement.heldEpoch(request.serial(), request.held()));
    }

    private IssuedCredential apply(IssuedCredential credential) {
        return switch (request.holding()) {
            case HELD -> Deletions.held(context, site, credential);
            case DELETED_AS_TOLD -> Deletions.confirm(context, site, credential);
            case DELETED_BY_PERSON -> Deletions.byHolder(context, site, credential);
        };
    }

    private Instruction instruction(IssuedCredential credential, Turn turn) {
        if (request.holding() == Holding.HELD) {
            return isGood(credential) ? Instruction.KEEP : Instruction.DELETE;
        }
        return turn == Turn.OLD && awaitsDeletion(credential) ? Instruction.DELETE : Instruction.FORGET;
    }

    private static boolean awaitsDeletion(IssuedCredential credential) {
        return isGood(credential) || credential.state() == CredentialState.REVOKE_PENDING;
    }

    private static boolean isGood(IssuedCredential credential) {
        return credential.state() == CredentialState.ACTIVE || credential.state() == CredentialState.REDEEMED;
    }
}
