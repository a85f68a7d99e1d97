-- A company as Exemplar's version 2 of the format left it: imports, one of them undone, a final period, an excuse.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE company (                       -- one row: the company
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  name       TEXT    NOT NULL CHECK (name <> ''),
  currency   TEXT    NOT NULL CHECK (length(currency) = 3),  -- ISO 4217
  uuid       TEXT    NOT NULL                -- tells this company's files from another's
) STRICT;
INSERT INTO company VALUES(1,'Acme','EUR','defe946d-ce89-4672-8178-85df82bd0bde');
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
INSERT INTO imports VALUES(1,'leaders','l.csv','8543e993ad73fcd630d7441643eeb8e6c29dccf86a821d3103d9d44f939febae',2,'150000','7c9b74fcf7a0985886bc1853b7189b4f657af659b93b79c4a363987b62b71738',0);
INSERT INTO imports VALUES(2,'objectives','o.csv','0807d3dd4ff2afe2e5cd6aca57091e94de11bc3fb99b282282fb7a03f4f25422',2,'20000','dec76a2cf6ea891e856c32e27dcc7d5e768255849eb76b1ee89254fa60194f9a',0);
INSERT INTO imports VALUES(3,'check_ins','k.csv','5ca294073e46c2c084f394e721064db798d4c7301af2befe720ad3071961758d',2,'170','5785ccddbb3217016f91bb5a8b614d253761443952d7452d65dff88afa844682',0);
INSERT INTO imports VALUES(4,'ledger','c.csv','3d7f781ba4a0f855d0452dcc5e74c59f7ca386fbf1fc6e5a44c4d8cdd60f6237',5,'40000','899f94ad9ae8b5e890e4656ea9197712fd68d393e9acb9bd5937efac851bc950',0);
INSERT INTO imports VALUES(5,'ledger','c2.csv','4b33db413e032942302c8b67e5c793899b9dd825db7600e7741345cfa074e5d6',1,'7000','ff2a9cda857f419578dab652c29d2060414b9e8d5608f05f85b1b04d052daae7',0);
INSERT INTO imports VALUES(6,'ledger','c3.csv','674668fba6a3230bfc83976e43c8d7aec0773f3595b1d803e5f6ec8b05b55217',1,'500','470cf41ee0e3041afef379f10ca3f010017dedde7949429ecaacf70408f9521d',1);
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
INSERT INTO leaders VALUES('a','Ann Top','Chief',NULL,NULL,NULL,100000,'2020-01-01',NULL,1);
INSERT INTO leaders VALUES('b','Bob Mid','Head',NULL,NULL,'a',50000,'2024-03-01',NULL,1);
CREATE TABLE cycles (                        -- one row: a review cycle
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  first_day  TEXT    NOT NULL,
  last_day   TEXT    NOT NULL CHECK (last_day >= first_day), -- inclusive
  threshold_score INTEGER NOT NULL DEFAULT 5000  CHECK (threshold_score BETWEEN 0 AND 10000),
  stretch_score   INTEGER NOT NULL DEFAULT 15000 CHECK (stretch_score >= 10000),
  late_score      INTEGER NOT NULL DEFAULT 5000  CHECK (late_score BETWEEN 0 AND 10000)
) STRICT;
INSERT INTO cycles VALUES('q1-2026','Q1 2026','2026-01-01','2026-02-28',5000,15000,5000);
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
INSERT INTO objectives VALUES('a1','q1-2026','a','Keep contracts',NULL,'number',NULL,0,'latest',0.0,NULL,100.0,NULL,NULL,NULL,NULL,NULL,10000,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO objectives VALUES('b1','q1-2026','b','Answer quicker',NULL,'number',NULL,0,'latest',0.0,NULL,100.0,NULL,NULL,NULL,NULL,NULL,10000,NULL,NULL,NULL,NULL,NULL,2);
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
INSERT INTO check_ins VALUES('a1','2026-01-15',80.0,'2026-11-22',NULL,NULL,NULL,NULL,3);
INSERT INTO check_ins VALUES('b1','2026-01-15',90.0,'2026-11-22',NULL,NULL,NULL,NULL,3);
CREATE TABLE ledger_layers (                 -- one row: an import of customers; the later layer wins; only those whose import is not undone count
  import     INTEGER PRIMARY KEY REFERENCES imports (number) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT    NOT NULL CHECK (kind IN ('recurring', 'transactions')),
  grain      TEXT    NOT NULL CHECK (grain IN ('month', 'quarter', 'year')),
  adds       INTEGER NOT NULL CHECK (adds IN (0, 1)), -- 1: values add to those below, 0: they replace them
  customers  BLOB    NOT NULL,               -- names in number order, each with a NUL behind it
  segments   BLOB    NOT NULL,
  reasons    BLOB    NOT NULL
) STRICT;
INSERT INTO ledger_layers VALUES(4,'recurring','month',0,X'633100633200633300',X'4e6f72746800536f75746800',X'707269636500');
INSERT INTO ledger_layers VALUES(5,'recurring','month',1,X'633400',X'4e6f72746800',X'');
INSERT INTO ledger_layers VALUES(6,'recurring','month',0,X'633900',X'',X'');
CREATE TABLE ledger_columns (                -- one row: a layer's cells of one period, packed little-endian; arrays share an index
  import     INTEGER NOT NULL REFERENCES ledger_layers (import) DEFERRABLE INITIALLY DEFERRED,
  period     INTEGER NOT NULL,               -- periods of the grain since year 0
  customers  BLOB    NOT NULL,               -- u32 number in the layer's customers, rising
  amounts    BLOB    NOT NULL,               -- i64 minor units
  segments   BLOB    NOT NULL,               -- i32 number in the layer's segments, -1: not said
  reasons    BLOB    NOT NULL,               -- i32 number in the layer's reasons, -1: not said
  PRIMARY KEY (import, period)
) STRICT;
INSERT INTO ledger_columns VALUES(4,24311,X'0000000001000000',X'10270000000000008813000000000000',X'0000000001000000',X'ffffffff00000000');
INSERT INTO ledger_columns VALUES(4,24312,X'0000000002000000',X'e02e000000000000e803000000000000',X'0000000001000000',X'ffffffffffffffff');
INSERT INTO ledger_columns VALUES(4,24313,X'00000000',X'e02e000000000000',X'00000000',X'ffffffff');
INSERT INTO ledger_columns VALUES(5,24313,X'00000000',X'581b000000000000',X'00000000',X'ffffffff');
INSERT INTO ledger_columns VALUES(6,24314,X'00000000',X'f401000000000000',X'ffffffff',X'ffffffff');
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
INSERT INTO actions VALUES(1,'New company','Acme','HR','root',1795358968,NULL,'a941874d6ff6b2b40e394bd17668dfb9','a5a49d617fdceee4817b1d4d4c9fc7e051587b34eecb5337ffe88aa082b7247f','feab51a6542a489dc90fd859a37fc5121fcc3cd9505df95dd0ca23138a716cc1');
INSERT INTO actions VALUES(2,'Import leaders','l.csv','HR','root',1795358968,NULL,'16351c8f0436acb8716a09c6ccbd2004','a53f9f1d47660231009f3dea567ee5557a0b43da8db0e84d4003d03e50df1949','1217b616a7dc9877bdd170378d957f543a585a08de6b0d662ad608149102176c');
INSERT INTO actions VALUES(3,'New cycle','Q1 2026','HR','root',1795358968,NULL,'8721bedbd4ed3c491bad42888de086de','f97d9d9e42e91504f3b26307ba7a0f82bec4cdc12a3dec6550e713f7bb982f76','4478f65f2df9385b60b45fcd8a6814c35d1e59e60e57b0d032dc6768dda4ea53');
INSERT INTO actions VALUES(4,'Import objectives','o.csv','HR','root',1795358968,NULL,'08f43ed213775c59b517ee775742804e','852cf652b1a26f080a64534d5b94bdb80a8726abb6f0ee4eee76e78f6b127194','53da29ebbdbf574f141828b21991ab62707045b5f66e054d8dc5e49937abba0a');
INSERT INTO actions VALUES(5,'Import check-ins','k.csv','HR','root',1795358968,NULL,'a77d143e624738e357e2f207db1a76e4','4d1ff5f8435330e89f84aeb41417252398c95962460693c02338c97edac0650e','0a174f6bb92a05453cf4687123318390f1b0f083540fed6aef2bc148abed6a97');
INSERT INTO actions VALUES(6,'Import customers','c.csv','HR','root',1795358968,NULL,'8c7e62010b3e593d60c7e54ea6ee9657','759b2fcebed2f272487f9f44962d4658c6420abd5978d4266520e45c362dfde6','308d4cb7434c5cd26cea4efd8be01805db9e20002f83fcbe74cc9fb60cd0f619');
INSERT INTO actions VALUES(7,'Import customers','c2.csv','HR','root',1795358968,NULL,'3c6ef731305986624db20a052dbdb4e0','aca22e277c59fccfbdd8964fac09f864d01c2b4560c425167bdc9170fe7c1d16','328c97de46dc6bf641dc716a136046f60540c3e435d0022c399817cf138c4332');
INSERT INTO actions VALUES(8,'Import customers','c3.csv','HR','root',1795358968,NULL,'1dd55bc85bf553a97408efdb04a8ee3f','15e533fe3d17778dc958d10ac3a7ecf81cd603d96ff2bc03e0e712884b8988e4','2c09842509d7eaeefc63bb531678d9d7f74a1d8b465a16ec7c5dce93721bcbc6');
INSERT INTO actions VALUES(9,'Undo: Import customers','c3.csv','HR','root',1795358968,8,'865e4e88e7a639a099491c90932ddb69','99dbd953f7f35c8fcb775c1eefd4974f5282e154227118a09779326a3ff1fce2','395427a66442d710f187034e7462583097469036dd99046b2810a422af28060a');
INSERT INTO actions VALUES(10,'Make a period final','2026-01','HR','root',1795358968,NULL,'2975c89e0cee23ff922c705f5eedd067','eb2629ddbebf1b4662a98065fe841999cb0a54b96b08261d069b01d7904bdfdc','d2f426b016532df7260604b5a9d181ab8da48b4a50e9e9ed7593fcec3942bf85');
INSERT INTO actions VALUES(11,'Excuse from a cycle','Bob Mid','HR','root',1795358983,NULL,'7f53580e27cc2c37ad1e2d3377a70375','1c38ba6196a889c8674bc4f568c34a4587fc8a46aedc39e7ae577548b58d042e','a55f588694816e2cb13e1a7a9cabc7e6a358990666254c52ab9cc6ff8082dd40');
CREATE TABLE changes (                       -- one row: a row of another table before and after, under an action
  action     INTEGER NOT NULL REFERENCES actions (number),
  number     INTEGER PRIMARY KEY,
  table_name TEXT    NOT NULL,
  row_key    TEXT    NOT NULL,               -- JSON array of the primary key
  before     TEXT,                           -- JSON object; null: the row was added
  after      TEXT                            -- JSON object; null: the row was removed
) STRICT;
INSERT INTO changes VALUES(1,1,'company','[1]',NULL,'{"id":1,"name":"Acme","currency":"EUR","uuid":"defe946d-ce89-4672-8178-85df82bd0bde"}');
INSERT INTO changes VALUES(2,2,'imports','[1]',NULL,'{"number":1,"what":"leaders","file_name":"l.csv","file_digest":"8543e993ad73fcd630d7441643eeb8e6c29dccf86a821d3103d9d44f939febae","added":2,"total":"150000","digest":"7c9b74fcf7a0985886bc1853b7189b4f657af659b93b79c4a363987b62b71738","undone":0}');
INSERT INTO changes VALUES(3,3,'cycles','["q1-2026"]',NULL,'{"id":"q1-2026","name":"Q1 2026","first_day":"2026-01-01","last_day":"2026-02-28","threshold_score":5000,"stretch_score":15000,"late_score":5000}');
INSERT INTO changes VALUES(3,4,'cycle_plans','["q1-2026"]',NULL,'{"cycle_id":"q1-2026","plan_until":null,"run_until":null,"assess_until":null,"calibrate_until":null,"sign_until":null,"min_objectives":1,"board":null}');
INSERT INTO changes VALUES(4,5,'imports','[2]',NULL,'{"number":2,"what":"objectives","file_name":"o.csv","file_digest":"0807d3dd4ff2afe2e5cd6aca57091e94de11bc3fb99b282282fb7a03f4f25422","added":2,"total":"20000","digest":"dec76a2cf6ea891e856c32e27dcc7d5e768255849eb76b1ee89254fa60194f9a","undone":0}');
INSERT INTO changes VALUES(5,6,'imports','[3]',NULL,'{"number":3,"what":"check_ins","file_name":"k.csv","file_digest":"5ca294073e46c2c084f394e721064db798d4c7301af2befe720ad3071961758d","added":2,"total":"170","digest":"5785ccddbb3217016f91bb5a8b614d253761443952d7452d65dff88afa844682","undone":0}');
INSERT INTO changes VALUES(6,7,'imports','[4]',NULL,'{"number":4,"what":"ledger","file_name":"c.csv","file_digest":"3d7f781ba4a0f855d0452dcc5e74c59f7ca386fbf1fc6e5a44c4d8cdd60f6237","added":5,"total":"40000","digest":"899f94ad9ae8b5e890e4656ea9197712fd68d393e9acb9bd5937efac851bc950","undone":0}');
INSERT INTO changes VALUES(7,8,'imports','[5]',NULL,'{"number":5,"what":"ledger","file_name":"c2.csv","file_digest":"4b33db413e032942302c8b67e5c793899b9dd825db7600e7741345cfa074e5d6","added":1,"total":"7000","digest":"ff2a9cda857f419578dab652c29d2060414b9e8d5608f05f85b1b04d052daae7","undone":0}');
INSERT INTO changes VALUES(8,9,'imports','[6]',NULL,'{"number":6,"what":"ledger","file_name":"c3.csv","file_digest":"674668fba6a3230bfc83976e43c8d7aec0773f3595b1d803e5f6ec8b05b55217","added":1,"total":"500","digest":"470cf41ee0e3041afef379f10ca3f010017dedde7949429ecaacf70408f9521d","undone":0}');
INSERT INTO changes VALUES(9,10,'imports','[6]','{"number":6,"what":"ledger","file_name":"c3.csv","file_digest":"674668fba6a3230bfc83976e43c8d7aec0773f3595b1d803e5f6ec8b05b55217","added":1,"total":"500","digest":"470cf41ee0e3041afef379f10ca3f010017dedde7949429ecaacf70408f9521d","undone":0}','{"number":6,"what":"ledger","file_name":"c3.csv","file_digest":"674668fba6a3230bfc83976e43c8d7aec0773f3595b1d803e5f6ec8b05b55217","added":1,"total":"500","digest":"470cf41ee0e3041afef379f10ca3f010017dedde7949429ecaacf70408f9521d","undone":1}');
INSERT INTO changes VALUES(10,11,'final_periods','["2026-01"]',NULL,'{"period":"2026-01"}');
INSERT INTO changes VALUES(11,12,'review_steps','["q1-2026","b",1]',NULL,'{"cycle_id":"q1-2026","leader_id":"b","number":1,"step":"excuse","why":"On leave","day":"2026-11-22","state":"drafting","reviewer_id":null,"assessed_by":null,"excused":1,"reviewer_signed":null,"leader_signed":null}');
CREATE TABLE open_action (                   -- one row: the action that writes go under; the triggers refuse a write without one
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  action     INTEGER REFERENCES actions (number),   -- null: none is open
  import     INTEGER                         -- that is going on: rows inserted with this number are journaled as one; null: none
, erases TEXT) STRICT;
INSERT INTO open_action VALUES(1,NULL,NULL,NULL);
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
INSERT INTO cycle_plans VALUES('q1-2026',NULL,NULL,NULL,NULL,NULL,1,NULL);
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
INSERT INTO review_steps VALUES('q1-2026','b',1,'excuse','On leave','2026-11-22','drafting',NULL,NULL,1,NULL,NULL);
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
INSERT INTO final_periods VALUES('2026-01');
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
INSERT INTO asked VALUES(1,NULL,'q1-2026','b',NULL,'2026-02-28','2026-01-01','2026-02-28','plan',1,5,1,0,'a',0,'drafting',NULL,NULL,0,NULL,NULL,'a','drafting');
CREATE INDEX leaders_by_manager ON leaders (manager_id);
CREATE INDEX objectives_by_leader ON objectives (leader_id);
CREATE INDEX objectives_by_parent ON objectives (parent_id);
CREATE INDEX actions_by_undoes ON actions (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX changes_by_action ON changes (action);
CREATE TRIGGER actions_insert BEFORE INSERT ON actions
WHEN NEW.digest IS NOT NULL OR NEW.chain IS NOT NULL OR NEW.number IS NOT (SELECT coalesce (max (number), 0) + 1 FROM actions) BEGIN
  SELECT RAISE (ABORT, 'an action begins open and takes the next number');
END;
CREATE TRIGGER actions_delete BEFORE DELETE ON actions BEGIN
  SELECT RAISE (ABORT, 'an action stays in the history');
END;
CREATE TRIGGER changes_insert BEFORE INSERT ON changes
WHEN NEW.action IS NOT (SELECT action FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open');
END;
CREATE TRIGGER changes_delete BEFORE DELETE ON changes BEGIN
  SELECT RAISE (ABORT, 'what is in the history stays there');
END;
CREATE TRIGGER open_action_insert BEFORE INSERT ON open_action BEGIN
  SELECT RAISE (ABORT, 'one action is open at a time');
END;
CREATE TRIGGER open_action_delete BEFORE DELETE ON open_action BEGIN
  SELECT RAISE (ABORT, 'the place of the open action stays');
END;
CREATE TRIGGER company_insert AFTER INSERT ON company BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'company', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"currency":' || json_quote (NEW.currency)
         || ',"uuid":' || json_quote (NEW.uuid) || '}'
    FROM open_action;
END;
CREATE TRIGGER company_update AFTER UPDATE ON company BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the identity of a company does not change') WHERE NEW.id IS NOT OLD.id OR NEW.uuid IS NOT OLD.uuid;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'company', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"name":' || json_quote (OLD.name) || ',"currency":' || json_quote (OLD.currency)
             || ',"uuid":' || json_quote (OLD.uuid) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"currency":' || json_quote (NEW.currency)
             || ',"uuid":' || json_quote (NEW.uuid) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER company_delete BEFORE DELETE ON company BEGIN
  SELECT RAISE (ABORT, 'the company of a file is not removed');
END;
CREATE TRIGGER imports_insert AFTER INSERT ON imports BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'an import is closed under the number that is open')
   WHERE NEW.number IS NOT (SELECT import FROM open_action) OR NEW.undone;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'imports', '[' || json_quote (NEW.number) || ']', NULL,
         '{"number":' || json_quote (NEW.number) || ',"what":' || json_quote (NEW.what)
         || ',"file_name":' || json_quote (NEW.file_name) || ',"file_digest":' || json_quote (NEW.file_digest)
         || ',"added":' || json_quote (NEW.added) || ',"total":' || json_quote (NEW.total) || ',"digest":' || json_quote (NEW.digest)
         || ',"undone":' || json_quote (NEW.undone) || '}'
    FROM open_action;
END;
CREATE TRIGGER imports_delete BEFORE DELETE ON imports BEGIN
  SELECT RAISE (ABORT, 'the entry of an import stays');
END;
CREATE TRIGGER ledger_layers_insert BEFORE INSERT ON ledger_layers
WHEN NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger comes with its import');
END;
CREATE TRIGGER ledger_layers_update BEFORE UPDATE ON ledger_layers BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger does not change');
END;
CREATE TRIGGER ledger_layers_delete BEFORE DELETE ON ledger_layers BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger stays');
END;
CREATE TRIGGER ledger_columns_insert BEFORE INSERT ON ledger_columns
WHEN NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger comes with its import');
END;
CREATE TRIGGER ledger_columns_update BEFORE UPDATE ON ledger_columns BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger does not change');
END;
CREATE TRIGGER ledger_columns_delete BEFORE DELETE ON ledger_columns BEGIN
  SELECT RAISE (ABORT, 'a layer of the ledger stays');
END;
CREATE TRIGGER taken_back_insert BEFORE INSERT ON taken_back
WHEN NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'what an import added is taken back with all of it');
END;
CREATE TRIGGER taken_back_delete BEFORE DELETE ON taken_back
WHEN OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'what an import added comes back with all of it');
END;
CREATE TRIGGER leaders_insert AFTER INSERT ON leaders
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'leaders', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"title":' || json_quote (NEW.title)
         || ',"unit":' || json_quote (NEW.unit) || ',"email":' || json_quote (NEW.email)
         || ',"manager_id":' || json_quote (NEW.manager_id) || ',"incentive_target":' || json_quote (NEW.incentive_target)
         || ',"from_day":' || json_quote (NEW.from_day) || ',"to_day":' || json_quote (NEW.to_day)
         || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER leaders_update AFTER UPDATE ON leaders
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a leader does not change') WHERE NEW.id IS NOT OLD.id OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'leaders', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"name":' || json_quote (OLD.name) || ',"title":' || json_quote (OLD.title)
             || ',"unit":' || json_quote (OLD.unit) || ',"email":' || json_quote (OLD.email)
             || ',"manager_id":' || json_quote (OLD.manager_id) || ',"incentive_target":' || json_quote (OLD.incentive_target)
             || ',"from_day":' || json_quote (OLD.from_day) || ',"to_day":' || json_quote (OLD.to_day)
             || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"title":' || json_quote (NEW.title)
             || ',"unit":' || json_quote (NEW.unit) || ',"email":' || json_quote (NEW.email)
             || ',"manager_id":' || json_quote (NEW.manager_id) || ',"incentive_target":' || json_quote (NEW.incentive_target)
             || ',"from_day":' || json_quote (NEW.from_day) || ',"to_day":' || json_quote (NEW.to_day)
             || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER leaders_delete AFTER DELETE ON leaders
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'leaders', '[' || json_quote (OLD.id) || ']',
         '{"id":' || json_quote (OLD.id) || ',"name":' || json_quote (OLD.name) || ',"title":' || json_quote (OLD.title)
         || ',"unit":' || json_quote (OLD.unit) || ',"email":' || json_quote (OLD.email)
         || ',"manager_id":' || json_quote (OLD.manager_id) || ',"incentive_target":' || json_quote (OLD.incentive_target)
         || ',"from_day":' || json_quote (OLD.from_day) || ',"to_day":' || json_quote (OLD.to_day)
         || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER cycles_insert AFTER INSERT ON cycles BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycles', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"first_day":' || json_quote (NEW.first_day)
         || ',"last_day":' || json_quote (NEW.last_day) || ',"threshold_score":' || json_quote (NEW.threshold_score)
         || ',"stretch_score":' || json_quote (NEW.stretch_score) || ',"late_score":' || json_quote (NEW.late_score) || '}'
    FROM open_action;
END;
CREATE TRIGGER cycles_update AFTER UPDATE ON cycles BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a cycle does not change') WHERE NEW.id IS NOT OLD.id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycles', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"name":' || json_quote (OLD.name) || ',"first_day":' || json_quote (OLD.first_day)
             || ',"last_day":' || json_quote (OLD.last_day) || ',"threshold_score":' || json_quote (OLD.threshold_score)
             || ',"stretch_score":' || json_quote (OLD.stretch_score) || ',"late_score":' || json_quote (OLD.late_score) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"name":' || json_quote (NEW.name) || ',"first_day":' || json_quote (NEW.first_day)
             || ',"last_day":' || json_quote (NEW.last_day) || ',"threshold_score":' || json_quote (NEW.threshold_score)
             || ',"stretch_score":' || json_quote (NEW.stretch_score) || ',"late_score":' || json_quote (NEW.late_score) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER cycles_delete AFTER DELETE ON cycles BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycles', '[' || json_quote (OLD.id) || ']',
         '{"id":' || json_quote (OLD.id) || ',"name":' || json_quote (OLD.name) || ',"first_day":' || json_quote (OLD.first_day)
         || ',"last_day":' || json_quote (OLD.last_day) || ',"threshold_score":' || json_quote (OLD.threshold_score)
         || ',"stretch_score":' || json_quote (OLD.stretch_score) || ',"late_score":' || json_quote (OLD.late_score) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER tops_insert AFTER INSERT ON tops BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'tops', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id) || '}'
    FROM open_action;
END;
CREATE TRIGGER tops_update AFTER UPDATE ON tops BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a top does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'tops', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER tops_delete AFTER DELETE ON tops BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'tops', '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER objectives_insert AFTER INSERT ON objectives
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'objectives', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"cycle_id":' || json_quote (NEW.cycle_id)
         || ',"leader_id":' || json_quote (NEW.leader_id) || ',"title":' || json_quote (NEW.title)
         || ',"description":' || json_quote (NEW.description) || ',"kind":' || json_quote (NEW.kind)
         || ',"unit":' || json_quote (NEW.unit) || ',"decimals":' || json_quote (NEW.decimals)
         || ',"aggregate":' || json_quote (NEW.aggregate)
         || ',"baseline":' || CASE WHEN NEW.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.baseline) END
         || ',"threshold":' || CASE WHEN NEW.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.threshold) END
         || ',"target":' || CASE WHEN NEW.target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.target) END
         || ',"stretch":' || CASE WHEN NEW.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.stretch) END
         || ',"low":' || CASE WHEN NEW.low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.low) END
         || ',"high":' || CASE WHEN NEW.high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.high) END
         || ',"width":' || CASE WHEN NEW.width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.width) END
         || ',"due":' || json_quote (NEW.due) || ',"weight":' || json_quote (NEW.weight) || ',"source":' || json_quote (NEW.source)
         || ',"cadence":' || json_quote (NEW.cadence) || ',"stage":' || json_quote (NEW.stage)
         || ',"parent_id":' || json_quote (NEW.parent_id) || ',"local_reason":' || json_quote (NEW.local_reason)
         || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER objectives_update AFTER UPDATE ON objectives
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of an objective does not change') WHERE NEW.id IS NOT OLD.id OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'objectives', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"cycle_id":' || json_quote (OLD.cycle_id)
             || ',"leader_id":' || json_quote (OLD.leader_id) || ',"title":' || json_quote (OLD.title)
             || ',"description":' || json_quote (OLD.description) || ',"kind":' || json_quote (OLD.kind)
             || ',"unit":' || json_quote (OLD.unit) || ',"decimals":' || json_quote (OLD.decimals)
             || ',"aggregate":' || json_quote (OLD.aggregate)
             || ',"baseline":' || CASE WHEN OLD.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.baseline) END
             || ',"threshold":' || CASE WHEN OLD.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.threshold) END
             || ',"target":' || CASE WHEN OLD.target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.target) END
             || ',"stretch":' || CASE WHEN OLD.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.stretch) END
             || ',"low":' || CASE WHEN OLD.low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.low) END
             || ',"high":' || CASE WHEN OLD.high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.high) END
             || ',"width":' || CASE WHEN OLD.width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.width) END
             || ',"due":' || json_quote (OLD.due) || ',"weight":' || json_quote (OLD.weight) || ',"source":' || json_quote (OLD.source)
             || ',"cadence":' || json_quote (OLD.cadence) || ',"stage":' || json_quote (OLD.stage)
             || ',"parent_id":' || json_quote (OLD.parent_id) || ',"local_reason":' || json_quote (OLD.local_reason)
             || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"cycle_id":' || json_quote (NEW.cycle_id)
             || ',"leader_id":' || json_quote (NEW.leader_id) || ',"title":' || json_quote (NEW.title)
             || ',"description":' || json_quote (NEW.description) || ',"kind":' || json_quote (NEW.kind)
             || ',"unit":' || json_quote (NEW.unit) || ',"decimals":' || json_quote (NEW.decimals)
             || ',"aggregate":' || json_quote (NEW.aggregate)
             || ',"baseline":' || CASE WHEN NEW.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.baseline) END
             || ',"threshold":' || CASE WHEN NEW.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.threshold) END
             || ',"target":' || CASE WHEN NEW.target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.target) END
             || ',"stretch":' || CASE WHEN NEW.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.stretch) END
             || ',"low":' || CASE WHEN NEW.low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.low) END
             || ',"high":' || CASE WHEN NEW.high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.high) END
             || ',"width":' || CASE WHEN NEW.width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.width) END
             || ',"due":' || json_quote (NEW.due) || ',"weight":' || json_quote (NEW.weight) || ',"source":' || json_quote (NEW.source)
             || ',"cadence":' || json_quote (NEW.cadence) || ',"stage":' || json_quote (NEW.stage)
             || ',"parent_id":' || json_quote (NEW.parent_id) || ',"local_reason":' || json_quote (NEW.local_reason)
             || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER objectives_delete AFTER DELETE ON objectives
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'objectives', '[' || json_quote (OLD.id) || ']',
         '{"id":' || json_quote (OLD.id) || ',"cycle_id":' || json_quote (OLD.cycle_id)
         || ',"leader_id":' || json_quote (OLD.leader_id) || ',"title":' || json_quote (OLD.title)
         || ',"description":' || json_quote (OLD.description) || ',"kind":' || json_quote (OLD.kind)
         || ',"unit":' || json_quote (OLD.unit) || ',"decimals":' || json_quote (OLD.decimals)
         || ',"aggregate":' || json_quote (OLD.aggregate)
         || ',"baseline":' || CASE WHEN OLD.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.baseline) END
         || ',"threshold":' || CASE WHEN OLD.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.threshold) END
         || ',"target":' || CASE WHEN OLD.target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.target) END
         || ',"stretch":' || CASE WHEN OLD.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.stretch) END
         || ',"low":' || CASE WHEN OLD.low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.low) END
         || ',"high":' || CASE WHEN OLD.high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.high) END
         || ',"width":' || CASE WHEN OLD.width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.width) END
         || ',"due":' || json_quote (OLD.due) || ',"weight":' || json_quote (OLD.weight) || ',"source":' || json_quote (OLD.source)
         || ',"cadence":' || json_quote (OLD.cadence) || ',"stage":' || json_quote (OLD.stage)
         || ',"parent_id":' || json_quote (OLD.parent_id) || ',"local_reason":' || json_quote (OLD.local_reason)
         || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER links_insert AFTER INSERT ON links
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'links', '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.driver) || ']', NULL,
         '{"objective_id":' || json_quote (NEW.objective_id) || ',"driver":' || json_quote (NEW.driver)
         || ',"claim_value":' || json_quote (NEW.claim_value) || ',"claim_customers":' || json_quote (NEW.claim_customers)
         || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER links_update AFTER UPDATE ON links
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a link does not change')
   WHERE NEW.objective_id IS NOT OLD.objective_id OR NEW.driver IS NOT OLD.driver OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'links', '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.driver) || ']', before, after
    FROM open_action, (
      SELECT '{"objective_id":' || json_quote (OLD.objective_id) || ',"driver":' || json_quote (OLD.driver)
             || ',"claim_value":' || json_quote (OLD.claim_value) || ',"claim_customers":' || json_quote (OLD.claim_customers)
             || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"objective_id":' || json_quote (NEW.objective_id) || ',"driver":' || json_quote (NEW.driver)
             || ',"claim_value":' || json_quote (NEW.claim_value) || ',"claim_customers":' || json_quote (NEW.claim_customers)
             || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER links_delete AFTER DELETE ON links
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'links', '[' || json_quote (OLD.objective_id) || ',' || json_quote (OLD.driver) || ']',
         '{"objective_id":' || json_quote (OLD.objective_id) || ',"driver":' || json_quote (OLD.driver)
         || ',"claim_value":' || json_quote (OLD.claim_value) || ',"claim_customers":' || json_quote (OLD.claim_customers)
         || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER check_ins_update AFTER UPDATE ON check_ins
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a check-in does not change')
   WHERE NEW.objective_id IS NOT OLD.objective_id OR NEW.day IS NOT OLD.day OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'check_ins', '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.day) || ']', before, after
    FROM open_action, (
      SELECT '{"objective_id":' || json_quote (OLD.objective_id) || ',"day":' || json_quote (OLD.day)
             || ',"value":' || CASE WHEN OLD.value IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.value) END
             || ',"recorded":' || json_quote (OLD.recorded) || ',"confidence":' || json_quote (OLD.confidence)
             || ',"note":' || json_quote (OLD.note) || ',"next":' || json_quote (OLD.next)
             || ',"evidence":' || json_quote (OLD.evidence) || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"objective_id":' || json_quote (NEW.objective_id) || ',"day":' || json_quote (NEW.day)
             || ',"value":' || CASE WHEN NEW.value IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.value) END
             || ',"recorded":' || json_quote (NEW.recorded) || ',"confidence":' || json_quote (NEW.confidence)
             || ',"note":' || json_quote (NEW.note) || ',"next":' || json_quote (NEW.next)
             || ',"evidence":' || json_quote (NEW.evidence) || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER check_ins_delete AFTER DELETE ON check_ins
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'check_ins', '[' || json_quote (OLD.objective_id) || ',' || json_quote (OLD.day) || ']',
         '{"objective_id":' || json_quote (OLD.objective_id) || ',"day":' || json_quote (OLD.day)
         || ',"value":' || CASE WHEN OLD.value IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.value) END
         || ',"recorded":' || json_quote (OLD.recorded) || ',"confidence":' || json_quote (OLD.confidence)
         || ',"note":' || json_quote (OLD.note) || ',"next":' || json_quote (OLD.next) || ',"evidence":' || json_quote (OLD.evidence)
         || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER movements_insert AFTER INSERT ON movements
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'movements', '[' || json_quote (NEW.period) || ']', NULL,
         '{"period":' || json_quote (NEW.period) || ',"opening_customers":' || json_quote (NEW.opening_customers)
         || ',"new_customers":' || json_quote (NEW.new_customers) || ',"won_back_customers":' || json_quote (NEW.won_back_customers)
         || ',"expanded_customers":' || json_quote (NEW.expanded_customers)
         || ',"contracted_customers":' || json_quote (NEW.contracted_customers)
         || ',"lost_customers":' || json_quote (NEW.lost_customers) || ',"closing_customers":' || json_quote (NEW.closing_customers)
         || ',"opening_value":' || json_quote (NEW.opening_value) || ',"new_value":' || json_quote (NEW.new_value)
         || ',"won_back_value":' || json_quote (NEW.won_back_value) || ',"expanded_value":' || json_quote (NEW.expanded_value)
         || ',"contracted_value":' || json_quote (NEW.contracted_value) || ',"lost_value":' || json_quote (NEW.lost_value)
         || ',"closing_value":' || json_quote (NEW.closing_value) || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER movements_update AFTER UPDATE ON movements
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a period of movements does not change')
   WHERE NEW.period IS NOT OLD.period OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'movements', '[' || json_quote (NEW.period) || ']', before, after
    FROM open_action, (
      SELECT '{"period":' || json_quote (OLD.period) || ',"opening_customers":' || json_quote (OLD.opening_customers)
             || ',"new_customers":' || json_quote (OLD.new_customers)
             || ',"won_back_customers":' || json_quote (OLD.won_back_customers)
             || ',"expanded_customers":' || json_quote (OLD.expanded_customers)
             || ',"contracted_customers":' || json_quote (OLD.contracted_customers)
             || ',"lost_customers":' || json_quote (OLD.lost_customers)
             || ',"closing_customers":' || json_quote (OLD.closing_customers) || ',"opening_value":' || json_quote (OLD.opening_value)
             || ',"new_value":' || json_quote (OLD.new_value) || ',"won_back_value":' || json_quote (OLD.won_back_value)
             || ',"expanded_value":' || json_quote (OLD.expanded_value) || ',"contracted_value":' || json_quote (OLD.contracted_value)
             || ',"lost_value":' || json_quote (OLD.lost_value) || ',"closing_value":' || json_quote (OLD.closing_value)
             || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"period":' || json_quote (NEW.period) || ',"opening_customers":' || json_quote (NEW.opening_customers)
             || ',"new_customers":' || json_quote (NEW.new_customers)
             || ',"won_back_customers":' || json_quote (NEW.won_back_customers)
             || ',"expanded_customers":' || json_quote (NEW.expanded_customers)
             || ',"contracted_customers":' || json_quote (NEW.contracted_customers)
             || ',"lost_customers":' || json_quote (NEW.lost_customers)
             || ',"closing_customers":' || json_quote (NEW.closing_customers) || ',"opening_value":' || json_quote (NEW.opening_value)
             || ',"new_value":' || json_quote (NEW.new_value) || ',"won_back_value":' || json_quote (NEW.won_back_value)
             || ',"expanded_value":' || json_quote (NEW.expanded_value) || ',"contracted_value":' || json_quote (NEW.contracted_value)
             || ',"lost_value":' || json_quote (NEW.lost_value) || ',"closing_value":' || json_quote (NEW.closing_value)
             || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER movements_delete AFTER DELETE ON movements
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'movements', '[' || json_quote (OLD.period) || ']',
         '{"period":' || json_quote (OLD.period) || ',"opening_customers":' || json_quote (OLD.opening_customers)
         || ',"new_customers":' || json_quote (OLD.new_customers) || ',"won_back_customers":' || json_quote (OLD.won_back_customers)
         || ',"expanded_customers":' || json_quote (OLD.expanded_customers)
         || ',"contracted_customers":' || json_quote (OLD.contracted_customers)
         || ',"lost_customers":' || json_quote (OLD.lost_customers) || ',"closing_customers":' || json_quote (OLD.closing_customers)
         || ',"opening_value":' || json_quote (OLD.opening_value) || ',"new_value":' || json_quote (OLD.new_value)
         || ',"won_back_value":' || json_quote (OLD.won_back_value) || ',"expanded_value":' || json_quote (OLD.expanded_value)
         || ',"contracted_value":' || json_quote (OLD.contracted_value) || ',"lost_value":' || json_quote (OLD.lost_value)
         || ',"closing_value":' || json_quote (OLD.closing_value) || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;
CREATE INDEX review_steps_by_leader ON review_steps (leader_id);
CREATE INDEX amended_objectives_by_objective ON amended_objectives (objective_id);
CREATE VIEW reviews AS                       -- one row: a review that has moved, as it stands
SELECT * FROM review_steps s
 WHERE number = (SELECT max (number) FROM review_steps l WHERE l.cycle_id = s.cycle_id AND l.leader_id = s.leader_id)
;
CREATE VIEW cycle_phases AS                  -- one row: a cycle and the phase that it is in
SELECT id AS cycle_id,
       coalesce ((SELECT phase FROM cycle_steps s WHERE s.cycle_id = c.id ORDER BY number DESC LIMIT 1), 'plan') AS phase
  FROM cycles c
;
CREATE VIEW cycle_tops AS                    -- one row: a leader that a cycle starts with: those named, else the only one without a manager
SELECT cycle_id, leader_id FROM tops
UNION ALL
SELECT c.id, (SELECT id FROM leaders WHERE manager_id IS NULL)
  FROM cycles c
 WHERE NOT EXISTS (SELECT 1 FROM tops t WHERE t.cycle_id = c.id) AND (SELECT count (*) FROM leaders WHERE manager_id IS NULL) = 1
;
CREATE TRIGGER open_action_update BEFORE UPDATE OF erases ON open_action
WHEN NEW.erases IS NOT NULL AND (SELECT name FROM actions WHERE number = NEW.action) IS NOT 'Erase personal data' BEGIN
  SELECT RAISE (ABORT, 'words are erased in an action that says so');
END;
CREATE TRIGGER erasures_update BEFORE UPDATE ON erasures BEGIN
  SELECT RAISE (ABORT, 'what was erased does not change');
END;
CREATE TRIGGER erasures_delete BEFORE DELETE ON erasures BEGIN
  SELECT RAISE (ABORT, 'what was erased does not come back');
END;
CREATE TRIGGER erasures_only_now BEFORE INSERT ON erasures
WHEN NEW.erased_in IS NOT (SELECT action FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'an erasure is written down under the action that erases');
END;
CREATE TRIGGER erasures_insert AFTER INSERT ON erasures BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'erasures',
         '[' || json_quote (NEW.erased_in) || ',' || json_quote (NEW.what) || ',' || json_quote (NEW.number) || ']', NULL,
         '{"erased_in":' || json_quote (NEW.erased_in) || ',"what":' || json_quote (NEW.what) || ',"number":' || json_quote (NEW.number)
         || ',"digest":' || json_quote (NEW.digest) || '}'
    FROM open_action;
END;
CREATE VIEW erasing AS                       -- one row: an entry of the history whose words the open action may take out
SELECT e.number FROM open_action o JOIN erasures e ON e.erased_in = o.action AND e.what = 'action'
UNION ALL
SELECT o.action FROM open_action o WHERE EXISTS (SELECT 1 FROM erasures e WHERE e.erased_in = o.action)
;
CREATE TRIGGER actions_update BEFORE UPDATE ON actions
WHEN OLD.digest IS NOT NULL OR NEW.number IS NOT OLD.number OR (SELECT erases FROM open_action) IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'an action that erases says so')
   WHERE OLD.digest IS NULL AND NEW.name IS NOT OLD.name;
  SELECT RAISE (ABORT, 'a finished action does not change')
   WHERE (OLD.digest IS NOT NULL AND OLD.number NOT IN (SELECT number FROM erasing))
      OR NEW.number IS NOT OLD.number OR NEW.name IS NOT OLD.name OR NEW.actor IS NOT OLD.actor OR NEW.at IS NOT OLD.at
      OR NEW.undoes IS NOT OLD.undoes
      OR (OLD.digest IS NOT NULL AND (NEW.digest IS NOT OLD.digest OR NEW.chain IS NOT OLD.chain));
END;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes BEGIN
  SELECT RAISE (ABORT, 'what is in the history does not change')
   WHERE OLD.action NOT IN (SELECT number FROM erasing)
      OR NEW.action IS NOT OLD.action OR NEW.number IS NOT OLD.number OR NEW.table_name IS NOT OLD.table_name
      OR NEW.row_key IS NOT OLD.row_key OR (NEW.before IS NULL) <> (OLD.before IS NULL) OR (NEW.after IS NULL) <> (OLD.after IS NULL);
END;
CREATE TRIGGER taken_back_update BEFORE UPDATE ON taken_back BEGIN
  SELECT RAISE (ABORT, 'what was taken back does not change')
   WHERE NOT EXISTS (SELECT 1 FROM open_action o JOIN erasures e ON e.erased_in = o.action AND e.what = 'import' AND e.number = OLD.import)
      OR NEW.import IS NOT OLD.import OR NEW.table_name IS NOT OLD.table_name OR NEW.part IS NOT OLD.part;
END;
CREATE TRIGGER imports_update AFTER UPDATE ON imports BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the entry of an import does not change')
   WHERE NEW.number IS NOT OLD.number OR NEW.what IS NOT OLD.what OR NEW.added IS NOT OLD.added OR NEW.total IS NOT OLD.total
      OR ((NEW.file_name IS NOT OLD.file_name OR NEW.file_digest IS NOT OLD.file_digest OR NEW.digest IS NOT OLD.digest)
          AND NOT EXISTS (SELECT 1 FROM erasing));
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'imports', '[' || json_quote (NEW.number) || ']', before, after
    FROM open_action, (
      SELECT '{"number":' || json_quote (OLD.number) || ',"what":' || json_quote (OLD.what)
             || ',"file_name":' || json_quote (OLD.file_name) || ',"file_digest":' || json_quote (OLD.file_digest)
             || ',"added":' || json_quote (OLD.added) || ',"total":' || json_quote (OLD.total)
             || ',"digest":' || json_quote (OLD.digest) || ',"undone":' || json_quote (OLD.undone) || '}' AS before,
             '{"number":' || json_quote (NEW.number) || ',"what":' || json_quote (NEW.what)
             || ',"file_name":' || json_quote (NEW.file_name) || ',"file_digest":' || json_quote (NEW.file_digest)
             || ',"added":' || json_quote (NEW.added) || ',"total":' || json_quote (NEW.total)
             || ',"digest":' || json_quote (NEW.digest) || ',"undone":' || json_quote (NEW.undone) || '}' AS after)
   WHERE before <> after;
END;
CREATE VIEW leaders_of_day AS                -- one row: a leader as of the day that is asked about
SELECT l.id,
       CASE WHEN EXISTS (SELECT 1 FROM past_managers p WHERE p.leader_id = l.id AND p.until_day >= a.day)
            THEN (SELECT p.manager_id FROM past_managers p WHERE p.leader_id = l.id AND p.until_day >= a.day ORDER BY p.until_day LIMIT 1)
            ELSE l.manager_id END AS manager_id,
       coalesce (l.from_day <= a.last_day, 1) AND coalesce (l.to_day >= a.first_day, 1) AS takes_part,
       coalesce (l.from_day <= a.day, 1) AND coalesce (l.to_day >= a.day, 1)
       AND NOT coalesce ((SELECT s.excused FROM review_steps s WHERE s.cycle_id = a.cycle_id AND s.leader_id = l.id
                           ORDER BY s.number DESC LIMIT 1), 0) AS is_there,
       EXISTS (SELECT 1 FROM cycle_tops t WHERE t.cycle_id = a.cycle_id AND t.leader_id = l.id) AS is_top,
       (SELECT s.reviewer_id FROM review_steps s WHERE s.cycle_id = a.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1) AS reviewer_id,
       coalesce ((SELECT s.state FROM review_steps s WHERE s.cycle_id = a.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1),
                 'drafting') AS state
  FROM asked a JOIN leaders l
;
CREATE VIEW asked_reviewer AS                -- one row: who reviews the leader, '' the board; none: nobody. The one named, else the manager;
WITH RECURSIVE up (id) AS (                  -- who is not there is passed over to the next above, and past a top is the board
  SELECT coalesce (reviewer_id, manager_id) FROM asked WHERE NOT is_top
  UNION
  SELECT u.manager_id FROM up JOIN leaders_of_day u ON u.id = up.id JOIN asked a WHERE NOT u.is_top AND (NOT u.is_there OR u.id = a.leader_id)
)
SELECT CASE WHEN u.is_there AND u.id <> a.leader_id THEN u.id ELSE '' END AS id,
       CASE WHEN u.is_there AND u.id <> a.leader_id THEN u.state ELSE 'signed' END AS state
  FROM up JOIN leaders_of_day u ON u.id = up.id JOIN asked a WHERE u.is_top OR u.is_there AND u.id <> a.leader_id
UNION ALL
SELECT '', 'signed' FROM asked WHERE is_top
;
CREATE TRIGGER asked_fill AFTER UPDATE OF cycle_id, leader_id ON asked BEGIN
  UPDATE asked SET (first_day, last_day, phase, day) = (
    SELECT c.first_day, c.last_day, p.phase, max (c.first_day, min (c.last_day, coalesce (NEW.today, date ('now', 'localtime'))))
      FROM cycles c JOIN cycle_phases p ON p.cycle_id = c.id WHERE c.id = NEW.cycle_id);
  UPDATE asked SET min_objectives = coalesce ((SELECT p.min_objectives FROM cycle_plans p WHERE p.cycle_id = NEW.cycle_id), 3),
                   max_rating = coalesce ((SELECT max (w.rating) FROM scale_words w WHERE w.cycle_id = NEW.cycle_id), 5),
                   (takes_part, is_top, manager_id) = (SELECT l.takes_part, l.is_top, l.manager_id FROM leaders_of_day l WHERE l.id = NEW.leader_id),
                   (steps, state, reviewer_id, assessed_by, excused, reviewer_signed, leader_signed) = (
    SELECT coalesce (s.number, 0), coalesce (s.state, 'drafting'), s.reviewer_id, s.assessed_by, coalesce (s.excused, 0), s.reviewer_signed,
           s.leader_signed
      FROM leaders l JOIN cycles c ON c.id = NEW.cycle_id
      LEFT JOIN review_steps s ON s.cycle_id = NEW.cycle_id AND s.leader_id = NEW.leader_id
     WHERE l.id = NEW.leader_id ORDER BY s.number DESC LIMIT 1);
  UPDATE asked SET (by_id, by_state) = (SELECT id, state FROM asked_reviewer);
END;
CREATE VIEW asked_above AS                   -- one row: a leader above on that day
WITH RECURSIVE up (id) AS (
  SELECT manager_id FROM asked
  UNION
  SELECT u.manager_id FROM up JOIN leaders_of_day u ON u.id = up.id
)
SELECT id FROM up WHERE id IS NOT NULL
;
CREATE VIEW asked_under AS                   -- one row: asked.to_id is, by lines or by reviewers, under the asked leader
WITH RECURSIVE line (id) AS (
  SELECT u.manager_id FROM asked a JOIN leaders_of_day u ON u.id = a.to_id
  UNION
  SELECT u.manager_id FROM line JOIN leaders_of_day u ON u.id = line.id
), chain (whose, id) AS (                    -- climbing to whoever reviews whose, then to whoever reviews them
  SELECT u.id, coalesce (u.reviewer_id, u.manager_id) FROM asked a JOIN leaders_of_day u ON u.id = a.to_id WHERE NOT u.is_top
  UNION
  SELECT CASE WHEN u.is_there AND u.id <> c.whose THEN u.id ELSE c.whose END,
         CASE WHEN u.is_there AND u.id <> c.whose THEN coalesce (u.reviewer_id, u.manager_id) ELSE u.manager_id END
    FROM chain c JOIN leaders_of_day u ON u.id = c.id WHERE NOT u.is_top
)
SELECT 1 AS yes FROM line JOIN asked a ON line.id = a.leader_id
UNION ALL
SELECT 1 FROM chain c JOIN asked a ON a.leader_id = c.id JOIN leaders_of_day u ON u.id = c.id WHERE u.is_there AND u.id <> c.whose
;
CREATE VIEW blanks AS                        -- one row: what a text of nothing but these is as good as none
SELECT char (9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)
       AS all_of_them
;
CREATE VIEW asked_objectives AS              -- one row: an objective of the asked review; one that can be measured has no gap
SELECT o.id, o.cycle_id, o.weight, o.import, o.parent_id,
       trim (coalesce (o.local_reason, ''), b.all_of_them) = '' AS no_local_reason,
       NOT (trim (coalesce (o.source, ''), b.all_of_them) <> '' AND o.cadence IS NOT NULL AND trim (o.title, b.all_of_them) <> ''
            AND (o.kind = 'milestone' OR trim (coalesce (o.unit, ''), b.all_of_them) <> '') AND o.parent_id IS NOT o.id
            AND coalesce (CASE o.kind        -- equal is: within one in a thousand million
              WHEN 'number'                  -- the points of the ladder move one way, only the threshold may stand on the baseline
              THEN abs (o.target - o.baseline) > 1e-9 * max (abs (o.target), abs (o.baseline))
                   AND (o.threshold IS NULL
                        OR ((o.threshold > o.baseline) = (o.target > o.baseline)
                            OR abs (o.threshold - o.baseline) <= 1e-9 * max (abs (o.threshold), abs (o.baseline)))
                           AND (o.target > o.threshold) = (o.target > o.baseline)
                           AND abs (o.target - o.threshold) > 1e-9 * max (abs (o.target), abs (o.threshold)))
                   AND (o.stretch IS NULL
                        OR (o.stretch > o.target) = (o.target > o.baseline)
                           AND abs (o.stretch - o.target) > 1e-9 * max (abs (o.stretch), abs (o.target)))
              WHEN 'range'
              THEN (o.low IS NOT NULL OR o.high IS NOT NULL) AND (o.low IS NOT NULL AND o.high IS NOT NULL OR o.width IS NOT NULL)
                   AND coalesce (o.low < o.high AND abs (o.high - o.low) > 1e-9 * max (abs (o.low), abs (o.high)), 1)
              ELSE o.due BETWEEN a.first_day AND a.last_day AND date (o.due, '+0 days') = o.due
            END, 0)) AS has_gap
  FROM asked a JOIN objectives o ON o.cycle_id = a.cycle_id AND o.leader_id = a.leader_id JOIN blanks b
;
CREATE VIEW missing_of_objectives AS         -- the part of G1 that is about the objectives
SELECT 'it has too few objectives' AS missing FROM asked a WHERE (SELECT count (*) FROM asked_objectives) < a.min_objectives
UNION ALL
SELECT 'an objective is not measurable' FROM asked_objectives WHERE has_gap
UNION ALL
SELECT 'an objective is not linked to a driver' FROM asked_objectives o WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.objective_id = o.id)
UNION ALL
SELECT 'an objective names no parent, and no reason why it is local' FROM asked a JOIN asked_objectives o
 WHERE o.parent_id IS NULL AND o.no_local_reason AND NOT a.is_top
UNION ALL
SELECT 'the parent of an objective is not one of a leader above' FROM asked_objectives o
 WHERE o.parent_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM objectives p WHERE p.id = o.parent_id AND p.cycle_id = o.cycle_id AND p.leader_id IN (SELECT id FROM asked_above))
UNION ALL
SELECT 'the weights do not total 100 %' WHERE (SELECT sum (weight) FROM asked_objectives) IS NOT 10000
;
CREATE VIEW missing_of_self AS               -- the part of G2 that is about the ratings
SELECT 'an objective has no self rating with a comment' AS missing
  FROM asked r JOIN asked_objectives o JOIN blanks b
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'self' AND g.rater_id = r.leader_id
                      AND g.rating <= r.max_rating AND trim (coalesce (g.comment, ''), b.all_of_them) <> '')
;
CREATE VIEW missing_of_first AS              -- the part of G3: by who assessed it, or while nobody has, by who reviews it
SELECT 'an objective has no rating with its actual confirmed' AS missing
  FROM asked r JOIN asked_objectives o
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'manager'
                      AND g.rater_id = coalesce (r.assessed_by, r.by_id) AND g.rating <= r.max_rating AND g.confirmed)
;
CREATE VIEW gate_barred AS                   -- what bars every step
SELECT 'the cycle is closed' AS missing FROM asked WHERE phase = 'closed'
UNION ALL
SELECT 'the leader is not in role on any day of the cycle' FROM asked WHERE NOT takes_part
UNION ALL
SELECT 'the leader is excused' FROM asked WHERE excused
;
CREATE VIEW gate_agree AS                    -- G1
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not being drafted' FROM asked WHERE state <> 'drafting'
UNION ALL
SELECT 'nobody reviews it: no manager, and not named as a top' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'the objectives of who reviews it are not agreed' FROM asked WHERE by_state = 'drafting'
UNION ALL
SELECT missing FROM missing_of_objectives
;
CREATE VIEW gate_self_assess AS              -- G2
SELECT missing FROM gate_barred
UNION ALL
SELECT 'its objectives are not agreed, or it is assessed already' FROM asked WHERE state <> 'agreed'
UNION ALL
SELECT 'the cycle is not in assess yet' FROM asked WHERE phase IN ('plan', 'run')
UNION ALL
SELECT missing FROM missing_of_self
;
CREATE VIEW gate_rate AS                     -- the part of G3 that holds for every rating by who reviews, draft or not
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is assessed already' FROM asked WHERE state IN ('assessed', 'signed')
UNION ALL
SELECT 'nobody reviews it' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'nobody rates others before having rated themselves' FROM asked WHERE by_state IN ('drafting', 'agreed')
;
CREATE VIEW gate_assess AS                   -- G3
SELECT missing FROM gate_rate
UNION ALL
SELECT 'the leader has submitted no self-assessment' FROM asked WHERE state <> 'self-assessed'
UNION ALL
SELECT missing FROM missing_of_first
;
CREATE VIEW gate_calibrate AS                -- G4, but for the words, which are in the row
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed' FROM asked WHERE state <> 'assessed'
UNION ALL
SELECT 'whoever reviews it has signed' FROM asked WHERE reviewer_signed IS NOT NULL
;
CREATE VIEW gate_sign AS                     -- G5
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed already' FROM asked WHERE state <> 'assessed'
UNION ALL
SELECT 'the cycle is not in sign yet' FROM asked WHERE phase <> 'sign'
UNION ALL
SELECT 'nobody reviews it' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'the review of who reviews it is not signed' FROM asked WHERE by_state <> 'signed'
;
CREATE VIEW final_spans AS                   -- one row: a final period, by its first month and the month after its last, since year 0
SELECT period,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * (substr (period, 7, 1) - 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) - 1 ELSE 0 END AS first_month,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * substr (period, 7, 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) ELSE 12 END AS end_month
  FROM final_periods
;
CREATE VIEW asked_grain AS                   -- one row: how many months a period of the ledger has, or of the movements where there is no
SELECT months FROM (                         -- ledger; none: there are no customer figures
  SELECT 1 AS rank, min (CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END) AS months
    FROM ledger_layers l JOIN imports i ON i.number = l.import WHERE i.undone = 0
  UNION ALL
  SELECT 2, min (CASE WHEN period LIKE '____-Q_' THEN 3 WHEN period LIKE '____-__' THEN 1 ELSE 12 END) FROM movements
) WHERE months IS NOT NULL ORDER BY rank LIMIT 1
;
CREATE VIEW asked_periods AS                 -- one row: a period that lies wholly in the cycle, by its first month and the month after
WITH RECURSIVE bounds (from_month, to_month, months) AS (
  SELECT 12 * substr (d.first_day, 1, 4) + substr (d.first_day, 6, 2) - CASE WHEN substr (d.first_day, 9, 2) = '01' THEN 1 ELSE 0 END,
         12 * substr (d.last_day, 1, 4) + substr (d.last_day, 6, 2) - CASE WHEN date (d.last_day, '+1 day') LIKE '%-01' THEN 0 ELSE 1 END,
         g.months
    FROM asked d JOIN asked_grain g
), periods (first_month, end_month) AS (
  SELECT (from_month + months - 1) / months * months, (from_month + months - 1) / months * months + months FROM bounds
  UNION ALL
  SELECT p.end_month, p.end_month + b.months FROM periods p JOIN bounds b WHERE p.end_month + b.months <= b.to_month
)
SELECT p.first_month, p.end_month FROM periods p JOIN bounds b WHERE p.end_month <= b.to_month
;
CREATE VIEW gate_close AS                    -- G6, but for growth, which is in the row
SELECT 'the cycle is not in sign' AS missing FROM asked WHERE phase <> 'sign'
UNION ALL
SELECT 'a review is neither signed nor excused' FROM leaders_of_day l JOIN asked d
 WHERE l.takes_part AND l.state <> 'signed'
   AND NOT coalesce ((SELECT s.excused FROM review_steps s WHERE s.cycle_id = d.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1), 0)
UNION ALL
SELECT 'there are no customer figures' WHERE NOT EXISTS (SELECT 1 FROM asked_grain)
UNION ALL
SELECT 'the customer figures of a period are not final' FROM asked_periods p
 WHERE NOT EXISTS (SELECT 1 FROM final_spans f WHERE f.first_month <= p.first_month AND f.end_month >= p.end_month)
;
CREATE INDEX actions_by_actor ON actions (actor);
CREATE INDEX changes_by_table ON changes (table_name, action);
CREATE INDEX changes_by_row ON changes (table_name, row_key, action);
CREATE INDEX changes_of_given_up ON changes (number)
WHERE table_name = 'objectives' AND before IS NOT NULL
  AND instr (coalesce (after, ''), substr (before, instr (before, '"leader_id":'), instr (before, ',"title":') - instr (before, '"leader_id":'))) = 0;
CREATE TRIGGER cycle_plans_insert AFTER INSERT ON cycle_plans BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_plans', '[' || json_quote (NEW.cycle_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"plan_until":' || json_quote (NEW.plan_until)
         || ',"run_until":' || json_quote (NEW.run_until) || ',"assess_until":' || json_quote (NEW.assess_until)
         || ',"calibrate_until":' || json_quote (NEW.calibrate_until) || ',"sign_until":' || json_quote (NEW.sign_until)
         || ',"min_objectives":' || json_quote (NEW.min_objectives) || ',"board":' || json_quote (NEW.board) || '}'
    FROM open_action;
END;
CREATE TRIGGER cycle_plans_update AFTER UPDATE ON cycle_plans BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a cycle''s plan does not change') WHERE NEW.cycle_id IS NOT OLD.cycle_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_plans', '[' || json_quote (NEW.cycle_id) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"plan_until":' || json_quote (OLD.plan_until)
             || ',"run_until":' || json_quote (OLD.run_until) || ',"assess_until":' || json_quote (OLD.assess_until)
             || ',"calibrate_until":' || json_quote (OLD.calibrate_until) || ',"sign_until":' || json_quote (OLD.sign_until)
             || ',"min_objectives":' || json_quote (OLD.min_objectives) || ',"board":' || json_quote (OLD.board) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"plan_until":' || json_quote (NEW.plan_until)
             || ',"run_until":' || json_quote (NEW.run_until) || ',"assess_until":' || json_quote (NEW.assess_until)
             || ',"calibrate_until":' || json_quote (NEW.calibrate_until) || ',"sign_until":' || json_quote (NEW.sign_until)
             || ',"min_objectives":' || json_quote (NEW.min_objectives) || ',"board":' || json_quote (NEW.board) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER cycle_plans_delete AFTER DELETE ON cycle_plans BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_plans', '[' || json_quote (OLD.cycle_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"plan_until":' || json_quote (OLD.plan_until)
         || ',"run_until":' || json_quote (OLD.run_until) || ',"assess_until":' || json_quote (OLD.assess_until)
         || ',"calibrate_until":' || json_quote (OLD.calibrate_until) || ',"sign_until":' || json_quote (OLD.sign_until)
         || ',"min_objectives":' || json_quote (OLD.min_objectives) || ',"board":' || json_quote (OLD.board) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER scale_words_insert AFTER INSERT ON scale_words BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'scale_words', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.rating) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"rating":' || json_quote (NEW.rating)
         || ',"words":' || json_quote (NEW.words) || '}'
    FROM open_action;
END;
CREATE TRIGGER scale_words_update AFTER UPDATE ON scale_words BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a word of a scale does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.rating IS NOT OLD.rating;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'scale_words', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.rating) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"rating":' || json_quote (OLD.rating)
             || ',"words":' || json_quote (OLD.words) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"rating":' || json_quote (NEW.rating)
             || ',"words":' || json_quote (NEW.words) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER scale_words_delete AFTER DELETE ON scale_words BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'scale_words', '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.rating) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"rating":' || json_quote (OLD.rating)
         || ',"words":' || json_quote (OLD.words) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER cycle_steps_insert AFTER INSERT ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_steps', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.number) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"number":' || json_quote (NEW.number) || ',"step":' || json_quote (NEW.step)
         || ',"phase":' || json_quote (NEW.phase) || ',"why":' || json_quote (NEW.why) || ',"day":' || json_quote (NEW.day)
         || ',"opening_customers":' || json_quote (NEW.opening_customers) || ',"closing_customers":' || json_quote (NEW.closing_customers)
         || ',"opening_value":' || json_quote (NEW.opening_value) || ',"closing_value":' || json_quote (NEW.closing_value) || '}'
    FROM open_action;
END;
CREATE TRIGGER cycle_steps_update AFTER UPDATE ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a cycle''s step does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.number IS NOT OLD.number;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_steps', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.number) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"number":' || json_quote (OLD.number) || ',"step":' || json_quote (OLD.step)
             || ',"phase":' || json_quote (OLD.phase) || ',"why":' || json_quote (OLD.why) || ',"day":' || json_quote (OLD.day)
             || ',"opening_customers":' || json_quote (OLD.opening_customers)
             || ',"closing_customers":' || json_quote (OLD.closing_customers) || ',"opening_value":' || json_quote (OLD.opening_value)
             || ',"closing_value":' || json_quote (OLD.closing_value) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"number":' || json_quote (NEW.number) || ',"step":' || json_quote (NEW.step)
             || ',"phase":' || json_quote (NEW.phase) || ',"why":' || json_quote (NEW.why) || ',"day":' || json_quote (NEW.day)
             || ',"opening_customers":' || json_quote (NEW.opening_customers)
             || ',"closing_customers":' || json_quote (NEW.closing_customers) || ',"opening_value":' || json_quote (NEW.opening_value)
             || ',"closing_value":' || json_quote (NEW.closing_value) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER cycle_steps_delete AFTER DELETE ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'cycle_steps', '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.number) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"number":' || json_quote (OLD.number) || ',"step":' || json_quote (OLD.step)
         || ',"phase":' || json_quote (OLD.phase) || ',"why":' || json_quote (OLD.why) || ',"day":' || json_quote (OLD.day)
         || ',"opening_customers":' || json_quote (OLD.opening_customers) || ',"closing_customers":' || json_quote (OLD.closing_customers)
         || ',"opening_value":' || json_quote (OLD.opening_value) || ',"closing_value":' || json_quote (OLD.closing_value) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER review_steps_insert AFTER INSERT ON review_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'review_steps',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
         || ',"number":' || json_quote (NEW.number) || ',"step":' || json_quote (NEW.step) || ',"why":' || json_quote (NEW.why)
         || ',"day":' || json_quote (NEW.day) || ',"state":' || json_quote (NEW.state)
         || ',"reviewer_id":' || json_quote (NEW.reviewer_id) || ',"assessed_by":' || json_quote (NEW.assessed_by)
         || ',"excused":' || json_quote (NEW.excused) || ',"reviewer_signed":' || json_quote (NEW.reviewer_signed)
         || ',"leader_signed":' || json_quote (NEW.leader_signed) || '}'
    FROM open_action;
END;
CREATE TRIGGER review_steps_update AFTER UPDATE ON review_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a review''s step does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id OR NEW.number IS NOT OLD.number;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'review_steps',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
             || ',"number":' || json_quote (OLD.number) || ',"step":' || json_quote (OLD.step) || ',"why":' || json_quote (OLD.why)
             || ',"day":' || json_quote (OLD.day) || ',"state":' || json_quote (OLD.state)
             || ',"reviewer_id":' || json_quote (OLD.reviewer_id) || ',"assessed_by":' || json_quote (OLD.assessed_by)
             || ',"excused":' || json_quote (OLD.excused) || ',"reviewer_signed":' || json_quote (OLD.reviewer_signed)
             || ',"leader_signed":' || json_quote (OLD.leader_signed) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
             || ',"number":' || json_quote (NEW.number) || ',"step":' || json_quote (NEW.step) || ',"why":' || json_quote (NEW.why)
             || ',"day":' || json_quote (NEW.day) || ',"state":' || json_quote (NEW.state)
             || ',"reviewer_id":' || json_quote (NEW.reviewer_id) || ',"assessed_by":' || json_quote (NEW.assessed_by)
             || ',"excused":' || json_quote (NEW.excused) || ',"reviewer_signed":' || json_quote (NEW.reviewer_signed)
             || ',"leader_signed":' || json_quote (NEW.leader_signed) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER review_steps_delete AFTER DELETE ON review_steps BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'review_steps',
         '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
         || ',"number":' || json_quote (OLD.number) || ',"step":' || json_quote (OLD.step) || ',"why":' || json_quote (OLD.why)
         || ',"day":' || json_quote (OLD.day) || ',"state":' || json_quote (OLD.state)
         || ',"reviewer_id":' || json_quote (OLD.reviewer_id) || ',"assessed_by":' || json_quote (OLD.assessed_by)
         || ',"excused":' || json_quote (OLD.excused) || ',"reviewer_signed":' || json_quote (OLD.reviewer_signed)
         || ',"leader_signed":' || json_quote (OLD.leader_signed) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER ratings_insert AFTER INSERT ON ratings BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'ratings',
         '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.role) || ',' || json_quote (NEW.rater_id) || ']', NULL,
         '{"objective_id":' || json_quote (NEW.objective_id) || ',"role":' || json_quote (NEW.role)
         || ',"rater_id":' || json_quote (NEW.rater_id) || ',"rating":' || json_quote (NEW.rating)
         || ',"comment":' || json_quote (NEW.comment) || ',"confirmed":' || json_quote (NEW.confirmed)
         || ',"actual":' || CASE WHEN NEW.actual IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.actual) END || '}'
    FROM open_action;
END;
CREATE TRIGGER ratings_update AFTER UPDATE ON ratings BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a rating does not change')
   WHERE NEW.objective_id IS NOT OLD.objective_id OR NEW.role IS NOT OLD.role OR NEW.rater_id IS NOT OLD.rater_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'ratings',
         '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.role) || ',' || json_quote (NEW.rater_id) || ']', before, after
    FROM open_action, (
      SELECT '{"objective_id":' || json_quote (OLD.objective_id) || ',"role":' || json_quote (OLD.role)
             || ',"rater_id":' || json_quote (OLD.rater_id) || ',"rating":' || json_quote (OLD.rating)
             || ',"comment":' || json_quote (OLD.comment) || ',"confirmed":' || json_quote (OLD.confirmed)
             || ',"actual":' || CASE WHEN OLD.actual IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.actual) END || '}' AS before,
             '{"objective_id":' || json_quote (NEW.objective_id) || ',"role":' || json_quote (NEW.role)
             || ',"rater_id":' || json_quote (NEW.rater_id) || ',"rating":' || json_quote (NEW.rating)
             || ',"comment":' || json_quote (NEW.comment) || ',"confirmed":' || json_quote (NEW.confirmed)
             || ',"actual":' || CASE WHEN NEW.actual IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.actual) END || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER ratings_delete AFTER DELETE ON ratings BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'ratings',
         '[' || json_quote (OLD.objective_id) || ',' || json_quote (OLD.role) || ',' || json_quote (OLD.rater_id) || ']',
         '{"objective_id":' || json_quote (OLD.objective_id) || ',"role":' || json_quote (OLD.role)
         || ',"rater_id":' || json_quote (OLD.rater_id) || ',"rating":' || json_quote (OLD.rating)
         || ',"comment":' || json_quote (OLD.comment) || ',"confirmed":' || json_quote (OLD.confirmed)
         || ',"actual":' || CASE WHEN OLD.actual IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.actual) END || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER adjustments_insert AFTER INSERT ON adjustments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'adjustments', '[' || json_quote (NEW.objective_id) || ']', NULL,
         '{"objective_id":' || json_quote (NEW.objective_id) || ',"rating":' || json_quote (NEW.rating)
         || ',"why":' || json_quote (NEW.why) || ',"agreed_by":' || json_quote (NEW.agreed_by) || '}'
    FROM open_action;
END;
CREATE TRIGGER adjustments_update AFTER UPDATE ON adjustments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of an adjustment does not change') WHERE NEW.objective_id IS NOT OLD.objective_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'adjustments', '[' || json_quote (NEW.objective_id) || ']', before, after
    FROM open_action, (
      SELECT '{"objective_id":' || json_quote (OLD.objective_id) || ',"rating":' || json_quote (OLD.rating)
             || ',"why":' || json_quote (OLD.why) || ',"agreed_by":' || json_quote (OLD.agreed_by) || '}' AS before,
             '{"objective_id":' || json_quote (NEW.objective_id) || ',"rating":' || json_quote (NEW.rating)
             || ',"why":' || json_quote (NEW.why) || ',"agreed_by":' || json_quote (NEW.agreed_by) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER adjustments_delete AFTER DELETE ON adjustments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'adjustments', '[' || json_quote (OLD.objective_id) || ']',
         '{"objective_id":' || json_quote (OLD.objective_id) || ',"rating":' || json_quote (OLD.rating)
         || ',"why":' || json_quote (OLD.why) || ',"agreed_by":' || json_quote (OLD.agreed_by) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER observers_insert AFTER INSERT ON observers BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'observers',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.observer_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
         || ',"observer_id":' || json_quote (NEW.observer_id) || '}'
    FROM open_action;
END;
CREATE TRIGGER observers_update BEFORE UPDATE ON observers BEGIN
  SELECT RAISE (ABORT, 'the key of an observer does not change');
END;
CREATE TRIGGER observers_delete AFTER DELETE ON observers BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'observers',
         '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.observer_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
         || ',"observer_id":' || json_quote (OLD.observer_id) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER private_notes_insert AFTER INSERT ON private_notes BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'private_notes',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.author_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
         || ',"author_id":' || json_quote (NEW.author_id) || ',"note":' || json_quote (NEW.note) || '}'
    FROM open_action;
END;
CREATE TRIGGER private_notes_update AFTER UPDATE ON private_notes BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a note does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id OR NEW.author_id IS NOT OLD.author_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'private_notes',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.author_id) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
             || ',"author_id":' || json_quote (OLD.author_id) || ',"note":' || json_quote (OLD.note) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
             || ',"author_id":' || json_quote (NEW.author_id) || ',"note":' || json_quote (NEW.note) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER private_notes_delete AFTER DELETE ON private_notes BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'private_notes',
         '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.author_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
         || ',"author_id":' || json_quote (OLD.author_id) || ',"note":' || json_quote (OLD.note) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER amendments_insert AFTER INSERT ON amendments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amendments',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
         || ',"number":' || json_quote (NEW.number) || ',"why":' || json_quote (NEW.why)
         || ',"proposed_by":' || json_quote (NEW.proposed_by) || ',"day":' || json_quote (NEW.day)
         || ',"state":' || json_quote (NEW.state) || ',"decided_by":' || json_quote (NEW.decided_by)
         || ',"answer":' || json_quote (NEW.answer) || '}'
    FROM open_action;
END;
CREATE TRIGGER amendments_update AFTER UPDATE ON amendments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of an amendment does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id OR NEW.number IS NOT OLD.number;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amendments',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
             || ',"number":' || json_quote (OLD.number) || ',"why":' || json_quote (OLD.why)
             || ',"proposed_by":' || json_quote (OLD.proposed_by) || ',"day":' || json_quote (OLD.day)
             || ',"state":' || json_quote (OLD.state) || ',"decided_by":' || json_quote (OLD.decided_by)
             || ',"answer":' || json_quote (OLD.answer) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
             || ',"number":' || json_quote (NEW.number) || ',"why":' || json_quote (NEW.why)
             || ',"proposed_by":' || json_quote (NEW.proposed_by) || ',"day":' || json_quote (NEW.day)
             || ',"state":' || json_quote (NEW.state) || ',"decided_by":' || json_quote (NEW.decided_by)
             || ',"answer":' || json_quote (NEW.answer) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER amendments_delete AFTER DELETE ON amendments BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amendments',
         '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
         || ',"number":' || json_quote (OLD.number) || ',"why":' || json_quote (OLD.why)
         || ',"proposed_by":' || json_quote (OLD.proposed_by) || ',"day":' || json_quote (OLD.day)
         || ',"state":' || json_quote (OLD.state) || ',"decided_by":' || json_quote (OLD.decided_by)
         || ',"answer":' || json_quote (OLD.answer) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER amended_objectives_insert AFTER INSERT ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amended_objectives',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ','
         || json_quote (NEW.objective_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
         || ',"number":' || json_quote (NEW.number) || ',"objective_id":' || json_quote (NEW.objective_id)
         || ',"aggregate":' || json_quote (NEW.aggregate)
         || ',"baseline":' || CASE WHEN NEW.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.baseline) END
         || ',"threshold":' || CASE WHEN NEW.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.threshold) END
         || ',"target":' || CASE WHEN NEW.target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.target) END
         || ',"stretch":' || CASE WHEN NEW.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.stretch) END
         || ',"low":' || CASE WHEN NEW.low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.low) END
         || ',"high":' || CASE WHEN NEW.high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.high) END
         || ',"width":' || CASE WHEN NEW.width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.width) END
         || ',"due":' || json_quote (NEW.due) || ',"weight":' || json_quote (NEW.weight) || ',"links":' || json_quote (NEW.links)
         || ',"old_aggregate":' || json_quote (NEW.old_aggregate)
         || ',"old_baseline":' || CASE WHEN NEW.old_baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_baseline) END
         || ',"old_threshold":' || CASE WHEN NEW.old_threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_threshold) END
         || ',"old_target":' || CASE WHEN NEW.old_target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_target) END
         || ',"old_stretch":' || CASE WHEN NEW.old_stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_stretch) END
         || ',"old_low":' || CASE WHEN NEW.old_low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_low) END
         || ',"old_high":' || CASE WHEN NEW.old_high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_high) END
         || ',"old_width":' || CASE WHEN NEW.old_width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_width) END
         || ',"old_due":' || json_quote (NEW.old_due) || ',"old_weight":' || json_quote (NEW.old_weight)
         || ',"old_links":' || json_quote (NEW.old_links) || '}'
    FROM open_action;
END;
CREATE TRIGGER amended_objectives_update AFTER UPDATE ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of an amended objective does not change')
   WHERE NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id
      OR NEW.number IS NOT OLD.number OR NEW.objective_id IS NOT OLD.objective_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amended_objectives',
         '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ','
         || json_quote (NEW.objective_id) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
             || ',"number":' || json_quote (OLD.number) || ',"objective_id":' || json_quote (OLD.objective_id)
             || ',"aggregate":' || json_quote (OLD.aggregate)
             || ',"baseline":' || CASE WHEN OLD.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.baseline) END
             || ',"threshold":' || CASE WHEN OLD.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.threshold) END
             || ',"target":' || CASE WHEN OLD.target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.target) END
             || ',"stretch":' || CASE WHEN OLD.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.stretch) END
             || ',"low":' || CASE WHEN OLD.low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.low) END
             || ',"high":' || CASE WHEN OLD.high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.high) END
             || ',"width":' || CASE WHEN OLD.width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.width) END
             || ',"due":' || json_quote (OLD.due) || ',"weight":' || json_quote (OLD.weight) || ',"links":' || json_quote (OLD.links)
             || ',"old_aggregate":' || json_quote (OLD.old_aggregate)
             || ',"old_baseline":' || CASE WHEN OLD.old_baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_baseline) END
             || ',"old_threshold":' || CASE WHEN OLD.old_threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_threshold) END
             || ',"old_target":' || CASE WHEN OLD.old_target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_target) END
             || ',"old_stretch":' || CASE WHEN OLD.old_stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_stretch) END
             || ',"old_low":' || CASE WHEN OLD.old_low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_low) END
             || ',"old_high":' || CASE WHEN OLD.old_high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_high) END
             || ',"old_width":' || CASE WHEN OLD.old_width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_width) END
             || ',"old_due":' || json_quote (OLD.old_due) || ',"old_weight":' || json_quote (OLD.old_weight)
             || ',"old_links":' || json_quote (OLD.old_links) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"leader_id":' || json_quote (NEW.leader_id)
             || ',"number":' || json_quote (NEW.number) || ',"objective_id":' || json_quote (NEW.objective_id)
             || ',"aggregate":' || json_quote (NEW.aggregate)
             || ',"baseline":' || CASE WHEN NEW.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.baseline) END
             || ',"threshold":' || CASE WHEN NEW.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.threshold) END
             || ',"target":' || CASE WHEN NEW.target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.target) END
             || ',"stretch":' || CASE WHEN NEW.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.stretch) END
             || ',"low":' || CASE WHEN NEW.low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.low) END
             || ',"high":' || CASE WHEN NEW.high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.high) END
             || ',"width":' || CASE WHEN NEW.width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.width) END
             || ',"due":' || json_quote (NEW.due) || ',"weight":' || json_quote (NEW.weight) || ',"links":' || json_quote (NEW.links)
             || ',"old_aggregate":' || json_quote (NEW.old_aggregate)
             || ',"old_baseline":' || CASE WHEN NEW.old_baseline IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_baseline) END
             || ',"old_threshold":' || CASE WHEN NEW.old_threshold IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_threshold) END
             || ',"old_target":' || CASE WHEN NEW.old_target IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_target) END
             || ',"old_stretch":' || CASE WHEN NEW.old_stretch IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_stretch) END
             || ',"old_low":' || CASE WHEN NEW.old_low IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_low) END
             || ',"old_high":' || CASE WHEN NEW.old_high IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_high) END
             || ',"old_width":' || CASE WHEN NEW.old_width IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.old_width) END
             || ',"old_due":' || json_quote (NEW.old_due) || ',"old_weight":' || json_quote (NEW.old_weight)
             || ',"old_links":' || json_quote (NEW.old_links) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER amended_objectives_delete AFTER DELETE ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'amended_objectives',
         '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ','
         || json_quote (OLD.objective_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id)
         || ',"number":' || json_quote (OLD.number) || ',"objective_id":' || json_quote (OLD.objective_id)
         || ',"aggregate":' || json_quote (OLD.aggregate)
         || ',"baseline":' || CASE WHEN OLD.baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.baseline) END
         || ',"threshold":' || CASE WHEN OLD.threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.threshold) END
         || ',"target":' || CASE WHEN OLD.target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.target) END
         || ',"stretch":' || CASE WHEN OLD.stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.stretch) END
         || ',"low":' || CASE WHEN OLD.low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.low) END
         || ',"high":' || CASE WHEN OLD.high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.high) END
         || ',"width":' || CASE WHEN OLD.width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.width) END
         || ',"due":' || json_quote (OLD.due) || ',"weight":' || json_quote (OLD.weight) || ',"links":' || json_quote (OLD.links)
         || ',"old_aggregate":' || json_quote (OLD.old_aggregate)
         || ',"old_baseline":' || CASE WHEN OLD.old_baseline IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_baseline) END
         || ',"old_threshold":' || CASE WHEN OLD.old_threshold IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_threshold) END
         || ',"old_target":' || CASE WHEN OLD.old_target IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_target) END
         || ',"old_stretch":' || CASE WHEN OLD.old_stretch IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_stretch) END
         || ',"old_low":' || CASE WHEN OLD.old_low IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_low) END
         || ',"old_high":' || CASE WHEN OLD.old_high IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_high) END
         || ',"old_width":' || CASE WHEN OLD.old_width IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.old_width) END
         || ',"old_due":' || json_quote (OLD.old_due) || ',"old_weight":' || json_quote (OLD.old_weight)
         || ',"old_links":' || json_quote (OLD.old_links) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER templates_insert AFTER INSERT ON templates BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'templates', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"title":' || json_quote (NEW.title) || ',"description":' || json_quote (NEW.description)
         || ',"kind":' || json_quote (NEW.kind) || ',"unit":' || json_quote (NEW.unit) || ',"decimals":' || json_quote (NEW.decimals)
         || ',"aggregate":' || json_quote (NEW.aggregate) || ',"falls":' || json_quote (NEW.falls)
         || ',"source":' || json_quote (NEW.source) || ',"cadence":' || json_quote (NEW.cadence) || ',"stage":' || json_quote (NEW.stage)
         || ',"driver":' || json_quote (NEW.driver) || '}'
    FROM open_action;
END;
CREATE TRIGGER templates_update AFTER UPDATE ON templates BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a template does not change') WHERE NEW.id IS NOT OLD.id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'templates', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"title":' || json_quote (OLD.title) || ',"description":' || json_quote (OLD.description)
             || ',"kind":' || json_quote (OLD.kind) || ',"unit":' || json_quote (OLD.unit) || ',"decimals":' || json_quote (OLD.decimals)
             || ',"aggregate":' || json_quote (OLD.aggregate) || ',"falls":' || json_quote (OLD.falls)
             || ',"source":' || json_quote (OLD.source) || ',"cadence":' || json_quote (OLD.cadence)
             || ',"stage":' || json_quote (OLD.stage) || ',"driver":' || json_quote (OLD.driver) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"title":' || json_quote (NEW.title) || ',"description":' || json_quote (NEW.description)
             || ',"kind":' || json_quote (NEW.kind) || ',"unit":' || json_quote (NEW.unit) || ',"decimals":' || json_quote (NEW.decimals)
             || ',"aggregate":' || json_quote (NEW.aggregate) || ',"falls":' || json_quote (NEW.falls)
             || ',"source":' || json_quote (NEW.source) || ',"cadence":' || json_quote (NEW.cadence)
             || ',"stage":' || json_quote (NEW.stage) || ',"driver":' || json_quote (NEW.driver) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER templates_delete AFTER DELETE ON templates BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'templates', '[' || json_quote (OLD.id) || ']',
         '{"id":' || json_quote (OLD.id) || ',"title":' || json_quote (OLD.title) || ',"description":' || json_quote (OLD.description)
         || ',"kind":' || json_quote (OLD.kind) || ',"unit":' || json_quote (OLD.unit) || ',"decimals":' || json_quote (OLD.decimals)
         || ',"aggregate":' || json_quote (OLD.aggregate) || ',"falls":' || json_quote (OLD.falls)
         || ',"source":' || json_quote (OLD.source) || ',"cadence":' || json_quote (OLD.cadence) || ',"stage":' || json_quote (OLD.stage)
         || ',"driver":' || json_quote (OLD.driver) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER past_managers_insert AFTER INSERT ON past_managers BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'past_managers', '[' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.until_day) || ']', NULL,
         '{"leader_id":' || json_quote (NEW.leader_id) || ',"until_day":' || json_quote (NEW.until_day)
         || ',"manager_id":' || json_quote (NEW.manager_id) || '}'
    FROM open_action;
END;
CREATE TRIGGER past_managers_update AFTER UPDATE ON past_managers BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a past manager does not change')
   WHERE NEW.leader_id IS NOT OLD.leader_id OR NEW.until_day IS NOT OLD.until_day;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'past_managers', '[' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.until_day) || ']', before, after
    FROM open_action, (
      SELECT '{"leader_id":' || json_quote (OLD.leader_id) || ',"until_day":' || json_quote (OLD.until_day)
             || ',"manager_id":' || json_quote (OLD.manager_id) || '}' AS before,
             '{"leader_id":' || json_quote (NEW.leader_id) || ',"until_day":' || json_quote (NEW.until_day)
             || ',"manager_id":' || json_quote (NEW.manager_id) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER past_managers_delete AFTER DELETE ON past_managers BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'past_managers', '[' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.until_day) || ']',
         '{"leader_id":' || json_quote (OLD.leader_id) || ',"until_day":' || json_quote (OLD.until_day)
         || ',"manager_id":' || json_quote (OLD.manager_id) || '}', NULL
    FROM open_action;
END;
CREATE TRIGGER final_periods_insert AFTER INSERT ON final_periods BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'final_periods', '[' || json_quote (NEW.period) || ']', NULL,
         '{"period":' || json_quote (NEW.period) || '}'
    FROM open_action;
END;
CREATE TRIGGER final_periods_update BEFORE UPDATE ON final_periods BEGIN
  SELECT RAISE (ABORT, 'the key of a final period does not change');
END;
CREATE TRIGGER final_periods_delete AFTER DELETE ON final_periods BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'final_periods', '[' || json_quote (OLD.period) || ']',
         '{"period":' || json_quote (OLD.period) || '}', NULL
    FROM open_action;
END;
CREATE INDEX amendments_open ON amendments (cycle_id, leader_id) WHERE state = 'proposed';
CREATE VIEW begun_now AS                     -- one row: a record that the open action added, by table and key
SELECT c.table_name, c.row_key FROM open_action o JOIN changes c ON c.action = o.action WHERE c.before IS NULL
;
CREATE TRIGGER amendments_lock_insert BEFORE INSERT ON amendments BEGIN
  UPDATE asked SET cycle_id = NEW.cycle_id, leader_id = NEW.leader_id, to_id = NULL;
  SELECT RAISE (ABORT, 'An amendment is proposed while the review is agreed and not assessed, one at a time, and decided once.')
    FROM asked r
   WHERE NEW.state <> 'proposed' OR r.state NOT IN ('agreed', 'self-assessed') OR EXISTS (SELECT 1 FROM gate_barred)
      OR NEW.number <> (SELECT coalesce (max (number), 0) + 1 FROM amendments WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id)
      OR EXISTS (SELECT 1 FROM amendments WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state = 'proposed');
END;
CREATE TRIGGER amendments_lock_update BEFORE UPDATE ON amendments
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.state IS NOT OLD.state OR NEW.proposed_by IS NOT OLD.proposed_by
  OR NEW.day IS NOT OLD.day OR NEW.decided_by IS NOT OLD.decided_by BEGIN
  UPDATE asked SET cycle_id = OLD.cycle_id, leader_id = OLD.leader_id, to_id = NULL;
  SELECT RAISE (ABORT, 'An amendment is proposed while the review is agreed and not assessed, one at a time, and decided once.')
    FROM asked r
   WHERE NOT (CASE OLD.state || ' ' || NEW.state
                WHEN 'proposed accepted' THEN r.state IN ('agreed', 'self-assessed') AND NOT EXISTS (SELECT 1 FROM gate_barred)
                WHEN 'proposed refused' THEN r.state <> 'signed' AND r.phase <> 'closed'
                WHEN 'proposed withdrawn' THEN r.state <> 'signed' AND r.phase <> 'closed'
                ELSE NEW.state = 'proposed' AND OLD.state <> 'proposed' AND EXISTS (SELECT 1 FROM undoing)
                   AND r.state IN ('agreed', 'self-assessed') AND NOT EXISTS (SELECT 1 FROM gate_barred)
              END
              AND NEW.why IS OLD.why AND NEW.proposed_by IS OLD.proposed_by AND NEW.day IS OLD.day);
  SELECT RAISE (ABORT, 'An amendment is accepted when every objective is as it says.')
    FROM amended_objectives x
   WHERE NEW.state = 'accepted' AND x.cycle_id = OLD.cycle_id AND x.leader_id = OLD.leader_id AND x.number = OLD.number
     AND NOT EXISTS (SELECT 1 FROM amended_wholly h WHERE h.objective_id = x.objective_id);
  SELECT RAISE (ABORT, 'An amendment leaves objectives that could be agreed: measurable, linked, weights of 100 %.')
    FROM missing_of_objectives WHERE NEW.state = 'accepted';
END;
CREATE TRIGGER amendments_lock_delete BEFORE DELETE ON amendments BEGIN
  SELECT RAISE (ABORT, 'An amendment stays, unless its proposal is undone.')
   WHERE OLD.state <> 'proposed'
      OR NOT EXISTS (SELECT 1 FROM undoing u JOIN changes c ON c.action = u.action
                      WHERE c.table_name = 'amendments' AND c.before IS NULL
                        AND c.row_key = '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ']');
END;
CREATE TRIGGER amended_objectives_lock_insert BEFORE INSERT ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'What an amendment would change is said when it is proposed, beside what it is now.')
   WHERE NOT EXISTS (SELECT 1 FROM begun_now b JOIN amendments m ON m.cycle_id = NEW.cycle_id AND m.leader_id = NEW.leader_id AND m.number = NEW.number
                      WHERE m.state = 'proposed' AND b.table_name = 'amendments'
                        AND b.row_key = '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.number) || ']')
      OR NOT EXISTS (SELECT 1 FROM objectives o JOIN link_texts t ON t.id = o.id
                      WHERE o.id = NEW.objective_id AND o.cycle_id = NEW.cycle_id AND o.leader_id = NEW.leader_id
                        AND o.aggregate = NEW.old_aggregate AND o.baseline IS NEW.old_baseline AND o.threshold IS NEW.old_threshold
                        AND o.target IS NEW.old_target AND o.stretch IS NEW.old_stretch AND o.low IS NEW.old_low AND o.high IS NEW.old_high
                        AND o.width IS NEW.old_width AND o.due IS NEW.old_due AND o.weight = NEW.old_weight AND t.links = NEW.old_links);
END;
CREATE TRIGGER amended_objectives_lock_update BEFORE UPDATE ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'What an amendment would change does not change.');
END;
CREATE TRIGGER amended_objectives_lock_delete BEFORE DELETE ON amended_objectives BEGIN
  SELECT RAISE (ABORT, 'An amendment stays, unless its proposal is undone.')
   WHERE NOT EXISTS (SELECT 1 FROM undoing u JOIN changes c ON c.action = u.action
                      WHERE c.table_name = 'amendments' AND c.before IS NULL
                        AND c.row_key = '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ']')
      OR NOT EXISTS (SELECT 1 FROM amendments m
                      WHERE m.cycle_id = OLD.cycle_id AND m.leader_id = OLD.leader_id AND m.number = OLD.number AND m.state = 'proposed');
END;
CREATE TRIGGER actions_amended_wholly BEFORE UPDATE OF digest ON actions
WHEN NEW.digest IS NOT NULL AND OLD.digest IS NULL
 AND EXISTS (SELECT 1 FROM changes WHERE action = NEW.number AND table_name IN ('objectives', 'links', 'amendments', 'imports')) BEGIN
  SELECT RAISE (ABORT, 'An action does not end with an amendment that is half made: its objectives changed, and it was not accepted.')
    FROM amendments m JOIN amended_objectives x ON x.cycle_id = m.cycle_id AND x.leader_id = m.leader_id AND x.number = m.number
   WHERE m.state = 'proposed'
     AND NOT EXISTS (SELECT 1 FROM amended_not_yet n WHERE n.objective_id = x.objective_id AND n.number = x.number);
END;
CREATE VIEW rated_cycles AS                  -- one row: a cycle in which somebody gave a rating
SELECT c.id FROM cycles c
 WHERE EXISTS (SELECT 1 FROM objectives o JOIN ratings g ON g.objective_id = o.id WHERE o.cycle_id = c.id AND g.rating IS NOT NULL)
;
CREATE TRIGGER cycles_lock_insert BEFORE INSERT ON cycles BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.') -- one that would be replaced
    FROM cycles c JOIN cycle_steps s ON s.cycle_id = c.id WHERE c.id = NEW.id OR c.name = NEW.name;
END
;
CREATE TRIGGER cycles_lock_update BEFORE UPDATE ON cycles BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.id AND phase = 'closed';
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.') -- one that would be replaced
    FROM cycles c JOIN cycle_phases p ON p.cycle_id = c.id WHERE c.name = NEW.name AND c.id <> OLD.id AND p.phase = 'closed';
  SELECT RAISE (ABORT, 'The days and the scores of a cycle do not change any more once a review in it is assessed.')
    FROM review_states
   WHERE cycle_id = OLD.id AND state IN ('assessed', 'signed')
     AND (NEW.first_day IS NOT OLD.first_day OR NEW.last_day IS NOT OLD.last_day OR NEW.threshold_score IS NOT OLD.threshold_score
          OR NEW.stretch_score IS NOT OLD.stretch_score OR NEW.late_score IS NOT OLD.late_score);
END
;
CREATE TRIGGER cycles_lock_delete BEFORE DELETE ON cycles BEGIN
  SELECT RAISE (ABORT, 'A cycle whose reviews took steps is not removed.') FROM review_steps WHERE cycle_id = OLD.id;
  SELECT RAISE (ABORT, 'A cycle that took steps is not removed.') FROM cycle_steps WHERE cycle_id = OLD.id;
END;
CREATE TRIGGER cycle_plans_lock_insert BEFORE INSERT ON cycle_plans BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER cycle_plans_lock_update BEFORE UPDATE ON cycle_plans
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.min_objectives IS NOT OLD.min_objectives BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER cycle_plans_lock_delete BEFORE DELETE ON cycle_plans BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER scale_words_lock_insert BEFORE INSERT ON scale_words BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The scale of a cycle does not change any more once somebody rated on it.')
    FROM rated_cycles WHERE id = NEW.cycle_id;
END;
CREATE TRIGGER scale_words_lock_update BEFORE UPDATE ON scale_words
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The scale of a cycle does not change any more once somebody rated on it.')
    FROM rated_cycles WHERE id = NEW.cycle_id;
END;
CREATE TRIGGER scale_words_lock_delete BEFORE DELETE ON scale_words BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The scale of a cycle does not change any more once somebody rated on it.')
    FROM rated_cycles WHERE id = OLD.cycle_id;
END;
CREATE TRIGGER tops_lock_insert BEFORE INSERT ON tops BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER tops_lock_update BEFORE UPDATE ON tops BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER tops_lock_delete BEFORE DELETE ON tops BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER leaders_lock_delete BEFORE DELETE ON leaders BEGIN
  SELECT RAISE (ABORT, 'A leader whose review took steps is not removed.') FROM review_steps WHERE leader_id = OLD.id;
END;
CREATE TRIGGER leaders_lock_days BEFORE UPDATE OF from_day, to_day ON leaders
WHEN NEW.from_day IS NOT OLD.from_day OR NEW.to_day IS NOT OLD.to_day BEGIN -- or a review that has begun would be nobody's
  SELECT RAISE (ABORT, 'A review that has begun is excused before the days in role leave its cycle.')
    FROM reviews r JOIN cycles c ON c.id = r.cycle_id
   WHERE r.leader_id = NEW.id AND NOT r.excused
     AND coalesce (OLD.from_day <= c.last_day, 1) AND coalesce (OLD.to_day >= c.first_day, 1)
     AND NOT (coalesce (NEW.from_day <= c.last_day, 1) AND coalesce (NEW.to_day >= c.first_day, 1));
END
;
CREATE VIEW final_layers AS                  -- one row: a layer of the ledger with figures of a final period
SELECT DISTINCT k.import FROM final_spans f JOIN ledger_columns k JOIN ledger_layers l ON l.import = k.import
 WHERE k.period * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END < f.end_month
   AND (k.period + 1) * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END > f.first_month
;
CREATE VIEW movement_spans AS                -- one row: the period of entered movements, as in final_spans
SELECT period,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * (substr (period, 7, 1) - 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) - 1 ELSE 0 END AS first_month,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * substr (period, 7, 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) ELSE 12 END AS end_month
  FROM movements
;
CREATE TRIGGER ledger_columns_final BEFORE INSERT ON ledger_columns BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM ledger_layers l JOIN final_spans f
   WHERE l.import = NEW.import
     AND NEW.period * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END < f.end_month
     AND (NEW.period + 1) * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END > f.first_month;
END;
CREATE TRIGGER ledger_layers_final AFTER INSERT ON ledger_layers BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.') FROM final_layers WHERE import = NEW.import;
END;
CREATE TRIGGER imports_final BEFORE UPDATE OF undone ON imports
WHEN NEW.undone IS NOT OLD.undone AND OLD.what = 'ledger' BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.') FROM final_layers WHERE import = OLD.number;
END;
CREATE TRIGGER movements_final_insert AFTER INSERT ON movements BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM movement_spans m JOIN final_spans f ON m.first_month < f.end_month AND m.end_month > f.first_month WHERE m.period = NEW.period;
END;
CREATE TRIGGER movements_final_update BEFORE UPDATE ON movements BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM movement_spans m JOIN final_spans f ON m.first_month < f.end_month AND m.end_month > f.first_month WHERE m.period = OLD.period;
END;
CREATE TRIGGER movements_final_delete BEFORE DELETE ON movements BEGIN
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM movement_spans m JOIN final_spans f ON m.first_month < f.end_month AND m.end_month > f.first_month WHERE m.period = OLD.period;
END;
CREATE TRIGGER final_periods_lock_delete BEFORE DELETE ON final_periods BEGIN
  SELECT RAISE (ABORT, 'A period that a closed cycle rests on stays final.')
    FROM final_spans f JOIN cycles c JOIN cycle_phases p ON p.cycle_id = c.id AND p.phase = 'closed'
   WHERE f.period = OLD.period
     AND f.first_month <= 12 * substr (c.last_day, 1, 4) + substr (c.last_day, 6, 2) - 1
     AND f.end_month >= 12 * substr (c.first_day, 1, 4) + substr (c.first_day, 6, 2) - 1;
END;
CREATE VIEW locked_objectives AS             -- one row: an objective of a review beyond drafting, or of a closed cycle
SELECT o.id, r.state, o.import FROM review_states r JOIN objectives o ON o.cycle_id = r.cycle_id AND o.leader_id = r.leader_id
 WHERE r.state <> 'drafting'
UNION ALL
SELECT o.id, 'signed', o.import FROM cycle_phases p CROSS JOIN objectives o ON o.cycle_id = p.cycle_id WHERE p.phase = 'closed'
;
CREATE VIEW locked_imports AS                -- one row: an import with a row that stands, by what it imported
SELECT o.import, 'objectives' AS what FROM locked_objectives o WHERE o.import IS NOT NULL
UNION ALL
SELECT l.import, 'objectives' FROM locked_objectives o JOIN links l ON l.objective_id = o.id WHERE l.import IS NOT NULL
UNION ALL
SELECT k.import, 'check_ins' FROM locked_objectives o JOIN check_ins k ON k.objective_id = o.id
 WHERE o.state IN ('assessed', 'signed') AND k.import IS NOT NULL
;
CREATE TRIGGER imports_lock_insert BEFORE INSERT ON imports WHEN NEW.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = NEW.number AND what = NEW.what;
END;
CREATE TRIGGER imports_lock_update BEFORE UPDATE OF undone ON imports
WHEN NEW.undone IS NOT OLD.undone AND OLD.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = OLD.number AND what = OLD.what;
END;
CREATE TRIGGER open_action_lock_again BEFORE UPDATE ON open_action
WHEN NEW.import IS NOT OLD.import AND EXISTS (SELECT 1 FROM imports WHERE number = NEW.import) BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = NEW.import AND what = (SELECT what FROM imports WHERE number = NEW.import);
END;
CREATE TRIGGER open_action_lock_left BEFORE UPDATE ON open_action
WHEN NEW.import IS NOT OLD.import AND OLD.import IS NOT NULL AND NOT EXISTS (SELECT 1 FROM imports WHERE number = OLD.import) BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = OLD.import;
END;
CREATE VIEW objective_states AS              -- one row: an objective, and how the review and the cycle that it belongs to stand
SELECT o.id, o.cycle_id, o.leader_id, o.import,
       coalesce ((SELECT s.state FROM review_steps s WHERE s.cycle_id = o.cycle_id AND s.leader_id = o.leader_id ORDER BY s.number DESC LIMIT 1),
                 'drafting') AS state,
       (SELECT p.phase FROM cycle_phases p WHERE p.cycle_id = o.cycle_id) AS phase
  FROM objectives o
;
CREATE VIEW review_states AS                 -- one row: a review that took a step
SELECT DISTINCT s.cycle_id, s.leader_id,
       (SELECT l.state FROM review_steps l WHERE l.cycle_id = s.cycle_id AND l.leader_id = s.leader_id ORDER BY l.number DESC LIMIT 1) AS state
  FROM review_steps s
;
CREATE VIEW amending AS                      -- one row: an objective that an open amendment of an agreed review names
SELECT x.* FROM amended_objectives x JOIN amendments m ON m.cycle_id = x.cycle_id AND m.leader_id = x.leader_id AND m.number = x.number
 WHERE m.state = 'proposed'
;
CREATE VIEW link_texts AS                    -- one row: an objective's links as amended_objectives has them
SELECT o.id, coalesce ((SELECT '[' || group_concat ('{"driver":"' || driver || '","value":' || coalesce (claim_value, 'null') || ',"customers":'
                                                     || coalesce (claim_customers, 'null') || '}') || ']'
                          FROM (SELECT * FROM links l WHERE l.objective_id = o.id ORDER BY l.driver)), '[]') AS links
  FROM objectives o
;
CREATE VIEW amended_wholly AS                -- one row: an objective that is as its open amendment says
SELECT x.cycle_id, x.leader_id, x.number, x.objective_id
  FROM amending x JOIN objectives o ON o.id = x.objective_id JOIN link_texts t ON t.id = x.objective_id
 WHERE o.aggregate = x.aggregate AND o.baseline IS x.baseline AND o.threshold IS x.threshold AND o.target IS x.target
   AND o.stretch IS x.stretch AND o.low IS x.low AND o.high IS x.high AND o.width IS x.width AND o.due IS x.due
   AND o.weight = x.weight AND t.links = x.links
;
CREATE VIEW amended_not_yet AS               -- one row: an objective that is as it was before its open amendment
SELECT x.cycle_id, x.leader_id, x.number, x.objective_id
  FROM amending x JOIN objectives o ON o.id = x.objective_id JOIN link_texts t ON t.id = x.objective_id
 WHERE o.aggregate = x.old_aggregate AND o.baseline IS x.old_baseline AND o.threshold IS x.old_threshold AND o.target IS x.old_target
   AND o.stretch IS x.old_stretch AND o.low IS x.old_low AND o.high IS x.old_high AND o.width IS x.old_width AND o.due IS x.old_due
   AND o.weight = x.old_weight AND t.links = x.old_links
;
CREATE TRIGGER objectives_lock_insert BEFORE INSERT ON objectives
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM review_states WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state <> 'drafting';
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states -- one that would be replaced
    WHERE id = NEW.id AND (state <> 'drafting' OR phase = 'closed');
END
;
CREATE TRIGGER objectives_lock_update BEFORE UPDATE ON objectives BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = OLD.id AND (s.state = 'signed' OR s.phase = 'closed') AND NOT EXISTS (SELECT 1 FROM erasing);
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = OLD.id AND (s.state <> 'drafting' OR s.phase = 'closed')
     AND (NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id OR NEW.kind IS NOT OLD.kind OR NEW.unit IS NOT OLD.unit
          OR NEW.decimals IS NOT OLD.decimals OR NEW.source IS NOT OLD.source OR NEW.cadence IS NOT OLD.cadence OR NEW.parent_id IS NOT OLD.parent_id
          OR NEW.local_reason IS NOT OLD.local_reason AND NOT EXISTS (SELECT 1 FROM erasing));
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = OLD.id AND (s.state <> 'drafting' OR s.phase = 'closed')
     AND (NEW.aggregate IS NOT OLD.aggregate OR NEW.baseline IS NOT OLD.baseline OR NEW.threshold IS NOT OLD.threshold OR NEW.target IS NOT OLD.target
          OR NEW.stretch IS NOT OLD.stretch OR NEW.low IS NOT OLD.low OR NEW.high IS NOT OLD.high OR NEW.width IS NOT OLD.width
          OR NEW.due IS NOT OLD.due OR NEW.weight IS NOT OLD.weight)
     AND NOT EXISTS (SELECT 1 FROM amending x
                      WHERE x.objective_id = OLD.id AND s.state IN ('agreed', 'self-assessed') AND s.phase <> 'closed'
                        AND (NEW.aggregate = x.aggregate AND NEW.baseline IS x.baseline AND NEW.threshold IS x.threshold AND NEW.target IS x.target
                             AND NEW.stretch IS x.stretch AND NEW.low IS x.low AND NEW.high IS x.high AND NEW.width IS x.width AND NEW.due IS x.due
                             AND NEW.weight = x.weight
                             OR NEW.aggregate = x.old_aggregate AND NEW.baseline IS x.old_baseline AND NEW.threshold IS x.old_threshold
                             AND NEW.target IS x.old_target AND NEW.stretch IS x.old_stretch AND NEW.low IS x.old_low AND NEW.high IS x.old_high
                             AND NEW.width IS x.old_width AND NEW.due IS x.old_due AND NEW.weight = x.old_weight));
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM review_states -- into a review that is agreed
    WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state <> 'drafting'
     AND (NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id);
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed' AND NEW.cycle_id IS NOT OLD.cycle_id;
END
;
CREATE TRIGGER objectives_lock_delete BEFORE DELETE ON objectives
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states WHERE id = OLD.id AND (state <> 'drafting' OR phase = 'closed');
END;
CREATE TRIGGER links_lock_insert BEFORE INSERT ON links
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = NEW.objective_id AND (s.state <> 'drafting' OR s.phase = 'closed')
     AND NOT (s.state IN ('agreed', 'self-assessed') AND s.phase <> 'closed' AND EXISTS (SELECT 1 FROM amending x WHERE x.objective_id = s.id));
END;
CREATE TRIGGER links_lock_update BEFORE UPDATE ON links BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = NEW.objective_id AND (s.state <> 'drafting' OR s.phase = 'closed')
     AND NOT (s.state IN ('agreed', 'self-assessed') AND s.phase <> 'closed' AND EXISTS (SELECT 1 FROM amending x WHERE x.objective_id = s.id));
END;
CREATE TRIGGER links_lock_delete BEFORE DELETE ON links
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states s
   WHERE s.id = OLD.objective_id AND (s.state <> 'drafting' OR s.phase = 'closed')
     AND NOT (s.state IN ('agreed', 'self-assessed') AND s.phase <> 'closed' AND EXISTS (SELECT 1 FROM amending x WHERE x.objective_id = s.id));
END;
CREATE TRIGGER check_ins_insert AFTER INSERT ON check_ins
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The check-ins of a review that is assessed or signed, or of a closed cycle, do not change.')
    FROM objective_states WHERE id = NEW.objective_id AND (state IN ('assessed', 'signed') OR phase = 'closed');
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'check_ins', '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.day) || ']', NULL,
         '{"objective_id":' || json_quote (NEW.objective_id) || ',"day":' || json_quote (NEW.day)
         || ',"value":' || CASE WHEN NEW.value IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.value) END
         || ',"recorded":' || json_quote (NEW.recorded) || ',"confidence":' || json_quote (NEW.confidence)
         || ',"note":' || json_quote (NEW.note) || ',"next":' || json_quote (NEW.next) || ',"evidence":' || json_quote (NEW.evidence)
         || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER check_ins_lock_update BEFORE UPDATE ON check_ins BEGIN
  SELECT RAISE (ABORT, 'The check-ins of a review that is assessed or signed, or of a closed cycle, do not change.')
    FROM objective_states
   WHERE id = OLD.objective_id AND (state IN ('assessed', 'signed') OR phase = 'closed')
     AND NOT (EXISTS (SELECT 1 FROM erasing) AND NEW.value IS OLD.value AND NEW.recorded IS OLD.recorded AND NEW.confidence IS OLD.confidence);
END;
CREATE TRIGGER check_ins_lock_delete BEFORE DELETE ON check_ins
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The check-ins of a review that is assessed or signed, or of a closed cycle, do not change.')
    FROM objective_states WHERE id = OLD.objective_id AND (state IN ('assessed', 'signed') OR phase = 'closed');
END;
CREATE VIEW taken_away AS                    -- one row: a record that the action took away which the open action takes back, by table and key
SELECT c.table_name, c.row_key FROM undoing u JOIN changes c ON c.action = u.action WHERE c.after IS NULL
;
CREATE TRIGGER ratings_lock_insert BEFORE INSERT ON ratings BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = NEW.objective_id);
  SELECT RAISE (ABORT, 'A rating is given by whose turn it is, on the scale of the cycle, and stands once it is submitted.')
    FROM asked v
   WHERE NOT (v.state = 'drafting' AND v.phase <> 'closed' AND EXISTS (SELECT 1 FROM taken_away t
              WHERE t.table_name = 'ratings'
                AND t.row_key = '[' || json_quote (NEW.objective_id) || ',' || json_quote (NEW.role) || ',' || json_quote (NEW.rater_id) || ']'))
   AND (EXISTS (SELECT 1 FROM gate_barred)
      OR CASE NEW.role
           WHEN 'self' THEN v.state <> 'agreed' OR v.phase IN ('plan', 'run') OR NEW.rater_id <> v.leader_id
           WHEN 'manager' THEN EXISTS (SELECT 1 FROM gate_rate) OR NEW.rater_id IS NOT v.by_id
           ELSE v.state = 'signed' OR v.phase IN ('plan', 'run')
                OR NOT EXISTS (SELECT 1 FROM observers b WHERE b.cycle_id = v.cycle_id AND b.leader_id = v.leader_id AND b.observer_id = NEW.rater_id)
         END
      OR NEW.rating > v.max_rating OR NEW.role <> 'manager' AND (NEW.confirmed OR NEW.actual IS NOT NULL));
END;
CREATE TRIGGER ratings_lock_update BEFORE UPDATE ON ratings
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.rating IS NOT OLD.rating OR NEW.confirmed IS NOT OLD.confirmed
  OR NEW.actual IS NOT OLD.actual BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = NEW.objective_id);
  SELECT RAISE (ABORT, 'A rating is given by whose turn it is, on the scale of the cycle, and stands once it is submitted.')
    FROM asked v
   WHERE (EXISTS (SELECT 1 FROM gate_barred)
      OR CASE NEW.role
           WHEN 'self' THEN v.state <> 'agreed' OR v.phase IN ('plan', 'run') OR NEW.rater_id <> v.leader_id
           WHEN 'manager' THEN EXISTS (SELECT 1 FROM gate_rate) OR NEW.rater_id IS NOT v.by_id
           ELSE v.state = 'signed' OR v.phase IN ('plan', 'run')
                OR NOT EXISTS (SELECT 1 FROM observers b WHERE b.cycle_id = v.cycle_id AND b.leader_id = v.leader_id AND b.observer_id = NEW.rater_id)
         END
      OR NEW.rating > v.max_rating OR NEW.role <> 'manager' AND (NEW.confirmed OR NEW.actual IS NOT NULL));
END;
CREATE TRIGGER ratings_lock_delete BEFORE DELETE ON ratings BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = OLD.objective_id);
  SELECT RAISE (ABORT, 'A rating is given by whose turn it is, on the scale of the cycle, and stands once it is submitted.')
    FROM asked v
   WHERE NOT (v.state = 'drafting' AND v.phase <> 'closed') AND (EXISTS (SELECT 1 FROM gate_barred)
      OR CASE OLD.role
           WHEN 'self' THEN v.state <> 'agreed' OR v.phase IN ('plan', 'run') OR OLD.rater_id <> v.leader_id
           WHEN 'manager' THEN EXISTS (SELECT 1 FROM gate_rate) OR OLD.rater_id IS NOT v.by_id
           ELSE v.state = 'signed'
         END);
END;
CREATE TRIGGER adjustments_lock_insert BEFORE INSERT ON adjustments BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = NEW.objective_id);
  SELECT RAISE (ABORT, 'Ratings are adjusted while the review is assessed and not signed by who reviews (gate G4), with a reason and who agreed to it.')
    FROM asked v JOIN blanks b
   WHERE NOT (v.state = 'drafting' AND v.phase <> 'closed' AND EXISTS (SELECT 1 FROM taken_away t
              WHERE t.table_name = 'adjustments' AND t.row_key = '[' || json_quote (NEW.objective_id) || ']'))
     AND (EXISTS (SELECT 1 FROM gate_calibrate) OR NEW.rating > v.max_rating
          OR trim (NEW.why, b.all_of_them) = '' OR trim (NEW.agreed_by, b.all_of_them) = '');
END;
CREATE TRIGGER adjustments_lock_update BEFORE UPDATE ON adjustments
WHEN NOT EXISTS (SELECT 1 FROM erasing) OR NEW.rating IS NOT OLD.rating BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = NEW.objective_id);
  SELECT RAISE (ABORT, 'Ratings are adjusted while the review is assessed and not signed by who reviews (gate G4), with a reason and who agreed to it.')
    FROM asked v JOIN blanks b
   WHERE (EXISTS (SELECT 1 FROM gate_calibrate) OR NEW.rating > v.max_rating
          OR trim (NEW.why, b.all_of_them) = '' OR trim (NEW.agreed_by, b.all_of_them) = '');
END;
CREATE TRIGGER adjustments_lock_delete BEFORE DELETE ON adjustments BEGIN
  UPDATE asked SET to_id = NULL, (cycle_id, leader_id) = (SELECT cycle_id, leader_id FROM objectives WHERE id = OLD.objective_id);
  SELECT RAISE (ABORT, 'Ratings are adjusted while the review is assessed and not signed by who reviews (gate G4), with a reason and who agreed to it.')
    FROM asked v JOIN blanks b
   WHERE NOT (v.state = 'drafting' AND v.phase <> 'closed') AND EXISTS (SELECT 1 FROM gate_calibrate);
END;
CREATE TRIGGER observers_lock_insert BEFORE INSERT ON observers BEGIN
  UPDATE asked SET cycle_id = NEW.cycle_id, leader_id = NEW.leader_id, to_id = NULL;
  SELECT RAISE (ABORT, 'The observers of a review that is signed or excused, or of a closed cycle, do not change.')
    FROM asked WHERE state = 'signed' OR EXISTS (SELECT 1 FROM gate_barred);
END;
CREATE TRIGGER observers_lock_delete BEFORE DELETE ON observers BEGIN
  UPDATE asked SET cycle_id = OLD.cycle_id, leader_id = OLD.leader_id, to_id = NULL;
  SELECT RAISE (ABORT, 'The observers of a review that is signed or excused, or of a closed cycle, do not change.')
    FROM asked WHERE state = 'signed' OR EXISTS (SELECT 1 FROM gate_barred);
END;
CREATE TRIGGER private_notes_lock_insert BEFORE INSERT ON private_notes BEGIN
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM review_states WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state = 'signed';
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER private_notes_lock_update BEFORE UPDATE ON private_notes
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM review_states WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state = 'signed';
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
END;
CREATE TRIGGER private_notes_lock_delete BEFORE DELETE ON private_notes
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM review_states WHERE cycle_id = OLD.cycle_id AND leader_id = OLD.leader_id AND state = 'signed';
  SELECT RAISE (ABORT, 'The notes on a signed review, or of a closed cycle, do not change.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
END;
CREATE VIEW undoing AS                       -- one row: the action that the open action takes back
SELECT a.undoes AS action FROM open_action o JOIN actions a ON a.number = o.action WHERE a.undoes IS NOT NULL
;
CREATE VIEW standing AS                      -- one row: an action between that one and the open one that counts as things stand: it is not undone,
SELECT a.number FROM undoing t JOIN open_action n                    -- and undoes nothing that came after that one as well. (An undo that was
  JOIN actions a ON a.number > t.action AND a.number < n.action      -- undone itself is looked at to the second degree; beyond, it counts.)
 WHERE coalesce (a.undoes <= t.action, 1)
   AND NOT EXISTS (SELECT 1 FROM actions u WHERE u.undoes = a.number AND NOT EXISTS (SELECT 1 FROM actions r WHERE r.undoes = u.number))
;
CREATE VIEW later_changes AS                 -- one row: a change by one of these; by the open action itself, of a row that the other did not touch
SELECT c.* FROM changes c
 WHERE c.action IN (SELECT number FROM standing)
    OR c.action = (SELECT action FROM open_action)
       AND NOT EXISTS (SELECT 1 FROM undoing u JOIN changes t ON t.table_name = c.table_name AND t.row_key = c.row_key AND t.action = u.action)
;
CREATE VIEW later_of_asked AS                -- one row: such a change of something of the asked review, but for its steps and check-ins
SELECT c.action FROM asked_objectives o
  JOIN later_changes c ON c.table_name IN ('objectives', 'adjustments') AND c.row_key = '[' || json_quote (o.id) || ']'
UNION ALL
SELECT c.action FROM asked_objectives o
  JOIN later_changes c ON c.table_name IN ('links', 'ratings')
       AND c.row_key >= '[' || json_quote (o.id) || ',' AND c.row_key < '[' || json_quote (o.id) || '-'
UNION ALL
SELECT c.action FROM asked_objectives o JOIN later_changes c ON c.table_name = 'imports' AND c.row_key = '[' || o.import || ']'
UNION ALL
SELECT c.action FROM asked a
  JOIN later_changes c ON c.table_name = 'amendments'
       AND c.row_key >= '[' || json_quote (a.cycle_id) || ',' || json_quote (a.leader_id) || ','
       AND c.row_key < '[' || json_quote (a.cycle_id) || ',' || json_quote (a.leader_id) || '-'
;
CREATE TRIGGER review_steps_fit BEFORE INSERT ON review_steps BEGIN
  UPDATE asked SET cycle_id = NEW.cycle_id, leader_id = NEW.leader_id, to_id = CASE NEW.step WHEN 'move' THEN NEW.reviewer_id END;
  SELECT RAISE (ABORT, 'A step is of a leader in a cycle.') FROM asked WHERE state IS NULL;

  -- The gates.
  SELECT RAISE (ABORT, 'The review cannot be agreed: something is missing that gate G1 asks for.')
   WHERE NEW.step = 'agree' AND EXISTS (SELECT 1 FROM gate_agree);
  SELECT RAISE (ABORT, 'The self-assessment cannot be submitted: something is missing that gate G2 asks for.')
   WHERE NEW.step = 'self-assess' AND EXISTS (SELECT 1 FROM gate_self_assess);
  SELECT RAISE (ABORT, 'The review cannot be assessed: something is missing that gate G3 asks for.')
   WHERE NEW.step = 'assess' AND EXISTS (SELECT 1 FROM gate_assess);
  SELECT RAISE (ABORT, 'The review cannot be signed: something is missing that gate G5 asks for.')
   WHERE NEW.step = 'sign' AND EXISTS (SELECT 1 FROM gate_sign);

  -- The conditions of the other steps.
  SELECT RAISE (ABORT, 'A dissent is written while the cycle is in sign, of an assessed review, before the leader signs.') FROM asked
   WHERE NEW.step = 'dissent' AND (phase <> 'sign' OR state <> 'assessed' OR EXISTS (SELECT 1 FROM gate_barred));
  SELECT RAISE (ABORT, 'A signed review, and one that is excused already, cannot be excused.') FROM asked
   WHERE NEW.step = 'excuse' AND (state = 'signed' OR EXISTS (SELECT 1 FROM gate_barred));
  SELECT RAISE (ABORT, 'Only a signed or an excused review of an open cycle is re-opened.') FROM asked
   WHERE NEW.step = 'reopen' AND (phase = 'closed' OR NOT takes_part OR NOT (excused OR state = 'signed'));
  SELECT RAISE (ABORT, 'A review is sent back while it is agreed, self-assessed or assessed.') FROM asked
   WHERE NEW.step = 'send-back' AND (state IN ('drafting', 'signed') OR EXISTS (SELECT 1 FROM gate_barred));
  SELECT RAISE (ABORT, 'A review with an amendment that is open is not sent back to drafting: it is refused or withdrawn first.')
    FROM asked a JOIN amendments m ON m.cycle_id = a.cycle_id AND m.leader_id = a.leader_id
   WHERE NEW.step = 'send-back' AND m.state = 'proposed' AND a.state = 'agreed';
  SELECT RAISE (ABORT, 'A review moves, before it is signed, to somebody who is there, not under the leader, and does not review it already.')
    FROM asked a
   WHERE NEW.step = 'move'
     AND (a.is_top OR a.state = 'signed' OR EXISTS (SELECT 1 FROM gate_barred) OR a.to_id IS NULL OR a.to_id = a.leader_id
          OR NOT EXISTS (SELECT 1 FROM leaders_of_day l WHERE l.id = a.to_id AND l.is_there)
          OR EXISTS (SELECT 1 FROM asked_under) OR a.to_id = a.by_id AND coalesce (a.reviewer_id, a.to_id) = a.to_id);
  SELECT RAISE (ABORT, 'A step back, an excuse, a move and a dissent say why, and who signs for somebody else does.')
    FROM asked a JOIN blanks b
   WHERE trim (coalesce (NEW.why, ''), b.all_of_them) = ''
     AND (NEW.step IN ('excuse', 'reopen', 'send-back', 'move', 'dissent')
          OR NEW.step = 'sign' AND (NEW.leader_signed = 'HR' OR NEW.reviewer_signed = 'HR' AND a.reviewer_signed IS NULL));

  -- What the step leaves.
  SELECT RAISE (ABORT, 'A step of a review takes the next number.') FROM asked WHERE NEW.number <> steps + 1;
  SELECT RAISE (ABORT, 'The step does not lead to where the review would stand.') FROM asked a
   WHERE NEW.state IS NOT CASE
           WHEN NEW.step = 'agree' THEN 'agreed'
           WHEN NEW.step = 'self-assess' THEN 'self-assessed'
           WHEN NEW.step = 'assess' THEN 'assessed'
           WHEN NEW.step = 'sign' AND a.reviewer_signed IS NOT NULL THEN 'signed'
           WHEN NEW.step = 'reopen' AND NOT a.excused THEN 'assessed'
           WHEN NEW.step = 'send-back' AND a.reviewer_signed IS NULL
           THEN CASE a.state WHEN 'assessed' THEN 'self-assessed' WHEN 'self-assessed' THEN 'agreed' ELSE 'drafting' END
           ELSE a.state END
      OR NEW.excused IS NOT CASE NEW.step WHEN 'excuse' THEN 1 WHEN 'reopen' THEN 0 ELSE a.excused END
      OR NEW.reviewer_id IS NOT CASE NEW.step WHEN 'agree' THEN nullif (a.by_id, '') WHEN 'move' THEN NEW.reviewer_id ELSE a.reviewer_id END
      OR NEW.assessed_by IS NOT CASE
           WHEN NEW.step = 'assess' THEN a.by_id
           WHEN NEW.step = 'send-back' AND a.reviewer_signed IS NULL THEN NULL
           ELSE a.assessed_by END;
  SELECT RAISE (ABORT, 'The signatures are not those of who reviews and of the leader, one after the other.') FROM asked a
   WHERE CASE
           WHEN NEW.step = 'sign' AND a.reviewer_signed IS NULL
           THEN NEW.leader_signed IS NOT NULL OR NOT coalesce (NEW.reviewer_signed = a.by_id OR NEW.reviewer_signed = 'HR' AND a.by_id <> '', 0)
           WHEN NEW.step = 'sign'
           THEN NEW.reviewer_signed IS NOT a.reviewer_signed OR NOT coalesce (NEW.leader_signed IN (NEW.leader_id, 'HR'), 0)
           WHEN NEW.step = 'send-back' OR NEW.step = 'reopen' AND NOT a.excused
           THEN NEW.reviewer_signed IS NOT NULL OR NEW.leader_signed IS NOT NULL
           ELSE NEW.reviewer_signed IS NOT a.reviewer_signed OR NEW.leader_signed IS NOT a.leader_signed
         END;
END
;
CREATE TRIGGER review_steps_stay BEFORE UPDATE ON review_steps BEGIN
  SELECT RAISE (ABORT, 'A step that was taken does not change.')
   WHERE NOT EXISTS (SELECT 1 FROM erasing) OR NEW.cycle_id IS NOT OLD.cycle_id OR NEW.leader_id IS NOT OLD.leader_id OR NEW.number IS NOT OLD.number
      OR NEW.step IS NOT OLD.step OR NEW.day IS NOT OLD.day OR NEW.state IS NOT OLD.state OR NEW.reviewer_id IS NOT OLD.reviewer_id
      OR NEW.assessed_by IS NOT OLD.assessed_by OR NEW.excused IS NOT OLD.excused OR NEW.reviewer_signed IS NOT OLD.reviewer_signed
      OR NEW.leader_signed IS NOT OLD.leader_signed;
END;
CREATE TRIGGER cycle_steps_stay BEFORE UPDATE ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'A step that was taken does not change.')
   WHERE NOT EXISTS (SELECT 1 FROM erasing) OR NEW.cycle_id IS NOT OLD.cycle_id OR NEW.number IS NOT OLD.number OR NEW.step IS NOT OLD.step
      OR NEW.phase IS NOT OLD.phase OR NEW.day IS NOT OLD.day OR NEW.opening_customers IS NOT OLD.opening_customers
      OR NEW.closing_customers IS NOT OLD.closing_customers OR NEW.opening_value IS NOT OLD.opening_value OR NEW.closing_value IS NOT OLD.closing_value;
END;
CREATE TRIGGER review_steps_undo BEFORE DELETE ON review_steps BEGIN
  SELECT RAISE (ABORT, 'Only the last step of a review can be taken back.')
   WHERE OLD.number <> (SELECT max (number) FROM review_steps WHERE cycle_id = OLD.cycle_id AND leader_id = OLD.leader_id);
  SELECT RAISE (ABORT, 'A signature is not taken back: HR re-opens the review with a reason, or it is sent back.') WHERE OLD.step = 'sign';
  SELECT RAISE (ABORT, 'What re-opened a signed review is not taken back: it is signed anew.')
   WHERE OLD.step = 'reopen' AND 'signed' = (SELECT state FROM review_steps
                                              WHERE cycle_id = OLD.cycle_id AND leader_id = OLD.leader_id AND number = OLD.number - 1);
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle.') FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'A step is only taken back by undoing the action that took it.')
   WHERE NOT EXISTS (SELECT 1 FROM undoing u JOIN changes c ON c.action = u.action
                      WHERE c.table_name = 'review_steps' AND c.before IS NULL
                        AND c.row_key = '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.number) || ']');
END;
CREATE TRIGGER review_steps_undone AFTER DELETE ON review_steps BEGIN
  UPDATE asked SET cycle_id = OLD.cycle_id, leader_id = OLD.leader_id, to_id = NULL;
  SELECT RAISE (ABORT, 'The review was changed since this step, so it cannot be undone.') FROM later_of_asked;
  SELECT RAISE (ABORT, 'The review was changed since this step, so it cannot be undone.')
    FROM undoing u JOIN later_changes c ON c.table_name = 'objectives' AND c.action > u.action AND c.after IS NULL
   WHERE instr (c.before, '"cycle_id":' || json_quote (OLD.cycle_id) || ',"leader_id":' || json_quote (OLD.leader_id));
  SELECT RAISE (ABORT, 'Other reviews took steps since that needed this one, so it cannot be undone.')
    FROM standing s CROSS JOIN changes c ON c.table_name = 'review_steps' AND c.action = s.number
   WHERE OLD.step IN ('agree', 'self-assess') AND c.before IS NULL
     AND substr (c.row_key, 1, length (json_quote (OLD.cycle_id)) + 2) = '[' || json_quote (OLD.cycle_id) || ','
     AND CASE OLD.step
           WHEN 'agree' THEN instr (c.after, '"step":"agree"') AND instr (c.after, '"reviewer_id":' || json_quote (OLD.leader_id))
           ELSE instr (c.after, '"step":"assess"') AND instr (c.after, '"assessed_by":' || json_quote (OLD.leader_id))
         END;
  SELECT RAISE (ABORT, 'The review does not have any more what the state asks for that it would go back to.')
    FROM asked r
   WHERE OLD.step IN ('send-back', 'reopen')
     AND (r.state <> 'drafting' AND EXISTS (SELECT 1 FROM missing_of_objectives)
          OR r.state IN ('self-assessed', 'assessed') AND EXISTS (SELECT 1 FROM missing_of_self)
          OR r.state = 'assessed' AND EXISTS (SELECT 1 FROM missing_of_first));
END;
CREATE TRIGGER cycle_steps_fit BEFORE INSERT ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'A step of a cycle takes the next number.')
   WHERE NEW.number <> (SELECT coalesce (max (number), 0) + 1 FROM cycle_steps WHERE cycle_id = NEW.cycle_id);
  SELECT RAISE (ABORT, 'A cycle moves to the next phase or back to the one before; from sign it is closed, and from closed re-opened to sign.')
   WHERE NOT EXISTS (SELECT 1 FROM cycle_phases p WHERE p.cycle_id = NEW.cycle_id AND NEW.phase = CASE NEW.step || ' ' || p.phase
           WHEN 'advance plan' THEN 'run' WHEN 'advance run' THEN 'assess' WHEN 'advance assess' THEN 'calibrate' WHEN 'advance calibrate' THEN 'sign'
           WHEN 'back sign' THEN 'calibrate' WHEN 'back calibrate' THEN 'assess' WHEN 'back assess' THEN 'run' WHEN 'back run' THEN 'plan'
           WHEN 'close sign' THEN 'closed' WHEN 'reopen closed' THEN 'sign' END);
  SELECT RAISE (ABORT, 'Going back and re-opening say why.') FROM blanks
   WHERE NEW.step IN ('back', 'reopen') AND trim (coalesce (NEW.why, ''), all_of_them) = '';
  SELECT RAISE (ABORT, 'Closing writes down the customer asset of the cycle, and nothing else does.')
   WHERE NEW.step <> 'close' AND coalesce (NEW.opening_customers, NEW.closing_customers, NEW.opening_value, NEW.closing_value) IS NOT NULL;
END;
CREATE TRIGGER cycle_steps_close BEFORE INSERT ON cycle_steps WHEN NEW.step = 'close' BEGIN
  UPDATE asked SET cycle_id = NEW.cycle_id, leader_id = NULL, to_id = NULL;
  SELECT RAISE (ABORT, 'The cycle cannot be closed: something is missing that gate G6 asks for.') FROM gate_close;
  SELECT RAISE (ABORT, 'The cycle cannot be closed: its growth is not defined.')
   WHERE NEW.opening_customers IS NULL OR NEW.closing_customers IS NULL OR NEW.opening_value IS NULL OR NEW.closing_value IS NULL
      OR NEW.opening_customers <= 0 AND NEW.opening_value <= 0;
END;
CREATE TRIGGER cycle_steps_undo BEFORE DELETE ON cycle_steps BEGIN
  SELECT RAISE (ABORT, 'Only the last step of a cycle can be taken back.')
   WHERE OLD.number <> (SELECT max (number) FROM cycle_steps WHERE cycle_id = OLD.cycle_id);
  SELECT RAISE (ABORT, 'The closing of a cycle is not taken back: HR re-opens it with a reason.') WHERE OLD.step = 'close';
  SELECT RAISE (ABORT, 'The re-opening of a cycle is not taken back: the cycle is closed again.') WHERE OLD.step = 'reopen';
  SELECT RAISE (ABORT, 'A step is only taken back by undoing the action that took it.')
   WHERE NOT EXISTS (SELECT 1 FROM undoing u JOIN changes c ON c.action = u.action
                      WHERE c.table_name = 'cycle_steps' AND c.before IS NULL
                        AND c.row_key = '[' || json_quote (OLD.cycle_id) || ',' || json_quote (OLD.number) || ']');
  SELECT RAISE (ABORT, 'Reviews took steps since that this phase opened, so it cannot be undone.')
    FROM standing s CROSS JOIN changes c ON c.table_name = 'review_steps' AND c.action = s.number
   WHERE OLD.step = 'advance' AND OLD.phase IN ('assess', 'sign') AND c.before IS NULL
     AND substr (c.row_key, 1, length (json_quote (OLD.cycle_id)) + 2) = '[' || json_quote (OLD.cycle_id) || ','
     AND (instr (c.after, '"step":"sign"') OR instr (c.after, '"step":"dissent"')
          OR OLD.phase = 'assess' AND instr (c.after, '"step":"self-assess"'));
END;
COMMIT;
PRAGMA application_id = 1163414864;
PRAGMA user_version = 2;
