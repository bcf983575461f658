-- What was answered, exported, forgotten and changed, each record with the hash of the one before. Nobody's words stand
-- here. Forgetting takes salt, subject and detail away; the commitment to them stays, so that the chain stays whole.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  commitment TEXT NOT NULL,
  hash TEXT NOT NULL,
  salt TEXT,
  subject TEXT,
  detail TEXT,
  CHECK ((salt IS NULL) = (detail IS NULL))
) STRICT;

CREATE INDEX audit_subject ON audit (subject) WHERE subject IS NOT NULL;
CREATE INDEX audit_action ON audit (action, at) WHERE action <> 'answered';
