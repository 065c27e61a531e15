package io.lintel.store.sql;

import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.sync.CsvDirectory;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.ImportProgress;
import io.lintel.sdk.sync.SyncPeople;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A process with little memory that imports a file of people and a file of readers, and prints what became of it. */
final class ImportingManager {

    private ImportingManager() {}

    /** Takes the customer, the database, the people and the readers. */
    public static void main(String[] arguments) {
        CustomerId customer = new CustomerId(arguments[0]);
        SecureRandom random = new SecureRandom();
        try (ManagerStore store = SqliteStore.open(Path.of(arguments[1]))) {
            Manager manager = Manager.on(store);
            ImportFile people = ImportFile.of(Path.of(arguments[2]));
            ImportFile readers = ImportFile.of(Path.of(arguments[3]));
            System.out.println("people "
                    + manager.people()
                            .sync(
                                    CommandId.random(random),
                                    new SyncPeople(
                                            customer,
                                            new CsvDirectory(people),
                                            SyncPeople.Absent.REMOVE,
                                            ImportingManager::tell))
                            .counts());
            System.out.println("readers "
                    + manager.readers()
                            .importFile(
                                    CommandId.random(random),
                                    new ImportReaders(customer, readers, ImportingManager::tell))
                            .counts());
        } catch (ManagerException.BadFile bad) {
            System.out.println("bad " + bad.total() + " " + bad.problems());
        }
    }

    private static void tell(ImportProgress.Phase phase, long entries) {
        System.out.println(phase + " " + entries);
    }
}
