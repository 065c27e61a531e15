package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;

/** The queues of writers of one store, and which of them a customer's work has to take. */
interface Lanes {

    /** The lane for works that touch the rows of this customer and the accounts of its distributor alone. */
    Lane of(CustomerId partition);

    /** The lane for works that may touch anything. */
    Lane whole();
}
