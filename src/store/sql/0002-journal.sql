-- Version 2 of the journal: the tables of 0002-cycle.sql, written down as 0001-journal.sql does it for the others. (What may
-- be written at all is in 0002-gates.sql, 0002-steps.sql and the locks.)

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
