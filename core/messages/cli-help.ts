// Help of the command line: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const frame: MessageTable = {
  'cli.help.usage': ['Cách dùng:', 'Usage:'],
  'cli.help.arguments': ['Tham số:', 'Arguments:'],
  'cli.help.options': ['Tùy chọn:', 'Options:'],
  'cli.help.global-options': ['Tùy chọn chung:', 'Global options:'],
  'cli.help.commands': ['Các lệnh:', 'Commands:'],
  'cli.help.examples': ['Ví dụ:', 'Examples:'],
  'cli.usage.program': ['[tùy chọn] <lệnh>', '[options] <command>'],
  'cli.usage.group': ['<lệnh>', '<command>'],
  'cli.usage.options': ['[tùy chọn]', '[options]'],
  'cli.meta.FILE': ['TỆP', 'FILE'],
  'cli.meta.DIR': ['THƯ-MỤC', 'DIR'],
  'cli.meta.CODE': ['MÃ', 'CODE'],
  'cli.meta.NUMBER': ['SỐ', 'NUMBER'],
  'cli.meta.NAME': ['TÊN', 'NAME'],
  'cli.meta.URL': ['ĐỊA-CHỈ', 'URL'],
  'cli.meta.LANG': ['NGÔN-NGỮ', 'LANG'],
  'cli.meta.ENGINE': ['BỘ-ĐỌC', 'ENGINE'],
  'cli.meta.STATE': ['TRẠNG-THÁI', 'STATE'],
  'cli.meta.DATE': ['NGÀY', 'DATE'],
  'cli.meta.WORDS': ['TỪ', 'WORDS'],
  'cli.meta.COMMAND': ['LỆNH', 'COMMAND'],
  'cli.opt.help': ['xem hướng dẫn', 'show this help'],
  'cli.opt.version': ['xem phiên bản', 'show the version'],
  'cli.opt.help-command': ['hướng dẫn cho một lệnh', 'help for a command'],
  'cli.opt.data': ['thư mục dữ liệu (mặc định ./data)', 'data folder (default ./data)'],
  'cli.opt.registry': [
    'cơ sở dữ liệu PostgreSQL thay cho SQLite, postgres://…',
    'PostgreSQL instead of SQLite, postgres://…',
  ],
  'cli.opt.kinds': ['tệp JSON thêm loại giấy tờ', 'JSON file of further kinds of paper'],
  'cli.opt.lang': ['ngôn ngữ (mặc định vi)', 'language (default vi)'],
  'cli.opt.verbose': ['ghi nhật ký chi tiết', 'log in detail'],
  'cli.opt.json': ['in kết quả dạng JSON', 'print JSON'],
  'cli.opt.json-lines': ['in mỗi giấy tờ một dòng JSON', 'print one JSON line a paper'],
  'cli.opt.force': ['ghi đè tệp đã có', 'write over an existing file'],
  'cli.opt.owner-filter': ['chỉ giấy tờ của chủ có số này', 'only papers of the owner with this number'],
  'cli.arg.owner': [
    'số định danh, CMND hoặc mã số thuế; dấu - hoặc bỏ trống để nhập từ bàn phím',
    'personal number, old card or tax code; - or nothing reads standard input',
  ],
  'cli.arg.paper': [
    'mã giấy tờ hoặc mã nội bộ; dấu - hoặc bỏ trống để nhập từ bàn phím',
    'code or identifier of the paper; - or nothing reads standard input',
  ],
};

const digitize: MessageTable = {
  'cli.sohoa': [
    'Số hóa hồ sơ tại bộ phận một cửa: bản quét thành bản điện tử ký số, tìm kiếm được, lưu vào Kho của công dân.',
    "Digitises dossiers at one-stop counters: scans become signed, searchable copies in each citizen's Kho.",
  ],
  'cli.sohoa.examples': [
    'sohoa demo\nsohoa digitize ho-so/H36.12-20261122-0001\nsohoa reuse - --procedure 1.001193',
    'sohoa demo\nsohoa digitize dossiers/H36.12-20261122-0001\nsohoa reuse - --procedure 1.001193',
  ],
  'cli.digitize': [
    'Số hóa tệp quét: làm sạch, tách, đọc chữ, ký số, lấy dữ liệu, cấp mã và lưu kho.',
    'Digitise scans: clean, split, read, seal, take the facts, give a code and file them.',
  ],
  'cli.digitize.examples': [
    'sohoa digitize ho-so/H36.12-20261122-0001       # thư mục có dossier.json và scans/\nsohoa digitize ho-so                            # thư mục chứa nhiều hồ sơ\nsohoa digitize quet.pdf --dossier H36.12-20261122-0001 --procedure 1.001193 --json',
    'sohoa digitize dossiers/H36.12-20261122-0001    # a folder with dossier.json and scans/\nsohoa digitize dossiers                         # a folder of dossiers\nsohoa digitize scan.pdf --dossier H36.12-20261122-0001 --procedure 1.001193 --json',
  ],
  'cli.arg.scans': [
    'tệp quét (PDF, TIFF, JPEG, PNG), thư mục hồ sơ, hoặc thư mục chứa nhiều hồ sơ',
    'scans (PDF, TIFF, JPEG, PNG), a dossier folder, or a folder of dossiers',
  ],
  'cli.opt.dossier': ['mã hồ sơ', 'code of the dossier'],
  'cli.opt.procedure': ['mã thủ tục hành chính', 'code of the procedure'],
  'cli.opt.owner': [
    'số định danh hoặc mã số thuế của chủ hồ sơ (dùng được nhiều lần)',
    "owner's personal number or tax code (may be repeated)",
  ],
  'cli.opt.out': [
    'chép thêm các bản điện tử ký số vào thư mục này',
    'also copy every legal copy into this folder',
  ],
  'cli.opt.ocr': ['bộ đọc chữ', 'reader'],
  'cli.opt.workers': ['số luồng xử lý (mặc định bằng số nhân)', 'worker threads (default: as many as cores)'],
  'cli.opt.officer': ['tên cán bộ số hóa', 'name of the copying officer'],
  'cli.opt.production': [
    'chạy chính thức: không nhận khóa chạy thử',
    'production: development keys are refused',
  ],
};

const looking: MessageTable = {
  'cli.papers': ['Liệt kê giấy tờ trong kho.', 'List the papers of the registry.'],
  'cli.papers.examples': [
    'sohoa papers --status review\nsohoa papers --json | jq -r .code',
    'sohoa papers --status review\nsohoa papers --json | jq -r .code',
  ],
  'cli.opt.status': ['chỉ giấy tờ ở trạng thái này', 'only papers in this state'],
  'cli.lookup': [
    'Xem Kho của một công dân hoặc tổ chức, giấy tờ mới nhất trước.',
    'Show the Kho of a citizen or organisation, newest paper first.',
  ],
  'cli.lookup.examples': [
    'sohoa lookup -\nsohoa lookup 001190000001 --json',
    'sohoa lookup -\nsohoa lookup 001190000001 --json',
  ],
  'cli.show': [
    'Xem mọi thông tin của một giấy tờ: dữ liệu, căn cứ, tệp, chữ ký số, quá trình xử lý.',
    'Show everything about a paper: facts, evidence, files, signatures, history.',
  ],
  'cli.show.examples': [
    'sohoa show 001190000001.KQ.G15.000031.123/2019.01\nsohoa show - --json',
    'sohoa show 001190000001.KQ.G15.000031.123/2019.01\nsohoa show - --json',
  ],
  'cli.open': [
    'Ghi bản điện tử ký số của một giấy tờ ra tệp PDF.',
    'Write the legal copy of a paper to a PDF file.',
  ],
  'cli.open.examples': [
    'sohoa open 001190000001.KQ.G15.000031.123/2019.01\nsohoa open - -o khai-sinh.pdf',
    'sohoa open 001190000001.KQ.G15.000031.123/2019.01\nsohoa open - -o birth.pdf',
  ],
  'cli.opt.output-copy': [
    'tệp hoặc thư mục đích; - là đầu ra chuẩn (mặc định: tên theo mã giấy tờ)',
    'file or folder to write; - is standard output (default: named after the code)',
  ],
  'cli.search': [
    'Tìm giấy tờ có đủ các từ, có dấu hay không dấu đều được, mới nhất trước.',
    'Find papers that hold all words, with or without diacritics, newest first.',
  ],
  'cli.search.examples': [
    'sohoa search giay khai sinh\nsohoa search "Nguyễn Văn" --limit 5',
    'sohoa search giay khai sinh\nsohoa search "Nguyễn Văn" --limit 5',
  ],
  'cli.arg.words': ['từ cần tìm; từ cuối có thể gõ dở', 'words to look for; the last one may be unfinished'],
  'cli.opt.limit': ['số giấy tờ nhiều nhất (mặc định 20)', 'papers at most (default 20)'],
  'cli.reuse': [
    'Cho biết giấy tờ nào không cần nộp lại khi làm một thủ tục.',
    'Tell which papers need not be handed in again for a procedure.',
  ],
  'cli.reuse.examples': [
    'sohoa reuse - --procedure 1.012289\nsohoa reuse 001190000001 --procedure 1.012289 --on 22/11/2026',
    'sohoa reuse - --procedure 1.012289\nsohoa reuse 001190000001 --procedure 1.012289 --on 2026-11-22',
  ],
  'cli.opt.on': ['ngày tiếp nhận (mặc định hôm nay)', 'day of reception (default today)'],
};

const tools: MessageTable = {
  'cli.verify': ['Kiểm tra chữ ký số của tệp PDF.', 'Verify the signatures of a PDF.'],
  'cli.verify.examples': [
    'sohoa verify khai-sinh.pdf --trust data/keys/ca.pem\nsohoa verify khai-sinh.pdf --json',
    'sohoa verify birth.pdf --trust data/keys/ca.pem\nsohoa verify birth.pdf --json',
  ],
  'cli.arg.pdf': ['tệp PDF', 'PDF file'],
  'cli.opt.trust': [
    'chứng thư số gốc tin cậy, dạng PEM (dùng được nhiều lần)',
    'trusted root certificates, PEM (may be repeated)',
  ],
  'cli.keys': ['Khóa ký số.', 'Signing keys.'],
  'cli.keys.examples': [
    'sohoa keys init --officer "Trần Thị Mẫu"\nsohoa keys show',
    'sohoa keys init --officer "Trần Thị Mẫu"\nsohoa keys show',
  ],
  'cli.keys.init': [
    'Tạo khóa chạy thử (BẢN THỬ) trong thư mục dữ liệu; không bao giờ ghi đè khóa đã có.',
    'Make development keys (BẢN THỬ) in the data folder; keys that are there are never replaced.',
  ],
  'cli.keys.init.examples': [
    'sohoa keys init --organisation "UBND xã Mẫu" --officer "Trần Thị Mẫu"',
    'sohoa keys init --organisation "UBND xã Mẫu" --officer "Trần Thị Mẫu"',
  ],
  'cli.keys.show': ['Xem các khóa đang dùng.', 'Show the keys in use.'],
  'cli.keys.show.examples': ['sohoa keys show --data data', 'sohoa keys show --data data'],
  'cli.opt.organisation': ['tên tổ chức cấp khóa', 'organisation that issues the keys'],
  'cli.opt.key-officer': ['họ tên cán bộ số hóa', 'name of the copying officer'],
  'cli.opt.agency': ['tên cơ quan đóng dấu', 'name of the sealing agency'],
  'cli.separators': [
    'Tạo tệp PDF các tờ phân tách để đặt giữa giấy tờ khi quét cả tập.',
    'Make a PDF of separator sheets to lay between papers before a run through the feeder.',
  ],
  'cli.separators.examples': [
    'sohoa separators -n 20 -o to-phan-tach.pdf\nsohoa separators --dossier H36.12-20261122-0001 -o ho-so.pdf',
    'sohoa separators -n 20 -o separators.pdf\nsohoa separators --dossier H36.12-20261122-0001 -o dossier.pdf',
  ],
  'cli.opt.sheets': ['số tờ phân tách (mặc định 10)', 'separator sheets (default 10)'],
  'cli.opt.dossier-sheet': [
    'thêm tờ mở hồ sơ cho mã này (dùng được nhiều lần)',
    'add a sheet that opens this dossier (may be repeated)',
  ],
  'cli.opt.output-pdf': ['tệp PDF', 'PDF file'],
  'cli.demo': [
    'Chạy thử: số hóa các hồ sơ mẫu vào một thư mục mới rồi hỏi thử việc tái sử dụng giấy tờ.',
    'Try it out: digitise the samples into a fresh folder, then ask what can be reused.',
  ],
  'cli.demo.examples': ['sohoa demo', 'sohoa demo --lang en'],
  'cli.completion': ['In tập lệnh tự hoàn thành cho shell.', 'Print a completion script for a shell.'],
  'cli.completion.examples': [
    'source <(sohoa completion bash)\nsohoa completion zsh > ~/.zfunc/_sohoa\nsohoa completion fish > ~/.config/fish/completions/sohoa.fish',
    'source <(sohoa completion bash)\nsohoa completion zsh > ~/.zfunc/_sohoa\nsohoa completion fish > ~/.config/fish/completions/sohoa.fish',
  ],
  'cli.arg.shell': ['loại shell', 'shell'],
};

export const cliHelpMessages: MessageTable = { ...frame, ...digitize, ...looking, ...tools };
