-- Which number a hidden value has in its talk, by keyed hash, so that the same value keeps its number.
CREATE TABLE placeholder (
  conversation TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (conversation, kind, digest)
) STRICT, WITHOUT ROWID;

-- Whether talks of a person may be learnt from, and which version of the question was answered. No row: nobody asked.
CREATE TABLE consent (
  person TEXT PRIMARY KEY,
  learning INTEGER NOT NULL CHECK (learning IN (0, 1)),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What came to its end is found without looking at what has not.
CREATE INDEX conversation_updated ON conversation (updated_at);
CREATE INDEX effect_kind ON effect (kind, at);
CREATE INDEX audit_kept ON audit (at) WHERE detail IS NOT NULL;
