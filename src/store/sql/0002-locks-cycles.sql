-- The rest of what stands: amendments, cycles, the periods of the ledger, and the rows of imports, all of an import at once.

-- Amendments ----------------------------------------------------------------------------------------------------------------------------

CREATE INDEX amendments_open ON amendments (cycle_id, leader_id) WHERE state = 'proposed';

CREATE VIEW begun_now AS                     -- one row: a record that the open action added, by table and key
SELECT c.table_name, c.row_key FROM open_action o JOIN changes c ON c.action = o.action WHERE c.before IS NULL;

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
-- (Not looked at where nothing of it can have moved: a rating that is typed does not pay for all amendments that are open.)
CREATE TRIGGER actions_amended_wholly BEFORE UPDATE OF digest ON actions
WHEN NEW.digest IS NOT NULL AND OLD.digest IS NULL
 AND EXISTS (SELECT 1 FROM changes WHERE action = NEW.number AND table_name IN ('objectives', 'links', 'amendments', 'imports')) BEGIN
  SELECT RAISE (ABORT, 'An action does not end with an amendment that is half made: its objectives changed, and it was not accepted.')
    FROM amendments m JOIN amended_objectives x ON x.cycle_id = m.cycle_id AND x.leader_id = m.leader_id AND x.number = m.number
   WHERE m.state = 'proposed'
     AND NOT EXISTS (SELECT 1 FROM amended_not_yet n WHERE n.objective_id = x.objective_id AND n.number = x.number);
END;

-- Cycles --------------------------------------------------------------------------------------------------------------------------------

-- Of a closed cycle nothing changes. Its days and the scores of its ladders stand once a review of it is assessed, its scale once anybody
-- rated on it.

CREATE VIEW rated_cycles AS                  -- one row: a cycle in which somebody gave a rating
SELECT c.id FROM cycles c
 WHERE EXISTS (SELECT 1 FROM objectives o JOIN ratings g ON g.objective_id = o.id WHERE o.cycle_id = c.id AND g.rating IS NOT NULL);

CREATE TRIGGER cycles_lock_insert BEFORE INSERT ON cycles BEGIN
  SELECT RAISE (ABORT, 'Nothing changes in a closed cycle: HR re-opens it with a reason.') -- one that would be replaced
    FROM cycles c JOIN cycle_steps s ON s.cycle_id = c.id WHERE c.id = NEW.id OR c.name = NEW.name;
END;
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
END;
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
END;

-- Final periods -------------------------------------------------------------------------------------------------------------------------

CREATE VIEW final_layers AS                  -- one row: a layer of the ledger with figures of a final period
SELECT DISTINCT k.import FROM final_spans f JOIN ledger_columns k JOIN ledger_layers l ON l.import = k.import
 WHERE k.period * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END < f.end_month
   AND (k.period + 1) * CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END > f.first_month;
CREATE VIEW movement_spans AS                -- one row: the period of entered movements, as in final_spans
SELECT period,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * (substr (period, 7, 1) - 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) - 1 ELSE 0 END AS first_month,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * substr (period, 7, 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) ELSE 12 END AS end_month
  FROM movements;

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

-- The rows of an import, all at once ----------------------------------------------------------------------------------------------------

CREATE VIEW locked_objectives AS             -- one row: an objective of a review beyond drafting, or of a closed cycle
SELECT o.id, r.state, o.import FROM review_states r JOIN objectives o ON o.cycle_id = r.cycle_id AND o.leader_id = r.leader_id
 WHERE r.state <> 'drafting'
UNION ALL
SELECT o.id, 'signed', o.import FROM cycle_phases p CROSS JOIN objectives o ON o.cycle_id = p.cycle_id WHERE p.phase = 'closed';

CREATE VIEW locked_imports AS                -- one row: an import with a row that stands, by what it imported
SELECT o.import, 'objectives' AS what FROM locked_objectives o WHERE o.import IS NOT NULL
UNION ALL
SELECT l.import, 'objectives' FROM locked_objectives o JOIN links l ON l.objective_id = o.id WHERE l.import IS NOT NULL
UNION ALL
SELECT k.import, 'check_ins' FROM locked_objectives o JOIN check_ins k ON k.objective_id = o.id
 WHERE o.state IN ('assessed', 'signed') AND k.import IS NOT NULL;

CREATE TRIGGER imports_lock_insert BEFORE INSERT ON imports WHEN NEW.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = NEW.number AND what = NEW.what;
END;
CREATE TRIGGER imports_lock_update BEFORE UPDATE OF undone ON imports
WHEN NEW.undone IS NOT OLD.undone AND OLD.what IN ('objectives', 'check_ins') BEGIN
  SELECT RAISE (ABORT, 'The import has rows of a review that is agreed, assessed or signed, or of a closed cycle: those do not change.')
    FROM locked_imports WHERE import = OLD.number AND what = OLD.what;
END;
-- A number that is opened again: its rows are about to be taken back. One that is left without an entry must have left no row.
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
