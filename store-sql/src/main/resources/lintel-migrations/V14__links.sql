-- What each reader said last over its link. The counts are numbers with commas between, in the order of the reader's counters.
CREATE TABLE reader_link (
    customer_id TEXT NOT NULL REFERENCES customer,
    reader BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    kept_revision BIGINT NOT NULL,
    software TEXT NOT NULL,
    counts TEXT NOT NULL,
    PRIMARY KEY (customer_id, reader)
) ${clustered};

-- The newest configuration that was signed for each reader: what tells whether another is due.
CREATE TABLE told_reader (
    customer_id TEXT NOT NULL REFERENCES customer,
    reader BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    settings ${octets} NOT NULL,
    transports TEXT NOT NULL,
    directory TEXT NOT NULL,
    PRIMARY KEY (customer_id, reader)
) ${clustered};
