package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.sync.Problems;
import io.lintel.sdk.command.sync.ReadFile;
import io.lintel.sdk.command.sync.Tally;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.reader.ReaderFile;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.ImportProgress;
import io.lintel.sdk.sync.Imported;

/** Registers readers as a file says, all of them or none. */
public final class ReaderImport implements Command<Imported> {

    private final ImportReaders request;
    private final Checked checked;

    private ReaderImport(ImportReaders request, Checked checked) {
        this.request = request;
        this.checked = checked;
    }

    /** What the import would do. Refuses a file with mistakes. */
    public static ImportPlan plan(UnitOfWork unit, ImportReaders request) {
        Checked checked = check(unit, request);
        checked.problems().require();
        return checked.plan();
    }

    /** The command, with everything that is wrong with the file; it refuses a file that is another one by then. */
    public static ReaderImport of(UnitOfWork unit, ImportReaders request) {
        return new ReaderImport(request, check(unit, request));
    }

    private record Checked(ImportPlan plan, Bytes digest, Problems problems) {}

    private static Checked check(UnitOfWork unit, ImportReaders request) {
        Tally tally = new Tally(request.progress(), ImportProgress.Phase.CHECKING);
        Problems problems = new Problems();
        Bytes digest = read(unit, request, tally, problems, ReaderMerge.Effects.NONE);
        return new Checked(tally.plan(), digest, problems);
    }

    private static Bytes read(
            UnitOfWork unit, ImportReaders request, Tally tally, Problems problems, ReaderMerge.Effects effects) {
        CustomerId customer = request.customer();
        ReaderMerge merge =
                new ReaderMerge(unit, customer, Registrations.rules(unit, customer), tally, problems, effects);
        Bytes digest = ReadFile.read(request.file(), in -> ReaderFile.read(in, merge));
        merge.end();
        return digest;
    }

    @Override
    public Action action() {
        return Action.MANAGE_READERS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader import")
                .with(request.customer())
                .with(checked.digest().toHex());
    }

    @Override
    public Facts perform(CommandContext context) {
        checked.problems().require();
        Tally tally = new Tally(request.progress(), ImportProgress.Phase.WRITING);
        Problems problems = new Problems();
        Bytes digest = read(context.unit(), request, tally, problems, new Writing(context, request.customer()));
        ReadFile.requireSame(checked.digest(), digest);
        problems.require();
        return Tally.facts(tally.counts());
    }

    @Override
    public Imported result(CommandContext context, Facts facts) {
        return new Imported(request.customer(), Tally.counts(facts));
    }

    /** Does what the file says. */
    private record Writing(CommandContext context, CustomerId customer) implements ReaderMerge.Effects {
        @Override
        public void add(ReaderDetails details) {
            RegisteredReader reader = Registrations.add(context, customer, details);
            context.record(customer, Change.Kind.READER_ADDED, reader.number());
        }

        @Override
        public void change(RegisteredReader reader, ReaderDetails details) {
            Registrations.change(context, reader, details);
            context.record(customer, Change.Kind.READER_CHANGED, reader.number());
        }
    }
}
