// Messages of hostile files: limits, decoders that ended, active content: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const hostileMessages: MessageTable = {
  'intake.too-many-objects': [
    'Tệp PDF {file} có hơn {limit} đối tượng bên trong, bất thường với một bản quét.',
    'The PDF {file} holds more than {limit} objects, which no scan does.',
  ],
  'intake.too-many-objects.hint': [
    'In tệp ra giấy rồi quét, hoặc xin bản khác. Nếu tệp đáng tin, nâng limits.objects.',
    'Print it and scan the print, or ask for another copy. If the file can be trusted, raise limits.objects.',
  ],
  'intake.too-deep': [
    'Tệp PDF {file} lồng nhau quá {limit} tầng, hoặc cây trang đi vòng tròn.',
    'The PDF {file} is nested more than {limit} levels deep, or its tree of pages is a circle.',
  ],
  'intake.too-deep.hint': [
    'Tệp bị hỏng hoặc cố ý làm hỏng. Xin bản khác hoặc quét từ bản giấy.',
    'The file is damaged, maybe on purpose. Ask for another copy or scan the paper.',
  ],
  'intake.stream-too-large': [
    'Tệp PDF {file} có một phần nén nở ra quá {limit} MB.',
    'A part of the PDF {file} unpacks to more than {limit} MB.',
  ],
  'intake.stream-too-large.hint': [
    'Tệp có thể là “bom nén”. Xin bản khác hoặc quét từ bản giấy; nếu đáng tin, nâng limits.streamMegabytes.',
    'It may be a “zip bomb”. Ask for another copy or scan the paper; if it can be trusted, raise limits.streamMegabytes.',
  ],
  'intake.file-crashed': [
    'Tệp {file} làm chương trình mở tệp bị dừng đột ngột; tệp có thể bị hỏng hoặc độc hại.',
    'The file {file} made the program that opens it stop; it may be damaged or harmful.',
  ],
  'intake.file-crashed.hint': [
    'Không mở tệp này trên máy khác. Quét từ bản giấy hoặc xin bản khác.',
    'Do not open it on another computer. Scan the paper or ask for another copy.',
  ],
  'intake.file-too-slow': [
    'Mở tệp {file} quá {seconds} giây nên đã dừng.',
    'Opening the file {file} took more than {seconds} seconds and was stopped.',
  ],
  'intake.file-too-slow.hint': [
    'Tách tệp nhỏ hơn hoặc quét lại; nếu máy chậm, nâng limits.seconds.',
    'Split the file or scan again; on a slow computer, raise limits.seconds.',
  ],
  'intake.file-too-much-memory': [
    'Mở tệp {file} cần hơn {limit} MB bộ nhớ nên đã dừng.',
    'Opening the file {file} took more than {limit} MB of memory and was stopped.',
  ],
  'intake.file-too-much-memory.hint': [
    'Tách tệp thành nhiều phần nhỏ hơn; nếu tệp đáng tin, nâng limits.memoryMegabytes.',
    'Split the file into smaller parts; if it can be trusted, raise limits.memoryMegabytes.',
  ],
  'intake.page-crashed': [
    'Trang {page} của tệp {file} làm chương trình mở tệp bị dừng đột ngột.',
    'Page {page} of the file {file} made the program that opens it stop.',
  ],
  'intake.page-crashed.hint': [
    'Quét lại giấy tờ này; các giấy tờ khác không bị ảnh hưởng.',
    'Scan this paper again; the other papers are not affected.',
  ],
  'intake.page-too-slow': [
    'Lấy hình trang {page} của tệp {file} quá {seconds} giây nên đã dừng.',
    'Taking page {page} out of the file {file} took more than {seconds} seconds and was stopped.',
  ],
  'intake.page-too-slow.hint': [
    'Quét lại giấy tờ này; nếu máy chậm, nâng limits.seconds.',
    'Scan this paper again; on a slow computer, raise limits.seconds.',
  ],
  'intake.page-too-much-memory': [
    'Trang {page} của tệp {file} cần hơn {limit} MB bộ nhớ nên đã dừng.',
    'Page {page} of the file {file} took more than {limit} MB of memory and was stopped.',
  ],
  'intake.page-too-much-memory.hint': [
    'Quét lại giấy tờ này ở 300 dpi; nếu đúng là trang khổ lớn, nâng limits.memoryMegabytes.',
    'Scan this paper again at 300 dpi; if it really is a large sheet, raise limits.memoryMegabytes.',
  ],
  'intake.many-unread': [
    'Tệp {file} có từ {count} trang không đọc được nên đã dừng cả tệp.',
    '{count} pages of the file {file} could not be read, so the whole file was given up.',
  ],
  'intake.many-unread.hint': [
    'Quét lại cả tập; nếu vẫn vậy, kiểm tra máy quét hoặc gửi nhật ký (--verbose) cho người phụ trách kỹ thuật.',
    'Scan the stack again; if it stays so, check the scanner or send the log (--verbose) to technical support.',
  ],
  'intake.active-script': [
    'Tệp PDF gốc có mã lệnh JavaScript.',
    'The PDF that was handed in holds JavaScript.',
  ],
  'intake.active-script.hint': [
    'Bản ký số do sohoa tạo không chứa mã lệnh; chỉ mở tệp gốc bằng chương trình đã tắt JavaScript.',
    'Legal copies made by sohoa hold no script; open the original only where JavaScript is turned off.',
  ],
  'intake.active-launch': [
    'Tệp PDF gốc có lệnh chạy chương trình khác (Launch).',
    'The PDF that was handed in asks to start another program (Launch).',
  ],
  'intake.active-launch.hint': [
    'Không đồng ý khi chương trình đọc PDF hỏi chạy; báo người phụ trách an toàn thông tin.',
    'Never agree when a reader asks to start it; tell whoever is in charge of security.',
  ],
  'intake.active-embedded': [
    'Tệp PDF gốc có tệp khác đính kèm bên trong.',
    'The PDF that was handed in holds other files.',
  ],
  'intake.active-embedded.hint': [
    'Tệp đính kèm không được số hóa; không mở trước khi quét vi-rút.',
    'What is inside is not digitised; do not open it before a virus scan.',
  ],
  'intake.active-media': [
    'Tệp PDF gốc có nội dung đa phương tiện (phim, âm thanh, 3D).',
    'The PDF that was handed in holds media (film, sound, 3D).',
  ],
  'intake.active-media.hint': [
    'Phần này không được số hóa; chỉ hình trang và chữ được giữ.',
    'It is not digitised; only the page picture and its text are.',
  ],
  'intake.active-submit': [
    'Tệp PDF gốc có lệnh gửi hoặc nhập dữ liệu biểu mẫu (SubmitForm).',
    'The PDF that was handed in sends or takes in form data (SubmitForm).',
  ],
  'intake.active-submit.hint': ['Không bấm nút trên tệp gốc khi mở.', 'Do not press buttons in it.'],
  'intake.active-xfa': [
    'Tệp PDF gốc là biểu mẫu động (XFA): trang thấy được có thể khác nội dung biểu mẫu.',
    'The PDF that was handed in is a dynamic form (XFA): what a page shows may differ from the form.',
  ],
  'intake.active-xfa.hint': [
    'So hình trang với bản người nộp; nếu khác, in ra rồi quét.',
    'Compare the page with what was handed in; if it differs, print and scan it.',
  ],
  'intake.active-opens': [
    'Tệp PDF gốc tự thực hiện lệnh khi mở hoặc khi xem trang.',
    'The PDF that was handed in does something by itself when it is opened or looked at.',
  ],
  'intake.active-opens.hint': [
    'Chỉ mở tệp gốc bằng chương trình đã tắt mã lệnh và liên kết tự chạy.',
    'Open it only where scripts and automatic actions are turned off.',
  ],
  'cli.opt.limit': [
    'đặt một giới hạn cho tệp đầu vào, ví dụ pages=500 (có thể lặp lại); tên như mục limits của sohoa.json',
    'set a limit of input files, e.g. pages=500 (repeatable); names as under limits in sohoa.json',
  ],
  'cli.meta.LIMIT': ['TÊN=SỐ', 'NAME=NUMBER'],
};
