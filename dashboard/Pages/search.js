// Search: what a buyer sees, in which order, and why each listing stands where it does.
import { $, el, set } from './dom.js';
import { choice, query, t } from './choices.js';
import { count, exact, moment, percent } from './numbers.js';
import { ask, onTick } from './live.js';
import { start } from './shell.js';
import { attributes, fact, link, page, rule, show, table } from './find.js';

const parts = ['relevance', 'taste', 'sales', 'rating', 'level', 'newness', 'price'];
const names = {
  relevance: 'Words in the title',
  taste: 'Taste',
  sales: 'Sold lately',
  rating: 'Ratings against others',
  level: 'Credit level',
  newness: 'Newness',
  price: 'Price against the median',
};
const sorts = {
  default: 'as ranked',
  sales: 'most sold',
  price: 'cheapest',
  reliability: 'most reliable',
  new: 'newest',
};
const modes = {
  composite: 'ranked by score',
  delisting: 'ranked by the end of the listing, then by credit',
  none: 'not ranked',
};
const signs = ['heart', 'diamond', 'crown', 'golden-crown']; // as the API says them
const levels = Array.from({ length: 21 }, (_, rank) => [
  String(rank),
  rank === 0 ? 'any' : `${((rank - 1) % 5) + 1} × ${signs[Math.floor((rank - 1) / 5)]}`,
]);

let taste = null; // of the listing that others shall be like
let shown = null; // what the list shows, so that another language can be drawn

const level = one => (one.sign ? `${one.signs} × ${one.sign}` : '–');
const points = n => (n < 0 ? '−' : '+') + Math.abs(n).toFixed(3);
const mean = rating =>
  ((rating.asDescribed + rating.service + rating.dispatchSpeed + rating.deliverySpeed) / 4000).toFixed(2);

// The parts that lift a listing beside each other; below them those that hold it down.
function bar(score, longest) {
  const row = sign =>
    parts
      .filter(part => score[part] * sign > 0)
      .map(part => {
        const piece = el('i', { class: 'part ' + part, title: `${t(names[part])} ${points(score[part])}` });
        piece.style.width = percent(Math.abs(score[part]) / longest);
        return piece;
      });
  return el(
    'span',
    { class: 'score', role: 'img', 'aria-label': score.total.toFixed(3) },
    el('span', {}, ...row(1)),
    el('span', { class: 'minus' }, ...row(-1)),
  );
}

const lift = score => parts.reduce((sum, part) => sum + Math.max(0, score[part]), 0);

function row(one, longest) {
  return el(
    'tr',
    { 'data-id': one.id, onclick: () => detail(one) },
    el('td', { class: 'n' }, String(one.position)),
    el(
      'td',
      {},
      link('listings', one.id),
      ' ',
      one.title,
      one.score ? el('span', { class: 'narrow' }, bar(one.score, longest)) : null,
    ),
    el('td', { class: 'n' }, exact(one.priceFen)),
    el('td', { class: 'n' }, count(one.sales)),
    el('td', {}, level(one)),
    el('td', { class: 'n' }, one.rating ? mean(one.rating) : '–'),
    one.score
      ? el('td', { class: 'why' }, el('b', {}, one.score.total.toFixed(2)), bar(one.score, longest))
      : one.endsAt
        ? el('td', {}, moment(Date.parse(one.endsAt)))
        : null,
  );
}

function why(score) {
  const longest = Math.max(...parts.map(part => Math.abs(score[part])), 0.001);
  return parts.flatMap(part => {
    const piece = el('i', { class: 'part ' + part });
    piece.style.width = percent(Math.abs(score[part]) / longest);
    return [
      el('dt', {}, t(names[part])),
      el('dd', { class: 'why' }, el('span', { class: 'score' }, el('span', {}, piece)), points(score[part])),
    ];
  });
}

function detail(one) {
  const more = el('button', { class: 'ghost', onclick: () => like(one) }, t('More like this one'));
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, `${one.position} · ${one.title}`)),
    el(
      'dl',
      {},
      ...fact('Listing', link('listings', one.id)),
      ...fact('Store', el('span', {}, link('stores', one.store), ' ', one.storeName)),
      ...fact('Market', t(one.market)),
      ...fact('Price', exact(one.priceFen)),
      ...(one.attributes ? fact('Attributes', attributes(one.attributes)) : []),
      ...fact('Sold lately', el('span', {}, count(one.sales) + ' ', rule('SRC-1'))),
      ...fact('Credit', el('span', {}, `${count(one.creditPoints)}, ${level(one)} `, rule('REP-3'))),
      ...(one.rating
        ? fact('Ratings', el('span', {}, `${mean(one.rating)} (${count(one.rating.orders)}) `, rule('REP-4')))
        : []),
      ...(Date.parse(one.publishedAt) > 0
        ? fact('On sale since', moment(Date.parse(one.publishedAt)))
        : []),
      ...(one.endsAt ? fact('Ends', moment(Date.parse(one.endsAt))) : []),
    ),
    ...(one.score
      ? [
          el('h3', {}, t('Why it stands here'), ' ', rule('REP-5')),
          el(
            'dl',
            { class: 'reasons' },
            ...why(one.score),
            ...fact('Score', el('b', {}, one.score.total.toFixed(3))),
          ),
          el('p', {}, more),
        ]
      : []),
  );
}

function like(one) {
  taste = one.taste;
  $('like').hidden = false;
  $('taste').checked = true;
  set($('like-text'), `${t('like')} ${one.id}`);
  $('sort').value = 'default';
  find();
}

function draw(all) {
  shown = all;
  const scored = all.some(one => one.score);
  const longest = Math.max(...all.map(one => (one.score ? lift(one.score) : 0)), 0.001);
  const heads = [
    ['No', 'n'],
    ['Listing'],
    ['Price', 'n'],
    ['Sold lately', 'n'],
    ['Credit'],
    ['Ratings', 'n'],
    ...(scored ? [['Score and its parts', 'why']] : all.some(one => one.endsAt) ? [['Ends']] : []),
  ];
  $('legend').hidden = !scored;
  $('legend').replaceChildren(
    ...parts.map(part => el('li', {}, el('i', { class: 'part ' + part }), t(names[part]))),
  );
  $('list').replaceChildren(
    all.length
      ? table(heads, all.map(one => row(one, longest)))
      : el('p', { class: 'empty' }, t('nothing was found')),
  );
}

const fen = text => String(Math.round(Number(text) * 100));

function parameters() {
  const asked = new URLSearchParams();
  for (const name of ['words', 'category', 'attributes', 'sort', 'market']) {
    const value = $(name).value.trim();
    if (value && value !== 'default') asked.set(name, value);
  }
  for (const name of ['priceFrom', 'priceTo'])
    if ($(name).value.trim()) asked.set(name + 'Fen', fen($(name).value.trim()));
  if ($('levelFrom').value !== '0') asked.set('levelFrom', $('levelFrom').value);
  if (taste && $('taste').checked && !asked.has('sort')) asked.set('taste', taste);
  return asked;
}

async function find() {
  const asked = parameters();
  history.replaceState(null, '', asked.size ? '?' + asked : location.pathname);
  asked.set('max', '20');
  $('detail').replaceChildren(el('p', { class: 'empty' }, '…'));
  await show(async () => {
    await page('/api/v1/search?' + asked, 'listings', (all, answer) => {
      const state = answer.simplified ? t('search-simplified') : t(modes[answer.mode]);
      set($('index'), `${t('as of')} ${moment(Date.parse(answer.indexedAt))} · ${state}`);
      draw(all);
      if (all.length && all.length <= 20) detail(all[0]);
      else if (!all.length) $('detail').replaceChildren();
    });
  });
}

const fill = (id, options) =>
  $(id).replaceChildren(...options.map(([value, text]) => el('option', { value }, t(text))));

async function choices() {
  const { policy } = await ask('/api/v1/policy').catch(() => ({ policy: { categories: [] } }));
  const fillAll = () => {
    const before = ['category', 'sort', 'levelFrom', 'market'].map(id => [id, $(id).value]);
    fill('category', [['', 'all'], ...policy.categories.map((one, at) => [String(at), one.name])]);
    fill('sort', Object.entries(sorts));
    fill('levelFrom', levels);
    fill('market', [
      ['', 'all'],
      ['consumer', 'consumer'],
      ['brand', 'brand'],
    ]);
    for (const [id, value] of before) if (value) $(id).value = value;
  };
  fillAll();
  let language = choice.language;
  onTick(() => {
    if (language === choice.language) return;
    language = choice.language;
    fillAll();
    if (shown) draw(shown);
  });
}

function fromAddress() {
  for (const name of ['words', 'category', 'attributes', 'sort', 'market', 'levelFrom'])
    if (query.has(name)) $(name).value = query.get(name);
  for (const name of ['priceFrom', 'priceTo'])
    if (query.has(name + 'Fen')) $(name).value = String(Number(query.get(name + 'Fen')) / 100);
  taste = query.get('taste');
  $('like').hidden = !taste;
  set($('like-text'), t('by taste'));
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  find();
});
start();
await choices();
fromAddress();
await find();
