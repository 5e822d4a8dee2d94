// How long things have waited: cells of a table, one for each span.
import { el } from './dom.js';
import { ask } from './live.js';
import { count } from './numbers.js';

const day = 86_400_000;

const ages = [
  ['under a day', 1],
  ['under a week', 7],
  ['under a month', 30],
  ['older', Infinity],
];

export const ageHeads = ages.map(([name]) => [name, 'n']);

let ahead = 0; // the market's clock before that of whoever looks, in ms

// Ages are by the market's clock, which may be years from the reader's: it is asked before a page reckons.
export async function readClock() {
  ahead = Date.parse((await ask('/api/v1/festival')).now) - Date.now();
}

// In days; a thing may be younger than the clock.
export const daysSince = moment => Math.max(0, (Date.now() + ahead - Date.parse(moment)) / day);

// How many of these moments lie in each span.
export function ageCells(moments) {
  let from = 0;
  return ages.map(([, days]) => {
    const within = moments.filter(moment => daysSince(moment) >= from && daysSince(moment) < days).length;
    from = days;
    return el('td', { class: 'n' }, count(within));
  });
}
