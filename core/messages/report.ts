// Messages of the reports of `try` and `explain`: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const help: MessageTable = {
  'cli.try': [
    'Thử trên bản quét của bạn: đọc, nhận loại, lấy dữ liệu rồi ghi một tệp báo cáo HTML; không lưu gì khác.',
    'Try it on your scans: read, tell the kind, take the facts, write one HTML report; nothing else is stored.',
  ],
  'cli.try.examples': [
    'sohoa try ban-quet\nsohoa try a.pdf b.jpg --report thu.html --lang en',
    'sohoa try scans\nsohoa try a.pdf b.jpg --report try.html',
  ],
  'cli.opt.try-report': [
    'tệp báo cáo (mặc định sohoa-try.html)',
    'file of the report (default sohoa-try.html)',
  ],
  'cli.explain': [
    'Giải thích một giấy tờ đã lưu: từng dữ liệu lấy từ đâu, vì sao, bản quét so với bản lưu.',
    'Explain a stored paper: where each fact comes from and why, the scan against what is filed.',
  ],
  'cli.explain.examples': [
    'sohoa explain 001190000001.KQ.G15.000031.123/2019.01\nsohoa explain - --report giai-thich.html',
    'sohoa explain 001190000001.KQ.G15.000031.123/2019.01\nsohoa explain - --report explain.html',
  ],
  'cli.opt.explain-report': [
    'ghi báo cáo HTML có hình vào tệp này',
    'write an HTML report with pictures to this file',
  ],
  'try.stopped': [
    'Đã dừng theo yêu cầu; không ghi báo cáo, tệp tạm đã xóa.',
    'Stopped as asked; no report was written, temporary files are removed.',
  ],
  'try.written': ['Báo cáo: {file}', 'Report: {file}'],
  'try.personal': [
    'Báo cáo chứa hình và dữ liệu cá nhân trên bản quét; chỉ tài khoản của bạn đọc được. Xóa khi xem xong.',
    'The report holds pictures and personal data of the scans; only your account can read it. Delete it when done.',
  ],
  'try.pictures': ['Đang làm hình {done}/{total}', 'Making pictures {done}/{total}'],
};

const verdict: MessageTable = {
  'report.try.title': ['Thử số hóa', 'Digitisation trial'],
  'report.try.files': [
    '{files} tệp, {papers} giấy tờ, {pages} trang',
    '{files} files, {papers} papers, {pages} pages',
  ],
  'report.personal': [
    'Tệp này chứa hình ảnh và dữ liệu cá nhân trên giấy tờ. Không gửi cho người không có thẩm quyền; xóa khi xem xong.',
    'This file holds pictures and personal data of the papers. Do not pass it on; delete it when you are done.',
  ],
  'report.try.nothing-stored': [
    'Chỉ là chạy thử: chưa có giấy tờ nào được ký, cấp mã hay lưu kho.',
    'A trial only: nothing was signed, given a code or filed.',
  ],
  'report.verdict.filed': ['lưu ngay, không cần xem', 'would be filed without a look'],
  'report.verdict.review': ['cán bộ cần xem lại', 'to be looked at'],
  'report.verdict.refused': ['không nhận được', 'not accepted'],
  'report.verdict.papers': ['{count} giấy tờ', 'papers: {count}'],
  'report.verdict.typing': [
    'Đỡ phải gõ {sure} thông tin; còn {unsure} thông tin máy đọc chưa chắc.',
    'Typing saved: {sure} fields; {unsure} more were read but are not sure.',
  ],
  'report.verdict.none': [
    'Không có giấy tờ nào đọc được trong các tệp đã cho.',
    'No paper could be read in the files given.',
  ],
  'report.figure.speed': ['Tốc độ', 'Speed'],
  'report.figure.speed.value': ['{pages} trang/phút', '{pages} pages a minute'],
  'report.figure.speed.note': [
    'cả máy, {cores} tiến trình đọc ({reader}); {seconds} giây cho tất cả',
    'whole machine, {cores} reading processes ({reader}); {seconds} s in all',
  ],
  'report.figure.size': ['Dung lượng bản lưu', 'Size of the copies'],
  'report.figure.size.value': ['{size} mỗi trang', '{size} a page'],
  'report.figure.size.note': [
    'PDF/A chưa ký; bản quét gốc {original} mỗi trang',
    'PDF/A before signing; the scans take {original} a page',
  ],
  'report.figure.pages': ['Trang', 'Pages'],
  'report.figure.pages.note': [
    '{blank} trang trắng, {turned} trang được xoay, {level} trang được chỉnh nghiêng, {marks} mã QR và mã vạch; ngoài ra {sheets} tờ phân tách',
    '{blank} blank, {turned} turned upright, {level} straightened, {marks} QR and barcodes; {sheets} separator sheets beside',
  ],
  'report.figure.facts': ['Thông tin đọc được', 'Facts read'],
  'report.figure.facts.note': [
    '{sure} chắc (độ tin từ {least}), {unsure} cần xem',
    '{sure} sure (confidence from {least}), {unsure} to be looked at',
  ],
  'report.steps': ['Thời gian mỗi trang theo bước', 'Time a page by step'],
  'report.steps.note': [
    'Trung bình {total} giây một trang trên một nhân máy.',
    '{total} s a page on one core, on the average.',
  ],
  'report.step.open': ['giải mã', 'decoding'],
  'report.step.orientation': ['tìm chiều', 'which way is up'],
  'report.step.clean': ['xoay, chỉnh nghiêng, cắt lề', 'turning, straightening, cropping'],
  'report.step.marks': ['mã QR, mã vạch', 'QR and barcodes'],
  'report.step.recognise': ['đọc chữ', 'reading'],
  'report.step.encode': ['nén hình', 'encoding'],
  'report.step.quality': ['đo chất lượng', 'measuring quality'],
  'report.list': ['Danh sách', 'List'],
  'report.filter.all': ['Tất cả', 'All'],
  'report.filter.label': ['Chỉ hiện', 'Show only'],
  'report.try.refused': ['Tệp không nhận', 'Files not accepted'],
  'report.try.skipped': ['Tệp bỏ qua', 'Files left out'],
};

const paper: MessageTable = {
  'report.state.filed': ['Lưu ngay', 'Would be filed'],
  'report.state.review': ['Cần xem lại', 'To be looked at'],
  'report.state.refused': ['Không nhận', 'Not accepted'],
  'report.column.paper': ['Giấy tờ', 'Paper'],
  'report.column.state': ['Kết quả', 'Result'],
  'report.column.source': ['Tệp, trang', 'File, pages'],
  'report.column.facts': ['Thông tin chắc', 'Sure facts'],
  'report.column.why': ['Vì sao', 'Why'],
  'report.of': ['{part} trên {whole}', '{part} of {whole}'],
  'report.pages': ['trang {pages}', 'page {pages}'],
  'report.dossier': ['hồ sơ {code}', 'dossier {code}'],
  'report.facts': ['Thông tin', 'Facts'],
  'report.no-facts': ['Chưa lấy được thông tin nào.', 'No fact was taken.'],
  'report.problems': ['Cần xem', 'To look at'],
  'report.sure': ['chắc', 'sure'],
  'report.unsure': ['cần xem', 'look at it'],
  'report.crop': ['Hình cắt: {name}', 'Cut-out: {name}'],
  'report.page.alt': ['Trang {page} sau khi làm sạch', 'Page {page} as cleaned'],
  'report.page': ['Trang {page}', 'Page {page}'],
  'report.page.blank': ['trang trắng', 'blank'],
  'report.page.turned': ['đã xoay {degrees}°', 'turned by {degrees}°'],
  'report.page.level': ['chỉnh nghiêng {degrees}°', 'straightened by {degrees}°'],
  'report.page.dpi': ['{dpi} dpi', '{dpi} dpi'],
  'report.page.seconds': ['{seconds} giây', '{seconds} s'],
  'report.page.zoom': ['Phóng to trang {page}', 'Enlarge page {page}'],
  'report.close': ['Đóng', 'Close'],
  'report.picture-not-kept': [
    'Giấy tờ chỉ để xuất trình: chương trình chỉ giữ dữ liệu, không giữ hình, nên báo cáo cũng không có hình.',
    'A paper that is only shown: the program keeps its facts and no picture, and so does this report.',
  ],
  'report.picture-left-out': [
    'Báo cáo có quá nhiều trang nên hình của giấy tờ này được bỏ bớt.',
    'The report has so many pages that the pictures of this paper are left out.',
  ],
  'report.signed-input': ['đã có chữ ký số, giữ nguyên từng byte', 'came signed, kept byte for byte'],
  'report.copy-size': ['bản lưu {size}', 'copy of {size}'],
  'report.kind-by': ['Nhận loại: {why}', 'Kind told by: {why}'],
  'report.kind-nothing': ['không có gì trên giấy nói rõ loại nào', 'nothing on the paper names its kind'],
};

const evidence: MessageTable = {
  'evidence.label': ['đọc cạnh nhãn “{text}”', 'read beside the label “{text}”'],
  'evidence.column': ['trong cột của “{text}”', 'in the column of “{text}”'],
  'evidence.title': ['tiêu đề in trên giấy giống “{text}”', 'the printed title is like “{text}”'],
  'evidence.text': ['có dòng “{text}”', 'holds the line “{text}”'],
  'evidence.text:certification': ['có dòng chứng thực bản sao', 'holds the line of a certified copy'],
  'evidence.labels': ['các nhãn in trên giấy là của loại này', 'its printed labels are those of this kind'],
  'evidence.layout:header-date': ['ngày tháng ở đầu trang', 'the date at the head of the page'],
  'evidence.layout:header-issuer': ['tên cơ quan ở góc trên bên trái', 'the agency at the top left'],
  'evidence.layout:header-superior': [
    'cơ quan chủ quản ở góc trên bên trái',
    'the superior agency at the top left',
  ],
  'evidence.layout:letter': [
    'bố cục công văn theo Nghị định 30/2020',
    'laid out as a letter of Decree 30/2020',
  ],
  'evidence.layout:number-letters': [
    'chữ viết tắt loại văn bản trong số ký hiệu',
    'the type letters in the number',
  ],
  'evidence.layout:number-line': ['dòng “Số:” ở đầu trang', 'the “Số:” line at the head of the page'],
  'evidence.layout:serial': ['dạng số phát hành (sê-ri) in trên giấy', 'the form of a printed serial number'],
  'evidence.layout:signature-date': ['ngày tháng phía trên chữ ký', 'the date above the signature'],
  'evidence.layout:signature-name': ['tên in dưới chữ ký', 'the name printed below the signature'],
  'evidence.layout:signature-rank': ['chức vụ in trên chữ ký', 'the rank printed above the signature'],
  'evidence.layout:signature-unit': ['cơ quan ghi ở khối chữ ký', 'the agency named in the signature block'],
  'evidence.layout:subject-under-number': ['trích yếu dưới số ký hiệu', 'the subject below the number'],
  'evidence.layout:subject-under-title': ['trích yếu dưới tiêu đề', 'the subject below the title'],
  'evidence.layout:title': ['suy từ tiêu đề', 'follows from the title'],
  'evidence.layout:unit-below-title': ['tên cơ quan dưới tiêu đề', 'the agency below the title'],
  'evidence.qr:cccd': ['khớp mã QR trên thẻ căn cước', 'as in the QR code of the card'],
  'evidence.qr:receipt': ['khớp mã QR trên giấy tiếp nhận', 'as in the QR code of the receipt'],
  'evidence.only.qr:cccd': ['chỉ có trong mã QR trên thẻ căn cước', 'only in the QR code of the card'],
  'evidence.only.qr:receipt': [
    'chỉ có trong mã QR trên giấy tiếp nhận',
    'only in the QR code of the receipt',
  ],
  'evidence.mrz': ['khớp dòng mã máy đọc (MRZ)', 'as in the machine-readable lines'],
  'evidence.qr:cccd:differs': ['KHÁC mã QR trên thẻ căn cước', 'DIFFERS from the QR code of the card'],
  'evidence.qr:receipt:differs': [
    'KHÁC mã QR trên giấy tiếp nhận',
    'DIFFERS from the QR code of the receipt',
  ],
  'evidence.mrz:differs': ['KHÁC dòng mã máy đọc (MRZ)', 'DIFFERS from the machine-readable lines'],
  'evidence.check:number-birth': [
    'năm sinh khớp với số định danh',
    'the birth year fits the personal number',
  ],
  'evidence.check:date': [
    'ngày mâu thuẫn với ngày khác nên hạ độ tin',
    'the day contradicts another one: less sure',
  ],
  'evidence.dossier:owner': ['khớp với người nộp hồ sơ', 'as the dossier says of its owner'],
  'evidence.dossier:owner:differs': [
    'gần giống nhưng khác người nộp hồ sơ',
    'nearly, not quite, the owner of the dossier',
  ],
  'evidence.mended:letters': [
    'sửa chữ cái đọc nhầm trong ký hiệu',
    'a misread letter of the notation was mended',
  ],
  'evidence.mended:words': ['thêm lại dấu theo danh mục từ', 'diacritics restored from lists of words'],
  'evidence.handwriting': ['viết tay: không bao giờ coi là chắc', 'written by hand: never taken as sure'],
};

const roles: MessageTable = {
  'report.role.chu_giay_to': ['chủ giấy tờ', 'owner'],
  'report.role.vo': ['vợ', 'wife'],
  'report.role.chong': ['chồng', 'husband'],
  'report.role.me': ['mẹ', 'mother'],
  'report.role.nguoi_nhan': ['người nhận', 'recipient'],
  'report.role.nguoi_duoc_nhan': ['người được nhận', 'person recognised'],
  'report.role.nguoi_yeu_cau': ['người yêu cầu', 'applicant'],
  'report.role.doanh_nghiep': ['doanh nghiệp', 'enterprise'],
  'report.role.nha_dau_tu': ['nhà đầu tư', 'investor'],
  'report.role.nguoi_nop_thue': ['người nộp thuế', 'taxpayer'],
  'report.role.nguoi_lao_dong': ['người lao động', 'employee'],
  'report.role.nguoi_su_dung_lao_dong': ['người sử dụng lao động', 'employer'],
  'report.role.nguoi_uy_quyen': ['người ủy quyền', 'principal'],
  'report.role.nguoi_duoc_uy_quyen': ['người được ủy quyền', 'agent'],
};

export const reportMessages: MessageTable = { ...help, ...verdict, ...paper, ...evidence, ...roles };
