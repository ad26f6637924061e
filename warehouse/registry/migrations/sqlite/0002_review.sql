CREATE TABLE `paper_aliases` (
	`code` text PRIMARY KEY NOT NULL,
	`paper_id` text NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_aliases_paper` ON `paper_aliases` (`paper_id`);--> statement-breakpoint
DROP INDEX `papers_original_pages`;--> statement-breakpoint
CREATE UNIQUE INDEX `papers_original_pages` ON `papers` (`original_sha256`,`pages`) WHERE state not in ('refused', 'failed', 'discarded') and legal_status <> 'superseded';--> statement-breakpoint
ALTER TABLE `events` ADD `note` text;