// Names of the fields that kinds of paper share: `field.<key>` -> [Vietnamese, English]. A field that is not here is
// called by its first printed label.
import type { MessageTable } from './index.ts';

const names: Readonly<Record<string, readonly [string, string]>> = {
  so_ky_hieu: ['Số, ký hiệu', 'Number and notation'],
  ngay_ban_hanh: ['Ngày ban hành', 'Date of issue'],
  co_quan_ban_hanh: ['Cơ quan ban hành', 'Issuing agency'],
  co_quan_chu_quan: ['Cơ quan chủ quản', 'Superior agency'],
  ho_ten: ['Họ, chữ đệm, tên', 'Full name'],
  ngay_sinh: ['Ngày sinh', 'Date of birth'],
  so_dinh_danh: ['Số định danh', 'Personal number'],
  nguoi_ky: ['Người ký', 'Signer'],
  chuc_vu: ['Chức vụ người ký', 'Position of the signer'],
  ho_ten_vo: ['Họ tên vợ', 'Name of the wife'],
  ho_ten_chong: ['Họ tên chồng', 'Name of the husband'],
  so_dinh_danh_vo: ['Số định danh của vợ', 'Personal number of the wife'],
  so_dinh_danh_chong: ['Số định danh của chồng', 'Personal number of the husband'],
  ho_ten_me: ['Họ tên mẹ', 'Name of the mother'],
  so_dinh_danh_me: ['Số định danh của mẹ', 'Personal number of the mother'],
  nguoi_yeu_cau: ['Người yêu cầu', 'Applicant'],
  ngay_lam_don: ['Ngày làm đơn', 'Date of the application'],
  ngay_chet: ['Ngày mất', 'Date of death'],
  gioi_tinh: ['Giới tính', 'Sex'],
  noi_thuong_tru: ['Nơi thường trú', 'Place of residence'],
  ngay_cap: ['Ngày cấp', 'Date of issue'],
  ngay_het_han: ['Ngày hết hạn', 'Date of expiry'],
  so_phat_hanh: ['Số phát hành', 'Serial number'],
  ten_ho_kinh_doanh: ['Tên hộ kinh doanh', 'Name of the household business'],
  ma_so_doanh_nghiep: ['Mã số doanh nghiệp', 'Enterprise number'],
  ten_doanh_nghiep: ['Tên doanh nghiệp', 'Name of the enterprise'],
  nguoi_dai_dien: ['Người đại diện', 'Representative'],
  ma_so_thue: ['Mã số thuế', 'Tax code'],
  pham_vi_hanh_nghe: ['Phạm vi hành nghề', 'Scope of practice'],
  hang: ['Hạng', 'Class'],
  ma_ho_so: ['Mã hồ sơ', 'Dossier code'],
  ma_tthc: ['Mã thủ tục', 'Procedure code'],
  ngay_hen_tra: ['Ngày hẹn trả', 'Date of return'],
  trich_yeu: ['Trích yếu', 'Subject'],
  noi_dung: ['Nội dung', 'Content'],
  ket_luan: ['Kết luận', 'Conclusion'],
};

export const fieldMessages: MessageTable = Object.fromEntries(
  Object.entries(names).map(([key, name]) => [`field.${key}`, name]),
);
