#include "market/authority_fields.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include "app/authorities.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {
constexpr int shownAreas = 4;
}  // namespace

AuthorityCombo::AuthorityCombo(app::Workspace& workspace, const QString& name, QWidget* parent) : SearchCombo(name, parent) {
  QVector<Entry> entries;
  if (const auto choices = app::authorityChoices(workspace))
    for (const exchange::AuthorityName& one : *choices) entries.push_back({q(one.name), q(one.code)});
  setEntries(entries);
  setPlaceholder(tr("not known"));
}

void AuthorityCombo::setCode(const std::string& code) {
  if (!code.empty() && findData(q(code)) < 0) addItem(q(code), q(code));
  setValue(code.empty() ? QVariant() : QVariant(q(code)));
}

std::string AuthorityCombo::code() const { return utf8(value().toString()); }

AuthorityList::AuthorityList(app::Workspace& workspace, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_list(new QListWidget),
      m_which(new AuthorityCombo(workspace, tr("An area to add"))),
      m_less(makeButton(tr("Take away"), ButtonKind::quiet)) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  m_list->setAccessibleName(name);
  m_list->setAccessibleDescription(tr("Delete takes the selected area away"));
  m_list->installEventFilter(this);
  page->addWidget(m_list);
  auto* acts = new QHBoxLayout;
  m_which->setPlaceholder(tr("add an area: type its name"));
  m_less->setAccessibleName(tr("Take the selected area away"));
  acts->addWidget(m_which, 1);
  acts->addWidget(m_less);
  page->addLayout(acts);
  connect(m_which, &SearchCombo::valueChanged, this, [this](const QVariant& code) {
    if (!code.isValid()) return;
    add(utf8(code.toString()));
    m_which->setValue({});  // ready for the next one
  });
  connect(m_less, &QPushButton::clicked, this, &AuthorityList::takeAway);
  connect(m_list, &QListWidget::currentRowChanged, this, &AuthorityList::follow);
  m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * shownAreas + px(12));
  follow();
}

void AuthorityList::setCodes(const std::vector<std::string>& codes) {
  m_list->clear();
  for (const std::string& code : codes) add(code);
}

std::vector<std::string> AuthorityList::codes() const {
  std::vector<std::string> codes;
  codes.reserve(static_cast<std::size_t>(m_list->count()));
  for (int i = 0; i < m_list->count(); ++i) codes.push_back(utf8(m_list->item(i)->data(Qt::UserRole).toString()));
  return codes;
}

QWidget* AuthorityList::field() const { return m_which; }

void AuthorityList::add(const std::string& code) {
  const auto known = codes();
  if (const auto at = std::find(known.begin(), known.end(), code); at != known.end())
    return m_list->setCurrentRow(static_cast<int>(at - known.begin()));
  auto* item = new QListWidgetItem(q(app::authorityName(m_workspace, code)), m_list);
  item->setData(Qt::UserRole, q(code));
  m_list->setCurrentItem(item);
}

void AuthorityList::takeAway() {
  delete m_list->takeItem(m_list->currentRow());
  follow();
}

void AuthorityList::follow() {
  m_less->setEnabled(m_list->currentRow() >= 0);
  m_less->setToolTip(m_less->isEnabled() ? QString() : tr("No area is listed"));
}

bool AuthorityList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete &&
      m_list->currentRow() >= 0) {
    takeAway();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace homeward::ui
