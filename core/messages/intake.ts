// Messages of intake: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const intakeMessages: MessageTable = {
  'intake.not-found': ['Không tìm thấy tệp {file}.', 'The file {file} was not found.'],
  'intake.not-found.hint': [
    'Kiểm tra lại tên và thư mục của tệp.',
    'Check the name and the folder of the file.',
  ],
  'intake.name-not-text': [
    'Không mở được tệp {file}: tên tệp không theo mã UTF-8.',
    'The file {file} cannot be opened: its name is not in UTF-8.',
  ],
  'intake.name-not-text.hint': [
    'Đổi tên tệp (chỉ dùng chữ và số) rồi chạy lại.',
    'Give the file another name (letters and digits) and run again.',
  ],
  'intake.not-a-file': ['{file} không phải là một tệp.', '{file} is not a file.'],
  'intake.not-a-file.hint': ['Chọn một tệp quét cụ thể.', 'Give a scanned file.'],
  'intake.empty': ['Tệp {file} rỗng, không có nội dung.', 'The file {file} is empty.'],
  'intake.empty.hint': [
    'Quét lại; nếu vẫn rỗng, kiểm tra máy quét và dung lượng ổ đĩa.',
    'Scan again; if it is empty again, check the scanner and the free disk space.',
  ],
  'intake.unknown': [
    'Tệp {file} không phải là bản quét: không nhận ra loại tệp.',
    'The file {file} is not a scan: its type is not known.',
  ],
  'intake.unknown.hint': ['Chỉ nhận PDF, TIFF, JPEG và PNG.', 'PDF, TIFF, JPEG and PNG are taken.'],
  'intake.unsupported': [
    'Tệp {file} không phải là bản quét mà là tệp loại {kind}.',
    'The file {file} is not a scan but a file of type {kind}.',
  ],
  'intake.unsupported.hint': [
    'Chỉ nhận PDF, TIFF, JPEG và PNG. In hoặc xuất tệp này ra PDF rồi nộp lại.',
    'PDF, TIFF, JPEG and PNG are taken. Print or export this file to PDF and hand it in again.',
  ],
  'intake.too-large': [
    'Tệp {file} quá lớn (giới hạn {limit} MB).',
    'The file {file} is too large (the limit is {limit} MB).',
  ],
  'intake.too-large.hint': [
    'Tách tệp thành nhiều phần, hoặc quét ở 300 dpi.',
    'Split the file, or scan at 300 dpi.',
  ],
  'intake.too-large-for-memory': [
    'Tệp {file} cần nhiều bộ nhớ hơn mức cho phép để mở.',
    'The file {file} needs more memory to open than is allowed.',
  ],
  'intake.too-large-for-memory.hint': [
    'Tách tệp thành nhiều phần nhỏ hơn rồi nộp lại.',
    'Split the file into smaller parts and hand them in again.',
  ],
  'intake.encrypted': [
    'Tệp {file} bị khóa (mã hóa hoặc đặt mật khẩu) nên không số hóa được.',
    'The file {file} is locked (encrypted or protected by a password) and cannot be digitised.',
  ],
  'intake.encrypted.hint': [
    'Đề nghị người nộp gửi bản không khóa, hoặc quét từ bản giấy.',
    'Ask for a copy without protection, or scan the paper.',
  ],
  'intake.broken': ['Tệp {file} bị hỏng, không mở được.', 'The file {file} is damaged and cannot be opened.'],
  'intake.broken.hint': ['Quét lại hoặc xin lại tệp gốc.', 'Scan again or ask for the file again.'],
  'intake.truncated': [
    'Tệp {file} bị cụt: thiếu phần cuối hoặc dữ liệu ảnh bị đứt đoạn.',
    'The file {file} is cut off: its end or some of its picture data are missing.',
  ],
  'intake.truncated.hint': [
    'Việc quét hoặc chép tệp có thể đã bị ngắt giữa chừng. Quét hoặc chép lại.',
    'The scan or the copying may have been interrupted. Scan or copy again.',
  ],
  'intake.broken-page': [
    'Không đọc được trang {page} của tệp {file}.',
    'Page {page} of the file {file} cannot be read.',
  ],
  'intake.broken-page.hint': ['Quét lại giấy tờ này.', 'Scan this paper again.'],
  'intake.no-pages': ['Tệp {file} không có trang nào.', 'The file {file} has no page.'],
  'intake.no-pages.hint': ['Quét lại giấy tờ này.', 'Scan this paper again.'],
  'intake.no-such-page': ['Tệp {file} không có trang {page}.', 'The file {file} has no page {page}.'],
  'intake.too-many-pages': [
    'Tệp {file} có {pages} trang, quá giới hạn {limit} trang.',
    'The file {file} has {pages} pages; the limit is {limit}.',
  ],
  'intake.too-many-pages.hint': ['Tách tệp thành nhiều phần.', 'Split the file into parts.'],
  'intake.picture-too-large': [
    'Ảnh ở trang {page} của tệp {file} quá lớn ({width} × {height} điểm ảnh).',
    'The picture on page {page} of the file {file} is too large ({width} × {height} pixels).',
  ],
  'intake.picture-too-large.hint': ['Quét lại ở độ phân giải 300 dpi.', 'Scan again at 300 dpi.'],
  'intake.dpi-guessed': [
    'Trang {page} không ghi độ phân giải đáng tin; tạm tính {dpi} dpi theo khổ A4.',
    'Page {page} states no resolution that can be true; {dpi} dpi is assumed from A4.',
  ],
  'intake.dpi-guessed.hint': [
    'Nếu giấy tờ không phải khổ A4, đặt độ phân giải trên máy quét rồi quét lại.',
    'If the paper is not A4, set the resolution at the scanner and scan again.',
  ],
  'intake.rendered-coarser': [
    'Trang {page} rất lớn nên được dựng ở {dpi} dpi thay vì 300 dpi.',
    'Page {page} is very large, so it was rendered at {dpi} dpi instead of 300.',
  ],
  'intake.rendered-coarser.hint': [
    'Kiểm tra xem chữ nhỏ có còn đọc được không; nếu không, chia trang rồi quét lại.',
    'Check that small print is still legible; if not, scan the page in parts.',
  ],
  'intake.made-square': [
    'Trang {page} là bản fax có điểm ảnh không vuông; đã kéo về đúng tỷ lệ.',
    'Page {page} is a fax whose pixels are not square; it was stretched to its right shape.',
  ],
  'intake.made-square.hint': [
    'Không cần làm gì; nếu chữ khó đọc, xin bản quét rõ hơn.',
    'Nothing needs to be done; if it is hard to read, ask for a better scan.',
  ],
};
