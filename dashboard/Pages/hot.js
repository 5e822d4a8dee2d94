// The hottest listings, page by page, with what is left of their stock at full scale.
import { $, el, set, reduced } from './dom.js';
import { t } from './choices.js';
import { count, short, yuan, percent } from './numbers.js';
import { live } from './live.js';

const listed = 16;
let page = 0;

function leftText(one) {
  const few = one.forSale > 0 && one.forSale <= Math.max(16, one.putIn * 0.02);
  return one.forSale === 0
    ? ['out', one.held === 0 ? t('sold out') : t('all held')]
    : few
      ? ['few', `${t('last')} ${short(one.forSale * live.factor)}`]
      : ['', `${short(one.forSale * live.factor)} ${t('left')}`];
}

export function drawHot(tick) {
  const pages = Math.max(1, Math.ceil(tick.hot.length / listed));
  if (!reduced.matches && tick.seq % 24 === 0) page++;
  const from = (page % pages) * listed,
    shown = tick.hot.slice(from, from + listed);
  set(
    $('hot-sub'),
    tick.hot.length
      ? `${from + 1}–${from + shown.length} / ${tick.hot.length} ${t('by paid value')}, ` +
          `${count(tick.totals.soldOut)} ${t('sold out')}`
      : '',
  );
  $('hot').replaceChildren(
    ...shown.map((one, at) => {
      const share = one.putIn ? one.sold / one.putIn : 0,
        [kind, left] = leftText(one);
      const bar = el('i');
      bar.style.width = percent(share);
      return el(
        'li',
        {},
        el('span', { class: 'no' }, String(from + at + 1)),
        el(
          'span',
          { class: 'line' },
          el('a', { href: '/listings?id=' + one.id, title: one.title }, one.title),
          el('small', {}, yuan(one.priceFen)),
          el('span', { class: 'left ' + kind }, left),
        ),
        el(
          'span',
          { class: 'sell' + (one.forSale === 0 ? ' out' : '') },
          bar,
          el('b', {}, percent(share, 0)),
        ),
      );
    }),
  );
  if (tick.hot.length === 0) $('hot').replaceChildren(el('li', { class: 'empty' }, '…'));
}
