package io.lintel.sdk.command.site;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.ChooseLists;

/** Chooses for whom a site publishes lists, and publishes such ones. */
public final class ListChoice implements Command<PublishedList> {

    private final ChooseLists request;

    public ListChoice(ChooseLists request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.PUBLISH_LIST;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("lists choose").with(request.customer()).with(request.scope());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        context.unit().revocationLists().choose(site.customer(), request.scope());
        context.record(
                site.customer(), Change.Kind.LISTS_CHOSEN, request.scope().name());
        return ListPublication.facts(Lists.publish(context, site, context.profile(site.customer())));
    }

    @Override
    public PublishedList result(CommandContext context, Facts facts) {
        return ListPublication.list(request.customer(), facts);
    }
}
