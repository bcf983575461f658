-- What ended talks teach, a row each; no words. Taking an identity's rows out takes out all that was learnt from it.
CREATE TABLE ledger (
  id TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  pack TEXT NOT NULL,
  problem TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  fix TEXT,
  evidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_identity ON ledger (identity);
