// A kind of paper no list ships, as an operator's clerk would write it: names, fields, labels.
const text = { required: true, sensitive: false, convention: 'as printed' };

export const foodSafety = {
  code: 'GIAY_CHUNG_NHAN_AN_TOAN_THUC_PHAM',
  name: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
  kind: 'ket_qua',
  resultCode: null,
  componentCode: null,
  shortCode: 'ATTP',
  titles: ['GIẤY CHỨNG NHẬN CƠ SỞ ĐỦ ĐIỀU KIỆN AN TOÀN THỰC PHẨM'],
  negativeTitles: [],
  ownerRoles: [
    {
      role: 'co_so',
      idField: 'ma_so_thue',
      nameField: 'ten_co_so',
      ownerKind: 'organisation',
      lead: true,
    },
  ],
  validity: { toField: 'ngay_het_han' },
  digitise: 'yes',
  sensitive: false,
  fields: [
    { key: 'so_ky_hieu', type: 'number', labels: ['Số'], ...text },
    { key: 'ngay_ban_hanh', type: 'date', labels: ['ngày'], ...text },
    { key: 'co_quan_ban_hanh', type: 'name', labels: [], ...text },
    { key: 'co_quan_chu_quan', type: 'name', labels: [], ...text, required: false },
    { key: 'ten_co_so', type: 'name', labels: ['Tên cơ sở', 'Cơ sở'], ...text },
    { key: 'ma_so_thue', type: 'id', labels: ['Mã số thuế'], ...text, convention: '10 digits' },
    { key: 'chu_co_so', type: 'name', labels: ['Họ và tên chủ cơ sở', 'Chủ cơ sở'], ...text },
    { key: 'dia_chi', type: 'place', labels: ['Địa chỉ', 'Địa chỉ cơ sở'], ...text },
    { key: 'loai_hinh', type: 'text', labels: ['Loại hình sản xuất, kinh doanh'], ...text },
    { key: 'hang', type: 'enum', labels: ['Xếp loại'], values: ['I', 'II', 'III'], ...text },
    { key: 'ngay_het_han', type: 'date', labels: ['Có hiệu lực đến ngày'], ...text },
    { key: 'nguoi_ky', type: 'name', labels: [], ...text },
  ],
};
