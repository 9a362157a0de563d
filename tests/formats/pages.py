"""A document as web pages: what web editors publish and what government systems export as .doc and .xls."""

from __future__ import annotations

import base64
from html import escape

from gxdesk.document.model import Document, Paragraph, Table

_ARTICLE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}</title><script>var x = "<table>";</script></head>
<body><div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/a">走进云州</a></li>
<li><a href="/b">新闻中心</a></li><li><a href="/c">政务公开</a></li></ul></div>
<div class="BreadCrumb">当前位置：<a href="/">首页</a> &gt; <a>政务公开</a></div>
<table width="100%" border="0"><tr><td class="left"><ul><li><a>机构职能</a></li><li><a>政策文件</a></li>
<li><a>年度报告</a></li><li><a>公开指南</a></li></ul></td><td>
<div class="content">{content}</div>
<div class="bdsharebuttonbox"><a>微信</a><a>微博</a></div></td></tr></table>
<div id="footer">主办单位：云州市人民政府办公室　网站标识码：3700000000</div></body></html>
"""


def rows(table: Table) -> str:
    """The rows of a table with their spans, end tags left out as old web editors do."""
    anchors = {(cell.row, cell.column): cell for cell in table.cells}
    lines = []
    for r in range(table.rows):
        line = "<tr>"
        for c in range(table.columns):
            cell = anchors.get((r, c))
            if cell is not None:
                spans = f' rowspan="{cell.row_span}"' * (cell.row_span > 1)
                spans += f' colspan="{cell.column_span}"' * (cell.column_span > 1)
                line += f"<td{spans}>" + "<br>".join(map(escape, cell.text.split("\n")))
        lines.append(line)
    return "\n".join(lines)


def body(document: Document) -> str:
    blocks = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            style = ' style="text-align: center"' if block.centered else ""
            blocks.append(f"<p{style}>&#12288;&#12288;{escape(block.text)}</p>")
        else:
            blocks.append(f'<table border="1"><tbody>\n{rows(block)}</tbody></table>')
    return "\n".join(blocks)


def as_page(document: Document, charset: str = "utf-8") -> bytes:
    """A published page with everything around the text."""
    text = _ARTICLE.format(charset=charset, title="年报", content=body(document))
    return text.encode(charset)


def as_exported(document: Document) -> bytes:
    """Bare tables and paragraphs without a head, as web systems export under the name .xls or .doc."""
    return ("<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>" + body(document)).encode(
        "gb18030"
    )


def as_sheet(document: Document) -> bytes:
    """Everything in one table, as a spreadsheet saved as a page; GB18030."""
    width = max(block.columns for block in document.blocks if isinstance(block, Table))
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(f"<tr><td colspan={width}>{escape(block.text)}</td></tr>")
        else:
            lines += [rows(block), "<tr style='display:none'><td></td></tr><tr><td></td></tr>"]
    excel = "urn:schemas-microsoft-com:office:excel"
    markup = f'<html xmlns:x="{excel}"><body><table>{"".join(lines)}</table></body></html>'
    return markup.encode("gb18030")


def as_archive(document: Document) -> bytes:
    """A web archive (.mht) with the page as one part in base64."""
    page = base64.encodebytes(as_page(document, "gb18030")).decode("ascii").replace("\n", "\r\n")
    return (
        "From: <Saved by WebKit>\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"\r\n\r\n'
        "------=_Part\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{page}\r\n------=_Part\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "R0lG\r\n"
        "------=_Part--\r\n"
    ).encode("ascii")
