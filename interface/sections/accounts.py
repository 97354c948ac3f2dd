"""Accounts on the administration page: the list, a form for one account, and import of a list."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from data_access.database.bounded import Database
from data_access.database.errors import NotAllowed, UnfitAccount
from data_access.database.settings import database_url
from data_access.staff.account_lists import Listed, UnreadableList, check_list, read_list
from data_access.staff.accounts import AccountDraft, add_accounts, block_account, change_account, find_accounts
from interface.shell.access import act
from interface.shell.notices import keep_notice, show_notice
from interface.shell.visit import Visit
from interface.widgets.small_tables import show_small_table
from language.languages import Language
from model.accounts import Account
from model.codes import NONE
from model.folding import vietnamese_key
from model.reader import Reader, Role
from presentation.signatures import short_names

_NOTICE = "accounts_notice"
_ENDINGS = ("csv", "xlsx", "xls", "ods")


def show_accounts(visit: Visit) -> None:
    """Draw the list of accounts, the form and the import."""
    texts = visit.language.admin
    show_notice(_NOTICE)
    accounts = visit.records.ask_now(find_accounts)
    if accounts:
        rows = [_row(account, visit) for account in accounts]
        show_small_table(list(rows[0]), [list(row.values()) for row in rows], caption=texts.tabs[0])
    else:
        st.info(texts.none)
    st.caption(texts.accounts_note)
    by_address = {account.email: account for account in accounts}
    email = st.selectbox(
        texts.which, ["", *by_address], format_func=lambda address: address or texts.new, key="account"
    )
    _show_form(by_address.get(str(email)), visit)
    with st.expander(texts.list_title, icon=":material/group_add:"):
        _show_list(visit)


def _row(account: Account, visit: Visit) -> dict[str, str]:
    texts, numbers = visit.language.admin, visit.language.numbers
    units = short_names(account.units, visit.catalogue)
    return {
        texts.heads["email"]: account.email,
        texts.heads["name"]: account.name,
        texts.heads["role"]: visit.language.pages.roles[account.role],
        texts.heads["units"]: ", ".join(units) or texts.units_all.rpartition(": ")[2],
        texts.heads["blocked"]: numbers.moment(account.blocked_at) if account.blocked_at else "",
        texts.heads["seen"]: numbers.moment(account.seen_at) if account.seen_at else "",
    }


def _show_form(account: Account | None, visit: Visit) -> None:
    texts, all_units = visit.language.admin, visit.catalogue.unit_by_code
    key = account.email if account else NONE
    codes = sorted(all_units, key=lambda code: vietnamese_key(all_units[code].short_name))
    with st.form(f"account_{key}", clear_on_submit=account is None):
        left, right = st.columns(2)
        if account is None:
            email = left.text_input(texts.email, max_chars=320, key="account_email")
        else:
            email = left.text_input(texts.email, account.email, disabled=True, key=f"email_{key}") and account.email
        name = right.text_input(texts.name, account.name if account else "", max_chars=120, key=f"name_{key}")
        role = left.selectbox(
            texts.role,
            list(Role),
            list(Role).index(account.role) if account else 0,
            format_func=visit.language.pages.roles.__getitem__,
            help=texts.roles_help,
            key=f"role_{key}",
        )
        units = right.multiselect(
            texts.units,
            codes,
            [code for code in account.units if code in all_units] if account else [],
            format_func=lambda code: f"{all_units[code].short_name} ({code})",
            placeholder=texts.units_all,
            key=f"units_{key}",
        )
        if st.form_submit_button(texts.save, type="primary"):
            draft = _changed(account, AccountDraft(str(email), str(role), tuple(sorted(units)), name))
            save = partial(_save, account is None, draft)
            _do(visit.language, save, texts.saved.format(email=email))
            st.rerun()
    if account is not None:
        _offer_block(account, visit.language)


def _changed(account: Account | None, draft: AccountDraft) -> AccountDraft:
    """The fields that differ. Only a changed role or changed units end sessions."""
    if account is None:
        return draft
    role = None if draft.role == account.role else draft.role
    units = None if draft.units == tuple(sorted(account.units)) else draft.units
    return AccountDraft(account.email, role, units, draft.name)


def _save(is_new: bool, draft: AccountDraft, by: Reader) -> None:  # noqa: FBT001 (bound by partial)
    if is_new:
        add_accounts(database_url(), by, [draft])
    else:
        change_account(database_url(), by, draft)


def _offer_block(account: Account, language: Language) -> None:
    texts, is_in = language.admin, account.blocked_at is None
    sentence = (texts.blocked if is_in else texts.unblocked).format(email=account.email)
    st.button(
        texts.block if is_in else texts.unblock,
        icon=":material/block:" if is_in else ":material/lock_open:",
        key="account_block",
        on_click=_do,
        args=(language, partial(_block, account.email, is_in), sentence),
    )


def _block(email: str, blocked: bool, by: Reader) -> None:  # noqa: FBT001 (bound by partial)
    block_account(database_url(), by, email, blocked=blocked)


def _do(language: Language, change: Callable[[Reader], object], text: str) -> None:
    """Run a change as the account of this click and keep the message for the next rerun."""

    def try_it(by: Reader) -> None:
        try:
            change(by)
            keep_notice(_NOTICE, "success", text)
        except UnfitAccount as problem:
            keep_notice(_NOTICE, "error", language.admin.unfit[problem.code].format(value=problem.value))
        except NotAllowed:
            keep_notice(_NOTICE, "error", language.admin.may_not)

    act(language, try_it)


def _show_list(visit: Visit) -> None:
    texts = visit.language.admin
    st.caption(texts.list_note)
    file = st.file_uploader(texts.list_file, _ENDINGS, key="account_list")
    if file is None:
        return
    try:
        rows = read_list(file.name, file.getvalue())
    except UnreadableList as problem:
        st.error(texts.unreadable[problem.code])
        return
    database = Database(database_url())
    try:
        checked = database.ask(lambda connection: check_list(connection, rows))
    finally:
        database.close()
    st.dataframe([_listed_row(line, visit.language) for line in checked], hide_index=True, placeholder="")
    right = [line.wanted for line in checked if not line.problem]
    count = visit.language.numbers.count(len(right))
    st.button(
        texts.list_add.format(count=count),
        type="primary",
        key="account_list_add",
        disabled=not right,
        on_click=_do,
        args=(visit.language, lambda by: add_accounts(database_url(), by, right), texts.list_added.format(count=count)),
    )


def _listed_row(line: Listed, language: Language) -> dict[str, str]:
    texts, roles = language.admin, language.pages.roles
    draft = line.wanted
    return {
        "#": str(line.row),
        texts.heads["email"]: draft.email,
        texts.heads["name"]: draft.name or "",
        texts.heads["role"]: roles.get(draft.role or "", draft.role or ""),
        texts.heads["units"]: " ".join(draft.units or ()) or texts.units_all.rpartition(": ")[2],
        texts.problem: texts.unfit[line.problem].format(value=line.value) if line.problem else "",
    }
