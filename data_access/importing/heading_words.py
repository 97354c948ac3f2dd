"""The headings of staff's files by field, and the fields a file must have."""

from collections.abc import Mapping
from typing import Final

from data_access.importing.choices import Kind
from model.frames import LEDGER

# Field -> the headings it goes by. The first is the one that sentences name.
_INITIATIVES: Final = {
    "code": "Mã sáng kiến|Mã SK|Mã số|Mã số sáng kiến|Mã hồ sơ|Mã|code|initiative code",
    "title": "Tên sáng kiến|Tên SK|Tên đề tài|Tên giải pháp|Tên sáng kiến, giải pháp|Tên SK, giải pháp|"
    "Tên đề tài, sáng kiến|Nội dung sáng kiến|title|name",
    "unit": "Đơn vị|Tỉnh/Thành|Tỉnh, thành phố|Tỉnh/thành phố|Tỉnh|Tên đơn vị|LĐLĐ tỉnh, thành phố|Liên đoàn Lao động|"
    "LĐLĐ tỉnh, TP|LĐLĐ tỉnh|LĐLĐ|Liên đoàn Lao động tỉnh|Liên đoàn Lao động tỉnh, thành phố|Công đoàn ngành, tỉnh|"
    "Đơn vị trực thuộc|unit|province",
    "uploaded_at": "Ngày cập nhật|Ngày đăng ký|Ngày gửi|Ngày nộp|Ngày tải lên|Thời gian cập nhật|Ngày đăng|Ngày|"
    "Thời gian nộp|Thời gian gửi|Thời gian đăng ký|Dấu thời gian|timestamp|"
    "uploaded at|upload date|date",
    "author": "Tác giả|Họ và tên|Họ tên|Tên tác giả|Họ và tên tác giả|Tác giả, đồng tác giả|"
    "Họ và tên tác giả, đồng tác giả|Nhóm tác giả|Tác giả, nhóm tác giả|author",
    "sex": "Giới tính|Nam/Nữ|sex|gender",
    "position": "Chức vụ|Chức danh|position",
    "upper": "Công đoàn cấp trên|Công đoàn cấp trên cơ sở|Công đoàn cấp trên trực tiếp|CĐ cấp trên|"
    "CĐ cấp trên cơ sở|upper|upper union",
    "grassroots": "Công đoàn cơ sở|CĐCS|Đơn vị công tác|Nơi công tác|Cơ quan, đơn vị|Cơ quan công tác|grassroots|"
    "grassroots union",
    "sector": "Lĩnh vực|Ngành|Ngành nghề|Lĩnh vực áp dụng|sector",
    "ownership": "Khu vực|Loại hình|Thành phần kinh tế|Khu vực kinh tế|ownership",
    "solution": "Loại giải pháp|Loại sáng kiến|Loại hình giải pháp|Giải pháp|solution|solution kind",
    "status": "Trạng thái|Tình trạng|Kết quả xét|Kết quả|status",
    "level": "Cấp công nhận|Cấp|Cấp xét công nhận|level|recognition level",
    "applied": "Đã áp dụng|Áp dụng|Đã được áp dụng|applied",
    "replicated": "Số nơi nhân rộng|Nhân rộng|Số đơn vị nhân rộng|replicated|replicated count|places replicated",
    "benefit_vnd": "Giá trị làm lợi (đồng)|Giá trị làm lợi|Giá trị làm lợi (VNĐ)|Giá trị làm lợi (VND)|"
    "Làm lợi|Số tiền làm lợi|Tiền làm lợi|Giá trị làm lợi/năm|Số tiền làm lợi/năm|Tiền làm lợi/năm|Làm lợi/năm|"
    "Hiệu quả kinh tế|Hiệu quả kinh tế/năm|Giá trị kinh tế|Giá trị làm lợi ước tính|Tổng giá trị làm lợi|"
    "benefit vnd|benefit",
    "decided_at": "Ngày quyết định|Ngày công nhận|Ngày xét|Ngày ra quyết định|decided at|decision date",
    "rewarded_at": "Ngày khen thưởng|Ngày được khen thưởng|rewarded at|reward date",
    "applied_at": "Ngày áp dụng|Áp dụng từ ngày|Ngày bắt đầu áp dụng|applied at|applied since",
    "replicated_at": "Ngày nhân rộng|Nhân rộng từ ngày|replicated at|replicated since",
    "unit_code": "Mã đơn vị|Mã số đơn vị|Mã ĐV|Mã LĐLĐ|unit code",
}
_TARGETS: Final = {
    "unit": _INITIATIVES["unit"],
    "value": "Chỉ tiêu|Số chỉ tiêu|Chỉ tiêu đăng ký|Chỉ tiêu giao|target|value",
    "target_kind": "Loại chỉ tiêu|Loại|kind|target kind",
    "phase": "Giai đoạn|Đợt|phase",
    "as_of": "Tính đến|Thời điểm|Ngày|as of",
    "source": "Nguồn|Căn cứ|source",
    "unit_code": _INITIATIVES["unit_code"],
}
_UNITS: Final = {
    "unit": "Đơn vị|Tên đơn vị|Tên|unit|name",
    "code": "Mã|Mã đơn vị|code",
    "unit_kind": "Loại|Loại đơn vị|kind",
    "province": "Tỉnh|Tỉnh/thành|Tỉnh, thành phố|province",
    "cluster": "Cụm/khối thi đua|Cụm thi đua|Khối thi đua|Cụm|Khối|cluster",
    "members": "Đoàn viên|Số đoàn viên|Tổng số đoàn viên|members",
    "as_of": "Tính đến|Thời điểm|as of|members as of",
    "aliases": "Tên khác|Tên gọi khác|aliases",
}
_FIGURES: Final = {name: name for name in LEDGER}
FIELDS: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.INITIATIVES: _INITIATIVES,
    Kind.TARGETS: _TARGETS,
    Kind.UNITS: _UNITS,
    Kind.FIGURES: _FIGURES,
}
REQUIRED: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.INITIATIVES: ("code", "title", "unit", "uploaded_at"),
    Kind.TARGETS: ("unit", "value"),
    Kind.UNITS: ("unit",),
    Kind.FIGURES: ("unit_name", "metric", "value"),
}
