package io.lintel.cli.shell;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;

/**
 * An address as people type it.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port 0 to 65535
 */
public record HostAndPort(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /** Reads {@code HOST:PORT}. */
    public static HostAndPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || (host.contains(":") && !bracketed)) {
            throw wrong(text);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > MAX_PORT) {
                throw wrong(text);
            }
            return new HostAndPort(host, port);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    /** An address that is known already. */
    public static HostAndPort of(InetSocketAddress address) {
        String host = address.getHostString();
        return new HostAndPort(host.contains(":") ? "[" + host + "]" : host, address.getPort());
    }

    /** The address, with its name looked up. */
    public InetSocketAddress resolve() {
        InetSocketAddress address =
                new InetSocketAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
        if (address.isUnresolved()) {
            throw CommandFailure.environment(
                    "cli.unknown-host",
                    "There is no host called " + host + ". Check the name, or give the address in figures.");
        }
        return address;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static CommandFailure wrong(String text) {
        return CommandFailure.usage(
                "cli.bad-address", "\"" + text + "\" is not an address. Write it as HOST:PORT, such as 127.0.0.1:7400");
    }

    /** Reads an option's value. */
    public static final class Converter implements ITypeConverter<HostAndPort> {
        @Override
        public HostAndPort convert(String value) {
            return parse(value);
        }
    }
}
