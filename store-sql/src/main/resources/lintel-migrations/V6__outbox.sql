-- Messages to people. What waits has a due time, and nothing else has. The recipient and the code are not here.
CREATE TABLE notification (
    customer_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    activation BIGINT NOT NULL,
    channel TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT,
    sent_at BIGINT,
    failure TEXT,
    claims BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number),
    FOREIGN KEY (customer_id, activation) REFERENCES activation (customer_id, number)
) ${clustered};

CREATE INDEX notification_waiting ON notification (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX notification_failing ON notification (customer_id, number) WHERE failure IS NOT NULL;

-- Events on their way to an address. Its secret is with the keys.
CREATE TABLE event_subscription (
    customer_id TEXT NOT NULL REFERENCES customer,
    number BIGINT NOT NULL,
    url TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    position BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    failure TEXT,
    claims BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

-- Events that a subscription gave up.
CREATE TABLE dead_letter (
    customer_id TEXT NOT NULL,
    subscription BIGINT NOT NULL,
    event BIGINT NOT NULL,
    at BIGINT NOT NULL,
    failure TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (customer_id, subscription, event),
    FOREIGN KEY (customer_id, subscription) REFERENCES event_subscription (customer_id, number)
) ${clustered};

CREATE INDEX dead_letter_replaying ON dead_letter (customer_id, subscription, event) WHERE state = 'REPLAYING';

-- What a site shares, and the half day in which its last report left. Slots are half days since 1970.
CREATE TABLE sharing (
    customer_id TEXT NOT NULL PRIMARY KEY REFERENCES site,
    statistics TEXT NOT NULL,
    statistics_since BIGINT NOT NULL,
    crash_reports TEXT NOT NULL,
    crash_reports_since BIGINT NOT NULL,
    sent_slot BIGINT NOT NULL
) ${clustered};

-- Which reports came, for two days. Days since 1970: nothing finer is kept.
CREATE TABLE statistics_receipt (
    customer_id TEXT NOT NULL REFERENCES site,
    report_id ${octets} NOT NULL,
    day BIGINT NOT NULL,
    PRIMARY KEY (customer_id, report_id)
) ${clustered};

CREATE TABLE statistics_count (
    customer_id TEXT NOT NULL REFERENCES site,
    day BIGINT NOT NULL,
    counter TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (customer_id, day, counter)
) ${clustered};

CREATE TABLE statistics_phone (
    customer_id TEXT NOT NULL REFERENCES site,
    day BIGINT NOT NULL,
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    phones BIGINT NOT NULL,
    PRIMARY KEY (customer_id, day, dimension, value)
) ${clustered};

CREATE TABLE support_request (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    serial BIGINT,
    text TEXT NOT NULL,
    routing TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

CREATE TABLE crash_report (
    customer_id TEXT NOT NULL REFERENCES site,
    number BIGINT NOT NULL,
    part TEXT NOT NULL,
    version TEXT NOT NULL,
    trace TEXT NOT NULL,
    day BIGINT NOT NULL,
    PRIMARY KEY (customer_id, number)
) ${clustered};

-- When a door was last opened from afar.
CREATE TABLE remote_unlock (
    customer_id TEXT NOT NULL,
    reader BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (customer_id, reader),
    FOREIGN KEY (customer_id, reader) REFERENCES reader (customer_id, number)
) ${clustered};

-- The telephone that a person is told by: personal data.
CREATE TABLE telephone (
    customer_id TEXT NOT NULL REFERENCES site,
    person BIGINT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (customer_id, person)
) ${clustered};
