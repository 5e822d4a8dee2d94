// What a reader has chosen: language and units, kept in this browser.
import { chinese } from './words.js';

const keep = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* private windows keep nothing */
  }
};
const kept = name => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

export const query = new URLSearchParams(location.search);

const language = query.get('lang') ?? kept('language') ?? 'en';
export const choice = { language, units: kept('units') ?? (language === 'zh' ? 'wan' : 'kmb') };

export const isChinese = () => choice.language === 'zh';
export const t = text => (isChinese() ? (chinese[text] ?? text) : text);

export function choose(name, value) {
  choice[name] = value;
  keep(name, value);
}
