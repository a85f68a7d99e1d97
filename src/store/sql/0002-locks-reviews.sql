-- What stands while a review, a cycle or a period of the ledger is past changing, whatever program writes. (WHEN: rows of the open
-- import are not looked at one by one, a million of them would each pay; all of them together are when the import is closed, taken back
-- or brought back: at the end.) While a person's words are erased, words may go, figures stay.

CREATE VIEW objective_states AS              -- one row: an objective, and how the review and the cycle that it belongs to stand
SELECT o.id, o.cycle_id, o.leader_id, o.import,
       coalesce ((SELECT s.state FROM review_steps s WHERE s.cycle_id = o.cycle_id AND s.leader_id = o.leader_id ORDER BY s.number DESC LIMIT 1),
                 'drafting') AS state,
       (SELECT p.phase FROM cycle_phases p WHERE p.cycle_id = o.cycle_id) AS phase
  FROM objectives o;

CREATE VIEW review_states AS                 -- one row: a review that took a step
SELECT DISTINCT s.cycle_id, s.leader_id,
       (SELECT l.state FROM review_steps l WHERE l.cycle_id = s.cycle_id AND l.leader_id = s.leader_id ORDER BY l.number DESC LIMIT 1) AS state
  FROM review_steps s;


-- Objectives and their links ------------------------------------------------------------------------------------------------------------

-- Beyond drafting, an objective is what was agreed: only its title, description and stage change. An amendment is made like this: while it
-- is proposed, each objective that it names takes either the amended values or the old ones; it turns accepted when all are amended
-- (below), and no action finishes with an amendment that is proposed and objectives that are not as before.

CREATE VIEW amending AS                      -- one row: an objective that an open amendment of an agreed review names
SELECT x.* FROM amended_objectives x JOIN amendments m ON m.cycle_id = x.cycle_id AND m.leader_id = x.leader_id AND m.number = x.number
 WHERE m.state = 'proposed';

CREATE VIEW link_texts AS                    -- one row: an objective's links as amended_objectives has them
SELECT o.id, coalesce ((SELECT '[' || group_concat ('{"driver":"' || driver || '","value":' || coalesce (claim_value, 'null') || ',"customers":'
                                                     || coalesce (claim_customers, 'null') || '}') || ']'
                          FROM (SELECT * FROM links l WHERE l.objective_id = o.id ORDER BY l.driver)), '[]') AS links
  FROM objectives o;

CREATE VIEW amended_wholly AS                -- one row: an objective that is as its open amendment says
SELECT x.cycle_id, x.leader_id, x.number, x.objective_id
  FROM amending x JOIN objectives o ON o.id = x.objective_id JOIN link_texts t ON t.id = x.objective_id
 WHERE o.aggregate = x.aggregate AND o.baseline IS x.baseline AND o.threshold IS x.threshold AND o.target IS x.target
   AND o.stretch IS x.stretch AND o.low IS x.low AND o.high IS x.high AND o.width IS x.width AND o.due IS x.due
   AND o.weight = x.weight AND t.links = x.links;

CREATE VIEW amended_not_yet AS               -- one row: an objective that is as it was before its open amendment
SELECT x.cycle_id, x.leader_id, x.number, x.objective_id
  FROM amending x JOIN objectives o ON o.id = x.objective_id JOIN link_texts t ON t.id = x.objective_id
 WHERE o.aggregate = x.old_aggregate AND o.baseline IS x.old_baseline AND o.threshold IS x.old_threshold AND o.target IS x.old_target
   AND o.stretch IS x.old_stretch AND o.low IS x.old_low AND o.high IS x.old_high AND o.width IS x.old_width AND o.due IS x.old_due
   AND o.weight = x.old_weight AND t.links = x.old_links;

CREATE TRIGGER objectives_lock_insert BEFORE INSERT ON objectives
WHEN NEW.import IS NULL OR NEW.import IS NOT (SELECT import FROM open_action) BEGIN
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM review_states WHERE cycle_id = NEW.cycle_id AND leader_id = NEW.leader_id AND state <> 'drafting';
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM cycle_phases WHERE cycle_id = NEW.cycle_id AND phase = 'closed';
  SELECT RAISE (ABORT, 'The objectives of a review that is agreed change only by an amendment, of a closed cycle not at all.')
    FROM objective_states -- one that would be replaced
    WHERE id = NEW.id AND (state <> 'drafting' OR phase = 'closed');
END;
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
END;
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

-- Check-ins -----------------------------------------------------------------------------------------------------------------------------

-- (In the trigger of the journal, not in one more: a million check-ins of an import would each pay for it.)
DROP TRIGGER check_ins_insert;
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

-- Ratings, adjustments, observers, notes ------------------------------------------------------------------------------------------------

-- A self rating: by the leader, while agreed and from assess on. By who reviews: gate_rate. By an observer: who is named, from assess on.
-- What is submitted stands; what somebody else than the present reviewer said stays with them. With an objective that is removed while its
-- review is drafted goes what was said of it, and comes back with it.

CREATE VIEW taken_away AS                    -- one row: a record that the action took away which the open action takes back, by table and key
SELECT c.table_name, c.row_key FROM undoing u JOIN changes c ON c.action = u.action WHERE c.after IS NULL;

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
