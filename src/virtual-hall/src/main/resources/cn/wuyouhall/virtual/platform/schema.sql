-- What the sandbox received. Instants are UTC milliseconds. A checker may read this file while the
-- sandbox runs; nothing in it is personal data (names are masked before they are kept).
CREATE TABLE IF NOT EXISTS cases (
  no             INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id        TEXT    NOT NULL UNIQUE,
  case_no        TEXT    NOT NULL UNIQUE,
  provincial_no  TEXT    UNIQUE,
  received_at    INTEGER NOT NULL,
  item_code      TEXT    NOT NULL,
  item_name      TEXT    NOT NULL,
  applicant      TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  kind           TEXT    NOT NULL,
  stage          TEXT    NOT NULL,
  next_stage     TEXT,
  next_at        INTEGER
);
CREATE INDEX IF NOT EXISTS cases_due ON cases (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS case_events (
  case_id        TEXT    NOT NULL REFERENCES cases (case_id),
  version        INTEGER NOT NULL,
  idempotency_key TEXT   NOT NULL UNIQUE,
  kind           TEXT    NOT NULL,
  occurred_at    INTEGER NOT NULL,
  received_at    INTEGER NOT NULL,
  station        TEXT    NOT NULL,
  operator       TEXT    NOT NULL,
  materials      INTEGER NOT NULL,
  deferred       INTEGER NOT NULL,
  promised_due   TEXT,
  legal_due      TEXT,
  documents      INTEGER NOT NULL,
  body_sm3       TEXT    NOT NULL,
  body_bytes     INTEGER NOT NULL,
  PRIMARY KEY (case_id, version)
);

CREATE TABLE IF NOT EXISTS ratings (
  rating_id      TEXT    NOT NULL PRIMARY KEY,
  idempotency_key TEXT   NOT NULL UNIQUE,
  subject_type   TEXT    NOT NULL,
  subject_id     TEXT    NOT NULL,
  stage          TEXT    NOT NULL,
  round          INTEGER NOT NULL,
  region         TEXT    NOT NULL,
  hall           TEXT    NOT NULL,
  window         INTEGER NOT NULL,
  outcome        TEXT    NOT NULL,
  occurred_at    INTEGER NOT NULL,
  received_at    INTEGER NOT NULL,
  grade          INTEGER CHECK (grade BETWEEN 1 AND 5),
  UNIQUE (subject_type, subject_id, stage, round),
  CHECK ((outcome = 'rated') = (grade IS NOT NULL))
);

-- Every write that took effect, with the reply it got: what a repetition is answered with.
CREATE TABLE IF NOT EXISTS effects (
  idempotency_key TEXT   NOT NULL PRIMARY KEY,
  path           TEXT    NOT NULL,
  body_sm3       TEXT    NOT NULL,
  reply          TEXT    NOT NULL,
  at             INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS status (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id        TEXT    NOT NULL,
  provincial_no  TEXT    NOT NULL,
  stage          TEXT    NOT NULL,
  at             INTEGER NOT NULL
);

-- Every request under /v1, in the order it was answered.
CREATE TABLE IF NOT EXISTS requests (
  no             INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  method         TEXT    NOT NULL,
  path           TEXT    NOT NULL,
  idempotency_key TEXT,
  status         INTEGER NOT NULL,
  replay         INTEGER NOT NULL
);
