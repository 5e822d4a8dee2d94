// What the pages that look for one thing have in common: a list, a page at a time, and one thing in detail.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { ask } from './live.js';

export const rule = id => el('span', { class: 'rule', title: 'rule ' + id }, id);
export const fact = (name, value) => [el('dt', {}, t(name)), el('dd', {}, value)];
export const attributes = all => Object.entries(all).map(([name, value]) => `${name}: ${value}`).join(', ');
export const link = (page, id) => el('a', { href: `/${page}?id=${encodeURIComponent(id)}` }, id);

export function step(at, text, ...rules) {
  return el('li', {}, el('time', {}, at), el('span', {}, text, ' ', ...rules.map(rule)));
}

export function table(heads, rows) {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map(([text, kind]) => el('th', { class: kind ?? '' }, t(text))))),
    el('tbody', {}, ...rows),
  );
}

export async function show(draw) {
  try {
    await draw();
  } catch (fault) {
    $('detail').replaceChildren(
      el(
        'p',
        { class: 'empty' },
        fault.status === 501 ? t('This host has no lists: find one by its id.') : fault.message,
      ),
    );
  }
}

// Where the detail stands below a long list, as on a phone, it is brought into view.
export async function reveal(draw) {
  await show(draw);
  $('detail').scrollIntoView({ block: 'nearest' });
}

// Answers the form and the address alike, so that every finding can be sent as a link.
export function finder(letter, find) {
  const look = () => {
    let id = $('id').value.trim();
    if (id && /^\d/.test(id)) id = letter + id;
    history.replaceState(null, '', id ? '?id=' + encodeURIComponent(id) : location.pathname);
    (id ? reveal : show)(() => find(id));
  };
  $('form').addEventListener('submit', event => {
    event.preventDefault();
    look();
  });
  $('id').value = new URLSearchParams(location.search).get('id') ?? '';
  look();
}

export async function page(path, name, draw) {
  let next = null;
  const body = [];
  const load = async () => {
    const answer = await ask(path + (next ? '&from=' + next : ''));
    body.push(...answer[name]);
    next = answer.next ?? null;
    $('more').hidden = next === null;
    draw(body, answer);
    if (body.length === 0 && next !== null) await load();
  };
  $('more').onclick = () => show(load);
  await load();
}
