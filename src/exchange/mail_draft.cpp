#include "exchange/mail_draft.h"

#include <gmime/gmime.h>

#include <memory>

#include "support/text.h"

namespace homeward::exchange {
namespace {

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref<T>>;

bool oneLine(std::string_view words) {
  return words.find_first_of("\r\n") == std::string_view::npos && words.find('\0') == std::string_view::npos;
}

Owned<GMimeDataWrapper> content(const std::string& bytes) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeDataWrapper> wrapper(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  return wrapper;
}

Owned<GMimePart> textPart(const std::string& words) {
  Owned<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_part_set_content(part.get(), content(words).get());
  return part;
}

Owned<GMimePart> attachmentPart(const Attachment& attachment) {
  const auto slash = attachment.type.find('/');
  Owned<GMimePart> part(g_mime_part_new_with_type(attachment.type.substr(0, slash).c_str(), attachment.type.substr(slash + 1).c_str()));
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part.get(), attachment.name.c_str());
  g_mime_part_set_content(part.get(), content(attachment.bytes).get());
  return part;
}

}  // namespace

bool isMailAddress(std::string_view address) {
  const auto sign = address.find('@');
  return oneLine(address) && sign != std::string_view::npos && sign > 0 && address.find('.', sign) != std::string_view::npos &&
         address.find_first_of(" ,;<>\"") == std::string_view::npos && address.find('@', sign + 1) == std::string_view::npos;
}

Result<std::string> mailDraft(const MailDraft& draft) {
  static const bool begun = (g_mime_init(), true);
  (void)begun;
  for (const std::vector<std::string>* all : {&draft.to, &draft.blindCopies})
    for (const std::string& address : *all)
      if (!isMailAddress(address))
        return fail(ErrorCode::invalid, "address",
                    "\"" + address + "\" is no mail address. Correct it with the provider, then write the mail again.");
  if (!oneLine(draft.subject)) return fail(ErrorCode::invalid, "subject", "The subject of a mail is one line.");
  for (const Attachment& attachment : draft.attachments)
    if (!oneLine(attachment.name) || attachment.type.find('/') == std::string::npos)
      return fail(ErrorCode::invalid, "attachment", "The name of an attachment is one line.");

  const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
  for (const std::string& address : draft.to) g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, nullptr, address.c_str());
  for (const std::string& address : draft.blindCopies)
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_BCC, nullptr, address.c_str());
  g_mime_message_set_subject(message.get(), draft.subject.c_str(), "utf-8");
  GDateTime* moment = g_date_time_new_from_unix_utc(draft.on.time_since_epoch().count());
  g_mime_message_set_date(message.get(), moment);
  g_date_time_unref(moment);
  g_mime_object_set_header(GMIME_OBJECT(message.get()), "X-Unsent", "1", nullptr);

  const Owned<GMimePart> words = textPart(draft.words);
  if (draft.attachments.empty()) {
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(words.get()));
  } else {
    const Owned<GMimeMultipart> parts(g_mime_multipart_new_with_subtype("mixed"));
    // The boundary of its own making would tell nothing either, but the same draft is to give the same bytes.
    g_mime_multipart_set_boundary(parts.get(), "=_homeward_part");
    g_mime_multipart_add(parts.get(), GMIME_OBJECT(words.get()));
    for (const Attachment& attachment : draft.attachments)
      g_mime_multipart_add(parts.get(), GMIME_OBJECT(attachmentPart(attachment).get()));
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(parts.get()));
  }
  const std::unique_ptr<GMimeFormatOptions, void (*)(GMimeFormatOptions*)> format(g_mime_format_options_new(), &g_mime_format_options_free);
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  const std::unique_ptr<char, void (*)(gpointer)> bytes(g_mime_object_to_string(GMIME_OBJECT(message.get()), format.get()), &g_free);
  if (!bytes) return fail(ErrorCode::unavailable, "mail", "The mail could not be written: there is not enough memory.");
  return std::string(bytes.get());
}

}  // namespace homeward::exchange
