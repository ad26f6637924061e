// Messages of encryption at rest and of clearing up: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const errors: MessageTable = {
  'at-rest.damaged': [
    'Dữ liệu mã hóa đã bị sửa, bị cắt hoặc bị hỏng; không mở.',
    'Encrypted data were changed, cut off or damaged; they are not opened.',
  ],
  'at-rest.damaged.hint': [
    'Phục hồi thư mục dữ liệu từ bản sao lưu và báo người phụ trách an toàn thông tin.',
    'Restore the data folder from a backup and tell whoever is in charge of security.',
  ],
  'at-rest.not-sealed': [
    'Một tệp trong kho không được mã hóa dù kho đã mã hóa toàn bộ; không mở.',
    'An object lies unencrypted though everything is encrypted; it is not opened.',
  ],
  'at-rest.not-sealed.hint': [
    'Có thể tệp đã bị tráo. Phục hồi từ bản sao lưu và báo người phụ trách an toàn thông tin.',
    'It may have been put there by somebody else. Restore it from a backup and tell whoever is in charge of security.',
  ],
  'at-rest.key-unknown': [
    'Không tìm thấy khóa dữ liệu của tệp này trong cơ sở dữ liệu.',
    'The database does not have the data key of this object.',
  ],
  'at-rest.key-unknown.hint': [
    'Cơ sở dữ liệu và kho tệp phải cùng một bản sao lưu; phục hồi lại cả hai.',
    'Database and objects must come from the same backup; restore both.',
  ],
  'at-rest.key-damaged': [
    'Khóa dữ liệu trong cơ sở dữ liệu bị hỏng hoặc bị tráo.',
    'A data key in the database is damaged or was exchanged.',
  ],
  'at-rest.key-damaged.hint': [
    'Phục hồi cơ sở dữ liệu từ bản sao lưu.',
    'Restore the database from a backup.',
  ],
  'at-rest.no-paper': [
    'Tệp mã hóa phải thuộc về một giấy tờ.',
    'An encrypted object must belong to a paper.',
  ],
  'at-rest.changed': [
    'Khóa mã hóa vừa được tiến trình khác thay đổi.',
    'Another process has just changed the encryption keys.',
  ],
  'at-rest.changed.hint': ['Chạy lại lệnh.', 'Run the command again.'],
  'at-rest.kek-retired': [
    'Khóa mã hóa đã được thay trong khi chương trình này đang chạy.',
    'The encryption key was changed while this program was running.',
  ],
  'at-rest.kek-retired.hint': [
    'Cấu hình khóa mới (SOHOA_KEK_FILE) rồi chạy lại.',
    'Configure the new key (SOHOA_KEK_FILE) and run it again.',
  ],
  'at-rest.kek-missing': [
    'Thiếu khóa mã hóa có mã {kek}.',
    'The encryption key with the id {kek} is not here.',
  ],
  'at-rest.kek-missing.hint': [
    'Thêm khóa này vào tệp khóa (mỗi khóa một dòng, khóa đang dùng ở dòng đầu).',
    'Add it to the key file (one key a line, the one in use first).',
  ],
  'at-rest.kek-needed': [
    'Dữ liệu đã được mã hóa, cần khóa mã hóa để mở.',
    'The data are encrypted; the key is needed to open them.',
  ],
  'at-rest.kek-needed.hint': [
    'Chỉ tệp khóa bằng SOHOA_KEK_FILE (hoặc SOHOA_KEK_FD, hoặc tệp sohoa-kek trong CREDENTIALS_DIRECTORY).',
    'Name the key file by SOHOA_KEK_FILE (or SOHOA_KEK_FD, or a file sohoa-kek in CREDENTIALS_DIRECTORY).',
  ],
  'at-rest.kek-wrong': [
    'Khóa mã hóa đang cấu hình không phải khóa của thư mục dữ liệu này (cần khóa có mã {kek}).',
    'The configured key is not the one of these data (the one with the id {kek} is needed).',
  ],
  'at-rest.kek-wrong.hint': [
    'Dùng đúng tệp khóa. `sohoa keys list` cho biết mã của khóa đang cấu hình.',
    'Use the right key file. `sohoa keys list` shows the ids of the configured keys.',
  ],
  'at-rest.stays-encrypted': [
    'Dữ liệu đã được mã hóa, không thể ghi tiếp ở dạng không mã hóa.',
    'The data are encrypted and do not go back to plain.',
  ],
  'at-rest.stays-encrypted.hint': [
    'Bỏ thiết lập atRest=plain (SOHOA_AT_REST).',
    'Take away the setting atRest=plain (SOHOA_AT_REST).',
  ],
  'at-rest.no-kek': [
    'Thiết lập yêu cầu mã hóa (atRest=encrypted) nhưng chưa có khóa mã hóa.',
    'Encryption is asked for (atRest=encrypted), but there is no key.',
  ],
  'at-rest.no-kek.hint': [
    'Tạo khóa bằng `sohoa keys new-kek TỆP`, cất một bản ở nơi khác, rồi đặt SOHOA_KEK_FILE=TỆP.',
    'Make one by `sohoa keys new-kek FILE`, keep a copy elsewhere, then set SOHOA_KEK_FILE=FILE.',
  ],
  'at-rest.kek-invalid': [
    '{source} không chứa khóa mã hóa hợp lệ.',
    '{source} holds no valid encryption key.',
  ],
  'at-rest.kek-invalid.hint': [
    'Khóa dài 32 byte: thô, hoặc mỗi khóa một dòng dạng base64 hay hex. Tạo bằng `sohoa keys new-kek TỆP`.',
    'A key is 32 bytes: raw, or one key a line in base64 or hex. `sohoa keys new-kek FILE` makes one.',
  ],
  'at-rest.kek-unreadable': [
    'Không đọc được khóa mã hóa từ {source}.',
    'The key cannot be read from {source}.',
  ],
  'at-rest.kek-unreadable.hint': [
    'Kiểm tra đường dẫn và quyền đọc của tài khoản chạy chương trình.',
    'Check the path, and that the account of the program may read it.',
  ],
  'at-rest.kek-exists': ['Đã có tệp {file}.', 'The file {file} is there already.'],
  'at-rest.kek-exists.hint': [
    'Chọn tên khác: ghi đè một khóa đang dùng là mất toàn bộ dữ liệu.',
    'Choose another name: without a key that is in use all data are lost.',
  ],
  'at-rest.kek-open': [
    'Tệp khóa {source} người khác cũng đọc được.',
    'Others can read the key file {source}.',
  ],
  'at-rest.kek-open.hint': ['Đổi quyền: chmod 600 {source}', 'Change it: chmod 600 {source}'],
  'at-rest.kek-environment': [
    'Khi chạy chính thức (--production) không nhận khóa mã hóa từ biến môi trường SOHOA_KEK.',
    'With --production the key is not taken from the environment variable SOHOA_KEK.',
  ],
  'at-rest.kek-environment.hint': [
    'Dùng SOHOA_KEK_FILE, SOHOA_KEK_FD hoặc CREDENTIALS_DIRECTORY.',
    'Use SOHOA_KEK_FILE, SOHOA_KEK_FD or CREDENTIALS_DIRECTORY.',
  ],
  'at-rest.not-encrypted': [
    'Dữ liệu này chưa được mã hóa nên không có khóa nào để thay.',
    'These data are not encrypted; there is no key to change.',
  ],
  'at-rest.not-encrypted.hint': [
    'Đặt SOHOA_KEK_FILE rồi chạy `sohoa keys encrypt` để mã hóa.',
    'Set SOHOA_KEK_FILE and run `sohoa keys encrypt` to encrypt them.',
  ],
  'at-rest.same-kek': [
    'Khóa mới trùng với khóa đang dùng (mã {kek}).',
    'The new key is the one in use (id {kek}).',
  ],
  'at-rest.same-kek.hint': [
    'Tạo khóa mới bằng `sohoa keys new-kek TỆP` rồi chạy `sohoa keys rotate --to TỆP`.',
    'Make one by `sohoa keys new-kek FILE`, then run `sohoa keys rotate --to FILE`.',
  ],
  'at-rest.no-memory-reader': [
    'Thiết lập ocr=native cần nơi ghi tạm trong bộ nhớ (tmpfs), máy này không có.',
    'ocr=native needs a file system in memory (tmpfs) for its temporary files; there is none here.',
  ],
  'at-rest.no-memory-reader.hint': [
    'Dùng ocr=auto, hoặc cho phép ghi tạm ra đĩa bằng scratch=disk nếu ổ đĩa đã mã hóa.',
    'Use ocr=auto, or allow temporary files on the disk by scratch=disk where the disk itself is encrypted.',
  ],
  'at-rest.plain-production': [
    'Cảnh báo: đang chạy chính thức nhưng dữ liệu chưa mã hóa. Tạo khóa bằng `sohoa keys new-kek TỆP` và đặt SOHOA_KEK_FILE.',
    'Warning: a production run without encryption. Make a key by `sohoa keys new-kek FILE` and set SOHOA_KEK_FILE.',
  ],
  'at-rest.mixed': [
    'Dữ liệu lưu từ trước khi bật mã hóa vẫn chưa mã hóa. Chạy `sohoa keys encrypt` để mã hóa.',
    'What was filed before encryption was begun still lies plain. `sohoa keys encrypt` encrypts it.',
  ],
};

const help: MessageTable = {
  'cli.keys.new-kek': [
    'Tạo khóa mã hóa dữ liệu (KEK) mới trong một tệp chỉ mình bạn đọc được',
    'Makes a new key-encryption key in a file that only you can read',
  ],
  'cli.keys.new-kek.examples': [
    'sohoa keys new-kek /etc/sohoa/kek\nSOHOA_KEK_FILE=/etc/sohoa/kek sohoa digitize scans',
    'sohoa keys new-kek /etc/sohoa/kek\nSOHOA_KEK_FILE=/etc/sohoa/kek sohoa digitize scans',
  ],
  'cli.keys.list': [
    'Mã các khóa mã hóa đang dùng và đang cấu hình (không bao giờ hiện khóa)',
    'Ids of the encryption keys in use and configured (never a key)',
  ],
  'cli.keys.list.examples': [
    'sohoa keys list\nsohoa keys list --json',
    'sohoa keys list\nsohoa keys list --json',
  ],
  'cli.keys.rotate': [
    'Thay khóa mã hóa: bọc lại mọi khóa dữ liệu, không ghi lại tệp nào; dừng giữa chừng thì chạy lại',
    'Changes the encryption key: wraps every data key anew, rewrites no file; stopped, it goes on when run again',
  ],
  'cli.keys.rotate.examples': [
    'sohoa keys new-kek /etc/sohoa/kek-2027\nsohoa keys rotate --to /etc/sohoa/kek-2027',
    'sohoa keys new-kek /etc/sohoa/kek-2027\nsohoa keys rotate --to /etc/sohoa/kek-2027',
  ],
  'cli.keys.encrypt': [
    'Mã hóa các tệp đã lưu từ trước khi có khóa mã hóa và bỏ chữ của trang khỏi chỉ mục tìm kiếm',
    'Encrypts what was filed before there was a key, and takes words of pages out of the search index',
  ],
  'cli.keys.encrypt.examples': [
    'SOHOA_KEK_FILE=/etc/sohoa/kek sohoa keys encrypt',
    'SOHOA_KEK_FILE=/etc/sohoa/kek sohoa keys encrypt',
  ],
  'cli.opt.rotate-to': [
    'tệp có khóa mới; không có: khóa ở dòng đầu của tệp khóa đang cấu hình',
    'file with the new key; without it: the first key of the configured file',
  ],
  'cli.arg.kek-file': ['tệp sẽ tạo, chưa có sẵn', 'file to make, not there yet'],
  'cli.sweep': [
    'Dọn những gì còn sót: thư mục làm việc cũ, tệp tạm, lần lưu kho bỏ dở',
    'Clears up what is left: old work folders, temporary files, deposits never ended',
  ],
  'cli.sweep.examples': ['sohoa sweep --dry-run\nsohoa sweep', 'sohoa sweep --dry-run\nsohoa sweep'],
  'cli.opt.dry-run': ['chỉ cho biết sẽ dọn gì', 'only say what would be removed'],
};

const words: MessageTable = {
  'cli.kek.made': ['Đã tạo khóa mã hóa {kek} trong {file}.', 'Made the encryption key {kek} in {file}.'],
  'cli.kek.keep': [
    'Cất một bản ở nơi an toàn khác, không cùng chỗ với dữ liệu: mất khóa là mất toàn bộ dữ liệu.',
    'Keep a copy in another safe place, away from the data: without the key all data are lost.',
  ],
  'cli.kek.use': ['Dùng khóa: đặt SOHOA_KEK_FILE={file}', 'To use it: set SOHOA_KEK_FILE={file}'],
  'cli.kek.none': [
    'Dữ liệu chưa được mã hóa và chưa cấu hình khóa mã hóa nào.',
    'The data are not encrypted, and no encryption key is configured.',
  ],
  'cli.kek.begun.sealed': ['Mã hóa từ {since}: toàn bộ tệp.', 'Encrypted since {since}: all objects.'],
  'cli.kek.begun.mixed': [
    'Mã hóa từ {since}; tệp lưu trước đó có thể chưa mã hóa (`sohoa keys encrypt`).',
    'Encrypted since {since}; what was filed before may lie plain (`sohoa keys encrypt`).',
  ],
  'cli.kek.not-begun': [
    'Chưa có gì được mã hóa; lần số hóa tới sẽ dùng khóa đang cấu hình.',
    'Nothing is encrypted yet; the next run uses the configured key.',
  ],
  'cli.kek.current': ['đang dùng', 'in use'],
  'cli.kek.configured': ['có trong cấu hình', 'configured'],
  'cli.kek.missing': ['THIẾU trong cấu hình', 'NOT configured'],
  'cli.column.kek': ['Mã khóa', 'Key'],
  'cli.column.data-keys': ['Khóa dữ liệu', 'Data keys'],
  'cli.kek.progress': ['{done}/{total} khóa dữ liệu', '{done}/{total} data keys'],
  'cli.kek.rotated': [
    'Đã bọc lại {count} khóa dữ liệu bằng khóa {kek}; không tệp nào bị ghi lại.',
    'Wrapped {count} data keys by the key {kek}; no object was rewritten.',
  ],
  'cli.kek.retired': [
    'Khóa cũ {keks} không còn mở được dữ liệu này; chỉ giữ lại nếu còn bản sao lưu cũ.',
    'The old key {keks} opens nothing here any more; keep it only for old backups.',
  ],
  'cli.kek.now-use': [
    'Từ bây giờ dùng khóa mới: SOHOA_KEK_FILE={file}; khởi động lại các chương trình đang chạy.',
    'From now on use the new key: SOHOA_KEK_FILE={file}; restart programs that are running.',
  ],
  'cli.kek.sealing': ['{done} giấy tờ', '{done} papers'],
  'cli.kek.sealed': [
    'Đã mã hóa {objects} tệp của {papers} giấy tờ đã xem.',
    'Encrypted {objects} objects; looked at {papers} papers.',
  ],
  'cli.kek.not-sealed': [
    'Không mã hóa được tệp của giấy tờ {paper}: {why}',
    'An object of paper {paper} cannot be encrypted: {why}',
  ],
  'cli.sweep.nothing': ['Không có gì phải dọn.', 'There is nothing to clear up.'],
  'cli.sweep.would': ['Sẽ dọn (chưa dọn gì, vì --dry-run):', 'Would be removed (--dry-run, nothing was):'],
  'cli.sweep.done': ['Đã dọn:', 'Removed:'],
  'cli.sweep.failed-work': [
    '{count} thư mục làm việc của tệp không xử lý được, quá {days} ngày ({size})',
    '{count} work folders of files that failed, older than {days} days ({size})',
  ],
  'cli.sweep.stopped-work': [
    '{count} thư mục làm việc bỏ dở, quá {hours} giờ ({size})',
    '{count} work folders of stopped runs, older than {hours} hours ({size})',
  ],
  'cli.sweep.temporaries': [
    '{count} tệp tạm của tiến trình đã dừng ({size})',
    '{count} temporary files of processes that ended ({size})',
  ],
  'cli.sweep.scratch': [
    '{count} thư mục tạm của tiến trình đã dừng ({size})',
    '{count} temporary folders of processes that ended ({size})',
  ],
  'cli.sweep.deposits': ['{count} lần lưu kho bỏ dở', '{count} deposits never ended'],
  'cli.sweep.objects': [
    '{count} tệp trong kho không thuộc giấy tờ nào',
    '{count} objects that belong to no paper',
  ],
};

export const atRestMessages: MessageTable = { ...errors, ...help, ...words };
