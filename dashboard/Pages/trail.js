// The trail: what operators and reviewers did, the latest first; nothing edits it (rule IDN-5).
import { $, el } from './dom.js';
import { t } from './choices.js';
import { moment } from './numbers.js';
import { start } from './shell.js';
import { link, page, show, table } from './find.js';

const pages = { s: 'stores', l: 'listings', p: 'sellers', b: 'orders' };
const named = id => {
  const seller = /^c(\d+)-/.exec(id)?.[1]; // a case stands in the file of its seller
  if (seller) return el('a', { href: `/trust?id=p${seller}` }, id);
  return /^[slp]\d+$/.test(id) || id.includes('.') ? link(pages[id[0]], id) : el('span', {}, id);
};

const row = one =>
  el(
    'tr',
    { 'data-id': one.id },
    el('td', {}, el('time', {}, moment(Date.parse(one.at)))),
    el('td', {}, t(one.what) + ' ', el('small', {}, t(one.detail))),
    el('td', {}, named(one.about)),
    el('td', {}, one.who),
    el('td', { class: 'why' }, one.why || t('not given')),
  );

function address() {
  const text = new URLSearchParams({ max: 50 });
  for (const name of ['about', 'who']) {
    const value = $(name).value.trim();
    if (value) text.set(name, value);
  }
  return text;
}

async function look() {
  $('detail').replaceChildren();
  const asked = address();
  asked.delete('max');
  history.replaceState(null, '', asked.size ? '?' + asked : location.pathname);
  await page('/api/v1/trail?' + address(), 'acts', all =>
    $('list').replaceChildren(
      all.length
        ? table([['When'], ['What'], ['About'], ['Who'], ['Why']], all.map(row))
        : el('p', { class: 'empty' }, t('nothing was done yet')),
    ),
  );
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  show(look);
});
for (const name of ['about', 'who']) $(name).value = new URLSearchParams(location.search).get(name) ?? '';
show(look);
start();
