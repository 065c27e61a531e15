package io.lintel.cli.demo;

import io.lintel.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo")
public final class Demo implements Callable<Integer> {
    public Demo(Shell shell) {}

    @Override
    public Integer call() {
        return 0;
    }
}
