// Messages of lists and configuration: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const listsMessages: MessageTable = {
  'config.invalid': ['Cấu hình sai ở mục “{setting}”', 'Configuration is wrong at “{setting}”'],
  'config.invalid.hint': [
    'Sửa lại giá trị của mục này, hoặc bỏ đi để dùng giá trị mặc định',
    'Correct the value, or leave it out to use the default',
  ],
  'lists.shape': [
    'Danh mục {list}: mục {entry} sai cấu trúc tại {where}',
    'List {list}: entry {entry} has the wrong shape at {where}',
  ],
  'lists.shape.hint': [
    'So với một mục đang có trong danh mục loại giấy tờ rồi sửa lại',
    'Compare it with an entry of the shipped list and correct it',
  ],
  'lists.code-twice': ['Mã loại giấy tờ {kind} bị khai hai lần', 'The kind {kind} is given twice'],
  'lists.code-twice.hint': ['Bỏ bớt một mục', 'Remove one of the two entries'],
  'lists.short-code-twice': [
    'Mã ngắn {shortCode} dùng chung cho {kind} và {other}',
    'The short code {shortCode} belongs to both {kind} and {other}',
  ],
  'lists.short-code-twice.hint': [
    'Chọn mã ngắn khác, chưa loại nào dùng',
    'Choose a short code no kind uses',
  ],
  'lists.title-twice': [
    'Tiêu đề “{title}” thuộc cả hai loại {kind} và {other}',
    'The title “{title}” belongs to both {kind} and {other}',
  ],
  'lists.title-twice.hint': [
    'Mỗi tiêu đề chỉ được thuộc một loại giấy tờ: bỏ tiêu đề này ở một loại',
    'A title may belong to one kind only: remove it from one of them',
  ],
  'lists.field-twice': [
    'Loại {kind} có hai trường trùng khóa',
    'The kind {kind} has two fields with one key',
  ],
  'lists.field-twice.hint': ['Đặt khóa khác cho một trường', 'Give one of the fields another key'],
  'lists.lead-role': [
    'Loại {kind} phải có đúng một vai trò chủ giấy tờ chính (lead)',
    'The kind {kind} must have exactly one lead owner role',
  ],
  'lists.lead-role.hint': ['Đặt lead = true cho một vai trò duy nhất', 'Set lead = true on exactly one role'],
  'lists.unknown-field': [
    'Loại {kind} nhắc tới trường {field} mà không khai trường này',
    'The kind {kind} names the field {field}, which it does not have',
  ],
  'lists.unknown-field.hint': [
    'Khai thêm trường hoặc sửa lại tên trường',
    'Add the field or correct its name',
  ],
  'lists.version-twice': ['Thủ tục {procedure} bị khai hai lần', 'The procedure {procedure} is given twice'],
  'lists.unknown-kind': [
    'Thủ tục {procedure} nhắc tới loại giấy tờ {kind} không có trong danh mục',
    'The procedure {procedure} names the kind {kind}, which is in no list',
  ],
  'lists.unknown-agency': [
    'Cơ quan {agency} nhắc tới mã {other} không có trong danh mục',
    'The agency {agency} names {other}, which is in no list',
  ],
  'lists.no-package-root': [
    'Không tìm thấy thư mục cài đặt của sohoa',
    'The folder where sohoa is installed was not found',
  ],
  'lists.no-package-root.hint': ['Cài đặt lại sohoa', 'Install sohoa again'],
};
