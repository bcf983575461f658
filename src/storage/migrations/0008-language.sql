-- The language that somebody chose for themselves, by their keyed hash.
CREATE TABLE language (
  person TEXT NOT NULL PRIMARY KEY,
  language TEXT NOT NULL
) STRICT;
