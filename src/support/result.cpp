#include "support/result.h"

namespace homeward {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid:
      return "invalid";
    case ErrorCode::notFound:
      return "notFound";
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::refused:
      return "refused";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::tooLarge:
      return "tooLarge";
    case ErrorCode::unavailable:
      return "unavailable";
    case ErrorCode::cancelled:
      return "cancelled";
  }
  return "invalid";
}

}  // namespace homeward
