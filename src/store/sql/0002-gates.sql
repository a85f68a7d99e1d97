-- The gates G1 to G6 of the cascade, held by the file itself, whatever program writes: the same rules as src/core/ex-gate.h, and a test
-- holds the two against each other. (A trigger cannot climb the reporting lines, a view can: so a trigger writes into asked whose gate
-- it tests, and looks into the views, which answer for that one.)
--
-- A gate is a view with a row for everything that is missing. None: it passes.

-- Who is asked about ------------------------------------------------------------------------------------------------------------------

CREATE VIEW asked_day AS                     -- one row: the cycle, its phase, and the day on which its reporting lines are read: today, inside of it
SELECT a.cycle_id, a.leader_id, c.first_day, c.last_day, p.phase,
       max (c.first_day, min (c.last_day, coalesce (a.today, date ('now', 'localtime')))) AS day
  FROM asked a JOIN cycles c ON c.id = a.cycle_id JOIN cycle_phases p ON p.cycle_id = a.cycle_id;

CREATE VIEW leaders_of_day AS                -- one row: a leader as of that day
SELECT l.id,
       CASE WHEN EXISTS (SELECT 1 FROM past_managers p WHERE p.leader_id = l.id AND p.until_day >= d.day)
            THEN (SELECT p.manager_id FROM past_managers p WHERE p.leader_id = l.id AND p.until_day >= d.day ORDER BY p.until_day LIMIT 1)
            ELSE l.manager_id END AS manager_id,
       coalesce (l.from_day <= d.last_day, 1) AND coalesce (l.to_day >= d.first_day, 1) AS takes_part,
       coalesce (l.from_day <= d.day, 1) AND coalesce (l.to_day >= d.day, 1)
       AND NOT coalesce ((SELECT s.excused FROM review_steps s WHERE s.cycle_id = d.cycle_id AND s.leader_id = l.id
                           ORDER BY s.number DESC LIMIT 1), 0) AS is_there,
       EXISTS (SELECT 1 FROM cycle_tops t WHERE t.cycle_id = d.cycle_id AND t.leader_id = l.id) AS is_top,
       (SELECT s.reviewer_id FROM review_steps s WHERE s.cycle_id = d.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1) AS reviewer_id,
       coalesce ((SELECT s.state FROM review_steps s WHERE s.cycle_id = d.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1),
                 'drafting') AS state
  FROM asked_day d JOIN leaders l;

CREATE VIEW asked_review AS                  -- one row: the review that is asked about, as it stands
SELECT d.cycle_id, d.leader_id, d.first_day, d.last_day, d.phase, l.takes_part, l.is_top, l.manager_id,
       coalesce (s.number, 0) AS steps, coalesce (s.state, 'drafting') AS state, coalesce (s.excused, 0) AS excused,
       s.reviewer_id, s.assessed_by, s.reviewer_signed, s.leader_signed,
       coalesce ((SELECT p.min_objectives FROM cycle_plans p WHERE p.cycle_id = d.cycle_id), 3) AS min_objectives,
       coalesce ((SELECT max (w.rating) FROM scale_words w WHERE w.cycle_id = d.cycle_id), 5) AS max_rating
  FROM asked_day d
  JOIN leaders_of_day l ON l.id = d.leader_id
  LEFT JOIN review_steps s ON s.cycle_id = d.cycle_id AND s.leader_id = d.leader_id
       AND s.number = (SELECT max (m.number) FROM review_steps m WHERE m.cycle_id = d.cycle_id AND m.leader_id = d.leader_id);

CREATE VIEW asked_reviewer AS                -- one row: who reviews it, '' the board; none: nobody. The one named, else the manager; who
WITH RECURSIVE up (id) AS (                  -- is not there is passed over to the next above, and past a top is the board
  SELECT coalesce (reviewer_id, manager_id) FROM asked_review WHERE NOT is_top
  UNION
  SELECT u.manager_id FROM up JOIN leaders_of_day u ON u.id = up.id JOIN asked a WHERE NOT u.is_top AND (NOT u.is_there OR u.id = a.leader_id)
)
SELECT u.id, u.state FROM up JOIN leaders_of_day u ON u.id = up.id JOIN asked a WHERE u.is_there AND u.id <> a.leader_id
UNION ALL
SELECT '', 'signed' FROM up JOIN leaders_of_day u ON u.id = up.id JOIN asked a WHERE u.is_top AND (NOT u.is_there OR u.id = a.leader_id)
UNION ALL
SELECT '', 'signed' FROM asked_review WHERE is_top;

CREATE VIEW asked_above AS                   -- one row: a leader above on that day
WITH RECURSIVE up (id) AS (
  SELECT manager_id FROM asked_review
  UNION
  SELECT u.manager_id FROM up JOIN leaders_of_day u ON u.id = up.id
)
SELECT id FROM up WHERE id IS NOT NULL;

CREATE VIEW asked_under AS                   -- one row: the review of asked.to_id is, by lines or by reviewers, under the asked leader
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
SELECT 1 FROM chain c JOIN leaders_of_day u ON u.id = c.id JOIN asked a ON a.leader_id = u.id WHERE u.is_there AND u.id <> c.whose;

CREATE VIEW asked_objectives AS
SELECT o.* FROM asked a JOIN objectives o ON o.cycle_id = a.cycle_id AND o.leader_id = a.leader_id;

-- What is missing --------------------------------------------------------------------------------------------------------------------

CREATE VIEW blanks AS SELECT char (9, 10, 11, 12, 13, 32, 133, 160, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288) AS all_of_them;

CREATE VIEW ladders AS                       -- one row: a number, and whether its points move one way; equal is within one in a thousand million
SELECT o.id,
       abs (o.target - o.baseline) > 1e-9 * max (abs (o.target), abs (o.baseline))
       AND (o.threshold IS NULL
            OR ((o.threshold > o.baseline) = (o.target > o.baseline) OR abs (o.threshold - o.baseline) <= 1e-9 * max (abs (o.threshold), abs (o.baseline)))
               AND (o.target > o.threshold) = (o.target > o.baseline) AND abs (o.target - o.threshold) > 1e-9 * max (abs (o.target), abs (o.threshold)))
       AND (o.stretch IS NULL
            OR (o.stretch > o.target) = (o.target > o.baseline) AND abs (o.stretch - o.target) > 1e-9 * max (abs (o.stretch), abs (o.target))) AS climbs
  FROM objectives o;

CREATE VIEW measurable AS                    -- one row: an objective that can be measured
SELECT o.id
  FROM objectives o JOIN cycles c ON c.id = o.cycle_id JOIN blanks b
 WHERE trim (coalesce (o.source, ''), b.all_of_them) <> '' AND o.cadence IS NOT NULL AND trim (o.title, b.all_of_them) <> ''
   AND (o.kind = 'milestone' OR trim (coalesce (o.unit, ''), b.all_of_them) <> '')
   AND o.parent_id IS NOT o.id
   AND CASE o.kind
         WHEN 'number' THEN (SELECT l.climbs FROM ladders l WHERE l.id = o.id)
         WHEN 'range' THEN coalesce (o.low, o.high) IS NOT NULL
                           AND (o.low IS NOT NULL AND o.high IS NOT NULL OR o.width IS NOT NULL)
                           AND coalesce (o.low < o.high AND abs (o.high - o.low) > 1e-9 * max (abs (o.low), abs (o.high)), 1)
         ELSE o.due BETWEEN c.first_day AND c.last_day AND date (o.due) = o.due
       END;

CREATE VIEW missing_of_objectives AS         -- the part of G1 that is about the objectives
SELECT 'it has too few objectives' AS missing FROM asked_review r WHERE (SELECT count (*) FROM asked_objectives) < r.min_objectives
UNION ALL
SELECT 'an objective is not measurable' FROM asked_objectives o WHERE NOT EXISTS (SELECT 1 FROM measurable m WHERE m.id = o.id)
UNION ALL
SELECT 'an objective is not linked to a driver' FROM asked_objectives o WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.objective_id = o.id)
UNION ALL
SELECT 'an objective names no parent, and no reason why it is local'
  FROM asked_objectives o JOIN asked_review r JOIN blanks b
 WHERE o.parent_id IS NULL AND NOT r.is_top AND trim (coalesce (o.local_reason, ''), b.all_of_them) = ''
UNION ALL
SELECT 'the parent of an objective is not one of a leader above'
  FROM asked_objectives o
 WHERE o.parent_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM objectives p WHERE p.id = o.parent_id AND p.cycle_id = o.cycle_id AND p.leader_id IN (SELECT id FROM asked_above))
UNION ALL
SELECT 'the weights do not total 100 %' WHERE (SELECT sum (weight) FROM asked_objectives) IS NOT 10000;

CREATE VIEW missing_of_self AS               -- the part of G2 that is about the ratings
SELECT 'an objective has no self rating with a comment' AS missing
  FROM asked_objectives o JOIN asked_review r JOIN blanks b
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'self' AND g.rater_id = r.leader_id
                      AND g.rating <= r.max_rating AND trim (coalesce (g.comment, ''), b.all_of_them) <> '');

CREATE VIEW missing_of_first AS              -- the part of G3: by who assessed it, or while nobody has, by who reviews it
SELECT 'an objective has no rating with its actual confirmed' AS missing
  FROM asked_objectives o JOIN asked_review r
 WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.objective_id = o.id AND g.role = 'manager'
                      AND g.rater_id = coalesce (r.assessed_by, (SELECT id FROM asked_reviewer)) AND g.rating <= r.max_rating AND g.confirmed);

CREATE VIEW gate_barred AS                   -- what bars every step
SELECT 'the cycle is closed' AS missing FROM asked_review WHERE phase = 'closed'
UNION ALL
SELECT 'the leader is not in role on any day of the cycle' FROM asked_review WHERE NOT takes_part
UNION ALL
SELECT 'the leader is excused' FROM asked_review WHERE excused;

CREATE VIEW gate_agree AS                    -- G1
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not being drafted' FROM asked_review WHERE state <> 'drafting'
UNION ALL
SELECT 'nobody reviews it: no manager, and not named as a top' WHERE NOT EXISTS (SELECT 1 FROM asked_reviewer)
UNION ALL
SELECT 'the objectives of who reviews it are not agreed' FROM asked_reviewer WHERE state = 'drafting'
UNION ALL
SELECT missing FROM missing_of_objectives;

CREATE VIEW gate_self_assess AS              -- G2
SELECT missing FROM gate_barred
UNION ALL
SELECT 'its objectives are not agreed, or it is assessed already' FROM asked_review WHERE state <> 'agreed'
UNION ALL
SELECT 'the cycle is not in assess yet' FROM asked_review WHERE phase IN ('plan', 'run')
UNION ALL
SELECT missing FROM missing_of_self;

CREATE VIEW gate_rate AS                     -- the part of G3 that holds for every rating by who reviews, draft or not
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is assessed already' FROM asked_review WHERE state IN ('assessed', 'signed')
UNION ALL
SELECT 'nobody reviews it' WHERE NOT EXISTS (SELECT 1 FROM asked_reviewer)
UNION ALL
SELECT 'nobody rates others before having rated themselves' FROM asked_reviewer WHERE state IN ('drafting', 'agreed');

CREATE VIEW gate_assess AS                   -- G3
SELECT missing FROM gate_rate
UNION ALL
SELECT 'the leader has submitted no self-assessment' FROM asked_review WHERE state <> 'self-assessed'
UNION ALL
SELECT missing FROM missing_of_first;

CREATE VIEW gate_calibrate AS                -- G4, but for the words, which are in the row
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed' FROM asked_review WHERE state <> 'assessed'
UNION ALL
SELECT 'whoever reviews it has signed' FROM asked_review WHERE reviewer_signed IS NOT NULL;

CREATE VIEW gate_sign AS                     -- G5
SELECT missing FROM gate_barred
UNION ALL
SELECT 'it is not assessed, or signed already' FROM asked_review WHERE state <> 'assessed'
UNION ALL
SELECT 'the cycle is not in sign yet' FROM asked_review WHERE phase <> 'sign'
UNION ALL
SELECT 'nobody reviews it' WHERE NOT EXISTS (SELECT 1 FROM asked_reviewer)
UNION ALL
SELECT 'the review of who reviews it is not signed' FROM asked_reviewer WHERE state <> 'signed';

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
    FROM asked_day d JOIN asked_grain g
), periods (first_month, end_month) AS (
  SELECT (from_month + months - 1) / months * months, (from_month + months - 1) / months * months + months FROM bounds
  UNION ALL
  SELECT p.end_month, p.end_month + b.months FROM periods p JOIN bounds b WHERE p.end_month + b.months <= b.to_month
)
SELECT p.first_month, p.end_month FROM periods p JOIN bounds b WHERE p.end_month <= b.to_month;

CREATE VIEW gate_close AS                    -- G6, but for growth, which is in the row
SELECT 'the cycle is not in sign' AS missing FROM asked_day WHERE phase <> 'sign'
UNION ALL
SELECT 'a review is neither signed nor excused' FROM leaders_of_day l JOIN asked_day d
 WHERE l.takes_part AND l.state <> 'signed'
   AND NOT coalesce ((SELECT s.excused FROM review_steps s WHERE s.cycle_id = d.cycle_id AND s.leader_id = l.id ORDER BY s.number DESC LIMIT 1), 0)
UNION ALL
SELECT 'there are no customer figures' WHERE NOT EXISTS (SELECT 1 FROM asked_grain)
UNION ALL
SELECT 'the customer figures of a period are not final' FROM asked_periods p
 WHERE NOT EXISTS (SELECT 1 FROM final_spans f WHERE f.first_month <= p.first_month AND f.end_month >= p.end_month);
