// Messages of `sohoa doctor` about clock, registry, objects, machine, programs and reading: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const data: MessageTable = {
  'doctor.clock.now': ['Bây giờ là {now} (giờ Việt Nam)', 'It is {now} (time of Viet Nam)'],
  'doctor.clock.never-set': [
    'Đồng hồ chỉ {now}: chưa được đặt đúng',
    'The clock says {now}: it was never set',
  ],
  'doctor.clock.never-set.hint': [
    'Đặt lại giờ, bật đồng bộ thời gian (NTP); kiểm tra pin đồng hồ của máy.',
    'Set it, switch on NTP, look at the battery of the clock.',
  ],
  'doctor.clock.behind': [
    'Đồng hồ chỉ {now}, chậm hơn lần lưu gần nhất ({newest}): chữ ký sẽ mang giờ sai',
    'The clock says {now}, behind the last filing ({newest}): signatures would name a wrong time',
  ],
  'doctor.clock.behind.hint': [
    'Chỉnh lại giờ và bật đồng bộ thời gian (NTP).',
    'Set it right and switch on NTP.',
  ],
  'doctor.clock.synchronised': ['Giờ được đồng bộ qua mạng (NTP)', 'The clock is synchronised (NTP)'],
  'doctor.clock.alone': ['Giờ không được đồng bộ qua mạng', 'The clock is not synchronised'],
  'doctor.clock.alone.hint': ['Chạy: timedatectl set-ntp true', 'Run: timedatectl set-ntp true'],
  'doctor.clock.unseen': [
    'Không xem được ở đây giờ có được đồng bộ (NTP) hay không',
    'Whether it is synchronised (NTP) cannot be told from here',
  ],
  'doctor.clock.zones': [
    'Node thiếu dữ liệu múi giờ Asia/Ho_Chi_Minh: ngày sẽ sai',
    'Node lacks the time zone Asia/Ho_Chi_Minh: dates would be wrong',
  ],
  'doctor.clock.zones.hint': ['Cài bản Node.js đầy đủ (full ICU).', 'Install a Node.js with full ICU.'],
  'doctor.registry.to-be-made': [
    'Chưa có cơ sở dữ liệu; lần số hóa đầu tiên sẽ tạo',
    'There is no database yet; the first digitising makes it',
  ],
  'doctor.registry.sound': [
    '{database} {version}: nguyên vẹn, đúng phiên bản',
    '{database} {version}: whole, and of this version',
  ],
  'doctor.registry.behind': [
    '{database} {version}: còn {pending} bước nâng cấp, sẽ tự làm ở lần chạy tới',
    '{database} {version}: {pending} migrations are still to come, at the next run',
  ],
  'doctor.registry.behind.hint': [
    'Sao lưu trước, rồi chạy `sohoa papers`.',
    'Back up first, then run `sohoa papers`.',
  ],
  'doctor.registry.too-old': [
    '{database} {version} quá cũ, cần 14 trở lên',
    '{database} {version} is too old, 14 or later is needed',
  ],
  'doctor.registry.too-old.hint': ['Nâng cấp máy chủ PostgreSQL.', 'Upgrade the PostgreSQL server.'],
  'doctor.registry.damaged': ['Tệp cơ sở dữ liệu bị hỏng', 'The database file is damaged'],
  'doctor.registry.damaged.hint': [
    'Không chạy tiếp. Phục hồi cả thư mục dữ liệu từ bản sao lưu.',
    'Do not go on. Restore the whole data folder from a backup.',
  ],
  'doctor.registry.unreachable-sqlite': [
    'Không mở được cơ sở dữ liệu ({fault})',
    'The database cannot be opened ({fault})',
  ],
  'doctor.registry.unreachable-sqlite.hint': [
    'Kiểm tra quyền của tệp registry.sqlite và chương trình khác đang giữ nó.',
    'Look at the permissions of registry.sqlite and at who holds it.',
  ],
  'doctor.registry.unreachable-postgres': [
    'PostgreSQL không trả lời ({fault})',
    'PostgreSQL does not answer ({fault})',
  ],
  'doctor.registry.unreachable-postgres.hint': [
    'Kiểm tra máy chủ, tên, mật khẩu và tường lửa.',
    'Look at server, name, password and firewall.',
  ],
  'doctor.registry.not-durable-sqlite': ['SQLite không ở chế độ WAL', 'SQLite is not in WAL mode'],
  'doctor.registry.not-durable-sqlite.hint': [
    'Chạy `sohoa papers` một lần; nếu vẫn vậy, ổ đĩa không hỗ trợ.',
    'Run `sohoa papers` once; if it stays so, the file system does not bear it.',
  ],
  'doctor.registry.not-durable-postgres': [
    'PostgreSQL tắt fsync hoặc synchronous_commit: mất điện có thể mất giấy tờ đã báo là lưu',
    'PostgreSQL has fsync or synchronous_commit off: papers said to be filed may be lost with the power',
  ],
  'doctor.registry.not-durable-postgres.hint': [
    'Bật cả hai trong postgresql.conf.',
    'Switch both on in postgresql.conf.',
  ],
  'doctor.objects.to-be-made': [
    'Chưa có kho tệp; lần số hóa đầu tiên sẽ tạo',
    'There is no object store yet; the first digitising makes it',
  ],
  'doctor.objects.works': ['Ghi, đọc lại và xóa được', 'Writes, reads back and removes'],
  'doctor.objects.differs': ['Đọc lại khác với lúc ghi', 'What is read back is not what was written'],
  'doctor.objects.differs.hint': [
    'Ổ đĩa có thể đang hỏng: sao lưu và thay.',
    'The disk may be failing: back up and change it.',
  ],
  'doctor.objects.stays': ['Không xóa được tệp đã ghi thử', 'A file written for trial cannot be removed'],
  'doctor.objects.none-yet': ['Kho chưa có giấy tờ nào', 'No papers are filed yet'],
  'doctor.objects.sample': [
    'Thử {files} tệp đã lưu: đủ và đúng từng byte',
    '{files} stored files looked at: all there, byte by byte',
  ],
  'doctor.objects.lost': [
    'Thử {files} tệp đã lưu: thiếu hoặc không mở được {missing}, khác nội dung {changed}',
    '{files} stored files looked at: {missing} missing or not to be opened, {changed} changed',
  ],
  'doctor.objects.lost.hint': [
    'Phục hồi kho tệp từ bản sao lưu và báo người phụ trách an toàn thông tin.',
    'Restore the object store from a backup and tell whoever is in charge of security.',
  ],
};

const machine: MessageTable = {
  'doctor.machine.memory': [
    '{workers} tiến trình đọc trên {cores} nhân, bộ nhớ {memory} (cần khoảng {needed})',
    '{workers} readers on {cores} cores, {memory} of memory (about {needed} needed)',
  ],
  'doctor.machine.little-memory': [
    'Bộ nhớ {memory} hơi ít cho {workers} tiến trình đọc (cần khoảng {needed})',
    '{memory} of memory is little for {workers} readers (about {needed} needed)',
  ],
  'doctor.machine.little-memory.hint': [
    'Giảm bớt bằng --workers hoặc SOHOA_WORKERS.',
    'Have fewer by --workers or SOHOA_WORKERS.',
  ],
  'doctor.machine.too-many-workers': [
    '{workers} tiến trình đọc nhiều hơn {cores} nhân: không nhanh hơn',
    '{workers} readers are more than {cores} cores: that is no faster',
  ],
  'doctor.machine.too-many-workers.hint': ['Bỏ thiết lập workers.', 'Take away the setting workers.'],
  'doctor.machine.names': ['Tên tệp tiếng Việt giữ nguyên dấu', 'File names keep their diacritics'],
  'doctor.machine.names-decomposed': [
    'Ổ đĩa tách dấu trong tên tệp (NFD)',
    'The file system takes diacritics apart in names (NFD)',
  ],
  'doctor.machine.names-decomposed.hint': [
    'Dùng được, nhưng tên tệp quét có thể hiện khác khi chép sang máy khác.',
    'It can be used, but names of scans may look different on other machines.',
  ],
  'doctor.machine.names-lost': [
    'Ổ đĩa làm mất dấu trong tên tệp',
    'The file system loses diacritics in names',
  ],
  'doctor.machine.names-lost.hint': ['Gắn lại ổ đĩa với mã UTF-8.', 'Mount it with UTF-8.'],
  'doctor.machine.names-refused': [
    'Không tạo được tệp có tên tiếng Việt ({why})',
    'A file with a Vietnamese name cannot be made ({why})',
  ],
  'doctor.machine.names-refused.hint': [
    'Gắn lại ổ đĩa với mã UTF-8; kiểm tra quyền ghi.',
    'Mount it with UTF-8; look at the permissions.',
  ],
  'doctor.machine.tidy': ['Không có gì sót lại từ lần chạy trước', 'Nothing is left over from earlier runs'],
  'doctor.machine.leftovers': [
    '{count} thứ sót lại từ lần chạy dở đã quá hạn giữ',
    '{count} leftovers of stopped runs are past their time',
  ],
  'doctor.machine.leftovers.hint': [
    'Lần số hóa tới sẽ tự dọn; hoặc chạy `sohoa sweep` ngay.',
    'The next digitising clears them up; or run `sohoa sweep` now.',
  ],
  'doctor.tools.node': ['Node.js {version}', 'Node.js {version}'],
  'doctor.tools.bundled': [
    'Bộ đọc chữ kèm theo chương trình (WebAssembly)',
    'The bundled reader (WebAssembly)',
  ],
  'doctor.tools.native': [
    'Bộ đọc chữ của máy: {program}, Tesseract {version}',
    'Installed reader: {program}, Tesseract {version}',
  ],
  'doctor.tools.native-broken': ['{program} không chạy được', '{program} does not run'],
  'doctor.tools.native-broken.hint': [
    'Cài lại Tesseract, hoặc dùng --ocr wasm.',
    'Install Tesseract again, or use --ocr wasm.',
  ],
  'doctor.tools.lists': [
    'Danh mục: {kinds} loại giấy tờ, {procedures} thủ tục, {agencies} cơ quan',
    'Lists: {kinds} kinds of paper, {procedures} procedures, {agencies} agencies',
  ],
  'doctor.reading.read': [
    'Đọc đúng một trang thử trong {time} (kể cả khởi động; {reader})',
    'A trial page was read right in {time} (starting included; {reader})',
  ],
  'doctor.reading.misread': [
    'Trang thử đọc ra sai chữ ({reader})',
    'The trial page was read wrong ({reader})',
  ],
  'doctor.reading.misread.hint': [
    'Cài lại chương trình: mô hình đọc chữ có thể hỏng.',
    'Install the program again: a model may be damaged.',
  ],
  'doctor.reading.no-mark': [
    'Không đọc được mã QR của trang thử',
    'The QR code of the trial page was not read',
  ],
  'doctor.reading.no-mark.hint': ['Cài lại chương trình.', 'Install the program again.'],
  'doctor.reading.failed': ['Không đọc được trang thử ({why})', 'The trial page could not be read ({why})'],
  'doctor.reading.failed.hint': [
    'Xem bộ nhớ còn trống; cài lại chương trình nếu vẫn lỗi.',
    'Look at free memory; install the program again if it fails still.',
  ],
};

export const doctorDataMessages: MessageTable = { ...data, ...machine };
