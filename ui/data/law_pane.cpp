#include "data/law_pane.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/law_of_placement.h"
#include "deciding/law_words.h"
#include "market/editor_fields.h"
#include "shared/act_dialog.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int rulesAtOnce = 8;

QString kinds(const law::Rule& rule) {
  QStringList words;
  for (const law::RuleKind kind : rule.kinds) words << q(wording::word("ruleKind", text(kind)));
  return words.join(QStringLiteral(", "));
}

QString since(const law::Rule& rule) {
  if (rule.from) return dateText(*rule.from);
  if (rule.seenFrom) return QObject::tr("not known; judged from %1").arg(dateText(*rule.seenFrom));
  return QObject::tr("not known: off");
}

/// From which day a rule is law; without one it is off.
class CommencementDialog : public ActDialog {
 public:
  CommencementDialog(app::Workspace& workspace, const law::Rule& rule, QWidget* parent)
      : ActDialog(QObject::tr("First day of rule %1").arg(rule.number), QObject::tr("Sa&ve"), parent),
        m_workspace(workspace),
        m_rule(rule.number),
        m_day(new MaybeDay(QObject::tr("First day"))) {
    setMinimumWidth(px(560));
    sayFirst(QObject::tr("%1. Placements that begin on this day or later are then judged by it. Empty: it stays off. %2")
                 .arg(ruleTitle(rule.number), ruleBasis(rule.number)));
    m_day->setPlaceholderText(QObject::tr("not commenced; or 1/4/2027"));
    m_day->set(rule.from);
    addField(QObject::tr("&First day"), m_day);
    m_day->setFocus();
  }

 protected:
  Result<void> carryOut() override {
    if (!m_day->readable())
      return fail(ErrorCode::invalid, "from", utf8(QObject::tr("Write the first day as 1/4/2027, or leave it empty.")));
    return app::enterCommencement(m_workspace, m_rule, m_day->day());
  }
  [[nodiscard]] QWidget* fieldOf(const std::string&) const override { return m_day; }

 private:
  app::Workspace& m_workspace;
  int m_rule;
  MaybeDay* m_day;
};

}  // namespace

LawPane::LawPane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_head(new SectionHead(tr("The law"))),
      m_table(new PlainTable(tr("Rules of the law"))),
      m_enter(makeButton(tr("First day of the rule…"), ButtonKind::outlined)),
      m_basis(new TextLabel({}, Type::second, Ink::text2)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  m_table->columns().setKey(QStringLiteral("rules"));
  m_table->columns().setGivingWay({5, 2});  // the citation, the kind
  m_table->setHighForRows(rulesAtOnce);
  m_table->setAccessibleDescription(tr("Enter says from which day a rule is law whose first day is not known"));
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_enter);
  acts->addWidget(m_table->columns().button(tr("Columns of the rules…")));
  acts->addStretch();
  rows->addWidget(m_head);
  rows->addWidget(m_table);
  m_basis->setWrapped(true);
  rows->addWidget(m_basis);
  rows->addLayout(acts);
  connect(m_enter, &QPushButton::clicked, this, &LawPane::enterDay);
  connect(m_table, &PlainTable::rowOpened, this, &LawPane::enterDay);
  connect(m_table, &PlainTable::rowChanged, this, &LawPane::follow);
  connect(&m_table->columns(), &TableColumns::copied, this, &LawPane::saved);
}

QWidget* LawPane::first() { return m_table; }

const law::Rule* LawPane::current() const {
  const int row = m_table->currentRow();
  return m_rules == nullptr || row < 0 || static_cast<std::size_t>(row) >= m_rules->size() ? nullptr
                                                                                           : &(*m_rules)[static_cast<std::size_t>(row)];
}

void LawPane::refresh() {
  const auto rules = app::rulesOf(m_workspace);
  if (!rules) return m_head->setWords(q(rules.error().detail));
  const int before = m_table->currentRow();
  m_rules = *rules;
  using law::Rule;
  m_head->setWords(
      tr("%1; a placement is judged by the law of the day on which it begins").arg(plural(std::ssize(*m_rules), tr("rule"), tr("rules"))));
  m_table->setRows<Rule>(
      *m_rules,
      {{tr("Rule"), [](const Rule& one) { return QString::number(one.number); }, [](const Rule& one) { return QVariant(one.number); },
        true},
       {tr("About"), [](const Rule& one) { return ruleTitle(one.number); }, {}, false},
       {tr("Kind"), kinds, {}, false},
       {tr("Law from"), since, [](const Rule& one) { return one.judgedFrom() ? QVariant(toQDate(*one.judgedFrom())) : QVariant(); }, false},
       {tr("Ask legal services"), [](const Rule& one) { return one.needsLegalCheck ? tr("yes") : tr("no"); }, {}, false},
       {tr("Citation"), [](const Rule& one) { return q(one.citation); }, {}, false}});
  m_table->selectRow(before);
  follow(m_table->currentRow());
}

void LawPane::follow(int) {
  const law::Rule* rule = current();
  m_basis->setText(rule == nullptr ? QString() : tr("%1. %2").arg(ruleTitle(rule->number), ruleBasis(rule->number)));
  m_basis->setMinimumHeight(m_basis->heightForWidth(width()));
  const bool mayEnter = rule != nullptr && rule->is(law::RuleKind::config);
  QString why;
  if (m_workspace.readOnly())
    why = tr("This case file is open for reading only");
  else if (rule == nullptr)
    why = tr("Choose a rule first");
  else if (!mayEnter)
    why = tr("The first day of this rule does not have to be entered: rule 32 alone is off until it is");
  else if (!app::mayEnterCommencement(m_workspace.user().role))
    why = tr("From which day a rule counts is for a manager, a team manager or the director to say: choose one of them under Work as");
  m_enter->setEnabled(why.isEmpty());
  m_enter->setToolTip(why);
}

void LawPane::enterDay() {
  const law::Rule* rule = current();
  if (rule == nullptr || !m_enter->isEnabled()) return;
  CommencementDialog dialog(m_workspace, *rule, this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

}  // namespace homeward::ui
