"""Texts of the trend page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TrendTexts:
    """{Blanks} are filled by the page or its charts."""

    steps: Mapping[str, str]
    time: str
    curve_finding: str
    curve_notes: Mapping[str, str]
    steps_titles: Mapping[str, str]  # by what is counted
    steps_note: str
    step_hover: str
    step_cut: str
    needed_line: str
    happenings: str
    happenings_how: str
    no_happenings: str
    event_add: str
    event_day: str
    event_name: str
    event_source: str
    event_save: str
    event_saved: str
    forecast_title: str
    forecast_range: str
    forecast_middle: str
    forecast_assumes: Mapping[str, str]
    forecast_steady: Mapping[str, str]  # by the side of the straight line on which the forecast is
    forecast_methods: Mapping[str, str]
    forecast_target: Mapping[str, str]
    trials_title: str
    trials_note: str
    trial_inside: Mapping[str, str]
    trial_kinds: Mapping[str, str]
    no_trials: str
    trials_sum: str
    compare_title: str
    compare_note: str
    compare_codes: Mapping[str, str]
    compare_span: str
    no_compare: str
    no_steps: str
    columns: Mapping[str, str]
    fan: str
    fan_steady: str


VIETNAMESE = TrendTexts(
    steps={"day": "Ngày", "week": "Tuần", "month": "Tháng"},
    time="Đã qua {passed} thời gian, còn {days} ngày.",
    curve_finding="Dự báo đến {day}: {low} đến {high}",
    curve_notes={
        "target": "Vạch đỏ: chỉ tiêu.",
        "pace": "Đường đứt xám: nhịp cần.",
        "forecast": "Dải mờ: khoảng dự báo; đường đứt xanh: giữa khoảng.",
        "printed": "Mỗi chấm là một mốc đã công bố.",
        "happenings": "Số ①②…: xem “Sự kiện”.",
    },
    steps_titles={"uploads": "Cập nhật theo {step}", "valid": "Hợp lệ theo {step}, tính theo ngày xét"},
    steps_note="Cột gạch chéo: kỳ chưa trọn.",
    step_hover="{count} sáng kiến",
    step_cut="kỳ chưa trọn",
    needed_line="Cần mỗi {step}: {count}",
    happenings="Sự kiện",
    no_happenings="Chưa có sự kiện nào được ghi trong khoảng thời gian này.",
    happenings_how="Thêm sự kiện bằng nút bên dưới, hoặc nhập sổ số liệu công bố một dòng có chỉ số “su_kien”, "
    "ngày ở cột “as_of”, tên ở cột “period”.",
    event_add="Thêm sự kiện",
    event_day="Ngày",
    event_name="Tên sự kiện (“Sơ kết đợt 1”)",
    event_source="Nguồn (không bắt buộc)",
    event_save="Đưa lên trục",
    event_saved="Đã thêm: biểu đồ có sự kiện này sau giây lát.",
    forecast_title="Dự báo đến {day}",
    forecast_range="Khoảng **{low}** đến **{high}**",
    forecast_middle="giữa khoảng: {middle}",
    forecast_assumes={
        "shape": "Giả định: điểm giữa nằm giữa hai hướng. Giữ nhịp 7 ngày qua, {pace}/ngày, thì đến {day} có khoảng {steady}; "
        "đi tiếp như các giai đoạn đã kết thúc từ cùng tỷ lệ thời gian (gấp {times} lần) thì có khoảng {grown}.",
        "growth": "Giả định: điểm giữa nằm giữa hai hướng. Giữ nhịp 7 ngày qua, {pace}/ngày, thì đến {day} có khoảng {steady}; "
        "tăng cùng hệ số như trong {days} ngày vừa qua (gấp {times} lần) thì có khoảng {grown}.",
    },
    forecast_steady={
        "faster": "Điểm giữa {middle} cao hơn đường thẳng {steady} vì nhịp đang tăng: 7 ngày qua {pace}/ngày, gấp {faster} "
        "lần bình quân {mean}/ngày từ đầu.",
        "above": "Điểm giữa {middle} cao hơn đường thẳng {steady} của nhịp 7 ngày qua: dự báo cho là nhịp sẽ tăng.",
        "below": "Điểm giữa {middle} thấp hơn đường thẳng {steady} của nhịp 7 ngày qua: dự báo cho là nhịp sẽ giảm.",
    },
    forecast_methods={
        "shape": "Hai cận: bên thấp nhất và bên cao nhất trong ba hướng: giữ nhịp, đi tiếp như một phần mười chậm nhất, như "
        "một phần mười nhanh nhất trong {examples} đường đi của các đơn vị ở giai đoạn đã kết thúc. Đó là hai cận của "
        "tổng, không phải xác suất.",
        "growth": "Hai cận: bên thấp nhất và bên cao nhất trong ba hướng: giữ nhịp, tăng như đơn vị thuộc một phần mười chậm "
        "nhất, tăng như đơn vị thuộc một phần mười nhanh nhất trong {examples} đơn vị. Đó là hai cận của tổng, không phải "
        "xác suất. Chưa có giai đoạn nào kết thúc để so.",
        "milestones": "Suy từ hai mốc công bố gần nhất: cận dưới là nhịp bình quân từ đầu, cận trên là mức tăng gần đây "
        "kéo dài.",
        "thin": "Chưa đủ lịch sử để dự báo: cần một giai đoạn đã kết thúc, hoặc số ngày đã qua dài hơn số ngày còn lại, "
        "với ít nhất 10 đơn vị có từ 30 sáng kiến. Khoảng có cận trên hơn 5 lần cận dưới thì không nêu.",
        "few_printed": "Chưa đủ mốc công bố để dự báo: cần hai mốc cách nhau ít nhất 7 ngày, mốc đầu cách ngày bắt đầu ít "
        "nhất 14 ngày, và số ngày còn lại không quá nửa số ngày đã qua.",
        "stretch": "Dự báo tính cho cả giai đoạn hoặc cả chương trình; phạm vi đang chọn là một khoảng ngày, số đang "
        "chờ xét, hoặc chương trình không có thời hạn.",
        "over": "Đã hết thời hạn: không còn gì để dự báo.",
    },
    forecast_target={
        "above": "Cả khoảng nằm trên chỉ tiêu {target}.",
        "below": "Cả khoảng nằm dưới chỉ tiêu {target}.",
        "across": "Chỉ tiêu {target} nằm trong khoảng: có thể đạt hoặc không.",
    },
    trials_title="Dự báo kiểu này đã từng sai bao nhiêu",
    trials_note="Mỗi dòng là một dự báo làm lại chỉ với số liệu có đến lúc đó, đặt cạnh kết quả thật.",
    trial_inside={"yes": "Trong khoảng", "no": "Ngoài khoảng", "none": "Không nêu khoảng"},
    trial_kinds={"records": "bản ghi", "published": "mốc công bố"},
    no_trials="Chưa có giai đoạn nào kết thúc để thử lại.",
    trials_sum="{inside}/{known} lần thử có kết quả nằm trong khoảng; sai số tuyệt đối trung vị của điểm giữa: {error}.",
    compare_title="Hai khoảng dài bằng nhau",
    compare_note="Từ sau mốc đầu đến hết mốc cuối; số ngày như nhau.",
    compare_codes={
        "week": "7 ngày qua với 7 ngày trước đó",
        "month": "28 ngày qua với 28 ngày trước đó",
        "phase": "{days} ngày đầu giai đoạn này với {days} ngày đầu giai đoạn trước",
    },
    compare_span="{since} – {until}",
    no_compare="Chưa có số liệu theo ngày cho hai khoảng dài bằng nhau.",
    no_steps="Số liệu công bố chỉ có từng mốc, không có theo ngày, tuần, tháng.",
    columns={
        "what": "So sánh",
        "days": "Số ngày",
        "now": "Khoảng này",
        "count": "Sáng kiến",
        "before": "Khoảng trước",
        "count_before": "Sáng kiến trước",
        "change": "Chênh lệch",
        "change_pct": "Thay đổi",
        "made": "Dự báo lúc",
        "basis": "Theo",
        "for_day": "Cho ngày",
        "at_hand": "Lúc đó có",
        "low": "Từ",
        "middle": "Giữa",
        "high": "Đến",
        "actual": "Kết quả",
        "error": "Sai số",
        "verdict": "Nhận xét",
        "step": "Kỳ",
    },
    fan="Dải mờ: dự báo khoảng {low} – {high}; đường đứt xanh: giữa khoảng, {middle}",
    fan_steady="giữ nhịp 7 ngày qua: {steady}",
)

ENGLISH = TrendTexts(
    steps={"day": "Day", "week": "Week", "month": "Month"},
    time="{passed} of the time has passed, {days} days are left.",
    curve_finding="Forecast for {day}: {low} to {high}",
    curve_notes={
        "target": "Red line: target.",
        "pace": "Dashed grey line: pace needed.",
        "forecast": "Pale band: range of the forecast; dashed blue line: its middle.",
        "printed": "Every dot is a published milestone.",
        "happenings": "Numbers ①②…: see “Events”.",
    },
    steps_titles={"uploads": "Uploads by {step}", "valid": "Found valid by {step}, by day of decision"},
    steps_note="Hatched: an incomplete period.",
    step_hover="{count} initiatives",
    step_cut="incomplete",
    needed_line="Needed per {step}: {count}",
    happenings="Events",
    no_happenings="No event is noted in this period.",
    happenings_how="Add an event with the button below, or import a published figure with the metric “su_kien”, its "
    "day in “as_of”, its name in “period”.",
    event_add="Add an event",
    event_day="Day",
    event_name="Name of the event (“First review”)",
    event_source="Source (optional)",
    event_save="Put it on the axis",
    event_saved="Added: the chart shows it in a moment.",
    forecast_title="Forecast for {day}",
    forecast_range="About **{low}** to **{high}**",
    forecast_middle="middle: {middle}",
    forecast_assumes={
        "shape": "Assumption: the middle lies between two courses. At the pace of the last 7 days, {pace} a day, it would be "
        "about {steady} on {day}; going on as finished phases did from the same share of the time ({times} times), about "
        "{grown}.",
        "growth": "Assumption: the middle lies between two courses. At the pace of the last 7 days, {pace} a day, it would be "
        "about {steady} on {day}; growing by the same factor as in the last {days} days ({times} times), about {grown}.",
    },
    forecast_steady={
        "faster": "The middle of {middle} is above the straight line of {steady} because the pace is rising: {pace} a day in "
        "the last 7 days, {faster} times the mean of {mean} a day since the start.",
        "above": "The middle of {middle} is above the straight line of {steady} of the last 7 days: the forecast expects "
        "the pace to rise.",
        "below": "The middle of {middle} is below the straight line of {steady} of the last 7 days: the forecast expects "
        "the pace to fall.",
    },
    forecast_methods={
        "shape": "Bounds: the lowest and the highest of three courses: at the same pace, and as the slowest and the fastest "
        "tenth of {examples} courses of unions went on in finished phases. They are bounds of the total, not a probability.",
        "growth": "Bounds: the lowest and the highest of three courses: at the same pace, growing like a union of the slowest "
        "tenth, growing like one of the fastest tenth of {examples} unions. They are bounds of the total, not a "
        "probability. No earlier phase has ended to compare with.",
        "milestones": "Based on the last two published counts: the low end is the mean pace since the start, the high end "
        "the latest growth continued.",
        "thin": "Too little history to forecast: it takes a finished phase, or more days behind than ahead, with at "
        "least 10 unions of 30 initiatives. No range is given whose high end is more than 5 times its low end.",
        "few_printed": "Too few published counts to forecast: it takes two of them at least 7 days apart, the first at least "
        "14 days after the beginning, and no more days ahead than half of those behind.",
        "stretch": "Forecasts are for a whole phase or programme; the chosen scope is a span of days or a backlog, or "
        "the programme has no dates.",
        "over": "The deadline has passed: nothing is left to forecast.",
    },
    forecast_target={
        "above": "The whole range is above the target of {target}.",
        "below": "The whole range is below the target of {target}.",
        "across": "The target of {target} lies inside the range: it may be met or not.",
    },
    trials_title="How far off such forecasts have been",
    trials_note="Each row re-runs a forecast with only what was known then, next to the outcome.",
    trial_inside={"yes": "Inside", "no": "Outside", "none": "No range given"},
    trial_kinds={"records": "records", "published": "published counts"},
    no_trials="No phase has ended yet to try it on.",
    trials_sum="The outcome was inside the range in {inside}/{known} trials; median absolute error of the middle: {error}.",
    compare_title="Two periods of equal length",
    compare_note="From after the first moment to the end of the last; both have the same number of days.",
    compare_codes={
        "week": "Last 7 days against the 7 before",
        "month": "Last 28 days against the 28 before",
        "phase": "First {days} days of this phase against the first {days} of the last one",
    },
    compare_span="{since} – {until}",
    no_compare="There are no daily figures for two periods of equal length.",
    no_steps="Published figures are for single moments only, not by day, week or month.",
    columns={
        "what": "Comparison",
        "days": "Days",
        "now": "This period",
        "count": "Initiatives",
        "before": "Previous period",
        "count_before": "Initiatives, previous",
        "change": "Difference",
        "change_pct": "Change",
        "made": "Forecast made",
        "basis": "From",
        "for_day": "For",
        "at_hand": "Known then",
        "low": "Low",
        "middle": "Middle",
        "high": "High",
        "actual": "Outcome",
        "error": "Error",
        "verdict": "Verdict",
        "step": "Period",
    },
    fan="Pale band: forecast of about {low} – {high}; dashed blue line: its middle, {middle}",
    fan_steady="at the pace of the last 7 days: {steady}",
)
