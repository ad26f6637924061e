// Messages of `sohoa doctor`: what was found, and (`.hint`) what to do about it. Key -> [Vietnamese, English].
import { doctorDataMessages } from './doctor-data.ts';
import type { MessageTable } from './index.ts';

const frame: MessageTable = {
  'cli.doctor': [
    'Khám máy trước khi dùng: ổ đĩa, quyền, khóa, đồng hồ, cơ sở dữ liệu, bộ đọc chữ; cho biết phải làm gì. Không thay đổi dữ liệu.',
    'Look at everything a run depends on: volume, permissions, keys, clock, registry, reader; says what to do. Changes no data.',
  ],
  'cli.doctor.examples': [
    'sohoa doctor\nsohoa doctor --production --data /srv/sohoa\nsohoa doctor --json | jq .problems',
    'sohoa doctor\nsohoa doctor --production --data /srv/sohoa\nsohoa doctor --json | jq .problems',
  ],
  'cli.opt.quick': ['không đọc thử một trang', 'leave out reading a trial page'],
  'doctor.area.volume': ['Nơi lưu dữ liệu', 'Where the data lie'],
  'doctor.area.permissions': ['Quyền truy cập', 'Permissions'],
  'doctor.area.keys': ['Khóa ký và khóa mã hóa', 'Keys'],
  'doctor.area.clock': ['Đồng hồ', 'Clock'],
  'doctor.area.registry': ['Cơ sở dữ liệu', 'Registry'],
  'doctor.area.objects': ['Kho tệp', 'Object store'],
  'doctor.area.machine': ['Máy', 'Machine'],
  'doctor.area.tools': ['Chương trình và danh mục', 'Programs and lists'],
  'doctor.area.reading': ['Đọc thử', 'Reading'],
  'doctor.well': [
    'Máy dùng được. Cần lưu ý: {warnings}.',
    'This machine can be used. To be looked at: {warnings}.',
  ],
  'doctor.ill': [
    'Phải sửa trước khi dùng: {problems}. Cần lưu ý: {warnings}.',
    'To be mended before use: {problems}. To be looked at: {warnings}.',
  ],
};

const volume: MessageTable = {
  'doctor.volume.folder': [
    'Thư mục dữ liệu {folder} đọc và ghi được',
    'The data folder {folder} can be read and written',
  ],
  'doctor.volume.to-be-made': [
    'Chưa có thư mục dữ liệu; lần số hóa đầu tiên sẽ tạo {folder}',
    'There is no data folder yet; the first digitising makes {folder}',
  ],
  'doctor.volume.denied': [
    'Không đọc hoặc ghi được {folder} ({why})',
    '{folder} cannot be read or written ({why})',
  ],
  'doctor.volume.denied.hint': [
    'Giao thư mục cho tài khoản chạy chương trình, hoặc chọn nơi khác bằng --data.',
    'Give the folder to the account that runs the program, or choose another by --data.',
  ],
  'doctor.volume.room': [
    'Còn trống {free}: đủ khoảng {days} ngày nếu mỗi ngày quét {pages} trang',
    '{free} free: about {days} days at {pages} pages a day',
  ],
  'doctor.volume.soon-full': [
    'Chỉ còn trống {free}: khoảng {days} ngày nếu mỗi ngày quét {pages} trang',
    'Only {free} free: about {days} days at {pages} pages a day',
  ],
  'doctor.volume.soon-full.hint': [
    'Mở rộng ổ đĩa hoặc chuyển bớt dữ liệu khác đi.',
    'Enlarge the volume, or move other data away.',
  ],
  'doctor.volume.full': [
    'Chỉ còn trống {free}: không đủ một ngày ({pages} trang)',
    'Only {free} free: not enough for a day ({pages} pages)',
  ],
  'doctor.volume.full.hint': ['Giải phóng ổ đĩa trước khi quét tiếp.', 'Make room before you scan on.'],
  'doctor.volume.few-files': [
    'Ổ đĩa chỉ còn tạo được {files} tệp',
    'The volume can hold only {files} more files',
  ],
  'doctor.volume.few-files.hint': [
    'Xóa bớt tệp nhỏ không cần, hoặc định dạng lại với nhiều inode hơn.',
    'Remove small files, or format it with more inodes.',
  ],
  'doctor.volume.no-files': [
    'Ổ đĩa sắp hết inode: chỉ còn tạo được {files} tệp dù có thể còn dung lượng',
    'The volume runs out of inodes: only {files} more files, whatever space is left',
  ],
  'doctor.volume.no-files.hint': [
    'Xóa bớt tệp nhỏ không cần trước khi quét tiếp.',
    'Remove small files before you scan on.',
  ],
  'doctor.volume.memory': [
    'Dữ liệu nằm trong bộ nhớ (tmpfs): tắt máy là mất hết',
    'The data lie in memory (tmpfs): they are gone when the machine is switched off',
  ],
  'doctor.volume.memory.hint': ['Chọn một ổ đĩa thật bằng --data.', 'Choose a real disk by --data.'],
  'doctor.volume.layer': [
    'Dữ liệu nằm trong lớp ghi của container: xóa container là mất hết',
    "The data lie in a container's own layer: they go with the container",
  ],
  'doctor.volume.layer.hint': [
    'Gắn một ổ (volume) vào thư mục dữ liệu.',
    'Mount a volume at the data folder.',
  ],
  'doctor.volume.network': [
    'Dữ liệu nằm trên ổ mạng: SQLite có thể hỏng vì khóa tệp qua mạng không bảo đảm',
    'The data lie on a network file system, where SQLite may be damaged: its locks do not hold there',
  ],
  'doctor.volume.network.hint': [
    'Đặt thư mục dữ liệu trên ổ đĩa của máy, hoặc dùng PostgreSQL (--registry).',
    'Put the data folder on a local disk, or use PostgreSQL (--registry).',
  ],
  'doctor.volume.encrypted': ['Ổ đĩa được mã hóa', 'The volume is encrypted'],
  'doctor.volume.sealed': ['Tệp trong kho được mã hóa', 'Objects are encrypted'],
  'doctor.volume.plain': [
    'Ổ đĩa không mã hóa, tệp trong kho cũng không mã hóa',
    'Neither the volume nor the objects are encrypted',
  ],
  'doctor.volume.plain.hint': [
    'Mã hóa ổ đĩa (LUKS, BitLocker), hoặc tạo khóa bằng `sohoa keys new-kek TỆP` và đặt SOHOA_KEK_FILE.',
    'Encrypt the volume (LUKS, BitLocker), or make a key by `sohoa keys new-kek FILE` and set SOHOA_KEK_FILE.',
  ],
  'doctor.volume.maybe-plain': [
    'Tệp trong kho không mã hóa; không xem được ổ đĩa có mã hóa hay không',
    'Objects are not encrypted; whether the volume is cannot be told from here',
  ],
  'doctor.volume.maybe-plain.hint': [
    'Hỏi người quản trị ổ đĩa, hoặc tạo khóa bằng `sohoa keys new-kek TỆP` và đặt SOHOA_KEK_FILE.',
    'Ask whoever runs the storage, or make a key by `sohoa keys new-kek FILE` and set SOHOA_KEK_FILE.',
  ],
};

const keys: MessageTable = {
  'doctor.permissions.closed': [
    'Chỉ tài khoản này đọc được dữ liệu và khóa',
    'Only this account can read data and keys',
  ],
  'doctor.permissions.later': ['Thư mục sẽ được tạo với quyền 700', 'The folder will be made with mode 700'],
  'doctor.permissions.unseen': [
    'Không kiểm tra được quyền trên hệ điều hành này',
    'Permissions are not looked at on this system',
  ],
  'doctor.permissions.open': ['Tài khoản khác cũng truy cập được {path}', 'Other accounts can get at {path}'],
  'doctor.permissions.open.hint': ['Chạy: chmod {mode} {path}', 'Run: chmod {mode} {path}'],
  'doctor.permissions.foreign': ['{path} thuộc về tài khoản khác', '{path} belongs to another account'],
  'doctor.permissions.foreign.hint': [
    'Giao lại cho tài khoản chạy chương trình: chown.',
    'Give it to the account that runs the program: chown.',
  ],
  'doctor.keys.to-be-made': [
    'Chưa có khóa ký; lần chạy đầu sẽ tạo khóa chạy thử',
    'There are no signing keys; the first run makes development keys',
  ],
  'doctor.keys.none': ['Chưa có khóa ký', 'There are no signing keys'],
  'doctor.keys.none.hint': [
    'Đặt SOHOA_P12 và SOHOA_P12_PASSWORD_FILE, hoặc tạo khóa chạy thử bằng `sohoa keys init`.',
    'Set SOHOA_P12 and SOHOA_P12_PASSWORD_FILE, or make development keys by `sohoa keys init`.',
  ],
  'doctor.keys.none-production': [
    'Chạy chính thức nhưng chưa có khóa ký được cấp',
    'A production run without an issued signing key',
  ],
  'doctor.keys.none-production.hint': [
    'Đặt SOHOA_P12 (tệp P12 được cấp) và SOHOA_P12_PASSWORD_FILE.',
    'Set SOHOA_P12 (the issued P12 file) and SOHOA_P12_PASSWORD_FILE.',
  ],
  'doctor.keys.valid': [
    '{use}: mở được bằng mật khẩu, còn hạn đến {date}',
    '{use}: opens with its password, valid until {date}',
  ],
  'doctor.keys.ends-soon': [
    '{use}: chỉ còn hạn {days} ngày (đến {date})',
    '{use}: ends in {days} days ({date})',
  ],
  'doctor.keys.ends-soon.hint': [
    'Đề nghị cấp hoặc gia hạn chứng thư số ngay.',
    'Order or renew the certificate now.',
  ],
  'doctor.keys.development': [
    '{use}: khóa chạy thử, bản ký không có giá trị pháp lý',
    '{use}: a development key, what it signs has no legal effect',
  ],
  'doctor.keys.development.hint': [
    'Trước khi dùng thật, đặt SOHOA_P12 (tệp P12 được cấp).',
    'Before real use set SOHOA_P12 (an issued P12 file).',
  ],
  'doctor.keys.development-production': [
    '{use}: khóa chạy thử không dùng được khi chạy chính thức',
    '{use}: a development key is refused in production',
  ],
  'doctor.keys.development-production.hint': [
    'Đặt SOHOA_P12 (tệp P12 được cấp).',
    'Set SOHOA_P12 (an issued P12 file).',
  ],
  'doctor.keys.secret-missing': [
    'Thiếu tệp {file}: không có nó thì không tìm lại được tệp nào trong kho',
    '{file} is missing: without it no object is found again',
  ],
  'doctor.keys.secret-missing.hint': [
    'Phục hồi thư mục keys từ bản sao lưu.',
    'Restore the folder keys from a backup.',
  ],
  'doctor.keys.kek': [
    'Có khóa mã hóa của dữ liệu này (mã {kek})',
    'The encryption key of these data is here (id {kek})',
  ],
  'doctor.keys.kek-ready': [
    'Có khóa mã hóa (mã {kek}); dữ liệu mới sẽ được mã hóa',
    'There is an encryption key (id {kek}); new data will be encrypted',
  ],
  'doctor.keys.mixed': [
    'Dữ liệu cũ trong kho vẫn chưa mã hóa (khóa {kek})',
    'Older objects still lie unencrypted (key {kek})',
  ],
  'doctor.keys.mixed.hint': ['Chạy `sohoa keys encrypt`.', 'Run `sohoa keys encrypt`.'],
  'doctor.keys.no-kek': ['Không dùng khóa mã hóa', 'No encryption key is in use'],
  'doctor.keys.no-kek-production': [
    'Chạy chính thức nhưng không dùng khóa mã hóa',
    'A production run without an encryption key',
  ],
  'doctor.keys.no-kek-production.hint': [
    'Tạo khóa bằng `sohoa keys new-kek TỆP` và đặt SOHOA_KEK_FILE.',
    'Make one by `sohoa keys new-kek FILE` and set SOHOA_KEK_FILE.',
  ],
};

export const doctorMessages: MessageTable = { ...frame, ...volume, ...keys, ...doctorDataMessages };
