-- Version 1 of the journal: triggers that write every row that changes, before and after, into changes under the open action.
-- Rows are JSON objects with every column in its order; reals have 18 digits (SQLite's 17 do not always read back to the same
-- number), so that undo restores every value bit for bit. The rows of the open import are journaled as one entry, the row in imports.

-- The history itself: only ever appended to.

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

-- The company: changed, never removed.

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

-- The entry of an import: written when it closes; undo and redo turn undone over, nothing else changes.

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

-- The ledger: megabytes that never change. A layer comes with its import, and counts or not as the import is undone or not.

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

-- Rows that wait for redo: they come and go with their import.

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

-- Records. (WHEN: not what belongs to the open import, whose entry stands for all of it: while it inserts its rows, while undo takes
-- them back, while redo brings them back.)

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
