package io.lintel.sdk.command.site;

import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.PublishList;
import java.util.Optional;

/** Publishes a fresh list with the same revocations. */
public final class ListPublication implements Command<PublishedList> {

    private final PublishList request;

    public ListPublication(PublishList request) {
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
        return RequestDigest.of("list publish").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        return facts(Lists.publish(context, site, context.profile(site.customer())));
    }

    static Facts facts(PublishedList list) {
        return Facts.none()
                .with("epoch", list.epoch())
                .with("issued", list.issued())
                .with("baseSerial", list.baseSerial())
                .with("statement", list.statement())
                .with("head", list.head().orElseThrow());
    }

    @Override
    public PublishedList result(CommandContext context, Facts facts) {
        return list(request.customer(), facts);
    }

    static PublishedList list(CustomerId customer, Facts facts) {
        return new PublishedList(
                customer,
                facts.number("epoch"),
                RevocationList.ALL_GROUPS,
                facts.instant("issued"),
                facts.has("baseSerial") ? facts.number("baseSerial") : 1,
                facts.bytes("statement"),
                facts.has("head") ? Optional.of(facts.bytes("head")) : Optional.empty());
    }
}
