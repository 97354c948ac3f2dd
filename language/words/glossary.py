"""Definitions of terms, and why two numbers about one thing may differ."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GlossaryTexts:
    """Terms and questions in display order."""

    open: str
    words_title: str
    words: tuple[tuple[str, str], ...]
    differ_title: str
    differ: tuple[tuple[str, str], ...]
    differ_by_map: tuple[tuple[str, str], ...]  # where readers choose between the provinces of before and of today
    known_title: str
    none_known: str


VIETNAMESE = GlossaryTexts(
    open="Giải thích từ và số",
    words_title="Từ dùng trên các trang",
    words=(
        ("Sáng kiến cập nhật", "một lượt nộp sáng kiến. Không phải số người, cũng chưa chắc là đã được công nhận."),
        (
            "Hợp lệ",
            "đã được xét là hợp lệ đến thời điểm đang xem; tính vào ngày quyết định; không ghi ngày quyết định thì tính vào ngày cập nhật.",
        ),
        (
            "Đang xem xét",
            "đã cập nhật mà đến thời điểm đang xem chưa có quyết định: một số tồn, không cộng theo tháng được.",
        ),
        ("Được công nhận", "hợp lệ và có cấp công nhận: cơ sở, trên cơ sở, tỉnh/thành phố, bộ/ngành, toàn quốc."),
        ("Chỉ tiêu giao", "Tổng Liên đoàn giao cho đơn vị (Hà Nội 60.000)."),
        ("Chỉ tiêu đăng ký", "đơn vị tự đăng ký (Hà Nội 130.000)."),
        ("Chỉ tiêu định hướng", "10% số đoàn viên, người lao động."),
        (
            "Đạt và vượt",
            "đạt = thực hiện ÷ chỉ tiêu × 100; vượt = đạt − 100. “Đạt 232,3%” và “vượt 132,3%” là một kết quả.",
        ),
        (
            "Đủ nhịp, chưa đủ nhịp",
            (
                "bình quân 7 ngày (168 giờ) gần nhất so với số cần mỗi ngày để kịp ngày cuối. Chưa đủ 7 ngày số liệu: “mới bắt đầu”. "
                "Hết hạn mà chưa đạt: “không đạt”. Tỷ lệ thời gian đã qua không phải là kết luận."
            ),
        ),
        (
            "Chưa bắt đầu, chưa báo cáo, chưa có số công bố",
            (
                "chưa bắt đầu: chưa đến ngày đầu tiên, không đơn vị nào là chậm; chưa báo cáo: không có sáng kiến nào trong bản ghi; chưa có số công bố: không nguồn nào in số của đơn vị, "
                "không có nghĩa là đơn vị chưa làm."
            ),
        ),
        ("Chưa có số liệu", "không ai ghi hay công bố; khác với 0."),
        ("Giá trị làm lợi", "tổng của những sáng kiến đã tính được bằng tiền; “chưa tính” không phải 0 đồng."),
        ("Tác giả", "một tên trong một đơn vị; cùng tên ở hai đơn vị là hai người."),
        ("Cụm, khối thi đua", "nhóm đơn vị thi đua với nhau; không phải vùng kinh tế – xã hội."),
        ("Tính đến", "mọi việc xảy ra sau thời điểm này không được đếm; một ngày là đến hết ngày đó."),
        (
            "Cả nước",
            "82 đơn vị trực thuộc Tổng Liên đoàn theo danh mục đang dùng (nguồn 08/2022); một nguồn 05/2022 ghi 83.",
        ),
    ),
    differ_title="Vì sao số này khác …?",
    differ=(
        (
            "… số trên báo",
            "báo chốt ở giờ khác, làm tròn, hoặc viết “hơn”, “gần”. Trang Số liệu công bố đặt hai số cạnh nhau.",
        ),
        (
            "… số ở trang khác",
            "kiểm tra bộ lọc, thời điểm “Tính đến” và giai đoạn ở đầu trang: mọi trang dùng chung địa chỉ.",
        ),
        (
            "… tổng các lĩnh vực",
            "báo có nhiều cách chia và không quy đổi được sang nhau; phần chênh được ghi dưới biểu đồ.",
        ),
        ("… số người", "một người có thể nộp nhiều sáng kiến; số sáng kiến luôn lớn hơn hoặc bằng số người."),
        ("… số hôm qua", "bản ghi ngày cũ có thể đến muộn, quyết định mới đổi trạng thái. Bản chốt thì không đổi."),
        ("… tổng chỉ tiêu các đơn vị", "chỉ tiêu cả nước là kế hoạch toàn quốc; tổng các đơn vị đăng ký là số khác."),
        ("… tỷ lệ hợp lệ ở bảng chéo", "tổng của tỷ lệ là tổng chia tổng, không phải trung bình các ô."),
    ),
    differ_by_map=(
        ("… số theo 34 tỉnh", "34 tỉnh là cộng của 63; tổng cả nước không đổi, đơn vị ngành vẫn đứng riêng."),
    ),
    known_title="Chỗ không khớp đã biết của chương trình này",
    none_known="Chưa ghi nhận chỗ nào.",
)


ENGLISH = GlossaryTexts(
    open="Words and numbers explained",
    words_title="Words on the pages",
    words=(
        ("Initiative uploaded", "one submission of an initiative. Not a number of people, and not yet recognised."),
        (
            "Valid",
            "judged valid up to the moment shown; it counts on the day of the decision, or on that of the upload where none was noted.",
        ),
        (
            "Under review",
            "uploaded and not decided at the moment shown: a stock, which cannot be added up over months.",
        ),
        ("Recognised", "valid with a level: grassroots, above grassroots, province or city, ministry, national."),
        ("Assigned target", "set by the Confederation for a union (Hà Nội 60,000)."),
        ("Registered target", "promised by the union itself (Hà Nội 130,000)."),
        ("Guided target", "10% of members and workers."),
        (
            "Reached, exceeded",
            "reached = actual ÷ target × 100; exceeded = reached − 100. 232.3% reached is 132.3% exceeded.",
        ),
        (
            "On pace, below pace",
            (
                "the mean of the last 7 days (168 hours) against what is needed per day until the end. Fewer than 7 days of data: “just "
                "begun”. Deadline passed without reaching it: “missed”. The share of time that has passed is no verdict."
            ),
        ),
        (
            "Not begun, not reported, nothing published",
            (
                "not begun: the first day has not come, and no union is late; not reported: no initiative in the records; nothing published: no source has published a figure, which does not "
                "mean that nothing was done."
            ),
        ),
        ("No data yet", "nobody has recorded or published it; that is not\u00a00."),
        ("Benefit", "the sum of initiatives whose benefit was computed; “not computed” is not zero."),
        ("Author", "one name in one union; the same name in two unions is two people."),
        ("Emulation cluster", "unions that compete with each other; not a socio-economic region."),
        ("As of", "nothing later than this moment counts; a day alone means its end."),
        (
            "Whole country",
            "the 82 unions directly under the Confederation in our list (source of 08/2022); one of 05/2022 says 83.",
        ),
    ),
    differ_title="Why does this number differ from …?",
    differ=(
        (
            "… the press",
            "it closed at another hour, rounded, or wrote “over” or “nearly”. The page Published figures shows both.",
        ),
        ("… another page", "check the filters, the as-of and the phase at the top: all pages share one address."),
        (
            "… the sum of sectors",
            "sources use several breakdowns that cannot be converted into each other; the gap is noted under the chart.",
        ),
        ("… the number of people", "one person may submit several; initiatives are never fewer than people."),
        (
            "… yesterday",
            "records with old dates may arrive late, decisions change states. Frozen figures do not change.",
        ),
        (
            "… the sum of the unions' targets",
            "the national target is the national plan; what unions registered is another sum.",
        ),
        ("… the rate in a cross table", "the total of a rate is sum over sum, not the mean of the cells."),
    ),
    differ_by_map=(
        ("… the 34 provinces", "they are sums of the 63; the national total stays, industry unions stay apart."),
    ),
    known_title="Known disagreements of this programme",
    none_known="None noted.",
)
