#include "offers/negotiate_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "market/editor_fields.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "support/text.h"

namespace homeward::ui {
namespace {

constexpr int mostPrices = 6;
constexpr int mostRounds = 5;

QString itemName(QuoteItem item) { return q(wording::label("quoteItem", text(item))); }

QString charged(Money amount, Charge charge) {
  return charge == Charge::once ? NegotiateDialog::tr("%1 once").arg(moneyText(amount))
                                : NegotiateDialog::tr("%1 a week").arg(moneyText(amount));
}

QString standing(const QuoteLine& line) {
  if (line.charge != Charge::weekly && line.charge != Charge::once) return q(wording::word("charge", text(line.charge)));
  return line.charge == Charge::once ? NegotiateDialog::tr("%1 once").arg(moneyText(line.amount))
                                     : NegotiateDialog::tr("%1 a week").arg(moneyText(line.amount));
}

/// "Core fee, from day 84: phase two".
QString priceName(const QuoteLine& line) {
  QString name = itemName(line.item);
  if (line.charge == Charge::weekly && line.fromDay > 0) name += NegotiateDialog::tr(", from day %1").arg(line.fromDay);
  if (line.charge == Charge::weekly && line.days)
    name += NegotiateDialog::tr(", for %1").arg(plural(*line.days, NegotiateDialog::tr("day"), NegotiateDialog::tr("days")));
  if (!line.words.empty()) name += QStringLiteral(": ") + q(line.words);
  return name;
}

TextLabel* wrapped(Ink ink = Ink::text) {
  auto* words = new TextLabel({}, Type::text, ink);
  words->setWrapped(true);
  return words;
}

}  // namespace

QString wonWords(const costing::Negotiated& won) {
  QStringList parts;
  if (won.settled > 0) {
    const QString rounds = plural(won.settled, NegotiateDialog::tr("round"), NegotiateDialog::tr("rounds"));
    parts << (won.whole.pence > 0 ? NegotiateDialog::tr("%1 a week won in %2").arg(moneyText(won.aWeek), rounds)
                                  : NegotiateDialog::tr("nothing won in %1").arg(rounds));
  }
  if (won.notKnown > 0)
    parts << NegotiateDialog::tr("of %1 the saving is not known")
                 .arg(plural(won.notKnown, NegotiateDialog::tr("round"), NegotiateDialog::tr("rounds")));
  if (won.open > 0)
    parts << NegotiateDialog::tr("%1 without an answer").arg(plural(won.open, NegotiateDialog::tr("round"), NegotiateDialog::tr("rounds")));
  return parts.join(QStringLiteral("; "));
}

NegotiateDialog::NegotiateDialog(app::Workspace& workspace, OfferId offer, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_offer(offer),
      m_cost(wrapped()),
      m_won(wrapped()),
      m_besides(wrapped(Ink::text2)),
      m_prices(new PlainTable(tr("Prices as they stand"))),
      m_roundsHead(new SectionHead(tr("Rounds so far"))),
      m_rounds(new PlainTable(tr("Rounds so far"))),
      m_said(wrapped(Ink::text2)),
      m_about(wrapped()),
      m_amountLabel(new QLabel),
      m_amount(new MaybeMoney({})),
      m_wordsLabel(new QLabel),
      m_words(new QLineEdit),
      m_trouble(wrapped(Ink::no)),
      m_keep(makeButton(tr("They &keep their price"), ButtonKind::plain)),
      m_act(makeButton({}, ButtonKind::primary, QStringLiteral("tick"))) {
  if (auto people = app::people(workspace)) m_people = *std::move(people);
  build();
  read();
  // What waits for an answer comes first, then the first price that can be negotiated.
  int first = -1;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const Row& one = m_rows[i];
    const bool can = one.price && m_all.prices[*one.price].whyNot.empty();
    if (one.open) {
      first = static_cast<int>(i);
      break;
    }
    if (first < 0 && can) first = static_cast<int>(i);
  }
  m_prices->selectRow(std::max(first, 0));
  follow();
  if (m_amount->isEnabled())
    m_amount->setFocus();
  else
    m_prices->setFocus();
}

void NegotiateDialog::build() {
  setMinimumWidth(px(980));
  auto* page = new QVBoxLayout(this);
  m_won->setStrong(true);
  page->addWidget(m_cost);
  page->addWidget(m_won);
  page->addWidget(m_besides);
  auto* prices = new QLabel(tr("&Prices as they stand"));
  prices->setBuddy(m_prices);
  page->addWidget(prices);
  m_prices->setHighForRows(mostPrices);
  m_rounds->setHighForRows(mostRounds);
  for (PlainTable* table : {m_prices, m_rounds}) table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  page->addWidget(m_prices);
  page->addWidget(m_roundsHead);
  page->addWidget(m_rounds);
  page->addWidget(m_said);
  page->addSpacing(px(8));
  m_about->setStrong(true);
  page->addWidget(m_about);
  auto* form = new QFormLayout;
  m_amountLabel->setBuddy(m_amount);
  m_wordsLabel->setBuddy(m_words);
  form->addRow(m_amountLabel, m_amount);
  form->addRow(m_wordsLabel, m_words);
  page->addLayout(form);
  m_trouble->hide();
  page->addWidget(m_trouble);
  connect(m_act, &QPushButton::clicked, this, &NegotiateDialog::act);
  connect(m_keep, &QPushButton::clicked, this, &NegotiateDialog::keepThePrice);
  m_keep->setToolTip(tr("The round ends without anything won: the price stays as it is"));
  m_keep->setAutoDefault(false);
  auto* foot = dialogFoot(*this, m_act);
  foot->addButton(m_keep, QDialogButtonBox::ActionRole);
  foot->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
  page->addWidget(foot);
  connect(m_prices, &PlainTable::rowChanged, this, [this] {
    m_trouble->hide();
    follow();
  });
  connect(m_rounds, &PlainTable::rowChanged, this, &NegotiateDialog::showRound);
  coverFields(*this);
}

void NegotiateDialog::read() {
  auto all = app::negotiation(m_workspace, m_offer);
  if (!all) {
    m_trouble->setText(q(all.error().detail));
    m_trouble->show();
    m_act->setEnabled(false);
    return;
  }
  m_all = *std::move(all);
  setWindowTitle(tr("Negotiate: %1").arg(q(m_all.home)));
  const QString stay = tr("over the %1 from %2").arg(plural(days(m_all.now.stay), tr("day"), tr("days")), dateText(m_all.now.stay.from));
  m_cost->setText(m_all.won.settled == 0
                      ? tr("Whole cost: %1 a week; %2 %3").arg(moneyText(m_all.now.aWeek), moneyText(m_all.now.whole), stay)
                      : tr("Whole cost: %1 a week; %2 %3. At the first prices: %4 a week; %5.")
                            .arg(moneyText(m_all.now.aWeek), moneyText(m_all.now.whole), stay, moneyText(m_all.atFirst.aWeek),
                                 moneyText(m_all.atFirst.whole)));
  QString won = wonWords(m_all.won);
  if (m_all.won.whole.pence > 0) won += tr(": %1 %2").arg(moneyText(m_all.won.whole), stay);
  m_won->setText(won.isEmpty() ? QString() : won[0].toUpper() + won.mid(1) + QLatin1Char('.'));
  m_won->setVisible(!won.isEmpty());
  m_besides->setText(tr("%1 has prices of its own: what is won here is not won there.").arg(q(listed(m_all.besides))));
  m_besides->setVisible(!m_all.besides.empty());
  fillPrices();
  fillRounds();
  nothingEnteredYet();
}

void NegotiateDialog::fillPrices() {
  m_rows.clear();
  std::vector<bool> met(m_all.offer.rounds.size(), false);
  for (const app::NegotiablePrice& price : m_all.prices) {
    m_rows.push_back({price.line, price.open});
    if (price.open) met[*price.open] = true;
  }
  for (std::size_t i = 0; i < m_all.offer.rounds.size(); ++i)
    if (!m_all.offer.rounds[i].won && !met[i]) m_rows.push_back({std::nullopt, i});
  const auto name = [this](const Row& one) {
    return one.price ? priceName(m_all.prices[*one.price].quoted) : itemName(m_all.offer.rounds[*one.open].item);
  };
  const auto now = [this](const Row& one) { return one.price ? standing(m_all.prices[*one.price].quoted) : tr("no longer in the quote"); };
  const auto first = [this](const Row& one) {
    if (!one.price) return charged(m_all.offer.rounds[*one.open].before, m_all.offer.rounds[*one.open].charge);
    const QuoteLine& then = m_all.won.first[*one.price];
    return then == m_all.prices[*one.price].quoted ? tr("the same") : standing(then);
  };
  const auto state = [this](const Row& one) {
    if (one.open) return tr("%1 was asked for; no answer yet").arg(moneyText(m_all.offer.rounds[*one.open].asked));
    const std::string& why = m_all.prices[*one.price].whyNot;
    return why.empty() ? tr("can be negotiated") : q(why);
  };
  m_prices->setRows<Row>(m_rows, {{tr("Price"), name, {}, false},
                                  {tr("As it stands"), now, {}, true},
                                  {tr("At first"), first, {}, true},
                                  {tr("Negotiation"), state, {}, false}});
  auto* head = m_prices->horizontalHeader();
  head->resizeSection(0, px(220));
  head->resizeSection(1, px(140));
  head->resizeSection(2, px(140));
  head->setStretchLastSection(true);
}

void NegotiateDialog::fillRounds() {
  using Round = std::size_t;
  const auto& rounds = m_all.offer.rounds;
  std::vector<Round> all;
  for (Round i = 0; i < rounds.size(); ++i) all.push_back(i);
  const auto saved = [this](Round i, bool aWeek) {
    if (!m_all.offer.rounds[i].won) return QString();
    const costing::RoundSaving& saving = m_all.won.rounds[i];
    const auto& amount = aWeek ? saving.aWeek : saving.whole;
    return amount ? moneyText(*amount) : tr("not known");
  };
  const auto pence = [this](Round i, bool aWeek) {
    const auto& amount = aWeek ? m_all.won.rounds[i].aWeek : m_all.won.rounds[i].whole;
    return QVariant(amount ? static_cast<qlonglong>(amount->pence) : qlonglong{-1});
  };
  m_rounds->setRows<Round>(
      all,
      {{tr("When"), [&rounds = m_all.offer.rounds](const Round& i) { return shortDateText(englandDay(rounds[i].at)); },
        [&rounds = m_all.offer.rounds](const Round& i) {
          return QVariant(static_cast<qlonglong>(rounds[i].at.time_since_epoch().count()));
        },
        false},
       {tr("Who"), [this](const Round& i) { return by(m_all.offer.rounds[i].by); }, {}, false},
       {tr("Price"), [this](const Round& i) { return itemName(m_all.offer.rounds[i].item); }, {}, false},
       {tr("Before"), [this](const Round& i) { return charged(m_all.offer.rounds[i].before, m_all.offer.rounds[i].charge); },
        [this](const Round& i) { return QVariant(static_cast<qlonglong>(m_all.offer.rounds[i].before.pence)); }, true},
       {tr("Asked for"), [this](const Round& i) { return moneyText(m_all.offer.rounds[i].asked); },
        [this](const Round& i) { return QVariant(static_cast<qlonglong>(m_all.offer.rounds[i].asked.pence)); }, true},
       {tr("Won"),
        [this](const Round& i) {
          const auto& won = m_all.offer.rounds[i].won;
          return won ? moneyText(*won) : tr("no answer yet");
        },
        [this](const Round& i) { return QVariant(static_cast<qlonglong>(m_all.offer.rounds[i].won.value_or(Money{-1}).pence)); }, true},
       {tr("Saved a week"), [saved](const Round& i) { return saved(i, true); }, [pence](const Round& i) { return pence(i, true); }, true},
       {tr("Saved over the stay"), [saved](const Round& i) { return saved(i, false); }, [pence](const Round& i) { return pence(i, false); },
        true}});
  auto* head = m_rounds->horizontalHeader();
  const QVector<int> widths{110, 110, 130, 130, 100, 110, 120};
  for (int i = 0; i < widths.size(); ++i) head->resizeSection(i, px(widths[i]));
  head->setStretchLastSection(true);
  m_rounds->setVisible(!all.empty());
  m_roundsHead->setWords(all.empty() ? tr("none yet") : tr("what is saved a week is spread over the weeks of the stay"));
  if (!all.empty()) m_rounds->selectRow(static_cast<int>(all.size()) - 1);
  showRound(m_rounds->currentRow());
}

void NegotiateDialog::showRound(int at) {
  const auto& rounds = m_all.offer.rounds;
  QStringList words;
  if (at >= 0 && static_cast<std::size_t>(at) < rounds.size()) {
    const NegotiationRound& round = rounds[static_cast<std::size_t>(at)];
    if (!round.words.empty()) words << tr("Asked because: %1").arg(q(round.words));
    if (!round.answer.empty()) words << tr("They said: %1").arg(q(round.answer));
    if (round.answeredAt) words << tr("Answered on %1.").arg(momentText(*round.answeredAt));
  }
  m_said->setText(words.join(QStringLiteral("  ·  ")));
  m_said->setVisible(!words.isEmpty());
}

const NegotiateDialog::Row* NegotiateDialog::row() const {
  const int at = m_prices->currentRow();
  return at < 0 || static_cast<std::size_t>(at) >= m_rows.size() ? nullptr : &m_rows[static_cast<std::size_t>(at)];
}

QString NegotiateDialog::by(PersonId id) const {
  for (const Person& person : m_people)
    if (person.id == id) return q(person.name);
  return tr("somebody");
}

void NegotiateDialog::follow() {
  const Row* at = row();
  const bool answering = at != nullptr && at->open.has_value();
  QString why;
  if (at == nullptr) why = tr("The offer has no price yet.");
  if (at != nullptr && !answering) why = q(m_all.prices[*at->price].whyNot);
  if (m_workspace.readOnly()) why = tr("The case file is open for reading only");
  if (answering) {
    const NegotiationRound& round = m_all.offer.rounds[*at->open];
    m_about->setText(
        tr("%1 asked on %2 for %3 in place of %4.")
            .arg(by(round.by), shortDateText(englandDay(round.at)), moneyText(round.asked), charged(round.before, round.charge)));
  } else {
    m_about->setText(
        !why.isEmpty() ? why
                       : tr("%1 stands at %2.").arg(priceName(m_all.prices[*at->price].quoted), standing(m_all.prices[*at->price].quoted)));
  }
  m_amountLabel->setText(answering ? tr("They &agree to, £") : tr("&Ask for, £"));
  m_amount->setAccessibleName(answering ? tr("The price that they agree to, pounds") : tr("The price that is asked for, pounds"));
  m_amount->setPlaceholderText(tr("such as 935"));
  m_wordsLabel->setText(answering ? tr("What they &said") : tr("&Because"));
  m_words->setAccessibleName(answering ? tr("What they said") : tr("Why less is asked for"));
  m_act->setText(answering ? tr("&Record their answer") : tr("&Record what was asked"));
  m_act->setAccessibleName(m_act->text().remove(QLatin1Char('&')));
  m_keep->setVisible(answering);
  for (QWidget* field : std::initializer_list<QWidget*>{m_amount, m_words, m_act, m_keep}) {
    field->setEnabled(why.isEmpty());
    field->setToolTip(field == m_keep && why.isEmpty() ? tr("The round ends without anything won: the price stays as it is") : why);
  }
  m_act->setAccessibleDescription(why);
}

QString NegotiateDialog::trouble() const { return m_trouble->isHidden() ? QString() : m_trouble->text(); }

void NegotiateDialog::act() {
  const Row* at = row();
  if (at == nullptr || !m_act->isEnabled()) return;
  const auto amount = m_amount->amount();
  if (!amount)
    return done(fail(ErrorCode::invalid, "amount",
                     utf8(at->open ? tr("Enter the price that they agree to, as 935 or 935.50.")
                                   : tr("Enter the price that you ask for, as 935 or 935.50."))),
                {});
  if (at->open) return settle(*amount);
  done(app::askForLess(m_workspace, m_offer, m_all.offer.version, *at->price, *amount, utf8(m_words->text())),
       tr("What was asked for was recorded"));
}

void NegotiateDialog::keepThePrice() {
  const Row* at = row();
  if (at != nullptr && at->open) settle(m_all.offer.rounds[*at->open].before);
}

void NegotiateDialog::settle(Money won) {
  const std::size_t round = *row()->open;
  done(app::settleRound(m_workspace, m_offer, m_all.offer.version, round, won, utf8(m_words->text())), tr("Their answer was recorded"));
}

void NegotiateDialog::done(const Result<void>& result, const QString& told) {
  m_trouble->setText(result ? QString() : q(result.error().detail));
  m_trouble->setVisible(!result);
  if (!result) {
    layout()->activate();
    resize(width(), std::max(height(), heightForWidth(width())));
    return m_amount->setFocus(Qt::OtherFocusReason);
  }
  m_told = told;
  m_amount->clear();
  m_words->clear();
  read();
  follow();
  layout()->activate();
  resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
  m_amount->setFocus(Qt::OtherFocusReason);
}

}  // namespace homeward::ui
