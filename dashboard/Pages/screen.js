// The big screen: what the market does now, for everyone in the room.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { short, yuan, money, percent, clock } from './numbers.js';
import { live, onTick } from './live.js';
import { start } from './shell.js';
import { Counter, spark } from './charts.js';
import { chooseWindow, drawLatency, drawRates, offerRaces, published, stepShown } from './rates.js';
import { drawCategories, drawRegions } from './sales.js';
import { drawHot } from './hot.js';
import { drawBooks } from './books.js';

const columns = { orders: 1, payments: 2, paid: 3, escrow: 4, refunded: 5 };
const gmv = new Counter($('gmv'), yuan);

function drawTiles(tick) {
  const k = live.factor,
    totals = tick.totals,
    rate = tick.rates;
  gmv.to(Math.floor(totals.gmvFen * k));
  $('gmv-sub').replaceChildren(
    el('b', {}, money(totals.gmvFen * k)),
    t(' from '),
    el('b', {}, short(totals.paid * k)),
    t(' orders paid, '),
    el('b', {}, percent(totals.placed ? totals.paid / totals.placed : 0)),
    t(' of placed'),
    raceText(tick),
  );
  $('orders').dataset.value = totals.placed;
  $('payments').dataset.value = totals.paid;
  $('escrow').dataset.value = totals.escrowFen ?? '';
  $('refunds').dataset.value = totals.refundedFen;
  set($('orders'), short(rate.orders * k));
  set($('orders-sub'), peak(rate.peakOrders));
  set($('payments'), short(rate.payments * k));
  set($('payments-sub'), peak(rate.peakPayments));
  set($('escrow'), totals.escrowFen === undefined ? '–' : money(totals.escrowFen * k));
  set(
    $('escrow-sub'),
    totals.escrowFen === undefined
      ? ''
      : percent(totals.gmvFen ? totals.escrowFen / totals.gmvFen : 0) + t(' of GMV awaiting receipt'),
  );
  set($('refunds'), money(totals.refundedFen * k));
  set(
    $('refunds-sub'),
    percent(totals.gmvFen ? totals.refundedFen / totals.gmvFen : 0, 2) +
      t(' of GMV') +
      ', ' +
      short(totals.refunds * k),
  );
  const rows = live.market.rows(stepShown()).slice(-90);
  spark(
    $('orders-spark'),
    rows.map(row => row[columns.orders]),
    'var(--orders)',
  );
  spark(
    $('payments-spark'),
    rows.map(row => row[columns.payments]),
    'var(--payments)',
  );
  spark(
    $('escrow-spark'),
    rows.map(row => row[columns.escrow]),
    'var(--escrow)',
  );
  spark(
    $('refunds-spark'),
    rows.map(row => row[columns.refunded]),
    'var(--refunds)',
  );
}

function peak([value, at]) {
  return value
    ? `${t('peak')} ${short(value * live.factor)} ${t('at')} ${clock(at * 1000)}`
    : t('peak') + ' –';
}

function raceText(tick) {
  const year = live.races.find(one => one.year === live.raceYear);
  const seconds = live.host.midnight ? (tick.now - live.host.midnight) / 1000 : -1;
  if (!year || seconds < year.points[0][0] || seconds > 86400) return '';
  return ` · 11.11.${year.year}: ¥${short(published(year.points, seconds))}`;
}

onTick(({ tick }) => {
  if (!tick.totals) return;
  chooseWindow();
  offerRaces();
  drawTiles(tick);
  drawRates(tick);
  drawRegions(tick);
  drawCategories(tick);
  drawHot(tick);
  drawLatency();
  drawBooks(tick);
});
start();
