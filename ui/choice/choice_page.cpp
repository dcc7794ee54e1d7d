#include "choice/choice_page.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QMetaMethod>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "choice/choice_parts.h"
#include "choice/choice_reasons.h"
#include "choice/cost_match_chart.h"
#include "choice/option_header.h"
#include "choice/weights_panel.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

QString countWord(qsizetype n) {
  const QStringList words{ChoicePage::tr("no"),    ChoicePage::tr("one"),  ChoicePage::tr("two"),
                          ChoicePage::tr("three"), ChoicePage::tr("four"), ChoicePage::tr("five")};
  return n < words.size() ? words[n] : QString::number(n);
}

/// The same offers read again, or others of them put side by side, keep what the user had ticked and tried.
void keepFrom(const ChoiceView& before, ChoiceView& now) {
  if (before.offers != now.offers) return;
  for (ChoiceOption& option : now.options)
    for (const ChoiceOption& known : before.options)
      if (known.id == option.id) option.send = known.send;
  if (before.policyWeights != now.policyWeights || before.criterionLabels != now.criterionLabels) return;
  if (now.weights.empty() || now.weights == now.policyWeights) now.weights = before.weights;
}

Surface* sidePane(QVBoxLayout*& column) {
  auto* pane = new Surface(Surface::Ground::base);
  pane->setLines(Qt::BottomEdge);
  column = new QVBoxLayout(pane);
  column->setContentsMargins(px(14), px(6), px(14), px(6));
  column->setSpacing(px(3));
  return pane;
}

}  // namespace

ChoicePage::ChoicePage(QWidget* parent)
    : Page(parent),
      m_view(std::make_shared<ChoiceView>()),
      m_head(new PageHead),
      m_send(makeButton({}, ButtonKind::primary, QStringLiteral("send"))),
      m_pack(makeButton(tr("Choice pack…"), ButtonKind::plain)),
      m_parts(new ChoiceParts),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState({})) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_head->addAction(m_pack);
  m_head->addAction(m_send);
  column->addWidget(m_head);

  auto* body = new QWidget;
  auto* rows = new QVBoxLayout(body);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(buildTools());
  auto* ground = new Surface(Surface::Ground::base);
  auto* groundLayout = new QVBoxLayout(ground);
  groundLayout->setContentsMargins(0, 0, 0, 0);
  auto* partsScroll = new QScrollArea;  // only where large text leaves the match too little room between what is pinned
  partsScroll->setFrameShape(QFrame::NoFrame);
  partsScroll->setWidgetResizable(true);
  partsScroll->setFocusPolicy(Qt::NoFocus);
  partsScroll->setWidget(m_parts);
  groundLayout->addWidget(partsScroll);
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->addWidget(ground);
  splitter->addWidget(buildSide());
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 0);
  splitter->setChildrenCollapsible(false);
  splitter->setSizes({px(1080), px(428)});
  rows->addWidget(splitter, 1);
  m_stack->addWidget(body);
  m_stack->addWidget(m_empty);
  column->addWidget(m_stack, 1);
  m_stack->setCurrentWidget(m_empty);
  m_send->setEnabled(false);
  buildActions();

  connect(m_send, &QPushButton::clicked, this, &ChoicePage::doPrimary);
  connect(m_pack, &QPushButton::clicked, this, &ChoicePage::packRequested);
  connect(m_empty, &EmptyState::acted, this, [this] { m_emptyCombines ? emit combineRequested() : emit emptyActed(); });
  connect(m_parts, &ChoiceParts::sendToggled, this, &ChoicePage::tick);
  connect(m_parts, &ChoiceParts::opened, this, [this](std::size_t option, ChoicePart part, std::size_t entry) {
    emit evidenceRequested(m_view->options[option].id, part, static_cast<int>(entry));
  });
  connect(m_parts, &ChoiceParts::askAsked, this, [this](std::size_t option, std::size_t criterion) {
    emit questionRequested(m_view->options[option].id, static_cast<int>(criterion));
  });
  connect(m_parts, &ChoiceParts::answerAsked, this, [this](std::size_t option, std::size_t criterion) {
    emit answerRequested(m_view->options[option].id, static_cast<int>(criterion));
  });
  connect(m_parts, &ChoiceParts::offerAsked, this, [this](std::size_t option) { emit offerRequested(m_view->options[option].id); });
  connect(m_parts, &ChoiceParts::waiverAsked, this,
          [this](std::size_t option, std::size_t gate) { emit waiverRequested(m_view->options[option].id, static_cast<int>(gate)); });
  connect(m_parts, &ChoiceParts::optionPointed, this, [this](std::size_t option) { m_chart->setHighlighted(option); });
  connect(m_parts, &ChoiceParts::cellRead, this, [this](const QString& words) { emit statusChanged(m_shown->text(), words); });
  connect(m_chart, &CostMatchChart::pointed, m_parts, &ChoiceParts::setCurrentOption);
  connect(m_weights, &WeightsPanel::weightsMoved, this, [this](const std::vector<int>& weights) { setWeights(weights, true); });
  connect(m_weights, &WeightsPanel::settled, this, &ChoicePage::settle);
  connect(m_weights, &WeightsPanel::policyAsked, this, &ChoicePage::backToPolicy);
}

QWidget* ChoicePage::buildTools() {
  auto* tools = new Surface(Surface::Ground::window);
  tools->setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(tools);
  row->setContentsMargins(px(16), px(3), px(12), px(3));
  row->setSpacing(px(12));
  m_differences = new QCheckBox(tr("&Differences only"));
  m_differences->setChecked(true);
  m_sentences = new QCheckBox(tr("&Sentences"));
  m_sentences->setChecked(true);
  m_shown = new TextLabel({}, Type::second, Ink::text2);
  m_add = makeButton(tr("Add or swap an &option…"), ButtonKind::plain, QStringLiteral("plus"));
  setSmall(*m_add);
  m_combine = makeButton(tr("Com&bine offers…"), ButtonKind::plain);
  m_combine->setToolTip(tr("Offers that each take only some make an option together"));
  setSmall(*m_combine);
  m_whatIf = new Banner(Banner::Kind::whatIf);
  m_whatIf->setAction(tr("Keep for this referral…"));
  row->addWidget(m_differences);
  row->addWidget(m_sentences);
  row->addWidget(new Hairline(Qt::Vertical));
  row->addWidget(m_shown);
  row->addWidget(m_add);
  row->addWidget(m_combine);
  row->addStretch();
  row->addWidget(m_whatIf);
  m_whatIf->hide();
  tools->setMinimumHeight(px(34));
  connect(m_differences, &QCheckBox::toggled, m_parts, &ChoiceParts::setDifferencesOnly);
  connect(m_sentences, &QCheckBox::toggled, m_parts, &ChoiceParts::setSentences);
  connect(m_add, &QPushButton::clicked, this, &ChoicePage::addRequested);
  connect(m_combine, &QPushButton::clicked, this, &ChoicePage::combineRequested);
  connect(m_whatIf, &Banner::acted, this, [this] { emit weightsSaveRequested(m_view->weights); });
  return tools;
}

QWidget* ChoicePage::buildSide() {
  m_side = new QScrollArea;
  m_side->setFrameShape(QFrame::NoFrame);
  m_side->setWidgetResizable(true);
  m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_side->setMinimumWidth(px(330));
  m_side->setFocusPolicy(Qt::NoFocus);
  auto* inside = new Surface(Surface::Ground::base);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);

  m_ask = new HintBlock(tr("Ask next"), QStringLiteral("question"));
  m_askedBefore = new TextLabel({}, Type::second, Ink::text2);
  m_askedBefore->setWrapped(true);
  m_ask->body()->insertWidget(m_ask->body()->count() - 1, m_askedBefore);
  m_askProvider = makeButton({}, ButtonKind::outlined);
  m_answer = makeButton(tr("Record an answer…"), ButtonKind::plain);
  for (QPushButton* button : {m_askProvider, m_answer}) {
    setSmall(*button);
    m_ask->addControl(button);
  }
  connect(m_askProvider, &QPushButton::clicked, this, [this] {
    if (m_view->ask) emit questionRequested(m_view->options[m_view->ask->candidate].id, static_cast<int>(m_view->ask->criterion));
  });
  connect(m_answer, &QPushButton::clicked, this, [this] {
    if (m_view->ask) emit answerRequested(m_view->options[m_view->ask->candidate].id, static_cast<int>(m_view->ask->criterion));
  });
  column->addWidget(m_ask);

  QVBoxLayout* weights = nullptr;
  QWidget* weightsPane = sidePane(weights);
  m_weights = new WeightsPanel;
  weights->addWidget(m_weights);
  column->addWidget(weightsPane);
  column->addWidget(buildChart());

  QVBoxLayout* reasons = nullptr;
  QWidget* reasonsPane = sidePane(reasons);
  reasons->addWidget(new SectionHead(tr("Why these are proposed")));
  m_reasons = new QVBoxLayout;
  reasons->addLayout(m_reasons);
  column->addWidget(reasonsPane);

  QVBoxLayout* others = nullptr;
  QWidget* othersPane = sidePane(others);
  auto* head = new SectionHead(tr("Why others are out"));
  m_allOthers = makeButton({}, ButtonKind::link);
  head->addRight(m_allOthers);
  connect(m_allOthers, &QPushButton::clicked, this, &ChoicePage::othersRequested);
  others->addWidget(head);
  m_others = new QWidget;
  (new QVBoxLayout(m_others))->setContentsMargins(0, 0, 0, 0);
  others->addWidget(m_others);
  column->addWidget(othersPane);
  column->addStretch();
  m_side->setWidget(inside);
  return m_side;
}

QWidget* ChoicePage::buildChart() {
  QVBoxLayout* column = nullptr;
  QWidget* pane = sidePane(column);
  auto* head = new SectionHead(tr("Cost against match"), tr("ringed: nothing beats it on both"));
  m_asTable = makeButton(tr("&As a table"), ButtonKind::link);
  head->addRight(m_asTable);
  column->addWidget(head);
  m_chart = new CostMatchChart;
  m_chartTable = new QTableWidget;
  m_chartTable->setAccessibleName(tr("Cost against match, as a table"));
  m_chartTable->setTabKeyNavigation(false);
  m_chartTable->setMinimumHeight(px(160));
  m_chartTable->hide();
  m_steps = new StepsLine;
  column->addWidget(m_chart);
  column->addWidget(m_chartTable);
  column->addWidget(m_steps);
  connect(m_asTable, &QPushButton::clicked, this, &ChoicePage::toggleChartTable);
  return pane;
}

void ChoicePage::toggleChartTable() {
  const bool table = m_chartTable->isHidden();
  const bool had = m_chart->hasFocus() || m_chartTable->hasFocus();
  m_chartTable->setVisible(table);
  m_chart->setVisible(!table);
  m_asTable->setText(table ? tr("&As a chart") : tr("&As a table"));
  m_asTable->setAccessibleName(table ? tr("As a chart") : tr("As a table"));
  if (had) (table ? static_cast<QWidget*>(m_chartTable) : m_chart)->setFocus(Qt::OtherFocusReason);
}

void ChoicePage::buildActions() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto act) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);  // the page's own, so that the keys work wherever the page stands
    m_actions.push_back(action);
    return action;
  };
  add(tr("Send the ticked options…"), {}, [this] { doPrimary(); });
  m_packAction = add(tr("Choice pack…"), {}, [this] { emit packRequested(); });
  m_addAction = add(tr("Add or swap an option…"), {}, [this] { emit addRequested(); });
  m_combineAction = add(tr("Combine offers…"), {}, [this] { emit combineRequested(); });
  m_offerAction = add(tr("Open the offer of this option…"), QKeySequence(tr("Ctrl+E")), [this] { openOffer(); });
  add(tr("Tick or untick this option"), {}, [this] {
    if (const auto option = m_parts->currentOption(); option && *option < m_view->options.size()) tick(*option);
  });
  add(tr("Differences only"), {}, [this] { m_differences->toggle(); });
  add(tr("Sentences under the bars"), {}, [this] { m_sentences->toggle(); });
  add(tr("To the weights"), QKeySequence(tr("Alt+W")), [this] { m_weights->focusWeight(m_parts->currentCriterion()); });
  add(tr("Weights back to policy"), {}, [this] { backToPolicy(); });
  m_saveAction = add(tr("Keep these weights for this referral…"), QKeySequence(tr("Ctrl+Shift+K")), [this] {
    takeTyped(*this);
    if (isWhatIf(*m_view)) return emit weightsSaveRequested(m_view->weights);
    emit statusChanged(m_shown->text(), tr("Move a weight first"));
  });
  add(tr("Chart as a table"), {}, [this] { toggleChartTable(); });
  m_waiverAction = add(tr("Set a failed criterion aside, or take that back…"), {}, [this] {
    if (!m_parts->askWaiver()) emit statusChanged(m_shown->text(), tr("Go to an essential that failed, then set it aside"));
  });
  m_othersAction = add(tr("All that are out"), {}, [this] { emit othersRequested(); });
}

void ChoicePage::setView(ChoiceView view) {
  keepFrom(*m_view, view);
  const bool given = view.weights.size() == view.criterionLabels.size() && !view.weights.empty();
  std::vector<int> weights = given ? view.weights : view.policyWeights;
  if (view.options.empty()) {
    *m_view = std::move(view);
    setEmpty(m_view->title, tr("No offer has come yet."), {});
    return;
  }
  *m_view = reweighted(std::move(view), std::move(weights));
  m_stack->setCurrentIndex(0);
  m_parts->setView(m_view);
  m_weights->setView(*m_view);
  m_shown->setText(tr("%1 of %2 shown").arg(m_view->options.size()).arg(plural(m_view->offers, tr("offer"), tr("offers"))));
  m_shown->setToolTip(m_view->whyFewer);
  showHead();
  showFigures();
  showReasons(*m_reasons, *m_view);
  showOthers();
  emit titleChanged();
  emit statusChanged(m_shown->text(), tr("Space ticks Send in a head; Ctrl+Return sends"));
}

void ChoicePage::offerWhatIsHeard() {
  const auto heard = [this](const QMetaMethod& signal) { return isSignalConnected(signal); };
  const bool pack = heard(QMetaMethod::fromSignal(&ChoicePage::packRequested));
  const bool adding =
      heard(QMetaMethod::fromSignal(&ChoicePage::addRequested)) && m_view->offers > static_cast<int>(m_view->options.size());
  const bool combining = heard(QMetaMethod::fromSignal(&ChoicePage::combineRequested)) && m_view->offersOfSome > 1;
  const bool offer = heard(QMetaMethod::fromSignal(&ChoicePage::offerRequested));
  const bool answer = heard(QMetaMethod::fromSignal(&ChoicePage::answerRequested));
  const bool save = heard(QMetaMethod::fromSignal(&ChoicePage::weightsSaveRequested));
  const bool others = heard(QMetaMethod::fromSignal(&ChoicePage::othersRequested));
  const bool question = heard(QMetaMethod::fromSignal(&ChoicePage::questionRequested));
  m_pack->setVisible(pack && m_stack->currentWidget() != m_empty);
  m_packAction->setVisible(pack);
  m_add->setVisible(adding);
  m_addAction->setVisible(adding);
  m_combine->setVisible(combining);
  m_combineAction->setVisible(combining);
  m_offerAction->setVisible(offer);
  m_whatIf->button()->setVisible(save);
  m_saveAction->setVisible(save);
  m_othersAction->setVisible(others);
  m_waiverAction->setVisible(heard(QMetaMethod::fromSignal(&ChoicePage::waiverRequested)));
  m_allOthers->setVisible(others && m_view->othersCount > 0);
  m_askProvider->setVisible(question);
  m_answer->setVisible(answer);
  m_parts->setOffered({heard(QMetaMethod::fromSignal(&ChoicePage::evidenceRequested)), question, answer, offer,
                       heard(QMetaMethod::fromSignal(&ChoicePage::waiverRequested))});
}
void ChoicePage::showEvent(QShowEvent* event) {
  offerWhatIsHeard();
  Page::showEvent(event);
}

void ChoicePage::setEmpty(const QString& title, const QString& sentence, const QString& action, bool combine) {
  m_emptyCombines = combine;
  m_emptyTitle = title;
  m_head->setTitle(title);
  m_head->setChips({});
  m_empty->setSentence(sentence);
  m_empty->setAction(action);
  m_stack->setCurrentWidget(m_empty);
  m_send->setVisible(false);
  m_pack->setVisible(false);
  emit titleChanged();
}

void ChoicePage::showHead() {
  m_head->setTitle(m_view->title);
  m_head->setSubtitle(m_view->subtitle);
  m_head->setChips(m_view->urgency.text.isEmpty() ? QVector<Chip>{} : QVector<Chip>{m_view->urgency});
  const qsizetype n = ticked().size();
  m_send->setVisible(true);
  offerWhatIsHeard();
  m_send->setEnabled(n > 0);
  QString note = m_view->due;
  if (n == 0)
    note = tr("Tick Send on at least one option");
  else if (n < 3 && !m_view->whyFewer.isEmpty())
    note = m_view->whyFewer;
  m_head->setNote(note);
  const QString words =
      n == 1 ? tr("Send one option to %1…").arg(m_view->sendTo) : tr("Send %1 options to %2…").arg(countWord(n), m_view->sendTo);
  m_send->setText(words);
  m_send->setAccessibleName(words);
  m_send->setToolTip(n > 0 ? tr("Ctrl+Return") : tr("Tick Send in the head of each option that goes to the social worker"));
}

void ChoicePage::setWeights(const std::vector<int>& weights, bool held) {
  *m_view = reweighted(std::move(*m_view), weights);
  showFigures();
  if (!held) settle();
}

void ChoicePage::showFigures() {
  m_weights->refresh(*m_view);
  m_parts->setMoved(m_weights->moved());
  m_parts->changed();
  m_chart->setView(*m_view);
  m_steps->setView(*m_view);
  fillCostMatchTable(*m_chartTable, *m_view);
  showAsk();
  int differing = 0;
  for (std::size_t c = 0; c < m_view->weights.size(); ++c) differing += m_view->weights[c] != m_view->policyWeights[c] ? 1 : 0;
  m_whatIf->setVisible(differing > 0);
  m_whatIf->setText(m_weights->moved() ? tr("One weight was moved from %1. This order is a what-if.").arg(m_view->policy)
                                       : tr("The weights differ from %1. This order is a what-if.").arg(m_view->policy));
}

void ChoicePage::settle() {
  m_parts->order();
  m_weights->refresh(*m_view);
}

void ChoicePage::backToPolicy() {
  *m_view = byPolicy(std::move(*m_view));
  showFigures();
  settle();
}

void ChoicePage::showAsk() {
  m_ask->setVisible(m_view->ask.has_value());
  if (!m_view->ask) return;
  const ChoiceOption& option = m_view->options[m_view->ask->candidate];
  const int worth = matching::shownScore(m_view->ask->worth);
  m_ask->setAside(tr("worth up to %1").arg(plural(worth, tr("point"), tr("points"))));
  const QString question = option.criteria[m_view->ask->criterion].question;
  m_ask->setText(QStringLiteral("%1 %2").arg(
      question.isEmpty() ? tr("%1, %2: not known.").arg(option.name, m_view->criterionLabels[m_view->ask->criterion]) : question,
      askEffect(*m_view)));
  const QString& before = option.criteria[m_view->ask->criterion].asked;
  const bool ours = option.criteria[m_view->ask->criterion].ours;
  const QString whose = tr("Our own records answer this, not the provider: record the answer.");
  m_askedBefore->setText(ours ? whose : tr("%1; no answer is recorded yet.").arg(before));
  m_askedBefore->setVisible(ours || !before.isEmpty());
  m_askProvider->setEnabled(!ours);
  m_askProvider->setToolTip(ours ? whose : QString());
  m_askProvider->setText(tr("Ask %1…").arg(option.provider));
  m_askProvider->setAccessibleName(m_askProvider->text());
}

void ChoicePage::openOffer() {
  const std::size_t first = m_view->ranking.empty() ? 0 : m_view->ranking.front().candidate;
  const std::size_t option = m_parts->currentOption().value_or(first);
  if (option < m_view->options.size()) emit offerRequested(m_view->options[option].id);
}

void ChoicePage::showOthers() {
  auto* column = static_cast<QVBoxLayout*>(m_others->layout());
  column->setSpacing(px(3));
  while (QLayoutItem* item = column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const OtherOut& other : m_view->others) {
    auto* line = new SignLine(Sign::fail, tr("%1: %2").arg(other.name, other.why), Type::second, Ink::text);
    auto* back = new TextLabel(other.bringsBack, Type::second, Ink::text2);
    back->setWrapped(true);
    back->setContentsMargins(px(22), 0, 0, 0);
    column->addWidget(line);
    column->addWidget(back);
    if (!other.waivable || !isSignalConnected(QMetaMethod::fromSignal(&ChoicePage::otherWaiverRequested))) continue;
    auto* waive = makeButton(tr("Set aside for this one…"), ButtonKind::link);
    waive->setAccessibleName(tr("Set aside for %1: %2").arg(other.name, other.why));
    const auto at = static_cast<int>(&other - m_view->others.data());
    // After the click: the lines, and the button among them, are filled anew.
    connect(
        waive, &QPushButton::clicked, this, [this, at] { emit otherWaiverRequested(at); }, Qt::QueuedConnection);
    column->addWidget(waive, 0, Qt::AlignLeft);
  }
  if (m_view->others.empty()) column->addWidget(new TextLabel(tr("No other setting was looked at."), Type::second, Ink::text2));
  m_allOthers->setText(tr("All %1").arg(countText(m_view->othersCount)));
  m_allOthers->setAccessibleName(tr("All %1 that are out").arg(countText(m_view->othersCount)));
  offerWhatIsHeard();
}

void ChoicePage::tick(std::size_t option) {
  ChoiceOption& one = m_view->options[option];
  one.send = !one.send;
  m_parts->header()->refresh();
  showHead();
  emit sendTicked(one.id, one.send);
}

QVector<qint64> ChoicePage::ticked() const {
  QVector<qint64> options;
  for (const matching::Ranked& place : m_view->ranking)
    if (m_view->options[place.candidate].send) options.push_back(m_view->options[place.candidate].id);
  return options;
}

QString ChoicePage::title() const { return m_stack->currentWidget() == m_empty ? m_emptyTitle : m_view->title; }
QWidget* ChoicePage::firstFocus() {
  if (m_stack->currentWidget() == m_empty) return m_empty->button();
  return m_parts->header();
}
QList<QWidget*> ChoicePage::panes() {
  if (m_stack->currentWidget() == m_empty) return {m_empty->button()};
  return {m_parts->header(),
          m_parts->part(ChoicePart::essential),
          m_parts->part(ChoicePart::match),
          m_parts->part(ChoicePart::cost),
          m_ask,
          m_weights,
          m_chart->isHidden() ? static_cast<QWidget*>(m_chartTable) : m_chart};
}
bool ChoicePage::doPrimary() {
  if (!m_send->isVisibleTo(this) || !m_send->isEnabled()) return false;
  emit sendRequested(ticked());
  return true;
}
QList<QAction*> ChoicePage::menuActions() { return m_actions; }

}  // namespace homeward::ui
