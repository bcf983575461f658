/** What Discord's server would take for a mention, a channel, a command, an emoji or a time. */
export function liveMentions(content: string): string[] {
  return content.match(/<(?:@[!&]?|#|\/|a?:|t:|id:)[^>]*>|@everyone|@here/gi) ?? [];
}

/** Without the invisible character that takes mentions apart. */
export function withoutGaps(text: string): string {
  return text.replaceAll('\u200b', '');
}
