-- The newest check-in of each credential's phone: what tells a repetition from a new request.
CREATE TABLE check_in (
    customer_id TEXT NOT NULL,
    serial BIGINT NOT NULL,
    number BIGINT NOT NULL,
    request_id ${octets} NOT NULL,
    checked_in_at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, serial),
    FOREIGN KEY (customer_id, serial) REFERENCES credential (customer_id, serial)
) ${clustered};
