package io.lintel.cli;

import io.lintel.cli.bench.Bench;
import io.lintel.cli.conformance.ConformanceMaterial;
import io.lintel.cli.conformance.ConformancePhone;
import io.lintel.cli.conformance.ConformanceReader;
import io.lintel.cli.credential.CredentialConfirm;
import io.lintel.cli.credential.CredentialDelete;
import io.lintel.cli.credential.CredentialExposed;
import io.lintel.cli.credential.CredentialIssue;
import io.lintel.cli.credential.CredentialList;
import io.lintel.cli.credential.CredentialLost;
import io.lintel.cli.credential.CredentialResend;
import io.lintel.cli.credential.CredentialRestore;
import io.lintel.cli.credential.CredentialRevoke;
import io.lintel.cli.credential.CredentialShow;
import io.lintel.cli.credit.CreditAdd;
import io.lintel.cli.credit.CreditBuy;
import io.lintel.cli.credit.CreditCorrect;
import io.lintel.cli.credit.CreditRefund;
import io.lintel.cli.credit.CreditShow;
import io.lintel.cli.credit.CreditTransfer;
import io.lintel.cli.credit.LedgerExport;
import io.lintel.cli.credit.LedgerShow;
import io.lintel.cli.credit.LedgerStatement;
import io.lintel.cli.credit.LedgerVerify;
import io.lintel.cli.demo.Demo;
import io.lintel.cli.distributor.DistributorCreate;
import io.lintel.cli.distributor.DistributorList;
import io.lintel.cli.distributor.DistributorShow;
import io.lintel.cli.event.EventDead;
import io.lintel.cli.event.EventList;
import io.lintel.cli.event.EventReplay;
import io.lintel.cli.event.EventSubscribe;
import io.lintel.cli.event.EventSubscriptions;
import io.lintel.cli.event.EventUnsubscribe;
import io.lintel.cli.key.KeyPhones;
import io.lintel.cli.key.KeyReaders;
import io.lintel.cli.key.KeyRotate;
import io.lintel.cli.key.KeyStatus;
import io.lintel.cli.login.LoginAdd;
import io.lintel.cli.login.LoginDelete;
import io.lintel.cli.login.LoginList;
import io.lintel.cli.login.LoginReset;
import io.lintel.cli.manager.Backup;
import io.lintel.cli.manager.ManagerRun;
import io.lintel.cli.notification.NotificationList;
import io.lintel.cli.notification.NotificationRetry;
import io.lintel.cli.person.PersonAdd;
import io.lintel.cli.person.PersonDevice;
import io.lintel.cli.person.PersonEdit;
import io.lintel.cli.person.PersonHistoryCommand;
import io.lintel.cli.person.PersonImport;
import io.lintel.cli.person.PersonList;
import io.lintel.cli.person.PersonRemove;
import io.lintel.cli.profile.ProfileCheck;
import io.lintel.cli.profile.ProfileList;
import io.lintel.cli.profile.ProfileShow;
import io.lintel.cli.reader.ReaderAdd;
import io.lintel.cli.reader.ReaderCompromised;
import io.lintel.cli.reader.ReaderCoverageCommand;
import io.lintel.cli.reader.ReaderEdit;
import io.lintel.cli.reader.ReaderEnroll;
import io.lintel.cli.reader.ReaderExport;
import io.lintel.cli.reader.ReaderImport;
import io.lintel.cli.reader.ReaderList;
import io.lintel.cli.reader.ReaderProjectCommand;
import io.lintel.cli.reader.ReaderPublish;
import io.lintel.cli.reader.ReaderRemove;
import io.lintel.cli.reader.ReaderRun;
import io.lintel.cli.reader.ReaderUnlock;
import io.lintel.cli.reader.ReaderUpdate;
import io.lintel.cli.shell.Failures;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.simulation.Simulate;
import io.lintel.cli.site.SiteActivation;
import io.lintel.cli.site.SiteContact;
import io.lintel.cli.site.SiteCreate;
import io.lintel.cli.site.SiteDelete;
import io.lintel.cli.site.SiteDuplicates;
import io.lintel.cli.site.SiteHandOffKey;
import io.lintel.cli.site.SiteList;
import io.lintel.cli.site.SiteLists;
import io.lintel.cli.site.SiteRestore;
import io.lintel.cli.site.SiteSettings;
import io.lintel.cli.site.SiteShow;
import io.lintel.cli.site.SiteSystem;
import io.lintel.cli.statistics.StatisticsShare;
import io.lintel.cli.statistics.StatisticsShow;
import io.lintel.cli.store.StoreRestoredCommand;
import io.lintel.cli.store.StoreReviewed;
import io.lintel.cli.support.SupportAsk;
import io.lintel.cli.support.SupportList;
import io.lintel.cli.wallet.WalletActivate;
import io.lintel.cli.wallet.WalletCheckIn;
import io.lintel.cli.wallet.WalletExport;
import io.lintel.cli.wallet.WalletShow;
import io.lintel.cli.wallet.WalletTap;
import picocli.CommandLine;

/** The commands of {@code lintel}, noun then verb, in the order in which a newcomer meets them. */
public final class Lintel {
    private Lintel() {}

    /** Runs one command and returns the exit status. */
    public static int run(Shell shell, String... arguments) {
        return commands(shell).execute(arguments);
    }

    static CommandLine commands(Shell shell) {
        CommandLine lintel = new CommandLine(new Root(shell))
                .addSubcommand(new Demo(shell, Lintel::run))
                .addSubcommand(new CommandLine(new Nouns.Site())
                        .addSubcommand(new SiteCreate(shell))
                        .addSubcommand(new SiteList(shell))
                        .addSubcommand(new SiteShow(shell))
                        .addSubcommand(new SiteSystem(shell))
                        .addSubcommand(new SiteContact(shell))
                        .addSubcommand(new SiteSettings(shell))
                        .addSubcommand(new SiteDuplicates(shell))
                        .addSubcommand(new SiteLists(shell))
                        .addSubcommand(new SiteActivation(shell))
                        .addSubcommand(new SiteHandOffKey(shell))
                        .addSubcommand(new SiteDelete(shell))
                        .addSubcommand(new SiteRestore(shell)))
                .addSubcommand(new CommandLine(new Nouns.Distributor())
                        .addSubcommand(new DistributorCreate(shell))
                        .addSubcommand(new DistributorList(shell))
                        .addSubcommand(new DistributorShow(shell)))
                .addSubcommand(new CommandLine(new Nouns.Person())
                        .addSubcommand(new PersonAdd(shell))
                        .addSubcommand(new PersonList(shell))
                        .addSubcommand(new PersonImport(shell))
                        .addSubcommand(new PersonEdit(shell))
                        .addSubcommand(new PersonRemove(shell))
                        .addSubcommand(new PersonDevice(shell))
                        .addSubcommand(new PersonHistoryCommand(shell)))
                .addSubcommand(new CommandLine(new Nouns.Reader())
                        .addSubcommand(new ReaderEnroll(shell))
                        .addSubcommand(new ReaderRun(shell))
                        .addSubcommand(new ReaderUpdate(shell))
                        .addSubcommand(new ReaderList(shell))
                        .addSubcommand(new ReaderAdd(shell))
                        .addSubcommand(new ReaderEdit(shell))
                        .addSubcommand(new ReaderRemove(shell))
                        .addSubcommand(new ReaderImport(shell))
                        .addSubcommand(new ReaderExport(shell))
                        .addSubcommand(new ReaderPublish(shell))
                        .addSubcommand(new ReaderProjectCommand(shell))
                        .addSubcommand(new ReaderUnlock(shell))
                        .addSubcommand(new ReaderCoverageCommand(shell))
                        .addSubcommand(new ReaderCompromised(shell)))
                .addSubcommand(new CommandLine(new Nouns.Key())
                        .addSubcommand(new KeyRotate(shell))
                        .addSubcommand(new KeyStatus(shell))
                        .addSubcommand(new KeyReaders(shell))
                        .addSubcommand(new KeyPhones(shell)))
                .addSubcommand(new CommandLine(new Nouns.Credential())
                        .addSubcommand(new CredentialIssue(shell))
                        .addSubcommand(new CredentialResend(shell))
                        .addSubcommand(new CredentialList(shell))
                        .addSubcommand(new CredentialShow(shell))
                        .addSubcommand(new CredentialExposed(shell))
                        .addSubcommand(new CredentialRevoke(shell))
                        .addSubcommand(new CredentialConfirm(shell))
                        .addSubcommand(new CredentialLost(shell))
                        .addSubcommand(new CredentialRestore(shell))
                        .addSubcommand(new CredentialDelete(shell)))
                .addSubcommand(new CommandLine(new Nouns.Manager()).addSubcommand(new ManagerRun(shell)))
                .addSubcommand(new CommandLine(new Nouns.Wallet())
                        .addSubcommand(new WalletActivate(shell))
                        .addSubcommand(new WalletCheckIn(shell))
                        .addSubcommand(new WalletExport(shell))
                        .addSubcommand(new WalletShow(shell))
                        .addSubcommand(new WalletTap(shell)))
                .addSubcommand(new CommandLine(new Nouns.Credit())
                        .addSubcommand(new CreditAdd(shell))
                        .addSubcommand(new CreditBuy(shell))
                        .addSubcommand(new CreditCorrect(shell))
                        .addSubcommand(new CreditTransfer(shell))
                        .addSubcommand(new CreditRefund(shell))
                        .addSubcommand(new CreditShow(shell)))
                .addSubcommand(new CommandLine(new Nouns.Ledger())
                        .addSubcommand(new LedgerShow(shell))
                        .addSubcommand(new LedgerStatement(shell))
                        .addSubcommand(new LedgerExport(shell))
                        .addSubcommand(new LedgerVerify(shell)))
                .addSubcommand(new CommandLine(new Nouns.Login())
                        .addSubcommand(new LoginAdd(shell))
                        .addSubcommand(new LoginList(shell))
                        .addSubcommand(new LoginReset(shell))
                        .addSubcommand(new LoginDelete(shell)))
                .addSubcommand(new CommandLine(new Nouns.Notification())
                        .addSubcommand(new NotificationList(shell))
                        .addSubcommand(new NotificationRetry(shell)))
                .addSubcommand(new CommandLine(new Nouns.Event())
                        .addSubcommand(new EventList(shell))
                        .addSubcommand(new EventSubscribe(shell))
                        .addSubcommand(new EventSubscriptions(shell))
                        .addSubcommand(new EventDead(shell))
                        .addSubcommand(new EventReplay(shell))
                        .addSubcommand(new EventUnsubscribe(shell)))
                .addSubcommand(new CommandLine(new Nouns.Statistics())
                        .addSubcommand(new StatisticsShow(shell))
                        .addSubcommand(new StatisticsShare(shell)))
                .addSubcommand(new CommandLine(new Nouns.Support())
                        .addSubcommand(new SupportAsk(shell))
                        .addSubcommand(new SupportList(shell)))
                .addSubcommand(new CommandLine(new Nouns.Profile())
                        .addSubcommand(new ProfileList(shell))
                        .addSubcommand(new ProfileShow(shell))
                        .addSubcommand(new ProfileCheck(shell)))
                .addSubcommand(new CommandLine(new Nouns.Conformance())
                        .addSubcommand(new ConformanceMaterial(shell))
                        .addSubcommand(new ConformanceReader(shell))
                        .addSubcommand(new ConformancePhone(shell)))
                .addSubcommand(new CommandLine(new Nouns.Store())
                        .addSubcommand(new StoreRestoredCommand(shell))
                        .addSubcommand(new StoreReviewed(shell)))
                .addSubcommand(new Simulate(shell))
                .addSubcommand(new Bench(shell))
                .addSubcommand(new Backup(shell))
                .addSubcommand(new Providers(shell))
                .addSubcommand(new Help(shell));
        lintel.setCaseInsensitiveEnumValuesAllowed(true);
        return Failures.handledBy(shell, lintel)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO));
    }
}
