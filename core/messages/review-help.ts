// Help of capture check and review: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const help: MessageTable = {
  'cli.review': [
    'Kiểm tra giấy tờ mà máy đọc chưa chắc. Không kèm lệnh con: hỏi lần lượt từng chỗ chưa chắc.',
    'Look at papers the machine is not sure of. Without a command below: doubt after doubt.',
  ],
  'cli.review.examples': [
    'sohoa review                                  # hỏi lần lượt, Enter là đúng\nsohoa review list\nsohoa review show 01K9ABCDEFGHJKMNPQRSTVWXYZ --crops anh',
    'sohoa review                                  # one after another, Enter accepts\nsohoa review list\nsohoa review show 01K9ABCDEFGHJKMNPQRSTVWXYZ --crops pictures',
  ],
  'cli.review.next': [
    'Hỏi lần lượt từng chỗ chưa chắc; xong chỗ cuối thì giấy tờ được lưu kho và cấp mã.',
    'Ask doubt after doubt; after the last one the paper is filed with its code.',
  ],
  'cli.review.next.examples': [
    'sohoa review next --dossier H36.12-20261122-0001 --actor "Trần Thị Mẫu"\nprintf "\\n05/11/2025\\n" | sohoa review next 01K9ABCDEFGHJKMNPQRSTVWXYZ',
    'sohoa review next --dossier H36.12-20261122-0001 --actor "Trần Thị Mẫu"\nprintf "\\n05/11/2025\\n" | sohoa review next 01K9ABCDEFGHJKMNPQRSTVWXYZ',
  ],
  'cli.review.list': ['Liệt kê giấy tờ chờ kiểm tra, cũ nhất trước.', 'List what waits, oldest first.'],
  'cli.review.list.examples': [
    'sohoa review list --dossier H36.12-20261122-0001\nsohoa review list --json',
    'sohoa review list --dossier H36.12-20261122-0001\nsohoa review list --json',
  ],
  'cli.review.show': [
    'Xem từng chỗ chưa chắc của một giấy tờ, kèm ảnh cắt tại chỗ đó.',
    'Show the doubts of a paper, each with its place on the page as a picture.',
  ],
  'cli.review.show.examples': [
    'sohoa review show 01K9ABCDEFGHJKMNPQRSTVWXYZ --crops anh',
    'sohoa review show 01K9ABCDEFGHJKMNPQRSTVWXYZ --crops pictures',
  ],
  'cli.review.set': [
    'Sửa dữ liệu của một giấy tờ. Giấy tờ đã lưu kho giữ nguyên mã.',
    'Correct facts of a paper. A filed paper keeps its code.',
  ],
  'cli.review.set.examples': [
    'sohoa review set 01K9ABCDEFGHJKMNPQRSTVWXYZ ngay_ban_hanh=05/11/2025 so_ky_hieu=123/2025\nsohoa review set 01K9ABCDEFGHJKMNPQRSTVWXYZ --kind GIAY_KHAI_SINH',
    'sohoa review set 01K9ABCDEFGHJKMNPQRSTVWXYZ ngay_ban_hanh=05/11/2025 so_ky_hieu=123/2025\nsohoa review set 01K9ABCDEFGHJKMNPQRSTVWXYZ --kind GIAY_KHAI_SINH',
  ],
  'cli.review.accept': [
    'Chấp nhận giấy tờ như đang có: lưu kho và cấp mã.',
    'Accept papers as they stand: they are filed with their codes.',
  ],
  'cli.review.accept.examples': [
    'sohoa review accept 01K9ABCDEFGHJKMNPQRSTVWXYZ --actor "Trần Thị Mẫu"',
    'sohoa review accept 01K9ABCDEFGHJKMNPQRSTVWXYZ --actor "Trần Thị Mẫu"',
  ],
  'cli.review.approve': ['Phê duyệt giấy tờ đã lưu kho.', 'Approve filed papers.'],
  'cli.review.approve.examples': [
    'sohoa review approve 001190000001.KQ.G15.000031.123/2019.01 --actor "Lê Văn Mẫu"',
    'sohoa review approve 001190000001.KQ.G15.000031.123/2019.01 --actor "Lê Văn Mẫu"',
  ],
  'cli.review.reject': [
    'Không duyệt giấy tờ đã lưu kho, kèm lý do; giấy tờ không được dùng lại.',
    'Reject filed papers, with the reason; they are not reused.',
  ],
  'cli.review.reject.examples': [
    'sohoa review reject 001190000001.KQ.G15.000031.123/2019.01 --reason "Bản quét mất góc" --actor "Lê Văn Mẫu"',
    'sohoa review reject 001190000001.KQ.G15.000031.123/2019.01 --reason "A corner is missing" --actor "Lê Văn Mẫu"',
  ],
  'cli.review.split': [
    'Tách một giấy tờ thành nhiều giấy tờ, từ bản quét gốc; mỗi số là trang đầu của giấy tờ kế tiếp.',
    'Split a paper into several, out of the stored scan; each number is the first page of the next paper.',
  ],
  'cli.review.split.examples': [
    'sohoa review split 01K9ABCDEFGHJKMNPQRSTVWXYZ --at 3 --at 5',
    'sohoa review split 01K9ABCDEFGHJKMNPQRSTVWXYZ --at 3 --at 5',
  ],
  'cli.review.join': [
    'Ghép các giấy tờ của cùng một bản quét thành một.',
    'Join papers of one scan into one paper.',
  ],
  'cli.review.join.examples': [
    'sohoa review join 01K9ABCDEFGHJKMNPQRSTVWXYZ 01K9ABCDEFGHJKMNPQRSTVWXZ0',
    'sohoa review join 01K9ABCDEFGHJKMNPQRSTVWXYZ 01K9ABCDEFGHJKMNPQRSTVWXZ0',
  ],
  'cli.review.rotate': [
    'Xoay trang rồi làm lại bản điện tử từ bản quét gốc; góc tính theo chiều kim đồng hồ so với đang thấy.',
    'Turn pages and make the copy again out of the stored scan; degrees clockwise from what is shown now.',
  ],
  'cli.review.rotate.examples': [
    'sohoa review rotate 01K9ABCDEFGHJKMNPQRSTVWXYZ 1=90 2=180',
    'sohoa review rotate 01K9ABCDEFGHJKMNPQRSTVWXYZ 1=90 2=180',
  ],
  'cli.review.rescan': ['Thay một giấy tờ bằng bản quét mới.', 'Put a new scan in the place of a paper.'],
  'cli.review.rescan.examples': [
    'sohoa review rescan 01K9ABCDEFGHJKMNPQRSTVWXYZ quet-lai.pdf',
    'sohoa review rescan 01K9ABCDEFGHJKMNPQRSTVWXYZ again.pdf',
  ],
  'cli.review.policy': [
    'Chọn ngưỡng tin cậy theo tỷ lệ sai chấp nhận được, từ số liệu đã đo và các lần kiểm tra tại chỗ.',
    'Choose the threshold by the share of errors that is acceptable, from what was measured and from reviews here.',
  ],
  'cli.review.policy.examples': [
    'sohoa review policy\nsohoa review policy --target-error 0.5% --apply',
    'sohoa review policy\nsohoa review policy --target-error 0.5% --apply',
  ],
  'cli.review.replay': [
    'Đọc lại các giấy tờ đã kiểm tra tại chỗ và đếm xem máy nay đúng bao nhiêu.',
    'Understand the papers reviewed here anew and count how much the machine now has right.',
  ],
  'cli.review.replay.examples': [
    'sohoa review replay\nsohoa review replay --json',
    'sohoa review replay\nsohoa review replay --json',
  ],
};

const options: MessageTable = {
  'cli.meta.CORRECTION': ['TRƯỜNG=GIÁ-TRỊ', 'KEY=VALUE'],
  'cli.meta.TURN': ['TRANG=GÓC', 'PAGE=DEGREES'],
  'cli.meta.TEXT': ['LỜI', 'TEXT'],
  'cli.meta.SHARE': ['TỶ-LỆ', 'SHARE'],
  'cli.meta.PAGE': ['TRANG', 'PAGE'],
  'cli.opt.actor': [
    'tên cán bộ thực hiện (mặc định: cấu hình officer)',
    'name of who does it (default: the setting officer)',
  ],
  'cli.opt.dossier-filter': ['chỉ giấy tờ của hồ sơ này', 'only papers of this dossier'],
  'cli.opt.review-limit': ['số giấy tờ nhiều nhất (mặc định 50)', 'papers at most (default 50)'],
  'cli.opt.review-all': ['hỏi cả những chỗ máy đã chắc', 'ask about what is sure too'],
  'cli.opt.review-kind': ['mã loại giấy tờ đúng', 'code of the right kind'],
  'cli.opt.crops': ['ghi ảnh cắt PNG vào thư mục này', 'write the places as PNG into this folder'],
  'cli.opt.reason': ['lý do', 'why'],
  'cli.opt.at': [
    'trang đầu của giấy tờ kế tiếp (dùng được nhiều lần)',
    'first page of the next paper (may be repeated)',
  ],
  'cli.opt.target-error': [
    'tỷ lệ sai chấp nhận được trong số không kiểm tra, ví dụ 0.5%',
    'acceptable share of errors among what is not looked at, e.g. 0.5%',
  ],
  'cli.opt.apply': [
    'ghi ngưỡng vào cấu hình của thư mục dữ liệu',
    "write the threshold to the data folder's settings",
  ],
  'cli.opt.show-values': ['hiện cả giá trị', 'show the values too'],
  'cli.arg.review-papers': ['mã giấy tờ hoặc mã nội bộ', 'codes or identifiers of papers'],
  'cli.arg.corrections': [
    'TRƯỜNG=GIÁ-TRỊ; ngày dạng 05/11/2025; giá trị - là để trống',
    'KEY=VALUE; days as 05/11/2025 or 2025-11-05; the value - leaves it empty',
  ],
  'cli.arg.turns': ['TRANG=90, 180 hoặc 270', 'PAGE=90, 180 or 270'],
  'cli.arg.rescan': ['bản quét mới (PDF, TIFF, JPEG, PNG)', 'the new scan (PDF, TIFF, JPEG, PNG)'],
};

export const reviewHelpMessages: MessageTable = { ...help, ...options };
