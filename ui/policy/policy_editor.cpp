#include "policy/policy_editor.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include "policy/anchor_editor.h"
#include "policy/compare_dialog.h"
#include "policy/weight_tree.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/typed.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QScrollArea* scrolled(QWidget* inside) {
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(inside);
  scroll->setMinimumWidth(inside->minimumSizeHint().width() + px(24));
  return scroll;
}

/// A pane on the ground of entries with its head.
QWidget* pane(const QString& title, const QString& words, QWidget* inside) {
  auto* ground = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(ground);
  rows->addWidget(new SectionHead(title, words));
  rows->addWidget(inside, 1);
  return ground;
}

}  // namespace

PolicyEditor::PolicyEditor(app::Workspace& workspace, const app::PolicyVersion& from, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_start(from),
      m_draft(from.policy),
      m_tree(new WeightTree),
      m_anchors(new AnchorEditor),
      m_penalty(new QSpinBox),
      m_name(new QLineEdit(from.id ? q(from.policy.name) : QString())),
      m_note(new QLineEdit),
      m_differs(new TextLabel({}, Type::text, Ink::text2)),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_save(makeButton(tr("&Save as a new version"), ButtonKind::primary, "save")) {
  setWindowTitle(tr("New version of the policy, from %1").arg(q(from.label())));
  resize(px(1120), px(820));
  m_draft.setName(utf8(m_name->text()));
  m_opened = m_draft.policy();
  auto* tree = new Surface(Surface::Ground::base);
  auto* treeRows = new QVBoxLayout(tree);
  treeRows->setContentsMargins(0, 0, px(8), 0);
  treeRows->addWidget(m_tree);
  treeRows->addStretch(1);
  m_tree->setDraft(m_draft);
  m_anchors->setDraft(m_draft);
  auto* panes = new QHBoxLayout;
  panes->addWidget(pane(tr("What counts how much"), tr("of 1,000; ▲ marks %1").arg(q(from.label())), scrolled(tree)), 6);
  panes->addWidget(pane(tr("What a fact is worth"), tr("dotted: %1").arg(q(from.label())), m_anchors), 5);
  for (TextLabel* words : {m_differs, m_trouble}) words->setWrapped(true);
  m_trouble->hide();
  auto* compare = makeButton(tr("&Compare on a referral…"), ButtonKind::outlined, "compare");
  auto* below = new QHBoxLayout;
  below->addWidget(m_differs, 1);
  below->addWidget(compare);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(panes, 1);
  rows->addLayout(below);
  rows->addWidget(fields());
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_save));
  connect(m_tree, &WeightTree::groupMoved, this, [this](const QString& group, int weight) {
    m_draft.moveGroup(utf8(group), weight);
    changed();
  });
  connect(m_tree, &WeightTree::criterionMoved, this, [this](const QString& criterion, int weight) {
    m_draft.moveCriterion(utf8(criterion), weight);
    changed();
  });
  connect(m_tree, &WeightTree::confirmed, this, [this](const QString& criterion) {
    m_draft.confirm(utf8(criterion));
    changed();
  });
  connect(m_anchors, &AnchorEditor::anchorsTyped, this, [this](const QString& criterion, const matching::Anchors& anchors) {
    const Result<void> answer = m_draft.setAnchors(utf8(criterion), anchors);
    changed();
    m_anchors->setAnswer(answer);
  });
  connect(m_penalty, qOverload<int>(&QSpinBox::valueChanged), this, [this](int thousandths) {
    m_draft.setSimilarityPenalty(thousandths);
    changed();
  });
  connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) { m_draft.setName(utf8(name)); });
  connect(compare, &QPushButton::clicked, this, &PolicyEditor::compare);
  connect(m_save, &QPushButton::clicked, this, &PolicyEditor::save);
  changed();
}

QWidget* PolicyEditor::fields() {
  auto* holder = new QWidget;
  auto* form = new QFormLayout(holder);
  form->setContentsMargins(0, 0, 0, 0);
  const auto add = [form](const QString& words, QWidget* field, const QString& name) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form->addRow(label, field);
  };
  m_penalty->setRange(0, 1000);
  m_penalty->setValue(m_draft.policy().similarityPenalty);
  m_penalty->setSuffix(tr(" thousandths"));
  m_penalty->setToolTip(
      tr("How much two homes that are alike count against each other when three are proposed. 150: two of one kind and one provider, near "
         "each other, must score 150 of 1,000 better to stand together."));
  add(tr("&Likeness in the choice of three costs"), m_penalty, tr("What likeness costs in the choice of three, in thousandths"));
  m_name->setPlaceholderText(tr("For example Wendmoor 2026"));
  add(tr("&Name of the policy"), m_name, tr("Name of the policy"));
  m_note->setPlaceholderText(tr("Who decided this, when, and what it should change"));
  add(tr("Wh&y these weights and curves"), m_note, tr("Why these weights and curves"));
  return holder;
}

void PolicyEditor::changed() {
  m_tree->setDraft(m_draft);
  m_anchors->setDraft(m_draft);
  m_trouble->hide();
  QStringList differing;
  for (const app::PolicyDifference& one : app::differences(m_start.policy, m_draft.policy()))
    differing << tr("%1 %2%3")
                     .arg(q(wording::word("policyCriterion", one.criterion)))
                     .arg(one.before == one.after ? tr("with another curve") : tr("%1 → %2").arg(one.before).arg(one.after),
                          one.before != one.after && one.anchors ? tr(" and another curve") : QString());
  QString words = differing.isEmpty() ? tr("Nothing differs from %1 yet.").arg(q(m_start.label()))
                                      : tr("Differs from %1: %2.").arg(q(m_start.label()), differing.join(QStringLiteral("; ")));
  QStringList open;
  for (const std::string& key : m_draft.toConfirm()) open << q(wording::word("policyCriterion", key));
  if (!open.isEmpty()) words += tr(" Weight to be confirmed: %1.").arg(open.join(QStringLiteral(", ")));
  m_differs->setText(words);
}

bool PolicyEditor::somethingEntered() const {
  takeTyped(*this);
  return !(m_draft.policy() == m_opened) || !m_anchors->trouble().isEmpty() || !m_note->text().isEmpty();
}

void PolicyEditor::save() {
  takeTyped(*this);
  const auto refuse = [this](const QString& why, QWidget* field) {
    m_trouble->setText(why);
    m_trouble->show();
    if (field != nullptr) field->setFocus(Qt::OtherFocusReason);
  };
  if (const QString trouble = m_anchors->trouble(); !trouble.isEmpty()) return refuse(trouble, m_anchors->points());
  auto saved = app::savePolicy(m_workspace, m_draft, utf8(m_note->text()));
  if (!saved) {
    const std::string& subject = saved.error().subject;
    return refuse(q(saved.error().detail), subject == "name" ? m_name : subject == "note" ? m_note : nullptr);
  }
  m_saved = *std::move(saved);
  accept();
}

void PolicyEditor::compare() {
  takeTyped(*this);
  app::PolicyVersion draft;
  draft.policy = m_draft.policy();
  CompareDialog dialog(m_workspace, m_start.id, draft, this);
  dialog.exec();
}

}  // namespace homeward::ui
