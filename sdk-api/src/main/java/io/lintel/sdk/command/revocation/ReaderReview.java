package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.ReviewReaders;
import io.lintel.sdk.revocation.RevocationsTended;
import java.util.OptionalLong;

/** Takes that every reader is known again since the database was put back, and settles what is proven by that. */
public final class ReaderReview implements Command<RevocationsTended> {

    private final ReviewReaders request;

    public ReaderReview(ReviewReaders request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ROTATE_KEYS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("readers review").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        context.unit().restorations().list(site.customer()).stream()
                .filter(restoration -> restoration.reviewed().isEmpty())
                .forEach(open -> {
                    context.unit().restorations().update(open.reviewed(context.now()));
                    context.record(site.customer(), Change.Kind.READERS_REVIEWED, open.lostEpoch());
                });
        Settlement.Settled settled = Settlement.run(context, site);
        return Facts.none().with("enforced", settled.enforced()).with("alarms", settled.alarms());
    }

    @Override
    public RevocationsTended result(CommandContext context, Facts facts) {
        return new RevocationsTended(
                OptionalLong.empty(),
                Math.toIntExact(facts.number("enforced")),
                Math.toIntExact(facts.number("alarms")));
    }
}
