// Sellers: the person or organisation behind stores, and all of them added up.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, exact, percent } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';
import { fact, finder, link, page, reveal, rule, table } from './find.js';

const row = one =>
  el(
    'tr',
    { 'data-id': one.id, onclick: () => reveal(() => detail(one.id)) },
    el('td', {}, link('sellers', one.id)),
    el('td', { class: 'n' }, count(one.stores.length) + (one.hasMoreStores ? ' +' : '')),
    el('td', { class: 'n' }, count(one.credit.points)),
    el('td', { class: 'n' }, exact(one.earnedFen)),
  );

async function detail(id) {
  const one = await ask('/api/v1/sellers/' + id),
    credit = one.credit;
  const owed = one.depositPaidFen + one.depositMissingFen;
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, one.id)),
    el(
      'dl',
      {},
      ...fact(
        'Stores',
        el(
          'span',
          {},
          ...one.stores.flatMap(store => [link('stores', store), ' ']),
          one.hasMoreStores ? '… ' : '',
          rule('IDN-4'),
        ),
      ),
      ...fact(
        'Deposit',
        el('span', {}, `${exact(one.depositPaidFen)} / ${exact(owed)} `, rule('STO-3')),
      ),
      ...fact('Earned', exact(one.earnedFen)),
      ...fact('Credit', el('span', {}, `${count(credit.points)} ${t('points')} `, rule('REP-2'))),
      ...(credit.goodBasisPoints !== undefined
        ? fact('Good share', percent(credit.goodBasisPoints / 10000))
        : []),
    ),
  );
}

finder('p', async id => {
  if (id) await detail(id);
  else $('detail').replaceChildren(el('p', { class: 'empty' }, '…'));
  await page('/api/v1/sellers?max=50', 'sellers', all =>
    $('list').replaceChildren(
      table([['Id'], ['Stores', 'n'], ['Credit', 'n'], ['Earned', 'n']], all.map(row)),
    ),
  );
});
start();
