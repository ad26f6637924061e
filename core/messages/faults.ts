// Messages of faults around us (disk, folders, clock, other processes): key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const faultMessages: MessageTable = {
  'fault.disk-full': [
    'Ổ đĩa của thư mục {folder} đã đầy, không ghi được.',
    'The disk of {folder} is full, nothing can be written.',
  ],
  'fault.disk-full.hint': [
    'Giải phóng dung lượng rồi chạy lại cùng lệnh: giấy tờ đã xong vẫn được giữ, phần còn lại làm tiếp.',
    'Free space and run the same command again: what was done is kept, the rest goes on.',
  ],
  'fault.read-only': [
    'Thư mục {folder} nằm trên ổ chỉ cho đọc, không ghi được.',
    'The folder {folder} is on a file system that is read-only.',
  ],
  'fault.read-only.hint': [
    'Kiểm tra ổ đĩa (có thể bị lỗi nên hệ thống chuyển sang chỉ đọc), hoặc chọn thư mục khác bằng --data.',
    'Check the disk (a failing one is made read-only by the system), or choose another folder by --data.',
  ],
  'fault.too-many-open': [
    'Hệ thống không cho mở thêm tệp ({why}).',
    'The system allows no more open files ({why}).',
  ],
  'fault.too-many-open.hint': [
    'Đóng bớt chương trình hoặc nâng giới hạn số tệp mở (ulimit -n), rồi chạy lại.',
    'Close other programs or raise the limit of open files (ulimit -n), then run again.',
  ],
  'fault.work-lost': ['Thư mục làm việc {folder} không còn nữa.', 'The work folder {folder} is gone.'],
  'fault.work-lost.hint': [
    'Kiểm tra thư mục dữ liệu (ổ đĩa bị tháo, thư mục bị xóa hoặc đổi tên), rồi chạy lại cùng lệnh.',
    'Check the data folder (drive taken out, folder removed or renamed), then run the same command again.',
  ],
  'fault.work-denied': [
    'Không đọc hoặc ghi được trong thư mục làm việc {folder} ({why}).',
    'The work folder {folder} cannot be read or written ({why}).',
  ],
  'fault.work-denied.hint': [
    'Cấp cho tài khoản chạy sohoa quyền đọc và ghi thư mục dữ liệu, rồi chạy lại.',
    'Give the account that runs sohoa the right to read and write the data folder, then run again.',
  ],
  'fault.data-denied': [
    'Không ghi được vào thư mục dữ liệu {folder} ({why}).',
    'The data folder {folder} cannot be written to ({why}).',
  ],
  'fault.data-denied.hint': [
    'Cấp quyền ghi cho tài khoản chạy sohoa, hoặc chọn thư mục khác bằng --data.',
    'Give the account that runs sohoa the right to write there, or choose another folder by --data.',
  ],
  'fault.data-lost': [
    'Thư mục dữ liệu {folder} đã bị xóa hoặc tháo ra trong lúc chạy.',
    'The data folder {folder} was removed or taken out while the program ran.',
  ],
  'fault.data-lost.hint': [
    'Gắn lại ổ đĩa hoặc phục hồi thư mục, rồi chạy lại cùng lệnh; bản quét vẫn nằm nguyên.',
    'Put the drive or the folder back and run the same command again; the scans lie where they were.',
  ],
  'fault.secret-missing': [
    'Thiếu tệp {file} trong khi kho đã có giấy tờ.',
    'The file {file} is missing although papers are stored.',
  ],
  'fault.secret-missing.hint': [
    'Phục hồi tệp này từ bản sao lưu; không tạo mới vì tệp đã lưu sẽ không tìm lại được.',
    'Restore it from a backup; a new one would not find what is stored.',
  ],
  'fault.keys-missing': [
    'Thiếu tệp khóa {file} trong khi thư mục đã được dùng để ký.',
    'The key file {file} is missing although this folder was signed with before.',
  ],
  'fault.keys-missing.hint': [
    'Phục hồi thư mục keys từ bản sao lưu. Nếu muốn bắt đầu với khóa mới, chuyển các tệp còn lại trong keys đi nơi khác (giữ objects.secret).',
    'Restore the folder keys from a backup. To begin with new keys, move the other key files elsewhere (objects.secret stays).',
  ],
  'fault.registry-lost': [
    'Kho lưu {folder} có tệp nhưng cơ sở dữ liệu không có giấy tờ nào.',
    'The store {folder} holds files, but the database knows no paper.',
  ],
  'fault.registry-lost.hint': [
    'Có thể tệp cơ sở dữ liệu đã mất hoặc --registry chỉ nhầm chỗ. Phục hồi từ bản sao lưu; để bắt đầu kho mới, dùng thư mục dữ liệu khác (--data).',
    'The database was lost, or --registry names another one. Restore it from a backup; for a new start use another data folder (--data).',
  ],
  'fault.clock-behind': [
    'Đồng hồ máy ({now}) chậm hơn giấy tờ mới nhất trong kho ({newest}).',
    'The clock of this computer ({now}) is behind the newest paper that is stored ({newest}).',
  ],
  'fault.clock-behind.hint': [
    'Chỉnh lại ngày giờ của máy (bật đồng bộ thời gian) rồi chạy lại: thời điểm ký số phải đúng. Nếu đồng hồ bây giờ đúng và giấy tờ kia được lưu khi đồng hồ chạy nhanh, đặt SOHOA_TRUST_CLOCK=1.',
    'Set the date and time (turn time synchronisation on) and run again: the time of signing must be right. Where the clock is right now and that paper was filed by a clock that was fast, set SOHOA_TRUST_CLOCK=1.',
  ],
  'fault.file-changed': [
    'Tệp {file} thay đổi trong lúc đang đọc.',
    'The file {file} changed while it was read.',
  ],
  'fault.file-changed.hint': [
    'Đợi máy quét ghi xong rồi chạy lại.',
    'Wait until the scanner has finished writing, then run again.',
  ],
  'fault.input-denied': ['Không có quyền đọc tệp {file}.', 'There is no right to read the file {file}.'],
  'fault.input-denied.hint': [
    'Cấp quyền đọc tệp này cho tài khoản chạy sohoa, rồi chạy lại.',
    'Give the account that runs sohoa the right to read it, then run again.',
  ],
  'fault.input-unreadable': [
    'Không đọc được tệp {file} từ ổ đĩa ({why}).',
    'The file {file} cannot be read from its disk ({why}).',
  ],
  'fault.input-unreadable.hint': [
    'Kiểm tra ổ mạng, thẻ nhớ hoặc ổ đĩa, rồi chạy lại.',
    'Check the network drive, the card or the disk, then run again.',
  ],
  'fault.output': [
    'Không ghi được kết quả ra đầu ra chuẩn ({why}).',
    'The result cannot be written to standard output ({why}).',
  ],
  'fault.output.hint': [
    'Kiểm tra nơi nhận kết quả (ổ đĩa đầy?). Giấy tờ đã lưu kho không mất: chạy lại cùng lệnh để in lại.',
    'Check where the output goes (a full disk?). What was filed is safe: the same command again prints it.',
  ],
  'fault.system': ['Hệ điều hành báo lỗi {why}.', 'The operating system reports {why}.'],
  'fault.system.hint': [
    'Kiểm tra quyền, dung lượng ổ đĩa và kết nối rồi chạy lại; --verbose cho thêm chi tiết.',
    'Check permissions, free space and connections, then run again; --verbose tells more.',
  ],
  'fault.system-file': ['Không dùng được {file} ({why}).', '{file} cannot be used ({why}).'],
  'fault.system-file.hint': [
    'Kiểm tra tệp hoặc thư mục này: còn đó không, có quyền đọc và ghi không.',
    'Check that it is there and that it may be read and written.',
  ],
  'fault.system-full': [
    'Ổ đĩa đã đầy, không ghi được {file}.',
    'The disk is full, {file} cannot be written.',
  ],
  'fault.system-full.hint': ['Giải phóng dung lượng rồi chạy lại.', 'Free space, then run again.'],
  'fault.out': [
    'Không ghi được bản điện tử vào thư mục {folder} ({why}).',
    'The legal copy cannot be written to {folder} ({why}).',
  ],
  'fault.out.hint': [
    'Kiểm tra quyền và chỗ trống của thư mục --out; giấy tờ đã lưu kho, chạy lại cùng lệnh để chép tiếp.',
    'Check permissions and free space of --out; what was filed is safe, the same command again copies the rest.',
  ],
  'fault.input-folder': [
    'Không đọc được thư mục {folder} ({why}).',
    'The folder {folder} cannot be read ({why}).',
  ],
  'fault.input-folder.hint': [
    'Kiểm tra quyền đọc của thư mục và ổ mạng, rồi chạy lại.',
    'Check the right to read the folder and the network drive, then run again.',
  ],
  'fault.waiting': [
    'Chờ: {source} đang được một chương trình sohoa khác xử lý (tiến trình {pid} trên máy {host}).',
    'Waiting: another sohoa works on {source} (process {pid} on {host}).',
  ],
};
