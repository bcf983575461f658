-- What admins set for channels and threads, by their keyed hashes.
CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY,
  settings TEXT NOT NULL
) STRICT;
