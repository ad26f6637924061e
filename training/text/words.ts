// Words and phrases of official papers, written for this purpose; place names and kinds come from our lists.

const split = (text: string): string[] =>
  text
    .trim()
    .split(/\s*\|\s*|\n+/)
    .map((part) => part.trim())
    .filter(Boolean);

export const families = split(
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Tô|Trịnh|Đoàn|Lâm|Phùng|Tạ|Quách|Thái|Lương|Châu|La|Hứa|Cao|Chu|Tăng|Kiều|Nông|Triệu|Vi|Hà|Lò|Giàng|Thạch|Sơn|Khổng|Nghiêm|Mạc|Bế|Ma|Quàng|Sùng|Âu|Ông|Đàm|Viên|Tống|Doãn|Ninh|Thân|Vương',
);

export const subjects = split(`
Ủy ban nhân dân cấp xã | Uỷ ban nhân dân tỉnh | Cơ quan đăng ký hộ tịch | Người yêu cầu | Tổ chức, cá nhân | Cơ quan tiếp nhận hồ sơ
Chủ tịch Ủy ban nhân dân | Bộ phận một cửa | Chủ sở hữu | Người sử dụng đất | Doanh nghiệp | Hộ kinh doanh | Chủ đầu tư | Cha, mẹ của trẻ
Văn phòng đăng ký đất đai | Hội đồng nhân dân | Sở Tài chính | Sở Nội vụ | Phòng Tư pháp | Công an cấp tỉnh | Chi cục Thuế | Thủ trưởng đơn vị
Người đứng đầu cơ quan | Cán bộ, công chức, viên chức | Bên chuyển nhượng | Bên nhận chuyển nhượng | Hội đồng nghiệm thu | Đoàn kiểm tra liên ngành`);

export const deeds = split(`
có trách nhiệm thi hành | thực hiện việc đăng ký | nộp đầy đủ hồ sơ theo quy định | xem xét, giải quyết đề nghị | ban hành quyết định
cấp giấy chứng nhận | thu hồi giấy phép đã cấp | kiểm tra, đối chiếu bản chính | chịu trách nhiệm trước pháp luật | báo cáo kết quả thực hiện
thông báo bằng văn bản và nêu rõ lý do | bổ sung giấy tờ còn thiếu | trả kết quả cho người dân | lưu trữ hồ sơ điện tử | phê duyệt kế hoạch
được miễn, giảm lệ phí | cập nhật cơ sở dữ liệu | xác nhận tình trạng hôn nhân | điều chỉnh nội dung đăng ký | chuyển mục đích sử dụng đất
bảo đảm vệ sinh môi trường | bồi thường thiệt hại | tổ chức lấy ý kiến cộng đồng dân cư | rà soát, thống kê số liệu | khắc phục những tồn tại, hạn chế
đẩy mạnh cải cách thủ tục hành chính | phối hợp với các đơn vị liên quan | sử dụng kinh phí đúng mục đích | nghiệm thu, bàn giao công trình`);

export const tails = split(`
theo quy định của pháp luật | trong thời hạn mười lăm ngày làm việc | kể từ ngày nhận đủ hồ sơ hợp lệ | trên địa bàn tỉnh | tại nơi cư trú
và các văn bản hướng dẫn thi hành | căn cứ vào điều kiện thực tế | theo mẫu ban hành kèm theo Thông tư này | đối với từng trường hợp cụ thể
kể từ ngày ký | cho đến khi có quyết định thay thế | trước ngày cuối cùng của quý | phù hợp với quy hoạch | nếu không có khiếu nại
nhằm nâng cao chất lượng phục vụ người dân | từ nguồn ngân sách nhà nước | qua dịch vụ bưu chính công ích | trên Cổng dịch vụ công quốc gia
bằng hình thức trực tuyến hoặc trực tiếp | để được hướng dẫn giải quyết | vượt quá diện tích được giao | thuộc thẩm quyền của mình`);

export const singles = split(`
bản sao | bản chính | đính kèm | kính gửi | thửa đất | tờ bản đồ | diện tích | nguồn gốc | sở hữu chung | thời hạn | lâu dài | mục đích | ghi chú | nghĩa vụ tài chính
giới tính | dân tộc | quốc tịch | tôn giáo | nghề nghiệp | quê quán | nơi sinh | thường trú | tạm trú | tử vong | kết hôn | ly hôn | độc thân | giám hộ | nhận con nuôi
vốn điều lệ | ngành nghề | mã số thuế | đại diện pháp luật | cổ phần | chi nhánh | trụ sở chính | điện thoại | hạng mục | công trình | tầng cao | mật độ | khoảng lùi | cốt nền
lý lịch tư pháp | bằng cấp | chứng chỉ hành nghề | bác sĩ đa khoa | y sĩ | dược sĩ | khám chữa bệnh | tiêm chủng | trẻ em | cân nặng | nữ hộ sinh | thai kỳ
giám đốc | phó giám đốc | chánh văn phòng | trưởng phòng | thư ký | kế toán | thủ quỹ | nhân viên | viên chức | thẩm tra | thẩm định | lũy kế | quyết toán | dự toán
hội nghị | biểu quyết | nhất trí | ý kiến | thảo luận | chủ trì | thành phần | vắng mặt | kết thúc | cùng ngày | lập thành hai bản | giá trị như nhau | đóng dấu | ký tên
phòng cháy | chữa cháy | an ninh | trật tự | giao thông | thủy lợi | thuỷ sản | nông nghiệp | lâm nghiệp | khoáng sản | tài nguyên | môi trường | khí hậu | lũ lụt | hạn hán
giáo dục | mầm non | tiểu học | trung học cơ sở | phổ thông | đại học | tuyển sinh | học bổng | xét tuyển | giáo viên | hiệu trưởng | kỷ luật | khen thưởng | thi đua
bảo hiểm xã hội | trợ cấp | hưu trí | thương binh | liệt sĩ | người có công | hộ nghèo | cận nghèo | khuyết tật | dưỡng lão | xuất khẩu | hải quan | cửa khẩu | thị thực
nhà ở riêng lẻ | cấp bốn | ống cống | vỉa hè | lòng đường | lộ giới | ranh giới | mốc giới | tranh chấp | khiếu nại | tố cáo | hòa giải | hoà giải | xử phạt | cưỡng chế`);

export const labels = split(`
Họ và tên | Họ, chữ đệm, tên | Ngày, tháng, năm sinh | Giới tính | Dân tộc | Quốc tịch | Nơi sinh | Quê quán | Nơi cư trú | Nơi thường trú | Nơi ở hiện tại | Số định danh cá nhân
Giấy tờ tùy thân | Giấy tờ tuỳ thân | Nơi đăng ký | Người ký | Chức vụ | Địa chỉ | Điện thoại | Nghề nghiệp | Trình độ | Mã số | Mã hồ sơ | Ngày cấp | Nơi cấp | Có giá trị đến
Tên công trình | Tên doanh nghiệp | Người đại diện | Vốn điều lệ | Thửa đất số | Tờ bản đồ số | Diện tích | Hình thức sử dụng | Mục đích sử dụng | Thời hạn sử dụng | Nguồn gốc sử dụng
Quan hệ với chủ hộ | Phạm vi hoạt động chuyên môn | Thời gian làm việc | Kính gửi | Nơi nhận | Căn cứ | Số vào sổ | Quyển số | Hạng | Lý do | Tên trẻ | Cân nặng | Số con | Ghi chú | Fax | Email`);

export const heads = split(`
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | ỦY BAN NHÂN DÂN | UỶ BAN NHÂN DÂN | HỘI ĐỒNG NHÂN DÂN | SỞ NỘI VỤ
SỞ TƯ PHÁP | SỞ XÂY DỰNG | SỞ TÀI CHÍNH | SỞ Y TẾ | SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG | BỘ CÔNG AN | BỘ Y TẾ | CÔNG AN TỈNH | PHÒNG ĐĂNG KÝ KINH DOANH | VĂN PHÒNG | TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
CHỦ TỊCH | PHÓ CHỦ TỊCH | KT. CHỦ TỊCH | TM. ỦY BAN NHÂN DÂN | TUQ. GIÁM ĐỐC | GIÁM ĐỐC | KT. GIÁM ĐỐC | Q. GIÁM ĐỐC | TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG | TRƯỞNG PHÒNG | THỦ TRƯỞNG ĐƠN VỊ
QUYẾT ĐỊNH: | NGHỊ QUYẾT | THÔNG BÁO | BÁO CÁO | TỜ TRÌNH | KẾ HOẠCH | BIÊN BẢN | HỢP ĐỒNG | GIẤY MỜI | GIẤY ỦY QUYỀN | ĐƠN ĐỀ NGHỊ | PHIẾU HẸN | PHỤ LỤC | CÔNG ĐIỆN | HƯỚNG DẪN | CHỨNG THỰC BẢN SAO
NGƯỜI KHAI | NGƯỜI LÀM ĐƠN | ĐẠI DIỆN BÊN A | ĐẠI DIỆN BÊN B | BÊN MUA | BÊN BÁN | CHỦ HỘ | CHỒNG | VỢ | CON | NGƯỜI LẬP BIỂU | THƯ KÝ | CHỦ TỌA | KẾ TOÁN TRƯỞNG | THỦ QUỸ | (Ký, ghi rõ họ tên) | (Đã ký) | (Ký, đóng dấu)`);

export const bodies =
  'UBND HĐND SNV STP SXD STC SYT SNNMT CAT VP TTPVHCC BCA BTP BYT TTg CP QH15 UBTVQH13 ĐKKD QLĐT TNMT VHXH PC TCKH KTHT STNMT CTUBND'.split(
    ' ',
  );
export const forms =
  'QĐ NQ TB BC TTr KH BB HĐ GM CV GP GPXD CCHN TT NĐ CT HD GCN TLKS GXN ĐKKH KS KT UQ PYC PH'.split(' ');
export const streets = split(
  'Lê Lợi | Trần Hưng Đạo | Nguyễn Huệ | Quang Trung | Hùng Vương | Bà Triệu | Hai Bà Trưng | Lý Thường Kiệt | Phan Đình Phùng | Điện Biên Phủ | Cách mạng Tháng Tám | Võ Thị Sáu | Tôn Đức Thắng | Ngô Quyền | Lạc Long Quân',
);
