// Messages of signing: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

const keyMessages: MessageTable = {
  'signing.p12-password': [
    'Mật khẩu của tệp khóa {file} không đúng.',
    'The password of the key file {file} is wrong.',
  ],
  'signing.p12-password.hint': [
    'Kiểm tra lại mật khẩu, chú ý phím Caps Lock và bộ gõ tiếng Việt.',
    'Check the password; mind Caps Lock and the Vietnamese input method.',
  ],
  'signing.p12-unreadable': [
    'Tệp khóa {file} bị hỏng hoặc không phải là tệp P12.',
    'The key file {file} is damaged or is no P12 file.',
  ],
  'signing.p12-unreadable.hint': [
    'Phục hồi tệp từ bản sao lưu, hoặc xuất lại khóa và chứng thư số dưới dạng P12 hay PFX.',
    'Restore it from a backup, or export the key and its certificate again as P12 or PFX.',
  ],
  'signing.p12-empty': [
    'Tệp khóa {file} không có khóa bí mật cùng với chứng thư số của khóa đó.',
    'The key file {file} holds no private key together with its certificate.',
  ],
  'signing.p12-empty.hint': [
    'Khi xuất tệp P12, chọn kèm cả khóa bí mật và chuỗi chứng thư số.',
    'Export the P12 with the private key and the certificate chain.',
  ],
  'signing.key-kind': [
    'Chưa hỗ trợ loại khóa {kind}; chỉ ký được bằng khóa RSA hoặc ECDSA.',
    'Keys of kind {kind} are not supported; RSA and ECDSA are.',
  ],
  'signing.certificate-expired': [
    'Chứng thư số đã hết hạn từ ngày {date}, không được dùng để ký.',
    'The signing certificate expired on {date} and may not sign.',
  ],
  'signing.certificate-expired.hint': [
    'Kiểm tra ngày giờ của máy; nếu đúng, đề nghị cấp chứng thư số mới (khóa chạy thử: chuyển các tệp khóa đi, giữ lại objects.secret, rồi chạy `sohoa keys init`).',
    'Check the date and time of this computer; if they are right, ask for a new certificate (test keys: move the key files away, keep objects.secret, and run `sohoa keys init`).',
  ],
  'signing.certificate-not-yet': [
    'Chứng thư số chỉ có hiệu lực từ ngày {date}.',
    'The signing certificate is valid only from {date}.',
  ],
  'signing.certificate-not-yet.hint': [
    'Kiểm tra ngày giờ của máy tính.',
    'Check the date and time of this computer.',
  ],
  'signing.development-key': [
    'Đây là khóa chạy thử (BẢN THỬ), không được dùng để ký chính thức.',
    'This is a development key; a production run does not sign with it.',
  ],
  'signing.development-key.hint': [
    'Cấu hình tệp P12 của chữ ký số được cấp cho cán bộ.',
    'Configure the P12 of the signature issued to the officer.',
  ],
  'signing.keys-exist': ['Thư mục {folder} đã có khóa.', 'The folder {folder} already holds keys.'],
  'signing.keys-exist.hint': [
    'Chọn thư mục khác; khóa đang có không bao giờ bị ghi đè.',
    'Choose another folder; existing keys are never replaced.',
  ],
  'signing.key-file-missing': ['Không đọc được tệp khóa {file}.', 'The key file {file} cannot be read.'],
  'signing.key-file-missing.hint': [
    'Kiểm tra đường dẫn và quyền đọc, hoặc tạo khóa chạy thử bằng `sohoa keys init`.',
    'Check the path and permissions, or make test keys with `sohoa keys init`.',
  ],
  'signing.trust-unreadable': [
    'Tệp chứng thư số gốc tin cậy không chứa chứng thư số nào ở dạng PEM.',
    'The trust anchor file holds no PEM certificate.',
  ],
};

const sealMessages: MessageTable = {
  'signing.already-signed': [
    'Tệp PDF đã có chữ ký số nên được giữ nguyên, không ký thêm.',
    'The PDF already carries a digital signature; it is kept as it is and not sealed.',
  ],
  'signing.pdf-unreadable': ['Không đọc được tệp PDF cần ký.', 'The PDF to sign cannot be read.'],
  'signing.pdf-encrypted': [
    'Tệp PDF có đặt mật khẩu nên không ký được.',
    'The PDF is encrypted and cannot be signed.',
  ],
  'signing.pdf-not-appendable': [
    'Không thể ghi nối chữ ký vào tệp PDF này ({why}).',
    'No signature can be appended to this PDF ({why}).',
  ],
  'signing.pdf-not-appendable.hint': [
    'Tạo lại bản điện tử từ bản quét rồi ký lại.',
    'Compose the electronic copy from the scan again, then sign.',
  ],
  'signing.pdf-no-page': ['Tệp PDF không có trang nào.', 'The PDF has no page.'],
  'signing.no-place': [
    'Trang 1 không còn chỗ nào để đặt thông tin chữ ký mà không che mã QR.',
    'Page 1 has no place for the stamp that would not cover a QR code.',
  ],
  'signing.no-place.hint': [
    'Quét lại với lề rộng hơn hoặc quét trên khổ giấy lớn hơn.',
    'Scan again with wider margins or on larger paper.',
  ],
  'signing.signature-too-long': [
    'Chữ ký nhận được dài hơn chỗ đã chừa trong tệp PDF.',
    'The signature is longer than the place kept for it in the PDF.',
  ],
};

const verifyMessages: MessageTable = {
  'verify.unsigned': ['Tệp không có chữ ký số.', 'The file carries no digital signature.'],
  'verify.unreadable': ['Không đọc được tệp PDF.', 'The PDF cannot be read.'],
  'verify.encrypted': ['Tệp PDF có đặt mật khẩu.', 'The PDF is encrypted.'],
  'verify.damaged-structure': ['Cấu trúc tệp PDF bị hỏng.', 'The structure of the PDF is damaged.'],
  'verify.signature-not-listed': [
    'Trong tệp có chữ ký số nhưng không trường chữ ký nào dẫn tới.',
    'The file holds a signature that no signature field shows.',
  ],
  'verify.byte-range': [
    'Phạm vi ký không khớp với nội dung tệp.',
    'The signed byte range does not fit the bytes of the file.',
  ],
  'verify.cms-unreadable': ['Không đọc được dữ liệu chữ ký.', 'The signature data cannot be read.'],
  'verify.padding': [
    'Có dữ liệu lạ nằm sau chữ ký, ngoài phạm vi được ký.',
    'Unsigned data stands behind the signature.',
  ],
  'verify.digest-mismatch': [
    'Nội dung tệp đã bị thay đổi sau khi ký.',
    'The content was changed after signing.',
  ],
  'verify.signature-wrong': [
    'Giá trị chữ ký không đúng với chứng thư số.',
    'The signature value does not fit the certificate.',
  ],
  'verify.signing-certificate-missing': [
    'Chữ ký không kèm chứng thư số của người ký.',
    'The signature does not carry the signing certificate.',
  ],
  'verify.signing-certificate-mismatch': [
    'Chữ ký không xác nhận đúng chứng thư số đã dùng để ký.',
    'The signature does not vouch for the certificate it was made with.',
  ],
  'verify.algorithm-unsupported': [
    'Thuật toán ký không được hỗ trợ hoặc không còn an toàn.',
    'The signature algorithm is not supported or no longer safe.',
  ],
  'verify.key-too-short': ['Khóa RSA ngắn hơn 2048 bit.', 'The RSA key is shorter than 2048 bits.'],
  'verify.subfilter-unsupported': [
    'Chưa kiểm tra được dạng chữ ký này.',
    'This kind of signature is not judged yet.',
  ],
  'verify.timestamp-not-judged': ['Chưa kiểm tra được dấu thời gian.', 'Timestamps are not judged yet.'],
  'verify.changes-not-judged': [
    'Tệp được ghi thêm sau chữ ký này; chưa xác định được phần thêm có được phép hay không.',
    'Something was added after this signature; whether that is allowed is not judged yet.',
  ],
  'verify.no-signing-time': ['Chữ ký không ghi thời điểm ký.', 'The signature states no time.'],
  'verify.signing-time-in-future': ['Thời điểm ký ở tương lai.', 'The signing time lies in the future.'],
  'verify.untrusted': [
    'Chứng thư số không dẫn tới tổ chức chứng thực được tin cậy.',
    'The certificate leads to no trusted authority.',
  ],
  'verify.untrusted.hint': [
    'Thêm chứng thư số gốc bằng `--trust TỆP.pem`.',
    'Give the root certificate with `--trust FILE.pem`.',
  ],
  'verify.certificate-out-of-time': [
    'Chứng thư số không có hiệu lực tại thời điểm ký.',
    'A certificate was not valid at the signing time.',
  ],
  'verify.certificate-expired-since': [
    'Chứng thư số nay đã hết hạn và không có dấu thời gian chứng minh đã ký trước đó.',
    'A certificate has expired since, and no timestamp proves that the signature is older.',
  ],
  'verify.certificate-purpose': [
    'Chứng thư số không được cấp cho mục đích này.',
    'A certificate is not meant for this use.',
  ],
  'verify.certificate-extension': [
    'Chứng thư số có ràng buộc chưa kiểm tra được.',
    'A certificate has a critical constraint that is not judged.',
  ],
  'verify.revocation-unknown': [
    'Chưa biết chứng thư số có bị thu hồi hay không.',
    'Whether a certificate was revoked is not known.',
  ],
};

export const signingMessages: MessageTable = { ...keyMessages, ...sealMessages, ...verifyMessages };
