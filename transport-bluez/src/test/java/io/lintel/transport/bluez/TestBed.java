package io.lintel.transport.bluez;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the cases of the test bed, inside its guest: those of the classes named, or all. Prints a line for each. */
public final class TestBed {
    private static final List<Class<?>> ALL = List.of(
            GattBed.class,
            L2capBed.class,
            HostileBed.class,
            SubscriptionBed.class,
            RepeatedBed.class,
            MisuseBed.class,
            StopBed.class,
            CommandBed.class,
            OutageBed.class);

    private TestBed() {}

    public static void main(String[] arguments) {
        Told told = new Told(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        List<ClassSelector> chosen = ALL.stream()
                .filter(bed -> arguments.length == 0 || Stream.of(arguments).anyMatch(bed.getSimpleName()::equals))
                .map(bed -> selectClass(bed))
                .toList();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(chosen).build();
        LauncherFactory.create().execute(request, told);
        told.out.println("test bed: " + told.passed + " cases passed, " + told.failed + " failed");
        System.exit(told.failed > 0 || told.passed == 0 ? 1 : 0);
    }

    private static final class Told implements TestExecutionListener {
        private final PrintStream out;
        private int passed;
        private int failed;
        private long began;

        Told(PrintStream out) {
            this.out = out;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            began = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean fine = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (!fine) {
                failed++;
            } else if (test.isTest()) {
                passed++;
            }
            if (test.isTest() || !fine) {
                out.printf(
                        "%s %s (%d ms)%n",
                        fine ? "  ok  " : "FAILED", test.getDisplayName(), (System.nanoTime() - began) / 1_000_000);
                result.getThrowable().ifPresent(thrown -> {
                    out.println("       " + thrown);
                    thrown.printStackTrace();
                });
            }
        }
    }
}
