#include "children/child_lists.h"

#include <algorithm>
#include <set>

#include "app/market_data.h"
#include "shared/names.h"
#include "support/text.h"
#include "wording/catalogue.h"

namespace homeward::ui {
namespace {

QLineEdit* nameLine(const QString& name) {
  auto* edit = namedLine(name);
  holdsName(*edit);
  return edit;
}

std::string words(const QLineEdit& edit) { return utf8(edit.text().trimmed()); }

SearchCombo* combo(const QString& name, const QVector<SearchCombo::Entry>& entries, const QString& placeholder = {}) {
  auto* box = new SearchCombo(name);
  box->setEntries(entries);
  box->setPlaceholder(placeholder);
  return box;
}

bool isNumber(const QLineEdit& edit) {
  bool number = true;
  if (!edit.text().trimmed().isEmpty()) (void)edit.text().trimmed().toDouble(&number);
  return number;
}

QString numberText(double number) { return number == 0.0 ? QString() : QString::number(number); }

}  // namespace

QLineEdit* namedLine(const QString& name, const std::string& text, const QString& placeholder) {
  auto* edit = new QLineEdit(q(text));
  edit->setAccessibleName(name);
  edit->setPlaceholderText(placeholder);
  return edit;
}

QVector<SearchCombo::Entry> featureEntries(app::Workspace& workspace, const std::vector<FeatureCode>& also) {
  std::set<FeatureCode> codes(also.begin(), also.end());
  if (const auto market = workspace.market())
    for (const Setting& setting : (*market)->settings)
      for (const auto& [code, has] : setting.features) codes.insert(code);
  QVector<SearchCombo::Entry> entries;
  for (const std::string_view key : wording::Catalogue::builtIn().keys()) {
    constexpr std::string_view group = "feature.";
    if (!key.starts_with(group)) continue;
    const std::string code(key.substr(group.size()));
    if (wording::pattern(key).find("{0}") == std::string_view::npos)
      codes.insert(code);
    else  // "language": which one is said beside it
      entries.push_back({q(wording::sentence({std::string(key), {utf8(QObject::tr("…"))}})), q(code + ":")});
  }
  for (const FeatureCode& code : codes) entries.push_back({q(wording::label("feature", code)), q(code)});
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.text.compare(b.text, Qt::CaseInsensitive) < 0; });
  return entries;
}

QVector<SearchCombo::Entry> childEntries(app::Workspace& workspace, ChildId without, bool namesHidden) {
  QVector<SearchCombo::Entry> entries;
  if (const auto lines = app::childLines(workspace))
    for (const app::ChildLine& line : *lines)
      if (line.child.id != without)
        entries.push_back({namesHidden ? q(line.child.number) : QStringLiteral("%1 · %2").arg(q(line.child.name), q(line.child.number)),
                           QVariant::fromValue<qint64>(line.child.id.value)});
  return entries;
}

RiskList::RiskList(const std::vector<Risk>& risks, QWidget* parent)
    : RowsEditor(
          tr("Risks"), {tr("Risk"), tr("Level, 0 to 5"), tr("Where it comes from"), tr("On")}, tr("Add a ris&k"),
          [] {
            return QVector<QWidget*>{new EnumCombo<RiskKind>("risk", tr("Risk")), new LevelEdit(tr("Level of the risk")),
                                     namedLine(tr("Where the risk comes from")), new MaybeDay(tr("Day of the evidence"))};
          },
          parent) {
  setWidths({200, 190, 260, 120});
  for (const Risk& risk : risks) {
    const auto row = addRow();
    static_cast<EnumCombo<RiskKind>*>(row[0])->set(risk.kind);
    static_cast<LevelEdit*>(row[1])->setLevel(risk.level);
    static_cast<QLineEdit*>(row[2])->setText(q(risk.evidence));
    static_cast<MaybeDay*>(row[3])->set(risk.evidenceOn);
  }
}

std::vector<Risk> RiskList::value() const {
  std::vector<Risk> list;
  list.reserve(static_cast<std::size_t>(rows()));
  for (int i = 0; i < rows(); ++i)
    if (const auto level = field<LevelEdit>(i, 1)->level())
      list.push_back({field<EnumCombo<RiskKind>>(i, 0)->value().value_or(RiskKind::goingMissing), *level, words(*field<QLineEdit>(i, 2)),
                      field<MaybeDay>(i, 3)->day()});
  return list;
}

QWidget* RiskList::withoutLevel() const {
  for (int i = 0; i < rows(); ++i)
    if (!field<LevelEdit>(i, 1)->level()) return field<LevelEdit>(i, 1);
  return nullptr;
}

QLineEdit* RiskList::unreadable() const {
  for (int i = 0; i < rows(); ++i)
    if (!field<MaybeDay>(i, 3)->readable()) return field<MaybeDay>(i, 3);
  return nullptr;
}

WishList::WishList(const std::vector<Wish>& wishes, const QVector<SearchCombo::Entry>& features, QWidget* parent)
    : RowsEditor(
          tr("Wishes and feelings"),
          {tr("In the child’s own words"), tr("What of it is matched"), tr("Feature"), tr("Near whom"), tr("Miles")}, tr("Add &a wish"),
          [features] {
            return QVector<QWidget*>{namedLine(tr("In the child's own words")),
                                     new EnumCombo<WishKind>("wish", tr("What of it is matched")),
                                     combo(tr("Feature that is wished for"), features), nameLine(tr("Near whom, by the contact plan")),
                                     namedLine(tr("How many miles count as near"))};
          },
          parent) {
  setWidths({250, 190, 160, 130, 60});
  for (const Wish& wish : wishes) {
    const auto row = addRow();
    static_cast<QLineEdit*>(row[0])->setText(q(wish.words));
    static_cast<EnumCombo<WishKind>*>(row[1])->set(wish.kind);
    static_cast<SearchCombo*>(row[2])->setValue(q(wish.feature));
    static_cast<QLineEdit*>(row[3])->setText(q(wish.person));
    static_cast<QLineEdit*>(row[4])->setText(numberText(wish.withinMiles));
  }
}

std::vector<Wish> WishList::value() const {
  std::vector<Wish> list;
  list.reserve(static_cast<std::size_t>(rows()));
  for (int i = 0; i < rows(); ++i)
    list.push_back({words(*field<QLineEdit>(i, 0)), field<EnumCombo<WishKind>>(i, 1)->value().value_or(WishKind::wordsOnly),
                    utf8(field<SearchCombo>(i, 2)->value().toString()), words(*field<QLineEdit>(i, 3)),
                    field<QLineEdit>(i, 4)->text().trimmed().toDouble()});
  return list;
}

QLineEdit* WishList::unreadable() const {
  for (int i = 0; i < rows(); ++i)
    if (!isNumber(*field<QLineEdit>(i, 4))) return field<QLineEdit>(i, 4);
  return nullptr;
}

ContactList::ContactList(app::Workspace& workspace, const std::vector<Contact>& contacts, QWidget* parent)
    : RowsEditor(
          tr("Contact plan"), {tr("Name"), tr("Relationship"), tr("Postcode"), tr("Visits a month")}, tr("Add some&body to see"),
          [] {
            return QVector<QWidget*>{nameLine(tr("Whom the child is to see")), namedLine(tr("Relationship")),
                                     namedLine(tr("Postcode of whom the child is to see"), {}, tr("ZZ5 2AB")),
                                     namedLine(tr("Visits a month"))};
          },
          parent),
      m_workspace(workspace),
      m_before(contacts) {
  setWidths({220, 180, 140, 120});
  for (const Contact& contact : contacts) {
    const auto row = addRow();
    static_cast<QLineEdit*>(row[0])->setText(q(contact.name));
    static_cast<QLineEdit*>(row[1])->setText(q(contact.relationship));
    static_cast<QLineEdit*>(row[2])->setText(q(contact.place.postcode));
    static_cast<QLineEdit*>(row[3])->setText(QString::number(contact.visitsAMonth));
  }
}

std::vector<Contact> ContactList::value() const {
  std::vector<Contact> list;
  for (int i = 0; i < rows(); ++i) {
    Contact contact{
        words(*field<QLineEdit>(i, 0)), words(*field<QLineEdit>(i, 1)), {}, field<QLineEdit>(i, 3)->text().trimmed().toDouble()};
    // A place that is known without a postcode stays with the person.
    const auto known = std::ranges::find(m_before, contact.name, &Contact::name);
    contact.place = m_workspace.placeAsTyped(words(*field<QLineEdit>(i, 2)), known != m_before.end() ? known->place : Place{});
    list.push_back(std::move(contact));
  }
  return list;
}

QLineEdit* ContactList::unreadable() const {
  for (int i = 0; i < rows(); ++i) {
    auto* postcode = field<QLineEdit>(i, 2);
    if (!postcode->text().trimmed().isEmpty() && !m_workspace.placeOf(words(*postcode))) return postcode;
    if (!isNumber(*field<QLineEdit>(i, 3))) return field<QLineEdit>(i, 3);
  }
  return nullptr;
}

NoGoList::NoGoList(app::Workspace& workspace, const std::vector<NoGoArea>& areas, QWidget* parent)
    : RowsEditor(
          tr("Where the child must not live"), {tr("First half of a postcode"), tr("or a whole authority"), tr("Why")}, tr("Add an &area"),
          [entries =
               [&workspace] {
                 QVector<SearchCombo::Entry> known;
                 if (const auto atlas = workspace.atlas())
                   for (const geography::AuthorityArea& area : (*atlas)->areas()) known.push_back({q(area.name), q(area.code)});
                 std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
                 return known;
               }()] {
            return QVector<QWidget*>{namedLine(tr("First half of a postcode"), {}, tr("ZZ7")), combo(tr("Authority"), entries, tr("none")),
                                     namedLine(tr("Why the child must not live there"))};
          },
          parent) {
  setWidths({160, 220, 300});
  for (const NoGoArea& area : areas) {
    const auto row = addRow();
    auto* authority = static_cast<SearchCombo*>(row[1]);
    authority->setValue(q(area.area));
    // An authority that the map does not know keeps its code in sight.
    if (!authority->value().isValid()) static_cast<QLineEdit*>(row[0])->setText(q(area.area));
    static_cast<QLineEdit*>(row[2])->setText(q(area.reason));
  }
}

std::vector<NoGoArea> NoGoList::value() const {
  std::vector<NoGoArea> list;
  for (int i = 0; i < rows(); ++i) {
    const QVariant authority = field<SearchCombo>(i, 1)->value();
    list.push_back(
        {authority.isValid() ? utf8(authority.toString()) : uppered(words(*field<QLineEdit>(i, 0))), words(*field<QLineEdit>(i, 2))});
  }
  return list;
}

FeatureRows::FeatureRows(const QString& name, const QString& add, const std::vector<FeatureCode>& codes,
                         const QVector<SearchCombo::Entry>& features, QWidget* parent)
    : RowsEditor(
          name, {name, tr("Which one")}, add,
          [name, features] {
            auto* which = namedLine(ContactList::tr("Which one"));
            auto* what = combo(name, features);
            which->setEnabled(false);
            connect(what, &SearchCombo::valueChanged, which,
                    [which](const QVariant& code) { which->setEnabled(code.toString().endsWith(QLatin1Char(':'))); });
            return QVector<QWidget*>{what, which};
          },
          parent) {
  setWidths({320, 200});
  for (const FeatureCode& code : codes) static_cast<SearchCombo*>(addRow()[0])->setValue(q(code));
}

std::vector<FeatureCode> FeatureRows::value() const {
  std::vector<FeatureCode> list;
  for (int i = 0; i < rows(); ++i) {
    std::string code = utf8(field<SearchCombo>(i, 0)->value().toString());
    if (code.ends_with(':')) {
      const std::string which = words(*field<QLineEdit>(i, 1));
      if (which.empty()) continue;
      code += which;
    }
    if (!code.empty() && std::find(list.begin(), list.end(), code) == list.end()) list.push_back(std::move(code));
  }
  return list;
}

ApartList::ApartList(const std::vector<ChildId>& apart, const QVector<SearchCombo::Entry>& children, QWidget* parent)
    : RowsEditor(
          tr("To be kept apart from"), {tr("Child")}, tr("Add a &child"),
          [children] { return QVector<QWidget*>{combo(tr("Child to be kept apart from"), children)}; }, parent) {
  for (const ChildId child : apart) static_cast<SearchCombo*>(addRow()[0])->setValue(QVariant::fromValue<qint64>(child.value));
}

std::vector<ChildId> ApartList::value() const {
  std::vector<ChildId> list;
  for (int i = 0; i < rows(); ++i) {
    const QVariant child = field<SearchCombo>(i, 0)->value();
    if (child.isValid() && std::find(list.begin(), list.end(), ChildId{child.toLongLong()}) == list.end())
      list.push_back(ChildId{child.toLongLong()});
  }
  return list;
}

}  // namespace homeward::ui
