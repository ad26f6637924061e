// Errors of the command line: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const usage: MessageTable = {
  'cli.usage.unknown-option': ['Không có tùy chọn {what}.', 'There is no option {what}.'],
  'cli.usage.unknown-option.hint': ['Xem các tùy chọn bằng --help.', '--help shows the options.'],
  'cli.usage.unknown-option-similar': ['Không có tùy chọn {what}.', 'There is no option {what}.'],
  'cli.usage.unknown-option-similar.hint': ['Có phải ý bạn là {similar}?', 'Did you mean {similar}?'],
  'cli.usage.unknown-command': ['Không có lệnh {what}.', 'There is no command {what}.'],
  'cli.usage.unknown-command.hint': [
    'Xem các lệnh bằng `sohoa --help`.',
    '`sohoa --help` shows the commands.',
  ],
  'cli.usage.unknown-command-similar': ['Không có lệnh {what}.', 'There is no command {what}.'],
  'cli.usage.unknown-command-similar.hint': ['Có phải ý bạn là {similar}?', 'Did you mean {similar}?'],
  'cli.usage.missing-argument': ['Thiếu tham số {what}.', 'The argument {what} is missing.'],
  'cli.usage.missing-argument.hint': ['Xem cách dùng bằng --help.', '--help shows how it is used.'],
  'cli.usage.option-missing-argument': ['Tùy chọn {what} thiếu giá trị.', 'The option {what} needs a value.'],
  'cli.usage.option-missing-argument.hint': ['Xem cách dùng bằng --help.', '--help shows how it is used.'],
  'cli.usage.missing-mandatory-option-value': ['Thiếu tùy chọn {what}.', 'The option {what} is missing.'],
  'cli.usage.missing-mandatory-option-value.hint': [
    'Xem cách dùng bằng --help.',
    '--help shows how it is used.',
  ],
  'cli.usage.excess-arguments': [
    'Thừa tham số: lệnh này nhận {expected}, đã nhập {got}.',
    'Too many arguments: this command takes {expected}, there are {got}.',
  ],
  'cli.usage.excess-arguments.hint': [
    'Nếu tên tệp có dấu cách, đặt tên trong dấu nháy.',
    'Put names with spaces into quotes.',
  ],
  'cli.usage.invalid-argument': ['Giá trị của {what} không đúng.', 'The value of {what} is wrong.'],
  'cli.usage.invalid-argument.hint': ['Chọn một trong: {choices}.', 'Choose one of: {choices}.'],
  'cli.usage.conflicting-option': ['{what} không dùng cùng {other}.', '{what} cannot be used with {other}.'],
  'cli.usage': ['Lệnh chưa đúng cách dùng.', 'The command is not used correctly.'],
  'cli.usage.hint': ['Xem cách dùng bằng --help.', '--help shows how it is used.'],
  'cli.nothing-typed': ['Chưa nhập gì.', 'Nothing was typed.'],
  'cli.nothing-typed.hint': [
    'Nhập làm tham số, hoặc dùng dấu - để đọc từ bàn phím.',
    'Give it as an argument, or use - to read standard input.',
  ],
  'cli.no-whole-number': [
    'Giá trị của {option} phải là số nguyên từ {from} đến {to}.',
    'The value of {option} must be a whole number from {from} to {to}.',
  ],
  'cli.no-date': ['Giá trị của {option} không phải là ngày có thật.', 'The value of {option} is no date.'],
  'cli.no-date.hint': ['Viết dạng 2026-11-22 hoặc 22/11/2026.', 'Write 2026-11-22 or 22/11/2026.'],
};

const input: MessageTable = {
  'cli.no-such-file': ['Không tìm thấy {file}.', '{file} was not found.'],
  'cli.no-such-file.hint': ['Kiểm tra lại đường dẫn.', 'Check the path.'],
  'cli.nothing-to-digitise': ['Không có tệp quét nào để số hóa.', 'There is no scan to digitise.'],
  'cli.nothing-to-digitise.hint': [
    'Chỉ nhận PDF, TIFF, JPEG, PNG; thư mục hồ sơ gồm dossier.json và thư mục scans.',
    'PDF, TIFF, JPEG and PNG are taken; a dossier is a folder with dossier.json and scans.',
  ],
  'cli.several-dossiers': [
    'Tìm thấy nhiều hồ sơ, không thể gán chung --dossier, --procedure hay --owner.',
    'Several dossiers were found; --dossier, --procedure and --owner are for one.',
  ],
  'cli.several-dossiers.hint': ['Chạy riêng từng thư mục hồ sơ.', 'Run the command for each dossier.'],
  'cli.needs-dossier': [
    '--procedure và --owner phải đi cùng --dossier.',
    '--procedure and --owner need --dossier.',
  ],
  'cli.needs-dossier.hint': [
    'Thêm --dossier MÃ, hoặc đặt dossier.json bên cạnh thư mục scans.',
    'Add --dossier CODE, or put a dossier.json beside the folder scans.',
  ],
  'cli.dossier-code': ['Mã hồ sơ {code} không dùng được.', 'The dossier code {code} cannot be used.'],
  'cli.dossier-code.hint': [
    'Mã hồ sơ gồm chữ không dấu, chữ số, dấu chấm, gạch nối; tối đa 80 ký tự.',
    'It has letters without marks, digits, dots and hyphens, at most 80.',
  ],
  'cli.procedure-code': ['Mã thủ tục {code} sai dạng.', 'The procedure code {code} has a wrong form.'],
  'cli.procedure-code.hint': [
    'Viết như 1.001193 hoặc 2.000815.000.00.00.H55.',
    'Write it like 1.001193 or 2.000815.000.00.00.H55.',
  ],
  'cli.owner-number': ['Số của chủ giấy tờ sai dạng.', "The owner's number has a wrong form."],
  'cli.owner-number.hint': [
    'Số định danh 12 chữ số, CMND 9 chữ số, mã số thuế 10 hoặc 13 chữ số, hoặc số hộ chiếu.',
    'A personal number has 12 digits, an old card 9, a tax code 10 or 13; or a passport number.',
  ],
  'cli.dossier-unreadable': ['Không đọc được {file}.', '{file} cannot be read.'],
  'cli.dossier-unreadable.hint': [
    'Tệp phải là JSON, mã UTF-8; kiểm tra dấu phẩy, dấu ngoặc và quyền đọc.',
    'It must be JSON in UTF-8; check commas, brackets and permissions.',
  ],
  'cli.dossier-invalid': ['{file} sai ở mục {where}.', '{file} is wrong at {where}.'],
  'cli.dossier-invalid.hint': [
    'Mẫu: {"code", "received": "2026-11-22", "procedure": "1.001193", "owners": [{"kind": "citizen", "scheme": "SDD", "id", "name"}]}.',
    'Model: {"code", "received": "2026-11-22", "procedure": "1.001193", "owners": [{"kind": "citizen", "scheme": "SDD", "id", "name"}]}.',
  ],
  'cli.owner-unknown': ['Chưa có chủ giấy tờ nào với số này.', 'There is no owner with this number.'],
  'cli.owner-unknown.hint': [
    'Kiểm tra lại số, và thư mục dữ liệu (--data).',
    'Check the number, and the data folder (--data).',
  ],
  'cli.procedure-unknown': [
    'Không có thủ tục {code} có hiệu lực vào ngày này trong danh mục.',
    'No procedure {code} is in force on that day.',
  ],
  'cli.procedure-unknown.hint': [
    'Kiểm tra lại mã thủ tục và ngày (--on).',
    'Check the code and the day (--on).',
  ],
  'cli.no-legal-copy': [
    'Giấy tờ này chỉ lưu dữ liệu, không có bản điện tử.',
    'Only the facts of this paper are kept, there is no copy.',
  ],
  'cli.no-legal-copy.hint': ['Xem dữ liệu bằng `sohoa show`.', '`sohoa show` shows the facts.'],
  'cli.copy-damaged': [
    'Bản điện tử trong kho lưu đã bị thay đổi so với lúc lưu.',
    'The copy in the store is not what was filed.',
  ],
  'cli.copy-damaged.hint': [
    'Phục hồi thư mục dữ liệu từ bản sao lưu.',
    'Restore the data folder from a backup.',
  ],
  'cli.file-exists': ['Tệp {file} đã có.', 'The file {file} exists.'],
  'cli.file-exists.hint': [
    'Chọn tên khác, hoặc thêm --force để ghi đè.',
    'Choose another name, or add --force.',
  ],
  'cli.cannot-write': ['Không ghi được {file} ({why}).', '{file} cannot be written ({why}).'],
  'cli.cannot-write.hint': ['Kiểm tra quyền ghi và dung lượng ổ đĩa.', 'Check permissions and free space.'],
};

const surroundings: MessageTable = {
  'error.unexpected': ['Có lỗi ngoài dự kiến.', 'An unexpected error happened.'],
  'error.unexpected.hint': [
    'Chạy lại với --verbose để xem chi tiết, rồi gửi nhật ký cho người quản trị.',
    'Run again with --verbose for details, and send the log to the administrator.',
  ],
  'error.cancelled': ['Đã dừng theo yêu cầu.', 'Stopped as asked.'],
  'cli.error': ['Lỗi:', 'Error:'],
  'cli.hint': ['Cách xử lý:', 'What to do:'],
  'cli.config-unreadable': [
    'Không đọc được tệp cấu hình {file}.',
    'The configuration {file} cannot be read.',
  ],
  'cli.config-unreadable.hint': ['Tệp phải là một đối tượng JSON.', 'It must be a JSON object.'],
  'cli.kinds-unreadable': [
    'Không đọc được tệp loại giấy tờ {file}.',
    'The file of kinds {file} cannot be read.',
  ],
  'cli.kinds-unreadable.hint': [
    'Tệp phải là JSON theo mẫu danh mục loại giấy tờ.',
    'It must be JSON in the shape of the list of kinds.',
  ],
  'cli.registry-url': ['Địa chỉ cơ sở dữ liệu sai dạng.', 'The address of the database has a wrong form.'],
  'cli.registry-url.hint': [
    'Viết dạng postgres://người-dùng@máy-chủ:5432/tên-cơ-sở-dữ-liệu.',
    'Write postgres://user@host:5432/database.',
  ],
  'cli.no-keys': ['Chưa có khóa ký chính thức.', 'There is no key for production.'],
  'cli.no-keys.hint': [
    'Đặt SOHOA_P12 là tệp P12 được cấp và SOHOA_P12_PASSWORD_FILE là tệp chứa mật khẩu.',
    'Set SOHOA_P12 to the P12 that was issued and SOHOA_P12_PASSWORD_FILE to a file with its password.',
  ],
  'cli.no-native-reader': ['Máy chưa cài tesseract.', 'tesseract is not installed.'],
  'cli.no-native-reader.hint': [
    'Cài tesseract, hoặc dùng --ocr wasm (có sẵn trong chương trình).',
    'Install tesseract, or use --ocr wasm, which is built in.',
  ],
  'cli.secret-damaged': ['Tệp bí mật {file} bị hỏng.', 'The secret {file} is damaged.'],
  'cli.secret-damaged.hint': [
    'Phục hồi tệp này từ bản sao lưu; tạo mới sẽ làm mất liên kết tới tệp đã lưu.',
    'Restore it from a backup; a new one would not find what is stored.',
  ],
  'cli.demo.no-samples': ['Không tìm thấy hồ sơ mẫu trong {samples}.', 'There are no samples in {samples}.'],
  'cli.demo.no-samples.hint': ['Cài đặt lại sohoa.', 'Install sohoa again.'],
};

export const cliErrorMessages: MessageTable = { ...usage, ...input, ...surroundings };
