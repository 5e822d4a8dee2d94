// Listings: find one, see its stock, its price, and what rule bears on it.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, yuan, exact, percent, moment } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';
import { facts, word } from './cases.js';
import { attributes, fact, finder, link, page, reveal, rule, table } from './find.js';

function row(one) {
  const share = one.stock.putIn ? one.stock.sold / one.stock.putIn : 0,
    bar = el('i');
  bar.style.width = percent(share);
  return el(
    'tr',
    { 'data-id': one.id, onclick: () => reveal(() => detail(one.id)) },
    el('td', {}, link('listings', one.id)),
    el('td', {}, one.title),
    el('td', { class: 'n' }, yuan(one.priceNowFen)),
    el('td', { class: 'n' }, `${count(one.stock.sold)} / ${count(one.stock.putIn)}`),
    el(
      'td',
      {},
      el(
        'span',
        { class: 'sell' + (one.stock.forSale === 0 ? ' out' : '') },
        bar,
        el('b', {}, percent(share, 0)),
      ),
    ),
  );
}

// How far the screening of a listing is (rule LST-2); the platform keeps it off sale while it is not through.
const screened = ['unscored', 'warned', 'in-review', 'refused', 'given-up'];

function standing(one) {
  if (one.takenDown) return t('taken down');
  if (screened.includes(one.publication)) return word(one.publication);
  if (one.withdrawn) return t('withdrawn');
  return one.stock.forSale === 0 ? t('sold out') : t('on sale');
}

async function detail(id) {
  const one = await ask('/api/v1/listings/' + id),
    store = await ask('/api/v1/stores/' + one.store),
    cases = await facts(store.owner, one.store, one.id);
  const stock = one.stock,
    window = one.festival ?? one.presale;
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, `${one.id} · ${one.title}`)),
    el(
      'dl',
      {},
      ...fact('Store', link('stores', one.store)),
      ...fact('Category number', String(one.category)),
      ...fact('Price', exact(one.priceFen)),
      ...fact('Price now', exact(one.priceNowFen)),
      ...fact('Units put in', count(stock.putIn)),
      ...fact('For sale', count(stock.forSale)),
      ...fact('Held for unpaid orders', el('span', {}, count(stock.held) + ' ', rule('INV-2'))),
      ...fact('Sold', el('span', {}, count(stock.sold) + ' ', rule('INV-1'))),
      ...fact('Refused, units gone', el('span', {}, count(stock.refusals) + ' ', rule('INV-4'))),
      ...fact(
        'Units per buyer',
        el(
          'span',
          {},
          (one.unitsPerBuyer ? count(one.unitsPerBuyer) : t('no limit')) + ' ',
          rule('INV-3'),
        ),
      ),
      ...fact('Held', t(one.hold)),
      ...(one.attributes ? fact('Attributes', attributes(one.attributes)) : []),
      ...cases,
      ...fact('State', standing(one)),
      ...(one.publication
        ? fact('Screening', el('span', {}, word(one.publication) + ' ', rule('LST-2')))
        : []),
      ...(window
        ? [
            ...fact(
              one.presale ? 'Presale, balance from' : 'Festival price from',
              el(
                'span',
                {},
                moment(Date.parse(window.from ?? window.balanceFrom)) + ' ',
                rule(one.presale ? 'LST-3' : 'LST-1'),
              ),
            ),
          ]
        : []),
    ),
  );
}

const parameters = () => {
  const text = new URLSearchParams({ max: 50 }),
    store = $('store').value.trim(),
    category = $('category').value.trim();
  if (store) text.set('store', /^\d/.test(store) ? 's' + store : store);
  if (category) text.set('category', category);
  if ($('sale').checked) text.set('forSale', 'true');
  return text;
};

finder('l', async id => {
  if (id) await detail(id);
  else $('detail').replaceChildren(el('p', { class: 'empty' }, '…'));
  await page('/api/v1/listings?' + parameters(), 'listings', all =>
    $('list').replaceChildren(
      table([['Id'], ['Listing'], ['Price', 'n'], ['Sold / stock', 'n'], ['Sell-through']], all.map(row)),
    ),
  );
});
start();
