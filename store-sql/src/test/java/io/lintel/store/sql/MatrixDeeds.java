package io.lintel.store.sql;

import static io.lintel.store.sql.MatrixDeed.Reach.ANOTHER_CREDENTIAL;
import static io.lintel.store.sql.MatrixDeed.Reach.BOTH_SIDES;
import static io.lintel.store.sql.MatrixDeed.Reach.CREDENTIAL;
import static io.lintel.store.sql.MatrixDeed.Reach.CUSTOMER;
import static io.lintel.store.sql.MatrixDeed.Reach.DISTRIBUTOR;
import static io.lintel.store.sql.MatrixDeed.Reach.EVERYTHING;
import static io.lintel.store.sql.MatrixDeed.attempt;
import static io.lintel.store.sql.MatrixDeed.deed;
import static io.lintel.store.sql.MatrixGround.PASSWORD;
import static io.lintel.store.sql.MatrixGround.id;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.credit.BookQuery;
import io.lintel.sdk.credit.CorrectPurchase;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.credit.StatementFormat;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.event.ReplayDeadLetter;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Unsubscribe;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.DeleteLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.ResetPassword;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.RetryNotification;
import io.lintel.sdk.notification.SetTelephone;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.organisation.SetDuplicates;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.EditPerson;
import io.lintel.sdk.person.EnrollPerson;
import io.lintel.sdk.person.HistoryCursor;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.CompromiseReader;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EditReaderProject;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.reader.UnlockDoor;
import io.lintel.sdk.revocation.ReceiveReceipts;
import io.lintel.sdk.revocation.RestoreStore;
import io.lintel.sdk.revocation.ReviewReaders;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.site.ChooseLists;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.site.RenewProjectActivation;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.ReaderReport;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.sdk.support.ReportCrash;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.SyncPeople;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every command and view of the manager that takes a right. */
final class MatrixDeeds {

    private static final BookQuery QUERY = new BookQuery(BookFilter.ALL, 0, 10);

    private MatrixDeeds() {}

    static List<MatrixDeed> all() {
        return Stream.of(
                        organisations(),
                        logins(),
                        sites(),
                        people(),
                        credits(),
                        creditReports(),
                        readers(),
                        revocations(),
                        keys(),
                        events(),
                        notifications(),
                        statisticsAndSupport(),
                        lastDeeds())
                .flatMap(List::stream)
                .toList();
    }

    private static List<MatrixDeed> organisations() {
        return List.of(
                deed(
                        "Organisations.createDistributor",
                        Action.CREATE_DISTRIBUTOR,
                        EVERYTHING,
                        g -> m -> m.organisations()
                                .createDistributor(
                                        id(), new CreateDistributor(g.name(), Optional.empty(), Optional.empty()))),
                deed(
                        "Organisations.distributor",
                        Action.SEE_DISTRIBUTOR,
                        DISTRIBUTOR,
                        g -> m -> m.organisations().distributor(g.distributor)),
                deed(
                        "Organisations.distributors",
                        Action.SEE_DISTRIBUTOR,
                        EVERYTHING,
                        g -> m -> m.organisations().distributors(DistributorId.OPERATOR, 10)),
                deed(
                        "Organisations.previewCustomer",
                        Action.MANAGE_CUSTOMERS,
                        DISTRIBUTOR,
                        g -> m -> m.organisations().previewCustomer(g.newCustomerRequest())),
                deed(
                        "Organisations.createCustomer",
                        Action.MANAGE_CUSTOMERS,
                        DISTRIBUTOR,
                        g -> m -> m.organisations().createCustomer(id(), g.newCustomerRequest())),
                deed(
                        "Organisations.customer",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.organisations().customer(g.customer)),
                deed(
                        "Organisations.customers",
                        Action.SEE_CUSTOMER,
                        DISTRIBUTOR,
                        g -> m -> m.organisations().customers(g.distributor, CustomerId.OPERATOR, 10)),
                deed(
                        "Organisations.workspaces",
                        Action.SEE_CUSTOMER,
                        DISTRIBUTOR,
                        g -> m -> m.organisations().workspaces(g.distributor, CustomerId.OPERATOR, 10)),
                deed(
                        "Organisations.settings",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.organisations().settings(g.customer)),
                deed(
                        "Organisations.editContact",
                        Action.EDIT_CONTACT,
                        CUSTOMER,
                        g -> m -> m.organisations()
                                .editContact(id(), new EditContact(g.customer, Contact.ofEmail("new@example.org")))),
                deed(
                        "Organisations.editSystem",
                        Action.EDIT_SYSTEM,
                        CUSTOMER,
                        g -> m -> m.organisations()
                                .editSystem(id(), new EditSystem(g.customer, SystemEntry.full(g.name())))),
                deed(
                        "Organisations.editKeySettings",
                        Action.EDIT_KEY_SETTINGS,
                        CUSTOMER,
                        g -> m -> m.organisations()
                                .editKeySettings(id(), new EditKeySettings(g.customer, KeyEntry.proposal(g.name())))),
                deed(
                        "Organisations.setDuplicates",
                        Action.ALLOW_DUPLICATES,
                        CUSTOMER,
                        g -> m -> m.organisations()
                                .setDuplicates(id(), new SetDuplicates(g.customer, DuplicateNumbers.REFUSED))),
                deed("Organisations.deleteCustomer", Action.MANAGE_CUSTOMERS, CUSTOMER, g -> {
                    CustomerId id = g.disposableCustomer();
                    return m -> m.organisations().deleteCustomer(id(), new DeleteCustomer(id));
                }),
                deed("Organisations.restoreCustomer", Action.MANAGE_CUSTOMERS, CUSTOMER, g -> {
                    CustomerId id = g.disposableCustomer();
                    g.host.organisations().deleteCustomer(id(), new DeleteCustomer(id));
                    return m -> m.organisations().restoreCustomer(id(), new RestoreCustomer(id));
                }));
    }

    private static List<MatrixDeed> logins() {
        return Stream.of(
                        logins(Action.MANAGE_LOGINS, CUSTOMER, g -> LoginOwner.of(g.customer)),
                        logins(Action.CREATE_DISTRIBUTOR, EVERYTHING, g -> LoginOwner.of(g.distributor)),
                        logins(Action.MANAGE_LOGINS, EVERYTHING, g -> LoginOwner.operator()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<MatrixDeed> logins(
            Action action, MatrixDeed.Reach reach, Function<MatrixGround, LoginOwner> owner) {
        return List.of(
                deed(
                        "Logins.create",
                        action,
                        reach,
                        g -> m -> m.logins().create(id(), new CreateLogin(owner.apply(g), g.email(), PASSWORD))),
                deed("Logins.delete", action, reach, g -> {
                    long number = g.login(owner.apply(g));
                    return m -> m.logins().delete(id(), new DeleteLogin(owner.apply(g), number));
                }),
                deed("Logins.resetPassword", action, reach, g -> {
                    long number = g.login(owner.apply(g));
                    return m -> m.logins().resetPassword(id(), new ResetPassword(owner.apply(g), number, PASSWORD));
                }),
                deed("Logins.list", action, reach, g -> m -> m.logins().list(owner.apply(g), 0, 10)));
    }

    private static List<MatrixDeed> sites() {
        return List.of(
                deed(
                        "Sites.create",
                        Action.MANAGE_CUSTOMERS,
                        DISTRIBUTOR,
                        g -> m -> m.sites()
                                .create(
                                        id(),
                                        new CreateSite(
                                                g.name(),
                                                Suite.X25519,
                                                Profiles.builtIn(Profiles.DEFAULT),
                                                g.distributor))),
                deed(
                        "Sites.publishList",
                        Action.PUBLISH_LIST,
                        CUSTOMER,
                        g -> m -> m.sites().publishList(id(), new PublishList(g.customer))),
                deed(
                        "Sites.chooseLists",
                        Action.PUBLISH_LIST,
                        CUSTOMER,
                        g -> m -> m.sites().chooseLists(id(), new ChooseLists(g.customer, ListScope.GROUPS))),
                deed(
                        "Sites.listScope",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().listScope(g.customer)),
                deed(
                        "Sites.currentRevocationList",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().currentRevocationList(g.customer)),
                deed(
                        "Sites.list",
                        Action.SEE_CUSTOMER,
                        EVERYTHING,
                        g -> m -> m.sites().list()),
                deed(
                        "Sites.get",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().get(g.customer)),
                attempt(
                        "Sites.projectActivation",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().projectActivation(g.customer)),
                attempt(
                        "Sites.renewProjectActivation",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.sites().renewProjectActivation(id(), new RenewProjectActivation(g.customer))),
                attempt(
                        "Sites.handOffKey",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().handOffKey(g.customer)),
                attempt(
                        "Sites.assignedNumbers",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.sites().assignedNumbers(g.customer)));
    }

    private static List<MatrixDeed> people() {
        return List.of(
                deed(
                        "People.add",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.people().add(id(), new AddPerson(g.customer, "Ada", "Byron", "ada@example.org"))),
                deed(
                        "People.enroll",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.people()
                                .enroll(
                                        id(),
                                        new EnrollPerson(
                                                new AddPerson(g.customer, "Ada", "Byron", "ada@example.org"),
                                                IssueCredential.of(g.customer, IssuedCredential.NOBODY, "Phone")))),
                deed("People.sheet", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m -> m.people().sheet(g.customer, person);
                }),
                deed("People.history", Action.SEE_HISTORY, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m -> m.people().history(g.customer, person, HistoryCursor.START, 10);
                }),
                deed("People.edit", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m ->
                            m.people().edit(id(), new EditPerson(g.customer, person, "", "Ada", "", "ada@example.org"));
                }),
                attempt("People.remove", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m -> m.people().remove(id(), new RemovePerson(g.customer, person));
                }),
                deed(
                        "People.planSync",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.people().planSync(SyncPeople.of(g.customer, visitor -> {}))),
                deed(
                        "People.sync",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.people().sync(id(), SyncPeople.of(g.customer, visitor -> {}))),
                deed(
                        "People.synced",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.people().synced(g.customer, 0, 10)),
                deed(
                        "People.list",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.people().list(g.customer, 0, 10)),
                deed(
                        "Credentials.proposal",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.credentials().proposal(g.customer)),
                deed("Credentials.issue", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m -> m.credentials().issue(id(), IssueCredential.of(g.customer, person, "Phone"));
                }),
                deed("Credentials.resendActivation", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long serial = g.credential().serial();
                    return m -> m.credentials().resendActivation(id(), new ResendActivation(g.customer, serial));
                }),
                deed("Credentials.revoke", Action.DELETE_CREDENTIAL, ANOTHER_CREDENTIAL, g -> {
                    long serial = g.credential().serial();
                    return m -> m.credentials().revoke(id(), new RevokeCredential(g.customer, serial));
                }),
                attempt("Credentials.markLost", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long serial = g.credential().serial();
                    return m -> m.credentials().markLost(id(), new MarkCredentialLost(g.customer, serial, true));
                }),
                attempt("Credentials.restore", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long serial = g.credential().serial();
                    return m -> m.credentials().restore(id(), new RestoreCredential(g.customer, serial));
                }),
                attempt("Credentials.delete", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long serial = g.credential().serial();
                    return m -> m.credentials().delete(id(), new DeleteCredential(g.customer, serial));
                }),
                attempt("Credentials.removeDevice", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long device = g.credential().device();
                    return m -> m.credentials().removeDevice(id(), new RemoveDevice(g.customer, device));
                }),
                deed(
                        "Credentials.confirmEndedLeases",
                        Action.MANAGE_CREDENTIALS,
                        CUSTOMER,
                        g -> m -> m.credentials().confirmEndedLeases(id(), new ConfirmEndedLeases(g.customer))),
                deed(
                        "Credentials.status",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.credentials().status(g.customer, g.serial)),
                deed(
                        "Credentials.get",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.credentials().get(g.customer, g.serial)),
                deed(
                        "Credentials.list",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.credentials().list(g.customer, 0, 10)),
                deed(
                        "Phones.lastCheckIn",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.phones().lastCheckIn(g.customer, g.serial)));
    }

    private static List<MatrixDeed> credits() {
        return List.of(
                deed(
                        "Credits.purchase",
                        Action.ADD_DISTRIBUTOR_CREDIT,
                        DISTRIBUTOR,
                        g -> m -> m.credits().purchase(id(), new PurchaseCredit(g.distributor, 2))),
                deed(
                        "Credits.correct",
                        Action.ADD_DISTRIBUTOR_CREDIT,
                        DISTRIBUTOR,
                        g -> m -> m.credits().correct(id(), new CorrectPurchase(g.distributor, 1))),
                deed(
                        "Credits.passOn",
                        Action.MOVE_CREDIT,
                        CUSTOMER,
                        g -> m -> m.credits().passOn(id(), new PassOnCredit(g.customer, 2))),
                deed(
                        "Credits.takeBack",
                        Action.MOVE_CREDIT,
                        CUSTOMER,
                        g -> m -> m.credits().takeBack(id(), new TakeCreditBack(g.customer, 1))),
                deed(
                        "Credits.add",
                        Action.ADD_DISTRIBUTOR_CREDIT,
                        BOTH_SIDES,
                        g -> m -> m.credits().add(id(), new AddCredit(g.customer, 1))),
                deed(
                        "Credits.balance(CustomerId)",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits().balance(g.customer)),
                deed(
                        "Credits.balance(DistributorId)",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().balance(g.distributor)),
                deed(
                        "Credits.account",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits().account(g.customer)),
                deed(
                        "Credits.charge",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits().charge(g.customer, g.serial)),
                deed(
                        "Credits.book(CustomerId,long,int)",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits().book(g.customer, 0, 10)),
                deed(
                        "Credits.book(DistributorId,long,int)",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().book(g.distributor, 0, 10)),
                deed(
                        "Credits.book(CustomerId,BookQuery)",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits().book(g.customer, QUERY)),
                deed(
                        "Credits.book(DistributorId,BookQuery)",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().book(g.distributor, QUERY)));
    }

    private static List<MatrixDeed> creditReports() {
        return List.of(
                deed(
                        "CreditReports.statement(CustomerId,Instant,Instant)",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits()
                                .reports()
                                .statement(g.customer, TestBench.START, TestBench.START.plusSeconds(1))),
                deed(
                        "CreditReports.statement(DistributorId,Instant,Instant)",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits()
                                .reports()
                                .statement(g.distributor, TestBench.START, TestBench.START.plusSeconds(1))),
                deed(
                        "CreditReports.write(CustomerId,Instant,Instant,StatementFormat,Appendable)",
                        Action.SEE_LEDGER,
                        CUSTOMER,
                        g -> m -> m.credits()
                                .reports()
                                .write(
                                        g.customer,
                                        TestBench.START,
                                        TestBench.START.plusSeconds(1),
                                        StatementFormat.CSV,
                                        new StringBuilder())),
                deed(
                        "CreditReports.write(DistributorId,Instant,Instant,StatementFormat,Appendable)",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits()
                                .reports()
                                .write(
                                        g.distributor,
                                        TestBench.START,
                                        TestBench.START.plusSeconds(1),
                                        StatementFormat.CSV,
                                        new StringBuilder())),
                deed(
                        "CreditReports.chain",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().reports().chain(g.distributor, 0, 10)),
                deed(
                        "CreditReports.head",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().reports().head(g.distributor)),
                deed(
                        "CreditReports.export",
                        Action.SEE_LEDGER,
                        DISTRIBUTOR,
                        g -> m -> m.credits().reports().export(g.distributor, new StringBuilder())));
    }

    private static List<MatrixDeed> revocations() {
        return List.of(
                deed(
                        "Revocations.newest(CustomerId)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().newest(g.customer)),
                deed(
                        "Revocations.newest(CustomerId,int)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().newest(g.customer, 1)),
                deed(
                        "Revocations.delta(CustomerId,Bytes)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().delta(g.customer, Bytes.of(1))),
                deed(
                        "Revocations.delta(CustomerId,long)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().delta(g.customer, 1)),
                deed(
                        "Revocations.receive",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.revocations().receive(id(), new ReceiveReceipts(g.customer, List.of(Bytes.of(1))))),
                deed(
                        "Revocations.tend",
                        Action.PUBLISH_LIST,
                        CUSTOMER,
                        g -> m -> m.revocations().tend(id(), new TendRevocations(g.customer))),
                deed(
                        "Revocations.restored",
                        Action.ROTATE_KEYS,
                        EVERYTHING,
                        g -> m -> m.revocations().restored(id(), new RestoreStore(g.customer, Optional.empty()))),
                deed(
                        "Revocations.reviewed",
                        Action.ROTATE_KEYS,
                        CUSTOMER,
                        g -> m -> m.revocations().reviewed(id(), new ReviewReaders(g.customer))),
                deed(
                        "Revocations.restorations",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().restorations(g.customer)),
                deed(
                        "Revocations.ahead",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().ahead(g.customer)),
                deed(
                        "Revocations.isTendingDue",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().isTendingDue(g.customer)),
                deed(
                        "Revocations.exposure",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().exposure(g.customer, g.serial)),
                deed(
                        "Revocations.coverage(CustomerId,long)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().coverage(g.customer, 1)),
                deed(
                        "Revocations.coverage(CustomerId)",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().coverage(g.customer)),
                deed(
                        "Links.news",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.links().news(g.host.sites().get(g.customer).project())),
                deed(
                        "Links.status",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.links().status(g.customer, 0, 10)),
                deed(
                        "Revocations.unproven",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.revocations().unproven(g.customer, 0, 10)));
    }

    private static List<MatrixDeed> readers() {
        return List.of(
                deed(
                        "Readers.enroll",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers().enroll(id(), g.enrolment())),
                deed("Readers.exportConfiguration", Action.EXPORT_READER_SECRETS, CUSTOMER, g -> {
                    int reader = g.enrolledReader();
                    return m -> m.readers()
                            .exportConfiguration(id(), new ExportReaderConfiguration(g.customer, reader, Set.of()))
                            .close();
                }),
                deed("Readers.unlock", Action.UNLOCK_REMOTELY, CUSTOMER, g -> {
                    int reader = g.enrolledReader();
                    return m -> {
                        g.bench.clock.set(g.bench.clock.instant().plus(Duration.ofMinutes(1)));
                        m.readers().unlock(id(), new UnlockDoor(g.customer, reader));
                    };
                }),
                deed(
                        "Readers.add",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers().add(id(), new AddReader(g.customer, g.details()))),
                deed("Readers.edit", Action.MANAGE_READERS, CUSTOMER, g -> {
                    int reader = g.reader();
                    return m -> m.readers().edit(id(), new EditReader(g.customer, reader, g.details()));
                }),
                deed("Readers.remove", Action.MANAGE_READERS, CUSTOMER, g -> {
                    int reader = g.reader();
                    return m -> m.readers().remove(id(), new RemoveReader(g.customer, reader));
                }),
                deed(
                        "Readers.project",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().project(g.customer)),
                deed(
                        "Readers.editProject",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers()
                                .editProject(id(), new EditReaderProject(g.customer, DoorBehaviour.standard()))),
                deed(
                        "Readers.publish",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers().publish(id(), new PublishReaders(g.customer))),
                attempt(
                        "Readers.planImport",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers().planImport(ImportReaders.of(g.customer, ImportFile.of("no JSON")))),
                attempt(
                        "Readers.importFile",
                        Action.MANAGE_READERS,
                        CUSTOMER,
                        g -> m -> m.readers().importFile(id(), ImportReaders.of(g.customer, ImportFile.of("no JSON")))),
                deed(
                        "Readers.exportFile",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().exportFile(g.customer, OutputStream.nullOutputStream())),
                deed(
                        "Readers.list",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().list(g.customer, 0, 10)),
                deed(
                        "Readers.enrolled",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().enrolled(g.customer, 0, 10)),
                deed(
                        "Readers.published",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().published(g.customer, 0, 10)),
                deed(
                        "Readers.colours",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().colours(g.customer)),
                deed(
                        "Readers.publication",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().publication(g.customer)));
    }

    private static List<MatrixDeed> keys() {
        return List.of(
                deed(
                        "Keys.rotate",
                        Action.ROTATE_KEYS,
                        CUSTOMER,
                        g -> m -> m.keys().rotate(id(), RotateKeys.of(g.customer, KeySet.PROJECT, RotationStep.BEGIN))),
                deed(
                        "Keys.progress",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.keys().progress(g.customer, KeySet.ISSUING)),
                deed(
                        "Keys.readers",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.keys().readers(g.customer, 0, 10)),
                deed(
                        "Keys.phones",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.keys().phones(g.customer, 0, 10)),
                deed("Readers.reportCompromised", Action.ROTATE_KEYS, CUSTOMER, g -> {
                    int reader = g.enrolledReader();
                    return m -> m.readers().reportCompromised(id(), new CompromiseReader(g.customer, reader));
                }),
                deed(
                        "Readers.compromises",
                        Action.SEE_CUSTOMER,
                        CUSTOMER,
                        g -> m -> m.readers().compromises(g.customer)));
    }

    private static List<MatrixDeed> events() {
        return List.of(
                deed(
                        "Events.audit",
                        Action.SEE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.events().audit(g.customer, 0, 10)),
                deed(
                        "Events.after",
                        Action.SEE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.events().after(g.customer, 0, 10)),
                deed(
                        "Events.subscribe",
                        Action.MANAGE_EVENTS,
                        EVERYTHING,
                        g -> m -> m.events()
                                .subscribe(id(), new Subscribe(g.customer, URI.create("https://host.example.org/")))),
                deed("Events.unsubscribe", Action.MANAGE_EVENTS, CUSTOMER, g -> {
                    var subscription = g.subscription();
                    return m -> m.events().unsubscribe(id(), new Unsubscribe(subscription));
                }),
                deed(
                        "Events.subscriptions",
                        Action.MANAGE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.events().subscriptions(g.customer, 0, 10)),
                deed("Events.deadLetters", Action.MANAGE_EVENTS, CUSTOMER, g -> {
                    var subscription = g.subscription();
                    return m -> m.events().deadLetters(subscription, 0, 10);
                }),
                attempt("Events.replay", Action.MANAGE_EVENTS, CUSTOMER, g -> {
                    var subscription = g.subscription();
                    return m -> m.events().replay(id(), new ReplayDeadLetter(subscription, 1));
                }),
                deed(
                        "Events.dispatch",
                        Action.MANAGE_EVENTS,
                        EVERYTHING,
                        g -> m -> m.events().dispatch(request -> new Accepted())));
    }

    private static List<MatrixDeed> notifications() {
        return List.of(
                deed(
                        "Notifications.dispatch",
                        Action.MANAGE_EVENTS,
                        EVERYTHING,
                        g -> m -> m.notifications()
                                .dispatch(message -> new Accepted(), new ManagerAddress("localhost", 7000))),
                attempt(
                        "Notifications.retry",
                        Action.MANAGE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.notifications()
                                .retry(id(), new RetryNotification(new NotificationId(g.customer, 999_999)))),
                deed("Notifications.setTelephone", Action.MANAGE_CREDENTIALS, CUSTOMER, g -> {
                    long person = g.bench.person(g.customer);
                    return m -> m.notifications()
                            .setTelephone(id(), new SetTelephone(g.customer, person, Optional.empty()));
                }),
                deed(
                        "Notifications.list",
                        Action.MANAGE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.notifications().list(g.customer, 0, 10)),
                deed(
                        "Notifications.failing",
                        Action.MANAGE_EVENTS,
                        CUSTOMER,
                        g -> m -> m.notifications().failing(g.customer, 0, 10)));
    }

    private static List<MatrixDeed> statisticsAndSupport() {
        LocalDate today = TestBench.START.atOffset(ZoneOffset.UTC).toLocalDate();
        return List.of(
                deed(
                        "Statistics.change",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.statistics().change(id(), new ChangeSharing(g.customer, Position.ON, Position.ON))),
                deed(
                        "Statistics.sharing",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.statistics().sharing(g.customer)),
                deed(
                        "Statistics.add(CustomerId,ReportId,AppReport)",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.statistics()
                                .add(
                                        g.customer,
                                        ReportId.random(TestBench.RANDOM),
                                        new AppReport(1, 1, 1, 1, 1, 1, "", "", ""))),
                deed(
                        "Statistics.add(CustomerId,ReportId,ReaderReport)",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.statistics()
                                .add(g.customer, ReportId.random(TestBench.RANDOM), new ReaderReport(Map.of()))),
                deed(
                        "Statistics.report",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.statistics().report(g.customer, today)),
                deed(
                        "Statistics.dispatch",
                        Action.MANAGE_STATISTICS,
                        EVERYTHING,
                        g -> m -> m.statistics().dispatch(report -> new Accepted())),
                deed(
                        "Support.ask",
                        Action.ASK_FOR_SUPPORT,
                        CUSTOMER,
                        g -> m -> m.support().ask(id(), new AskForSupport(g.customer, "The door stays shut"))),
                deed(
                        "Support.reportCrash",
                        Action.ASK_FOR_SUPPORT,
                        CUSTOMER,
                        g -> m -> m.support()
                                .reportCrash(id(), new ReportCrash(g.customer, ReportCrash.Part.APP, "1.0", "trace"))),
                deed(
                        "Support.requests",
                        Action.MANAGE_STATISTICS,
                        CUSTOMER,
                        g -> m -> m.support().requests(g.customer, 0, 10)),
                deed(
                        "Support.operatorsRequests",
                        Action.SEE_EVENTS,
                        EVERYTHING,
                        g -> m -> m.support().operatorsRequests(g.customer, 0, 10)),
                deed(
                        "Support.crashes",
                        Action.SEE_EVENTS,
                        EVERYTHING,
                        g -> m -> m.support().crashes(g.customer, 0, 10)));
    }

    /** What leaves the ground another one than it was. */
    private static List<MatrixDeed> lastDeeds() {
        return List.of(attempt(
                "Credentials.revoke",
                Action.DELETE_CREDENTIAL,
                CREDENTIAL,
                g -> m -> m.credentials().revoke(id(), new RevokeCredential(g.customer, g.serial))));
    }
}
