-- The gates G1 to G6 of the cascade, held by the file itself, whatever program writes: the same rules as src/core/ex-gate.h, and a test
-- holds the two against each other. (A trigger cannot climb the reporting lines, a view can: so a trigger writes into asked whose gate
-- it tests, and looks into the views, which answer for that one.)
--
-- A gate is a view with a row for everything that is missing. None: it passes.

-- Who is asked about ------------------------------------------------------------------------------------------------------------------

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
  FROM asked a JOIN leaders l;

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
SELECT '', 'signed' FROM asked WHERE is_top;

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
SELECT id FROM up WHERE id IS NOT NULL;

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
SELECT 1 FROM chain c JOIN asked a ON a.leader_id = c.id JOIN leaders_of_day u ON u.id = c.id WHERE u.is_there AND u.id <> c.whose;

CREATE VIEW blanks AS                        -- one row: what a text of nothing but these is as good as none
SELECT char (9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)
       AS all_of_them;

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
  FROM asked a JOIN objectives o ON o.cycle_id = a.cycle_id AND o.leader_id = a.leader_id JOIN blanks b;

-- What is missing --------------------------------------------------------------------------------------------------------------------

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
SELECT 'the weights do not total 100 %' WHERE (SELECT sum (weight) FROM asked_objectives) IS NOT 10000;

CREATE VIEW missing_of_self AS               -- the part of G2 that is about the ratings
SELECT 'an objective has no self rating with a comment' AS missing
  FROM asked r JOIN asked_objectives o JOIN blanks b
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'self' AND g.rater_id = r.leader_id
                      AND g.rating <= r.max_rating AND trim (coalesce (g.comment, ''), b.all_of_them) <> '');

CREATE VIEW missing_of_first AS              -- the part of G3: by who assessed it, or while nobody has, by who reviews it
SELECT 'an objective has no rating with its actual confirmed' AS missing
  FROM asked r JOIN asked_objectives o
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'manager'
                      AND g.rater_id = coalesce (r.assessed_by, r.by_id) AND g.rating <= r.max_rating AND g.confirmed);

CREATE VIEW gate_barred AS                   -- what bars every step
SELECT 'the cycle is closed' AS missing FROM asked WHERE phase = 'closed'
UNION ALL
SELECT 'the leader is not in role on any day of the cycle' FROM asked WHERE NOT takes_part
UNION ALL
SELECT 'the leader is excused' FROM asked WHERE excused;

CREATE VIEW gate_agree AS                    -- G1
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not being drafted' FROM asked WHERE state <> 'drafting'
UNION ALL
SELECT 'nobody reviews it: no manager, and not named as a top' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'the objectives of who reviews it are not agreed' FROM asked WHERE by_state = 'drafting'
UNION ALL
SELECT missing FROM missing_of_objectives;

CREATE VIEW gate_self_assess AS              -- G2
SELECT missing FROM gate_barred
UNION ALL
SELECT 'its objectives are not agreed, or it is assessed already' FROM asked WHERE state <> 'agreed'
UNION ALL
SELECT 'the cycle is not in assess yet' FROM asked WHERE phase IN ('plan', 'run')
UNION ALL
SELECT missing FROM missing_of_self;

CREATE VIEW gate_rate AS                     -- the part of G3 that holds for every rating by who reviews, draft or not
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is assessed already' FROM asked WHERE state IN ('assessed', 'signed')
UNION ALL
SELECT 'nobody reviews it' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'nobody rates others before having rated themselves' FROM asked WHERE by_state IN ('drafting', 'agreed');

CREATE VIEW gate_assess AS                   -- G3
SELECT missing FROM gate_rate
UNION ALL
SELECT 'the leader has submitted no self-assessment' FROM asked WHERE state <> 'self-assessed'
UNION ALL
SELECT missing FROM missing_of_first;

CREATE VIEW gate_calibrate AS                -- G4, but for the words, which are in the row
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed' FROM asked WHERE state <> 'assessed'
UNION ALL
SELECT 'whoever reviews it has signed' FROM asked WHERE reviewer_signed IS NOT NULL;

CREATE VIEW gate_sign AS                     -- G5
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed already' FROM asked WHERE state <> 'assessed'
UNION ALL
SELECT 'the cycle is not in sign yet' FROM asked WHERE phase <> 'sign'
UNION ALL
SELECT 'nobody reviews it' FROM asked WHERE by_id IS NULL
UNION ALL
SELECT 'the review of who reviews it is not signed' FROM asked WHERE by_state <> 'signed';

-- Periods of the ledger -----------------------------------------------------------------------------------------------------------------

CREATE VIEW final_spans AS                   -- one row: a final period, by its first month and the month after its last, since year 0
SELECT period,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * (substr (period, 7, 1) - 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) - 1 ELSE 0 END AS first_month,
       12 * substr (period, 1, 4) + CASE WHEN period LIKE '____-Q_' THEN 3 * substr (period, 7, 1)
                                         WHEN period LIKE '____-__' THEN substr (period, 6, 2) ELSE 12 END AS end_month
  FROM final_periods;

CREATE VIEW asked_grain AS                   -- one row: how many months a period of the ledger has, or of the movements where there is no
SELECT months FROM (                         -- ledger; none: there are no customer figures
  SELECT 1 AS rank, min (CASE l.grain WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END) AS months
    FROM ledger_layers l JOIN imports i ON i.number = l.import WHERE i.undone = 0
  UNION ALL
  SELECT 2, min (CASE WHEN period LIKE '____-Q_' THEN 3 WHEN period LIKE '____-__' THEN 1 ELSE 12 END) FROM movements
) WHERE months IS NOT NULL ORDER BY rank LIMIT 1;

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
SELECT p.first_month, p.end_month FROM periods p JOIN bounds b WHERE p.end_month <= b.to_month;

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
 WHERE NOT EXISTS (SELECT 1 FROM final_spans f WHERE f.first_month <= p.first_month AND f.end_month >= p.end_month);
