CREATE TABLE `at_rest` (
	`name` text PRIMARY KEY NOT NULL,
	`kek_id` text NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `data_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`paper_id` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_keys_paper` ON `data_keys` (`paper_id`);--> statement-breakpoint
CREATE TABLE `key_wraps` (
	`data_key_id` text NOT NULL,
	`kek_id` text NOT NULL,
	`wrapped` text NOT NULL,
	PRIMARY KEY(`data_key_id`, `kek_id`),
	FOREIGN KEY (`data_key_id`) REFERENCES `data_keys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `key_wraps_kek` ON `key_wraps` (`kek_id`);