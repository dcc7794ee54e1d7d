// England's 153 upper-tier authorities, by the many names that published files give them.
//
// "County Durham", "Durham" and "Durham County Council" are one authority; "Nottingham" and "Nottinghamshire" are two. A name is folded
// (case, punctuation, "&", the words that say what kind of council it is) and must then be one of the table's; nothing is guessed from
// likeness. Districts, and areas that were reorganised since 2019, are led to the authority of today. Table: `resources/codes/`
// (codes and names of the Office for National Statistics, 2025).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace homeward::exchange {

struct AuthorityName {
  std::string code;  ///< ONS code
  std::string name;  ///< as this program shows it
};

class AuthorityNames {
 public:
  [[nodiscard]] static const AuthorityNames& england();
  /// The code behind a name; none if it is no upper-tier authority of England.
  [[nodiscard]] std::optional<std::string> code(std::string_view name) const;
  /// The name behind a code, or empty.
  [[nodiscard]] std::string name(std::string_view code) const;
  /// The upper-tier authority of a district or of an authority, of today or since reorganised; a unitary authority of Wales or Scotland
  /// is its own. Empty when it is not known.
  [[nodiscard]] std::string upperTier(std::string_view code) const;
  [[nodiscard]] const std::vector<AuthorityName>& all() const { return m_all; }

 private:
  AuthorityNames(std::string_view authorities, std::string_view districts);
  std::vector<AuthorityName> m_all;
  std::unordered_map<std::string, std::string> m_codeByName;  // folded
  std::unordered_map<std::string, std::string> m_nameByCode;
  std::unordered_map<std::string, std::string> m_upperTier;
};

/// Whether two names of councils or areas mean the same one by folding alone ("Wendmoor Council" and "WENDMOOR").
[[nodiscard]] bool sameCouncil(std::string_view a, std::string_view b);

}  // namespace homeward::exchange
