-- Both are trusted: whoever owns the database may make them.
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gin;
