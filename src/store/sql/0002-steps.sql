-- Steps of reviews and of cycles: each is the next, fits what was before, passes its gate (0002-gates.sql), and is never changed. What a
-- step leaves is what ex_step_take() in src/core/ex-gate.h makes. Only undo takes a step away: the last one, by the action that takes
-- back the one that took it; never a signature, never what re-opened a signed review, never the closing or re-opening of a cycle.

CREATE VIEW undoing AS                       -- one row: the action that the open action takes back
SELECT a.undoes AS action FROM open_action o JOIN actions a ON a.number = o.action WHERE a.undoes IS NOT NULL;

CREATE VIEW standing AS                      -- one row: an action between that one and the open one that counts as things stand: it is not undone,
SELECT a.number FROM undoing t JOIN open_action n                    -- and undoes nothing that came after that one as well. (An undo that was
  JOIN actions a ON a.number > t.action AND a.number < n.action      -- undone itself is looked at to the second degree; beyond, it counts.)
 WHERE coalesce (a.undoes <= t.action, 1)
   AND NOT EXISTS (SELECT 1 FROM actions u WHERE u.undoes = a.number AND NOT EXISTS (SELECT 1 FROM actions r WHERE r.undoes = u.number));

CREATE VIEW later_changes AS                 -- one row: a change by one of these; by the open action itself, of a row that the other did not touch
SELECT c.* FROM changes c
 WHERE c.action IN (SELECT number FROM standing)
    OR c.action = (SELECT action FROM open_action)
       AND NOT EXISTS (SELECT 1 FROM undoing u JOIN changes t ON t.table_name = c.table_name AND t.row_key = c.row_key AND t.action = u.action);

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
       AND c.row_key < '[' || json_quote (a.cycle_id) || ',' || json_quote (a.leader_id) || '-';

-- Reviews -----------------------------------------------------------------------------------------------------------------------------------

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
END;

-- Never changed. (A person's words are erased by an UPDATE.)
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

-- Taken back: the step before it stands again, so nothing of the review may have moved since a step back was taken, and what the state
-- asks for is there.
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
-- What was built on it: in the review itself whatever was written since, in others the steps whose gate needed it.
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

-- Cycles ------------------------------------------------------------------------------------------------------------------------------------

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
