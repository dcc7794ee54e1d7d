#include "market/setting_lists.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "shared/fields.h"
#include "shared/page_parts.h"
#include "support/text.h"
#include "wording/catalogue.h"

namespace homeward::ui {
namespace {

QString numberOf(const ChildNumbers& numbers, ChildId id) {
  for (const auto& [number, child] : numbers)
    if (child == id) return number;
  return {};
}

std::optional<ChildId> childOf(const ChildNumbers& numbers, const QString& number) {
  const auto at = numbers.find(number.trimmed().toUpper());
  return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

/// Features that stand for themselves, or those that want a word of their own: "language", "faith" and their like.
std::vector<FeatureCode> listedFeatures(bool withWord) {
  std::vector<FeatureCode> codes;
  for (const auto key : wording::Catalogue::builtIn().keys())
    if (key.rfind("feature.", 0) == 0 && (wording::pattern(key).find("{0}") != std::string_view::npos) == withWord)
      codes.emplace_back(key.substr(8));
  return codes;
}

}  // namespace

CapabilityList::CapabilityList(const std::vector<Capability>& capabilities, QWidget* parent)
    : RowsEditor(
          tr("What it can meet"), {tr("Need"), tr("Highest level"), tr("How it is known"), tr("Source"), tr("On")}, tr("A&dd a need"),
          [] {
            auto* source = new QLineEdit;
            source->setAccessibleName(tr("Source"));
            return QVector<QWidget*>{new EnumCombo<NeedDomain>("need", tr("Need")), new LevelEdit(tr("Highest level that it can meet")),
                                     new EnumCombo<Basis>("basis", tr("How it is known")), source, new MaybeDay(tr("On"))};
          },
          parent) {
  for (const auto& capability : capabilities) {
    const auto row = addRow();
    static_cast<EnumCombo<NeedDomain>*>(row[0])->set(capability.domain);
    static_cast<LevelEdit*>(row[1])->setLevel(capability.level);
    static_cast<EnumCombo<Basis>*>(row[2])->set(capability.basis);
    static_cast<QLineEdit*>(row[3])->setText(q(capability.source));
    static_cast<MaybeDay*>(row[4])->set(capability.on);
  }
}

std::vector<Capability> CapabilityList::value() const {
  std::vector<Capability> list;
  for (int i = 0; i < rows(); ++i) {
    const auto level = field<LevelEdit>(i, 1)->level();
    if (!level) continue;
    list.push_back({field<EnumCombo<NeedDomain>>(i, 0)->value().value_or(NeedDomain::emotionalHealth), *level,
                    field<EnumCombo<Basis>>(i, 2)->value().value_or(Basis::claimed), utf8(field<QLineEdit>(i, 3)->text().trimmed()),
                    field<MaybeDay>(i, 4)->day()});
  }
  return list;
}

QWidget* CapabilityList::unreadable() const {
  for (int i = 0; i < rows(); ++i)
    if (!field<MaybeDay>(i, 4)->readable()) return field<MaybeDay>(i, 4);
  return nullptr;
}

FeatureList::FeatureList(const std::map<FeatureCode, bool>& features, const std::vector<FeatureCode>& first, QWidget* parent)
    : QWidget(parent), m_tree(new QTreeWidget) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  auto* words = new QLabel(tr("Space goes round: not known, has it, has it not."));
  words->setBuddy(m_tree);
  page->addWidget(words);
  page->addWidget(m_tree, 1);
  m_tree->setAccessibleName(tr("What it has and has not"));
  m_tree->setColumnCount(2);
  m_tree->setHeaderLabels({tr("Feature"), tr("Has it")});
  m_tree->setRootIsDecorated(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setStretchLastSection(false);
  std::vector<FeatureCode> codes = first;
  const auto join = [&codes](const FeatureCode& code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  };
  for (const auto& code : listedFeatures(false)) join(code);
  for (const auto& [code, has] : features) join(code);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto at = features.find(codes[i]);
    add(codes[i], at == features.end() ? std::nullopt : std::optional(at->second), i < first.size());
  }
  m_tree->installEventFilter(this);
  buildMore();
  setKnown(codes);
  if (m_tree->topLevelItemCount() > 0) m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void FeatureList::add(const FeatureCode& code, std::optional<bool> has, bool asked) {
  auto* item = new QTreeWidgetItem(m_tree, {q(wording::word("feature", code))});
  item->setData(0, Qt::UserRole, q(code));
  if (asked) item->setText(0, tr("%1 (asked for)").arg(item->text(0)));
  auto* answer = new TriState(item->text(0));
  answer->set(has);
  connect(answer, &QComboBox::currentIndexChanged, this, &FeatureList::changed);
  m_tree->setItemWidget(item, 1, answer);
}

void FeatureList::goTo(const FeatureCode& code) {
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
    auto* item = m_tree->topLevelItem(i);
    if (item->data(0, Qt::UserRole).toString() != q(code)) continue;
    m_tree->setCurrentItem(item);
    m_tree->scrollToItem(item);
    bringTo(*m_tree);
  }
}

void FeatureList::buildMore() {
  auto* row = new QHBoxLayout;
  m_kind = new QComboBox;
  m_kind->setAccessibleName(tr("What is to be added"));
  for (const auto& kind : listedFeatures(true)) m_kind->addItem(q(wording::sentence({"feature." + kind, {utf8(tr("…"))}})), q(kind));
  m_which = new QLineEdit;
  m_which->setAccessibleName(tr("Which one is to be added"));
  m_which->setPlaceholderText(tr("which one"));
  m_which->installEventFilter(this);
  m_more = makeButton(tr("Add to the list"), ButtonKind::plain, QStringLiteral("plus"));
  auto* label = new QLabel(tr("Anothe&r"));
  label->setBuddy(m_kind);
  row->addWidget(label);
  row->addWidget(m_kind);
  row->addWidget(m_which, 1);
  row->addWidget(m_more);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
  connect(m_more, &QPushButton::clicked, this, &FeatureList::addTyped);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &FeatureList::offerKnown);
  const auto follow = [this] {
    const bool empty = m_which->text().trimmed().isEmpty();
    m_more->setEnabled(!empty);
    m_more->setToolTip(empty ? tr("Type which one first") : QString());
  };
  connect(m_which, &QLineEdit::textChanged, this, follow);
  follow();
}

void FeatureList::setKnown(const std::vector<FeatureCode>& codes) {
  for (const auto& code : codes)
    if (code.find(':') != std::string::npos && std::find(m_known.begin(), m_known.end(), code) == m_known.end()) m_known.push_back(code);
  offerKnown();
}

void FeatureList::offerKnown() {
  const std::string kind = utf8(m_kind->currentData().toString()) + ":";
  QStringList words;
  for (const auto& code : m_known)
    if (code.starts_with(kind)) words << q(code.substr(kind.size()));
  words.sort(Qt::CaseInsensitive);
  delete m_which->completer();
  auto* search = new QCompleter(words, m_which);
  search->setCaseSensitivity(Qt::CaseInsensitive);
  m_which->setCompleter(search);
}

void FeatureList::addTyped() {
  const std::string word = collapsed(utf8(m_which->text()));
  if (word.empty()) return;
  FeatureCode code = utf8(m_kind->currentData().toString()) + ":" + word;
  // Written as it is elsewhere: "welsh" would not be what a child asks for as "Welsh".
  for (const auto& known : m_known)
    if (q(known).compare(q(code), Qt::CaseInsensitive) == 0) code = known;
  setKnown({code});
  QTreeWidgetItem* there = nullptr;
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
    if (m_tree->topLevelItem(i)->data(0, Qt::UserRole).toString() == q(code)) there = m_tree->topLevelItem(i);
  if (there == nullptr) {
    add(code, true, false);
    emit changed();
  } else {
    static_cast<TriState*>(m_tree->itemWidget(there, 1))->set(true);
  }
  m_which->clear();
  goTo(code);
}

bool FeatureList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_which && event->type() == QEvent::KeyPress && !m_which->text().trimmed().isEmpty()) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {  // adds, and does not save the dialog
      addTyped();
      return true;
    }
  }
  const bool space = watched == m_tree && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
  if (!space || m_tree->currentItem() == nullptr) return QWidget::eventFilter(watched, event);
  auto* answer = static_cast<TriState*>(m_tree->itemWidget(m_tree->currentItem(), 1));
  answer->setCurrentIndex((answer->currentIndex() + 1) % answer->count());
  return true;
}

std::map<FeatureCode, bool> FeatureList::value() const {
  std::map<FeatureCode, bool> features;
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
    auto* item = m_tree->topLevelItem(i);
    if (const auto has = static_cast<TriState*>(m_tree->itemWidget(item, 1))->value())
      features.emplace(utf8(item->data(0, Qt::UserRole).toString()), *has);
  }
  return features;
}

ResidentList::ResidentList(const std::vector<Resident>& residents, const ChildNumbers& numbers, QWidget* parent)
    : RowsEditor(
          tr("Who lives there"), {tr("Our child, by number"), tr("Age"), tr("Sex"), tr("Fostered")}, tr("A&dd somebody"),
          [] {
            auto* number = new QLineEdit;
            number->setAccessibleName(tr("Our child, by number"));
            number->setPlaceholderText(tr("not ours"));
            auto* fostered = new TriState(tr("Fostered, not the carers' own"));
            fostered->set(true);
            return QVector<QWidget*>{number, new MaybeNumber(30, tr("Age")), new EnumCombo<Sex>("sex", tr("Sex"), true), fostered};
          },
          parent),
      m_numbers(numbers) {
  for (const auto& resident : residents) {
    const auto row = addRow();
    if (resident.child) static_cast<QLineEdit*>(row[0])->setText(numberOf(m_numbers, *resident.child));
    static_cast<MaybeNumber*>(row[1])->set(resident.age);
    static_cast<EnumCombo<Sex>*>(row[2])->set(resident.sex);
    static_cast<TriState*>(row[3])->set(resident.fostered);
  }
}

std::vector<Resident> ResidentList::value() const {
  std::vector<Resident> list;
  list.reserve(static_cast<std::size_t>(rows()));
  for (int i = 0; i < rows(); ++i)
    list.push_back({childOf(m_numbers, field<QLineEdit>(i, 0)->text()), field<MaybeNumber>(i, 1)->number(),
                    field<EnumCombo<Sex>>(i, 2)->value(), field<TriState>(i, 3)->value().value_or(true)});
  return list;
}

QWidget* ResidentList::unreadable() const {
  for (int i = 0; i < rows(); ++i) {
    auto* number = field<QLineEdit>(i, 0);
    if (!number->text().trimmed().isEmpty() && !childOf(m_numbers, number->text())) return number;
  }
  return nullptr;
}

ExemptionList::ExemptionList(const std::vector<LimitExemption>& exemptions, const ChildNumbers& numbers, QWidget* parent)
    : RowsEditor(
          tr("Exemptions from the usual fostering limit"), {tr("Children, by number"), tr("By"), tr("From"), tr("To")},
          tr("Add an e&xemption"),
          [] {
            auto* who = new QLineEdit;
            who->setAccessibleName(tr("Children, by number"));
            auto* by = new QLineEdit;
            by->setAccessibleName(tr("By which authority"));
            return QVector<QWidget*>{who, by, new MaybeDay(tr("From")), new MaybeDay(tr("To"))};
          },
          parent),
      m_numbers(numbers) {
  for (const auto& exemption : exemptions) {
    const auto row = addRow();
    QStringList children;
    for (const auto child : exemption.children) children << numberOf(m_numbers, child);
    static_cast<QLineEdit*>(row[0])->setText(children.join(QStringLiteral(", ")));
    static_cast<QLineEdit*>(row[1])->setText(q(exemption.by));
    static_cast<MaybeDay*>(row[2])->set(exemption.valid.from);
    static_cast<MaybeDay*>(row[3])->set(exemption.valid.to);
  }
}

std::vector<LimitExemption> ExemptionList::value() const {
  std::vector<LimitExemption> list;
  for (int i = 0; i < rows(); ++i) {
    LimitExemption exemption;
    for (const auto& number : field<QLineEdit>(i, 0)->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
      if (const auto child = childOf(m_numbers, number)) exemption.children.push_back(*child);
    exemption.by = utf8(field<QLineEdit>(i, 1)->text().trimmed());
    exemption.valid = {field<MaybeDay>(i, 2)->day().value_or(Date{}), field<MaybeDay>(i, 3)->day()};
    list.push_back(std::move(exemption));
  }
  return list;
}

QWidget* ExemptionList::unreadable() const {
  for (int i = 0; i < rows(); ++i) {
    for (const auto& number : field<QLineEdit>(i, 0)->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
      if (!childOf(m_numbers, number)) return field<QLineEdit>(i, 0);
    if (!field<MaybeDay>(i, 2)->day()) return field<MaybeDay>(i, 2);
    if (!field<MaybeDay>(i, 3)->readable()) return field<MaybeDay>(i, 3);
  }
  return nullptr;
}

}  // namespace homeward::ui
