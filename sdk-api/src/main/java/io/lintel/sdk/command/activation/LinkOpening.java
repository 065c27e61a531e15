package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.credential.OpenedLink;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.profile.ActivationRules.ConsumeOn;
import java.util.Optional;

/** What opening a link outside the app does: nothing, unless the site's profile emulates products where it does. */
final class LinkOpening {

    private LinkOpening() {}

    static OpenedLink open(Environment environment, Bytes codeHash) {
        Optional<Activation> found =
                environment.store().read(unit -> unit.activations().findByCodeHash(codeHash));
        if (found.isEmpty()) {
            boolean projects = environment
                    .store()
                    .read(unit -> unit.projectCodes().findByCodeHash(codeHash))
                    .filter(code -> code.voided().isEmpty())
                    .isPresent();
            return projects ? OpenedLink.STILL_GOOD : OpenedLink.EXPIRED;
        }
        CustomerId customer = found.get().customer();
        return environment
                .store()
                .write(
                        customer,
                        unit -> open(
                                CommandContext.begin(
                                        environment, unit, Principal.phone(), CommandId.random(environment.random())),
                                found.get().number(),
                                customer));
    }

    private static OpenedLink open(CommandContext context, long number, CustomerId customer) {
        if (context.unit().customers().isDeleted(customer)) {
            // Its codes wait for a restoration.
            return OpenedLink.EXPIRED;
        }
        Activation activation =
                context.unit().activations().find(customer, number).orElseThrow();
        if (!(activation.status() instanceof Activation.Open)) {
            return OpenedLink.USED_UP;
        }
        if (!context.now().isBefore(activation.expires())) {
            return OpenedLink.EXPIRED;
        }
        if (context.profile(customer).activation().consumeOn() == ConsumeOn.REDEEM) {
            return OpenedLink.STILL_GOOD;
        }
        context.unit().activations().update(activation.with(new Activation.Clicked(context.now())));
        context.record(customer, Change.Kind.ACTIVATION_LINK_USED_UP, activation.serial());
        return OpenedLink.USED_UP;
    }
}
