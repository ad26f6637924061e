-- The words of `search`, indexed as they are: no parser of PostgreSQL takes numbers and codes apart another way than we do.
CREATE FUNCTION "words_of"(content text) RETURNS tsvector
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
	AS $$ SELECT array_to_tsvector(array_remove(string_to_array(content, ' '), '')) $$;
--> statement-breakpoint
CREATE INDEX "search_words" ON "search" USING gin (words_of("text"));
--> statement-breakpoint
-- Events and the ledger are written once.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql
	AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
	FOR EACH STATEMENT EXECUTE FUNCTION append_only();
--> statement-breakpoint
CREATE TRIGGER "ledger_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger"
	FOR EACH STATEMENT EXECUTE FUNCTION append_only();
