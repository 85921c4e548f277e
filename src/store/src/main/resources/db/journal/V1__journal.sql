-- What one station did. One file, one station, one writer.
CREATE TABLE station (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  station TEXT NOT NULL,
  incarnation INTEGER NOT NULL,
  made_at INTEGER NOT NULL
);

-- The chain: hash = SM3 over the other columns and the hash before. Never updated, never deleted from.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  station TEXT NOT NULL,
  incarnation INTEGER NOT NULL,
  kind TEXT NOT NULL,
  kind_version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  payload_digest BLOB NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
);

-- The payloads apart, as ciphertext: retention deletes rows here and the chain still fits.
CREATE TABLE payload (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  body BLOB NOT NULL
);

-- What waits for the hall. The bytes are those of the payload, frozen since the append: its digest is chained.
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'REFUSED')),
  code TEXT,
  at INTEGER NOT NULL
);
CREATE INDEX delivery_open ON delivery (seq) WHERE state <> 'DELIVERED';

-- The station's state, as ciphertext; changed only together with an entry of the journal.
CREATE TABLE state (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
