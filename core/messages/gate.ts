// Messages of the gate at intake: what is not digitised, why, and where it goes instead.
import type { MessageTable } from './index.ts';

export const gateMessages: MessageTable = {
  'gate.secret': [
    'Giấy tờ có dấu chỉ độ mật nên không được số hóa. Đã dừng; hình và chữ đã đọc của giấy tờ này bị xóa, không lưu ở đâu. Căn cứ: {basis}',
    'The paper carries a marking of secrecy and must not be digitised. Stopped; what was read of it has been wiped and is kept nowhere. Legal basis: {basisEn}',
  ],
  'gate.secret.hint': ['{channel}.', '{channelEn}.'],
  'gate.secret-doubt': [
    'Giấy tờ có chữ giống dấu chỉ độ mật nên tạm dừng để người có trách nhiệm xem; hình và chữ đã đọc bị xóa, không lưu ở đâu. Căn cứ: {basis}',
    'The paper carries what looks like a marking of secrecy: stopped until somebody in charge has looked; what was read of it has been wiped and is kept nowhere. Legal basis: {basisEn}',
  ],
  'gate.secret-doubt.hint': ['{channel}.', '{channelEn}.'],
  'gate.shown-only': [
    'Giấy tờ chỉ xuất trình: chỉ giữ thông tin, không giữ hình. Căn cứ: {basis}',
    'The paper is only shown: its facts are kept, its picture is not. Legal basis: {basisEn}',
  ],
  'gate.certified-copy': [
    'Đây là bản sao có chứng thực, quy định không số hóa. Căn cứ: {basis}',
    'This is a certified copy, which the rules do not digitise. Legal basis: {basisEn}',
  ],
  'gate.certified-copy.hint': [
    'Nên quét bản chính, hoặc lấy bản sao điện tử được chứng thực từ bản chính.',
    'Scan the original, or use an electronic copy certified from the original.',
  ],
  'gate.plain-copy': [
    'Đây là bản sao chụp, quy định không số hóa. Căn cứ: {basis}',
    'This is a plain copy, which the rules do not digitise. Legal basis: {basisEn}',
  ],
  'gate.plain-copy.hint': ['Nên quét bản chính.', 'Scan the original.'],
  'gate.grey-copy': [
    'Bản quét màu mà không thấy dấu đỏ hay mực màu nào: có thể là bản sao chụp, quy định không số hóa. Căn cứ: {basis}',
    'A colour scan without any coloured ink: perhaps a plain copy, which the rules do not digitise. Legal basis: {basisEn}',
  ],
  'gate.grey-copy.hint': [
    'Xem lại bản giấy: là bản sao chụp thì quét bản chính.',
    'Look at the paper: if it is a copy, scan the original.',
  ],
  'gate.national-data': [
    'Nội dung giấy tờ này có thể đã là dữ liệu có giá trị pháp lý trong {base}. Căn cứ: {basis}',
    'What this paper says may already be data with legal value in {baseEn}. Legal basis: {basisEn}',
  ],
  'gate.national-data.hint': [
    'Tra cứu cơ sở dữ liệu trước; đã có thì không cần số hóa.',
    'Look it up there first; if it is there, there is no need to digitise it.',
  ],
  'gate.not-digitised': [
    'Loại giấy tờ này không số hóa. Căn cứ: {basis}',
    'This kind of paper is not digitised. Legal basis: {basisEn}',
  ],
  'lists.gate-unknown': [
    'Tệp --gate nhắc tới quy tắc {rule} không có',
    'The file of --gate names the rule {rule}, which there is not',
  ],
  'lists.gate-unknown.hint': [
    'Các quy tắc: secret, secret-doubt, shown-only, certified-copy, plain-copy, grey-copy, national-data, not-digitised.',
    'The rules: secret, secret-doubt, shown-only, certified-copy, plain-copy, grey-copy, national-data, not-digitised.',
  ],
  'lists.gate-shape': [
    'Tệp --gate sai cấu trúc ở quy tắc {entry}, mục {where}',
    'The file of --gate has the wrong shape at rule {entry}, {where}',
  ],
  'lists.gate-shape.hint': [
    'Mỗi quy tắc ghi action (pass, warn, facts-only, skip, stop) hoặc overridableBy, ví dụ: {"plain-copy": {"action": "skip"}}.',
    'Each rule has an action (pass, warn, facts-only, skip, stop) or overridableBy, for example: {"plain-copy": {"action": "skip"}}.',
  ],
  'lists.gate-weakened': [
    'Quy tắc {rule} không được nới lỏng: giấy tờ mật luôn phải dừng',
    'The rule {rule} may not be weakened: secret papers are always stopped',
  ],
  'lists.gate-weakened.hint': ['Bỏ mục này khỏi tệp --gate.', 'Take the entry out of the file of --gate.'],
  'lists.gate-twice': [
    'Danh mục quy tắc số hóa có hai quy tắc trùng mã',
    'Two rules of the gate have one code',
  ],
  'lists.gate-role': [
    'Quy tắc {rule} nhắc tới vai trò {role} không có',
    'The rule {rule} names the role {role}, which there is not',
  ],
  'lists.gate-role.hint': [
    'Các vai trò: supervisor, secrecy-officer.',
    'The roles: supervisor, secrecy-officer.',
  ],
  'cli.gate-unreadable': [
    'Không đọc được tệp quy tắc số hóa {file}.',
    'The file of rules of the gate {file} cannot be read.',
  ],
  'cli.gate-unreadable.hint': [
    'Tệp phải là JSON, ví dụ: {"plain-copy": {"action": "skip"}}.',
    'It must be JSON, for example: {"plain-copy": {"action": "skip"}}.',
  ],
  'cli.opt.gate': ['tệp JSON chỉnh quy tắc không số hóa', 'JSON file that changes what is not digitised'],
  'cli.opt.override': [
    'cho qua một quy tắc không số hóa trong lần chạy này, cùng --role và --reason',
    'let a rule of what is not digitised pass in this run, with --role and --reason',
  ],
  'cli.opt.role': ['vai trò của người cho qua', 'role of whoever lets it pass'],
  'cli.opt.reason': ['lý do cho qua, ghi vào chuỗi bằng chứng', 'why, written into the evidence chain'],
  'cli.meta.RULE': ['QUY-TẮC', 'RULE'],
  'cli.meta.ROLE': ['VAI-TRÒ', 'ROLE'],
  'cli.meta.TEXT': ['NỘI-DUNG', 'TEXT'],
  'gate.override-incomplete': [
    'Cho qua một quy tắc phải ghi đủ --override, --role và --reason.',
    'Letting a rule pass needs --override, --role and --reason together.',
  ],
  'gate.override-incomplete.hint': [
    'Ví dụ: --override plain-copy --role supervisor --reason "Bản chính đã nộp lưu".',
    'For example: --override plain-copy --role supervisor --reason "The original was handed in".',
  ],
  'gate.override-unknown': ['Không có quy tắc {rule}.', 'There is no rule {rule}.'],
  'gate.override-unknown.hint': ['Các quy tắc: {rules}.', 'The rules: {rules}.'],
  'gate.override-nobody': ['Không ai được cho qua quy tắc {rule}.', 'Nobody may let the rule {rule} pass.'],
  'gate.override-nobody.hint': [
    'Giấy tờ mật không được số hóa; báo người phụ trách bảo vệ bí mật nhà nước.',
    'Secret papers must not be digitised; tell the officer in charge of state secrets.',
  ],
  'gate.override-role': [
    'Vai trò {role} không được cho qua quy tắc {rule}.',
    'The role {role} may not let the rule {rule} pass.',
  ],
  'gate.override-role.hint': ['Vai trò được phép: {roles}.', 'Roles that may: {roles}.'],
  'cli.event.gate-overridden': ['cho qua quy tắc không số hóa', 'rule of the gate let pass'],
};
