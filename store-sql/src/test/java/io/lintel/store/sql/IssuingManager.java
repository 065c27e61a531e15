package io.lintel.store.sql;

import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A process that issues credentials until it is killed, and prints each one that it may promise. */
final class IssuingManager {

    /** Ends a line that is complete. */
    static final String END = " confirmed";

    private IssuingManager() {}

    @SuppressWarnings("SystemOut") // The parent process reads it.
    public static void main(String[] arguments) {
        CustomerId customer = new CustomerId(arguments[1]);
        SecureRandom random = new SecureRandom();
        try (ManagerStore store = SqliteStore.open(Path.of(arguments[0]))) {
            Manager manager = Manager.on(store);
            while (!System.out.checkError()) {
                CredentialIssued issued =
                        manager.credentials().issue(CommandId.random(random), IssueCredential.of(customer, 1, "Phone"));
                System.out.println(
                        issued.serial() + " " + issued.activation().code().text() + END);
            }
        }
    }
}
