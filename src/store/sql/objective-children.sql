-- The objectives that name $1 as their parent.
SELECT title, cycle_id, leader_id
  FROM objectives
 WHERE parent_id = $1
 ORDER BY id
