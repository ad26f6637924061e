CREATE TABLE `abandoned_keys` (
	`key` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agencies` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent` text,
	`valid_from` text,
	`valid_to` text,
	`successors` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agencies_parent` ON `agencies` (`parent`);--> statement-breakpoint
CREATE TABLE `batch_items` (
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`result` text,
	PRIMARY KEY(`batch_id`, `position`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_items_state` ON `batch_items` (`batch_id`,`state`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `components` (
	`procedure` text NOT NULL,
	`version` integer NOT NULL,
	`key` text NOT NULL,
	`any_of` text NOT NULL,
	`required` integer NOT NULL,
	`condition` text,
	`form` text NOT NULL,
	`copies` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`procedure`, `version`, `key`)
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dossier_papers` (
	`dossier_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`component` text,
	`role` text NOT NULL,
	`form` text NOT NULL,
	`issuing_agency` text,
	PRIMARY KEY(`dossier_id`, `paper_id`, `role`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_papers_paper` ON `dossier_papers` (`paper_id`);--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`receiving_agency` text,
	`competent_agency` text,
	`procedure` text,
	`procedure_version` integer,
	`applicant_id` text,
	`on_behalf_of_id` text,
	`parent_id` text,
	`received` text,
	`state` text NOT NULL,
	FOREIGN KEY (`applicant_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_behalf_of_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_code` ON `dossiers` (`code`);--> statement-breakpoint
CREATE INDEX `dossiers_applicant` ON `dossiers` (`applicant_id`);--> statement-breakpoint
CREATE INDEX `dossiers_received` ON `dossiers` (`received`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`paper_id` text,
	`dossier_id` text,
	`agency` text,
	`area` text,
	`procedure` text,
	`procedure_version` integer
);
--> statement-breakpoint
CREATE INDEX `events_paper` ON `events` (`paper_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_dossier` ON `events` (`dossier_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`,`kind`);--> statement-breakpoint
CREATE TABLE `facts` (
	`paper_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`value` text NOT NULL,
	`confidence` real NOT NULL,
	`page` integer,
	`box` text,
	`origin` text NOT NULL,
	`evidence` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`paper_id`, `key`, `version`, `ordinal`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `files` (
	`paper_id` text NOT NULL,
	`role` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`key` text NOT NULL,
	`media_type` text NOT NULL,
	PRIMARY KEY(`paper_id`, `role`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_object` ON `files` (`key`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`grantee` text NOT NULL,
	`purpose` text NOT NULL,
	`from` text NOT NULL,
	`until` text
);
--> statement-breakpoint
CREATE INDEX `grants_owner` ON `grants` (`owner_id`);--> statement-breakpoint
CREATE INDEX `grants_grantee` ON `grants` (`grantee`);--> statement-breakpoint
CREATE TABLE `intent_keys` (
	`paper_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`paper_id`, `key`),
	FOREIGN KEY (`paper_id`) REFERENCES `intents`(`paper_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `intent_keys_object` ON `intent_keys` (`key`);--> statement-breakpoint
CREATE TABLE `intents` (
	`paper_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `intents_at` ON `intents` (`at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`paper_id` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`holder` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`purpose` text,
	`paper_id` text,
	`owner_id` text,
	`dossier_id` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_previous` ON `ledger` (`previous`);--> statement-breakpoint
CREATE INDEX `ledger_paper` ON `ledger` (`paper_id`);--> statement-breakpoint
CREATE INDEX `ledger_owner` ON `ledger` (`owner_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	`attempts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`sent_at`,`seq`);--> statement-breakpoint
CREATE TABLE `owner_identifiers` (
	`scheme` text NOT NULL,
	`number` text NOT NULL,
	`owner_id` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	PRIMARY KEY(`scheme`, `number`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `owner_identifiers_number` ON `owner_identifiers` (`number`);--> statement-breakpoint
CREATE INDEX `owner_identifiers_owner` ON `owner_identifiers` (`owner_id`);--> statement-breakpoint
CREATE TABLE `owner_links` (
	`owner_id` text NOT NULL,
	`other_id` text NOT NULL,
	`kind` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	PRIMARY KEY(`owner_id`, `other_id`, `kind`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `owner_links_other` ON `owner_links` (`other_id`);--> statement-breakpoint
CREATE TABLE `owners` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`birth` text
);
--> statement-breakpoint
CREATE TABLE `paper_owners` (
	`paper_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`role` text NOT NULL,
	`lead` integer NOT NULL,
	PRIMARY KEY(`paper_id`, `owner_id`, `role`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_owners_owner` ON `paper_owners` (`owner_id`,`paper_id`);--> statement-breakpoint
CREATE TABLE `paper_relations` (
	`paper_id` text NOT NULL,
	`relation` text NOT NULL,
	`other_id` text NOT NULL,
	PRIMARY KEY(`paper_id`, `relation`, `other_id`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_relations_other` ON `paper_relations` (`other_id`);--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`kind` text,
	`kind_confidence` real,
	`title` text,
	`number` text,
	`issued` text,
	`issuer_printed` text,
	`issuer_agency` text,
	`signer` text,
	`valid_from` text,
	`valid_to` text,
	`perpetual` integer NOT NULL,
	`legal_status` text NOT NULL,
	`approval` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`dossier_id` text,
	`original_sha256` text NOT NULL,
	`source_name` text NOT NULL,
	`pages` text NOT NULL,
	`legal_copy_sha256` text,
	`signatures` integer NOT NULL,
	`signed_input` integer NOT NULL,
	`problems` text NOT NULL,
	`received` text NOT NULL,
	`created_at` text NOT NULL,
	`filed_at` text,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_code` ON `papers` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `papers_original_pages` ON `papers` (`original_sha256`,`pages`) WHERE state not in ('refused', 'failed', 'discarded');--> statement-breakpoint
CREATE INDEX `papers_original` ON `papers` (`original_sha256`);--> statement-breakpoint
CREATE INDEX `papers_state` ON `papers` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `papers_dossier` ON `papers` (`dossier_id`,`id`);--> statement-breakpoint
CREATE TABLE `procedures` (
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`field` text NOT NULL,
	`level` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`results` text NOT NULL,
	`days` integer,
	PRIMARY KEY(`code`, `version`)
);
--> statement-breakpoint
CREATE TABLE `search` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`paper_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_paper` ON `search` (`paper_id`);