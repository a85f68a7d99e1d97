-- The peer: all scores and team scores of a cycle in one recursive query, from the rows of a company's file (objectives of the
-- kind number, the cycle being over). Prints leader, score and team score in percent.
WITH RECURSIVE
  latest AS (
    SELECT objective_id, value, max(day) AS day FROM check_ins GROUP BY objective_id
  ),
  folded AS (
    SELECT objective_id, sum(value) AS total, avg(value) AS mean, min(value) AS least, max(value) AS most
      FROM check_ins GROUP BY objective_id
  ),
  actual AS (
    SELECT o.id, o.leader_id, o.weight, o.baseline, o.threshold, o.target, o.stretch,
           CASE o.aggregate WHEN 'latest' THEN l.value WHEN 'sum' THEN f.total WHEN 'mean' THEN f.mean
                            WHEN 'minimum' THEN f.least ELSE f.most END AS x,
           CASE WHEN o.target > o.baseline THEN 1.0 ELSE -1.0 END AS up
      FROM objectives o LEFT JOIN folded f ON f.objective_id = o.id LEFT JOIN latest l ON l.objective_id = o.id
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
SELECT l.id, printf('%.6f', o.score / 100), CASE WHEN t.score IS NULL THEN '' ELSE printf('%.6f', t.score / 100) END
  FROM leaders l LEFT JOIN own o ON o.leader_id = l.id LEFT JOIN team t ON t.manager = l.id
 ORDER BY l.id;
