package io.lintel.sdk.command.outbox;

import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Tickets;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.Content;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import io.lintel.sdk.notification.OutgoingMessage.NewCodeNotice;
import io.lintel.sdk.notification.Recipient;
import io.lintel.sdk.profile.NotificationRules.Payload;
import java.util.Optional;

/** Makes a message from what the store knows at the moment when it leaves: the code is derived again, the address is the newest. */
sealed interface Preparation {

    /** It can leave. */
    record Ready(OutgoingMessage message) implements Preparation {}

    /** There is nothing left to tell. */
    record NothingToTell() implements Preparation {}

    /** Its customer was deleted since it was claimed: it waits for a restoration. */
    record Frozen() implements Preparation {}

    /** There is nowhere to send it. */
    record NoAddress() implements Preparation {}

    static Preparation of(CommandContext context, Notification notification, ManagerAddress address) {
        CustomerId customer = notification.id().customer();
        if (context.unit().customers().isDeleted(customer)) {
            return new Frozen();
        }
        Optional<Activation> activation = context.unit()
                .activations()
                .find(customer, notification.activation())
                .filter(found -> found.status() instanceof Activation.Open
                        && context.now().isBefore(found.expires()));
        if (activation.isEmpty()) {
            return new NothingToTell();
        }
        Optional<Person> person = context.unit()
                .credentials()
                .find(customer, activation.get().serial())
                .flatMap(credential -> context.unit().people().find(customer, credential.person()));
        if (person.isEmpty()) {
            return new NothingToTell();
        }
        return switch (notification.channel()) {
            case EMAIL ->
                notification
                        .recipient()
                        .or(() -> email(person.get()).map(Recipient.class::cast))
                        .<Preparation>map(to -> new Ready(message(context, notification, to, address)))
                        .orElseGet(NoAddress::new);
            // A telephone is one more way, not the way: who has none is told by e-mail alone.
            case SMS ->
                notification
                        .recipient()
                        .or(() -> context.unit()
                                .telephones()
                                .find(customer, person.get().number())
                                .map(Recipient.class::cast))
                        .<Preparation>map(to -> new Ready(message(context, notification, to, address)))
                        .orElseGet(NothingToTell::new);
        };
    }

    private static OutgoingMessage message(
            CommandContext context, Notification notification, Recipient recipient, ManagerAddress address) {
        Site site = context.site(notification.id().customer());
        Language language = context.profile(site.customer()).notifications().language();
        return new OutgoingMessage(
                notification.id(), recipient, language, content(context, site, notification, address));
    }

    private static Content content(
            CommandContext context, Site site, Notification notification, ManagerAddress address) {
        if (notification.payload() == Payload.NOTICE) {
            return new NewCodeNotice(site.name());
        }
        ActivationTicket ticket = Tickets.ticket(context, site, notification.activation());
        ActivationLink link = ticket.link(address.host(), address.port());
        return new NewCode(site.name(), link, ticket.expires());
    }

    private static Optional<EmailAddress> email(Person person) {
        try {
            return Optional.of(new EmailAddress(person.email()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
