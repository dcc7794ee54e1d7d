#include "app/priced_support.h"

#include <algorithm>

#include "support/text.h"

namespace homeward::app {
namespace {

auto named(std::vector<PricedSupport>& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(), [&](const PricedSupport& one) { return one.name == name; });
}

Result<void> kept(Workspace& workspace, const std::vector<PricedSupport>& list) {
  return workspace.change([&](store::Transaction& in) { return workspace.file().properties().setPricedSupport(in, list); });
}

}  // namespace

Result<std::vector<PricedSupport>> pricedSupport(Workspace& workspace) { return workspace.file().properties().pricedSupport(); }

Result<void> savePricedSupport(Workspace& workspace, PricedSupport support, const std::string& before) {
  support.name = std::string(trimmed(support.name));
  if (support.name.empty()) return fail(ErrorCode::invalid, "name", "Say what is bought, as a sentence has it: “two-to-one support”.");
  if (support.domains.empty()) return fail(ErrorCode::invalid, "domains", "Tick at least one need that it helps with.");
  if (support.adds < 1 || support.adds > highestLevel)
    return fail(ErrorCode::invalid, "adds", "It adds between one and five levels to what a home can meet.");
  if (support.aWeek.pence <= 0) return fail(ErrorCode::invalid, "aWeek", "Enter what it costs a week.");
  auto list = pricedSupport(workspace);
  if (!list) return failed(list);
  if (before != support.name && named(*list, support.name) != list->end())
    return fail(ErrorCode::refused, "name", "The list has this already. Change that entry, or name this one otherwise.");
  const auto known = before.empty() ? list->end() : named(*list, before);
  if (known != list->end()) {
    *known = std::move(support);
  } else {
    if (list->size() >= mostPricedSupport) return fail(ErrorCode::refused, "name", "The list is full. Remove what is not bought any more.");
    list->push_back(std::move(support));
  }
  return kept(workspace, *list);
}

Result<void> removePricedSupport(Workspace& workspace, const std::string& name) {
  auto list = pricedSupport(workspace);
  if (!list) return failed(list);
  const auto known = named(*list, name);
  if (known == list->end()) return fail(ErrorCode::notFound, "name", "The list does not have this any more.");
  list->erase(known);
  return kept(workspace, *list);
}

}  // namespace homeward::app
