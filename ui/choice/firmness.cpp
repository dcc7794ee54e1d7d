#include "choice/firmness.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "shared/format.h"
#include "shared/painters.h"
#include "shared/theme.h"

namespace homeward::ui {
namespace {

constexpr std::size_t shownLimits = 3;
constexpr int headRows = 2;

QString tr(const char* words) { return QObject::tr(words); }

/// The options that are shown, and after them the other offers that stand.
matching::Problem withRivals(const ChoiceView& view) {
  matching::Problem problem = view.problem;
  for (const RivalOffer& rival : view.rivals) {
    problem.candidates.push_back({rival.key, {}, {}, std::nullopt, rival.wholeCost});
    // Of the gates only what they come to together matters to the order.
    for (std::size_t g = 0; g < problem.gates.size(); ++g)
      problem.gateResults.push_back(rival.status == matching::Status::notEligible           ? matching::GateResult::fail
                                    : rival.status == matching::Status::toConfirm && g == 0 ? matching::GateResult::unknown
                                                                                            : matching::GateResult::pass);
    problem.values.insert(problem.values.end(), rival.values.begin(), rival.values.end());
  }
  return problem;
}

QString nameOf(const ChoiceView& view, std::size_t candidate) {
  if (candidate < view.options.size()) return view.options[candidate].shortName;
  return tr("%1, which is not shown").arg(view.rivals[candidate - view.options.size()].name);
}

/// "four times", "2.3 times": never more than it is.
QString timesWords(double times) {
  const double down = std::floor(times * 10.0) / 10.0;
  const QStringList words{{},
                          {},
                          tr("twice"),
                          tr("three times"),
                          tr("four times"),
                          tr("five times"),
                          tr("six times"),
                          tr("seven times"),
                          tr("eight times"),
                          tr("nine times"),
                          tr("ten times")};
  const int whole = static_cast<int>(std::floor(times));
  if (times >= 2.0 && times - whole < 0.1 && whole < words.size()) return words[whole];
  if (times >= 10.0) return tr("%1 times").arg(whole);
  return tr("%1 times").arg(down, 0, 'f', 1);
}

struct Limit {
  double turn = 0.0;  ///< how many times more or less, whichever: the smaller the nearer
  QString words;
};

/// What the weight of one criterion would have to do, upwards or downwards.
std::vector<Limit> limitsOf(const ChoiceView& view, const matching::WeightInterval& interval, std::size_t criterion, const QString& first) {
  std::vector<Limit> limits;
  const double now = view.weights[criterion] / 1000.0;
  const QString what = view.criterionLabels[criterion];
  if (interval.above) {
    const QString then = nameOf(view, *interval.above);
    const double times = now > 0.0 ? interval.high / now : 1e9;
    const auto at = static_cast<int>(std::floor(interval.high * 1000.0));
    if (now <= 0.0)
      limits.push_back({times, tr("%1 stays first unless %2, which counts for nothing now, weighs more than %3 of 1,000: then %4.")
                                   .arg(first, what)
                                   .arg(at)
                                   .arg(then)});
    else if (times < 1.1)
      limits.push_back({times, tr("A little more weight on %1 (%2 instead of %3) would put %4 first.")
                                   .arg(what)
                                   .arg(at + 1)
                                   .arg(view.weights[criterion])
                                   .arg(then)});
    else
      limits.push_back({times, tr("%1 stays first unless %2 counts more than %3 as much (over %4 of 1,000, now %5): then %6.")
                                   .arg(first, what, timesWords(times))
                                   .arg(at)
                                   .arg(view.weights[criterion])
                                   .arg(then)});
  }
  if (interval.below) {
    const auto at = static_cast<int>(std::ceil(interval.low * 1000.0));
    const double times = interval.low > 0.0 ? now / interval.low : 1e9;
    limits.push_back({times, tr("%1 stays first unless %2 counts less than %3% of what it does now (under %4 of 1,000, now %5): then %6.")
                                 .arg(first, what)
                                 .arg(static_cast<int>(std::ceil(100.0 / times)))
                                 .arg(at)
                                 .arg(view.weights[criterion])
                                 .arg(nameOf(view, *interval.below))});
  }
  return limits;
}

QString sureWords(const ChoiceView& view, const matching::Problem& problem) {
  const auto ranking = matching::rank(problem, view.weights);
  QStringList sentences;
  for (const matching::Ranked& winner : ranking) {
    if (winner.candidate >= view.options.size()) continue;
    QStringList losers;
    matching::forSureWins(ranking, [&](std::size_t a, std::size_t b) {
      if (a == winner.candidate && b < view.options.size()) losers << view.options[b].shortName;
    });
    if (losers.isEmpty()) continue;
    const QString last = losers.takeLast();
    const QString all = losers.isEmpty() ? last : tr("%1 and %2").arg(losers.join(QStringLiteral(", ")), last);
    sentences << tr("%1 above %2").arg(view.options[winner.candidate].shortName, all);
  }
  if (sentences.isEmpty()) return {};
  return tr("Whatever is still to be learned, by these weights: %1.").arg(sentences.join(QStringLiteral("; ")));
}

int percent(const FirmnessShare& share, std::size_t place) { return static_cast<int>(std::lround(100.0 * share.shares[place])); }

/// "62, 30, 8%": first, second, third.
QString sharesText(const FirmnessShare& share) {
  return tr("%1, %2, %3%").arg(percent(share, 0)).arg(percent(share, 1)).arg(percent(share, 2));
}

}  // namespace

Firmness firmnessOf(const ChoiceView& view) {
  Firmness firm;
  if (view.ranking.empty()) return firm;
  const matching::Problem problem = withRivals(view);
  firm.sure = sureWords(view, problem);
  const auto ranking = matching::rank(problem, view.weights);
  const QString first = nameOf(view, ranking.front().candidate);
  if (ranking.front().candidate >= view.options.size()) {
    firm.limits.push_back(tr("By these weights %1, would be first.").arg(first));
    return firm;
  }
  if (ranking.front().status == matching::Status::notEligible) {
    firm.limits.push_back(tr("Every option fails something that it has to have: by these weights none is first."));
    return firm;
  }
  firm.intervals = matching::weightIntervals(problem, view.weights);
  if (firm.intervals.empty()) {
    firm.limits.push_back(tr("%1 stands first with questions open: how firm that is can be said once it is eligible.").arg(first));
    return firm;
  }
  if (ranking.size() < 2 || ranking[1].status != matching::Status::eligible) {
    firm.limits.push_back(tr("%1 alone is eligible: it is first whatever the weights.").arg(first));
    return firm;
  }
  std::vector<Limit> limits;
  for (std::size_t k = 0; k < firm.intervals.size(); ++k)
    for (Limit& limit : limitsOf(view, firm.intervals[k], k, first)) limits.push_back(std::move(limit));
  std::stable_sort(limits.begin(), limits.end(), [](const Limit& a, const Limit& b) { return a.turn < b.turn; });
  if (limits.empty()) firm.limits.push_back(tr("%1 stays first whatever any one weight is.").arg(first));
  for (std::size_t i = 0; i < std::min(shownLimits, limits.size()); ++i) firm.limits.push_back(limits[i].words);
  return firm;
}

std::vector<FirmnessShare> sharesOf(const ChoiceView& view) {
  const auto shares = matching::rankAcceptability(withRivals(view), view.weights);
  std::vector<FirmnessShare> lines;
  FirmnessShare others{tr("not shown"), 0, {}};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i < view.options.size()) {
      lines.push_back({view.options[i].shortName, view.options[i].shape, shares[i]});
      continue;
    }
    for (std::size_t place = 0; place < 3; ++place) others.shares[place] += shares[i][place];
  }
  std::erase_if(lines, [](const FirmnessShare& line) { return line.shares == matching::Acceptability{}; });
  std::stable_sort(lines.begin(), lines.end(), [](const FirmnessShare& a, const FirmnessShare& b) { return a.shares > b.shares; });
  if (others.shares != matching::Acceptability{}) lines.push_back(std::move(others));
  return lines;
}

QString shareWords(const FirmnessShare& share) {
  return tr("%1: first in %2%, second in %3%, third in %4% of the draws")
      .arg(share.name)
      .arg(percent(share, 0))
      .arg(percent(share, 1))
      .arg(percent(share, 2));
}

FirmnessBars::FirmnessBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void FirmnessBars::setShares(std::vector<FirmnessShare> shares) {
  m_shares = std::move(shares);
  m_stale = false;
  QStringList words;
  for (const FirmnessShare& share : m_shares) words << shareWords(share);
  setAccessibleName(tr("If every weight could be off by half. %1").arg(words.join(QStringLiteral("; "))));
  setVisible(!m_shares.empty());
  updateGeometry();
  update();
}

void FirmnessBars::setStale() {
  if (m_stale) return;
  m_stale = true;
  setAccessibleName(tr("If every weight could be off by half: drawn again when the weight is let go"));
  update();
}

int FirmnessBars::rowHeight() const { return QFontMetrics(typeFont(Type::second)).height() + px(6); }
QSize FirmnessBars::sizeHint() const { return {px(240), (headRows + static_cast<int>(m_shares.size())) * rowHeight()}; }

void FirmnessBars::paintEvent(QPaintEvent*) {
  const Theme& t = Theme::current();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QFont words = typeFont(Type::second);
  const QFont strong = typeFont(Type::second, true);
  const double names = std::min(width() * 0.34, static_cast<double>(px(110)));
  const double figure = QFontMetricsF(strong).horizontalAdvance(QStringLiteral("88, 88, 88%")) + px(8);
  drawText(p, QRectF(0, 0, width(), rowHeight()),
           m_stale ? tr("Drawn again when you let go of the weight:") : tr("If every weight could be off by half, and what is"), words,
           t.text2);
  drawText(p, QRectF(0, rowHeight(), width(), rowHeight()),
           m_stale ? tr("these are of the weights before") : tr("not known came out anyhow: first, second, third"), words, t.text2);
  if (m_stale) p.setOpacity(0.35);
  const QRectF track(names, 0, std::max(px(40) * 1.0, width() - names - figure), rowHeight());
  for (std::size_t i = 0; i < m_shares.size(); ++i) {
    const FirmnessShare& share = m_shares[i];
    const double top = static_cast<double>(i + headRows) * rowHeight();
    double x = 0;
    if (share.shape > 0) {
      const double side = px(9);
      drawOptionShape(p, QRectF(0, top + (rowHeight() - side) / 2.0, side, side), share.shape, t);
      x = side + px(6);
    }
    drawText(p, QRectF(x, top, names - x - px(4), rowHeight()),
             QFontMetricsF(words).elidedText(share.name, Qt::ElideRight, names - x - px(4)), words, t.text);
    // First solid, second hatched, third outlined: no meaning by colour alone.
    double left = track.left();
    const double thick = px(9);
    const double y = top + (rowHeight() - thick) / 2.0;
    p.setPen(Qt::NoPen);
    p.setBrush(t.line);
    p.drawRect(QRectF(track.left(), y + thick - 1, track.width(), 1));
    for (std::size_t place = 0; place < 3; ++place) {
      const double wide = track.width() * share.shares[place];
      if (wide < 0.5) continue;
      const QRectF part(left, y, wide, thick);
      if (place == 0) {
        p.setPen(Qt::NoPen);
        p.setBrush(t.accent);
        p.drawRect(part);
      } else {
        p.setPen(QPen(t.accent, 1));
        p.setBrush(place == 1 ? QBrush(t.accent, Qt::BDiagPattern) : QBrush(Qt::NoBrush));
        p.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
      }
      left += wide;
    }
    drawText(p, QRectF(track.right() + px(8), top, figure, rowHeight()), sharesText(share), strong, t.text2);
  }
}

bool FirmnessBars::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->pos().y() / rowHeight() - headRows;
    if (row >= 0 && row < static_cast<int>(m_shares.size()))
      QToolTip::showText(help->globalPos(), shareWords(m_shares[static_cast<std::size_t>(row)]), this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace homeward::ui
