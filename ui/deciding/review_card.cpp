#include "deciding/review_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "deciding/choice_from_case.h"
#include "deciding/law_words.h"
#include "deciding/waiving.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

using matching::GateAnswer;
using matching::GateResult;

QString tr(const char* words) { return QObject::tr(words); }

/// As it is: the lines of this page hide names themselves, and show them again while the page stays.
QString unhidden(const Fact& fact) { return fact.empty() ? QString() : q(wording::sentence(fact)); }

constexpr int fitsWell = 700;  // of 1000: said among what fits; below, among what does not fit so well
constexpr int reasonHeight = 64;
constexpr int essentialColumns = 2;

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

std::optional<std::size_t> candidateOf(const app::RankedReferral& ranked, OptionId option) {
  for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c)
    if (ranked.name(c).option == option) return c;
  return std::nullopt;
}

/// What the home has to have: in one line what it has, and each thing that it fails, was let off, or is not known for.
void addGates(QVBoxLayout& rows, app::Workspace& workspace, const std::vector<GateAnswer>& gates, bool mayBeChosen) {
  rows.addWidget(line(tr("What a home has to have"), Type::second, Ink::text2));
  const auto met = std::count_if(gates.begin(), gates.end(), [](const GateAnswer& gate) { return gate.result == GateResult::pass; });
  if (met > 0)
    rows.addWidget(new SignLine(
        Sign::pass, met == std::ssize(gates) ? tr("It has all %1").arg(met) : tr("It has %1 of %2").arg(met).arg(std::ssize(gates))));
  for (const GateAnswer& gate : gates) {
    if (gate.result == GateResult::pass) continue;
    const QString label = gateName(gate.key);
    if (gate.result == GateResult::unknown) {
      rows.addWidget(new SignLine(Sign::unknown, tr("%1: %2").arg(label, unhidden(gate.question.empty() ? gate.why : gate.question))));
      continue;
    }
    QString words = tr("%1: %2").arg(label, unhidden(gate.why));
    if (gate.waiver)
      words += QLatin1Char(' ') + waiverWords(workspace, *gate.waiver);
    else if (mayBeChosen)
      words += QLatin1Char(' ') + tr("A breach of the law is on record for it.");
    rows.addWidget(new SignLine(gate.waiver || mayBeChosen ? Sign::waived : Sign::fail, words));
  }
}

/// What fits, what does not fit so well and what is not known, from the same answers that the match is made of.
void addFindings(QVBoxLayout& rows, const matching::Assessment& assessment, const matching::Explanation& explained) {
  struct Group {
    QString title;
    Sign sign;
    std::vector<QString> lines;
  };
  std::array<Group, 3> groups{Group{tr("Fits"), Sign::pass, {}}, Group{tr("Does not fit so well"), Sign::minus, {}},
                              Group{tr("Not known yet"), Sign::unknown, {}}};
  for (std::size_t k = 0; k < explained.criteria.size(); ++k) {
    const matching::CriterionAnswer& criterion = explained.criteria[k];
    const std::size_t group = criterion.value.low >= fitsWell ? 0 : (criterion.value.high >= fitsWell ? 2 : 1);
    // "Level 2, verified" says nothing without the need that it is about.
    const QString label = sentence(assessment.label(k));
    groups[group].lines.push_back(tr("%1: %2").arg(label.left(1).toUpper() + label.mid(1), unhidden(criterion.why)));
  }
  for (const Group& group : groups) {
    rows.addSpacing(px(6));
    rows.addWidget(line(group.title, Type::second, Ink::text2));
    if (group.lines.empty()) rows.addWidget(line(tr("Nothing"), Type::text, Ink::text3));
    for (const QString& words : group.lines) rows.addWidget(new SignLine(group.sign, words));
  }
}

/// One answer for each offer of the option; with the home's name where there are several.
QString ofOffers(const app::RankedReferral& ranked, OptionId id, const std::function<QString(const Offer&)>& say) {
  QStringList all;
  for (const Option& option : ranked.options()) {
    if (option.id != id) continue;
    for (const OfferId wanted : option.offers)
      for (const Offer& offer : ranked.offers()) {
        if (offer.id != wanted) continue;
        const QString words = say(offer);
        const Setting* home = ranked.market().setting(offer.setting);
        if (words.isEmpty()) continue;
        all << (option.offers.size() > 1 && home != nullptr ? tr("%1: %2").arg(q(home->name), words) : words);
      }
  }
  return all.join("; ");
}

QString approvalsWords(const matching::Explanation& explained) {
  QStringList all;
  for (const law::ApprovalNeeded& needed : explained.approvals) all << tr("Rule %1. %2").arg(needed.rule).arg(unhidden(needed.why));
  if (explained.areaNotKnown) all << tr("Where it lies is not known, and so neither is who has to approve (rules 6 and 7).");
  return all.isEmpty() ? tr("none needed") : all.join(QLatin1Char(' '));
}

/// What the law prefers and this home is not: it may be chosen, and the words of the decision say why. What it wants shown or asks is said
/// too.
void addPreferences(QVBoxLayout& rows, ReviewCard& card, const std::vector<law::LegalFinding>& preferences) {
  rows.addSpacing(px(6));
  rows.addWidget(line(tr("What the law prefers"), Type::second, Ink::text2));
  QStringList owed;
  QStringList basis;  // of what is not met, then what to ask
  QStringList questions;
  std::int64_t met = 0;
  std::int64_t open = 0;
  const auto add = [&rows, &basis](Sign sign, const law::LegalFinding& finding) {
    auto* said = new SignLine(sign, tr("%1 (rule %2)").arg(unhidden(finding.why)).arg(finding.rule));
    basis << ruleBasis(finding.rule);
    rows.addWidget(said);
  };
  for (const law::LegalFinding& finding : preferences) {
    if (finding.judgement == law::Judgement::satisfied) ++met;
    if (finding.judgement == law::Judgement::notKnown) {
      ++open;
      questions << tr("%1 (rule %2)").arg(unhidden(finding.question)).arg(finding.rule);
    }
    if (finding.judgement != law::Judgement::broken) continue;
    add(Sign::minus, finding);
    if (law::rule(finding.rule)->is(law::RuleKind::preference)) owed << unhidden(finding.why);
  }
  if (met > 0) rows.addWidget(new SignLine(Sign::pass, tr("%1 met").arg(met)));
  if (open > 0) rows.addWidget(new SignLine(Sign::unknown, tr("%1 not known").arg(open)));
  if (const QStringList more = basis + questions; !more.isEmpty()) {
    auto* label = line(more.join(QLatin1Char('\n')), Type::second, Ink::text2);
    auto* show = makeButton(questions.isEmpty() ? tr("Where that stands") : tr("What to ask"), ButtonKind::plain);
    show->setCheckable(true);
    show->setAccessibleName(tr("%1: %2").arg(show->text(), card.name));
    setSmall(*show);
    label->hide();
    QObject::connect(show, &QPushButton::toggled, label, &QWidget::setVisible);
    rows.addWidget(show, 0, Qt::AlignLeft);
    rows.addWidget(label);
  }
  card.owes = owed.isEmpty() ? QString() : tr("The law prefers otherwise; say here why this home all the same: %1").arg(owed.join(' '));
}

void addFigures(QVBoxLayout& rows, const app::RankedReferral& ranked, OptionId option, std::size_t candidate,
                const matching::Explanation& explained) {
  const auto& rank = *std::find_if(ranked.ranking().begin(), ranked.ranking().end(),
                                   [&](const matching::Ranked& row) { return row.candidate == candidate; });
  auto* figures = new QFormLayout;
  const auto add = [figures](const QString& label, QWidget* value) { figures->addRow(line(label, Type::text, Ink::text2), value); };
  add(tr("Can start"), line(ofOffers(ranked, option, [](const Offer& offer) { return dateText(offer.availableFrom); })));
  const QString conditions = ofOffers(ranked, option, [](const Offer& offer) { return q(offer.conditions); });
  add(tr("Conditions"), line(conditions.isEmpty() ? tr("none") : conditions));
  add(tr("Others there"), line(ofOffers(ranked, option, [&ranked](const Offer& offer) {
        const Setting* home = ranked.market().setting(offer.setting);
        if (home != nullptr && home->residentsKnown && home->residents.empty()) return tr("nobody else lives there");
        if (!offer.impactAssessed) return tr("impact on them not known");
        return *offer.impactAssessed ? tr("impact on them assessed") : tr("impact on them not assessed");
      })));
  add(tr("Approvals"), line(approvalsWords(explained)));
  add(tr("Whole cost"), line(explained.cost ? tr("%1 a week").arg(moneyText(explained.cost->aWeek)) : tr("not known")));
  auto* bar = new IntervalBar;
  bar->setInterval(matching::shownScore(rank.known), matching::shownScore(rank.possible));
  add(tr("Match"), bar);
  rows.addLayout(figures);
}

}  // namespace

void buildCard(ReviewCard& card, app::Workspace& workspace, const app::RankedReferral& ranked) {
  const auto candidate = candidateOf(ranked, card.option);
  card.offered = candidate.has_value();
  card.surface = new Surface(Surface::Ground::card);
  auto* rows = new QVBoxLayout(card.surface);
  card.choose = new QRadioButton(card.name);
  card.choose->setAutoExclusive(false);
  card.choose->setFont(typeFont(Type::section, true));
  card.choose->setAccessibleName(tr("Choose %1").arg(card.name));
  card.choose->setEnabled(card.closed.isEmpty());
  rows->addWidget(card.choose);
  if (candidate) rows->addWidget(line(q(ranked.name(*candidate).provider), Type::second, Ink::text2));
  if (!card.closed.isEmpty())
    rows->addWidget(new SignLine(card.offered ? Sign::fail : Sign::minus,
                                 (card.offered ? tr("It cannot be chosen now. %1") : QStringLiteral("%1")).arg(card.closed)));
  if (candidate) {
    const matching::Explanation explained = ranked.assessment().explain(*candidate);
    rows->addSpacing(px(6));
    if (!card.inChoice.isEmpty()) {
      rows->addWidget(line(tr("Why it is in the choice"), Type::second, Ink::text2));
      rows->addWidget(line(card.inChoice));
      rows->addSpacing(px(6));
    }
    addGates(*rows, workspace, explained.gates, card.closed.isEmpty());
    addFindings(*rows, ranked.assessment(), explained);
    addPreferences(*rows, card, ranked.assessment().preferences(*candidate));
    rows->addStretch();
    rows->addWidget(new Hairline);
    addFigures(*rows, ranked, card.option, *candidate, explained);
  } else {
    rows->addStretch();
  }
}

QWidget* buildReason(ReviewCard& card) {
  auto* reason = new QWidget;
  auto* rows = new QVBoxLayout(reason);
  rows->setContentsMargins(0, 0, 0, 0);
  card.reasonTitle = line({});
  card.reasonTitle->setStrong(true);
  rows->addWidget(card.reasonTitle);
  card.lawAsks = line(card.owes, Type::second, Ink::text2);
  card.lawAsks->hide();
  rows->addWidget(card.lawAsks);
  card.why = new QPlainTextEdit;
  card.why->setAccessibleDescription(card.owes);
  card.why->setTabChangesFocus(true);
  card.why->setFixedHeight(px(reasonHeight));
  card.why->setAccessibleName(tr("Why %1").arg(card.name));
  rows->addWidget(card.why);
  card.whyHidden = line({}, Type::text, Ink::text2);
  card.whyHidden->hide();
  rows->addWidget(card.whyHidden);
  card.notChosen = new QWidget;
  auto* notRows = new QVBoxLayout(card.notChosen);
  notRows->setContentsMargins(0, 0, 0, 0);
  card.code = new QComboBox;
  card.code->setAccessibleName(tr("Why not %1").arg(card.name));
  card.code->addItem(tr("Choose a reason"));
  for (const NotChosen code : homeward::all<NotChosen>()) card.code->addItem(q(wording::word("notChosen", text(code))), q(text(code)));
  card.words = new QLineEdit;
  card.words->setPlaceholderText(tr("In your own words, if you like"));
  card.words->setAccessibleName(tr("Why not %1, in your own words").arg(card.name));
  if (!card.offered) {
    card.code->setCurrentIndex(card.code->findData(q(text(NotChosen::otherReason))));
    card.words->setText(tr("No longer offered"));
  }
  notRows->addWidget(card.code);
  notRows->addWidget(card.words);
  rows->addWidget(card.notChosen);
  rows->addStretch();
  return reason;
}

void addEssentials(QVBoxLayout& rows, const app::RankedReferral& ranked, const std::vector<OptionId>& options) {
  const matching::Problem& problem = ranked.assessment().problem();
  std::vector<std::size_t> shown;
  for (const OptionId option : options)
    if (const auto candidate = candidateOf(ranked, option)) shown.push_back(*candidate);
  rows.addWidget(line(tr("A home has to have"), Type::second, Ink::accent));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(16));
  int at = 0;
  const auto add = [&](Sign sign, const QString& words) {
    grid->addWidget(new SignLine(sign, words), at / essentialColumns, at % essentialColumns);
    ++at;
  };
  bool all = !shown.empty();
  bool general = all;
  const std::vector<GateAnswer> answers = shown.empty() ? std::vector<GateAnswer>{} : ranked.assessment().explain(shown.front()).gates;
  for (std::size_t g = 0; g < problem.gates.size() && g < answers.size(); ++g) {
    const auto has = [&](GateResult result) {
      return std::any_of(shown.begin(), shown.end(),
                         [&](std::size_t candidate) { return problem.gateResults[candidate * problem.gates.size() + g] == result; });
    };
    const Sign sign = has(GateResult::fail) ? Sign::fail : has(GateResult::unknown) ? Sign::unknown : Sign::pass;
    all = all && sign == Sign::pass;
    const QString label = gateName(problem.gates[g]);
    if (sign == Sign::fail) add(sign, tr("%1 (not every home)").arg(label));
    if (sign == Sign::unknown) add(sign, tr("%1 (not known of every home)").arg(label));
    // What every home has to be in any case is said in one line while all are.
    if (sign == Sign::pass && answers[g].kind == matching::GateKind::essential) add(sign, label);
    if (sign != Sign::pass && answers[g].kind != matching::GateKind::essential) general = false;
  }
  if (general) add(Sign::pass, tr("Law, registration and willingness in order"));
  rows.addLayout(grid);
  rows.addWidget(
      line(all ? tr("Every home that is offered has all of these.") : tr("Where a home does not, or nobody knows, its card says so."),
           Type::second, Ink::text2));
}

}  // namespace homeward::ui
