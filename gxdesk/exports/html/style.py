"""How the printable report looks."""

from __future__ import annotations

STYLE = """\
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
html { background: #f0f2f5; }
body { font: 14px/1.6 "宋体", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif; color: #262626;
  max-width: 210mm; margin: 0 auto; padding: 14mm 15mm; background: #ffffff; }
h1, h2, h3, th, .badge, .verdict { font-family: "黑体", SimHei, "Microsoft YaHei", "Noto Sans CJK SC",
  "Source Han Sans SC", sans-serif; }
h1 { font-size: 22px; margin: 0 0 4px; color: #1f4e79; }
h2 { font-size: 17px; margin: 26px 0 8px; padding-bottom: 4px; border-bottom: 2px solid #1f4e79;
  color: #1f4e79; break-after: avoid; page-break-after: avoid; }
h3 { font-size: 14px; margin: 16px 0 6px; break-after: avoid; page-break-after: avoid; }
p { margin: 4px 0; }
.file { color: #595959; margin-bottom: 10px; overflow-wrap: anywhere; }
.verdict { font-size: 17px; font-weight: bold; padding: 10px 14px; margin: 10px 0; border-left: 6px solid; }
.note { color: #595959; font-size: 12px; }
table { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 1.45; }
th, td { border: 1px solid #bfbfbf; padding: 3px 5px; vertical-align: middle; text-align: left;
  overflow-wrap: anywhere; }
th { background: #d9e2ef; text-align: center; font-weight: bold; }
thead { display: table-header-group; }
tr { break-inside: avoid; page-break-inside: avoid; }
.facts th { width: 7.5em; text-align: left; white-space: nowrap; }
.figures { font-size: 10.5px; }
.figures th, .figures td { padding: 2px 4px; }
.items { font-size: 11px; }
.figures td.n, td.c { text-align: center; }
.badge { display: inline-block; font-size: 12px; padding: 0 6px; border: 1px solid; font-weight: bold; }
.finding { border: 1px solid #bfbfbf; padding: 8px 12px; margin: 8px 0; break-inside: avoid;
  page-break-inside: avoid; }
.finding h3 { margin: 0 0 4px; }
.finding table { font-size: 13px; }
.finding td, .finding th { border: 0; background: none; padding: 1px 4px; vertical-align: top; }
.finding th { width: 4.2em; text-align: left; color: #595959; font-weight: normal; white-space: nowrap; }
.error { background: #ffc7ce; color: #9c0006; border-color: #9c0006; }
.warning { background: #ffeb9c; color: #7f4f00; border-color: #7f4f00; }
.info, .manual { background: #ddebf7; color: #1f4e79; border-color: #1f4e79; }
.pass { background: #d8f0dc; color: #00561b; border-color: #00561b; }
.grey { background: #ededed; color: #595959; border-color: #595959; }
.violet { background: #e8e1f0; color: #5b3f86; border-color: #5b3f86; }
.sign td { height: 46px; }
.sign, .figures { break-inside: avoid; page-break-inside: avoid; }
.foot { margin-top: 18px; border-top: 1px solid #bfbfbf; padding-top: 6px; color: #595959; font-size: 11px;
  overflow-wrap: anywhere; }
td.error, td.warning, td.info, td.manual, td.pass, td.grey, td.violet { border-color: #bfbfbf; }
@media print {
  html, body { background: #ffffff; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .newpage { break-before: page; page-break-before: always; }
}
"""
