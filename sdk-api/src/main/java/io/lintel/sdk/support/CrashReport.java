package io.lintel.sdk.support;

import io.lintel.sdk.model.CustomerId;
import java.time.LocalDate;

/**
 * What a crash left behind.
 *
 * @param customer whose site
 * @param number 1, 2, 3, ... within the customer
 * @param part what crashed
 * @param version its version
 * @param trace where in the code
 * @param day when, by the day alone
 */
public record CrashReport(
        CustomerId customer, long number, ReportCrash.Part part, String version, String trace, LocalDate day) {}
