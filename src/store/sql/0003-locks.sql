-- What stands of the tables of 0003-asset.sql. The program says the same by name before it writes.

CREATE VIEW by_hr AS                         -- one row: HR does what is open
SELECT a.number FROM open_action o JOIN actions a ON a.number = o.action WHERE a.actor = 'HR';

-- How far the ledger is complete ---------------------------------------------------------------------------------------------------------

CREATE VIEW complete_months AS               -- one row: the first month that is not complete any more, since year 0; none: all are
SELECT 12 * strftime ('%Y', complete_to, '+1 day') + strftime ('%m', complete_to, '+1 day') - 1 AS end_month
  FROM asset_terms WHERE complete_to IS NOT NULL;

CREATE TRIGGER asset_terms_lock_insert AFTER INSERT ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR says how far the customer figures are complete, and what a customer is worth.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'The customer figures are complete at least to the end of every final period.')
    FROM complete_months m JOIN final_spans f ON f.end_month > m.end_month;
END;
CREATE TRIGGER asset_terms_lock_update AFTER UPDATE ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR says how far the customer figures are complete, and what a customer is worth.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'The customer figures are complete at least to the end of every final period.')
    FROM complete_months m JOIN final_spans f ON f.end_month > m.end_month;
END;
CREATE TRIGGER asset_terms_lock_delete BEFORE DELETE ON asset_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR says how far the customer figures are complete, and what a customer is worth.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
END;
CREATE TRIGGER final_periods_complete AFTER INSERT ON final_periods BEGIN
  SELECT RAISE (ABORT, 'A period is final only when its customer figures are complete.')
    FROM final_spans f JOIN complete_months m ON f.end_month > m.end_month WHERE f.period = NEW.period;
END;

-- Periods without data -------------------------------------------------------------------------------------------------------------------

-- They are empty periods inside the ledger. An import may bring rows for them: it takes the mark away first, whoever imports.

CREATE VIEW no_data_spans AS                 -- one row: a period without data, as in final_spans
SELECT period,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * (substr (period, 7, 1) - 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) - 1 ELSE 0 END AS first_month,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * substr (period, 7, 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) ELSE 12 END AS end_month
  FROM no_data_periods;
CREATE VIEW layer_spans AS                   -- one row: a layer's period with rows, the same way; standing: its import is not undone
SELECT k.import, NOT coalesce ((SELECT i.undone FROM imports i WHERE i.number = k.import), 0) AS standing,
       k.period * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END AS first_month,
       (k.period + 1) * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END AS end_month
  FROM ledger_layers l JOIN ledger_columns k ON k.import = l.import WHERE length (k.customers) > 0;
CREATE VIEW no_data_layers AS                -- one row: a layer with rows of a period without data
SELECT s.import, s.standing FROM no_data_spans n JOIN layer_spans s ON s.first_month < n.end_month AND s.end_month > n.first_month;
CREATE VIEW mark_made AS                     -- one row: a period that the action that is taken back marked, or whose mark it took away
SELECT c.row_key FROM undoing u JOIN changes c ON c.action = u.action WHERE c.table_name = 'no_data_periods';

CREATE TRIGGER no_data_periods_lock_insert AFTER INSERT ON no_data_periods BEGIN
  SELECT RAISE (ABORT, 'Only HR says that there is no data for a period.')
   WHERE NOT EXISTS (SELECT 1 FROM by_hr) AND '[' || json_quote (NEW.period) || ']' NOT IN (SELECT row_key FROM mark_made);
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM no_data_spans n JOIN final_spans f ON n.first_month < f.end_month AND n.end_month > f.first_month WHERE n.period = NEW.period;
  SELECT RAISE (ABORT, 'A period with rows in the ledger is not without data.')
    FROM no_data_spans n JOIN layer_spans s ON s.standing AND s.first_month < n.end_month AND s.end_month > n.first_month WHERE n.period = NEW.period;
  SELECT RAISE (ABORT, 'Only a period inside the ledger is said to be without data.')
    FROM no_data_spans n
   WHERE n.period = NEW.period
     AND NOT (EXISTS (SELECT 1 FROM layer_spans s WHERE s.standing AND s.first_month < n.first_month)
              AND EXISTS (SELECT 1 FROM layer_spans s WHERE s.standing AND s.end_month > n.end_month));
END;
CREATE TRIGGER no_data_periods_lock_delete BEFORE DELETE ON no_data_periods BEGIN
  SELECT RAISE (ABORT, 'Only HR says that there is no data for a period.')
   WHERE NOT EXISTS (SELECT 1 FROM by_hr) AND (SELECT import FROM open_action) IS NULL
     AND '[' || json_quote (OLD.period) || ']' NOT IN (SELECT row_key FROM mark_made);
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM no_data_spans n JOIN final_spans f ON n.first_month < f.end_month AND n.end_month > f.first_month WHERE n.period = OLD.period;
END;
CREATE TRIGGER ledger_columns_no_data BEFORE INSERT ON ledger_columns WHEN length (NEW.customers) > 0 BEGIN
  SELECT RAISE (ABORT, 'There is no data for a period that has rows here: the mark is taken away first.')
    FROM ledger_layers l JOIN no_data_spans n
   WHERE l.import = NEW.import
     AND NEW.period * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END < n.end_month
     AND (NEW.period + 1) * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END > n.first_month;
END;
CREATE TRIGGER ledger_layers_no_data AFTER INSERT ON ledger_layers BEGIN
  SELECT RAISE (ABORT, 'There is no data for a period that has rows here: the mark is taken away first.') FROM no_data_layers WHERE import = NEW.import;
END;
CREATE TRIGGER imports_no_data BEFORE UPDATE OF undone ON imports
WHEN OLD.undone AND NOT NEW.undone AND OLD.what = 'ledger' BEGIN
  SELECT RAISE (ABORT, 'There is no data for a period that has rows here: the mark is taken away first.') FROM no_data_layers WHERE import = OLD.number;
END;

-- Reasons given later --------------------------------------------------------------------------------------------------------------------

-- A customer is lost in the period after the last one with a row; where that is final, why they left stands as well.

CREATE VIEW given_in_final AS                -- one row: a given reason of a loss in a final period
SELECT g.customer, g.period
  FROM given_reasons g JOIN final_spans f
    ON 12 * substr (g.period, 1, 4) + CASE WHEN g.period LIKE '____-Q_' THEN 3 * substr (g.period, 7, 1)
                                           WHEN g.period LIKE '____-__' THEN substr (g.period, 6, 2) ELSE 12 END BETWEEN f.first_month AND f.end_month - 1;

CREATE TRIGGER given_reasons_lock_insert AFTER INSERT ON given_reasons BEGIN
  SELECT RAISE (ABORT, 'Only HR says why customers left.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM given_in_final WHERE customer = NEW.customer AND period = NEW.period;
END;
CREATE TRIGGER given_reasons_lock_update BEFORE UPDATE ON given_reasons
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
  SELECT RAISE (ABORT, 'Only HR says why customers left.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM given_in_final WHERE customer = OLD.customer AND period = OLD.period;
END;
CREATE TRIGGER given_reasons_lock_delete BEFORE DELETE ON given_reasons BEGIN
  SELECT RAISE (ABORT, 'Only HR says why customers left.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'The customer figures of a final period do not change.')
    FROM given_in_final WHERE customer = OLD.customer AND period = OLD.period;
END;

-- Spells ---------------------------------------------------------------------------------------------------------------------------------

CREATE TRIGGER spells_lock_insert BEFORE INSERT ON spells BEGIN -- (one that would be replaced is changed, so that the history says so)
  SELECT RAISE (ABORT, 'Only HR says when somebody was in the role.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
END;
CREATE TRIGGER spells_lock_update BEFORE UPDATE ON spells BEGIN
  SELECT RAISE (ABORT, 'Only HR says when somebody was in the role.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
END;
CREATE TRIGGER spells_lock_delete BEFORE DELETE ON spells BEGIN
  SELECT RAISE (ABORT, 'Only HR says when somebody was in the role.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
END;
-- (At the end of an action, for on the way the leader's own days and the spells change one after the other.)
CREATE TRIGGER actions_spells_apart BEFORE UPDATE OF digest ON actions
WHEN NEW.digest IS NOT NULL AND OLD.digest IS NULL
 AND EXISTS (SELECT 1 FROM changes WHERE action = NEW.number AND table_name IN ('leaders', 'spells')) BEGIN
  SELECT RAISE (ABORT, 'A time in the role ends before the next one begins.')
    FROM spells s JOIN leaders l ON l.id = s.leader_id WHERE NOT coalesce (s.to_day < l.from_day, 0);
  SELECT RAISE (ABORT, 'A time in the role ends before the next one begins.')
    FROM spells s JOIN spells t ON t.leader_id = s.leader_id AND t.from_day > s.from_day AND t.from_day <= s.to_day;
END;

-- What a cycle pays by -------------------------------------------------------------------------------------------------------------------

CREATE TRIGGER reward_terms_lock_insert BEFORE INSERT ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR sets what a cycle pays by.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The company share is at least 50 %: below that it is no one-company reward.')
   WHERE NEW.company_share < 5000;
END;
CREATE TRIGGER reward_terms_lock_update BEFORE UPDATE ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR sets what a cycle pays by.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The company share is at least 50 %: below that it is no one-company reward.')
   WHERE NEW.company_share < 5000;
END;
CREATE TRIGGER reward_terms_lock_delete BEFORE DELETE ON reward_terms BEGIN
  SELECT RAISE (ABORT, 'Only HR sets what a cycle pays by.') WHERE NOT EXISTS (SELECT 1 FROM by_hr);
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.')
    FROM cycle_phases WHERE cycle_id = OLD.cycle_id AND phase = 'closed';
END;

-- What closes have paid ------------------------------------------------------------------------------------------------------------------

-- The growth that the rewards hang on is defined (G6).
CREATE TRIGGER cycle_steps_pays BEFORE INSERT ON cycle_steps WHEN NEW.step = 'close' BEGIN
  SELECT RAISE (ABORT, 'The cycle cannot be closed: its growth is not defined.')
    FROM reward_terms t
   WHERE t.cycle_id = NEW.cycle_id AND coalesce (CASE t.measure WHEN 'value' THEN NEW.opening_value ELSE NEW.opening_customers END, 0) <= 0;
END;

-- Written with the close, in its action, and never touched again, for a close is not taken back. (Whether a step or a run was added by the
-- open action is asked of the journal by its key: a statement of ten thousand does not look at the others.)

CREATE TRIGGER reward_runs_fit BEFORE INSERT ON reward_runs BEGIN
  SELECT RAISE (ABORT, 'Rewards are written down by the close of their cycle, on its figures, once.')
   WHERE NOT EXISTS (SELECT 1 FROM cycle_steps s
                      WHERE s.cycle_id = NEW.cycle_id AND s.number = NEW.step AND s.step = 'close' AND s.day = NEW.day
                        AND NEW.opening IS CASE NEW.measure WHEN 'value' THEN s.opening_value ELSE s.opening_customers END
                        AND NEW.closing IS CASE NEW.measure WHEN 'value' THEN s.closing_value ELSE s.closing_customers END)
      OR NOT EXISTS (SELECT 1 FROM changes c
                      WHERE c.table_name = 'cycle_steps' AND c.row_key = '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.step) || ']'
                        AND c.action = (SELECT action FROM open_action) AND c.before IS NULL)
      OR NEW.version <> (SELECT coalesce (max (r.version), 0) + 1 FROM reward_runs r WHERE r.cycle_id = NEW.cycle_id)
      OR EXISTS (SELECT 1 FROM reward_runs r WHERE r.cycle_id = NEW.cycle_id AND r.step >= NEW.step);
  SELECT RAISE (ABORT, 'Rewards are paid by the terms of their cycle, and not more than its pool.')
   WHERE NOT EXISTS (SELECT 1 FROM reward_terms t
                      WHERE t.cycle_id = NEW.cycle_id AND t.curve = NEW.curve AND t.measure = NEW.measure AND t.gate = NEW.gate AND t.pool IS NEW.pool
                        AND t.company_share = NEW.company_share AND t.cap = NEW.cap)
      OR NEW.total > NEW.pool;
END;
CREATE TRIGGER reward_runs_update BEFORE UPDATE ON reward_runs BEGIN
  SELECT RAISE (ABORT, 'What a close has paid stands: a cycle that is re-opened is closed with another version beside it.');
END;
CREATE TRIGGER reward_runs_delete BEFORE DELETE ON reward_runs BEGIN
  SELECT RAISE (ABORT, 'What a close has paid stands: a cycle that is re-opened is closed with another version beside it.');
END;
CREATE TRIGGER reward_statements_fit BEFORE INSERT ON reward_statements BEGIN
  SELECT RAISE (ABORT, 'What a close has paid stands: a cycle that is re-opened is closed with another version beside it.')
    FROM reward_statements WHERE cycle_id = NEW.cycle_id AND version = NEW.version AND leader_id = NEW.leader_id; -- one that would be replaced
  SELECT RAISE (ABORT, 'Rewards are written down by the close of their cycle, on its figures, once.')
   WHERE NOT EXISTS (SELECT 1 FROM changes c
                      WHERE c.table_name = 'reward_runs' AND c.row_key = '[' || json_quote (NEW.cycle_id) || ',' || json_quote (NEW.version) || ']'
                        AND c.action = (SELECT action FROM open_action) AND c.before IS NULL);
END;
CREATE TRIGGER reward_statements_update BEFORE UPDATE ON reward_statements BEGIN
  SELECT RAISE (ABORT, 'What a close has paid stands: a cycle that is re-opened is closed with another version beside it.');
END;
CREATE TRIGGER reward_statements_delete BEFORE DELETE ON reward_statements BEGIN
  SELECT RAISE (ABORT, 'What a close has paid stands: a cycle that is re-opened is closed with another version beside it.');
END;
CREATE TRIGGER leaders_lock_paid BEFORE DELETE ON leaders BEGIN
  SELECT RAISE (ABORT, 'A leader who was paid by a close is not removed.') FROM reward_statements WHERE leader_id = OLD.id;
END;

CREATE TRIGGER actions_rewards_whole BEFORE UPDATE OF digest ON actions
WHEN NEW.digest IS NOT NULL AND OLD.digest IS NULL
 AND EXISTS (SELECT 1 FROM changes WHERE action = NEW.number AND table_name = 'cycle_steps' AND before IS NULL) BEGIN
  SELECT RAISE (ABORT, 'A cycle that pays by its growth is closed with its rewards.')
    FROM cycle_steps s JOIN reward_terms t ON t.cycle_id = s.cycle_id
    JOIN changes c ON c.table_name = 'cycle_steps' AND c.row_key = '[' || json_quote (s.cycle_id) || ',' || json_quote (s.number) || ']'
   WHERE c.action = NEW.number AND c.before IS NULL AND s.step = 'close'
     AND NOT EXISTS (SELECT 1 FROM reward_runs r WHERE r.cycle_id = s.cycle_id AND r.step = s.number);
  SELECT RAISE (ABORT, 'Rewards are a statement for everybody who takes part in the cycle, and add up to their total.')
    FROM reward_runs r JOIN cycles y ON y.id = r.cycle_id
    JOIN changes c ON c.table_name = 'reward_runs' AND c.row_key = '[' || json_quote (r.cycle_id) || ',' || json_quote (r.version) || ']'
   WHERE c.action = NEW.number
     AND (r.total <> (SELECT coalesce (sum (s.reward), 0) FROM reward_statements s WHERE s.cycle_id = r.cycle_id AND s.version = r.version)
          OR EXISTS (SELECT 1 FROM leaders l
                      WHERE coalesce (l.from_day <= y.last_day, 1) AND coalesce (l.to_day >= y.first_day, 1)
                        AND NOT EXISTS (SELECT 1 FROM reward_statements s
                                         WHERE s.cycle_id = r.cycle_id AND s.version = r.version AND s.leader_id = l.id)));
END;
