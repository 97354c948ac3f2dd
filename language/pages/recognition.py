"""Texts of the recognition page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class RecognitionTexts:
    """{Blanks} are filled by the page or its charts."""

    funnel_title: str
    funnel_note: str
    steps: Mapping[str, str]
    level_unknown: str
    states_title: str
    states_note: str
    statuses_ignored: str
    cards: Mapping[str, str]
    card_notes: Mapping[str, str]
    card_help: Mapping[str, str]
    days: str
    days_more: str
    in_days: str
    no_waits: str
    decided_title: str
    waiting_title: str
    rewarded_title: str
    waits_note: str
    waiting_note: str
    unrewarded_title: str
    unrewarded_note: str
    rewards_late: str
    rewards_not_noted: str
    unrewarded_units: str
    unrewarded_units_note: str
    unrewarded_list: str
    unrewarded_file: str
    unrewarded_file_note: str
    unrewarded_columns: tuple[str, ...]
    use_title: str
    use: Mapping[str, str]
    use_note: str
    use_sentence: str
    use_noted: str
    ideas: str
    ideas_unknown: str
    ideas_of_one: str
    units_title: str
    units_note: str
    awards_title: str
    awards_note: str
    only_records: str
    no_printed: str
    elsewhere: str

    def wait_names(self, limits: Sequence[int]) -> tuple[str, ...]:
        """“0–3 ngày” up to “hơn 60 ngày”: labels of buckets with these last days."""
        starts = (0, *(limit + 1 for limit in limits))
        labels = [self.days.format(first=first, last=last) for first, last in zip(starts, limits, strict=False)]
        return (*labels, self.days_more.format(days=limits[-1]))


VIETNAMESE = RecognitionTexts(
    funnel_title="Công nhận theo cấp",
    funnel_note="Mỗi bậc gồm sáng kiến hợp lệ được công nhận từ cấp đó trở lên.",
    steps={
        "uploads": "Đã cập nhật",
        "valid": "Hợp lệ",
        "grassroots": "Công nhận từ cấp cơ sở trở lên",
        "upper": "Từ cấp trên cơ sở trở lên",
        "province": "Từ cấp tỉnh, thành phố trở lên",
        "ministry": "Từ cấp bộ, ngành trở lên",
        "national": "Cấp toàn quốc",
    },
    level_unknown="{count} sáng kiến hợp lệ chưa ghi cấp công nhận",
    states_title="Đã xét đến đâu",
    states_note="Hợp lệ, đang xem xét và không hợp lệ cộng lại bằng đã cập nhật.",
    statuses_ignored="Trang này nói về chính các trạng thái, nên bộ lọc trạng thái không áp dụng ở đây.",
    cards={
        "valid_pct": "Tỷ lệ hợp lệ",
        "review": "Đang xem xét",
        "decided": "Thời gian xét, trung vị",
        "rewarded": "Đã khen thưởng",
        "applied": "Đã áp dụng",
        "replicated": "Nhân rộng",
    },
    card_notes={
        "valid_pct": "{part} / {whole} đã cập nhật",
        "review": "{count} chờ hơn 30 ngày",
        "decided": "quyết định lâu nhất: {days} ngày",
        "rewarded": "{percent} số hợp lệ",
        "applied": "{part} / {whole} hợp lệ",
        "replicated": "{percent} số đã áp dụng; {places} nơi",
    },
    card_help={
        "valid_pct": "Hợp lệ ÷ đã cập nhật × 100, tại thời điểm trên.",
        "review": "Đã cập nhật trừ hợp lệ trừ không hợp lệ, tại thời điểm trên.",
        "decided": "Số ngày từ khi cập nhật đến khi có quyết định, của các sáng kiến đã xét: một nửa xong trong chừng ấy ngày.",
        "rewarded": "Sáng kiến có ngày khen thưởng trong kỳ, trên số sáng kiến hợp lệ.",
        "applied": "Sáng kiến hợp lệ ghi “Đã áp dụng: Có”. Không ghi là chưa có số liệu, không phải chưa áp dụng.",
        "replicated": "Sáng kiến hợp lệ có ít nhất một nơi nhân rộng, trên số đã áp dụng.",
    },
    days="{first}–{last} ngày",
    days_more="hơn {days} ngày",
    in_days="{days} ngày",
    no_waits="Chưa có ngày quyết định hay khen thưởng nào trong phạm vi này.",
    decided_title="Từ cập nhật đến quyết định",
    waiting_title="Đang chờ xét: đã bao lâu",
    rewarded_title="Từ quyết định đến khen thưởng",
    waits_note="{count} sáng kiến đã xong bước này: một nửa mất nhiều nhất {median} ngày, lâu nhất {longest} ngày.",
    waiting_note="{count} sáng kiến chưa có quyết định: đến nay một nửa đã chờ ít nhất {median} ngày, lâu nhất {longest} ngày và chưa xong.",
    unrewarded_title="Hợp lệ, chưa khen thưởng",
    unrewarded_note="{count} sáng kiến hợp lệ chưa khen thưởng; một nửa đã chờ từ {median} ngày kể từ quyết định, lâu nhất {longest} ngày.",
    rewards_late="{late} sáng kiến đã quá {limit} ngày mà chương trình đặt ra để khen thưởng.",
    rewards_not_noted="Chưa có khen thưởng nào được ghi trong phạm vi này: chưa ghi không có nghĩa là chưa khen.",
    unrewarded_units="Đơn vị nào còn chưa khen thưởng",
    unrewarded_units_note="Nhiều nhất trước. Khen thưởng kịp thời là điều các bài viết nói còn thiếu.",
    unrewarded_file="Tải danh sách (CSV)",
    unrewarded_file_note="Chờ lâu nhất trước, nhiều nhất {most} sáng kiến, trong phạm vi của bạn. Lần tải được ghi nhật ký.",
    unrewarded_list="Hiện {count} sáng kiến chờ lâu nhất",
    unrewarded_columns=("Mã", "Tên sáng kiến", "Đơn vị", "Ngày quyết định", "Số ngày"),
    use_title="Công nhận rồi có được áp dụng, nhân rộng không?",
    use={
        "applied": "Đã áp dụng",
        "replicated": "Trong đó nhân rộng ra nơi khác",
        "not_applied": "Chưa áp dụng",
        "unknown": "Chưa ghi",
    },
    use_note="Tỷ trọng trong số sáng kiến hợp lệ; nhân rộng nằm trong đã áp dụng",
    use_sentence="Cứ 100 sáng kiến hợp lệ thì {applied} đã áp dụng và {replicated} được nhân rộng.",
    use_noted="Riêng sáng kiến có ghi ngày áp dụng, tính đến {moment}: {applied} sáng kiến đã áp dụng, {replicated} đã nhân rộng. "
    "Các sáng kiến khác ở trên không ghi ngày: được tính từ khi xét hợp lệ.",
    ideas="Đăng ký ý tưởng (bước trước khi cập nhật): {amount} ý tưởng của {yes} đơn vị. {no} đơn vị báo "
    "chưa có ý tưởng nào.",
    ideas_unknown="{unknown} đơn vị chưa rõ, mà chưa rõ không phải là\u00a00.",
    ideas_of_one="Đăng ký ý tưởng (bước trước khi cập nhật): {amount} ý tưởng.",
    units_title="Đơn vị còn tồn nhiều nhất",
    units_note="Xếp theo số đang xem xét.",
    awards_title="Khen thưởng, tôn vinh đã công bố",
    awards_note="Đếm người, tập thể hay sáng kiến như nguồn viết; không cộng lại.",
    only_records="Trạng thái, thời gian chờ và áp dụng chỉ có trong bản ghi; số công bố chỉ có các cấp và danh hiệu.",
    no_printed="Chưa nguồn nào công bố cấp công nhận hay danh hiệu cho phạm vi này.",
    elsewhere="Cấp công nhận và danh hiệu đã công bố ở nơi khác:",
)

ENGLISH = RecognitionTexts(
    funnel_title="Recognition by level",
    funnel_note="Each step holds valid initiatives recognised at that level or a higher one.",
    steps={
        "uploads": "Uploaded",
        "valid": "Valid",
        "grassroots": "Recognised at grassroots level or higher",
        "upper": "Above grassroots or higher",
        "province": "Province or city or higher",
        "ministry": "Ministry or sector or higher",
        "national": "National",
    },
    level_unknown="{count} valid initiatives have no level noted",
    states_title="How much has been decided",
    states_note="Valid, under review and not valid add up to uploaded.",
    statuses_ignored="This page is about the statuses themselves: the status filter does not apply here.",
    cards={
        "valid_pct": "Valid",
        "review": "Under review",
        "decided": "Time to decide, median",
        "rewarded": "Rewarded",
        "applied": "In use",
        "replicated": "Replicated",
    },
    card_notes={
        "valid_pct": "{part} / {whole} uploaded",
        "review": "{count} for over 30 days",
        "decided": "longest: {days} days",
        "rewarded": "{percent} of valid ones",
        "applied": "{part} / {whole} valid",
        "replicated": "{percent} of those in use; {places} places",
    },
    card_help={
        "valid_pct": "Valid ÷ uploaded × 100, at this moment.",
        "review": "Uploaded minus valid minus not valid, at this moment.",
        "decided": "Days from upload to decision, for what has been decided: half took no longer.",
        "rewarded": "Initiatives rewarded in the period, of the valid ones.",
        "applied": "Valid initiatives noted as in use. Not noted means unknown, not unused.",
        "replicated": "Valid initiatives replicated in at least one place, of those in use.",
    },
    days="{first}–{last} days",
    days_more="over {days} days",
    in_days="{days} days",
    no_waits="No decision or reward has a date in this scope.",
    decided_title="From upload to decision",
    waiting_title="Under review: for how long",
    rewarded_title="From decision to reward",
    waits_note="{count} initiatives have taken this step: half within {median} days, the slowest in {longest} days.",
    waiting_note="{count} initiatives still undecided: half have waited {median} days or more so far, the oldest {longest} days.",
    unrewarded_title="Valid, not rewarded yet",
    unrewarded_note="{count} valid initiatives are not rewarded yet; half of them for {median} days or more since the decision, the longest for {longest} days.",
    rewards_late="{late} of them are past the {limit} days set by the programme for rewards.",
    rewards_not_noted="No reward has been noted in this scope, which does not mean that nobody was rewarded.",
    unrewarded_units="Unions with initiatives not rewarded yet",
    unrewarded_units_note="Most first. Timely rewards are what the press articles say is lacking.",
    unrewarded_file="Download the list (CSV)",
    unrewarded_file_note="Longest waiting first, at most {most} initiatives, within your scope. The download is logged.",
    unrewarded_list="Show the {count} that wait longest",
    unrewarded_columns=("Code", "Title", "Union", "Decided on", "Days"),
    use_title="Once recognised, are they used and replicated?",
    use={
        "applied": "In use",
        "replicated": "Of those, replicated elsewhere",
        "not_applied": "Not in use",
        "unknown": "Not noted",
    },
    use_note="Shares of valid initiatives; those replicated are among those in use",
    use_sentence="Of every 100 valid initiatives, {applied} are in use and {replicated} are replicated elsewhere.",
    use_noted="Only those with a noted date, as of {moment}: {applied} in use, {replicated} replicated. The others above have "
    "no date: they count from the day they were found valid.",
    ideas="Ideas registered (the step before uploading): {amount}, by {yes} unions. {no} unions have stated that they have none.",
    ideas_unknown="Nothing is known about {unknown} unions, which does not mean\u00a00.",
    ideas_of_one="Ideas registered (the step before uploading): {amount}.",
    units_title="Unions with the largest backlog",
    units_note="Ordered by what is under review.",
    awards_title="Published awards and honours",
    awards_note="People, collectives or initiatives, as the source says; never added up.",
    only_records="Statuses, waiting times and use are in records only; published figures only give levels and titles.",
    no_printed="No source has published levels or titles for this scope.",
    elsewhere="Published levels and titles elsewhere:",
)
