// Messages of compose: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const composeMessages: MessageTable = {
  'compose.no-pages': [
    'Giấy tờ không có trang nào để lập bản điện tử.',
    'The paper has no page to make an electronic copy of.',
  ],
  'compose.no-pages.hint': [
    'Kiểm tra việc tách giấy tờ: có thể mọi trang đã bị bỏ ra. Quét lại nếu cần.',
    'Check how the scan was split: every page may have been left out. Scan again if needed.',
  ],
  'compose.picture': [
    'Ảnh trang {page} không dùng được cho bản điện tử (phải là JPEG 8 bit, xám hoặc màu RGB, đúng kích thước).',
    'The picture of page {page} cannot go into the electronic copy (it must be an 8-bit JPEG, grey or RGB, of the stated size).',
  ],
  'compose.picture.hint': [
    'Chạy lại việc xử lý giấy tờ này; nếu vẫn lỗi, quét lại trang đó.',
    'Process this paper again; if it fails again, scan that page again.',
  ],
  'compose.qr': [
    'Không tạo được mã QR cho phiếu phân tách.',
    'The QR code of a separator sheet could not be made.',
  ],
  'compose.qr.hint': [
    'Kiểm tra mã hồ sơ: mã quá dài hoặc có ký tự lạ.',
    'Check the dossier code: it is too long or has unusual characters.',
  ],
  'compose.count': [
    'Số tờ phân tách phải là số nguyên từ 0 đến {limit}.',
    'The number of separator sheets must be a whole number from 0 to {limit}.',
  ],
  'compose.count.hint': ['Nhập lại số tờ cần in.', 'Give the number of sheets to print again.'],
};
