-- Looking into the history by who, when and what, without reading all of it.

CREATE INDEX actions_by_actor ON actions (actor);
CREATE INDEX actions_by_time ON actions (at);
CREATE INDEX changes_by_table ON changes (table_name, action);
