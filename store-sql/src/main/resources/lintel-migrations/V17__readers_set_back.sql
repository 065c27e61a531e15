-- Readers that enforced less than they had proven, the last time that each did.
CREATE TABLE reader_set_back (
    customer_id TEXT NOT NULL REFERENCES site,
    reader BIGINT NOT NULL,
    noticed_at BIGINT NOT NULL,
    lost_number BIGINT NOT NULL,
    lost_epoch BIGINT NOT NULL,
    list_epoch BIGINT NOT NULL,
    after_clock BIGINT,
    PRIMARY KEY (customer_id, reader)
) ${clustered};
