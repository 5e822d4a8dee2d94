// Stores: status, deposit, earnings, reputation, and the rules behind them.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, exact, percent, moment } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';
import { facts, word } from './cases.js';
import { fact, finder, link, page, reveal, rule, table } from './find.js';

// The members of SuspensionCause.
const causes = { deposit: 'STO-3', platform: 'STO-1', penalty: 'TRU-6', certificate: 'IDN-3' };
const level = credit =>
  credit ? (credit.sign ? `${credit.signs} × ${credit.sign}` : t('none yet')) : '–';

const row = one =>
  el(
    'tr',
    { 'data-id': one.id, onclick: () => reveal(() => detail(one.id)) },
    el('td', {}, link('stores', one.id)),
    el('td', {}, one.name),
    el('td', {}, t(one.market)),
    el('td', {}, t(one.status)),
    el('td', {}, level(one.credit)),
    el('td', { class: 'n' }, exact(one.earnedFen)),
  );

// What it is certified as, how far its application is, and until when it must be certified.
function certificate(one) {
  if (!one) return [];
  const known = one.class === 'none' ? t('none yet') : one.class.toUpperCase();
  const asked = one.application === 'none' ? '' : `, ${t(one.application)}`;
  const tries = one.failures ? `, ${one.failures} × ${t('failed')}` : '';
  return [
    ...fact(
      'Certificate',
      el('span', {}, known + asked + tries, ' ', rule('IDN-1')),
    ),
    ...(one.readyAt ? fact('Check ends', moment(Date.parse(one.readyAt))) : []),
    ...(one.mustBy && one.class === 'none'
      ? fact('Must be certified by', el('span', {}, moment(Date.parse(one.mustBy)) + ' ', rule('IDN-3')))
      : []),
  ];
}

// How many of its first listings are at which state of screening, those that were accepted apart.
function screening(all) {
  const open = all.map(one => one.publication).filter(state => state && state !== 'accepted');
  const counts = [...new Set(open)].map(
    state => `${word(state)} ${count(open.filter(one => one === state).length)}`,
  );
  return open.length ? fact('Screening', el('span', {}, counts.join(', ') + ' ', rule('LST-2'))) : [];
}

// Its credit; where nobody gives verdicts a store has none, and ratings only.
function worth(credit) {
  if (!credit)
    return fact('Credit', el('span', {}, t('none: this market has ratings only') + ' ', rule('REP-2')));
  const verdicts = `${count(credit.good)}, ${count(credit.medium)}, ${count(credit.poor)} `;
  return [
    ...fact(
      'Credit',
      el('span', {}, `${count(credit.points)} ${t('points')}, ${level(credit)} `, rule('REP-3')),
    ),
    ...fact('Good, medium, poor', el('span', {}, verdicts, rule('REP-2'))),
    ...(credit.goodBasisPoints !== undefined
      ? fact('Good share', percent(credit.goodBasisPoints / 10000))
      : []),
  ];
}

async function detail(id) {
  const one = await ask('/api/v1/stores/' + id),
    rating = one.rating,
    { listings } = await ask(`/api/v1/listings?store=${id}&max=50`),
    cases = await facts(one.owner, one.id);
  const score = value => (value / 1000).toFixed(2);
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, `${one.id} · ${one.name}`)),
    el(
      'dl',
      {},
      ...fact('Seller', el('span', {}, link('sellers', one.owner), ' ', rule('IDN-4'))),
      ...fact('Market', t(one.market)),
      ...fact('State', el('span', {}, t(one.status) + ' ', rule('STO-1'))),
      ...(one.suspendedFor
        ? fact('Suspended for', el('span', {}, t(one.suspendedFor) + ' ', rule(causes[one.suspendedFor])))
        : []),
      ...fact(
        'Deposit',
        el('span', {}, `${exact(one.depositPaidFen)} / ${exact(one.depositRequiredFen)} `, rule('STO-3')),
      ),
      ...(one.depositShortSince
        ? fact('Below its deposit since', moment(Date.parse(one.depositShortSince)))
        : []),
      ...certificate(one.certificate),
      ...screening(listings),
      ...fact('Earned', exact(one.earnedFen)),
      ...cases,
      ...worth(one.credit),
      ...(rating
        ? [
            ...fact('As described', score(rating.asDescribed)),
            ...fact('Service', score(rating.service)),
            ...fact('Dispatch', score(rating.dispatchSpeed)),
            ...fact('Delivery', el('span', {}, score(rating.deliverySpeed) + ' ', rule('REP-4'))),
            ...fact('Rated orders, six months', count(rating.orders)),
          ]
        : []),
    ),
    el('p', {}, el('a', { href: '/listings?store=' + one.id }, t('its listings'))),
  );
}

finder('s', async id => {
  if (id) await detail(id);
  else $('detail').replaceChildren(el('p', { class: 'empty' }, '…'));
  await page('/api/v1/stores?max=50', 'stores', all =>
    $('list').replaceChildren(
      table([['Id'], ['Store'], ['Market'], ['State'], ['Credit'], ['Earned', 'n']], all.map(row)),
    ),
  );
});
start();
