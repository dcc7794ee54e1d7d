// A choice that came as a file, on the machine of whoever decides: the same form as within a case file, and an answer that goes back as a
// file. There is no case file here, and nothing of it stays.
#pragma once

#include <QJsonObject>
#include <functional>

#include "app/workspace.h"
#include "disclosure/choice_sheet.h"
#include "shell/page.h"

namespace homeward::ui {

class ReviewForm;

class SentChoicePage : public Page {
  Q_OBJECT
 public:
  /// Where the answer goes: a path by a suggested name; empty: nowhere.
  using Target = std::function<QString(QWidget* parent, const QString& suggested)>;
  SentChoicePage(disclosure::ChoiceSheet sheet, std::string passphrase, app::Clock clock, Target target, QWidget* parent = nullptr);
  ~SentChoicePage() override;
  [[nodiscard]] QString title() const override;
  void refresh() override {}
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  bool mayLeave() override;
  void setNamesHidden(bool hidden) override;

 signals:
  void answered(const QString& path);

 private:
  void answer(const disclosure::SheetAnswer& answer);
  disclosure::ChoiceSheet m_sheet;
  std::string m_passphrase;
  app::Clock m_clock;
  Target m_target;
  ReviewForm* m_form;
  bool m_answered = false;
  QJsonObject m_asOpened;
};

}  // namespace homeward::ui
