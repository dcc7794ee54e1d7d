// What kinds of thing a case file keeps, as its history, its bin and its change notices name them.
#pragma once

#include <cstdint>

#include "domain/enum_text.h"

namespace homeward::store {

enum class Entity {
  authority,
  team,
  person,
  siblingGroup,
  child,
  provider,
  setting,
  referral,
  approach,
  offer,
  option,
  choice,
  decision,
  approval,
  placement,
  contractTerm,
  fundingShare,
  breach,
  doneMark,
  policy,
  postcodes,
  areas,
  importBatch,
  property
};
constexpr auto texts(Entity) {
  return std::to_array<EnumText<Entity>>({{Entity::authority, "authority"},
                                          {Entity::team, "team"},
                                          {Entity::person, "person"},
                                          {Entity::siblingGroup, "siblingGroup"},
                                          {Entity::child, "child"},
                                          {Entity::provider, "provider"},
                                          {Entity::setting, "setting"},
                                          {Entity::referral, "referral"},
                                          {Entity::approach, "approach"},
                                          {Entity::offer, "offer"},
                                          {Entity::option, "option"},
                                          {Entity::choice, "choice"},
                                          {Entity::decision, "decision"},
                                          {Entity::approval, "approval"},
                                          {Entity::placement, "placement"},
                                          {Entity::contractTerm, "contractTerm"},
                                          {Entity::fundingShare, "fundingShare"},
                                          {Entity::breach, "breach"},
                                          {Entity::doneMark, "doneMark"},
                                          {Entity::policy, "policy"},
                                          {Entity::postcodes, "postcodes"},
                                          {Entity::areas, "areas"},
                                          {Entity::importBatch, "importBatch"},
                                          {Entity::property, "property"}});
}

/// One thing that a committed transaction touched. The id is 0 where a kind has no ids (postcodes, areas, properties, done marks).
struct Changed {
  Entity entity = Entity::child;
  std::int64_t id = 0;
  friend auto operator<=>(const Changed&, const Changed&) = default;
};

}  // namespace homeward::store
