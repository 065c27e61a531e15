package io.lintel.sdk.command.key;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.key.Stopping;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;

/**
 * One step of a rotation. Where it would stop readers or phones that were not accepted, it names them and does nothing else;
 * the naming is kept as the command's facts, so that a later one can accept exactly these.
 */
public final class KeyRotation implements Command<Rotation> {

    private final RotateKeys request;

    public KeyRotation(RotateKeys request) {
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
        return RequestDigest.of("key rotate")
                .with(request.customer())
                .with(request.keys())
                .with(request.step())
                .with(request.accepted());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        KeyEpochs epochs = context.unit().keyEpochs().of(site.customer(), request.keys());
        if (isTaken(epochs)) {
            return facts(epochs);
        }
        requireTurn(epochs);
        Stopping accepted = NamedStops.accepted(context.unit(), request, epochs);
        Stopping stopping = new Stoppages(context.unit(), site.customer(), context.now())
                .of(request.keys(), request.step(), epochs);
        if (!stopping.isWithin(accepted)) {
            return NamedStops.write(facts(epochs), request, stopping);
        }
        return facts(new RotationSteps(context, site, request.keys()).take(request.step(), epochs));
    }

    @Override
    public Rotation result(CommandContext context, Facts facts) {
        KeyEpochs epochs = new KeyEpochs(
                Math.toIntExact(facts.number("newest")),
                Math.toIntExact(facts.number("readers")),
                Math.toIntExact(facts.number("signing")),
                Math.toIntExact(facts.number("minimum")));
        return NamedStops.isIn(facts)
                ? new Rotation.WouldStop(epochs, context.id(), NamedStops.read(facts))
                : new Rotation.Taken(epochs);
    }

    private static Facts facts(KeyEpochs epochs) {
        return Facts.none()
                .with("newest", epochs.newest())
                .with("readers", epochs.readers())
                .with("signing", epochs.signing())
                .with("minimum", epochs.minimum());
    }

    private boolean isTaken(KeyEpochs epochs) {
        return switch (request.step()) {
            case BEGIN -> epochs.isRotating();
            case READERS -> epochs.readers() == epochs.newest();
            case SIGN -> epochs.signing() == epochs.newest();
            case FINISH -> !epochs.isRotating();
        };
    }

    private void requireTurn(KeyEpochs epochs) {
        RotationStep next = epochs.next().orElse(RotationStep.BEGIN);
        if (request.step() != next) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "the step " + request.step() + " is not the next of this rotation; take " + next + " first");
        }
    }
}
