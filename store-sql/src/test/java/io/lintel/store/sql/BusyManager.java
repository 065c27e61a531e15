package io.lintel.store.sql;

import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A process that issues, activates and transfers at full speed until it is killed. It prints what was confirmed to it, one
 * line each, and nothing before.
 */
final class BusyManager {

    /** Ends a line that is complete. */
    static final String END = " confirmed";

    private static final int CALLERS = 8;

    private final Manager manager;
    private final CustomerId customer;
    private final boolean hasty;

    private BusyManager(Manager manager, CustomerId customer, boolean hasty) {
        this.manager = manager;
        this.customer = customer;
        this.hasty = hasty;
    }

    /** Takes whether to confirm early, the customer, and where the database is. */
    public static void main(String[] arguments) throws InterruptedException {
        boolean hasty = Boolean.parseBoolean(arguments[0]);
        CustomerId customer = new CustomerId(arguments[1]);
        try (ManagerStore store = open(Arrays.copyOfRange(arguments, 2, arguments.length))) {
            new BusyManager(Manager.on(hasty ? new HastyStore(store) : store), customer, hasty).workWithAll();
        }
    }

    /** Works until nobody reads what is printed any more. */
    static void work(ManagerStore store, CustomerId customer) throws InterruptedException {
        new BusyManager(Manager.on(store), customer, false).workWithAll();
    }

    private void workWithAll() throws InterruptedException {
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(this::work, "caller " + i))
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static ManagerStore open(String... database) {
        if (database.length == 1) {
            return SqliteStore.open(Path.of(database[0]));
        }
        return PostgresStore.open(
                database[0], database[1], SecretBytes.copyOf(database[2].getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("SystemOut") // The parent process reads it.
    private void work() {
        Phone phone = new Phone(TestBench.PRIMITIVES.suite(Suite.X25519), TestBench.RANDOM);
        while (!System.out.checkError()) {
            CommandId transfer = CommandId.random(TestBench.RANDOM);
            manager.credits().passOn(transfer, new PassOnCredit(customer, 1));
            System.out.println("moved " + transfer + END);
            CommandId issue = CommandId.random(TestBench.RANDOM);
            CredentialIssued issued = manager.credentials().issue(issue, IssueCredential.of(customer, 1, "Phone"));
            System.out.println("issued " + issued.serial() + END);
            // Each from a network of its own: from one the manager soon takes no more.
            ActivationResult result =
                    phone.another().redeem(manager, issued.activation(), Long.toString(issued.serial()));
            if (hasty && !(result instanceof ActivationResult.Activated)) {
                // A phone may be quicker than the commit of what was confirmed early.
                continue;
            }
            ActivationTest.granted(result);
            System.out.println("activated " + issued.serial() + END);
        }
    }
}
