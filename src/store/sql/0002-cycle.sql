-- Version 2 of a company's file: the review cycle. The conventions are those of 0001-company.sql; the tables of version 1 keep their
-- columns, so that what their history says of a row stays the whole of it.
--
-- Where a cycle and a review stand is never written down: it is the last of the steps that were taken. Steps are added, one after the
-- other, when their gate passes (0002-gates.sql), and never changed. Only undo takes one away, and only the last.

CREATE TABLE cycle_plans (                   -- one row: how a cycle is run; no row: as the defaults say
  cycle_id   TEXT    NOT NULL PRIMARY KEY REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  plan_until TEXT,                           -- last day of each phase; null: not set
  run_until  TEXT,
  assess_until TEXT,
  calibrate_until TEXT,
  sign_until TEXT,
  min_objectives INTEGER NOT NULL DEFAULT 3 CHECK (min_objectives BETWEEN 1 AND 12), -- that a review needs to be agreed
  board      TEXT                            -- who reviews the tops, by name; null: the board
) STRICT;

CREATE TABLE scale_words (                   -- one row: a rating of a cycle's scale; none: the five of the program
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 10),  -- from the lowest, 1, up without a gap
  words      TEXT    NOT NULL CHECK (words <> ''),
  PRIMARY KEY (cycle_id, rating)
) STRICT;

CREATE TABLE cycle_steps (                   -- one row: a cycle moved to another phase; the last row says where it stands, none: plan
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL CHECK (number >= 1),  -- 1, 2, 3, ... of the cycle
  step       TEXT    NOT NULL CHECK (step IN ('advance', 'back', 'close', 'reopen')),
  phase      TEXT    NOT NULL CHECK (phase IN ('plan', 'run', 'assess', 'calibrate', 'sign', 'closed')), -- after the step
  why        TEXT,                           -- of back and reopen
  day        TEXT    NOT NULL,
  opening_customers INTEGER, closing_customers INTEGER, -- of close: the customer asset over the cycle, as it then stood
  opening_value INTEGER, closing_value INTEGER,
  PRIMARY KEY (cycle_id, number),
  CHECK (why <> '' OR step NOT IN ('back', 'reopen')),
  CHECK ((phase = 'closed') = (step = 'close'))
) STRICT;

CREATE TABLE review_steps (                  -- one row: a step of a leader's review in a cycle, and how the review stands after it; no row: drafting
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL CHECK (number >= 1),  -- 1, 2, 3, ... of the review
  step       TEXT    NOT NULL CHECK (step IN ('agree', 'self-assess', 'assess', 'sign', 'dissent', 'excuse', 'reopen', 'send-back', 'move')),
  why        TEXT,                           -- of excuse, reopen, send-back, move; of sign when HR signs for somebody; of dissent its words
  day        TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('drafting', 'agreed', 'self-assessed', 'assessed', 'signed')), -- from here on: after the step
  reviewer_id TEXT   REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED, -- set by agree and move; null: whom the reporting lines say, or the board
  assessed_by TEXT,                          -- whose ratings count: a leader's id, '' for the board; null: not assessed
  excused    INTEGER NOT NULL DEFAULT 0 CHECK (excused IN (0, 1)),
  reviewer_signed TEXT,                      -- who put the reviewer's signature: a leader's id, '' the board, 'HR' for one who could not; null: nobody yet
  leader_signed TEXT,                        -- the same of the leader's
  PRIMARY KEY (cycle_id, leader_id, number),
  CHECK (why <> '' OR step NOT IN ('excuse', 'reopen', 'send-back', 'move', 'dissent')),
  CHECK ((state = 'signed') = (reviewer_signed IS NOT NULL AND leader_signed IS NOT NULL)),
  CHECK (leader_signed IS NULL OR reviewer_signed IS NOT NULL)
) STRICT;
CREATE INDEX review_steps_by_leader ON review_steps (leader_id);

CREATE TABLE ratings (                       -- one row: what somebody says of an objective, draft or submitted (the review's state tells)
  objective_id TEXT  NOT NULL REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  role       TEXT    NOT NULL CHECK (role IN ('self', 'manager', 'observer')),
  rater_id   TEXT    NOT NULL,               -- leader id; '' for the board
  rating     INTEGER CHECK (rating BETWEEN 1 AND 10), -- on the cycle's scale; null: not yet
  comment    TEXT,
  confirmed  INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)), -- a manager's: the actual is right
  actual     REAL CHECK (abs (actual) < 9e999), -- the actual that was confirmed; null: not measured, or not confirmed
  PRIMARY KEY (objective_id, role, rater_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustments (                   -- one row: a rating changed in calibration; the first one stays in ratings
  objective_id TEXT  NOT NULL PRIMARY KEY REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 10),
  why        TEXT    NOT NULL CHECK (why <> ''),
  agreed_by  TEXT    NOT NULL CHECK (agreed_by <> '') -- who agreed to it, by name
) STRICT, WITHOUT ROWID;

CREATE TABLE observers (                     -- one row: somebody asked to rate a leader's objectives beside the reviewer
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  observer_id TEXT   NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED CHECK (observer_id <> leader_id),
  PRIMARY KEY (cycle_id, leader_id, observer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_notes (                 -- one row: what a reviewer keeps for themself about a leader's review
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  author_id  TEXT    NOT NULL,               -- leader id; HR; never the leader themself
  note       TEXT    NOT NULL CHECK (note <> ''),
  PRIMARY KEY (cycle_id, leader_id, author_id),
  CHECK (author_id <> leader_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE amendments (                    -- one row: a change of agreed objectives, proposed with a reason
  cycle_id   TEXT    NOT NULL REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED,
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  number     INTEGER NOT NULL CHECK (number >= 1),  -- 1, 2, 3, ... of the review
  why        TEXT    NOT NULL CHECK (why <> ''),
  proposed_by TEXT   NOT NULL,               -- leader id, or HR
  day        TEXT    NOT NULL,
  state      TEXT    NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'accepted', 'refused', 'withdrawn')),
  decided_by TEXT,                           -- leader id, '' the board, or HR; null: open
  answer     TEXT,                           -- what they said to it
  PRIMARY KEY (cycle_id, leader_id, number),
  CHECK ((state = 'proposed') = (decided_by IS NULL))
) STRICT;

CREATE TABLE amended_objectives (            -- one row: an objective as an amendment would have it, and as it was; both whole
  cycle_id   TEXT    NOT NULL,
  leader_id  TEXT    NOT NULL,
  number     INTEGER NOT NULL,               -- of the amendment
  objective_id TEXT  NOT NULL REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  aggregate  TEXT    NOT NULL, baseline REAL, threshold REAL, target REAL, stretch REAL, low REAL, high REAL, width REAL, due TEXT,
  weight     INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 10000),
  links      TEXT    NOT NULL,               -- JSON: [{"driver":"retain","value":120000,"customers":null}], by driver
  old_aggregate TEXT NOT NULL, old_baseline REAL, old_threshold REAL, old_target REAL, old_stretch REAL, old_low REAL, old_high REAL,
  old_width  REAL, old_due TEXT, old_weight INTEGER NOT NULL, old_links TEXT NOT NULL,
  PRIMARY KEY (cycle_id, leader_id, number, objective_id),
  FOREIGN KEY (cycle_id, leader_id, number) REFERENCES amendments (cycle_id, leader_id, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX amended_objectives_by_objective ON amended_objectives (objective_id);

CREATE TABLE templates (                     -- one row: an objective of the company's own library, without the figures of anybody
  id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
  title      TEXT    NOT NULL CHECK (title <> ''),
  description TEXT,
  kind       TEXT    NOT NULL CHECK (kind IN ('number', 'range', 'milestone')),
  unit       TEXT,
  decimals   INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 9),
  aggregate  TEXT    NOT NULL CHECK (aggregate IN ('latest', 'sum', 'mean', 'minimum', 'maximum')),
  falls      INTEGER NOT NULL DEFAULT 0 CHECK (falls IN (0, 1)), -- 1: lower is better
  source     TEXT,
  cadence    TEXT CHECK (cadence IN ('weekly', 'monthly', 'quarterly')),
  stage      TEXT,
  driver     TEXT CHECK (driver IN ('acquire', 'retain', 'expand', 'win back'))
) STRICT;

CREATE TABLE past_managers (                 -- one row: whom a leader reported to before; leaders.manager_id is from the day after the last on
  leader_id  TEXT    NOT NULL REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED,
  until_day  TEXT    NOT NULL,               -- the last day of it; it began the day after the row before, or with the leader
  manager_id TEXT    REFERENCES leaders (id) DEFERRABLE INITIALLY DEFERRED CHECK (manager_id <> leader_id), -- null: nobody above
  PRIMARY KEY (leader_id, until_day)
) STRICT;

CREATE TABLE final_periods (                 -- one row: a period of the ledger's grain whose figures stand for good
  period     TEXT    NOT NULL PRIMARY KEY CHECK (period <> '') -- 2026-09, 2026-Q3, 2026
) STRICT, WITHOUT ROWID;

CREATE TABLE erasures (                      -- one row: an entry of the history, or an import, whose words about a person were erased
  erased_in  INTEGER NOT NULL,               -- the action that erased
  what       TEXT    NOT NULL CHECK (what IN ('action', 'import')),
  number     INTEGER NOT NULL,               -- of it
  digest     TEXT    NOT NULL,               -- of what is left, in place of the one it was chained with: the chain stays, and what is left is held by this
  PRIMARY KEY (erased_in, what, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE asked (                         -- one row, no record: whose gate a trigger is testing; the views of the gates read it
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  today      TEXT,                           -- set by the program when an action begins; null: the computer's
  cycle_id   TEXT,                           -- set by the trigger that asks; when they are,
  leader_id  TEXT,
  to_id      TEXT,                           -- of move: the new reviewer
  day        TEXT,                           -- a trigger fills in the rest: the day the reporting lines are read on, today inside of the cycle
  first_day  TEXT, last_day TEXT, phase TEXT,-- of the cycle
  min_objectives INTEGER, max_rating INTEGER,
  takes_part INTEGER, is_top INTEGER,        -- of the leader
  manager_id TEXT,                           -- on that day
  steps      INTEGER,                        -- of the review, and from here on as in review_steps; null: there is no such leader or cycle
  state      TEXT, reviewer_id TEXT, assessed_by TEXT, excused INTEGER, reviewer_signed TEXT, leader_signed TEXT,
  by_id      TEXT,                           -- who reviews: a leader's id, '' the board; null: nobody
  by_state   TEXT                            -- of their own review; the board's counts as signed
) STRICT;
INSERT INTO asked (id) VALUES (1);

CREATE VIEW reviews AS                       -- one row: a review that has moved, as it stands
SELECT * FROM review_steps s
 WHERE number = (SELECT max (number) FROM review_steps l WHERE l.cycle_id = s.cycle_id AND l.leader_id = s.leader_id);

CREATE VIEW cycle_phases AS                  -- one row: a cycle and the phase that it is in
SELECT id AS cycle_id,
       coalesce ((SELECT phase FROM cycle_steps s WHERE s.cycle_id = c.id ORDER BY number DESC LIMIT 1), 'plan') AS phase
  FROM cycles c;

CREATE VIEW cycle_tops AS                    -- one row: a leader that a cycle starts with: those named, else the only one without a manager
SELECT cycle_id, leader_id FROM tops
UNION ALL
SELECT c.id, (SELECT id FROM leaders WHERE manager_id IS NULL)
  FROM cycles c
 WHERE NOT EXISTS (SELECT 1 FROM tops t WHERE t.cycle_id = c.id) AND (SELECT count (*) FROM leaders WHERE manager_id IS NULL) = 1;
