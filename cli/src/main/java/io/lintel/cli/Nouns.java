package io.lintel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The first words of the commands. Alone they say which second words there are. */
final class Nouns {
    private Nouns() {}

    @Command(name = "site", header = "Sites: a customer's keys, policy and credit")
    static final class Site extends Noun {}

    @Command(name = "distributor", header = "Distributors: who serves sites and passes credit on")
    static final class Distributor extends Noun {}

    @Command(name = "person", header = "People who get credentials")
    static final class Person extends Noun {}

    @Command(name = "reader", header = "Readers: the devices at the doors")
    static final class Reader extends Noun {}

    @Command(name = "credential", header = "Credentials: issue, send again, list, revoke")
    static final class Credential extends Noun {}

    @Command(name = "key", header = "Keys: rotate them, and see how far that is")
    static final class Key extends Noun {}

    @Command(name = "manager", header = "The manager's endpoint, where phones activate")
    static final class Manager extends Noun {}

    @Command(name = "wallet", header = "A phone's wallet: activate a credential, tap, and check in")
    static final class Wallet extends Noun {}

    @Command(name = "ledger", header = "The books of credit movements")
    static final class Ledger extends Noun {}

    @Command(name = "credit", header = "Credit, which issuing a credential costs")
    static final class Credit extends Noun {}

    @Command(name = "profile", header = "Profiles: the policies that sites follow")
    static final class Profile extends Noun {}

    @Command(name = "event", header = "Events: what happened, and who did it")
    static final class Event extends Noun {}

    @Command(name = "login", header = "Logins: who administers, and with which password")
    static final class Login extends Noun {}

    @Command(name = "notification", header = "Messages to people: what became of them")
    static final class Notification extends Noun {}

    @Command(name = "statistics", header = "Statistics: what a site shares with the operator")
    static final class Statistics extends Noun {}

    @Command(name = "support", header = "Support: questions, and who answers them")
    static final class Support extends Noun {}

    @Command(name = "conformance", header = "Conformance: try readers and phones of any make")
    static final class Conformance extends Noun {}

    @Command(name = "store", header = "The manager's database, when it was put back")
    static final class Store extends Noun {}

    /** Without a second word there is nothing to run. */
    abstract static class Noun implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
        }
    }
}
