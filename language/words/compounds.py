"""Vietnamese words of two syllables, written with a space inside, that readers take in as one: “áp dụng”, “Thanh Hóa”."""

from typing import Final

_TERMS: Final = """
an toàn, áp dụng, bản chốt, bản đồ, bản ghi, báo cáo, bắt buộc, bắt đầu, biểu đồ, biểu mẫu, bình quân, bỏ qua, bộ lọc,
cá nhân, cải tiến, cán bộ, cập nhật, cấp trên, chất lượng, chênh lệch, chi tiết, chỉ số, chỉ tiêu, chính thức, chức danh,
chức vụ, chuẩn bị, chung kết, chương trình, chuyên môn, chuyển đổi, cơ quan, cơ sở, công an, công bố, công chức,
công đoàn, công khai, công nghệ, công nghiệp, công nhận, công nhân, công tác, công thương, công ty, cuộc họp, dầu khí,
dẫn đầu, danh hiệu, danh mục, danh sách, dệt may, dịch vụ, doanh nghiệp, dự báo, dữ liệu, đăng ký, đăng nhập, đề tài,
địa bàn, địa chỉ, điển hình, điện lực, điều chỉnh, điều kiện, định hướng, định kỳ, đoàn viên, đối chiếu, đôn đốc,
đơn vị, đường dẫn, đường sắt, ghi chú, ghi nhận, giá trị, giai đoạn, giải pháp, giải thích, giao thông, giáo dục,
giới thiệu, giới tính, góc nhìn, hạ tầng, hàng hải, hàng không, hành chính, hệ thống, hiệu quả, hóa chất, hoàn tác,
hoạt động, hợp lệ, kế hoạch, kế tục, kết luận, kết nối, kết quả, kết thúc, khai thác, khảo sát, khen thưởng,
khoa học, khoáng sản, khối lượng, khu vực, khuyến khích, kinh doanh, kinh tế, ký tự, kỳ vọng, kỹ thuật, làm lợi,
lao động, liên đoàn, lĩnh vực, lợi ích, lũy kế, lưu trữ, lý do, màn hình, máy chủ, máy tính, mặc định,
mật khẩu, mô phỏng, môi trường, năng suất, ngân hàng, nghề nghiệp, nghiên cứu, nghiệp vụ, ngoại lệ, người gửi,
người nhận, nhà nước, nhân rộng, nhật ký, nội dung, nông nghiệp, nông thôn, phạm vi, phân loại, phần mềm, phần trăm,
phân tích, phát triển, phiên bản, phụ lục, phụ trách, phương án, quản lý, quản trị, quốc phòng, quy định, quy mô,
quy trình, quyết định, sản phẩm, sản xuất, sáng kiến, sáng tạo, sáp nhập, sắp xếp, sẵn sàng, so sánh, số liệu, số lượng,
sự kiện, tác giả, tài khoản, tài liệu, tập đoàn, tập thể, tham gia, thành phố, thành phần, thành tích, thay đổi,
thêm nữa, theo dõi, thi công, thi đua, thiết bị, thiết kế, thiết lập, thông báo, thông tin, thời điểm, thời gian,
thời hạn, thực hiện, thực tế, thước đo, thường xuyên, tiềm năng, tiến độ, tiết kiệm, tiêu chí, tiêu đề, tình hình,
tình trạng, tỉnh thành, toàn bộ, toàn quốc, tổ chức, tối đa, tối thiểu, tổng cộng, tổng hợp, tổng kết, tổng quan,
trạng thái, trả lời, triển khai, trình chiếu, trọng số, trung bình, trung ương, trung vị, truyền thông, trực thuộc,
trực tiếp, từ chối, tương tự, tỷ lệ, tỷ trọng, ước tính, vai trò, văn bản, vận hành, vận tải, vật liệu, ví dụ,
viên chức, việt nam, xây dựng, xem xét, xếp hạng, xếp loại, xuất bản, xuất sắc, xử lý, ý tưởng, y tế
"""

# Of provinces; where a name has three syllables, its last two.
_PLACES: Final = """
an giang, bà rịa, vũng tàu, bạc liêu, bắc giang, bắc kạn, bắc ninh, bến tre, bình dương, bình định, bình phước,
bình thuận, cà mau, cao bằng, cần thơ, đà nẵng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang,
hà nam, hà nội, hà tĩnh, hải dương, hải phòng, hậu giang, hòa bình, chí minh, hưng yên, khánh hòa, kiên giang, kon tum,
lai châu, lạng sơn, lào cai, lâm đồng, long an, nam định, nghệ an, ninh bình, ninh thuận, phú thọ, phú yên, quảng bình,
quảng nam, quảng ngãi, quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái bình, thái nguyên, thanh hóa,
thiên huế, tiền giang, trà vinh, tuyên quang, vĩnh long, vĩnh phúc, yên bái
"""

COMPOUNDS: Final = frozenset(tuple(pair.split()) for pair in f"{_TERMS},{_PLACES}".split(","))
