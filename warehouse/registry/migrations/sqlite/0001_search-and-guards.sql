-- The words of `search`, indexed: external content, so that the text is kept once; no positions, they are never asked for.
CREATE VIRTUAL TABLE `search_index` USING fts5(
	`text`,
	content = 'search',
	content_rowid = 'seq',
	detail = none,
	columnsize = 0,
	prefix = '3 4 5 6 7',
	tokenize = 'unicode61 remove_diacritics 0'
);
--> statement-breakpoint
CREATE TRIGGER `search_insert` AFTER INSERT ON `search` BEGIN
	INSERT INTO `search_index`(`rowid`, `text`) VALUES (new.`seq`, new.`text`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_update` AFTER UPDATE ON `search` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `text`) VALUES ('delete', old.`seq`, old.`text`);
	INSERT INTO `search_index`(`rowid`, `text`) VALUES (new.`seq`, new.`text`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_delete` AFTER DELETE ON `search` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `text`) VALUES ('delete', old.`seq`, old.`text`);
END;
--> statement-breakpoint
-- Events and the ledger are written once.
CREATE TRIGGER `events_no_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_no_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_no_update` BEFORE UPDATE ON `ledger` BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_no_delete` BEFORE DELETE ON `ledger` BEGIN SELECT RAISE(ABORT, 'append-only'); END;
