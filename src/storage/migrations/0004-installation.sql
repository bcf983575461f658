-- Workspaces in which somebody installed the bot. `sealed` is encrypted; its key is not in the database.
CREATE TABLE installation (
  platform TEXT NOT NULL,
  workspace TEXT NOT NULL,
  at INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (platform, workspace)
) STRICT;
