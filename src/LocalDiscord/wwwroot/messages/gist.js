/** What a message is about, on a few lines: `{text, picture}`, from its content, its embeds or its components. */
export function gist(message) {
  const [embed] = message.embeds ?? [];
  const all = flatten(message.components ?? []);
  const written = all.filter(component => component.type === 10).map(component => component.content).join('\n');
  const text = message.content || embed?.description || embed?.title || written;
  const picture = embed?.image?.url ?? embed?.thumbnail?.url
    ?? all.find(component => component.type === 11)?.media.url
    ?? all.find(component => component.type === 12)?.items[0]?.media.url
    ?? message.attachments?.find(file => file.content_type?.startsWith('image/'))?.url;
  return { text: onOneLine(text ?? ''), picture };
}

const flatten = components => components.flatMap(component =>
  [component, ...flatten([...component.components ?? [], component.accessory].filter(Boolean))]);

/** A text without what makes lines of it, links as their words, cut to what a line can show. */
export const onOneLine = text => text
  .replace(/^(?:#{1,3}|-#|>{1,3}|[-*])\s/gm, '')
  .replace(/\[([^\]]+)\]\(\s*<?https?:[^)]*\)/g, '$1')
  .replace(/\s+/g, ' ')
  .slice(0, 200);
