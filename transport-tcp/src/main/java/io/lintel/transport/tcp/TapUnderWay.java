package io.lintel.transport.tcp;

import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.TapResult;
import java.util.concurrent.CompletableFuture;

/**
 * A tap that has begun.
 *
 * @param result how it ends, as {@link TcpPhoneClient#tap} says: tell the person at once
 * @param carried what came of the phone's work as a courier behind it; never exceptionally, and after the result. The
 *     connection stays open until then, unless the client is closed
 */
public record TapUnderWay(CompletableFuture<TapResult> result, CompletableFuture<CourierReport> carried) {}
