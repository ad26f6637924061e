// Messages of the watched folder: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const help: MessageTable = {
  'cli.watch': [
    'Theo dõi một thư mục: tự số hóa giấy tờ ngay khi máy quét ghi xong, rồi chuyển tệp đi.',
    'Watch a folder: digitise papers as soon as the scanner has written them, and move the files away.',
  ],
  'cli.watch.examples': [
    'sohoa watch /srv/may-quet                       # mỗi thư mục con là một hồ sơ\nsohoa watch /srv/may-quet --once                # xử lý những gì đang có rồi dừng\nsohoa watch /srv/may-quet --settle 10 --json    # máy quét ghi chậm; mỗi giấy tờ một dòng JSON',
    'sohoa watch /srv/scanner                        # each folder in it is one dossier\nsohoa watch /srv/scanner --once                 # take what is there, then end\nsohoa watch /srv/scanner --settle 10 --json     # a slow scanner; one JSON line a paper',
  ],
  'cli.arg.watched': ['thư mục mà máy quét ghi vào', 'folder that the scanner writes to'],
  'cli.meta.SECONDS': ['GIÂY', 'SECONDS'],
  'cli.opt.settle': [
    'tệp phải yên bao nhiêu giây mới được lấy (mặc định 3)',
    'seconds a file must not have changed before it is taken (default 3)',
  ],
  'cli.opt.once': ['xử lý những gì đang có rồi dừng', 'take what is there, then end'],
  'cli.opt.done': [
    'thư mục nhận tệp đã xong (mặc định da-xu-ly trong thư mục được theo dõi)',
    'folder for files that are done (default da-xu-ly in the watched folder)',
  ],
  'cli.opt.failed': [
    'thư mục nhận tệp không xử lý được, kèm lý do (mặc định loi trong thư mục được theo dõi)',
    'folder for files that failed, with the reason (default loi in the watched folder)',
  ],
};

const running: MessageTable = {
  'watch.begin': [
    'Đang theo dõi {folder}. Tệp xong chuyển vào {done}, tệp lỗi vào {failed}. Ctrl-C để dừng.',
    'Watching {folder}. Files that are done go to {done}, failed ones to {failed}. Ctrl-C stops.',
  ],
  'watch.arrived': ['Nhận hồ sơ {name}/: {count} tệp', 'Arrived: {name}/, files: {count}'],
  'watch.arrived-file': ['Nhận {name}', 'Arrived: {name}'],
  'watch.dossier-done': [
    'Hồ sơ {name} đã xong, chuyển vào {place}.',
    'Dossier {name} is done and lies in {place}.',
  ],
  'watch.moved-failed': [
    'Chuyển {source} vào {folder}, lý do ghi ở tệp .txt bên cạnh.',
    'Moved {source} to {folder}; the reason is in the .txt beside it.',
  ],
  'watch.unfinished': [
    '{source} có vẻ chưa được ghi xong; chờ thêm {seconds} giây.',
    '{source} does not seem to be written to its end; waiting {seconds} seconds more.',
  ],
  'watch.once-more': [
    '{source} chưa xử lý được; thử lại một lần nữa sau {seconds} giây.',
    '{source} could not be worked on; it is tried once more in {seconds} seconds.',
  ],
  'watch.changed': [
    '{source} vừa thay đổi trong lúc xử lý; sẽ làm lại khi tệp ghi xong.',
    '{source} changed while it was worked on; it is taken again once it is whole.',
  ],
  'watch.gone': [
    '{source} đã bị lấy khỏi thư mục trước khi chuyển đi.',
    '{source} was taken out of the folder before it could be moved.',
  ],
  'watch.retry': ['Thử lại sau {seconds} giây.', 'Trying again in {seconds} seconds.'],
  'watch.mended': ['Đã hoạt động trở lại.', 'Working again.'],
  'watch.summary': [
    'Đã xử lý {files} tệp: {done} xong, {failed} lỗi.',
    'Files taken: {files}; done: {done}, failed: {failed}.',
  ],
  'watch.stopped': [
    'Đã dừng theo yêu cầu. Tệp chưa xong vẫn nằm nguyên trong thư mục; chạy lại lệnh này để làm tiếp.',
    'Stopped as asked. Files that are not done lie where they were; run the same command again to go on.',
  ],
  'watch.reason.language': ['Tiếng Việt', 'English'],
  'watch.reason.again': [
    'Sau khi xử lý, chép tệp (cả thư mục hồ sơ nếu có) trở lại thư mục máy quét để làm lại.',
    "When this is put right, copy the file (with its dossier's folder, if any) back into the scanner's folder.",
  ],
};

const errors: MessageTable = {
  'watch.not-a-folder': ['{folder} không phải là thư mục.', '{folder} is no folder.'],
  'watch.not-a-folder.hint': [
    'Chỉ ra thư mục mà máy quét ghi vào; một tệp riêng lẻ thì dùng `sohoa digitize`.',
    'Name the folder the scanner writes to; `sohoa digitize` takes single files.',
  ],
  'watch.is-data': [
    '{folder} là thư mục dữ liệu của chương trình, không thể theo dõi.',
    '{folder} is the data folder of the program and cannot be watched.',
  ],
  'watch.is-data.hint': [
    'Chọn thư mục máy quét khác với thư mục dữ liệu (--data).',
    'Let the scanner write to another folder than the data folder (--data).',
  ],
  'watch.no-right': ['Không ghi được vào {folder} ({why}).', '{folder} cannot be written to ({why}).'],
  'watch.no-right.hint': [
    'Cấp cho tài khoản chạy sohoa quyền đọc và ghi thư mục này; chương trình phải chuyển được tệp đi.',
    'Give the account that runs sohoa the right to read and write there: files must be moved away.',
  ],
  'watch.already': [
    'Thư mục {folder} đang được một chương trình sohoa khác theo dõi (tiến trình {pid} trên máy {host}).',
    'The folder {folder} is already watched by another sohoa (process {pid} on {host}).',
  ],
  'watch.already.hint': [
    'Không cần chạy thêm; nếu muốn chạy ở đây, dừng chương trình kia trước.',
    'One is enough; to run it here, stop the other one first.',
  ],
  'watch.folder-lost': [
    'Không mở được thư mục được theo dõi {folder} ({why}).',
    'The watched folder {folder} cannot be opened ({why}).',
  ],
  'watch.folder-lost.hint': [
    'Kiểm tra ổ mạng hoặc dây nối; chương trình tự làm tiếp khi thư mục trở lại.',
    'Check the network drive; the program goes on by itself when the folder is back.',
  ],
  'watch.cannot-move': [
    'Không chuyển được {source} ra khỏi thư mục ({why}).',
    '{source} cannot be moved out of the folder ({why}).',
  ],
  'watch.cannot-move.hint': [
    'Kiểm tra quyền ghi và chỗ trống; giấy tờ đã lưu kho, tệp vẫn nằm nguyên và sẽ được chuyển sau.',
    'Check permissions and free space; what was filed is safe, the file lies where it was and is moved later.',
  ],
  'watch.seconds': [
    'Giá trị của {option} phải là số giây từ {from} đến {to}.',
    'The value of {option} must be seconds from {from} to {to}.',
  ],
};

export const watchMessages: MessageTable = { ...help, ...running, ...errors };
