package io.lintel.sdk.command.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.revocation.ReceiptsReceived;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.ReceiveReceipts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes receipts that somebody brings. */
public final class ReceiptIntake implements Command<ReceiptsReceived> {

    private final ReceiveReceipts request;

    public ReceiptIntake(ReceiveReceipts request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_READERS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        RequestDigest digest = RequestDigest.of("receipts receive").with(request.customer());
        for (Bytes receipt : request.receipts()) {
            digest.with(receipt.toHex());
        }
        return digest;
    }

    @Override
    public Facts perform(CommandContext context) {
        ReceiptsReceived received = Receipts.take(context, context.site(request.customer()), request.receipts());
        return Facts.none()
                .with("enforced", received.enforced())
                .with("outcomes", received.outcomes().stream().map(Enum::name).collect(Collectors.joining(",")));
    }

    @Override
    public ReceiptsReceived result(CommandContext context, Facts facts) {
        String outcomes = facts.text("outcomes");
        List<Outcome> all = outcomes.isEmpty()
                ? List.of()
                : Stream.of(outcomes.split(",")).map(Outcome::valueOf).toList();
        return new ReceiptsReceived(all, Math.toIntExact(facts.number("enforced")));
    }
}
