// What was sold where, and of which categories.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { money, percent } from './numbers.js';
import { live } from './live.js';
import { colorOf } from './charts.js';

// As on a map, all of one size: the colour says how much.
const places = {
  'north-west': [1, 1],
  north: [1, 2],
  'north-east': [1, 3],
  'south-west': [2, 1],
  central: [2, 2],
  east: [2, 3],
  south: [3, 2],
  elsewhere: [3, 3],
};

export function drawRegions(tick) {
  const all = tick.regions,
    most = Math.max(...all.map(one => one[2]), 1);
  if (all.length === 0) {
    $('regions').replaceChildren(
      el('li', { class: 'empty' }, live.tick.totals?.paid ? 'this host knows no regions' : '…'),
    );
    return;
  }
  $('regions').replaceChildren(
    ...all.map(([name, , fen]) => {
      const tile = el(
        'li',
        {},
        el('b', {}, t(name)),
        el('span', {}, money(fen * live.factor)),
        el('small', {}, percent(fen / all.reduce((sum, one) => sum + one[2], 0))),
      );
      const color = colorOf(fen / most);
      tile.style.background = color.back;
      if (color.dark) tile.style.color = '#1a0a05';
      if (places[name]) [tile.style.gridRow, tile.style.gridColumn] = places[name];
      return tile;
    }),
  );
}

export function drawCategories(tick) {
  const all = [...tick.categories].sort((a, b) => b[2] - a[2]).slice(0, 10),
    most = all[0]?.[2] ?? 1;
  $('categories').replaceChildren(
    ...all.map(([name, , fen]) => {
      const bar = el('i');
      bar.style.width = percent(fen / most);
      return el(
        'li',
        {},
        el('span', { class: 'name', title: name }, t(name)),
        el('span', { class: 'track' }, bar),
        el('span', { class: 'amount' }, money(fen * live.factor)),
      );
    }),
  );
  if (all.length === 0) $('categories').replaceChildren(el('li', { class: 'empty' }, '…'));
}
