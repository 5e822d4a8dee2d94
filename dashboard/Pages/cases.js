// What several pages tell of cases: rows of tables, and the facts of a store or a listing.
import { el } from './dom.js';
import { t } from './choices.js';
import { count, exact, moment, percent } from './numbers.js';
import { ask } from './live.js';
import { fact, link, rule } from './find.js';

// A word of the API as people read it: «sample ordered».
export const word = key => t(key).replaceAll('-', ' ');

// A case that is open is another thing than a store that is.
export const stateOf = status => (status === 'open' ? t('open case') : word(status));

const sources = { complaints: 'Complaints', operator: 'operator', inspection: 'inspection', watch: 'watch' };

export const heads = [
  ['Case'],
  ['Kind'],
  ['About'],
  ['State'],
  ['Opened by'],
  ['Opened'],
  ['Evidence', 'n'],
  ['Complaints', 'n'],
  ['Penalty'],
];

export const points = [['Store'], ['Points', 'n'], ['For counterfeits', 'n'], ['Measure']];

function penalty(one) {
  if (!one.verdict) return '';
  if (one.verdict === 'cleared') return t('cleared');
  const parts = [t(one.appeal === 'upheld' ? 'overturned' : 'guilty')];
  if (one.points) parts.push(`${count(one.points)} ${t('points')}`);
  if (one.measure) parts.push(t(one.measure) + (one.until ? ' → ' + moment(Date.parse(one.until)) : ''));
  if (one.fineFen) parts.push(exact(one.fineFen));
  if (one.appeal) parts.push(t('appeal') + ' ' + t(one.appeal));
  return parts.join(', ');
}

export const caseRow = one =>
  el(
    'tr',
    {},
    el('td', {}, one.id),
    el('td', {}, word(one.kind)),
    el('td', {}, one.listing ? link('listings', one.listing) : link('stores', one.store)),
    el('td', {}, stateOf(one.status)),
    el('td', {}, t(sources[one.source])),
    el('td', {}, moment(Date.parse(one.openedAt))),
    el('td', { class: 'n' }, one.evidenceBasisPoints ? percent(one.evidenceBasisPoints / 10000, 0) : '–'),
    el('td', { class: 'n' }, count(one.complaints)),
    el('td', {}, penalty(one)),
  );

export const pointsRow = one =>
  el(
    'tr',
    {},
    el('td', {}, link('stores', one.store)),
    el('td', { class: 'n' }, count(one.points)),
    el('td', { class: 'n' }, count(one.counterfeitPoints)),
    el('td', {}, one.measure ? t(one.measure) : ''),
  );

// The facts of what a seller's file says about a store, or a listing of it; none without a file.
export async function facts(seller, store, listing) {
  const file = await ask(`/api/v1/sellers/${seller}/cases`).catch(fault => {
    if (fault.status === 404) return null;
    throw fault;
  });
  if (!file) return [];
  const own = file.cases.filter(one => (listing ? one.listing === listing : one.store === store));
  const held = file.stores.find(one => one.store === store);
  const complaints = file.listings.find(one => one.listing === listing)?.complaints ?? 0;
  return [
    ...(listing
      ? fact('Complaints', el('span', {}, count(complaints) + ' ', rule('TRU-3')))
      : fact(
          'Points',
          el(
            'span',
            {},
            `${count(held?.points ?? 0)} + ${count(held?.counterfeitPoints ?? 0)} `,
            rule('TRU-5'),
            ' ',
            rule('TRU-6'),
          ),
        )),
    ...fact(
      'Cases',
      el(
        'span',
        {},
        `${count(own.filter(one => one.status !== 'closed').length)} / ${count(own.length)} `,
        link('trust', file.seller),
      ),
    ),
    ...(file.barred || file.flagged
      ? fact('Flag', el('span', {}, t(file.barred ? 'barred' : 'red flag') + ' ', rule('TRU-7')))
      : []),
  ];
}
