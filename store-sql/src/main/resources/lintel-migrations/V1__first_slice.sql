-- One text for SQLite and PostgreSQL. What they name differently stands in braces: octets for the type of octet strings,
-- clustered for the clause that keeps a table's rows in the order of its primary key.
-- Every table but lane carries the customer's id: it is the partition key.
-- Times are seconds since 1970, UTC. Keys, signatures and ids of the protocol are octets.

-- Locks, for databases that let several write at once: a unit of work holds the lane of its distributor, or all of them.
CREATE TABLE lane (
    number BIGINT NOT NULL PRIMARY KEY
) ${clustered};

INSERT INTO lane (number) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

CREATE TABLE distributor (
    distributor_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
) ${clustered};

CREATE TABLE customer (
    customer_id TEXT NOT NULL PRIMARY KEY,
    distributor_id TEXT NOT NULL REFERENCES distributor,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
) ${clustered};

CREATE TABLE site (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    project_id ${octets} NOT NULL UNIQUE,
    suite BIGINT NOT NULL,
    profile_name TEXT NOT NULL,
    profile_version BIGINT NOT NULL,
    profile TEXT NOT NULL,
    key_epoch BIGINT NOT NULL,
    root ${octets} NOT NULL,
    created_at BIGINT NOT NULL
) ${clustered};

CREATE TABLE issuing_key (
    customer_id TEXT NOT NULL REFERENCES site,
    position BIGINT NOT NULL,
    statement ${octets} NOT NULL,
    PRIMARY KEY (customer_id, position)
) ${clustered};

-- Private and symmetric keys, apart from everything else.
CREATE TABLE secret_key (
    customer_id TEXT NOT NULL REFERENCES customer,
    kind TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    octets ${octets} NOT NULL,
    PRIMARY KEY (customer_id, kind, epoch)
) ${clustered};

CREATE TABLE counter (
    customer_id TEXT NOT NULL REFERENCES customer,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (customer_id, name)
) ${clustered};

CREATE TABLE person (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

-- Without a person where phones register themselves; credentials likewise.
CREATE TABLE device (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    person BIGINT,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, person) REFERENCES person (customer_id, number)
) ${clustered};

CREATE TABLE credential (
    customer_id TEXT NOT NULL,
    serial BIGINT NOT NULL,
    access_number BIGINT NOT NULL,
    person BIGINT,
    device BIGINT NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    state TEXT NOT NULL,
    activation BIGINT NOT NULL,
    activation_ends BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, serial),
    FOREIGN KEY (customer_id, person) REFERENCES person (customer_id, number),
    FOREIGN KEY (customer_id, device) REFERENCES device (customer_id, number)
) ${clustered};

CREATE INDEX credential_by_access_number ON credential (customer_id, access_number);

CREATE INDEX credential_by_state ON credential (customer_id, state, serial);

CREATE TABLE credential_statement (
    customer_id TEXT NOT NULL,
    serial BIGINT NOT NULL,
    number BIGINT NOT NULL,
    holder_key ${octets} NOT NULL,
    lease_end BIGINT NOT NULL,
    statement ${octets} NOT NULL,
    PRIMARY KEY (customer_id, serial, number),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial)
) ${clustered};

-- Written before its credential, hence the deferred key.
CREATE TABLE activation (
    customer_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    serial BIGINT NOT NULL,
    command_id ${octets} NOT NULL,
    code_hash ${octets} NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    status_at BIGINT,
    request_id ${octets},
    holder_key ${octets},
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial) DEFERRABLE INITIALLY DEFERRED
) ${clustered};

CREATE TABLE reader (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    reader_groups TEXT NOT NULL,
    technology TEXT NOT NULL,
    dh_key ${octets} NOT NULL,
    signing_key ${octets} NOT NULL,
    certificate ${octets} NOT NULL,
    enrolled_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    UNIQUE (customer_id, dh_key),
    UNIQUE (customer_id, signing_key)
) ${clustered};

CREATE TABLE revocation_list (
    customer_id TEXT NOT NULL REFERENCES site,
    epoch BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    statement ${octets} NOT NULL,
    PRIMARY KEY (customer_id, epoch)
) ${clustered};

CREATE TABLE command (
    customer_id TEXT NOT NULL REFERENCES customer,
    command_id ${octets} NOT NULL,
    kind TEXT NOT NULL,
    digest ${octets} NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, command_id)
) ${clustered};

CREATE TABLE command_fact (
    customer_id TEXT NOT NULL,
    command_id ${octets} NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (customer_id, command_id, name),
    FOREIGN KEY (customer_id, command_id) REFERENCES command (customer_id, command_id)
) ${clustered};

CREATE TABLE audit_event (
    customer_id TEXT NOT NULL REFERENCES customer,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    command_id ${octets} NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

CREATE TABLE outbox_event (
    customer_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, number) REFERENCES audit_event (customer_id, number)
) ${clustered};

-- The operator serves customers itself, and owns what belongs to no customer.
INSERT INTO distributor (distributor_id, name, created_at) VALUES ('0000000000000000', 'Operator', 0);

INSERT INTO customer (customer_id, distributor_id, name, created_at)
VALUES ('0000000000000000', '0000000000000000', 'Operator', 0);
