// The words by which things are found, kept in the same transaction as the things.
#pragma once

#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "store/connection.h"

namespace homeward::store {

void keepWords(Connection& connection, const Child& child);
void keepWords(Connection& connection, const Referral& referral);
void keepWords(Connection& connection, const Provider& provider);
void keepWords(Connection& connection, const Setting& setting);
/// Of a provider or a setting as it stands in the file.
void keepWordsAgain(Connection& connection, Changed what);

/// Words in lower case without punctuation at their ends, each once.
[[nodiscard]] std::vector<std::string> wordsOf(const std::string& text);

}  // namespace homeward::store
