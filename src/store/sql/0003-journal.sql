-- Version 3 of the journal: the tables of 0003-asset.sql, written down as 0001-journal.sql does it for the others. (What may be written at
-- all is in 0003-locks.sql.)

CREATE TRIGGER asset_terms_insert AFTER INSERT ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'asset_terms', '[' || json_quote (NEW.id) || ']', NULL,
         '{"id":' || json_quote (NEW.id) || ',"complete_to":' || json_quote (NEW.complete_to) || ',"margin":' || json_quote (NEW.margin)
         || ',"discount":' || json_quote (NEW.discount) || '}'
    FROM open_action;
END;
CREATE TRIGGER asset_terms_update AFTER UPDATE ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of what is said of the ledger as a whole does not change') WHERE NEW.id IS NOT OLD.id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'asset_terms', '[' || json_quote (NEW.id) || ']', before, after
    FROM open_action, (
      SELECT '{"id":' || json_quote (OLD.id) || ',"complete_to":' || json_quote (OLD.complete_to)
             || ',"margin":' || json_quote (OLD.margin) || ',"discount":' || json_quote (OLD.discount) || '}' AS before,
             '{"id":' || json_quote (NEW.id) || ',"complete_to":' || json_quote (NEW.complete_to)
             || ',"margin":' || json_quote (NEW.margin) || ',"discount":' || json_quote (NEW.discount) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER asset_terms_delete AFTER DELETE ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'asset_terms', '[' || json_quote (OLD.id) || ']',
         '{"id":' || json_quote (OLD.id) || ',"complete_to":' || json_quote (OLD.complete_to) || ',"margin":' || json_quote (OLD.margin)
         || ',"discount":' || json_quote (OLD.discount) || '}', NULL
    FROM open_action;
END;

CREATE TRIGGER no_data_periods_insert AFTER INSERT ON no_data_periods BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'no_data_periods', '[' || json_quote (NEW.period) || ']', NULL,
         '{"period":' || json_quote (NEW.period) || '}'
    FROM open_action;
END;
CREATE TRIGGER no_data_periods_update BEFORE UPDATE ON no_data_periods BEGIN
  SELECT RAISE (ABORT, 'the key of a period without data does not change');
END;
CREATE TRIGGER no_data_periods_delete AFTER DELETE ON no_data_periods BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'no_data_periods', '[' || json_quote (OLD.period) || ']',
         '{"period":' || json_quote (OLD.period) || '}', NULL
    FROM open_action;
END;

CREATE TRIGGER given_reasons_insert AFTER INSERT ON given_reasons
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'given_reasons', '[' || json_quote (NEW.customer) || ',' || json_quote (NEW.period) || ']', NULL,
         '{"customer":' || json_quote (NEW.customer) || ',"period":' || json_quote (NEW.period) || ',"reason":' || json_quote (NEW.reason)
         || ',"import":' || json_quote (NEW.import) || '}'
    FROM open_action;
END;
CREATE TRIGGER given_reasons_update AFTER UPDATE ON given_reasons
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a given reason does not change')
   WHERE NEW.customer IS NOT OLD.customer OR NEW.period IS NOT OLD.period OR NEW.import IS NOT OLD.import;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'given_reasons', '[' || json_quote (NEW.customer) || ',' || json_quote (NEW.period) || ']', before, after
    FROM open_action, (
      SELECT '{"customer":' || json_quote (OLD.customer) || ',"period":' || json_quote (OLD.period)
             || ',"reason":' || json_quote (OLD.reason) || ',"import":' || json_quote (OLD.import) || '}' AS before,
             '{"customer":' || json_quote (NEW.customer) || ',"period":' || json_quote (NEW.period)
             || ',"reason":' || json_quote (NEW.reason) || ',"import":' || json_quote (NEW.import) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER given_reasons_delete AFTER DELETE ON given_reasons
WHEN OLD.import IS NULL OR OLD.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'given_reasons', '[' || json_quote (OLD.customer) || ',' || json_quote (OLD.period) || ']',
         '{"customer":' || json_quote (OLD.customer) || ',"period":' || json_quote (OLD.period) || ',"reason":' || json_quote (OLD.reason)
         || ',"import":' || json_quote (OLD.import) || '}', NULL
    FROM open_action;
END;

CREATE TRIGGER spells_insert AFTER INSERT ON spells BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'spells', '[' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.from_day) || ']', NULL,
         '{"leader_id":' || json_quote (NEW.leader_id) || ',"from_day":' || json_quote (NEW.from_day)
         || ',"to_day":' || json_quote (NEW.to_day) || '}'
    FROM open_action;
END;
CREATE TRIGGER spells_update AFTER UPDATE ON spells BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of a spell does not change') WHERE NEW.leader_id IS NOT OLD.leader_id OR NEW.from_day IS NOT OLD.from_day;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'spells', '[' || json_quote (NEW.leader_id) || ',' || json_quote (NEW.from_day) || ']', before, after
    FROM open_action, (
      SELECT '{"leader_id":' || json_quote (OLD.leader_id) || ',"from_day":' || json_quote (OLD.from_day)
             || ',"to_day":' || json_quote (OLD.to_day) || '}' AS before,
             '{"leader_id":' || json_quote (NEW.leader_id) || ',"from_day":' || json_quote (NEW.from_day)
             || ',"to_day":' || json_quote (NEW.to_day) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER spells_delete AFTER DELETE ON spells BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'spells', '[' || json_quote (OLD.leader_id) || ',' || json_quote (OLD.from_day) || ']',
         '{"leader_id":' || json_quote (OLD.leader_id) || ',"from_day":' || json_quote (OLD.from_day)
         || ',"to_day":' || json_quote (OLD.to_day) || '}', NULL
    FROM open_action;
END;

CREATE TRIGGER reward_terms_insert AFTER INSERT ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'reward_terms', '[' || json_quote (NEW.cycle_id) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"curve":' || json_quote (NEW.curve) || ',"measure":' || json_quote (NEW.measure)
         || ',"gate":' || CASE WHEN NEW.gate IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.gate) END
         || ',"pool":' || json_quote (NEW.pool) || ',"company_share":' || json_quote (NEW.company_share)
         || ',"cap":' || json_quote (NEW.cap) || '}'
    FROM open_action;
END;
CREATE TRIGGER reward_terms_update AFTER UPDATE ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  SELECT RAISE (ABORT, 'the key of what a cycle pays by does not change') WHERE NEW.cycle_id IS NOT OLD.cycle_id;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'reward_terms', '[' || json_quote (NEW.cycle_id) || ']', before, after
    FROM open_action, (
      SELECT '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"curve":' || json_quote (OLD.curve)
             || ',"measure":' || json_quote (OLD.measure)
             || ',"gate":' || CASE WHEN OLD.gate IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.gate) END
             || ',"pool":' || json_quote (OLD.pool) || ',"company_share":' || json_quote (OLD.company_share)
             || ',"cap":' || json_quote (OLD.cap) || '}' AS before,
             '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"curve":' || json_quote (NEW.curve)
             || ',"measure":' || json_quote (NEW.measure)
             || ',"gate":' || CASE WHEN NEW.gate IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.gate) END
             || ',"pool":' || json_quote (NEW.pool) || ',"company_share":' || json_quote (NEW.company_share)
             || ',"cap":' || json_quote (NEW.cap) || '}' AS after)
   WHERE before <> after;
END;
CREATE TRIGGER reward_terms_delete AFTER DELETE ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'reward_terms', '[' || json_quote (OLD.cycle_id) || ']',
         '{"cycle_id":' || json_quote (OLD.cycle_id) || ',"curve":' || json_quote (OLD.curve) || ',"measure":' || json_quote (OLD.measure)
         || ',"gate":' || CASE WHEN OLD.gate IS NULL THEN 'null' ELSE printf ('%!.18g', OLD.gate) END
         || ',"pool":' || json_quote (OLD.pool) || ',"company_share":' || json_quote (OLD.company_share)
         || ',"cap":' || json_quote (OLD.cap) || '}', NULL
    FROM open_action;
END;

CREATE TRIGGER reward_runs_insert AFTER INSERT ON reward_runs BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'reward_runs', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.version) || ']', NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"version":' || json_quote (NEW.version) || ',"step":' || json_quote (NEW.step)
         || ',"day":' || json_quote (NEW.day) || ',"curve":' || json_quote (NEW.curve) || ',"measure":' || json_quote (NEW.measure)
         || ',"gate":' || CASE WHEN NEW.gate IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.gate) END
         || ',"pool":' || json_quote (NEW.pool) || ',"company_share":' || json_quote (NEW.company_share)
         || ',"cap":' || json_quote (NEW.cap) || ',"first_period":' || json_quote (NEW.first_period)
         || ',"last_period":' || json_quote (NEW.last_period) || ',"opening":' || json_quote (NEW.opening)
         || ',"closing":' || json_quote (NEW.closing)
         || ',"factor":' || CASE WHEN NEW.factor IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.factor) END
         || ',"uncut":' || json_quote (NEW.uncut) || ',"total":' || json_quote (NEW.total) || '}'
    FROM open_action;
END;

CREATE TRIGGER reward_statements_insert AFTER INSERT ON reward_statements BEGIN
  SELECT RAISE (ABORT, 'no action is open') WHERE (SELECT action FROM open_action) IS NULL;
  INSERT INTO changes (action, table_name, row_key, before, after)
  SELECT action, 'reward_statements', '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.version) || ',' || json_quote (NEW.leader_id) || ']',
         NULL,
         '{"cycle_id":' || json_quote (NEW.cycle_id) || ',"version":' || json_quote (NEW.version)
         || ',"leader_id":' || json_quote (NEW.leader_id) || ',"target":' || json_quote (NEW.target)
         || ',"own_score":' || CASE WHEN NEW.own_score IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.own_score) END
         || ',"own_factor":' || CASE WHEN NEW.own_factor IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.own_factor) END
         || ',"own_from":' || json_quote (NEW.own_from) || ',"days_in_role":' || json_quote (NEW.days_in_role)
         || ',"days":' || json_quote (NEW.days)
         || ',"unrounded":' || CASE WHEN NEW.unrounded IS NULL THEN 'null' ELSE printf ('%!.18g', NEW.unrounded) END
         || ',"reward":' || json_quote (NEW.reward) || '}'
    FROM open_action;
END;
