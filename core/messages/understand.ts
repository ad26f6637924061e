// Messages of understand: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const understandMessages: MessageTable = {
  'understand.kind-unsure': ['Chưa chắc loại giấy tờ', 'The kind of paper is not sure'],
  'understand.kind-unsure.hint': ['Chọn đúng loại giấy tờ', 'Choose the right kind'],
  'understand.field-missing': ['Không tìm thấy thông tin bắt buộc', 'A required fact was not found'],
  'understand.field-missing.hint': ['Xem bản chụp và nhập tay', 'Look at the scan and type it in'],
  'understand.handwriting': [
    'Phần viết tay không đọc được chắc chắn nên để trống',
    'Handwriting that cannot be read surely was left out',
  ],
  'understand.handwriting.hint': ['Xem bản chụp và nhập tay', 'Look at the scan and type it in'],
  'understand.sources-differ': [
    'Chữ in trên giấy khác với mã QR hoặc dòng mã máy đọc',
    'The print differs from the QR code or the machine-readable lines',
  ],
  'understand.sources-differ.hint': [
    'Đối chiếu với bản chính; nghi ngờ giấy tờ giả mạo thì báo phụ trách',
    'Compare with the original; report a suspected forgery',
  ],
  'understand.near-owner': [
    'Gần giống nhưng không trùng với người nộp hồ sơ',
    'Nearly, but not quite, the person the dossier names',
  ],
  'understand.near-owner.hint': [
    'So với bản chụp xem chữ in thế nào',
    'Look at the scan for what is printed',
  ],
  'understand.date-impossible': [
    'Ngày sau ngày nộp hồ sơ, hoặc ngày sinh sau ngày cấp',
    'The day is after the reception, or the birth after the issue',
  ],
  'understand.date-impossible.hint': ['Xem lại ngày in trên bản chụp', 'Look at the day printed on the scan'],
  'identity.birth-differs': [
    'Năm sinh không khớp với số định danh cá nhân',
    'The birth year does not fit the personal number',
  ],
  'identity.birth-differs.hint': ['Kiểm tra lại số và ngày sinh', 'Check the number and the birth date'],
  'identity.gender-differs': [
    'Giới tính không khớp với số định danh cá nhân',
    'The gender does not fit the personal number',
  ],
  'identity.gender-differs.hint': ['Kiểm tra lại số và giới tính', 'Check the number and the gender'],
};
