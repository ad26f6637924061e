// Messages of capture check and review: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';
import { reviewHelpMessages } from './review-help.ts';

const words: MessageTable = {
  'review.kind': ['Loại giấy tờ', 'Kind of paper'],
  'review.nothing': ['(chưa có)', '(nothing)'],
  'review.read': ['Máy đọc: {value}', 'Read: {value}'],
  'review.choices': ['Một trong: {choices}', 'One of: {choices}'],
  'review.more-reasons': ['và {count} lý do khác', 'and {count} more'],
  'review.none': ['Không có giấy tờ nào chờ kiểm tra.', 'Nothing waits to be looked at.'],
  'review.count': ['{count} giấy tờ chờ kiểm tra.', '{count} papers wait.'],
  'review.count-more': [
    'Đây là {count} giấy tờ cũ nhất; còn nữa (--limit).',
    'These are the oldest {count}; there are more (--limit).',
  ],
  'review.begin': ['{count} giấy tờ chờ kiểm tra.', '{count} papers wait.'],
  'review.end': ['Đã lưu kho {filed} giấy tờ, còn {left}.', '{filed} papers filed, {left} left.'],
  'review.open': ['còn {open} chỗ', '{open} to go'],
  'review.keys': [
    'Enter: đúng · gõ giá trị: thay · -: để trống · k: đổi loại giấy tờ · u: quay lại · s: để sau · q: dừng · ?: trợ giúp · =giá trị: khi giá trị trùng phím lệnh',
    'Enter: right · type: replace · -: leave empty · k: change the kind · u: undo · s: leave for later · q: stop · ?: help · =value: where a value looks like a key',
  ],
  'review.no-doubt': [
    'Không còn chỗ nào chưa chắc. Enter: lưu kho · s: để sau',
    'Nothing is in doubt any more. Enter: file it · s: leave it for later',
  ],
  'review.type-or-dash': ['Gõ giá trị, hoặc - để trống.', 'Type a value, or - to leave it empty.'],
  'review.kind-words': ['Gõ vài từ trong tên loại giấy tờ:', 'Type a few words of the kind:'],
  'review.kind-number': [
    'Chọn số, hoặc gõ từ khác; Enter là thôi.',
    'Choose a number, or type other words; Enter gives up.',
  ],
  'review.kind-none': [
    'Không có loại nào như vậy; gõ từ khác, Enter là thôi.',
    'No such kind; type other words, Enter gives up.',
  ],
  'review.now': ['→ {state}', '→ {state}'],
  'review.saved': ['Đã ghi {count} chỗ sửa.', '{count} corrections saved.'],
  'review.alias': ['Tìm được cả bằng mã {code}', 'Also found by {code}'],
  'review.wants-approval': [
    'Loại giấy tờ này cần người thứ hai phê duyệt (sohoa review approve).',
    'This kind wants the approval of a second person (sohoa review approve).',
  ],
  'review.replaced': ['{old} → {new}', '{old} → {new}'],
  'evidence.clerk:typed': ['cán bộ nhập', 'typed by a clerk'],
  'evidence.clerk:confirmed': ['cán bộ xác nhận', 'confirmed by a clerk'],
  'evidence.clerk:accepted': ['cán bộ chấp nhận cả giấy tờ', 'accepted with the paper'],
  'evidence.clerk:kind': ['cán bộ chọn loại', 'kind chosen by a clerk'],
  'cli.approval.pending': ['chờ duyệt', 'pending'],
  'cli.approval.approved': ['đã duyệt', 'approved'],
  'cli.approval.rejected': ['không duyệt', 'rejected'],
  'cli.column.approval': ['Phê duyệt', 'Approval'],
  'cli.event.discarded': ['hủy', 'discarded'],
  'cli.event.superseded': ['được thay thế', 'superseded'],
  'cli.event.approved': ['phê duyệt', 'approved'],
  'cli.event.rejected': ['không duyệt', 'rejected'],
};

const policy: MessageTable = {
  'review.policy.source': [
    'Đo trên {count} dữ liệu: {shipped} kèm theo phần mềm, {own} kiểm tra tại chỗ.',
    'Measured on {count} facts: {shipped} shipped, {own} looked at here.',
  ],
  'review.policy.shipped': ['Số liệu kèm theo: {origin}', 'Shipped figures: {origin}'],
  'review.policy.bin': ['tin cậy', 'confidence'],
  'review.policy.facts': ['số dữ liệu', 'facts'],
  'review.policy.right': ['đúng', 'right'],
  'review.policy.share': ['tỷ lệ đúng', 'share right'],
  'review.policy.bound': ['cận dưới 95 %', '95 % lower bound'],
  'review.policy.now': [
    'Ngưỡng hiện dùng {sure}: phải kiểm tra {looked} dữ liệu; trong số không kiểm tra, sai ước tính {error} (cận trên {bound}).',
    'Threshold in use {sure}: {looked} of the facts are looked at; of the rest about {error} are wrong (upper bound {bound}).',
  ],
  'review.policy.chosen': [
    'Để sai không quá {target}: ngưỡng {sure}, phải kiểm tra {looked} dữ liệu; sai ước tính {error} (cận trên {bound}).',
    'For at most {target} wrong: threshold {sure}, {looked} of the facts are looked at; about {error} are wrong (upper bound {bound}).',
  ],
  'review.policy.type': [
    '  kiểu “{type}”: ngưỡng {sure}, kiểm tra {looked}',
    '  type “{type}”: threshold {sure}, {looked} looked at',
  ],
  'review.policy.applied': ['Đã ghi vào {file}.', 'Written to {file}.'],
  'review.policy.applied-not': ['Thêm --apply để dùng ngưỡng này.', 'Add --apply to use it.'],
  'review.policy.bound-misses': [
    'Số liệu chưa đủ để chắc chắn 95 %; kiểm tra thêm cả những chỗ đã chắc (review next --all).',
    'There are too few facts to be 95 % certain; look at sure ones too now and then (review next --all).',
  ],
  'review.policy.unreachable': [
    'Không ngưỡng nào đạt tỷ lệ sai {target} với số liệu đang có: phải kiểm tra mọi dữ liệu.',
    'No threshold reaches {target} with the figures there are: everything has to be looked at.',
  ],
  'review.policy.unreachable.hint': [
    'Chọn tỷ lệ lớn hơn, hoặc kiểm tra thêm giấy tờ (review next --all) để có thêm số liệu.',
    'Choose a larger share, or look at more papers (review next --all) for more figures.',
  ],
  'review.no-share': [
    'Giá trị của {option} phải là tỷ lệ như 0.5% hoặc 0.005.',
    'The value of {option} must be a share such as 0.5% or 0.005.',
  ],
  'review.replay.sum': [
    '{papers} giấy tờ, {facts} dữ liệu đã kiểm tra: trước đúng {before}, nay đúng {now}.',
    '{papers} papers, {facts} facts looked at: {before} were right then, {now} now.',
  ],
  'review.replay.better': ['nay đúng', 'right now'],
  'review.replay.worse': ['nay sai', 'wrong now'],
  'review.replay.column.paper': ['Giấy tờ', 'Paper'],
  'review.replay.column.field': ['Trường', 'Field'],
  'review.replay.column.change': ['Thay đổi', 'Change'],
  'review.replay.column.before': ['Trước', 'Before'],
  'review.replay.column.now': ['Nay', 'Now'],
  'review.replay.column.truth': ['Đúng là', 'Right'],
  'review.apply-what': ['--apply cần --target-error.', '--apply needs --target-error.'],
  'review.apply-what.hint': ['Ví dụ: --target-error 0.5%', 'For example: --target-error 0.5%'],
  'review.replay.none': ['Chưa có giấy tờ nào được kiểm tra ở đây.', 'No paper has been looked at here yet.'],
};

const errors: MessageTable = {
  'review.no-actor': ['Chưa biết ai thực hiện.', 'It is not said who does this.'],
  'review.no-actor.hint': [
    'Thêm --actor "Họ tên", hoặc đặt officer trong cấu hình (SOHOA_OFFICER).',
    'Add --actor "Name", or set officer in the settings (SOHOA_OFFICER).',
  ],
  'review.no-such-dossier': ['Không có hồ sơ này.', 'There is no such dossier.'],
  'review.not-open': ['Giấy tờ {id} không ở trạng thái kiểm tra được.', 'Paper {id} is not open to review.'],
  'review.not-open.hint': ['Xem trạng thái bằng `sohoa show {id}`.', '`sohoa show {id}` tells its state.'],
  'review.not-filed': ['Giấy tờ {id} chưa lưu kho.', 'Paper {id} is not filed.'],
  'review.not-filed.hint': [
    'Kiểm tra xong (sohoa review) rồi mới phê duyệt.',
    'Look at it first (sohoa review), then approve.',
  ],
  'review.second-person': [
    'Loại giấy tờ này phải do người khác phê duyệt, không phải người đã làm giấy tờ {id}.',
    'This kind is approved by somebody who had no hand in paper {id}.',
  ],
  'review.second-person.hint': ['Nhờ cán bộ khác phê duyệt.', 'Ask a colleague to approve it.'],
  'review.kind-needed': ['Chưa chọn loại cho giấy tờ {id}.', 'Paper {id} has no kind yet.'],
  'review.kind-needed.hint': ['Chọn bằng --kind.', 'Choose one with --kind.'],
  'review.no-such-kind': ['Không có loại giấy tờ {code}.', 'There is no kind {code}.'],
  'review.picture-gone': [
    'Giấy tờ {id} chỉ lưu dữ liệu, không lưu ảnh: không đổi sang loại phải lưu ảnh được.',
    'Of paper {id} only facts are kept: it cannot become a kind whose picture is.',
  ],
  'review.picture-gone.hint': ['Quét lại: `sohoa review rescan`.', 'Scan it again: `sohoa review rescan`.'],
  'review.unsealed': ['Giấy tờ {id} chưa có bản điện tử ký số.', 'Paper {id} has no sealed copy yet.'],
  'review.file-damaged': [
    'Tệp “{role}” của giấy tờ không còn nguyên vẹn.',
    'The file “{role}” of the paper is damaged.',
  ],
  'review.file-damaged.hint': ['Khôi phục từ bản sao lưu.', 'Restore it from a backup.'],
  'review.chain-broken': [
    'Chuỗi bằng chứng của giấy tờ {id} bị đứt.',
    'The evidence chain of paper {id} is broken.',
  ],
  'review.chain-broken.hint': [
    'Báo người phụ trách; khôi phục từ bản sao lưu.',
    'Report it; restore the file from a backup.',
  ],
  'review.nothing-to-set': ['Chưa nói sửa gì.', 'Nothing was said to be corrected.'],
  'review.nothing-to-set.hint': ['Viết dạng TRƯỜNG=GIÁ-TRỊ.', 'Write KEY=VALUE.'],
  'review.no-pair': ['Chỗ sửa phải có dạng TRƯỜNG=GIÁ-TRỊ.', 'A correction must be KEY=VALUE.'],
  'review.no-such-field': [
    'Loại giấy tờ này không có trường “{label}”.',
    'This kind has no field “{label}”.',
  ],
  'review.value-empty': [
    '“{label}”: giá trị trống hoặc không dùng được.',
    '“{label}”: the value is empty or cannot be used.',
  ],
  'review.value-id': [
    '“{label}”: không phải số định danh (12 số), CMND (9 số), hộ chiếu hoặc mã số thuế.',
    '“{label}”: no personal number (12 digits), old card (9), passport or tax code.',
  ],
  'review.value-date': [
    '“{label}”: không phải ngày có thật; viết dạng 05/11/2025, hoặc chỉ năm.',
    '“{label}”: no day of the calendar; write 05/11/2025 or 2025-11-05, or a year alone.',
  ],
  'review.value-name': ['“{label}”: không giống tên.', '“{label}”: does not look like a name.'],
  'review.value-number': ['“{label}”: không giống số, ký hiệu.', '“{label}”: does not look like a number.'],
  'review.value-enum': ['“{label}”: phải là một trong {choices}.', '“{label}”: must be one of {choices}.'],
  'review.value-place': ['“{label}”: không dùng được.', '“{label}”: cannot be used.'],
  'review.value-text': ['“{label}”: không dùng được.', '“{label}”: cannot be used.'],
  'review.tax-code-doubtful': ['Mã số thuế sai số kiểm tra', 'The check digit of the tax code does not fit'],
};

const capture: MessageTable = {
  'capture.held': [
    'Bản quét cần người xem trước khi ký số',
    'Somebody has to look at the scan before it is sealed',
  ],
  'capture.unreadable': [
    'Trang {page}: phần lớn chữ không đọc được; có thể bị ngược hoặc quá mờ',
    'Page {page}: most words cannot be read; it may be upside down or too faint',
  ],
  'capture.unreadable.hint': ['Xoay trang hoặc quét lại.', 'Turn the page, or scan it again.'],
  'capture.sheet-ignored': [
    'Trang {page}: có mã tờ phân tách nhưng còn nội dung khác nên không tách',
    'Page {page}: carries the code of a separator sheet, but more than that, so nothing was split',
  ],
  'capture.sheet-ignored.hint': ['Xem có cần tách giấy tờ không.', 'See whether the paper is to be split.'],
  'capture.new-paper': [
    'Trang {page}: có Quốc hiệu như trang đầu của một giấy tờ khác',
    'Page {page}: begins like the first page of another paper',
  ],
  'capture.new-paper.hint': [
    'Nếu là giấy tờ khác thì tách: `sohoa review split`.',
    'If it is another paper: `sohoa review split`.',
  ],
};

const cutting: MessageTable = {
  'review.no-such-page': ['Giấy tờ {id} không có trang {page}.', 'Paper {id} has no page {page}.'],
  'review.no-such-page.hint': [
    'Số trang tính theo bản quét gốc: {pages}.',
    'Pages count as in the scan: {pages}.',
  ],
  'review.cut-first-page': [
    'Trang {page} đã là trang đầu của giấy tờ.',
    'Page {page} is the first page already.',
  ],
  'review.join-two': ['Cần ít nhất hai giấy tờ để ghép.', 'It takes two papers to be joined.'],
  'review.other-scan': ['Các giấy tờ không cùng một bản quét.', 'The papers are not of one scan.'],
  'review.other-scan.hint': [
    'Quét lại thành một tệp rồi dùng `sohoa review rescan`.',
    'Scan them as one file, then `sohoa review rescan`.',
  ],
  'review.no-original': [
    'Bản quét gốc của giấy tờ {id} không được lưu.',
    'The scan of paper {id} is not kept.',
  ],
  'review.no-original.hint': ['Quét lại: `sohoa review rescan`.', 'Scan it again: `sohoa review rescan`.'],
  'review.signed-input': [
    'Giấy tờ {id} đã ký số từ trước: giữ nguyên, không cắt xoay.',
    'Paper {id} came signed: its bytes stay as they are.',
  ],
  'review.no-turn': ['Góc xoay phải có dạng TRANG=90, 180 hoặc 270.', 'A turn must be PAGE=90, 180 or 270.'],
  'review.same-scan': ['Đây chính là bản quét cũ của giấy tờ {id}.', 'This is the very scan of paper {id}.'],
  'review.same-scan.hint': ['Quét lại rồi đưa tệp mới.', 'Scan it again and give the new file.'],
  'review.scan-failed': [
    'Bản quét mới không dùng được, giấy tờ cũ giữ nguyên.',
    'The new scan cannot be used; the old paper stays.',
  ],
};

export const reviewMessages: MessageTable = {
  ...reviewHelpMessages,
  ...words,
  ...policy,
  ...errors,
  ...capture,
  ...cutting,
};
