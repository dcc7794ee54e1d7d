// What the delegates read from a model, beside Qt's own roles. A model gives Qt::DisplayRole as the words, Qt::AccessibleTextRole as the
// whole cell in words, and SortRole as the value that sorting compares.
#pragma once

#include <QMetaType>
#include <Qt>

#include "shared/painters.h"

namespace homeward::ui {

enum Role : int {
  SortRole = Qt::UserRole + 100,
  IdRole,            ///< qint64: the row's identity in the case file
  SecondLineRole,    ///< QString: the quieter line (TwoLineDelegate, IntervalDelegate)
  SecondSignRole,    ///< int(Sign): before the second line
  StrongRole,        ///< bool: first line in DemiBold
  ChipRole,          ///< Chip (ChipDelegate)
  KnownRole,         ///< int 0..1000 (IntervalDelegate); without it the cell shows its words
  PossibleRole,      ///< int 0..1000
  ContributionRole,  ///< Contribution (ContributionDelegate)
  LevelRole,         ///< int 0..5, invalid: not assessed (LevelDelegate)
  SignRole,          ///< int(Sign): before the words (GateDelegate, TwoLineDelegate)
  InkRole,           ///< int(Ink): colour of the words (all delegates); absent: text
  AmountRole,        ///< bool: right-aligned in TwoLineDelegate
};

/// Colours of words, by what they mean.
enum class Ink { text, text2, text3, accent, ok, ask, no, onAccent };

[[nodiscard]] QColor inkColor(Ink ink, const Theme& theme);

}  // namespace homeward::ui

Q_DECLARE_METATYPE(homeward::ui::Chip)
Q_DECLARE_METATYPE(homeward::ui::Contribution)
