"""What the menus and the toolbar hold, as data."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A menu entry. ``slot`` names the window's method; ``tool`` is its short text on the toolbar."""

    name: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    picture: str = ""
    tool: str = ""
    needs_draft: bool = False


LINE = None
_FILE = (
    Entry("open", "打开草稿…", "choose_files", ("Ctrl+O",), "打开一份或多份草稿", "open", "打开"),
    Entry(
        "folder",
        "打开文件夹…",
        "choose_folder",
        ("Ctrl+Shift+O",),
        "检查文件夹里所有草稿",
        "folder",
        "文件夹",
    ),
    Entry("recent", "最近的草稿", ""),
    Entry("sample", "打开示例", "open_sample", (), "打开一份带错误的示例草稿"),
    Entry(
        "template",
        "新建空白报告…",
        "new_template",
        ("Ctrl+N",),
        "按官方格式生成一份空白的年度报告，Word 或 Excel",
    ),
    Entry(
        "register",
        "由台账统计表三、表四…",
        "count_register",
        ("Ctrl+T",),
        "把依申请公开台账统计成表三、表四，并与草稿比对",
    ),
    LINE,
    Entry(
        "outside",
        "用 Word 或 WPS 打开草稿",
        "open_outside",
        ("Ctrl+D",),
        "用系统默认的程序打开这份草稿来修改",
        "edit",
        "打开修改",
        True,
    ),
    LINE,
    Entry(
        "export",
        "导出检查清单…",
        "export",
        ("Ctrl+E",),
        "把检查清单存成 Excel 文件",
        "export",
        "导出检查清单",
        True,
    ),
    Entry(
        "annotate",
        "导出批注副本…",
        "export_annotated",
        ("Ctrl+Shift+E",),
        "另存一份草稿，在每处问题上加批注，原稿不动",
        "comment",
        "批注副本",
        True,
    ),
    Entry(
        "html",
        "导出检查报告（网页）…",
        "export_html",
        ("Ctrl+Shift+H",),
        "把检查报告存成网页，可以发给同事",
        needs_draft=True,
    ),
    Entry(
        "pdf",
        "导出检查报告（PDF）…",
        "export_pdf",
        ("Ctrl+Shift+P",),
        "把检查报告存成 PDF 文件",
        needs_draft=True,
    ),
    Entry(
        "print", "打印检查报告…", "print_report", ("Ctrl+P",), "打印检查报告，供签批和存档", needs_draft=True
    ),
    LINE,
    Entry(
        "preferences", "偏好设置…", "show_preferences", ("Ctrl+,",), "报告格式、层级、导出文件夹、自动检查等"
    ),
    Entry("close_draft", "关闭当前草稿", "close_draft", ("Ctrl+W",), "从窗口中移走，不影响文件"),
    Entry("quit", "退出", "close", ("Ctrl+Q",), "退出程序"),
)
_CHECK = (
    Entry("recheck", "重新检查", "recheck", ("F5",), "草稿改过以后再检查一次", "recheck", "重新检查", True),
    Entry(
        "previous_year",
        "与上年报告对照…",
        "choose_previous",
        ("Ctrl+U",),
        "选上一年度的报告，核对结转数、现行有效文件数和照抄的段落",
        needs_draft=True,
    ),
    Entry("alone", "不再对照上年报告", "drop_previous", (), "只检查这一份草稿", needs_draft=True),
    LINE,
    Entry("next", "下一个问题", "next_finding", ("F8",), "跳到下一个问题", "down", "下一个", True),
    Entry(
        "previous", "上一个问题", "previous_finding", ("Shift+F8",), "跳到上一个问题", "up", "上一个", True
    ),
    LINE,
    Entry(
        "decide",
        "确认事项、忽略问题…",
        "decide",
        ("Ctrl+K",),
        "确认选中的待人工事项，或者写明理由忽略选中的问题；再做一次就撤销",
        needs_draft=True,
    ),
    Entry("copy", "复制问题", "copy", ("Ctrl+C",), "把选中的问题、表格或文字复制出来", needs_draft=True),
)
_VIEW = (
    Entry("view_draft", "草稿", "view_draft", ("Ctrl+1",), "查看草稿全文", needs_draft=True),
    Entry(
        "view_tables",
        "表格核算",
        "view_tables",
        ("Ctrl+2",),
        "查看法定表格的数字和算得的合计",
        needs_draft=True,
    ),
    Entry(
        "view_years",
        "历年数据",
        "view_years",
        ("Ctrl+3",),
        "查看同一机关各年度的申请、复议、诉讼数量",
        needs_draft=True,
    ),
    LINE,
    Entry("find", "在草稿中查找…", "find_text", ("Ctrl+F",), "在草稿中查找文字", needs_draft=True),
    Entry("search", "搜索检查清单…", "search", ("Ctrl+L",), "在检查清单中搜索", needs_draft=True),
    LINE,
    Entry("zoom_in", "放大", "zoom_in", ("Ctrl++", "Ctrl+="), "放大草稿文字", needs_draft=True),
    Entry("zoom_out", "缩小", "zoom_out", ("Ctrl+-",), "缩小草稿文字", needs_draft=True),
    Entry("zoom_reset", "还原大小", "zoom_reset", ("Ctrl+0",), "还原草稿文字的大小", needs_draft=True),
    LINE,
    Entry(
        "panes", "切换到下一栏", "next_pane", ("F6",), "在大纲、草稿、清单、说明之间切换", needs_draft=True
    ),
    Entry("look", "外观", ""),
)
_HELP = (
    Entry("help", "使用说明", "show_help", ("F1",), "打开与当前画面有关的说明"),
    Entry("rules", "检查规则…", "show_rules", ("Shift+F1",), "每条规则检查什么、依据什么、怎样改"),
    Entry("shortcuts", "快捷键", "show_shortcuts", ("Ctrl+F1",), "查看全部快捷键"),
    Entry("about", "关于", "show_about", (), "版本、许可证和隐私说明"),
)
MENUS: tuple[tuple[str, tuple[Entry | None, ...]], ...] = (
    ("文件(&F)", _FILE),
    ("检查(&C)", _CHECK),
    ("查看(&V)", _VIEW),
    ("帮助(&H)", _HELP),
)
LOOKS = (("auto", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
TOOLBAR = ("open", "folder", LINE, "recheck", "previous", "next", LINE, "outside", "export", "annotate")
