// Messages of cleaning, reading, splitting and running: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const pipelineMessages: MessageTable = {
  'clean.undecodable': [
    '{source}: không giải mã được hình ảnh của trang {page}',
    '{source}: the picture of page {page} cannot be decoded',
  ],
  'clean.undecodable.hint': ['Hãy quét lại trang này.', 'Scan this page again.'],
  'split.no-papers': [
    '{source}: không có giấy tờ nào, chỉ có tờ phân tách ({pages} trang).',
    '{source}: no paper, only separator sheets ({pages} pages).',
  ],
  'check.all-blank': ['{source}: không có gì trên trang nào', '{source}: nothing is on any page'],
  'page.timeout': [
    '{source}: đọc trang {page} tốn quá {seconds} giây xử lý nên đã dừng',
    '{source}: reading page {page} took more than {seconds} seconds of computing and was stopped',
  ],
  'page.timeout.hint': [
    'Hãy quét lại trang này, hoặc tách tệp nhỏ hơn rồi chạy lại.',
    'Scan this page again, or split the file and run again.',
  ],
  'page.too-much-memory': [
    '{source}: đọc trang {page} cần hơn {limit} MB bộ nhớ nên đã dừng',
    '{source}: reading page {page} took more than {limit} MB of memory and was stopped',
  ],
  'page.too-much-memory.hint': [
    'Quét lại trang này ở 300 dpi; nếu đúng là trang khổ lớn, nâng limits.memoryMegabytes.',
    'Scan this page again at 300 dpi; if it really is a large sheet, raise limits.memoryMegabytes.',
  ],
  'page.crashed': [
    '{source}: chương trình đọc trang {page} bị lỗi',
    '{source}: the program that reads page {page} failed',
  ],
  'page.crashed.hint': [
    'Chạy lại cùng lệnh; nếu vẫn lỗi, gửi nhật ký (--verbose) cho người phụ trách kỹ thuật.',
    'Run the same command again; if it fails again, send the log (--verbose) to technical support.',
  ],
  'seal.development-key': [
    'Khóa ký hiện có là khóa chạy thử, không dùng được khi chạy chính thức (--production)',
    'The signing key is a development key and cannot be used with --production',
  ],
  'seal.development-key.hint': [
    'Cung cấp tệp P12 của chữ ký số cá nhân được cấp.',
    'Provide the P12 file of an issued personal certificate.',
  ],
  'review.nothing-read': ['Không đọc được chữ nào trên giấy tờ', 'No text could be read on the paper'],
  'review.kind-unsure': ['Chưa chắc đây là loại giấy tờ nào', 'The kind of paper is not sure'],
  'review.same-number': [
    'Hai người trên giấy tờ lại đọc ra cùng một số định danh',
    'Two people on the paper were read with the same number',
  ],
  'review.field-missing': ['Chưa tìm thấy “{label}”', '“{label}” was not found'],
  'review.field-unsure': ['“{label}” chưa đọc chắc', '“{label}” is not surely read'],
};
