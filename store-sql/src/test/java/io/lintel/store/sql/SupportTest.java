package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.sdk.support.CrashReport;
import io.lintel.sdk.support.CrashReported;
import io.lintel.sdk.support.ReportCrash;
import io.lintel.sdk.support.SupportAsked;
import io.lintel.sdk.support.SupportRequest.Answerer;
import io.lintel.sdk.support.SupportRequest.Routing;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class SupportTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private Manager user;
    private Manager admin;

    SupportTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        user = bench.manager.as(new Principal.EndUser(customer, 7));
        admin = bench.manager.as(new Principal.CustomerAdmin(customer, 1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"SUP-01", "SUP-06"})
    void usersQuestionGoesToTheSitesAdminAloneWhereNothingIsShared() {
        SupportAsked asked = ask(user);

        assertEquals(Routing.SITE_ADMIN, asked.routing());
        assertEquals(Answerer.SITE_ADMIN, asked.routing().answerer());
        assertEquals(
                7, admin.support().requests(customer, 0, 10).get(0).serial().getAsLong());
        assertEquals(List.of(), bench.manager.support().operatorsRequests(customer, 0, 10));
    }

    @Test
    @Requirement({"SUP-02", "SUP-03"})
    void operatorGetsACopyWhereTheSwitchIsOnAndTheUserIsToldThatTheAdminAnswers() {
        share(Position.ON, Position.OFF);

        SupportAsked asked = ask(user);

        assertEquals(Routing.SITE_ADMIN_WITH_COPY, asked.routing());
        assertEquals(Answerer.SITE_ADMIN, asked.routing().answerer());
        assertEquals(
                admin.support().requests(customer, 0, 10),
                bench.manager.support().operatorsRequests(customer, 0, 10));
    }

    @Test
    @Requirement("SUP-03")
    void adminsQuestionGoesToTheOperatorWhoAnswersItWhateverIsShared() {
        SupportAsked asked = ask(admin);

        assertEquals(Answerer.OPERATOR, asked.routing().answerer());
        assertEquals(
                1, bench.manager.support().operatorsRequests(customer, 0, 10).size());
    }

    @Test
    @Requirement("SUP-05")
    void crashReportHasASwitchOfItsOwn() {
        ReportCrash crash = new ReportCrash(customer, ReportCrash.Part.APP, "2.1", "at app.Main.main(Main.java:1)");
        share(Position.ON, Position.OFF);
        assertEquals(CrashReported.FORGOTTEN, user.support().reportCrash(TestBench.id(), crash));
        assertEquals(List.of(), bench.manager.support().crashes(customer, 0, 10));

        share(Position.OFF, Position.ON);
        assertEquals(CrashReported.KEPT, user.support().reportCrash(TestBench.id(), crash));

        assertEquals(
                List.of(crash.trace()),
                bench.manager.support().crashes(customer, 0, 10).stream()
                        .map(CrashReport::trace)
                        .toList());
    }

    @Test
    void questionIsNeverPrinted() {
        ask(user);

        assertFalse(admin.support().requests(customer, 0, 10).toString().contains("shut"));
        assertFalse(new AskForSupport(customer, "shut").toString().contains("shut"));
    }

    @Test
    void adminOfAnotherSiteSeesNothing() {
        Manager stranger =
                bench.manager.as(new Principal.CustomerAdmin(bench.site().site().customer(), 1));

        ManagerException denied =
                assertThrows(ManagerException.class, () -> stranger.support().requests(customer, 0, 10));
        assertEquals(ErrorCode.PERMISSION_DENIED, denied.code());
    }

    private SupportAsked ask(Manager who) {
        return who.support().ask(TestBench.id(), new AskForSupport(customer, "My door stays shut."));
    }

    private void share(Position statistics, Position crashReports) {
        bench.manager.statistics().change(TestBench.id(), new ChangeSharing(customer, statistics, crashReports));
    }
}
