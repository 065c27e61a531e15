-- How the doors of a site behave: as it is registered, and as it was published to readers.
CREATE TABLE reader_project (
    customer_id TEXT NOT NULL REFERENCES site,
    stage TEXT NOT NULL,
    led TEXT NOT NULL,
    buzzer TEXT NOT NULL,
    unlock_seconds BIGINT NOT NULL,
    card_format TEXT NOT NULL,
    facility BIGINT,
    publication TEXT NOT NULL,
    PRIMARY KEY (customer_id, stage)
) ${clustered};
