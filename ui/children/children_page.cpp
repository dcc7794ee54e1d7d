#include "children/children_page.h"

#include <QAction>
#include <QPushButton>
#include <QUndoStack>

#include "children/child_editor.h"
#include "data/binning.h"
#include "domain/codes.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/saved_edit.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString status(const Child& child) {
  return child.legalStatus.empty() ? QObject::tr("Not looked after") : q(CodeTable::ssda903().label("LS", child.legalStatus));
}

template <class Kind>
QString levelLine(const char* group, Kind kind, int level, const std::string& evidence, const std::optional<Date>& on) {
  QString line = QObject::tr("%1: %2").arg(q(wording::label(group, text(kind)))).arg(level);
  if (!evidence.empty()) line += QObject::tr(" · %1").arg(q(evidence));
  if (on) line += QObject::tr(" (%1)").arg(dateText(*on));
  return line;
}

QStringList features(const std::vector<FeatureCode>& codes) {
  QStringList lines;
  for (const FeatureCode& code : codes) lines << q(wording::label("feature", code));
  return lines;
}

std::vector<DetailPart> partsOf(const app::ChildLine& line, bool namesHidden) {
  const Child& child = line.child;
  DetailPart who{QObject::tr("Now"), {q(child.number), status(child), q(wording::label("carePlanAim", text(child.aim)))}};
  if (!line.livesAt.empty()) who.lines << QObject::tr("Lives at %1").arg(q(line.livesAt));
  DetailPart needs{QObject::tr("Needs"), {}};
  for (const Need& need : child.needs) {
    needs.lines << levelLine("need", need.domain, need.level, need.evidence, need.evidenceOn);
    if (need.essential) needs.lines.back() += QObject::tr(", essential");
  }
  DetailPart risks{QObject::tr("Risks"), {}};
  for (const Risk& risk : child.risks) risks.lines << levelLine("risk", risk.kind, risk.level, risk.evidence, risk.evidenceOn);
  DetailPart wishes{QObject::tr("Wishes and feelings"), {}};
  for (const Wish& wish : child.wishes) wishes.lines << q(wish.words);
  DetailPart contacts{QObject::tr("Contacts"), {}};
  for (const Contact& contact : child.contacts) {
    const QString relationship = q(contact.relationship);
    contacts.lines << QObject::tr("%1, %2 visits a month")
                          .arg(namesHidden ? relationship : QObject::tr("%1 (%2)").arg(q(contact.name), relationship))
                          .arg(contact.visitsAMonth);
  }
  DetailPart noGo{QObject::tr("Must not live in"), {}};
  for (const NoGoArea& area : child.noGoAreas) noGo.lines << QObject::tr("%1: %2").arg(q(area.area), q(area.reason));
  DetailPart school{QObject::tr("School"), {}};
  if (!child.school.empty()) school.lines << q(child.school) << q(child.schoolPlace.postcode);
  DetailPart strengths{QObject::tr("Strengths"), {}};
  if (!child.strengths.empty()) strengths.lines << q(child.strengths);
  return {who,
          strengths,
          needs,
          risks,
          wishes,
          contacts,
          {QObject::tr("Identity"), features(child.identity)},
          {QObject::tr("Must not have"), features(child.medicalExclusions)},
          noGo,
          school};
}

}  // namespace

ChildrenPage::ChildrenPage(app::Workspace& workspace, Navigator&, QWidget* parent)
    : ListedPage(tr("Children"), tr("The case file has no child yet."), parent), m_workspace(workspace), m_undo(new QUndoStack(this)) {
  table()->columns().setKey(QStringLiteral("children"));
  table()->columns().setGivingWay({4, 2});  // the social worker, the legal status
  m_edit = addAct(tr("Ed&it the child…"));
  m_new = addAct(tr("&New child…"), true);
  m_edit->setToolTip(tr("Enter on a line, or Ctrl+E"));
  connect(m_edit, &QPushButton::clicked, this, &ChildrenPage::edit);
  connect(m_new, &QPushButton::clicked, this, &ChildrenPage::addChild);
  connect(table(), &PlainTable::rowOpened, this, &ChildrenPage::edit);
  m_editAct = new QAction(tr("Edit the child…"), this);
  m_editAct->setShortcut(QKeySequence("Ctrl+E"));
  m_editAct->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(m_editAct, &QAction::triggered, this, &ChildrenPage::edit);
  addAction(m_editAct);
  m_binAct = new QAction(tr("Put the child in the bin…"), this);
  connect(m_binAct, &QAction::triggered, this, &ChildrenPage::putAway);
  if (!workspace.readOnly()) setFirstAct(tr("New child…"), [this] { addChild(); });
}

void ChildrenPage::edit() {
  const int row = table()->currentRow();
  if (row >= 0 && row < static_cast<int>(m_lines.size())) open(m_lines[static_cast<std::size_t>(row)].child);
}

void ChildrenPage::putAway() {
  const int row = table()->currentRow();
  if (row < 0 || row >= static_cast<int>(m_lines.size()) || m_workspace.readOnly()) return;
  const Child child = m_lines[static_cast<std::size_t>(row)].child;
  const QString called = namesHidden() ? q(child.number) : tr("%1, %2,").arg(q(child.name), q(child.number));
  if (!putInBin(m_workspace, app::Binnable::child, child.id.value, called, this)) return;
  emit saved(tr("%1 is in the bin").arg(q(child.number)));
  refresh();
}

void ChildrenPage::addChild() { open(Child{}); }

void ChildrenPage::open(const Child& opened) {
  const Child child = opened;  // it may be one of the lines, and saving reads those anew
  if (m_workspace.readOnly()) return;
  const auto group = [this](const Child& of) {
    const auto known = of.siblings ? m_workspace.file().children().siblingGroup(*of.siblings) : Result<SiblingGroup>();
    return of.siblings && known ? std::optional(*known) : std::nullopt;
  };
  const auto groupBefore = group(child);
  ChildEditor editor(m_workspace, child, namesHidden(), this);
  if (editor.exec() != QDialog::Accepted) return;
  const auto now = [this, id = editor.saved()] { return m_workspace.file().children().get(id); };
  // Siblings are kept beside the child: where they changed too, taking back the child alone would be half of it.
  if (const auto kept = now(); child.id.stored() && kept && group(*kept) == groupBefore)
    m_undo->push(savedEdit<Child>(
        tr("changing %1").arg(q(child.number)), child, *kept, now,
        [this](const Child& wanted) { return app::saveChild(m_workspace, wanted); }, [this](const QString& told) { tellSaved(told); }));
  tellSaved(tr("Saved %1").arg(timeText(m_workspace.now())));
  show(editor.saved());
}

void ChildrenPage::tellSaved(const QString& words) {
  emit saved(words);
  refresh();
}

bool ChildrenPage::doPrimary() {
  addChild();
  return true;
}

void ChildrenPage::refresh() {
  auto lines = app::childLines(m_workspace);
  if (!lines) return showTrouble(q(lines.error().detail));
  m_lines = *std::move(lines);
  const bool hidden = namesHidden();
  const Date today = m_workspace.today();
  table()->setRows<app::ChildLine>(
      m_lines, {{tr("Child"), [hidden](const auto& line) { return q(hidden ? line.child.number : line.child.name); }, {}},
                {tr("Age"), [today](const auto& line) { return QString::number(ageOn(line.child.born, today)); },
                 [today](const auto& line) { return QVariant(ageOn(line.child.born, today)); }, true},
                {tr("Legal status"), [](const auto& line) { return status(line.child); }, {}},
                {tr("Lives at"), [](const auto& line) { return q(line.livesAt); }, {}},
                {tr("Social worker"), [](const auto& line) { return q(line.socialWorker); }, {}},
                {tr("Open referrals"), [](const auto& line) { return QString::number(line.openReferrals); },
                 [](const auto& line) { return QVariant(line.openReferrals); }, true}});
  m_new->setEnabled(!m_workspace.readOnly());
  m_new->setToolTip(m_workspace.readOnly() ? tr("The case file is open for reading only") : QString());
  head()->setSubtitle(plural(static_cast<std::int64_t>(m_lines.size()), tr("child"), tr("children")));
  showCounts(static_cast<int>(m_lines.size()));
  showCurrent();
}

void ChildrenPage::show(ChildId child) {
  if (m_lines.empty()) refresh();
  for (std::size_t row = 0; row < m_lines.size(); ++row)
    if (m_lines[row].child.id == child) table()->selectRow(static_cast<int>(row));
}

void ChildrenPage::showCurrent() {
  const int row = table()->currentRow();
  m_edit->setEnabled(row >= 0 && !m_workspace.readOnly());
  m_editAct->setEnabled(m_edit->isEnabled());
  m_binAct->setEnabled(m_edit->isEnabled());
  if (row < 0 || row >= static_cast<int>(m_lines.size())) return tell({}, {});
  const app::ChildLine& line = m_lines[static_cast<std::size_t>(row)];
  tell(q(namesHidden() ? line.child.number : line.child.name), partsOf(line, namesHidden()));
}

}  // namespace homeward::ui
