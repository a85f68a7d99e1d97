-- Looking into the history by who, what and whose, without reading all of it.

CREATE INDEX actions_by_actor ON actions (actor);
CREATE INDEX changes_by_table ON changes (table_name, action);
DROP INDEX changes_by_row;
CREATE INDEX changes_by_row ON changes (table_name, row_key, action);

-- Objectives that somebody had and has no more: removed, or given to somebody else. (Functions of JSON may not stand in an index of a
-- file that could come from anywhere.)
CREATE INDEX changes_of_given_up ON changes (number)
WHERE table_name = 'objectives' AND before IS NOT NULL
  AND instr (coalesce (after, ''), substr (before, instr (before, '"leader_id":'), instr (before, ',"title":') - instr (before, '"leader_id":'))) = 0;
