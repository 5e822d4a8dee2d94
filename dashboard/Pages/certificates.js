// Certificates: applications of stores that wait, and what an operator does about their checks (rule IDN-1).
import { $, el } from './dom.js';
import { t } from './choices.js';
import { count, moment } from './numbers.js';
import { act } from './asking.js';
import { ageCells, ageHeads, readClock } from './ages.js';
import { word } from './cases.js';
import { start } from './shell.js';
import { link, page, show, table } from './find.js';

const verdicts = { pass: 'Pass', fail: 'Fail', refuse: 'Refuse' };
const checks = ['submitted', 'id-number', 'remittance', 'photo', 'on-site'];
const waits = one => one.certificate.readyAt === undefined;

// Who passes gives no reason; whoever does not, does (rule IDN-5).
function decide(one, verdict) {
  return el(
    'button',
    {
      type: 'button',
      class: verdict === 'pass' ? '' : 'ghost',
      onclick: async () => {
        const isDone = await act({
          title: t(verdicts[verdict]),
          text: `${one.store} ${one.name}: ${word(one.certificate.application)}`,
          reason: true,
          method: 'PUT',
          path: `/api/v1/stores/${one.store}/certificate/checks/${one.certificate.application}/verdict`,
          body: why => ({ verdict, who: 'console', why }),
        });
        if (isDone) show(look);
      },
    },
    t(verdicts[verdict]),
  );
}

const row = one =>
  el(
    'tr',
    { 'data-id': one.store },
    el('td', {}, link('stores', one.store), ' ', one.name),
    el('td', {}, one.certificate.asked.toUpperCase()),
    el('td', {}, word(one.certificate.application)),
    el('td', {}, el('time', {}, moment(Date.parse(one.certificate.appliedAt)))),
    el(
      'td',
      {},
      waits(one) ? t('waits for the seller') : el('time', {}, moment(Date.parse(one.certificate.readyAt))),
    ),
    el('td', { class: 'n' }, count(one.certificate.failures)),
    el('td', {}, ...(waits(one) ? [] : Object.keys(verdicts).map(verdict => decide(one, verdict)))),
  );

const heads = [['Store'], ['Certificate'], ['Check'], ['Applied'], ['Ready'], ['Failures', 'n'], ['']];

// How many applications are at each check, by how long ago the store applied.
function summary(all) {
  const rows = checks.map(check => {
    const these = all.map(one => one.certificate).filter(one => one.application === check);
    return el(
      'tr',
      {},
      el('td', {}, word(check)),
      ...ageCells(these.map(one => one.appliedAt)),
      el('td', { class: 'n' }, count(these.filter(one => one.readyAt === undefined).length)),
    );
  });
  $('summary').replaceChildren(table([['Check'], ...ageHeads, ['waits for the seller', 'n']], rows));
}

async function look() {
  $('detail').replaceChildren();
  await readClock();
  await page('/api/v1/applications?max=50', 'applications', all => {
    summary(all);
    $('list').replaceChildren(
      all.length ? table(heads, all.map(row)) : el('p', { class: 'empty' }, t('nothing waits')),
    );
  });
}

show(look);
start();
