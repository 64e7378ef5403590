/** Discord's languages, as they call themselves: https://discord.com/developers/docs/reference#locales */
export const languages = {
  'en-US': 'English, US',
  'en-GB': 'English, UK',
  bg: 'български',
  cs: 'Čeština',
  da: 'Dansk',
  de: 'Deutsch',
  el: 'Ελληνικά',
  'es-ES': 'Español',
  'es-419': 'Español, LATAM',
  fi: 'Suomi',
  fr: 'Français',
  hi: 'हिन्दी',
  hr: 'Hrvatski',
  hu: 'Magyar',
  id: 'Bahasa Indonesia',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  lt: 'Lietuviškai',
  nl: 'Nederlands',
  no: 'Norsk',
  pl: 'Polski',
  'pt-BR': 'Português do Brasil',
  ro: 'Română',
  ru: 'Русский',
  'sv-SE': 'Svenska',
  th: 'ไทย',
  tr: 'Türkçe',
  uk: 'Українська',
  vi: 'Tiếng Việt',
  'zh-CN': '中文',
  'zh-TW': '繁體中文',
};

/** The languages in which Discord looks for a translation that is missing. */
const nearest = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

const chosen = localStorage.getItem('sandbox.language');

/** The language that the person's Discord is in. The page itself is English. */
export let locale = chosen in languages ? chosen : 'en-US';

export function speak(language) {
  locale = language;
  localStorage.setItem('sandbox.language', language);
}

const localized = (plain, texts) => texts?.[locale] ?? texts?.[nearest[locale]] ?? plain;

/** What a command or an option is for, in the person's language if it has words for that. */
export const description = ({ description: plain, description_localizations: texts }) => localized(plain, texts);

/** What a command in a menu is called, in the person's language if it has words for that. */
export const commandName = ({ name: plain, name_localizations: texts }) => localized(plain, texts);
