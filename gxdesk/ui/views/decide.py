"""The two small dialogs in which a person decides: to confirm an item, to ignore a finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gxdesk.ui.views.manual import help_key
from gxdesk.ui.views.said import Said


class DecideDialog(QDialog):
    """Asks for a name and for words; what is required must be written before it can be accepted."""

    def __init__(
        self, parent: QWidget | None, title: str, question: str, words: str, accept: str, person: str
    ) -> None:
        """Prepare the dialog; ``words`` names the field for note or reason."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "confirm")
        label = QLabel(question, self)
        label.setWordWrap(True)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(words)
        self.person = QLineEdit(person, self)
        self.person.setAccessibleName("姓名")
        self.trouble = Said(self)
        self.form = form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(words, self.words)
        form.addRow("姓名", self.person)
        buttons = QDialogButtonBox(self)
        buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.setMinimumWidth(440)

    def required(self) -> tuple[tuple[QLineEdit, str], ...]:
        """Return the fields that must not stay empty, each with what to say when one does."""
        return ((self.person, "请写明姓名，检查清单上会一并列出。"),)

    def accept(self) -> None:
        """Accept when everything required is written."""
        for field, text in self.required():
            if not field.text().strip():
                self.trouble.tell(text)
                field.setFocus()
                return
        super().accept()


class ConfirmDialog(DecideDialog):
    """人工确认: who confirms, and a note if wanted."""

    def __init__(self, parent: QWidget | None, title: str, requirement: str, person: str) -> None:
        """Ask about an item."""
        question = f"<b>{title}</b><br><br>{requirement}"
        super().__init__(parent, "人工确认", question, "说明（可不填）", "确认", person)
        self.words.setPlaceholderText("例如：已与台账核对")
        (self.words if person else self.person).setFocus()


class IgnoreDialog(DecideDialog):
    """忽略: why a finding, or all that its rule finds in this draft, may stay as it is."""

    def __init__(self, parent: QWidget | None, title: str, message: str, person: str, alike: int) -> None:
        """Ask about a finding; its rule found ``alike`` in this draft, this one included."""
        question = f"<b>{title}</b><br><br>{message}<br><br>忽略后仍列在清单里，并附上理由，随时可以恢复。"
        super().__init__(parent, "忽略这个问题", question, "理由", "忽略", person)
        self.words.setPlaceholderText("例如：已向上级请示，按批复填写")
        self.whole_rule = QCheckBox(f"本草稿中同一规则的问题都忽略（现有{alike}处，以后查出的也算）", self)
        self.form.addRow("范围", self.whole_rule)
        self.words.setFocus()

    def required(self) -> tuple[tuple[QLineEdit, str], ...]:
        """See :meth:`DecideDialog.required`; the reason comes first, the name may be left out."""
        return ((self.words, "请写明忽略的理由，检查清单上会一并列出。"),)
