CREATE TABLE "paper_aliases" (
	"code" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "papers_original_pages";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "paper_aliases" ADD CONSTRAINT "paper_aliases_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_aliases_paper" ON "paper_aliases" USING btree ("paper_id");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_original_pages" ON "papers" USING btree ("original_sha256","pages") WHERE state not in ('refused', 'failed', 'discarded') and legal_status <> 'superseded';