#include "market/candidate_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/why_out.h"
#include "shared/format.h"
#include "shared/names.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int shownLines = 3;  // of each kind: a card is read at a glance

/// Criteria by what they weigh in points, most first, of those that `wanted` takes.
template <class Wanted>
std::vector<std::size_t> heaviest(const matching::Explanation& why, const std::vector<int>& weights, Wanted&& wanted) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < why.criteria.size(); ++i)
    if (wanted(why.criteria[i].value)) chosen.push_back(i);
  const auto worth = [&](std::size_t i) {
    const auto& value = why.criteria[i].value;
    return weights[i] * (value.low < value.high ? value.high - value.low : value.low);
  };
  std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) { return worth(a) > worth(b); });
  return chosen;
}

void gateLines(const matching::Explanation& why, CardWords& words) {
  int passed = 0;
  int waiting = 0;
  for (const auto& gate : why.gates) {
    passed += gate.result == matching::GateResult::pass ? 1 : 0;
    waiting += gate.result == matching::GateResult::unknown ? 1 : 0;
  }
  const auto all = static_cast<int>(why.gates.size());
  if (passed == all)
    words.lines.push_back({Sign::pass, MarketModel::tr("All %1 checks pass").arg(all), {}});
  else
    words.lines.push_back(
        {passed + waiting == all ? Sign::unknown : Sign::none, MarketModel::tr("%1 of %2 checks pass").arg(passed).arg(all), {}});
  for (const auto& gate : why.gates)
    if (gate.result == matching::GateResult::fail)
      words.lines.push_back(
          {gate.waiver ? Sign::waived : Sign::fail,
           gate.waiver ? MarketModel::tr("%1 (waived: %2)").arg(sentence(gate.why), q(gate.waiver->reason)) : sentence(gate.why),
           shown(q(app::bringsBackWords(gate)))});
  if (const QString together = shown(q(app::comesBackWords(why.comesBack))); !together.isEmpty())
    words.lines.push_back({Sign::clock, together, {}});
  int asked = 0;
  for (const auto& gate : why.gates)
    if (gate.result == matching::GateResult::unknown && asked++ < shownLines)
      words.lines.push_back({Sign::unknown, sentence(gate.question.empty() ? gate.why : gate.question), {}});
}

}  // namespace

CardWords cardWords(const MarketModel& model, int row) {
  CardWords words;
  const auto* why = model.explanation(row);
  if (why == nullptr) return words;
  const auto& assessment = model.lines().ranked->assessment();
  const auto& weights = assessment.problem().weights;
  gateLines(*why, words);
  if (model.line(row).status != matching::Status::notEligible) {
    int shown = 0;
    for (const auto i :
         heaviest(*why, weights, [](const matching::Interval& value) { return value.low == value.high && value.low >= 800; }))
      if (shown++ < shownLines)
        words.lines.push_back(
            {Sign::pass, MarketModel::tr("Strong: %1: %2").arg(sentence(assessment.label(i)), sentence(why->criteria[i].why)), {}});
    shown = 0;
    for (const auto i : heaviest(*why, weights, [](const matching::Interval& value) { return value.low < value.high; })) {
      const auto& criterion = why->criteria[i];
      if (shown++ < shownLines)
        words.lines.push_back(
            {Sign::unknown,
             MarketModel::tr("Not known: %1").arg(sentence(criterion.question.empty() ? criterion.why : criterion.question)),
             {}});
    }
  }
  for (const auto& approval : why->approvals) words.lines.push_back({Sign::clock, sentence(approval.why), {}});
  if (why->cost) words.cost = MarketModel::tr("Whole cost %1 a week").arg(wholePoundsText(why->cost->aWeek));
  return words;
}

CandidateCard::CandidateCard(QWidget* parent) : Surface(Ground::base, parent) {
  setObjectName(QStringLiteral("candidateCard"));
  setLines(Qt::TopEdge);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(px(14), px(10), px(14), px(10));
  page->setSpacing(px(5));
  auto* head = new QHBoxLayout;
  m_name = new TextLabel({}, Type::section);
  m_name->setStrong(true);
  m_name->setElided(true);
  m_chip = new ChipLabel;
  m_open = makeButton(tr("Open"), ButtonKind::link);
  head->addWidget(m_name);
  head->addWidget(m_chip);
  head->addStretch(1);
  head->addWidget(m_open);
  page->addLayout(head);
  m_second = new TextLabel({}, Type::second, Ink::text2);
  m_second->setWrapped(true);
  page->addWidget(m_second);
  m_lines = new QVBoxLayout;
  m_lines->setSpacing(px(3));
  page->addLayout(m_lines);
  m_cost = new TextLabel({}, Type::table);
  m_free = new TextLabel({}, Type::second, Ink::text2);
  m_cost->setWrapped(true);
  m_free->setWrapped(true);
  m_facts = new TextLabel({}, Type::second, Ink::text2);
  m_facts->setWrapped(true);
  page->addWidget(m_cost);
  page->addWidget(m_free);
  page->addWidget(m_facts);
  auto* acts = new QVBoxLayout;  // side by side they would ask for more width than the pane has at large text
  m_ask = makeButton(tr("Ask this provider..."), ButtonKind::outlined);
  m_offer = makeButton(tr("Record an &offer..."), ButtonKind::plain);
  m_stillFree = makeButton(tr("Still free, said toda&y"), ButtonKind::outlined, QStringLiteral("tick"));
  m_notFree = makeButton(tr("Not free any more"), ButtonKind::plain);
  acts->addWidget(m_ask);
  acts->addWidget(m_offer);
  acts->addWidget(m_stillFree);
  acts->addWidget(m_notFree);
  acts->addStretch(1);
  page->addLayout(acts);
  page->addStretch(1);
}

void CandidateCard::show(const MarketModel& model, int row, const QStringList& facts) {
  while (auto* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  setVisible(row >= 0);
  if (row < 0) return;
  const auto& line = model.line(row);
  const bool matched = model.lines().ranked != nullptr;
  m_name->setText(MarketModel::name(line));
  m_chip->setVisible(matched);
  if (matched) m_chip->setChip(MarketModel::statusChip(line));
  QStringList second{MarketModel::typeWords(line)};
  if (line.provider != nullptr && line.setting != nullptr) second << q(line.provider->name);
  const auto terms = model.index(row, MarketModel::TermsColumn).data().toString();
  if (line.setting != nullptr) second << MarketModel::tr("takes: %1").arg(terms);
  m_second->setText(second.join(QStringLiteral(" · ")));

  const auto words = cardWords(model, row);
  for (const auto& one : words.lines) {
    m_lines->addWidget(new SignLine(one.sign, one.text, Type::table, Ink::text));
    if (!one.second.isEmpty()) {
      auto* more = new TextLabel(one.second, Type::second, Ink::text2);
      more->setWrapped(true);
      more->setContentsMargins(px(22), 0, 0, px(2));
      m_lines->addWidget(more);
    }
  }
  QStringList cost;
  if (line.setting != nullptr && line.setting->weeklyRate)
    cost << tr("About %1 a week by the rate card, no offer yet").arg(wholePoundsText(*line.setting->weeklyRate));
  if (!words.cost.isEmpty()) cost << words.cost;
  if (cost.isEmpty()) cost << tr("What it costs is not known");
  m_cost->setText(cost.join(QStringLiteral(" · ")));
  const auto free = model.index(row, MarketModel::FreeColumn);
  const auto confirmed = free.data(SecondLineRole).toString();
  m_free->setText(line.setting == nullptr ? tr("Its homes are known only when it tells us")
                                          : tr("Free: %1 · last confirmed: %2").arg(free.data().toString(), confirmed));

  m_facts->setText(facts.join(QLatin1Char('\n')));
  m_facts->setVisible(!facts.isEmpty());

  m_ask->setText(line.provider != nullptr ? tr("&Ask %1...").arg(q(line.provider->name).replace(QLatin1Char('&'), QLatin1String("&&")))
                                          : tr("&Ask..."));
  m_ask->setAccessibleName(m_ask->text().remove(QLatin1Char('&')));
  m_ask->setVisible(matched);
  m_offer->setVisible(matched && (line.setting != nullptr || line.provider != nullptr));
  m_open->setAccessibleName(tr("Open %1").arg(MarketModel::name(line)));
}

}  // namespace homeward::ui
