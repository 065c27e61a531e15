package io.lintel.benchmarks.store;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.store.ManagerStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** One distributor with a few customers, all with more credit than a run can spend. */
final class Business {

    private static final long CREDITS = 900_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Primitives primitives = Primitives.select(random);
    private final List<CustomerId> customers;
    private final long person;

    Business(ManagerStore store, int customerCount) {
        Manager manager = manager(store);
        manager.credits().purchase(id(), new PurchaseCredit(DistributorId.OPERATOR, CREDITS));
        customers = IntStream.range(0, customerCount)
                .mapToObj(i -> manager.sites()
                        .create(id(), CreateSite.of("Site " + i, Suite.X25519))
                        .site()
                        .customer())
                .toList();
        long last = 0;
        for (CustomerId customer : customers) {
            manager.credits().passOn(id(), new PassOnCredit(customer, CREDITS / 2 / customerCount));
            last = manager.people()
                    .add(id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"))
                    .person();
        }
        person = last;
    }

    Manager manager(ManagerStore store) {
        return Manager.on(store, Clock.systemUTC(), random, primitives);
    }

    CustomerId customer(int number) {
        return customers.get(number % customers.size());
    }

    /** The number of the person that every customer has. */
    long person() {
        return person;
    }

    /** One credit from the one distributor to one of its customers. */
    void transfer(Manager manager, int caller) {
        manager.credits().passOn(id(), new PassOnCredit(customer(caller), 1));
    }

    /** A whole issue: charge, device, number, credential, activation code, audit and event. */
    void issue(Manager manager, int caller) {
        manager.credentials().issue(id(), IssueCredential.of(customer(caller), person, "Phone"));
    }

    /** Not drawn from the system's source: 16 threads would wait for that and not for the store. */
    private static CommandId id() {
        byte[] octets = new byte[16];
        ThreadLocalRandom.current().nextBytes(octets);
        return new CommandId(Bytes.copyOf(octets));
    }
}
