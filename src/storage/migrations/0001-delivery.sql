-- Messages in the order in which they came. An answered one keeps its key, so that a late repeat is known, and loses
-- its words and its return address; a dead one keeps them for the operator.
CREATE TABLE inbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  event_key TEXT NOT NULL,
  conversation TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  answered_at INTEGER,
  dead_reason TEXT,
  incoming TEXT,
  UNIQUE (platform, event_key)
) STRICT;

CREATE INDEX inbox_waiting ON inbox (conversation) WHERE answered_at IS NULL;
CREATE INDEX inbox_dead ON inbox (sequence) WHERE dead_reason IS NOT NULL;

-- Version 0: somebody spoke there, but no step of it was ever completed with a state.
CREATE TABLE conversation (
  id TEXT NOT NULL PRIMARY KEY,
  platform TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  address TEXT NOT NULL,
  state TEXT,
  CHECK ((version = 0) = (state IS NULL))
) STRICT;

-- At most one reply to a message: the schema says it too.
CREATE TABLE reply (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  message INTEGER UNIQUE REFERENCES inbox (sequence),
  conversation TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX reply_of_conversation ON reply (conversation);

-- One row, one request to a platform. A sent one loses its body.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  idempotency_key TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  conversation TEXT NOT NULL,
  reply INTEGER REFERENCES reply (sequence),
  status TEXT NOT NULL CHECK (status IN ('pending', 'sending', 'sent', 'dead', 'unknown')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL,
  expires_at INTEGER,
  settled_at INTEGER,
  message_id TEXT,
  reason TEXT,
  body TEXT,
  CHECK ((settled_at IS NULL) = (status IN ('pending', 'sending')))
) STRICT;

CREATE INDEX outbox_open ON outbox (id) WHERE settled_at IS NULL;
CREATE INDEX outbox_dead ON outbox (id) WHERE reason IS NOT NULL;

-- What conversations tell operations.
CREATE TABLE effect (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL,
  kind TEXT NOT NULL,
  ticket TEXT,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX effect_ticket ON effect (ticket) WHERE ticket IS NOT NULL;
