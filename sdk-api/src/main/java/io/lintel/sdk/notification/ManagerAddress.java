package io.lintel.sdk.notification;

/**
 * Where phones reach the manager: goes into every QR code.
 *
 * @param host a DNS name, an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65535
 */
public record ManagerAddress(String host, int port) {}
