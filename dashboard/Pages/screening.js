// Screening: listings that wait at publication, and what a reviewer does about them (rule LST-2).
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, exact, moment } from './numbers.js';
import { act } from './asking.js';
import { ageCells, ageHeads, daysSince, readClock } from './ages.js';
import { word } from './cases.js';
import { start } from './shell.js';
import { link, page, show, table } from './find.js';

const verdicts = { accept: 'Accept', refuse: 'Refuse' };
const states = ['unscored', 'warned', 'in-review', 'provisional'];

// Who accepts gives no reason; whoever refuses does (rule IDN-5).
function decide(one, verdict) {
  return el(
    'button',
    {
      type: 'button',
      class: verdict === 'accept' ? '' : 'ghost',
      onclick: async () => {
        const isDone = await act({
          title: t(verdicts[verdict]),
          text: `${one.listing} ${one.title}`,
          reason: true,
          method: 'PUT',
          path: `/api/v1/listings/${one.listing}/review`,
          body: why => ({ verdict, who: 'console', why }),
        });
        if (isDone) show(look);
      },
    },
    t(verdicts[verdict]),
  );
}

const decisions = one =>
  one.publication === 'warned' ? [] : Object.keys(verdicts).map(verdict => decide(one, verdict));

function age(since) {
  const days = daysSince(since);
  return days < 2 ? `${count(Math.floor(days * 24))} h` : `${count(Math.floor(days))} d`;
}

const brand = one => (one.brand ? `${one.brand}, ${t(one.brandKnown ? 'known' : 'unknown')}` : t('none'));

const row = one =>
  el(
    'tr',
    { 'data-id': one.listing },
    el('td', {}, link('listings', one.listing), ' ', one.title),
    el('td', {}, link('stores', one.store)),
    el('td', {}, brand(one)),
    el('td', { class: 'n' }, exact(one.priceFen)),
    el('td', {}, word(one.publication)),
    el('td', { class: 'n' }, one.publication === 'unscored' ? '–' : (one.scoreMilli / 1000).toFixed(2)),
    el('td', { class: 'n' }, age(one.since)),
    el('td', {}, one.provisionalAt ? el('time', {}, moment(Date.parse(one.provisionalAt))) : '–'),
    el('td', {}, ...decisions(one)),
  );

const heads = [
  ['Listing'],
  ['Store'],
  ['Brand'],
  ['Price', 'n'],
  ['State'],
  ['Score', 'n'],
  ['Waits', 'n'],
  ['sold from'],
  [''],
];

// How many of those that are shown are at each state, by how long they have waited; and the reviewers' day.
function summary(all, day) {
  const rows = states.map(state =>
    el(
      'tr',
      {},
      el('td', {}, word(state)),
      ...ageCells(all.filter(one => one.publication === state).map(one => one.since)),
    ),
  );
  $('summary').replaceChildren(
    table([['State'], ...ageHeads], rows),
    el(
      'p',
      { class: 'note' },
      `${t('listings that wait')}: ${count(day.waiting)} · ${t('Reviewed')}: ${count(day.reviewedToday)} / `
        + `${count(day.reviewsPerDay)} · ${t(day.byRisk ? 'by risk × price' : 'first come')}`,
    ),
  );
}

async function look() {
  $('detail').replaceChildren();
  await readClock();
  await page('/api/v1/publications?max=50', 'publications', (all, day) => {
    summary(all, day);
    $('list').replaceChildren(
      all.length ? table(heads, all.map(row)) : el('p', { class: 'empty' }, t('nothing waits')),
    );
  });
}

show(look);
start();
