"""The command line's grammar; help and complaints are in Chinese, as everything the user reads."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import gxdesk
from gxdesk.errors import UsageError

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1。"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1。"),
    (r"argument (\S+): not allowed with argument (\S+)", r"参数 \1 不能与 \2 同时使用。"),
    (r"argument (\S+): expected .*argument.*", r"参数 \1 后面要写一个值。"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"参数 \1 的值 \2 不对，可以写：\3。"),
    (r"argument (\S+): ignored explicit argument (.+)", r"参数 \1 后面不能写值 \2。"),
    (r"argument (\S+): ([^a-zA-Z]*[\u4e00-\u9fff].*)", r"参数 \1：\2"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and raises instead of leaving the program."""

    def __init__(self, **options: object) -> None:
        """Take the options of ``ArgumentParser``; a short help option is added."""
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "内容", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Raise :class:`~gxdesk.errors.UsageError` with argparse's complaint in Chinese."""
        for pattern, sentence in _COMPLAINTS:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                raise UsageError(match.expand(sentence))
        raise UsageError(f"命令写得不对（{message}）。")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with the Chinese word for usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line; argparse asks with an empty prefix for the name of a subcommand."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def build_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog="gxdesk",
        description="检查政府信息公开工作年度报告草稿。不写命令、只写草稿文件名时打开窗口。",
        epilog="“gxdesk 命令 --help”显示一个命令的用法。",
    )
    parser.add_argument(
        "--version", action="version", version=f"GxDesk {gxdesk.__version__}", help="显示版本"
    )
    commands = parser.add_subparsers(
        title="命令", dest="command", metavar="命令", required=True, parser_class=Parser
    )
    _add_check(commands.add_parser("check", help="检查草稿", description=_CHECK, epilog=_STATUS))
    _add_template(commands.add_parser("template", help="生成空白模板", description=_TEMPLATE))
    _add_ledger(commands.add_parser("ledger", help="由依申请公开台账统计表三、表四", description=_LEDGER))
    standards = commands.add_parser(
        "standards", help="列出已知的报告格式", description="列出已知的报告格式。"
    )
    rules = commands.add_parser("rules", help="列出全部检查规则", description="列出全部检查规则及其依据。")
    for one in (standards, rules):
        one.add_argument("--json", action="store_true", help="以 JSON 输出")
    rules.add_argument(
        "--rules", metavar="文件", type=Path, help="连同本单位规则一起列出；表有不对的地方，会指出在哪一行"
    )
    return parser


_CHECK = "检查报告草稿（Word、Excel 和文本文件），文件夹会逐层查找。草稿本身不会被改动。"
_STATUS = "退出状态：0 没有必须修改的问题；1 有；2 命令写得不对，或者结果写不出；3 有草稿读不出。"


def _add_check(parser: Parser) -> None:
    parser.add_argument("drafts", nargs="+", metavar="草稿", help="草稿文件或文件夹")
    parser.add_argument(
        "--standard", default="auto", metavar="格式",
        help="按哪一种报告格式检查：2008、2019、2021、格式文件名；auto（默认）由报告年度决定",
    )  # fmt: skip
    parser.add_argument(
        "--level", default="auto", choices=("auto", "government", "department"),
        help="报告单位：government 人民政府，department 政府部门；auto（默认）由单位名称判断",
    )  # fmt: skip
    parser.add_argument(
        "--encoding", default="auto", type=_encoding, metavar="编码",
        help="文本草稿的文字编码，例如 utf-8、gb18030；auto（默认）自动判断",
    )  # fmt: skip
    parser.add_argument(
        "--previous", metavar="文件", type=Path,
        help="本机关上一年度的报告，用来作跨年比对；也可以是历年报告所在的文件夹，由程序挑出上年的一份",
    )  # fmt: skip
    parser.add_argument(
        "--rules", metavar="文件", type=Path,
        help="本单位规则：Excel 表（gxdesk template --rules 生成示例）或 .toml 文件，与程序的规则一并检查",
    )  # fmt: skip
    parser.add_argument("--json", metavar="文件", help="把结果写成 JSON 文件；写 - 则输出到屏幕（标准输出）")
    parser.add_argument("--xlsx", metavar="文件", help="写出检查清单工作簿；多份草稿时写出汇总工作簿")
    parser.add_argument(
        "--annotate", metavar="文件",
        help="写出带批注的副本（草稿本身不动）；多份草稿时写一个已有的文件夹",
    )  # fmt: skip
    parser.add_argument("--summary", action="store_true", help="在批注稿（Word）第一页加上检查摘要")
    parser.add_argument("--html", metavar="文件", help="写出可以打印的检查报告；多份草稿时写一个已有的文件夹")
    parser.add_argument(
        "--jobs", type=_jobs, metavar="个数", help="批量检查时同时工作的进程个数（默认按处理器个数）"
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("--quiet", action="store_true", help="不显示结果，只写导出的文件；错误仍会显示")
    amount.add_argument("--verbose", action="store_true", help="显示得更详细：依据、通过的事项、用时")


_TEMPLATE = (
    "生成官方版式的空白报告（.docx 或 .xlsx，由文件名的后缀决定），"
    "空白的依申请公开台账，或者本单位规则的示例表。"
)
_LEDGER = (
    "读取依申请公开台账（一件申请一行），统计表三、表四，列出无法归类和可能超期的行；"
    "可以与报告草稿逐格比对，也可以写成填好的表格。有需要核对的行或者不一致的格时退出状态为 1。"
)


def _add_template(parser: Parser) -> None:
    parser.add_argument("out", metavar="文件", help="要生成的文件，后缀 .docx 或 .xlsx")
    parser.add_argument(
        "--standard", default="2021", metavar="格式", help="报告格式：2008、2019、2021（默认）"
    )
    parser.add_argument("--year", type=_year, metavar="年份", help="报告年度（默认上一年）")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--ledger", action="store_true", help="生成空白的依申请公开台账（.xlsx）")
    kinds.add_argument("--rules", action="store_true", help="生成本单位规则的示例表（.xlsx）")


def _add_ledger(parser: Parser) -> None:
    parser.add_argument("register", metavar="台账", help="依申请公开台账（Excel）")
    parser.add_argument("--against", metavar="草稿", help="与这份报告草稿的表三、表四逐格比对")
    parser.add_argument("--out", metavar="文件", help="写出统计结果：.xlsx（表格和逐行核对）或 .docx（表格）")
    parser.add_argument("--year", type=_year, metavar="年份", help="报告年度（默认由草稿或者台账的日期判断）")
    parser.add_argument("--standard", default="auto", metavar="格式", help="报告格式（默认由报告年度决定）")


def _year(text: str) -> int:
    if text.isascii() and text.isdecimal() and 2008 <= int(text) <= 2100:
        return int(text)
    raise argparse.ArgumentTypeError(f"年份应当写成四位数字，例如 2024，不能是“{text}”。")


def _encoding(name: str) -> str:
    if name == "auto":
        return name
    try:
        b"ab".decode(name, "replace")  # refuses also what is no text, such as hex
        return name
    except LookupError:
        pass
    raise argparse.ArgumentTypeError(f"没有名为“{name}”的文字编码，常用的有 utf-8、gb18030、big5、utf-16。")


def _jobs(text: str) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError(f"进程个数应当是 1 到 64 的整数，不能是“{text}”。")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse a command line; raises :class:`~gxdesk.errors.UsageError` with a Chinese sentence."""
    return build_parser().parse_args(arguments)
