package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Stop;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    Path directory;

    static Stream<List<String>> commands() {
        Shell shell = new Shell(
                Path.of(""),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8,
                Clock.systemUTC(),
                Stop.onRequest());
        List<List<String>> commands = new ArrayList<>();
        collect(Lintel.commands(shell), List.of(), commands);
        return commands.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> into) {
        command.getSubcommands().forEach((word, subcommand) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(word);
            if (subcommand.getSubcommands().isEmpty()) {
                into.add(longer);
            }
            collect(subcommand, longer, into);
        });
    }

    @Test
    void everyCommandIsKnownWhereATextNamesIt() {
        assertEquals(Shell.COMMANDS, commands().map(words -> words.get(0)).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhatItDoesAndShowsAnExampleThatStartsWithItsName(List<String> words) {
        String name = "lintel " + String.join(" ", words);
        List<String> asking = new ArrayList<>(List.of("help"));
        asking.addAll(words);

        String help =
                new Terminal(directory).done(asking.toArray(new String[0])).out();

        assertTrue(help.contains("Usage: " + name), help);
        assertFalse(help.startsWith("Usage"), "there is no line before the usage that says what it does");
        assertTrue(help.contains("Example:"), help);
        String example = help.substring(help.indexOf("Example:"));
        assertTrue(example.contains(name) || example.contains("lintel help"), example);
        assertTrue(help.contains("--json"), help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOptionSaysTheSameAsTheCommandHelp(List<String> words) {
        List<String> asking = new ArrayList<>(List.of("help"));
        asking.addAll(words);
        List<String> option = new ArrayList<>(words);
        option.add("--help");
        Terminal terminal = new Terminal(directory);

        assertEquals(
                terminal.done(asking.toArray(new String[0])).out(),
                terminal.done(option.toArray(new String[0])).out());
    }

    @Test
    void theFirstHelpNamesEveryNounAndTheWholePathOfANewcomer() {
        String help = new Terminal(directory).done("help").out();

        commands().forEach(words -> assertTrue(help.contains("\n  " + words.get(0)), words.get(0)));
        for (String step : List.of(
                "lintel demo",
                "lintel site create",
                "lintel person add",
                "lintel reader enroll",
                "lintel credential issue",
                "lintel manager run",
                "lintel wallet activate",
                "lintel reader run",
                "lintel wallet tap",
                "lintel credential revoke",
                "lintel reader update",
                "lintel ledger show")) {
            assertTrue(help.contains(step), step);
        }
        assertEquals(help, new Terminal(directory).done().out());
    }

    @Test
    void aNounAloneSaysWhichVerbsThereAre() {
        Printed printed = new Terminal(directory).run("credential");

        assertEquals(2, printed.exitCode());
        assertEquals(
                "lintel: Say what to do: issue, resend, list, show, exposure, revoke, confirm, lost, restore, delete. See: lintel credential --help\n",
                printed.err());
    }

    @Test
    void anUnknownWordIsAUsageErrorOfOneLine() {
        for (String[] words :
                new String[][] {{"open"}, {"site", "make"}, {"site", "create", "--colour"}, {"help", "x"}}) {
            Printed printed = new Terminal(directory).run(words);

            assertEquals(2, printed.exitCode());
            assertEquals(1, printed.err().lines().count(), printed.err());
            assertTrue(printed.err().endsWith("--help\n"), printed.err());
        }
    }
}
