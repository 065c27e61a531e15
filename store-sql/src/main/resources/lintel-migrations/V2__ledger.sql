-- The credit ledger: one hash chain for each distributor, postings in double entry, and both books.
-- Rows are added and never changed, except the two tables that say where things stand: balance and chain_head.
-- What concerns no customer, such as a distributor's purchase, carries the operator's customer id.

CREATE TABLE transfer (
    distributor_id TEXT NOT NULL REFERENCES distributor,
    number BIGINT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer,
    transfer_id ${octets} NOT NULL UNIQUE,
    digest ${octets} NOT NULL,
    cause TEXT NOT NULL,
    credits BIGINT NOT NULL CHECK (credits > 0),
    consumption_order TEXT,
    serial BIGINT,
    access_number BIGINT,
    charge_id ${octets},
    posted_at BIGINT NOT NULL,
    previous ${octets} NOT NULL,
    PRIMARY KEY (distributor_id, number)
) ${clustered};

CREATE INDEX transfer_by_credential ON transfer (customer_id, serial) WHERE serial IS NOT NULL;

CREATE UNIQUE INDEX transfer_by_charge ON transfer (charge_id, cause) WHERE charge_id IS NOT NULL;

CREATE TABLE posting (
    distributor_id TEXT NOT NULL,
    transfer_number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer,
    from_kind TEXT NOT NULL,
    from_owner TEXT NOT NULL,
    to_kind TEXT NOT NULL,
    to_owner TEXT NOT NULL,
    credits BIGINT NOT NULL CHECK (credits > 0),
    PRIMARY KEY (distributor_id, transfer_number, position),
    FOREIGN KEY (distributor_id, transfer_number) REFERENCES transfer (distributor_id, number)
) ${clustered};

CREATE TABLE book_row (
    distributor_id TEXT NOT NULL,
    transfer_number BIGINT NOT NULL,
    book TEXT NOT NULL,
    owner TEXT NOT NULL,
    number BIGINT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer,
    posted_at BIGINT NOT NULL,
    type TEXT NOT NULL,
    amount BIGINT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL,
    paid_change BIGINT NOT NULL,
    trial_change BIGINT NOT NULL,
    paid_after BIGINT NOT NULL,
    trial_after BIGINT NOT NULL,
    PRIMARY KEY (distributor_id, transfer_number, book),
    UNIQUE (owner, book, number),
    FOREIGN KEY (distributor_id, transfer_number) REFERENCES transfer (distributor_id, number)
) ${clustered};

CREATE INDEX book_row_by_time ON book_row (owner, book, posted_at);

-- The owner is a customer or a distributor, after the kind.
CREATE TABLE balance (
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer,
    credits BIGINT NOT NULL,
    PRIMARY KEY (owner, kind),
    CHECK (credits >= 0 OR kind = 'ISSUANCE')
) ${clustered};

CREATE TABLE chain_head (
    distributor_id TEXT NOT NULL PRIMARY KEY REFERENCES distributor,
    customer_id TEXT NOT NULL REFERENCES customer,
    number BIGINT NOT NULL,
    hash ${octets} NOT NULL
) ${clustered};
