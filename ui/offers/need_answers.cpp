#include "offers/need_answers.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "market/editor_fields.h"
#include "shared/fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

auto answerTo(const std::vector<NeedAnswer>& answers, ChildId child, NeedDomain domain) {
  return std::find_if(answers.begin(), answers.end(),
                      [&](const NeedAnswer& answer) { return answer.child == child && answer.domain == domain; });
}

}  // namespace

QString needLevelWords(const Need* need) {
  if (need == nullptr) return NeedAnswers::tr("not assessed");
  return need->essential ? NeedAnswers::tr("%1, essential").arg(need->level) : NeedAnswers::tr("%1, desirable").arg(need->level);
}

NeedAnswers::NeedAnswers(const std::vector<OfferedChild>& children, const std::vector<NeedAnswer>& answers, QWidget* parent)
    : QWidget(parent), m_before(answers) {
  auto* page = new QVBoxLayout(this);
  for (const OfferedChild& who : children) page->addWidget(makeBlock(who));
  page->addStretch(1);
}

QWidget* NeedAnswers::makeBlock(const OfferedChild& who) {
  auto* block = new QWidget;
  auto* grid = new QGridLayout(block);
  grid->setContentsMargins(0, 0, 0, px(10));
  std::vector<NeedDomain> asked;
  for (const NeedDomain domain : all<NeedDomain>())
    if (needOf(who.child, domain) != nullptr || answerTo(m_before, who.child.id, domain) != m_before.end()) asked.push_back(domain);
  const QString words = asked.empty() ? tr("no need is on the child’s record yet") : QString();
  auto* head = new SectionHead(who.name, words);
  grid->addWidget(head, 0, 0, 1, 5);
  if (!asked.empty()) {
    const QStringList heads{tr("Need"), tr("Child’s level"), tr("After support, 0 to 5"), tr("How it is known"), tr("Evidence")};
    for (int column = 0; column < heads.size(); ++column)
      grid->addWidget(new TextLabel(heads[column], Type::second, Ink::text2), 1, column);
  }
  grid->setColumnStretch(4, 1);
  grid->setColumnMinimumWidth(0, px(150));
  grid->setColumnMinimumWidth(1, px(90));
  for (const NeedDomain domain : asked) addLine(*grid, who, domain);
  m_blocks.push_back({who.child.id, block, head, words});
  return block;
}

void NeedAnswers::addLine(QGridLayout& grid, const OfferedChild& who, NeedDomain domain) {
  const int row = grid.rowCount();
  const QString need = q(wording::label("need", text(domain)));
  const Need* wanted = needOf(who.child, domain);
  const QString name = tr("%1, %2").arg(need, who.name);
  Line line;
  line.child = who.child.id;
  line.domain = domain;
  line.level = new LevelEdit(tr("%1, the child’s level: %2; after support").arg(name, needLevelWords(wanted)));
  line.level->setNotSaid(tr("not answered"));
  line.basis = new EnumCombo<Basis>("basis", tr("How it is known: %1").arg(name));
  line.evidence = new QLineEdit;
  line.evidence->setAccessibleName(tr("Evidence: %1").arg(name));
  line.evidence->setPlaceholderText(tr("the support, and what shows it"));
  const auto before = answerTo(m_before, line.child, domain);
  line.basis->set(Basis::claimed);
  if (before != m_before.end()) {
    line.level->setLevel(before->level);
    line.basis->set(before->basis);
    line.evidence->setText(q(before->evidence));
  }
  // How a level is known is asked once there is a level.
  const auto follow = [basis = line.basis, evidence = line.evidence](std::optional<int> level) {
    basis->setEnabled(level.has_value());
    evidence->setEnabled(level.has_value());
  };
  follow(line.level->level());
  connect(line.level, &LevelEdit::levelChanged, this, follow);
  connect(line.level, &LevelEdit::levelChanged, this, &NeedAnswers::changed);
  connect(line.basis, &QComboBox::currentIndexChanged, this, &NeedAnswers::changed);
  connect(line.evidence, &QLineEdit::textChanged, this, &NeedAnswers::changed);
  auto* label = new QLabel(need);
  label->setBuddy(line.level);
  grid.addWidget(label, row, 0);
  grid.addWidget(new TextLabel(needLevelWords(wanted), Type::text, Ink::text2), row, 1);
  grid.addWidget(line.level, row, 2);
  grid.addWidget(line.basis, row, 3);
  grid.addWidget(line.evidence, row, 4);
  m_lines.push_back(line);
}

std::vector<NeedAnswer> NeedAnswers::value() const {
  std::vector<NeedAnswer> answers;
  for (const NeedAnswer& before : m_before) {
    const bool here = std::any_of(m_lines.begin(), m_lines.end(),
                                  [&](const Line& line) { return line.child == before.child && line.domain == before.domain; });
    if (!here) answers.push_back(before);
  }
  for (const Line& line : m_lines) {
    if (!line.level->level()) continue;
    const auto before = answerTo(m_before, line.child, line.domain);
    NeedAnswer answer = before != m_before.end() ? *before : NeedAnswer{line.child, line.domain, 0, Basis::claimed, {}};
    answer.level = *line.level->level();
    answer.basis = line.basis->value().value_or(Basis::claimed);
    if (line.evidence->isModified()) answer.evidence = utf8(line.evidence->text().trimmed());
    answers.push_back(std::move(answer));
  }
  return answers;
}

QWidget* NeedAnswers::field(ChildId child, NeedDomain domain, bool shown) const {
  for (const Line& line : m_lines)
    if (line.child == child && line.domain == domain) return shown && line.level->level() ? static_cast<QWidget*>(line.basis) : line.level;
  return nullptr;
}

void NeedAnswers::setTaken(ChildId child, bool taken) {
  for (const Block& block : m_blocks) {
    if (block.child != child) continue;
    block.lines->setEnabled(taken);
    block.head->setWords(taken ? block.words : tr("not taken by this offer: tick the child under Whom, and school"));
  }
}

}  // namespace homeward::ui
