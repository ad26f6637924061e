CREATE TABLE "abandoned_keys" (
	"key" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent" text,
	"valid_from" text,
	"valid_to" text,
	"successors" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_items" (
	"batch_id" text NOT NULL,
	"position" integer NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"result" text,
	CONSTRAINT "batch_items_key" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" text NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "components" (
	"procedure" text NOT NULL,
	"version" integer NOT NULL,
	"key" text NOT NULL,
	"any_of" text NOT NULL,
	"required" boolean NOT NULL,
	"condition" text,
	"form" text NOT NULL,
	"copies" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "components_key" PRIMARY KEY("procedure","version","key")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_papers" (
	"dossier_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"component" text,
	"role" text NOT NULL,
	"form" text NOT NULL,
	"issuing_agency" text,
	CONSTRAINT "dossier_papers_key" PRIMARY KEY("dossier_id","paper_id","role")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"receiving_agency" text,
	"competent_agency" text,
	"procedure" text,
	"procedure_version" integer,
	"applicant_id" text,
	"on_behalf_of_id" text,
	"parent_id" text,
	"received" text,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"paper_id" text,
	"dossier_id" text,
	"agency" text,
	"area" text,
	"procedure" text,
	"procedure_version" integer
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"paper_id" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"value" text NOT NULL,
	"confidence" double precision NOT NULL,
	"page" integer,
	"box" text,
	"origin" text NOT NULL,
	"evidence" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "facts_key" PRIMARY KEY("paper_id","key","version","ordinal")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"paper_id" text NOT NULL,
	"role" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"key" text NOT NULL,
	"media_type" text NOT NULL,
	CONSTRAINT "files_key" PRIMARY KEY("paper_id","role")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"grantee" text NOT NULL,
	"purpose" text NOT NULL,
	"from" text NOT NULL,
	"until" text
);
--> statement-breakpoint
CREATE TABLE "intent_keys" (
	"paper_id" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "intent_keys_key" PRIMARY KEY("paper_id","key")
);
--> statement-breakpoint
CREATE TABLE "intents" (
	"paper_id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"paper_id" text PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"holder" text NOT NULL,
	"until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"purpose" text,
	"paper_id" text,
	"owner_id" text,
	"dossier_id" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" text NOT NULL,
	"created_at" text NOT NULL,
	"sent_at" text,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_identifiers" (
	"scheme" text NOT NULL,
	"number" text NOT NULL,
	"owner_id" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	CONSTRAINT "owner_identifiers_key" PRIMARY KEY("scheme","number")
);
--> statement-breakpoint
CREATE TABLE "owner_links" (
	"owner_id" text NOT NULL,
	"other_id" text NOT NULL,
	"kind" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	CONSTRAINT "owner_links_key" PRIMARY KEY("owner_id","other_id","kind")
);
--> statement-breakpoint
CREATE TABLE "owners" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"birth" text
);
--> statement-breakpoint
CREATE TABLE "paper_owners" (
	"paper_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"role" text NOT NULL,
	"lead" boolean NOT NULL,
	CONSTRAINT "paper_owners_key" PRIMARY KEY("paper_id","owner_id","role")
);
--> statement-breakpoint
CREATE TABLE "paper_relations" (
	"paper_id" text NOT NULL,
	"relation" text NOT NULL,
	"other_id" text NOT NULL,
	CONSTRAINT "paper_relations_key" PRIMARY KEY("paper_id","relation","other_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"kind" text,
	"kind_confidence" double precision,
	"title" text,
	"number" text,
	"issued" text,
	"issuer_printed" text,
	"issuer_agency" text,
	"signer" text,
	"valid_from" text,
	"valid_to" text,
	"perpetual" boolean NOT NULL,
	"legal_status" text NOT NULL,
	"approval" text NOT NULL,
	"approved_by" text,
	"approved_at" text,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"dossier_id" text,
	"original_sha256" text NOT NULL,
	"source_name" text NOT NULL,
	"pages" text NOT NULL,
	"legal_copy_sha256" text,
	"signatures" integer NOT NULL,
	"signed_input" boolean NOT NULL,
	"problems" text NOT NULL,
	"received" text NOT NULL,
	"created_at" text NOT NULL,
	"filed_at" text
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"level" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"results" text NOT NULL,
	"days" integer,
	CONSTRAINT "procedures_key" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "search" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_papers" ADD CONSTRAINT "dossier_papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_papers" ADD CONSTRAINT "dossier_papers_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_applicant_id_owners_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_on_behalf_of_id_owners_id_fk" FOREIGN KEY ("on_behalf_of_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_keys" ADD CONSTRAINT "intent_keys_paper_id_intents_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."intents"("paper_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_identifiers" ADD CONSTRAINT "owner_identifiers_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_links" ADD CONSTRAINT "owner_links_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_links" ADD CONSTRAINT "owner_links_other_id_owners_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_owners" ADD CONSTRAINT "paper_owners_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_owners" ADD CONSTRAINT "paper_owners_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_relations" ADD CONSTRAINT "paper_relations_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_relations" ADD CONSTRAINT "paper_relations_other_id_papers_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search" ADD CONSTRAINT "search_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agencies_parent" ON "agencies" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "batch_items_state" ON "batch_items" USING btree ("batch_id","state");--> statement-breakpoint
CREATE INDEX "dossier_papers_paper" ON "dossier_papers" USING btree ("paper_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_code" ON "dossiers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "dossiers_applicant" ON "dossiers" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "dossiers_received" ON "dossiers" USING btree ("received");--> statement-breakpoint
CREATE INDEX "events_paper" ON "events" USING btree ("paper_id","id");--> statement-breakpoint
CREATE INDEX "events_dossier" ON "events" USING btree ("dossier_id","id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","kind");--> statement-breakpoint
CREATE INDEX "files_object" ON "files" USING btree ("key");--> statement-breakpoint
CREATE INDEX "grants_owner" ON "grants" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "grants_grantee" ON "grants" USING btree ("grantee");--> statement-breakpoint
CREATE INDEX "intent_keys_object" ON "intent_keys" USING btree ("key");--> statement-breakpoint
CREATE INDEX "intents_at" ON "intents" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_previous" ON "ledger" USING btree ("previous");--> statement-breakpoint
CREATE INDEX "ledger_paper" ON "ledger" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "ledger_owner" ON "ledger" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("sent_at","seq");--> statement-breakpoint
CREATE INDEX "owner_identifiers_number" ON "owner_identifiers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "owner_identifiers_owner" ON "owner_identifiers" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "owner_links_other" ON "owner_links" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "paper_owners_owner" ON "paper_owners" USING btree ("owner_id","paper_id");--> statement-breakpoint
CREATE INDEX "paper_relations_other" ON "paper_relations" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_code" ON "papers" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_original_pages" ON "papers" USING btree ("original_sha256","pages") WHERE state not in ('refused', 'failed', 'discarded');--> statement-breakpoint
CREATE INDEX "papers_original" ON "papers" USING btree ("original_sha256");--> statement-breakpoint
CREATE INDEX "papers_state" ON "papers" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "papers_dossier" ON "papers" USING btree ("dossier_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_paper" ON "search" USING btree ("paper_id");