-- Whose it is, as a keyed hash: what belongs to one person can be shown to them, and taken away.
ALTER TABLE inbox ADD COLUMN person TEXT;
ALTER TABLE conversation ADD COLUMN person TEXT;
ALTER TABLE effect ADD COLUMN person TEXT;

CREATE INDEX inbox_person ON inbox (person);
CREATE INDEX conversation_person ON conversation (person);
CREATE INDEX effect_person ON effect (person);
