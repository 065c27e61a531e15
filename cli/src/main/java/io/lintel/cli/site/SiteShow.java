package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.CustomerSettings;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Shows a site. */
@Command(
        name = "show",
        header = "Show a site: system, contact, mobile keys and credit",
        footer = {"", "Example:", "  lintel site show"})
public final class SiteShow extends SiteCommand {
    /** A command of this shell. */
    public SiteShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Customer customer = manager.organisations().customer(site.customer());
        CustomerSettings settings = manager.organisations().settings(site.customer());
        CreditAccount credit = manager.credits().account(site.customer());
        Answer answer = Answer.saying(
                "Site \"" + customer.name() + "\", " + Words.of(customer.status()) + ", created " + customer.created()
                        + customer.deleted().map(at -> ", deleted " + at).orElse("") + ".");
        addSystem(answer, site, customer);
        addContact(answer, customer.contact());
        addSettings(answer, settings);
        return answer.line("Credit:   " + credit.text() + ", mobile keys: " + credit.mobileKeys())
                .fact("site", site.customer().value())
                .fact("name", customer.name())
                .fact("status", Words.of(customer.status()))
                .fact("created", customer.created())
                .fact("deleted", customer.deleted())
                .fact("distributor", customer.distributor().value())
                .fact("profile", site.profileName())
                .fact("lists", Words.of(manager.sites().listScope(site.customer())))
                .fact("paid", credit.balance().paid())
                .fact("trial", credit.balance().trial())
                .fact("mobileKeys", credit.mobileKeys());
    }

    private static void addSystem(Answer answer, Site site, Customer customer) {
        answer.line("System:   " + Words.of(customer.system().type())
                        + customer.system().id().map(id -> ", id " + id).orElse("")
                        + customer.system()
                                .keyFingerprint()
                                .map(key -> ", key's fingerprint " + key)
                                .orElse("")
                        + (customer.system().unsafeForLiveUse() ? ", UNSAFE for live use" : "")
                        + ", profile " + site.profileName())
                .fact("systemType", Words.of(customer.system().type()))
                .fact("systemId", customer.system().id())
                .fact("systemKeyFingerprint", customer.system().keyFingerprint())
                .fact("unsafeForLiveUse", customer.system().unsafeForLiveUse());
    }

    private static void addContact(Answer answer, Contact contact) {
        answer.line("Contact:  "
                        + String.join(
                                ", ",
                                Stream.of(
                                                contact.address(),
                                                contact.zip(),
                                                contact.city(),
                                                contact.email(),
                                                contact.phone(),
                                                contact.web())
                                        .filter(part -> !part.isEmpty())
                                        .toList()))
                .fact("email", contact.email())
                .fact("street", contact.address())
                .fact("zip", contact.zip())
                .fact("city", contact.city())
                .fact("phone", contact.phone())
                .fact("web", contact.web());
    }

    private static void addSettings(Answer answer, CustomerSettings settings) {
        List<String> modes =
                settings.identification().stream().map(Words::of).sorted().toList();
        answer.line("Keys:     \"" + settings.keyName() + "\""
                        + settings.prefix().map(digits -> ", prefix " + digits).orElse("") + ", valid until "
                        + settings.defaultValidUntil().map(Object::toString).orElse("unlimited") + ", duplicates "
                        + Words.of(settings.duplicates()) + ", modes " + String.join(", ", modes))
                .fact("keyName", settings.keyName())
                .fact("prefix", settings.prefix())
                .fact("defaultValidUntil", settings.defaultValidUntil())
                .fact("duplicates", Words.of(settings.duplicates()))
                .fact("modes", modes);
    }
}
