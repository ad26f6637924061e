CREATE TABLE "at_rest" (
	"name" text PRIMARY KEY NOT NULL,
	"kek_id" text NOT NULL,
	"state" text NOT NULL,
	"since" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_wraps" (
	"data_key_id" text NOT NULL,
	"kek_id" text NOT NULL,
	"wrapped" text NOT NULL,
	CONSTRAINT "key_wraps_key" PRIMARY KEY("data_key_id","kek_id")
);
--> statement-breakpoint
ALTER TABLE "key_wraps" ADD CONSTRAINT "key_wraps_data_key_id_data_keys_id_fk" FOREIGN KEY ("data_key_id") REFERENCES "public"."data_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_keys_paper" ON "data_keys" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "key_wraps_kek" ON "key_wraps" USING btree ("kek_id");