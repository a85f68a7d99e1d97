-- A company as Exemplar's version 1 of the format left it: imports, an edit, and an import that is undone.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE company (                       -- one row: the company
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  name       TEXT    NOT NULL CHECK (name <> ''),
  currency   TEXT    NOT NULL CHECK (length(currency) = 3),  -- ISO 4217
  uuid       TEXT    NOT NULL                -- tells this company's files from another's
) STRICT;
INSERT INTO company VALUES(1,'Acme & Söhne','EUR','aeba5b9e-1ea0-4e84-84ce-69f2b5f421ce');
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
INSERT INTO imports VALUES(1,'leaders','leaders.csv','1133f8bd4324cccaa93312ef326aab54e9de903eac4953e410fdb1818f3693e0',4,'450000','3c1ea031c7ea33d90905ca22784de3c1f3934eb0713bdc36f254dd4b65cd4278',0);
INSERT INTO imports VALUES(2,'objectives','objectives.csv','d20ef65aa7aa40e22ea4e45ed3d796960d28c95622374c8f1435a18b242200fe',3,'20000','66c15270bacb60f4e058de68bc1488f28579345382682f21a245c4c004d1241e',0);
INSERT INTO imports VALUES(3,'check_ins','checkins.csv','5b68e93ee9e2b49a770bc23e7dee79ec4c3fa44f105bf542d80f12069722f094',3,'89.25','3b0c243a23699adea6ce6935499ee44bbb61b8bfb22e2e9223b5e5a48e243cd1',0);
INSERT INTO imports VALUES(4,'ledger','customers.csv','cb4adfd197c93fa285084b7dd231a32d0b23e5454b50e84adf00766020ea240f',4,'26390','e7f6907fdb7a48d86e478fe199ac7559c7c20f96b2c653be4c7488f464bb65e8',0);
INSERT INTO imports VALUES(5,'check_ins','checkins2.csv','a32ec630ef61ae0645f4c33719a1925b09dd895272b8f98b9d1f5b522633af95',1,'210','cbd61025a7a695e114a7d9e50ef4a736a66929245a42907bbad5564aa909dae5',1);
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
INSERT INTO leaders VALUES('a','Ana Okafor','Chief Executive Officer','Head Office','ana@acme.example',NULL,200000,NULL,NULL,1);
INSERT INTO leaders VALUES('b','Ben Adjei','Head of Care','Service','ben@acme.example','a',100000,'2025-01-01',NULL,1);
INSERT INTO leaders VALUES('c','Cleo Marsh','Team Lead','Service','cleo@acme.example','b',50000,NULL,'2026-06-30',1);
INSERT INTO leaders VALUES('d','Dag Lund','Head of all Sales','Sales','dag@acme.example','a',100000,NULL,NULL,1);
CREATE TABLE cycles (                        -- one row: a review cycle
  id         TEXT    NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  first_day  TEXT    NOT NULL,
  last_day   TEXT    NOT NULL CHECK (last_day >= first_day), -- inclusive
  threshold_score INTEGER NOT NULL DEFAULT 5000  CHECK (threshold_score BETWEEN 0 AND 10000),
  stretch_score   INTEGER NOT NULL DEFAULT 15000 CHECK (stretch_score >= 10000),
  late_score      INTEGER NOT NULL DEFAULT 5000  CHECK (late_score BETWEEN 0 AND 10000)
) STRICT;
INSERT INTO cycles VALUES('fy-2026','FY 2026','2026-01-01','2026-12-31',5000,15000,5000);
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
INSERT INTO objectives VALUES('oa','fy-2026','a','Fewer customers lost',NULL,'number','%',1,'mean',4.0999999999999996447,3.8999999999999999111,3.2000000000000001776,2.75,NULL,NULL,NULL,NULL,10000,'Ledger','monthly',NULL,NULL,NULL,2);
INSERT INTO objectives VALUES('ob','fy-2026','b','Answered within a day',NULL,'number','%',0,'latest',80.0,NULL,95.0,NULL,NULL,NULL,NULL,NULL,6000,'Desk','weekly',NULL,'oa',NULL,2);
INSERT INTO objectives VALUES('oc','fy-2026','b','Calls to lost customers',NULL,'number','calls',0,'sum',0.0,NULL,1200.0,NULL,NULL,NULL,NULL,NULL,4000,'Desk','monthly',NULL,NULL,'Only service calls',2);
CREATE TABLE links (                         -- one row: the driver an objective claims to move
  objective_id TEXT  NOT NULL REFERENCES objectives (id) DEFERRABLE INITIALLY DEFERRED,
  driver     TEXT    NOT NULL CHECK (driver = 'acquire' OR driver = 'retain' OR driver = 'expand' OR driver = 'win back'),
  claim_value INTEGER,                       -- yearly improvement over the span before, minor units; null: not said
  claim_customers INTEGER,                   -- the same in customers
  import     INTEGER,
  PRIMARY KEY (objective_id, driver)
) STRICT, WITHOUT ROWID;
INSERT INTO links VALUES('oa','retain',7200000,88,2);
INSERT INTO links VALUES('ob','retain',NULL,NULL,2);
INSERT INTO links VALUES('oc','win back',1200000,NULL,2);
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
INSERT INTO check_ins VALUES('oa','2026-01-31',4.0499999999999998223,'2026-03-05',5,'A start',NULL,NULL,3);
INSERT INTO check_ins VALUES('oa','2026-02-28',3.8999999999999999111,'2026-03-05',NULL,NULL,NULL,NULL,3);
INSERT INTO check_ins VALUES('ob','2026-01-31',81.299999999999997156,'2026-03-05',7,'Two "quoted" words, and an é',NULL,NULL,3);
CREATE TABLE ledger_layers (                 -- one row: an import of customers; the later layer wins; only those whose import is not undone count
  import     INTEGER PRIMARY KEY REFERENCES imports (number) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT    NOT NULL CHECK (kind IN ('recurring', 'transactions')),
  grain      TEXT    NOT NULL CHECK (grain IN ('month', 'quarter', 'year')),
  adds       INTEGER NOT NULL CHECK (adds IN (0, 1)), -- 1: values add to those below, 0: they replace them
  customers  BLOB    NOT NULL,               -- names in number order, each with a NUL behind it
  segments   BLOB    NOT NULL,
  reasons    BLOB    NOT NULL
) STRICT;
INSERT INTO ledger_layers VALUES(4,'recurring','month',0,X'433100433200433300',X'486f757365686f6c64730053686f707300',X'');
CREATE TABLE ledger_columns (                -- one row: a layer's cells of one period, packed little-endian; arrays share an index
  import     INTEGER NOT NULL REFERENCES ledger_layers (import) DEFERRABLE INITIALLY DEFERRED,
  period     INTEGER NOT NULL,               -- periods of the grain since year 0
  customers  BLOB    NOT NULL,               -- u32 number in the layer's customers, rising
  amounts    BLOB    NOT NULL,               -- i64 minor units
  segments   BLOB    NOT NULL,               -- i32 number in the layer's segments, -1: not said
  reasons    BLOB    NOT NULL,               -- i32 number in the layer's reasons, -1: not said
  PRIMARY KEY (import, period)
) STRICT;
INSERT INTO ledger_columns VALUES(4,24311,X'0000000001000000',X'c6200000000000006e1e000000000000',X'0000000000000000',X'ffffffffffffffff');
INSERT INTO ledger_columns VALUES(4,24312,X'0000000002000000',X'3223000000000000b004000000000000',X'0000000001000000',X'ffffffffffffffff');
CREATE TABLE taken_back (                    -- one row: a part of the rows of an import that is undone, so that redo puts them back
  import     INTEGER NOT NULL REFERENCES imports (number) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT    NOT NULL,
  part       INTEGER NOT NULL,               -- 1, 2, ... in the order of the key
  packed     BLOB    NOT NULL,               -- row after row, value after value: ex-journal-pack.h
  PRIMARY KEY (import, table_name, part)
) STRICT;
INSERT INTO taken_back VALUES(5,'check_ins',1,X'74026f63740a323032362d30322d3238720000000000406a40740a323032362d30332d3035690a6e6e6e690a');
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
INSERT INTO actions VALUES(1,'New company','Acme & Söhne','HR','root',1795347631,NULL,'97a7009d7ee0147d3ba38e9650191416','e07ceb043346e22d01659dee5df5cf83ec458c0fece96ae97704d913a9907413','415e69f014e8d6291ab8806ff8cfb38ebaa5e61ce84d14610eb3cbcb956a449c');
INSERT INTO actions VALUES(2,'Import leaders','leaders.csv','HR','root',1795347631,NULL,'6636ee7046d04b29be5a25462b29b132','bd25509197b73dc95cbdaa246047282133cd3838c0248d4332a9b50a08c020f4','edbb89149436848ca6cb43f0f3d11e32e1c78904a88815c3f269d1f6ab52df6f');
INSERT INTO actions VALUES(3,'New cycle','FY 2026','HR','root',1795347631,NULL,'78bac256b0f731309685d4836907412f','07f1b87867b739e2c36777a70684aa4ad439abbcca9865213afe47811201d3a4','543e5b584cad4fd099d858741cc75aa2ca96d02bf5fc5eaa56420e8ea79eac24');
INSERT INTO actions VALUES(4,'Import objectives','objectives.csv','HR','root',1795347631,NULL,'69cd2f22a00fbcf557f9132da4c8ff30','dd6a3a8450ad454b59e7218b4966fb5bda6ce2356eedeeb3f84aa7d9e9d44df8','9e020fa3ae4de858b544e62b5f2d0a2c15518438dff1b603b0bf8606bc230158');
INSERT INTO actions VALUES(5,'Import check-ins','checkins.csv','HR','root',1795347631,NULL,'00dcf250f4b01647792c68b30820f7a0','27064c22ff66a87b7964f758569d3c0f5d2c16c6448be75fb932654e12bfed5c','131720266ee5fb55acf7582949841a44ec08499a7b3abd549fe2c6de93383858');
INSERT INTO actions VALUES(6,'Import customers','customers.csv','HR','root',1795347631,NULL,'9288b882dc8693aa6265454a819d3619','d6e0b4dd93156c935151f563d3d8e17fdd931a4a39619b825abe605a4696e085','e80e91906ef82e69d7493a8bee7dcfbe1d2c5b60f2ab8232fcbea0cad0885ef7');
INSERT INTO actions VALUES(7,'Import leaders','leaders2.csv','HR','root',1795347631,NULL,'882fc7642d2a1eaf1a9f70771690d9ee','24bc9565cae63ec09f7e602b0487d0765827dc898081b059bedfcb74f48636b6','83bf0b3748769abcfe0e43fedd6144a69edb3e3ee9de8b36c92b2282f37d9d44');
INSERT INTO actions VALUES(8,'Import check-ins','checkins2.csv','HR','root',1795347631,NULL,'95ad298bf2cee3c2066fc4d7ffda1ee2','2c93a67ec7c3d207e1be0ed5655694ca0086a1a08d0fe423ab88b98c499b1b7c','777780683c889f9f29fb0477cda24ec487b5b941e4b3f73df617bebe25224503');
INSERT INTO actions VALUES(9,'Undo: Import check-ins','checkins2.csv','HR','root',1795347631,8,'969a6dd94e2f7ff00c9178abb7202722','7dacd0f03bea4bb0ad5f1917166c21cc3e89b1535a8486b9eabb4363937308cb','383e1d6bb57dfac839d43cb9c7a3c6d74315362c0c7325d2c00983565c6829c1');
CREATE TABLE changes (                       -- one row: a row of another table before and after, under an action
  action     INTEGER NOT NULL REFERENCES actions (number),
  number     INTEGER PRIMARY KEY,
  table_name TEXT    NOT NULL,
  row_key    TEXT    NOT NULL,               -- JSON array of the primary key
  before     TEXT,                           -- JSON object; null: the row was added
  after      TEXT                            -- JSON object; null: the row was removed
) STRICT;
INSERT INTO changes VALUES(1,1,'company','[1]',NULL,'{"id":1,"name":"Acme & Söhne","currency":"EUR","uuid":"aeba5b9e-1ea0-4e84-84ce-69f2b5f421ce"}');
INSERT INTO changes VALUES(2,2,'imports','[1]',NULL,'{"number":1,"what":"leaders","file_name":"leaders.csv","file_digest":"1133f8bd4324cccaa93312ef326aab54e9de903eac4953e410fdb1818f3693e0","added":4,"total":"450000","digest":"3c1ea031c7ea33d90905ca22784de3c1f3934eb0713bdc36f254dd4b65cd4278","undone":0}');
INSERT INTO changes VALUES(3,3,'cycles','["fy-2026"]',NULL,'{"id":"fy-2026","name":"FY 2026","first_day":"2026-01-01","last_day":"2026-12-31","threshold_score":5000,"stretch_score":15000,"late_score":5000}');
INSERT INTO changes VALUES(4,4,'imports','[2]',NULL,'{"number":2,"what":"objectives","file_name":"objectives.csv","file_digest":"d20ef65aa7aa40e22ea4e45ed3d796960d28c95622374c8f1435a18b242200fe","added":3,"total":"20000","digest":"66c15270bacb60f4e058de68bc1488f28579345382682f21a245c4c004d1241e","undone":0}');
INSERT INTO changes VALUES(5,5,'imports','[3]',NULL,'{"number":3,"what":"check_ins","file_name":"checkins.csv","file_digest":"5b68e93ee9e2b49a770bc23e7dee79ec4c3fa44f105bf542d80f12069722f094","added":3,"total":"89.25","digest":"3b0c243a23699adea6ce6935499ee44bbb61b8bfb22e2e9223b5e5a48e243cd1","undone":0}');
INSERT INTO changes VALUES(6,6,'imports','[4]',NULL,'{"number":4,"what":"ledger","file_name":"customers.csv","file_digest":"cb4adfd197c93fa285084b7dd231a32d0b23e5454b50e84adf00766020ea240f","added":4,"total":"26390","digest":"e7f6907fdb7a48d86e478fe199ac7559c7c20f96b2c653be4c7488f464bb65e8","undone":0}');
INSERT INTO changes VALUES(7,7,'leaders','["b"]','{"id":"b","name":"Ben Adjei","title":"Head of Service","unit":"Service","email":"ben@acme.example","manager_id":"a","incentive_target":100000,"from_day":"2025-01-01","to_day":null,"import":1}','{"id":"b","name":"Ben Adjei","title":"Head of Care","unit":"Service","email":"ben@acme.example","manager_id":"a","incentive_target":100000,"from_day":"2025-01-01","to_day":null,"import":1}');
INSERT INTO changes VALUES(7,8,'leaders','["d"]','{"id":"d","name":"Dag Lund","title":"Head of Sales","unit":"Sales","email":"dag@acme.example","manager_id":"a","incentive_target":100000,"from_day":null,"to_day":null,"import":1}','{"id":"d","name":"Dag Lund","title":"Head of all Sales","unit":"Sales","email":"dag@acme.example","manager_id":"a","incentive_target":100000,"from_day":null,"to_day":null,"import":1}');
INSERT INTO changes VALUES(8,9,'imports','[5]',NULL,'{"number":5,"what":"check_ins","file_name":"checkins2.csv","file_digest":"a32ec630ef61ae0645f4c33719a1925b09dd895272b8f98b9d1f5b522633af95","added":1,"total":"210","digest":"cbd61025a7a695e114a7d9e50ef4a736a66929245a42907bbad5564aa909dae5","undone":0}');
INSERT INTO changes VALUES(9,10,'imports','[5]','{"number":5,"what":"check_ins","file_name":"checkins2.csv","file_digest":"a32ec630ef61ae0645f4c33719a1925b09dd895272b8f98b9d1f5b522633af95","added":1,"total":"210","digest":"cbd61025a7a695e114a7d9e50ef4a736a66929245a42907bbad5564aa909dae5","undone":0}','{"number":5,"what":"check_ins","file_name":"checkins2.csv","file_digest":"a32ec630ef61ae0645f4c33719a1925b09dd895272b8f98b9d1f5b522633af95","added":1,"total":"210","digest":"cbd61025a7a695e114a7d9e50ef4a736a66929245a42907bbad5564aa909dae5","undone":1}');
CREATE TABLE open_action (                   -- one row: the action that writes go under; the triggers refuse a write without one
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  action     INTEGER REFERENCES actions (number),   -- null: none is open
  import     INTEGER                         -- that is going on: rows inserted with this number are journaled as one; null: none
) STRICT;
INSERT INTO open_action VALUES(1,NULL,NULL);
CREATE INDEX leaders_by_manager ON leaders (manager_id);
CREATE INDEX objectives_by_leader ON objectives (leader_id);
CREATE INDEX objectives_by_parent ON objectives (parent_id);
CREATE INDEX actions_by_undoes ON actions (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX changes_by_action ON changes (action);
CREATE INDEX changes_by_row ON changes (table_name, row_key);
CREATE TRIGGER actions_insert BEFORE INSERT ON actions
WHEN NEW.digest IS NOT NULL OR NEW.chain IS NOT NULL OR NEW.number IS NOT (SELECT coalesce (max (number), 0) + 1 FROM actions) BEGIN
  SELECT RAISE (ABORT, 'an action begins open and takes the next number');
END;
CREATE TRIGGER actions_update BEFORE UPDATE ON actions
WHEN OLD.digest IS NOT NULL OR NEW.number IS NOT OLD.number BEGIN
  SELECT RAISE (ABORT, 'a finished action does not change');
END;
CREATE TRIGGER actions_delete BEFORE DELETE ON actions BEGIN
  SELECT RAISE (ABORT, 'an action stays in the history');
END;
CREATE TRIGGER changes_insert BEFORE INSERT ON changes
WHEN NEW.action IS NOT (SELECT action FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open');
END;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes BEGIN
  SELECT RAISE (ABORT, 'what is in the history does not change');
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
CREATE TRIGGER imports_update AFTER UPDATE ON imports BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the entry of an import does not change')
   WHERE NEW.number IS NOT OLD.number OR NEW.what IS NOT OLD.what OR NEW.file_name IS NOT OLD.file_name
      OR NEW.file_digest IS NOT OLD.file_digest OR NEW.added IS NOT OLD.added OR NEW.total IS NOT OLD.total
      OR NEW.digest IS NOT OLD.digest;
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
CREATE TRIGGER taken_back_update BEFORE UPDATE ON taken_back BEGIN
  SELECT RAISE (ABORT, 'what was taken back does not change');
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
CREATE TRIGGER check_ins_insert AFTER INSERT ON check_ins
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
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
COMMIT;
PRAGMA application_id = 1163414864;
PRAGMA user_version = 1;
