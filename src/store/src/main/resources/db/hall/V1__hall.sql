-- The hall database, SQLite and PostgreSQL alike. ids are UUIDv7 text, instants UTC epoch milliseconds, days ISO text.
-- Columns of type ${bytes} that hold personal data are ciphertext; columns named *_digest are keyed digests.

-- The open day is the newest row. It only moves forward; last_rank makes places in the lines strictly rising,
-- whatever the clocks do.
CREATE TABLE business_day (
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  day TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  last_rank BIGINT NOT NULL,
  PRIMARY KEY (hall, day)
) ${rowless};

-- Priority calls a window has made in a row today.
CREATE TABLE window_turn (
  hall TEXT NOT NULL,
  day TEXT NOT NULL,
  window_no INTEGER NOT NULL,
  region TEXT NOT NULL,
  priority_run INTEGER NOT NULL,
  PRIMARY KEY (hall, day, window_no)
) ${rowless};

CREATE TABLE ticket (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  day TEXT NOT NULL,
  prefix TEXT NOT NULL,
  number INTEGER NOT NULL,
  line TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('PRINTING', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'NO_SHOW', 'SERVED', 'VOID', 'LEFT')),
  unconfirmed INTEGER NOT NULL DEFAULT 0,
  priority TEXT NOT NULL,
  item_code TEXT NOT NULL,
  rank_at BIGINT NOT NULL,
  holder ${bytes},
  holder_digest TEXT,
  window_no INTEGER,
  calls INTEGER NOT NULL DEFAULT 0,
  called_at BIGINT,
  visit_id TEXT,
  station TEXT NOT NULL,
  replaces TEXT,
  UNIQUE (hall, day, prefix, number),
  CHECK (unconfirmed = 0 OR state = 'PRINTING'),
  CHECK (state NOT IN ('CALLED', 'SERVING') OR (window_no IS NOT NULL AND visit_id IS NOT NULL))
) ${rowless};
-- One window, one ticket.
CREATE UNIQUE INDEX ticket_at_window ON ticket (hall, window_no) WHERE state IN ('CALLED', 'SERVING');
-- A ticket is replaced once.
CREATE UNIQUE INDEX ticket_replaced ON ticket (replaces) WHERE replaces IS NOT NULL;
-- The lines in order; the state stands in the key, so that calling never walks over tickets already called.
CREATE INDEX ticket_line ON ticket (hall, day, line, state, rank_at);
CREATE INDEX ticket_holder ON ticket (hall, day, holder_digest) WHERE holder_digest IS NOT NULL;

-- One row per change; its id is the request's, which makes a request unique and its answer findable.
CREATE TABLE ticket_event (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  visit_id TEXT,
  kind TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  line TEXT NOT NULL,
  window_no INTEGER,
  station TEXT NOT NULL,
  operator TEXT NOT NULL,
  note ${bytes},
  at BIGINT NOT NULL
) ${rowless};
-- Papers that never came: their places are kept until a guide replaces them.
CREATE INDEX ticket_event_no_paper ON ticket_event (ticket_id) WHERE kind = 'PRINT_FAILED';

CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  day TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  line TEXT NOT NULL,
  window_no INTEGER NOT NULL,
  station TEXT NOT NULL,
  operator TEXT NOT NULL,
  called_at BIGINT NOT NULL,
  started_at BIGINT,
  ended_at BIGINT,
  ending TEXT,
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) ${rowless};
CREATE INDEX visit_line ON visit (hall, day, line, ended_at);

CREATE TABLE announcement (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  zone TEXT NOT NULL,
  prefix TEXT NOT NULL,
  number INTEGER NOT NULL,
  window_no INTEGER NOT NULL,
  ticket_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  claimed_by TEXT,
  claimed_at BIGINT
) ${rowless};
CREATE INDEX announcement_open ON announcement (hall, zone, at) WHERE claimed_by IS NULL;

CREATE TABLE rating_invitation (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  visit_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  round INTEGER NOT NULL,
  window_no INTEGER NOT NULL,
  made_at BIGINT NOT NULL,
  asked_by TEXT,
  asked_at BIGINT,
  ended INTEGER NOT NULL DEFAULT 0,
  UNIQUE (visit_id, stage, round)
) ${rowless};
CREATE INDEX rating_invitation_open ON rating_invitation (hall, window_no, made_at) WHERE ended = 0;

-- How an invitation ended; the grade itself is only in the sealed body.
CREATE TABLE rating_outcome (
  invitation_id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  journal_id TEXT NOT NULL UNIQUE,
  outcome TEXT NOT NULL CHECK (outcome IN ('ANSWERED', 'TIMED_OUT', 'DECLINED', 'NOT_ASKED')),
  station TEXT NOT NULL,
  at BIGINT NOT NULL
) ${rowless};

-- The newest event of each case.
CREATE TABLE case_register (
  case_id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  case_no TEXT NOT NULL,
  version INTEGER NOT NULL,
  journal_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  item_code TEXT NOT NULL,
  station TEXT NOT NULL,
  id_digest TEXT NOT NULL,
  provincial_no TEXT,
  provincial_version INTEGER NOT NULL DEFAULT 0,
  stage TEXT NOT NULL DEFAULT '',
  stage_at BIGINT,
  at BIGINT NOT NULL,
  UNIQUE (hall, case_no)
) ${rowless};
CREATE INDEX case_register_person ON case_register (hall, id_digest, at);
CREATE INDEX case_register_newest ON case_register (hall, at);

CREATE TABLE case_event (
  journal_id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body ${bytes} NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (case_id, version)
) ${rowless};

-- Keyed tokens of the applicant's name, one per character: search by part of a name.
CREATE TABLE case_name_token (
  hall TEXT NOT NULL,
  token TEXT NOT NULL,
  case_id TEXT NOT NULL,
  region TEXT NOT NULL,
  PRIMARY KEY (hall, token, case_id)
) ${rowless};

-- What the hall owes the province: one lane a case, in the order of position.
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  hall TEXT NOT NULL,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  position BIGINT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'REFUSED')),
  frozen ${bytes},
  leased_by TEXT,
  leased_until BIGINT,
  not_before BIGINT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  code TEXT,
  message ${bytes},
  provincial_no TEXT,
  received_at BIGINT,
  replay INTEGER,
  made_at BIGINT NOT NULL,
  UNIQUE (hall, position)
) ${rowless};
CREATE INDEX outbox_open ON outbox (hall, position) WHERE state <> 'DELIVERED';
CREATE INDEX outbox_lane ON outbox (lane, position);

CREATE TABLE status_cursor (
  hall TEXT NOT NULL PRIMARY KEY,
  region TEXT NOT NULL,
  position TEXT NOT NULL
) ${rowless};

CREATE TABLE account (
  hall TEXT NOT NULL,
  number TEXT NOT NULL,
  region TEXT NOT NULL,
  name ${bytes} NOT NULL,
  roles TEXT NOT NULL,
  pin_encoding TEXT NOT NULL,
  active INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure BIGINT,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (hall, number)
) ${rowless};

CREATE TABLE hall_rules (
  hall TEXT NOT NULL,
  version BIGINT NOT NULL,
  region TEXT NOT NULL,
  effective TEXT NOT NULL,
  body TEXT NOT NULL,
  operator TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (hall, version)
) ${rowless};

CREATE TABLE station (
  hall TEXT NOT NULL,
  station TEXT NOT NULL,
  region TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  window_no INTEGER NOT NULL DEFAULT 0,
  incarnation INTEGER NOT NULL DEFAULT 0,
  holder TEXT,
  last_seen BIGINT,
  journal_incarnation INTEGER,
  journal_seq BIGINT,
  journal_hash ${bytes},
  journal_at BIGINT,
  head_fault TEXT,
  PRIMARY KEY (hall, station)
) ${rowless};

-- The hall data key wrapped for each station; a row without a wrapped key is a station that waits to be let in.
CREATE TABLE station_key (
  hall TEXT NOT NULL,
  station TEXT NOT NULL,
  region TEXT NOT NULL,
  public_key ${bytes} NOT NULL,
  key_id TEXT,
  wrapped ${bytes},
  at BIGINT NOT NULL,
  PRIMARY KEY (hall, station)
) ${rowless};

-- The recovery copy of each hall data key, under the phrase shown once.
CREATE TABLE hall_key (
  hall TEXT NOT NULL,
  key_id TEXT NOT NULL,
  region TEXT NOT NULL,
  recovery TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (hall, key_id)
) ${rowless};

-- The supervisors' key pairs; the private one under their passphrase.
CREATE TABLE supervisor_key (
  hall TEXT NOT NULL,
  key_id TEXT NOT NULL,
  region TEXT NOT NULL,
  public_key ${bytes} NOT NULL,
  sealed_private TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (hall, key_id)
) ${rowless};
