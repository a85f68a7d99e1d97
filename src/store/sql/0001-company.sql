-- Version 1 of a company's file. Every table is STRICT. Days are ISO 8601 text, money is minor units, weights and the scores of a
-- ladder are basis points (10 000 = 100 %). Lists of words are written with OR: an IN of three builds a table for every row that is
-- inserted, a tenth of an import's time. The journal's triggers are in 0001-journal.sql, made for the same version.

CREATE TABLE company (                       -- one row: the company
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  name       TEXT    NOT NULL CHECK (name <> ''),
  currency   TEXT    NOT NULL CHECK (length(currency) = 3),  -- ISO 4217
  uuid       TEXT    NOT NULL                -- tells this company's files from another's
) STRICT;

CREATE TABLE imports (                       -- one row: the rows that one import added to a table, journaled as one
  number     INTEGER PRIMARY KEY,            -- the rows carry it in their column import
  what       TEXT    NOT NULL CHECK (what IN ('leaders', 'objectives', 'check_ins', 'ledger', 'movements')),
  file_name  TEXT    NOT NULL,               -- base name of the file that was read
  file_digest TEXT   NOT NULL,               -- SHA-256 of its bytes
  added      INTEGER NOT NULL,               -- rows it added
  total      TEXT    NOT NULL,               -- sum over their figures, as text (17 digits), so that a person can compare
  digest     TEXT    NOT NULL,               -- SHA-256 over the added rows as stored, in key order
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)) -- 1: taken back; its rows are gone, a ledger layer does not count
) STRICT;

CREATE TABLE leaders (                       -- one row: a leader
  id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),  -- the company's own
  name       TEXT    NOT NULL CHECK (name <> ''),
  title      TEXT,
  unit       TEXT,
  email      TEXT,
  manager_id TEXT    REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED, -- null: nobody above
  incentive_target INTEGER CHECK (incentive_target >= 0),    -- minor units for a cycle; null: not set
  from_day   TEXT,                           -- first day in role; null: always
  to_day     TEXT CHECK (to_day >= from_day),-- last day in role; null: open
  import     INTEGER                         -- number in imports that added the row; null: by hand. (No REFERENCES: a
                                             -- million rows would each be looked up; the triggers and the check see to it.)
) STRICT;
CREATE INDEX leaders_by_manager ON leaders (manager_id);

CREATE TABLE cycles (                        -- one row: a review cycle
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  first_day  TEXT    NOT NULL,
  last_day   TEXT    NOT NULL CHECK (last_day >= first_day), -- inclusive
  threshold_score INTEGER NOT NULL DEFAULT 5000  CHECK (threshold_score BETWEEN 0 AND 10000),
  stretch_score   INTEGER NOT NULL DEFAULT 15000 CHECK (stretch_score >= 10000),
  late_score      INTEGER NOT NULL DEFAULT 5000  CHECK (late_score BETWEEN 0 AND 10000)
) STRICT;

CREATE TABLE tops (                          -- one row: a leader that a cycle starts with
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (cycle_id, leader_id)
) STRICT;

CREATE TABLE objectives (                    -- one row: an objective of a leader in a cycle
  id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  title      TEXT    NOT NULL CHECK (title <> ''),
  description TEXT,
  kind       TEXT    NOT NULL CHECK (kind = 'number' OR kind = 'range' OR kind = 'milestone'),
  unit       TEXT,
  decimals   INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 9),
  aggregate  TEXT    NOT NULL CHECK (aggregate = 'latest' OR aggregate = 'sum' OR aggregate = 'mean' OR aggregate = 'minimum' OR aggregate = 'maximum'),
  baseline   REAL CHECK (abs (baseline) < 9e999),                           -- the ladder of a number; null: not set
  threshold  REAL CHECK (abs (threshold) < 9e999),
  target     REAL CHECK (abs (target) < 9e999),
  stretch    REAL CHECK (abs (stretch) < 9e999),
  low        REAL CHECK (abs (low) < 9e999),                           -- a range; null: open on this side
  high       REAL CHECK (abs (high) < 9e999),
  width      REAL CHECK (width > 0 AND width < 9e999),         -- how far outside the range the score falls to 0
  due        TEXT,                           -- day of a milestone
  weight     INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 10000), -- basis points of the review
  source     TEXT,                           -- where the number comes from
  cadence    TEXT CHECK (cadence = 'weekly' OR cadence = 'monthly' OR cadence = 'quarterly'),
  stage      TEXT,                           -- of the customer's journey
  parent_id  TEXT    REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED, -- of a leader above
  local_reason TEXT,                         -- why it has no parent
  import     INTEGER,
  UNIQUE (cycle_id, leader_id, title)
) STRICT;
CREATE INDEX objectives_by_leader ON objectives (leader_id);
CREATE INDEX objectives_by_parent ON objectives (parent_id);

CREATE TABLE links (                         -- one row: the driver an objective claims to move
  objective_id TEXT  NOT NULL REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  driver     TEXT    NOT NULL CHECK (driver = 'acquire' OR driver = 'retain' OR driver = 'expand' OR driver = 'win back'),
  claim_value INTEGER,                       -- yearly improvement over the span before, minor units; null: not said
  claim_customers INTEGER,                   -- the same in customers
  import     INTEGER,
  PRIMARY KEY (objective_id, driver)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_ins (                     -- one row: an objective's value on a day
  objective_id TEXT  NOT NULL REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  day        TEXT    NOT NULL,               -- that it is true for
  value      REAL    NOT NULL CHECK (abs (value) < 9e999),
  recorded   TEXT    NOT NULL,               -- day it was written down
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 10),
  note       TEXT,
  next       TEXT,                           -- what is next
  evidence   TEXT,
  import     INTEGER,
  PRIMARY KEY (objective_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_layers (                 -- one row: an import of customers; the later layer wins; only those whose import is not undone count
  import     INTEGER PRIMARY KEY REFERENCES imports (number) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT    NOT NULL CHECK (kind IN ('recurring', 'transactions')),
  grain      TEXT    NOT NULL CHECK (grain IN ('month', 'quarter', 'year')),
  adds       INTEGER NOT NULL CHECK (adds IN (0, 1)), -- 1: values add to those below, 0: they replace them
  customers  BLOB    NOT NULL,               -- names in number order, each with a NUL behind it
  segments   BLOB    NOT NULL,
  reasons    BLOB    NOT NULL
) STRICT;

CREATE TABLE ledger_columns (                -- one row: a layer's cells of one period, packed little-endian; arrays share an index
  import     INTEGER NOT NULL REFERENCES ledger_layers (import) DEFERRABLE INITIALLY DEFERRED,
  period     INTEGER NOT NULL,               -- periods of the grain since year 0
  customers  BLOB    NOT NULL,               -- u32 number in the layer's customers, rising
  amounts    BLOB    NOT NULL,               -- i64 minor units
  segments   BLOB    NOT NULL,               -- i32 number in the layer's segments, -1: not said
  reasons    BLOB    NOT NULL,               -- i32 number in the layer's reasons, -1: not said
  PRIMARY KEY (import, period)
) STRICT;

CREATE TABLE taken_back (                    -- one row: a part of the rows of an import that is undone, so that redo puts them back
  import     INTEGER NOT NULL REFERENCES imports (number) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT    NOT NULL,
  part       INTEGER NOT NULL,               -- 1, 2, ... in the order of the key
  packed     BLOB    NOT NULL,               -- row after row, value after value: ex-journal-pack.h
  PRIMARY KEY (import, table_name, part)
) STRICT;

CREATE TABLE movements (                     -- one row: the movements of a period, entered by a company without a ledger
  period     TEXT    NOT NULL PRIMARY KEY,   -- 2026-09, 2026-Q3, 2026
  opening_customers INTEGER NOT NULL, new_customers INTEGER NOT NULL, won_back_customers INTEGER NOT NULL,
  expanded_customers INTEGER NOT NULL, contracted_customers INTEGER NOT NULL,
  lost_customers INTEGER NOT NULL, closing_customers INTEGER NOT NULL,
  opening_value INTEGER NOT NULL, new_value INTEGER NOT NULL, won_back_value INTEGER NOT NULL,    -- minor units
  expanded_value INTEGER NOT NULL, contracted_value INTEGER NOT NULL, lost_value INTEGER NOT NULL, closing_value INTEGER NOT NULL,
  import     INTEGER
) STRICT;

CREATE TABLE actions (                       -- one row: something a person did; the history
  number     INTEGER PRIMARY KEY,            -- 1, 2, 3, ... without a gap
  name       TEXT    NOT NULL,               -- "Record a check-in", in English
  subject    TEXT,                           -- what it was about, in words
  actor      TEXT    NOT NULL,               -- leader id, or HR
  system_user TEXT   NOT NULL,
  at         INTEGER NOT NULL,               -- seconds since 1970, UTC
  undoes     INTEGER REFERENCES actions (number), -- the action this one takes back
  salt       TEXT    NOT NULL,               -- hex; so that an erased content cannot be guessed from its digest
  digest     TEXT,                           -- SHA-256 of salt and content; null while the action is open
  chain      TEXT                            -- SHA-256 of the action before's chain and this digest
) STRICT;

CREATE INDEX actions_by_undoes ON actions (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE changes (                       -- one row: a row of another table before and after, under an action
  action     INTEGER NOT NULL REFERENCES actions (number),
  number     INTEGER PRIMARY KEY,
  table_name TEXT    NOT NULL,
  row_key    TEXT    NOT NULL,               -- JSON array of the primary key
  before     TEXT,                           -- JSON object; null: the row was added
  after      TEXT                            -- JSON object; null: the row was removed
) STRICT;
CREATE INDEX changes_by_action ON changes (action);
CREATE INDEX changes_by_row ON changes (table_name, row_key);

CREATE TABLE open_action (                   -- one row: the action that writes go under; the triggers refuse a write without one
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  action     INTEGER REFERENCES actions (number),   -- null: none is open
  import     INTEGER                         -- that is going on: rows inserted with this number are journaled as one; null: none
) STRICT;
INSERT INTO open_action VALUES (1, NULL, NULL);
