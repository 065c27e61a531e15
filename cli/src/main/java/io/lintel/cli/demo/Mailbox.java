package io.lintel.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A mail server of this machine that keeps what it gets: the part of SMTP (RFC 5321) that a sender needs, so that the
 * story's mail is a real one. Thread-safe.
 */
final class Mailbox implements AutoCloseable {
    private static final int BACKLOG = 4;
    private static final int MAX_MAILS = 100;
    private static final int MAX_SIZE_CHARS = 4 * 1024 * 1024;
    private static final int SILENCE_MILLIS = 10_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ServerSocket server;
    private final List<Mail> mails = new ArrayList<>();

    /**
     * A mail.
     *
     * @param recipient the address that the sender named
     * @param text headers and body, a character per octet
     */
    record Mail(String recipient, String text) {}

    Mailbox() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new StoryException("no port is free for a mail server", e);
        }
        Thread thread = new Thread(this::serve, "lintel-demo-mail");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens, {@code HOST:PORT}. */
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Waits for the first mail to somebody. */
    synchronized Mail await(String recipient) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Optional<Mail> found = find(recipient);
        while (found.isEmpty()) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMillis <= 0) {
                throw new StoryException("no mail came for " + recipient);
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryException("interrupted", e);
            }
            found = find(recipient);
        }
        return found.get();
    }

    private Optional<Mail> find(String recipient) {
        return mails.stream().filter(mail -> mail.recipient().equals(recipient)).findFirst();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(SILENCE_MILLIS);
                converse(
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                        socket.getOutputStream());
            } catch (IOException e) {
                // A sender that breaks off sends again; a closed server ends the loop.
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 demo");
        String recipient = "";
        String line = in.readLine();
        while (line != null) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            if (verb.equals("DATA")) {
                say(out, "354 go on");
                add(new Mail(recipient, data(in)));
            }
            say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
            line = verb.equals("QUIT") ? null : in.readLine();
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (text.length() > MAX_SIZE_CHARS) {
                throw new IOException("the mail is too long");
            }
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the mail has no end");
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private synchronized void add(Mail mail) throws IOException {
        if (mails.size() == MAX_MAILS) {
            throw new IOException("the mailbox is full");
        }
        mails.add(mail);
        notifyAll();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StoryException("the mail server cannot be stopped", e);
        }
    }
}
