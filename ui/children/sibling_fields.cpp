#include "children/sibling_fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <algorithm>

#include "market/editor_fields.h"
#include "shared/fields.h"
#include "shared/names.h"
#include "shared/surface.h"

namespace homeward::ui {
namespace {

constexpr qint64 noGroup = -1;
constexpr qint64 newGroup = 0;

}  // namespace

SiblingFields::SiblingFields(app::Workspace& workspace, const Child& child, bool namesHidden, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_child(child.id),
      m_namesHidden(namesHidden),
      m_which(new SearchCombo(tr("Sibling group"))),
      m_name(new QLineEdit),
      m_together(new QCheckBox(tr("The plan says that they may not be p&arted"))),
      m_reason(new QLineEdit),
      m_others(new TextLabel({}, Type::second, Ink::text2)) {
  if (auto groups = workspace.file().children().siblingGroups()) m_known = *std::move(groups);
  QVector<SearchCombo::Entry> entries{{tr("in no sibling group"), noGroup}, {tr("a new sibling group"), newGroup}};
  for (const SiblingGroup& group : m_known) entries.push_back({called(group), QVariant::fromValue<qint64>(group.id.value)});
  m_which->setEntries(entries);
  m_which->setValue(child.siblings ? QVariant::fromValue<qint64>(child.siblings->value) : QVariant(noGroup));
  m_others->setWrapped(true);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  addField(*form, tr("Sibling &group"), m_which);
  form->addRow(QString(), m_others);
  addField(*form, tr("Called"), m_name);
  form->addRow(QString(), m_together);
  addField(*form, tr("Why"), m_reason);
  m_name->setAccessibleName(tr("What the sibling group is called"));
  m_reason->setAccessibleName(tr("Why they may not be parted"));
  holdsName(*m_name);
  m_reason->setPlaceholderText(tr("what the plan says"));
  connect(m_which, &SearchCombo::valueChanged, this, &SiblingFields::follow);
  connect(m_together, &QCheckBox::toggled, m_reason, &QWidget::setEnabled);
  follow();
}

QString SiblingFields::called(const SiblingGroup& group) const {
  if (!m_namesHidden) return q(group.name);
  QStringList numbers;
  if (const auto members = m_workspace.file().children().inSiblingGroup(group.id))
    for (const Child& child : *members) numbers << q(child.number);
  return numbers.isEmpty() ? tr("the siblings of group %1").arg(group.id.value)
                           : tr("the siblings %1").arg(numbers.join(QStringLiteral(", ")));
}

void SiblingFields::follow() {
  const qint64 chosen = m_which->value().isValid() ? m_which->value().toLongLong() : noGroup;
  const auto known = std::find_if(m_known.begin(), m_known.end(), [chosen](const SiblingGroup& one) { return one.id.value == chosen; });
  const SiblingGroup shown = known != m_known.end() ? *known : SiblingGroup{};
  m_name->setText(q(shown.name));
  m_together->setChecked(shown.mustStayTogether);
  m_reason->setText(q(shown.reason));
  for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_together)}) field->setEnabled(chosen != noGroup);
  m_reason->setEnabled(chosen != noGroup && shown.mustStayTogether);
  QStringList others;
  if (known != m_known.end())
    if (const auto members = m_workspace.file().children().inSiblingGroup(known->id))
      for (const Child& child : *members)
        if (child.id != m_child) others << q(m_namesHidden ? child.number : child.name);
  m_others->setText(chosen == noGroup  ? tr("A home is sought for the child alone.")
                    : others.isEmpty() ? tr("Nobody else is in it yet.")
                                       : tr("With %1.").arg(others.join(QStringLiteral(", "))));
  coverFields(*this);
}

std::optional<SiblingGroup> SiblingFields::group() const {
  const qint64 chosen = m_which->value().isValid() ? m_which->value().toLongLong() : noGroup;
  if (chosen == noGroup) return std::nullopt;
  SiblingGroup group;
  group.id = SiblingGroupId{chosen};
  group.name = utf8(m_name->text().trimmed());
  group.mustStayTogether = m_together->isChecked();
  group.reason = utf8(m_reason->text().trimmed());
  return group;
}

QWidget* SiblingFields::field(const std::string& finding) const {
  if (finding == "siblings.name") return m_name;
  return finding == "siblings.reason" ? static_cast<QWidget*>(m_reason) : m_which;
}

}  // namespace homeward::ui
