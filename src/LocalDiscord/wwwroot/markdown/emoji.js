const onlyEmoji = /^(?:(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?)*)\s*){1,27}$/u;

/** Whether a text is nothing but emoji, which Discord then draws large. */
export const isOnlyEmoji = text => onlyEmoji.test(text.trim());

/** An emoji object as text: itself, or the name of a server's own one. */
export const emojiText = emoji => (emoji.id ? `:${emoji.name}:` : emoji.name);
