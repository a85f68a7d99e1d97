-- Version 3 of a company's file: what is said of the ledger's periods, reasons given later, spells, and the rewards. The conventions are those
-- of 0001-company.sql; the columns that older history speaks of stay as they are.

ALTER TABLE ledger_layers ADD COLUMN replaces INTEGER NOT NULL DEFAULT 0 CHECK (replaces IN (0, 1)); -- 1: each of its periods replaces the whole period below
-- How many customers the ledger knows with it: its columns number them over all layers, those that count or not, its names are only those that no
-- earlier layer had, and its columns are packed (ex-ledger-pack.h). 0: it numbers its own, in full width, as in files of before.
ALTER TABLE ledger_layers ADD COLUMN known INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0);
-- Which row of a cell decided its segment and its reason (ex-ledger-pack.h), so that rows which are added later decide as if they had come with the
-- others. Null: no row has a day, and each cell that says anything is of one row.
ALTER TABLE ledger_columns ADD COLUMN origins BLOB;

CREATE TABLE asset_terms (                   -- one row, or none: what the company says of its ledger as a whole
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  complete_to TEXT CHECK (complete_to IS date (complete_to, '+0 days')), -- the last day that is complete; null: not said, and then all of it is
  margin     INTEGER CHECK (margin BETWEEN 0 AND 10000),  -- for lifetime values: share of the value that stays, basis points; null: not set
  discount   INTEGER CHECK (discount BETWEEN 0 AND 10000) -- a period of the ledger, basis points; null: not set
) STRICT;

CREATE TABLE no_data_periods (               -- one row: an empty period of the ledger that is passed over
  period     TEXT    NOT NULL PRIMARY KEY CHECK (period <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE given_reasons (                 -- one row: why a customer left, said later; it goes before what the ledger says
  customer   TEXT    NOT NULL CHECK (customer <> ''),
  period     TEXT    NOT NULL,               -- of the ledger's grain: the last one with a row of the customer before they left
  reason     TEXT    NOT NULL CHECK (reason <> ''),
  import     INTEGER,                        -- number in imports that added the row; null: by hand
  PRIMARY KEY (customer, period)
) STRICT;

CREATE TABLE spells (                        -- one row: an earlier time in the role, beside the leader's own from_day and to_day
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  from_day   TEXT    NOT NULL,
  to_day     TEXT    NOT NULL CHECK (to_day >= from_day), -- inclusive
  PRIMARY KEY (leader_id, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_terms (                  -- one row: what a cycle pays by; none: it pays nothing by growth
  cycle_id   TEXT    NOT NULL PRIMARY KEY REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  curve      TEXT    NOT NULL CHECK (curve <> ''), -- 2:50,5:100,8:150: growth and payout in percent
  measure    TEXT    NOT NULL CHECK (measure IN ('value', 'customers')),
  gate       REAL    NOT NULL DEFAULT 0 CHECK (abs (gate) < 9e999), -- percent
  pool       INTEGER CHECK (pool >= 0),      -- minor units; null: none
  company_share INTEGER NOT NULL DEFAULT 10000 CHECK (company_share BETWEEN 5000 AND 10000), -- basis points; below 50 % it is no one-company reward
  cap        INTEGER NOT NULL DEFAULT 15000 CHECK (cap >= 0) -- of the own factor, basis points
) STRICT;

CREATE TABLE reward_runs (                   -- one row: the rewards of a cycle as a close computed them, once; they never change
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  version    INTEGER NOT NULL CHECK (version >= 1), -- 1, 2, ...: another after every re-opening
  step       INTEGER NOT NULL,               -- number of the close in cycle_steps
  day        TEXT    NOT NULL,
  curve TEXT NOT NULL, measure TEXT NOT NULL, gate REAL NOT NULL, pool INTEGER, company_share INTEGER NOT NULL, cap INTEGER NOT NULL, -- the terms, as they then stood
  first_period TEXT  NOT NULL,               -- of the growth
  last_period TEXT   NOT NULL,
  opening    INTEGER NOT NULL,               -- of the measure: customers, or minor units
  closing    INTEGER NOT NULL,
  factor     REAL    NOT NULL CHECK (factor >= 0 AND factor < 9e999), -- the company factor, a fraction
  uncut      INTEGER NOT NULL CHECK (uncut >= 0), -- the sum of the rounded rewards before the pool, minor units
  total      INTEGER NOT NULL CHECK (total BETWEEN 0 AND uncut), -- what is paid
  PRIMARY KEY (cycle_id, version)
) STRICT;

CREATE TABLE reward_statements (             -- one row: what a leader is paid by a run, with its working
  cycle_id   TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  target     INTEGER,                        -- minor units; null: none was set, and there is no reward
  own_score  REAL CHECK (abs (own_score) < 9e999), -- a fraction; null: without a score
  own_factor REAL    NOT NULL CHECK (abs (own_factor) < 9e999), -- a fraction, after the cap
  own_from   TEXT    NOT NULL CHECK (own_from IN ('score', 'so-far', 'excused', 'no-score')),
  days_in_role INTEGER NOT NULL,
  days       INTEGER NOT NULL CHECK (days >= 1), -- of the cycle
  unrounded  REAL CHECK (abs (unrounded) < 9e999), -- minor units, before the pool's cut; null: no target
  reward     INTEGER CHECK (reward >= 0),    -- minor units; null: no target
  PRIMARY KEY (cycle_id, version, leader_id),
  CHECK ((target IS NULL) = (reward IS NULL)),
  FOREIGN KEY (cycle_id, version) REFERENCES reward_runs (cycle_id, version) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX reward_statements_by_leader ON reward_statements (leader_id);
