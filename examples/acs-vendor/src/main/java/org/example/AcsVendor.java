package org.example;

import io.lintel.crypto.Suite;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.store.sql.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;

public final class AcsVendor {
    public static void main(String[] arguments) {
        SecureRandom random = new SecureRandom();
        try (ManagerStore store = SqliteStore.openOrCreate(Path.of(arguments[0]))) {
            Manager manager = Manager.on(store);
            // Each command has an id of yours: after a crash, repeat it with the same id, and it is done once.
            CustomerId customer = manager.sites().create(CommandId.random(random), CreateSite.of("Town hall", Suite.X25519))
                    .site()
                    .customer();
            AddPerson ada = new AddPerson(customer, "Ada", "Byron", "ada@example.org");
            long person = manager.people().add(CommandId.random(random), ada).person();
            CredentialIssued issued = manager.credentials().issue(
                    CommandId.random(random), IssueCredential.of(customer, person, "Ada's phone"));
            System.out.println("QR code: " + issued.activation().link("manager.example.org", 7400).text());
            // In the server that phones talk to: answer = manager.phones().redeem(request, addressOfPhone)
            manager.credentials().revoke(CommandId.random(random), new RevokeCredential(customer, issued.serial()));
            manager
                    .credits().book(customer, 0, 100)
                    .forEach(row -> System.out.println(row.type().label() + " " + row.amountText()));
        }
    }
}
