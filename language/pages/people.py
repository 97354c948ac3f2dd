"""Texts of the people page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PeopleTexts:
    """{Blanks} are filled by the page or its charts."""

    cards: Mapping[str, str]
    card_notes: Mapping[str, str]
    card_help: Mapping[str, str]
    members_unknown: str
    total_unknown: str
    nobody_named: str
    more_than_members: str
    positions_title: str
    rewards_title: str
    rewards_note: str
    no_rewards: str
    rewards: str
    ownerships_title: str
    ownerships_note: str
    sexes_title: str
    sexes_note: str
    sexes: Mapping[str, str]
    units_title: str
    units_note: str
    printed_title: str
    printed_note: str
    unknown_title: str
    unknown_note: str
    only_printed: str


VIETNAMESE = PeopleTexts(
    cards={
        "people": "Người có sáng kiến",
        "per100": "Sáng kiến/100 đoàn viên",
        "participation_pct": "Tỷ lệ tham gia",
        "participating": "CĐCS tham gia",
        "women": "Sáng kiến của nữ",
        "workers": "Lao động trực tiếp được khen",
    },
    card_notes={
        "people": "{count} sáng kiến mỗi người",
        "per100": "{known}/{total} đơn vị có số đoàn viên",
        "participation_pct": "{known}/{total} đơn vị có số đoàn viên",
        "participating": "{percent} của {all} đã biết",
        "women": "của số có ghi giới tính; {percent} chưa ghi",
        "workers": "trong {count} lượt khen thưởng",
    },
    card_help={
        "people": "Số tác giả khác nhau. Cùng tên ở hai đơn vị là hai người; sáng kiến không ghi tác giả không tính.",
        "per100": "Số sáng kiến ÷ số đoàn viên × 100, chỉ của các đơn vị có số đoàn viên.",
        "participation_pct": "Số tác giả khác nhau ÷ số đoàn viên × 100, chỉ của các đơn vị có số đoàn viên.",
        "participating": "Công đoàn cơ sở có ít nhất một sáng kiến, trên số công đoàn cơ sở có trong danh mục.",
        "women": "Sáng kiến của nữ ÷ sáng kiến có ghi giới tính × 100.",
        "workers": "Lượt khen thưởng cho người lao động trực tiếp ÷ mọi lượt khen thưởng × 100.",
    },
    members_unknown="chưa có số đoàn viên",
    total_unknown="tổng số: chưa có số liệu",
    nobody_named="không sáng kiến nào ghi tác giả",
    more_than_members="số người có sáng kiến nhiều hơn số đoàn viên đã khai",
    positions_title="Sáng kiến theo chức vụ tác giả",
    rewards_title="Ai được khen thưởng",
    rewards_note="Người lao động trực tiếp: {uploads} số sáng kiến, {rewards} số lượt khen thưởng.",
    no_rewards="Chưa có lượt khen thưởng nào trong phạm vi này.",
    rewards="Khen thưởng",
    ownerships_title="Sáng kiến theo khu vực kinh tế",
    ownerships_note="Ngoài nhà nước và FDI cộng lại: {percent}.",
    sexes_title="Sáng kiến theo giới tính",
    sexes_note="Phần chưa ghi là chưa có số liệu; tỷ lệ nữ chỉ tính trên phần có ghi.",
    sexes={"male": "Nam", "female": "Nữ", "none": "Chưa ghi"},
    units_title="Theo đơn vị",
    units_note="Xếp theo số người; “–” là chưa có số đoàn viên.",
    printed_title="Số người, công đoàn cơ sở đã công bố",
    printed_note="Nguyên văn nguồn; “người” và “lượt” không đổi cho nhau.",
    unknown_title="Các nguồn đã in không nêu",
    unknown_note="Chỉ nói về các bài và tài liệu đã in: số của hệ thống ở trên tính từ từng sáng kiến.",
    only_printed="Chức vụ, giới tính và công đoàn cơ sở của từng sáng kiến chỉ có trong bản ghi.",
)

ENGLISH = PeopleTexts(
    cards={
        "people": "People with initiatives",
        "per100": "Initiatives/100 members",
        "participation_pct": "Participation",
        "participating": "Grassroots unions taking part",
        "women": "By women",
        "workers": "Direct workers rewarded",
    },
    card_notes={
        "people": "{count} initiatives each",
        "per100": "members known for {known}/{total} unions",
        "participation_pct": "members known for {known}/{total} unions",
        "participating": "{percent} of {all} known",
        "women": "of those with the sex noted; {percent} not noted",
        "workers": "of {count} rewards",
    },
    card_help={
        "people": "Distinct authors. The same name in two unions is two people; initiatives without an author do not count.",
        "per100": "Initiatives ÷ members × 100, only of unions whose members are known.",
        "participation_pct": "Distinct authors ÷ members × 100, only of unions whose members are known.",
        "participating": "Grassroots unions with at least one initiative, of those in the catalogue.",
        "women": "Initiatives by women ÷ initiatives with a sex noted × 100.",
        "workers": "Rewards to direct workers ÷ all rewards × 100.",
    },
    members_unknown="members not known",
    total_unknown="of how many: no figure",
    nobody_named="no initiative names its author",
    more_than_members="more people with initiatives than stated members",
    positions_title="Initiatives by author's position",
    rewards_title="Who is rewarded",
    rewards_note="Direct workers: {uploads} of the initiatives, {rewards} of the rewards.",
    no_rewards="No reward in this scope yet.",
    rewards="Rewards",
    ownerships_title="Initiatives by ownership",
    ownerships_note="Non-state and FDI together: {percent}.",
    sexes_title="Initiatives by sex",
    sexes_note="Not noted means unknown; the share of women is of those noted.",
    sexes={"male": "Men", "female": "Women", "none": "Not noted"},
    units_title="By union",
    units_note="Most people first; “–” means that members are not known.",
    printed_title="Published people and grassroots unions",
    printed_note="As the sources say; “people” and “attendances” are never converted into each other.",
    unknown_title="Not stated by the published sources",
    unknown_note="About published articles and papers only: the system's own numbers above are counted from single initiatives.",
    only_printed="Positions, sex and grassroots unions of single initiatives are in records only.",
)
