-- What all mobile keys of a customer have in common. The modes of identification are names with commas between.
CREATE TABLE customer_settings (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    key_name TEXT NOT NULL,
    prefix TEXT,
    default_valid_until BIGINT,
    duplicates TEXT NOT NULL,
    identification TEXT NOT NULL
) ${clustered};

INSERT INTO customer_settings (customer_id, key_name, duplicates, identification)
SELECT customer_id, name, 'REFUSED', 'LIST,WIDGET,DISPLAY,AUTOMATIC' FROM customer;

ALTER TABLE customer ADD COLUMN deleted_at BIGINT;

CREATE INDEX customer_by_distributor ON customer (distributor_id, customer_id);

CREATE TABLE customer_contact (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    address TEXT NOT NULL,
    zip TEXT NOT NULL,
    city TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    web TEXT NOT NULL
) ${clustered};

INSERT INTO customer_contact (customer_id, address, zip, city, email, phone, web)
SELECT customer_id, '', '', '', '', '', '' FROM customer;

-- The unique id is the id of a full system in lower case: demos share theirs. The key itself is in the vault.
CREATE TABLE customer_system (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES customer,
    system_type TEXT NOT NULL,
    system_id TEXT,
    unique_id TEXT UNIQUE,
    key_fingerprint TEXT,
    key_epoch BIGINT NOT NULL,
    android_app BIGINT,
    ios_app BIGINT
) ${clustered};

INSERT INTO customer_system (customer_id, system_type, key_epoch) SELECT customer_id, 'FULL', 0 FROM customer;

-- The first half of system ids, as agreed, and in lower case.
ALTER TABLE distributor ADD COLUMN code TEXT;

ALTER TABLE distributor ADD COLUMN code_key TEXT;

CREATE UNIQUE INDEX distributor_by_code ON distributor (code_key);

-- The customer in whose workspace a distributor's login acted.
ALTER TABLE audit_event ADD COLUMN workspace TEXT;

-- The owner is a customer or a distributor, after the kind. A deleted login keeps its row and loses its hash.
CREATE TABLE admin_login (
    owner_kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    number BIGINT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customer,
    email TEXT NOT NULL,
    active_email TEXT UNIQUE,
    password TEXT,
    created_at BIGINT NOT NULL,
    password_set_at BIGINT NOT NULL,
    deleted_at BIGINT,
    PRIMARY KEY (owner_kind, owner, number)
) ${clustered};

-- Subjects are hashes: sources and addresses are personal data.
CREATE TABLE login_attempt (
    customer_id TEXT NOT NULL REFERENCES customer,
    subject TEXT NOT NULL,
    since BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (customer_id, subject)
) ${clustered};

CREATE INDEX login_attempt_by_time ON login_attempt (customer_id, since);
