#include "data/data_page.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "data/bin_pane.h"
#include "data/import_pane.h"
#include "data/keeping_pane.h"
#include "data/law_pane.h"
#include "data/people_pane.h"
#include "data/reminders_pane.h"
#include "data/support_pane.h"
#include "policy/policy_pane.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

DataPage::DataPage(app::Workspace& workspace, Jobs& jobs, const FileChoice& files, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_head(new PageHead),
      m_import(new ImportPane(workspace, jobs, files)),
      m_keeping(new KeepingPane(workspace, jobs, files)),
      m_people(new PeoplePane(workspace)),
      m_policy(new PolicyPane(workspace)),
      m_support(new SupportPane(workspace)),
      m_reminders(new RemindersPane(workspace)),
      m_law(new LawPane(workspace)),
      m_bin(new BinPane(workspace)) {
  m_head->setTitle(title());
  auto* body = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(body);
  rows->setContentsMargins(px(20), px(12), px(20), px(12));
  rows->setSpacing(px(20));
  rows->addWidget(m_import);
  rows->addWidget(m_keeping);
  rows->addWidget(m_people);
  rows->addWidget(m_policy);
  rows->addWidget(m_support);
  rows->addWidget(m_reminders);
  rows->addWidget(m_law);
  rows->addWidget(m_bin);
  rows->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(body);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(m_head);
  page->addWidget(scroll, 1);
  const auto act = [this](const QString& words, auto todo) {
    auto* action = new QAction(words, this);
    connect(action, &QAction::triggered, this, todo);
    m_actions << action;
  };
  if (!workspace.readOnly()) {
    act(tr("Undo the last import"), [this] { m_import->takeBack(); });
    m_takeBack = m_actions.back();
    act(tr("Add a person…"), [this] { m_people->addPerson(); });
    act(tr("Add a team…"), [this] { m_people->addTeam(); });
    act(tr("Next version of the policy…"), [this] { m_policy->newVersion(); });
    act(tr("Put the selected policy into use…"), [this] { m_policy->putIntoUse(); });
    act(tr("Add support that can be bought…"), [this] { m_support->add(); });
  }
  act(tr("Compare two policies…"), [this] { m_policy->compare(); });
  act(tr("Check the case file"), [this] { m_keeping->verify(); });
  connect(m_import, &ImportPane::saved, this, &Page::saved);
  connect(m_keeping, &KeepingPane::saved, this, &Page::saved);
  connect(m_people, &PeoplePane::saved, this, &Page::saved);
  connect(m_policy, &PolicyPane::saved, this, &Page::saved);
  connect(m_policy, &PolicyPane::refused, this, &Page::refused);
  connect(m_support, &SupportPane::saved, this, &Page::saved);
  connect(m_reminders, &RemindersPane::saved, this, &Page::saved);
  connect(m_law, &LawPane::saved, this, &Page::saved);
  connect(m_bin, &BinPane::saved, this, &Page::saved);
}

void DataPage::refresh() {
  m_head->setSubtitle(QString::fromStdString(m_workspace.file().path().string()));
  m_import->refresh();
  m_keeping->refresh();
  m_people->refresh();
  m_policy->refresh();
  m_support->refresh();
  m_reminders->refresh();
  m_law->refresh();
  m_bin->refresh();
  if (m_takeBack != nullptr) m_takeBack->setEnabled(m_import->mayTakeBack());
}

QWidget* DataPage::firstFocus() { return m_import->first(); }
QList<QWidget*> DataPage::panes() {
  return {m_import->first(),  m_keeping->first(),   m_people->first(), m_policy->first(),
          m_support->first(), m_reminders->first(), m_law->first(),    m_bin->first()};
}
QUndoStack* DataPage::undoStack() { return m_people->undoStack(); }
bool DataPage::doPrimary() { return m_import->act(); }
void DataPage::chooseFile() { m_import->choose(); }
void DataPage::backUp() { m_keeping->backUp(); }
QString DataPage::told() const { return m_import->told() + '\n' + m_keeping->told(); }
const std::optional<app::ImportPreview>& DataPage::preview() const { return m_import->preview(); }

}  // namespace homeward::ui
