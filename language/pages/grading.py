"""Texts of the grading page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class GradingTexts:
    """{Blanks} are filled by the page."""

    length: str
    lengths: Mapping[str, str]
    period: str
    quarter: str  # within a sentence, as the year
    year: str
    only_records: str
    nothing: str
    example: str
    example_short: str
    running: str
    provisional: str  # the period inside a sentence, while it has not ended
    no_quotas: str
    whole: str
    classes_title: str
    places_of: str
    table_title: str
    table_note: str
    ties: str  # of equal points, where a class takes only some of a cluster
    course_title: str
    course_unit: str
    course_units: str
    course_note: str
    detail_title: str
    detail_note: str
    columns: Mapping[str, str]
    needs: str
    needs_no_number: str
    needs_place: str
    needs_more_place: str
    from_points: str
    ungraded: str
    held: str
    held_below: str
    held_class: str
    ungraded_name: str
    best: str
    not_graded: str
    unknown: Mapping[str, str]
    criteria_title: str
    criteria_note: str
    criteria_columns: tuple[str, ...]
    linear: str
    step: str
    bonus: str
    penalty: str
    falls: str
    quota: str
    try_title: str
    try_note: str
    try_reset: str
    tried: str
    moved: str
    closed: str
    corrections_title: str
    correction_columns: tuple[str, ...]
    decide_title: str
    close_note: str
    close_sure: str
    close_button: str
    correct_note: str
    correct_points: str
    correct_reason: str
    correct_button: str
    refusals: Mapping[str, str]


VIETNAMESE = GradingTexts(
    length="Kỳ xếp loại",
    lengths={"month": "Tháng", "quarter": "Quý", "year": "Năm"},
    period="Xếp loại của",
    quarter="quý {number}/{year}",
    year="năm {year}",
    only_records="Xếp loại chỉ tính được từ bản ghi; số liệu công bố không đủ chi tiết.",
    nothing="Chưa có sáng kiến nào để xếp loại.",
    example="Bộ tiêu chí dưới đây là ví dụ đi kèm phần mềm, không phải quy định của Tổng Liên đoàn. Chương trình có thể "
    "thay bằng tiêu chí của mình.",
    example_short="Bộ tiêu chí là ví dụ đi kèm phần mềm, không phải quy định của Tổng Liên đoàn.",
    running="Kỳ này chưa kết thúc: điểm còn thay đổi.",
    provisional="{period} (tạm tính)",
    no_quotas="Chương trình không mở so sánh, nên hạn mức theo cụm, khối không áp dụng trong phạm vi của bạn.",
    whole="Mỗi đơn vị được xếp loại theo toàn bộ sáng kiến của mình; bộ lọc lĩnh vực, khu vực, trạng thái không áp "
    "dụng ở đây.",
    classes_title="Kết quả {period}",
    places_of="{count} đơn vị",
    table_title="Điểm và loại của từng đơn vị",
    table_note="Tối đa {most} điểm, chưa kể điểm thưởng. So với {before}.",
    ties="Cùng cụm, khối mà bằng điểm: đơn vị đạt tỷ lệ chỉ tiêu cao hơn được xếp trước.",
    course_title="Số đơn vị {name} qua các kỳ",
    course_unit="Điểm qua các kỳ",
    course_units="Đơn vị",
    course_note="Mỗi kỳ tính theo tiêu chí của chính kỳ đó nếu đã chốt, còn lại theo tiêu chí hiện nay.",
    detail_title="Điểm theo từng tiêu chí",
    detail_note="Điểm của tiêu chí; trong ngoặc là số đo được.",
    columns={
        "unit_name": "Đơn vị",
        "cluster": "Cụm, khối",
        "class": "Loại",
        "points": "Điểm",
        "change": "So với kỳ trước",
        "class_before": "Loại kỳ trước",
        "needs": "Để lên loại trên",
    },
    needs="{name}: thêm {count} sáng kiến hợp lệ của người lao động trực tiếp",
    needs_no_number="{name}: chỉ thêm số lượng thì chưa đủ",
    needs_place="{name}: đủ điểm, cụm, khối đã hết chỗ",
    needs_more_place="{name}: đủ điểm, thêm {count} sáng kiến hợp lệ của người lao động trực tiếp để có chỗ trong cụm, khối",
    from_points="từ {points} điểm",
    ungraded="{count} đơn vị chưa xếp: {why}.",
    held="{count} đơn vị đủ điểm của loại trên nhưng xếp loại dưới, vì loại trên hết chỗ ({quotas}).",
    held_below="Bảng dưới ghi rõ từng đơn vị.",
    held_class="{name}: {quota}",
    ungraded_name="Chưa xếp",
    best="Đã ở loại cao nhất",
    not_graded="Chưa xếp: {why}",
    unknown={
        "pace": "chưa biết chỉ tiêu hoặc thời gian",
        "direct_pace": "chưa biết chỉ tiêu hoặc thời gian",
        "nonstate_pace": "chưa biết chỉ tiêu hoặc thời gian",
        "reached": "chưa biết chỉ tiêu",
        "per100": "chưa biết số đoàn viên",
        "growth": "kỳ trước chưa có sáng kiến",
        "silent": "chưa báo cáo sáng kiến nào",
    },
    criteria_title="Tiêu chí và loại",
    criteria_note="Điểm tính từ chính số liệu của hệ thống. Tỷ lệ trên số chưa có gì được xét là 0. Đơn vị chưa báo cáo sáng kiến nào "
    "thì chưa xếp: chưa biết không phải là\u00a00.",
    criteria_columns=("Tiêu chí", "Điểm tối đa", "Cách tính"),
    linear="Đều từ {zero} (0 điểm) đến {full} (đủ điểm)",
    step="từ {least}: {percent}",
    bonus="điểm thưởng",
    penalty="điểm trừ",
    falls="có thể giảm khi có thêm sáng kiến",
    quota="nhiều nhất {percent} số đơn vị của cụm, khối",
    try_title="Thử trọng số khác",
    try_note="Chỉ để xem, không lưu. Ngưỡng của các loại giữ nguyên.",
    try_reset="Về trọng số của chương trình",
    tried="Đang xem với trọng số thử, không phải kết quả xếp loại.",
    moved="{count} đơn vị đổi loại so với trọng số của chương trình.",
    closed="Đã chốt lúc {moment}, người chốt: {who}. Nhập thêm dữ liệu hay đổi tiêu chí về sau không làm đổi kết quả này.",
    corrections_title="Điều chỉnh bằng tay",
    correction_columns=("Đơn vị", "Điểm", "Lý do", "Người điều chỉnh", "Lúc"),
    decide_title="Chốt xếp loại, điều chỉnh bằng tay",
    close_note="Chốt là giữ nguyên số đo của mọi đơn vị cùng bộ tiêu chí hiện nay. Không gỡ được.",
    close_sure="Tôi muốn chốt xếp loại {period}",
    close_button="Chốt xếp loại",
    correct_note="Cộng hoặc trừ điểm sau khi xem xét kiến nghị. Ai điều chỉnh và vì sao hiện cho mọi người xem trang này.",
    correct_points="Điểm cộng hoặc trừ",
    correct_reason="Lý do",
    correct_button="Lưu điều chỉnh",
    refusals={
        "not_ended": "Kỳ này chưa kết thúc trong số liệu, nên chưa chốt được.",
        "closed_already": "Kỳ này đã được chốt.",
        "no_reason": "Cần số điểm khác 0 và lý do.",
        "away": "Chưa lưu được, hãy thử lại (mã {reference}).",
    },
)

ENGLISH = GradingTexts(
    length="Graded by",
    lengths={"month": "Month", "quarter": "Quarter", "year": "Year"},
    period="Grading of",
    quarter="Q{number} {year}",
    year="{year}",
    only_records="Grading needs single records; published figures are not detailed enough.",
    nothing="There is no initiative to grade yet.",
    example="The criteria below are an example that comes with the software, not a rule of the Confederation. A "
    "programme can replace them with its own.",
    example_short="The criteria are an example that comes with the software, not a rule of the Confederation.",
    running="This period has not ended: points still change.",
    provisional="{period} (provisional)",
    no_quotas="The programme is closed to comparison, so quotas within clusters do not apply within your scope.",
    whole="Every union is graded on all of its initiatives; filters by sector, ownership and status do not apply here.",
    classes_title="Result of {period}",
    places_of="{count} unions",
    table_title="Points and class of every union",
    table_note="At most {most} points, bonus aside. Compared with {before}.",
    ties="Of equal points in one cluster, more of the target reached goes first.",
    course_title="Unions graded {name}, period by period",
    course_unit="Points, period by period",
    course_units="Unions",
    course_note="Closed periods use their own criteria, the others those of today.",
    detail_title="Points by criterion",
    detail_note="Points for each criterion; the measured value is in brackets.",
    columns={
        "unit_name": "Union",
        "cluster": "Cluster",
        "class": "Class",
        "points": "Points",
        "change": "Change from the previous period",
        "class_before": "Previous class",
        "needs": "For the next class",
    },
    needs="{name}: {count} more valid initiatives by direct workers",
    needs_no_number="{name}: more initiatives alone are not enough",
    needs_place="{name}: enough points, no place left in the cluster",
    needs_more_place="{name}: enough points, {count} more valid initiatives by direct workers for a place in the cluster",
    from_points="from {points} points",
    ungraded="{count} unions are not graded: {why}.",
    held="{count} unions have the points of a better class without a place in it ({quotas}).",
    held_below="The table below names them.",
    held_class="{name}: {quota}",
    ungraded_name="Not graded",
    best="In the best class",
    not_graded="Not graded: {why}",
    unknown={
        "pace": "target or dates not known",
        "direct_pace": "target or dates not known",
        "nonstate_pace": "target or dates not known",
        "reached": "target not known",
        "per100": "members not known",
        "growth": "no initiatives in the previous period",
        "silent": "no initiative reported yet",
    },
    criteria_title="Criteria and classes",
    criteria_note="Points come from the system's own numbers. Where nothing has been judged, a share is 0. A union that has reported "
    "nothing is not graded: unknown is not\u00a00.",
    criteria_columns=("Criterion", "Maximum points", "How"),
    linear="Evenly from {zero} (0 points) to {full} (all points)",
    step="from {least}: {percent}",
    bonus="bonus",
    penalty="deduction",
    falls="may fall when initiatives are added",
    quota="at most {percent} of the unions of a cluster",
    try_title="Try other weights",
    try_note="For viewing only, nothing is saved. The thresholds of the classes stay the same.",
    try_reset="Back to the programme's weights",
    tried="These are trial weights, not the result of the grading.",
    moved="{count} unions change class against the programme's weights.",
    closed="Closed at {moment} by {who}. Later imports and other criteria do not change this result.",
    corrections_title="Corrections by hand",
    correction_columns=("Union", "Points", "Reason", "Corrected by", "At"),
    decide_title="Close the grading, correct by hand",
    close_note="Closing keeps what was measured for every union, with the criteria of today. It cannot be undone.",
    close_sure="I want to close the grading of {period}",
    close_button="Close the grading",
    correct_note="Add or deduct points after an appeal. Everybody who sees this page sees who did it and why.",
    correct_points="Points to add or deduct",
    correct_reason="Reason",
    correct_button="Save the correction",
    refusals={
        "not_ended": "The data do not reach the end of this period yet, so it cannot be closed.",
        "closed_already": "This period is closed already.",
        "no_reason": "Points other than 0 and a reason are needed.",
        "away": "It could not be saved, please try again (code {reference}).",
    },
)
