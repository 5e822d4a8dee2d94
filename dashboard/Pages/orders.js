// Orders: one order's life, its money in escrow, and the rule behind each step.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, exact, moment } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';
import { fact, finder, link, rule, show, step, table } from './find.js';

// Why units could not be held when the order was paid, by the word of the API, with the rule.
const refusals = {
  'sold-out': ['the goods were gone when it was paid', 'INV-1'],
  'limit-reached': ['more units than the listing allows one buyer', 'INV-3'],
  'not-for-sale': ['the listing was not on sale when it was paid', 'STO-1'],
};

function refused(one) {
  const [why, id] = refusals[one.refusedFor];
  return step('', `${t('closed')}: ${t(why)}; ${t('the money went back to the buyer')}`, id);
}

const at = text => moment(Date.parse(text));

// How it was paid: a presale's deposit and balance may come by two channels.
function by(one) {
  const deposit = one.depositChannel ? `, its deposit by ${one.depositChannel}` : '';
  return one.channel ? ` by ${one.channel}${deposit}` : '';
}

// What happened, in its order, each with the rule that says so.
function life(one) {
  const steps = [
    step(
      at(one.placedAt),
      `placed, ${exact(one.totalFen)}; units are held until it is paid`,
      'ORD-1',
      'INV-2',
    ),
  ];
  if (one.paidAt)
    steps.push(
      step(at(one.paidAt), `paid${by(one)}; the money is in escrow and the units are sold`, 'ESC-1', 'INV-1'),
    );
  else if (one.status === 'deposit-paid')
    steps.push(step('', 'the deposit is paid; the balance falls due in its window', 'LST-3'));
  if (one.shippedAt) steps.push(step(at(one.shippedAt), 'the parcel left the store', 'ORD-1'));
  if (one.deliveredAt)
    steps.push(
      step(at(one.deliveredAt), 'the parcel arrived; receipt confirms itself after some days', 'ORD-2'),
    );
  if (one.confirmedAt)
    steps.push(
      step(at(one.confirmedAt), 'receipt confirmed; the money is released to the store', 'ORD-2', 'ESC-3'),
    );
  if (one.rating) {
    const said = [one.rating.credit, one.rating.asDescribed].filter(Boolean);
    steps.push(step('', `rated: ${said.join(' ')}`, 'REP-2', 'REP-4'));
  }
  if (one.refusedFor) steps.push(refused(one));
  else if (one.status === 'closed') {
    steps.push(
      one.paidAt || one.refundedFen > 0
        ? step('', 'closed: the money went back to the buyer', 'ORD-3', 'CRT-2')
        : step('', 'closed: it was not paid in time, or cancelled; the units are for sale again', 'INV-2'),
    );
  } else if (one.refundedFen > 0)
    steps.push(step('', `${exact(one.refundedFen)} went back to the buyer`, 'ORD-3', 'CRT-2'));
  return el('ol', { class: 'steps' }, ...steps);
}

function draw(one) {
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, `${one.id} · ${one.status}${one.ended ? ', ended' : ''}`)),
    life(one),
    el('h3', {}, 'Escrow '),
    el(
      'dl',
      {},
      ...fact('Paid', el('span', {}, exact(one.paidFen) + ' ', rule('ESC-1'))),
      ...fact('Held', exact(one.heldFen)),
      ...fact('Released', exact(one.releasedFen)),
      ...fact('Refunded', exact(one.refundedFen)),
      ...fact(
        'Paid = held + released + refunded',
        el(
          'span',
          {},
          one.paidFen === one.heldFen + one.releasedFen + one.refundedFen ? 'holds ' : 'FAILS ',
          rule('ESC-3'),
        ),
      ),
      ...fact('Store', link('stores', one.store)),
    ),
    el('h3', {}, 'Lines'),
    table(
      [['Listing'], ['Units', 'n'], ['Returned', 'n']],
      one.lines.map(line =>
        el(
          'tr',
          {},
          el('td', {}, link('listings', line.listing)),
          el('td', { class: 'n' }, count(line.units)),
          el('td', { class: 'n' }, count(line.returned)),
        ),
      ),
    ),
  );
}

const rows = all =>
  $('list').replaceChildren(
    table(
      [['Order'], ['State'], ['Total', 'n'], ['Placed']],
      all.map(one =>
        el(
          'tr',
          { 'data-id': one.id, onclick: () => draw(one) },
          el('td', {}, link('orders', one.id)),
          el('td', {}, one.status),
          el('td', { class: 'n' }, exact(one.totalFen)),
          el('td', {}, at(one.placedAt)),
        ),
      ),
    ),
  );

async function ofBuyer(id) {
  const [cart, account] = await Promise.all([
    ask(`/api/v1/buyers/${id}/cart`),
    ask('/api/v1/accounts/buyer/' + id.slice(1)).catch(() => null),
  ]);
  const checkouts = await Promise.all(
    Array.from({ length: 8 }, (_, number) => ask(`/api/v1/checkouts/${id}-${number}`).catch(() => null)),
  );
  const found = checkouts.flatMap(checkout => checkout?.orders ?? []);
  rows(found);
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, id)),
    el(
      'dl',
      {},
      ...fact('Balance', account ? exact(account.balanceFen) : '–'),
      ...fact('Lines in the cart', count(cart.lines.length)),
      ...fact('Orders of the first checkouts', count(found.length)),
    ),
    cart.lines.length
      ? table(
          [['Listing'], ['Units', 'n'], ['Price', 'n']],
          cart.lines.map(line =>
            el(
              'tr',
              {},
              el('td', {}, link('listings', line.listing)),
              el('td', { class: 'n' }, count(line.units)),
              el('td', { class: 'n' }, exact(line.priceSeenFen)),
            ),
          ),
        )
      : null,
  );
}

finder('b', async id => {
  $('list').replaceChildren();
  if (!id) {
    $('detail').replaceChildren(
      el('p', { class: 'empty' }, 'b0 is the first buyer; b0-0 the first checkout.'),
    );
    return;
  }
  if (id.includes('.')) {
    const one = await ask('/api/v1/orders/' + id);
    rows([one]);
    draw(one);
  } else if (id.includes('-')) {
    const all = (await ask('/api/v1/checkouts/' + id)).orders;
    rows(all);
    draw(all[0]);
  } else await ofBuyer(id);
});
start();
