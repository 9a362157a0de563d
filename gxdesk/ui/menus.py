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
MENUS: tuple[tuple[str, tuple[Entry | None, ...]], ...] = (
    (
        "文件(&F)",
        (
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
            Entry("recent", "最近的草稿", "", (), ""),
            Entry("sample", "打开示例", "open_sample", (), "打开一份带错误的示例草稿"),
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
            LINE,
            Entry("close_draft", "关闭当前草稿", "close_draft", ("Ctrl+W",), "从窗口中移走，不影响文件"),
            Entry("quit", "退出", "close", ("Ctrl+Q",), "退出程序"),
        ),
    ),
    (
        "检查(&C)",
        (
            Entry(
                "recheck",
                "重新检查",
                "recheck",
                ("F5",),
                "草稿改过以后再检查一次",
                "recheck",
                "重新检查",
                True,
            ),
            Entry(
                "previous_year",
                "与上年报告对照…",
                "choose_previous",
                (),
                "选上一年度的报告，核对结转数、现行有效文件数和照抄的段落",
                needs_draft=True,
            ),
            Entry("alone", "不再对照上年报告", "drop_previous", (), "只检查这一份草稿", needs_draft=True),
            LINE,
            Entry("next", "下一个问题", "next_finding", ("F8",), "跳到下一个问题", "down", "下一个", True),
            Entry(
                "previous",
                "上一个问题",
                "previous_finding",
                ("Shift+F8",),
                "跳到上一个问题",
                "up",
                "上一个",
                True,
            ),
            LINE,
            Entry("copy", "复制问题", "copy", ("Ctrl+C",), "把选中的问题或文字复制出来", "", "", True),
        ),
    ),
    (
        "查看(&V)",
        (
            Entry("find", "在草稿中查找…", "find_text", ("Ctrl+F",), "在草稿中查找文字", "", "", True),
            Entry("search", "搜索检查清单…", "search", ("Ctrl+L",), "在检查清单中搜索", "", "", True),
            LINE,
            Entry("zoom_in", "放大", "zoom_in", ("Ctrl++", "Ctrl+="), "放大草稿文字", "", "", True),
            Entry("zoom_out", "缩小", "zoom_out", ("Ctrl+-",), "缩小草稿文字", "", "", True),
            Entry("zoom_reset", "还原大小", "zoom_reset", ("Ctrl+0",), "还原草稿文字的大小", "", "", True),
            LINE,
            Entry(
                "panes",
                "切换到下一栏",
                "next_pane",
                ("F6",),
                "在大纲、草稿、清单、说明之间切换",
                "",
                "",
                True,
            ),
            Entry("look", "外观", "", (), ""),
        ),
    ),
    (
        "帮助(&H)",
        (
            Entry("rules", "检查规则…", "show_rules", ("Shift+F1",), "每条规则检查什么、依据什么、怎样改"),
            Entry("shortcuts", "快捷键", "show_shortcuts", ("F1",), "查看全部快捷键"),
            Entry("about", "关于", "show_about", (), "版本、许可证和隐私说明"),
        ),
    ),
)
LOOKS = (("auto", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
TOOLBAR = ("open", "folder", LINE, "recheck", "previous", "next", LINE, "export", "annotate")
