// Trust: the platform's files on sellers – complaints, cases by state and age, points, penalties.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';
import { ageCells, ageHeads, daysSince, readClock } from './ages.js';
import { caseRow, heads, pointsRow, points, stateOf } from './cases.js';
import { fact, finder, link, page, reveal, rule, table } from './find.js';

const states = ['open', 'sample-ordered', 'sample-received', 'at-appraiser', 'decided', 'closed'];
const decided = ['talking', 'queued', 'upheld', 'rejected', 'expired'];
let reviews = 0; // that the platform makes a day

// How many cases are in each state, by their age.
function summary(files) {
  const all = files.flatMap(file => file.cases);
  const rows = states.map(state => {
    const these = all.filter(one => one.status === state);
    const cells = ageCells(these.map(one => one.openedAt));
    const guilty = these.filter(one => one.verdict === 'guilty').length;
    return el('tr', {}, el('td', {}, stateOf(state)), ...cells, el('td', { class: 'n' }, count(guilty)));
  });
  const appeals = status => all.filter(one => one.appeal === status).length;
  const waiting = all.filter(one => one.source === 'watch' && !one.verdict);
  const oldest = Math.max(0, ...waiting.map(one => daysSince(one.openedAt)));
  $('summary').replaceChildren(
    table([['State'], ...ageHeads, ['guilty', 'n']], rows),
    table(
      [['Appeals'], ...decided.map(status => [status, 'n']), ['Reviews a day', 'n']],
      [
        el(
          'tr',
          {},
          el('td', {}, rule('TRU-8')),
          ...decided.map(status => el('td', { class: 'n' }, count(appeals(status)))),
          el('td', { class: 'n' }, count(reviews)),
        ),
      ],
    ),
    table(
      [['Alerts of the watch'], ...ageHeads, ['oldest, days', 'n']],
      [
        el(
          'tr',
          {},
          el('td', {}, rule('TRU-13')),
          ...ageCells(waiting.map(one => one.openedAt)),
          el('td', { class: 'n' }, waiting.length ? oldest.toFixed(1) : '–'),
        ),
      ],
    ),
  );
}

const row = file =>
  el(
    'tr',
    { 'data-id': file.seller, onclick: () => reveal(() => detail(file.seller)) },
    el('td', {}, link('trust', file.seller)),
    el('td', { class: 'n' }, count(file.cases.filter(one => one.status !== 'closed').length)),
    el('td', { class: 'n' }, count(file.cases.length)),
    el('td', { class: 'n' }, count(file.violations)),
    el('td', {}, file.barred ? t('barred') : file.flagged ? t('red flag') : ''),
  );

async function detail(id) {
  const file = await ask(`/api/v1/sellers/${id}/cases`);
  const complaints = file.listings.flatMap(one => [
    link('listings', one.listing),
    ` ${count(one.complaints)} `,
  ]);
  if (complaints.length === 0) complaints.push(t('none') + ' ');
  $('detail').replaceChildren(
    el('header', {}, el('h2', {}, link('sellers', file.seller))),
    el(
      'dl',
      {},
      ...fact('Violations', el('span', {}, count(file.violations) + ' ', rule('TRU-7'))),
      ...fact('Flag', t(file.barred ? 'barred' : file.flagged ? 'red flag' : 'none')),
      ...fact('Complaints', el('span', {}, ...complaints, rule('TRU-3'))),
    ),
    el(
      'div',
      { class: 'scroll', tabindex: 0 },
      table(points, file.stores.map(pointsRow)),
      table(heads, file.cases.toReversed().map(caseRow)),
    ),
  );
}

finder('p', async id => {
  await readClock();
  reviews = (await ask('/api/v1/policy')).policy.trust.reviewsPerDay;
  if (id) await detail(id);
  else $('detail').replaceChildren(el('p', { class: 'empty' }, '…'));
  await page('/api/v1/case-files?max=50', 'files', all => {
    summary(all);
    $('list').replaceChildren(
      table([['Seller'], ['Under way', 'n'], ['Cases', 'n'], ['Violations', 'n'], ['Flag']], all.map(row)),
    );
  });
});
start();
