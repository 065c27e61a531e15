package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.testing.CredentialDraft;
import io.lintel.protocol.testing.MemoryMembershipStore;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A phone that has joined a manager, and a manager that says what the test wants. */
final class CheckInBench {
    static final Duration DAY = Duration.ofDays(1);

    final TestSite site;
    final TestPhone phone;
    final DhKeyPair manager;
    final MemoryMembershipStore records = new MemoryMembershipStore();
    final List<CheckInRequest> heard = new ArrayList<>();

    CheckInBench(Suite suite) {
        site = TestSite.of(suite, 1);
        phone = site.phone();
        manager = site.suite().generateDhKeyPair();
        memberships().join(site.project(), phone.serial(), contact(), TestSite.NOW);
    }

    ManagerContact contact() {
        return new ManagerContact(manager.publicKey().encoded(), "127.0.0.1:7400");
    }

    MemoryWalletStore store() {
        return (MemoryWalletStore) phone.store();
    }

    /** The app's process, started again. */
    Memberships memberships() {
        return memberships(phone.store(), records);
    }

    Memberships memberships(WalletStore wallet, MembershipStore membershipStore) {
        Wallet opened = new Wallet(site.walletPorts(wallet), TestSite.NOW);
        return new Memberships(opened, membershipStore, () -> site.random().octets(16));
    }

    Membership membership() {
        return records.membership(site.project(), phone.serial()).orElseThrow();
    }

    CheckInOutcome exchange(CheckInAnswer answer) {
        return exchange(memberships(), Optional.empty(), answer);
    }

    CheckInOutcome exchange(Memberships memberships, Optional<AppReport> report, CheckInAnswer answer) {
        try (CheckInExchange exchange = memberships.begin(membership(), report);
                ManagerCheckIn opened = open(exchange.request())) {
            Bytes response = opened.answer(answer, site.suite().generateDhKeyPair());
            return memberships.receive(exchange, response, TestSite.NOW);
        }
    }

    CheckInOutcome refuse(CheckInRefusal reason) {
        Memberships memberships = memberships();
        try (CheckInExchange exchange = memberships.begin(membership(), Optional.empty());
                ManagerCheckIn opened = open(exchange.request())) {
            Bytes response =
                    opened.refuse(reason, Optional.empty(), site.suite().generateDhKeyPair());
            return memberships.receive(exchange, response, TestSite.NOW);
        }
    }

    /** Sends a request whose answer gets lost. */
    CheckInRequest lose(Optional<AppReport> report) {
        try (CheckInExchange exchange = memberships().begin(membership(), report);
                ManagerCheckIn opened = open(exchange.request())) {
            return opened.request();
        }
    }

    ManagerCheckIn open(Bytes request) {
        ManagerCheckIn opened = ManagerCheckIn.open(site.suite(), manager, request);
        heard.add(opened.request());
        return opened;
    }

    CheckInRequest lastHeard() {
        return heard.get(heard.size() - 1);
    }

    static CheckInAnswer say(int number, Instruction instruction) {
        return CheckInAnswer.of(number, instruction, DAY, Reporting.WANTED);
    }

    CheckInAnswer keep(
            Optional<Bytes> credential, Optional<ProjectKey> key, Optional<Doors> doors, Optional<Bytes> list) {
        ListNews news = list.map(ListNews::whole).orElse(ListNews.NONE);
        return new CheckInAnswer(1, Instruction.KEEP, credential, List.of(), key, doors, news, DAY, Reporting.WANTED);
    }

    /** Returns an answer with a delta to the list on the phone. */
    CheckInAnswer keep(Bytes delta) {
        return keep(new ListNews(Optional.empty(), Optional.empty(), Optional.of(delta)));
    }

    CheckInAnswer keep(ListNews news) {
        return new CheckInAnswer(
                1,
                Instruction.KEEP,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                news,
                DAY,
                Reporting.WANTED);
    }

    /** Returns another statement for the phone's holder key. */
    Signed<Credential> statement(UnaryOperator<CredentialDraft> changes) {
        return site.credential(
                phone.holder(),
                draft -> changes.apply(draft.serial(phone.serial()).issued(TestSite.NOW)));
    }
}
