"""偏好设置: how drafts are checked when opened, where exports go, whether saved drafts are checked again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gxdesk.errors import GxError
from gxdesk.ui import engine
from gxdesk.ui.settings import Settings
from gxdesk.ui.views.manual import help_key
from gxdesk.ui.views.said import Said

LEVELS = (("auto", "自动判断"), ("government", "政府"), ("department", "部门"))
ENCODINGS = (
    ("auto", "自动识别"),
    ("utf-8", "UTF-8"),
    ("gb18030", "简体中文（GBK、GB18030）"),
    ("big5", "繁体中文（Big5）"),
    ("utf-16", "UTF-16"),
)
_CHOOSE = "\0choose"


class PreferencesDialog(QDialog):
    """Writes to the settings only when accepted."""

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        """Show the present preferences."""
        super().__init__(parent)
        self.setWindowTitle("偏好设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        help_key(self, "settings")
        self.trouble = Said(self)
        self.standard = self._combo("默认报告格式")
        for value, text in (("auto", "自动：按报告年度选择"), *engine.standards()):
            self.standard.addItem(text, value)
        self._add_own(settings.text("check/standard", "auto"))
        self.standard.addItem("本单位的格式文件…", _CHOOSE)
        self.standard.activated.connect(self._standard_chosen)
        self.level = self._combo("默认报告层级", LEVELS, settings.text("check/level", "auto"))
        self.encoding = self._combo("文本草稿的编码", ENCODINGS, settings.text("check/encoding", "auto"))
        self.folder = QLineEdit(settings.text("export/folder"), self)
        self.folder.setPlaceholderText("与草稿放在同一个文件夹")
        self.folder.setAccessibleName("导出文件夹")
        self.folder.setClearButtonEnabled(True)
        self.browse = QPushButton("选择…", self)
        self.browse.setToolTip("选择导出文件夹")
        self.browse.clicked.connect(self._choose_folder)
        self.rules = QLineEdit(settings.text("check/rules"), self)
        self.rules.setPlaceholderText("没有")
        self.rules.setAccessibleName("本单位规则")
        self.rules.setClearButtonEnabled(True)
        self.choose_rules = QPushButton("选择…", self)
        self.choose_rules.setToolTip("选择写有本单位检查规则的 Excel 文件")
        self.choose_rules.clicked.connect(self._choose_rules)
        self.sample_rules = QPushButton("示例…", self)
        self.sample_rules.setToolTip("生成一份示例，照着填写本单位的规则")
        self.sample_rules.clicked.connect(self._sample_rules)
        self.watch = QCheckBox("草稿在 Word、WPS 中保存后自动重新检查", self)
        self.watch.setChecked(settings.flag("watch", True))
        self.person = QLineEdit(settings.text("person"), self)
        self.person.setPlaceholderText("人工确认、忽略问题时记下的姓名")
        self.person.setAccessibleName("姓名")
        self._arrange()

    def _combo(self, name: str, choices: tuple[tuple[str, str], ...] = (), chosen: str = "") -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for value, text in choices:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        return combo

    def _arrange(self) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.browse)
        rules = QHBoxLayout()
        for widget in (self.rules, self.choose_rules, self.sample_rules):
            rules.addWidget(widget)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("报告格式", self.standard)
        form.addRow("报告层级", self.level)
        form.addRow("文本草稿的编码", self.encoding)
        form.addRow("本单位规则", rules)
        form.addRow("导出到", folder)
        form.addRow("自动检查", self.watch)
        form.addRow("姓名", self.person)
        buttons = QDialogButtonBox(self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setMinimumWidth(480)

    def _add_own(self, value: str) -> bool:
        """Choose a format, adding an office's own file to the list; false when the file cannot be used."""
        at = self.standard.findData(value)
        if at < 0:
            try:
                text = f"{engine.standard_name(value)}（{Path(value).name}）"
            except GxError as error:
                self.trouble.tell(str(error))
                return False
            at = 1
            self.standard.insertItem(at, text, value)
        self.standard.setCurrentIndex(at)
        return True

    def _standard_chosen(self) -> None:
        if self.standard.currentData() != _CHOOSE:
            return
        self.standard.setCurrentIndex(0)
        name, _ = QFileDialog.getOpenFileName(self, "选择报告格式文件", "", "报告格式文件 (*.toml)")
        if name and self._add_own(name):
            self.trouble.tell("")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "选择导出文件夹", self.folder.text())
        if name:
            self.folder.setText(name)

    def _choose_rules(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "选择本单位规则", self.rules.text(), "规则 (*.xlsx *.toml);;所有文件 (*)"
        )
        if name:
            self.rules.setText(name)
            self._rules_are_right()

    def _sample_rules(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "本单位规则示例", "本单位检查规则.xlsx", "Excel 工作簿 (*.xlsx)"
        )
        if not name:
            return
        target = Path(name) if name.lower().endswith(".xlsx") else Path(name + ".xlsx")
        try:
            engine.export_rules_sheet(target)
        except GxError as error:
            self.trouble.tell(str(error))
        else:
            self.trouble.tell(f"已生成：{target}。填好以后在这里选择它。")

    def _rules_are_right(self) -> bool:
        """Read the office's rules and say how many there are, or what is wrong with them."""
        name = self.rules.text().strip()
        if not name:
            return True
        try:
            self.trouble.tell(f"读到{len(engine.office_rules(Path(name)))}条规则。")
        except GxError as error:
            self.trouble.tell(str(error))
            self.rules.setFocus()
            return False
        return True

    def accept(self) -> None:
        """Remember everything, unless the folder does not exist."""
        folder = self.folder.text().strip()
        if folder and not Path(folder).is_dir():
            self.trouble.tell(f"导出文件夹“{folder}”不存在，请重新选择，或者留空。")
            self.folder.setFocus()
            return
        if not self._rules_are_right():
            return
        for key, combo in (
            ("check/standard", self.standard),
            ("check/level", self.level),
            ("check/encoding", self.encoding),
        ):
            self._settings.save(key, combo.currentData())
        self._settings.save("export/folder", folder)
        self._settings.save("check/rules", self.rules.text().strip())
        self._settings.save("watch", int(self.watch.isChecked()))
        self._settings.save("person", self.person.text().strip())
        super().accept()
