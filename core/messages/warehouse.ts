// Messages of warehouse: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const warehouseMessages: MessageTable = {
  'warehouse.paper-known': [
    'Giấy tờ này đã được số hóa trước đó (cùng tệp, cùng trang).',
    'This paper has been digitised before (same file, same pages).',
  ],
  'warehouse.paper-known.hint': [
    'Mở giấy tờ đã có thay vì lưu thêm lần nữa.',
    'Open the paper that is there instead of filing it again.',
  ],
  'warehouse.paper-unknown': ['Không có giấy tờ này trong kho.', 'There is no such paper.'],
  'warehouse.paper-unknown.hint': ['Kiểm tra lại mã giấy tờ.', "Check the paper's code."],
  'warehouse.code-taken': [
    'Mã giấy tờ số hóa này đã cấp cho giấy tờ khác.',
    'Another paper already has this code.',
  ],
  'warehouse.code-taken.hint': [
    'Thử lưu lại; nếu vẫn báo lỗi, kiểm tra số đếm mã của hệ thống.',
    'File it again; if it fails again, check the counter of codes.',
  ],
  'warehouse.identifier-taken': [
    'Số giấy tờ tùy thân này đã thuộc về chủ giấy tờ khác.',
    'This identity number already belongs to another owner.',
  ],
  'warehouse.identifier-taken.hint': [
    'Tra cứu chủ giấy tờ theo số này rồi chọn đúng người, hoặc đề nghị gộp hai chủ giấy tờ.',
    'Look the owner up by this number and choose the right one, or ask for the two owners to be merged.',
  ],
  'warehouse.dossier-taken': ['Mã hồ sơ này đã có.', 'There is already a dossier with this code.'],
  'warehouse.dossier-taken.hint': ['Mở hồ sơ đã có theo mã.', 'Open the dossier by its code.'],
  'warehouse.constraint': [
    'Dữ liệu không khớp với dữ liệu đã lưu (trùng hoặc thiếu bản ghi liên quan).',
    'The data do not agree with what is stored (a duplicate, or a record they refer to is missing).',
  ],
  'warehouse.constraint.hint': ['Tải lại rồi thử lần nữa.', 'Reload and try again.'],
  'warehouse.lease-lost': [
    'Giấy tờ này đang do tiến trình khác xử lý; kết quả vừa làm không được ghi.',
    'Another worker has taken this paper over; what was just done is not written.',
  ],
  'warehouse.lease-lost.hint': [
    'Không cần làm gì, tiến trình kia sẽ hoàn tất.',
    'Nothing to do, the other worker finishes it.',
  ],
  'warehouse.paper-changed': [
    'Giấy tờ này vừa được người khác sửa hoặc xử lý.',
    'Somebody else has just changed this paper.',
  ],
  'warehouse.paper-changed.hint': ['Mở lại giấy tờ rồi làm lại.', 'Open the paper again and repeat.'],
  'warehouse.deposit-given-up': [
    'Lần lưu kho này đã quá hạn và bị hủy; chưa có gì được ghi.',
    'This deposit took too long and was given up; nothing was filed.',
  ],
  'warehouse.deposit-given-up.hint': ['Số hóa lại giấy tờ.', 'Digitise the paper again.'],
  'warehouse.object-leaving': [
    'Tệp trùng nội dung đang được dọn khỏi kho.',
    'A file with the same content is just being removed from the store.',
  ],
  'warehouse.object-leaving.hint': ['Thử lại sau ít giây.', 'Try again in a few seconds.'],
  'warehouse.database-busy': ['Cơ sở dữ liệu đang bận.', 'The database is busy.'],
  'warehouse.database-busy.hint': ['Thử lại sau ít giây.', 'Try again in a few seconds.'],
  'warehouse.disk-full': ['Ổ đĩa đã đầy, không ghi được.', 'The disk is full, nothing can be written.'],
  'warehouse.disk-full.hint': [
    'Giải phóng dung lượng ở thư mục dữ liệu rồi thử lại.',
    'Free space in the data folder and try again.',
  ],
  'warehouse.database-damaged': [
    'Tệp cơ sở dữ liệu hỏng hoặc không phải cơ sở dữ liệu.',
    'The database file is damaged or is no database.',
  ],
  'warehouse.database-damaged.hint': [
    'Dừng chương trình và phục hồi thư mục dữ liệu từ bản sao lưu.',
    'Stop the program and restore the data folder from a backup.',
  ],
  'warehouse.database-unreachable': [
    'Không kết nối được máy chủ cơ sở dữ liệu.',
    'The database server does not answer.',
  ],
  'warehouse.database-unreachable.hint': [
    'Kiểm tra máy chủ PostgreSQL đang chạy và địa chỉ trong cấu hình.',
    'Check that PostgreSQL is running and the address in the configuration.',
  ],
  'warehouse.database-denied': ['Không được phép mở cơ sở dữ liệu.', 'The database may not be opened.'],
  'warehouse.database-denied.hint': [
    'Kiểm tra quyền ghi vào thư mục dữ liệu, hoặc tài khoản và tên cơ sở dữ liệu.',
    'Check write permission on the data folder, or the account and name of the database.',
  ],
  'warehouse.database-failed': ['Cơ sở dữ liệu báo lỗi.', 'The database reported an error.'],
  'warehouse.database-failed.hint': [
    'Thử lại; nếu vẫn lỗi, gửi nhật ký cho người quản trị.',
    'Try again; if it fails again, send the log to the administrator.',
  ],
  'warehouse.database-newer': [
    'Cơ sở dữ liệu do phiên bản mới hơn của chương trình tạo ra.',
    'The database was made by a newer version of the program.',
  ],
  'warehouse.database-newer.hint': ['Nâng cấp chương trình.', 'Upgrade the program.'],
  'warehouse.object-key': ['Khóa lưu tệp không hợp lệ.', 'The key of the object is not allowed.'],
  'warehouse.object-unknown': ['Không tìm thấy tệp trong kho lưu.', 'The object store has no such file.'],
  'warehouse.object-unknown.hint': [
    'Kiểm tra thư mục dữ liệu; nếu mất tệp, phục hồi từ bản sao lưu.',
    'Check the data folder; where files are lost, restore them from a backup.',
  ],
  'warehouse.object-differs': [
    'Tệp ghi vào kho khác với tệp đã báo (kích thước hoặc mã băm).',
    'The bytes put into the store differ from what was announced (size or hash).',
  ],
  'warehouse.object-differs.hint': [
    'Tệp có thể đã bị sửa trong lúc đọc; số hóa lại.',
    'The file may have changed while it was read; digitise it again.',
  ],
  'warehouse.object-failed': [
    'Không đọc hoặc ghi được kho lưu tệp.',
    'The object store cannot be read or written.',
  ],
  'warehouse.object-failed.hint': [
    'Kiểm tra quyền và dung lượng của thư mục dữ liệu.',
    'Check the permissions and the free space of the data folder.',
  ],
  'warehouse.code-exhausted': [
    'Không cấp được mã giấy tờ số hóa: các số thứ tự thử đều đã dùng.',
    'No code could be assigned: every sequence number tried is taken.',
  ],
  'warehouse.code-exhausted.hint': [
    'Kiểm tra số đếm mã sau khi nhập dữ liệu cũ.',
    'Check the counter of codes after an import.',
  ],
};
