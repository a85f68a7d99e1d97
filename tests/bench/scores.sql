-- The peer: all scores and team scores of a cycle in one recursive query, from the rows of a company's file (objectives of the
-- kind number, the cycle being over), in SQL that PostgreSQL takes as well. Prints leader, score and team score as fractions.
WITH RECURSIVE
  ordered AS (
    SELECT objective_id, value, row_number() OVER (PARTITION BY objective_id ORDER BY day DESC) AS place FROM check_ins
  ),
  actual AS (
    SELECT o.id, o.leader_id, o.weight, o.baseline, o.threshold, o.target, o.stretch,
           CASE o.aggregate WHEN 'latest' THEN max(CASE WHEN c.place = 1 THEN c.value END) WHEN 'sum' THEN sum(c.value)
                            WHEN 'mean' THEN avg(c.value) WHEN 'minimum' THEN min(c.value) ELSE max(c.value) END AS x,
           CASE WHEN o.target > o.baseline THEN 1.0 ELSE -1.0 END AS up
      FROM objectives o LEFT JOIN ordered c ON c.objective_id = o.id
     GROUP BY o.id
  ),
  scored AS (
    SELECT leader_id, weight,
           CASE
             WHEN x IS NULL THEN 0.0
             WHEN stretch IS NOT NULL AND up * x >= up * stretch THEN 150.0
             WHEN stretch IS NOT NULL AND up * x >= up * target THEN 100.0 + 50.0 * (x - target) / (stretch - target)
             WHEN up * x >= up * target THEN 100.0
             WHEN threshold IS NULL AND up * x <= up * baseline THEN 0.0
             WHEN threshold IS NULL THEN 100.0 * (x - baseline) / (target - baseline)
             WHEN up * x < up * threshold THEN 0.0
             ELSE 50.0 + 50.0 * (x - threshold) / (target - threshold)
           END AS score
      FROM actual
  ),
  own AS (
    SELECT leader_id, sum(score * weight) / 10000.0 AS score FROM scored GROUP BY leader_id
  ),
  below (manager, leader) AS (
    SELECT manager_id, id FROM leaders WHERE manager_id IS NOT NULL
    UNION ALL
    SELECT l.manager_id, b.leader FROM below b JOIN leaders l ON l.id = b.manager WHERE l.manager_id IS NOT NULL
  ),
  team AS (
    SELECT b.manager, avg(o.score) AS score FROM below b JOIN own o ON o.leader_id = b.leader GROUP BY b.manager
  )
SELECT l.id, round(o.score / 100, 6), round(t.score / 100, 6)
  FROM leaders l LEFT JOIN own o ON o.leader_id = l.id LEFT JOIN team t ON t.manager = l.id
 ORDER BY l.id;
